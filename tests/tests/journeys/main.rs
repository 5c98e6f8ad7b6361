//! Journeys through the door, on a real encrypted ledger.

mod lives;
mod refusals;
mod stage;
