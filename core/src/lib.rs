//! Everything the repair desk knows: requests, work orders, the ledger behind them and the forms they print on.
//!
//! The core has no window, no clock, no network and no global state. Time and randomness are handed in, every
//! change goes through one door ([`desk::Desk`]), and only [`ledger`] speaks SQL.

pub mod access;
pub mod audit;
pub mod backup;
pub mod clock;
pub mod day;
pub mod desk;
pub mod document;
pub mod door;
pub mod error;
pub mod export;
pub mod fees;
pub mod fold;
pub mod ids;
pub mod import;
pub mod ledger;
pub mod mask;
pub mod moment;
pub mod money;
pub(crate) mod names;
pub mod office;
pub mod orders;
pub mod people;
pub mod places;
pub mod pricing;
pub mod print;
pub mod quotes;
pub mod records;
pub mod registers;
pub mod requests;
pub mod settings;
pub mod settlement;
pub mod text;
pub mod text_field;

pub use error::{Code, Error, Result};
pub use moment::{Moment, TimeInput};
