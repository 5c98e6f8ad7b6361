//! The registers as files: what is on screen, as it is filtered.

pub mod export;
mod order_table;
pub mod print;
mod request_table;
