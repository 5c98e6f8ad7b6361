//! Many acts in one transaction, for the making of large ledgers: each act runs the verb's own code with its own
//! writer and audit row; only the commit is shared.

use rand::rngs::StdRng;
use rusqlite::{Transaction, TransactionBehavior};

use crate::error::{Code, Error, Result};
use crate::ledger::{Doing, Ledger, Reader, Writer, act, closed, locked};

/// Acts under way. Nothing of them is in the ledger before all are done.
pub struct Acts<'a> {
    transaction: Transaction<'a>,
}

impl Ledger {
    /// Runs `f` on one transaction and commits it, or leaves no trace of any of its acts.
    pub(crate) fn many<T>(&self, f: impl FnOnce(&mut Acts<'_>) -> Result<T>) -> Result<T> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let open = self.connections();
        let mut conn = locked(&open.as_ref().ok_or_else(closed)?.writer);
        let mut acts = Acts {
            transaction: conn.transaction_with_behavior(TransactionBehavior::Immediate)?,
        };
        let value = f(&mut acts)?;
        acts.transaction.commit()?;
        Ok(value)
    }
}

impl Acts<'_> {
    /// The ledger with the acts done so far.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader {
            conn: &self.transaction,
        }
    }

    /// Runs one act with its audit row, as [`Ledger::write`] does.
    pub(crate) fn write<T>(
        &mut self,
        doing: Doing,
        rng: &mut StdRng,
        f: impl for<'w> FnOnce(Writer<'w>) -> Result<(T, Writer<'w>)>,
    ) -> Result<(T, Vec<String>)> {
        act(&self.transaction, doing, rng, f)
    }
}
