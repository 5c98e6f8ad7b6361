//! What all kinds of record have in common for who looks for one.

pub mod correct;
pub mod find;
pub mod left;
pub mod register;
pub mod seen;

/// Most rows of a page.
pub const PAGE_MAX: u32 = 500;
