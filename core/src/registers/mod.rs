//! The registers as files: what is on screen, as it is filtered.

pub mod export;
pub mod print;
