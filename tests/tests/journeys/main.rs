//! Journeys through the door, on a real encrypted ledger.

mod large;
mod lives;
mod refusals;
mod stage;
