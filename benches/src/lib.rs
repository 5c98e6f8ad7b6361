//! What the measurements share: the generated office, what callers ask of it, and figures as the README shows them.

pub mod effort;
pub mod figures;
pub mod office;
pub mod samples;
