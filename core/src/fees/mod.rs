//! The fee schedule (維修項目收費標準) and what it makes of a work's items: every amount with its reason (R18–R22).
//!
//! [`item`] says what a schedule holds, [`evaluate`] is pure: items, quantities and circumstances become a quote.

pub mod amount;
pub mod calendar;
pub mod candidates;
pub mod evaluate;
pub mod import;
pub mod item;
mod labour;
pub mod line;
mod material;
pub mod material_check;
pub mod price_words;
pub mod quote;
pub mod quoted;
pub mod schedules;
pub mod surcharge;
pub mod warranty;
pub mod words;
