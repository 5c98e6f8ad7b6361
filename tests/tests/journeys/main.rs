//! Journeys through the door, on a real encrypted ledger.

mod corrections;
mod large;
mod lives;
mod refusals;
mod stage;
