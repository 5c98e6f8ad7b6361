//! The desk's day: what the night hands over in the morning, and what the day leaves undone.

pub mod end;
pub mod hand_over;
mod sheet;

pub use sheet::ExportDayEnd;
