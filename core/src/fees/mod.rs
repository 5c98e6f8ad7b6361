//! The fee schedule (維修項目收費標準): its versions, and price lists taken into it (R18, R35). What it makes of a work's
//! items is [`pricing`](crate::pricing).

pub mod import;
pub mod schedules;
