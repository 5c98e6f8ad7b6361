//! Communities, buildings, units, households, public areas and facilities; who lives there; and outside parties.

pub mod add;
pub mod change;
pub mod find;
pub mod keys;
pub mod list;
pub mod parties;
pub mod residents;
pub mod room;
pub mod views;

#[cfg(test)]
mod tests;
