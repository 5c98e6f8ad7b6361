//! What all kinds of record have in common for who looks for one.

pub mod find;
