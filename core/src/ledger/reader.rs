//! Reading statements on one state of the ledger.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::error::{Code, Error, Result};
use crate::ledger::head::Head;
use crate::ledger::verify;

/// Reads one consistent state of the ledger.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(in crate::ledger) conn: &'a Connection,
}

impl Reader<'_> {
    /// The ledger's own name. Errors: [`Code::LedgerDamaged`].
    pub fn ledger_id(&self) -> Result<String> {
        verify::identity::name(self.conn)?.ok_or_else(|| Error::new(Code::LedgerDamaged))
    }

    /// Head of the audit chain, to be printed where tampering must show from outside (R36).
    pub fn audit_head(&self) -> Result<Head> {
        Head::read(self.conn)
    }

    pub(in crate::ledger) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(params, read)
            .optional()?)
    }

    pub(in crate::ledger) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
