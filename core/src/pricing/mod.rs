//! What a work's items cost, pure: a fee schedule's items, quantities and circumstances become a quote, every amount
//! with its reason (R18–R22).
//!
//! [`item`] says what a schedule holds, [`evaluate`] works it out.

pub mod amount;
pub mod calendar;
pub mod candidates;
pub mod evaluate;
pub mod item;
pub mod labour;
pub mod line;
mod material;
pub mod material_check;
pub mod price_words;
pub mod quote;
pub mod quoted;
pub mod surcharge;
pub mod warranty;
pub mod words;
