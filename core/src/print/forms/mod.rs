//! The office's forms, each a pure function from its view to pages.

mod around;
mod cells;
pub mod estimate;
pub mod fee;
pub mod fee_schedule;
pub mod flow;
pub mod grid;
pub mod key_sheet;
pub mod receipt;
pub mod register;
pub mod takings;
pub mod work_order;
