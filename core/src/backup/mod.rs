//! Backups and the way back (R40), and whether the ledger is sound and true (R36).

pub mod check;
pub mod key;
pub mod now;
pub mod plan;
pub mod progress;
pub mod restore;
pub mod thin;

#[cfg(test)]
mod tests;
