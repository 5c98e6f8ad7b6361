//! The recovery key: without it no backup can be opened on another machine.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::long::{LongVerb, Work};
use crate::error::Result;

/// Shows the ledger's key, to be printed and kept in a safe. That it was shown is recorded.
#[derive(Deserialize, TS)]
pub struct RecoveryKey {}

/// The key in groups of four hex digits.
#[derive(Serialize, TS)]
pub struct RecoveryKeyView {
    pub key: String,
    /// First digits of the ledger's name, as in the names of its backups.
    pub ledger: String,
}

impl LongVerb for RecoveryKey {
    const NAME: &'static str = "backup.recovery_key";
    const ACTION: Action = Action::Restore;
    const ALONE: bool = false;
    type Out = RecoveryKeyView;

    fn run(self, work: &Work<'_>) -> Result<RecoveryKeyView> {
        work.record(|w| {
            w.note("shown", true);
            Ok(())
        })?;
        let hex = work.ledger().key().to_hex();
        let groups: Vec<&str> = (0..hex.len()).step_by(4).map(|i| &hex[i..i + 4]).collect();
        Ok(RecoveryKeyView {
            key: groups.join(" "),
            ledger: work.ledger().id()[..8].to_owned(),
        })
    }
}
