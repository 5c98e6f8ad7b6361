//! The office's forms, each a pure function from its view to pages.

pub mod fee;
pub mod grid;
pub mod key_sheet;
pub mod register;
pub mod work_order;
