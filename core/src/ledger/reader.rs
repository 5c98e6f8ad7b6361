//! Reading statements on one state of the ledger.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::error::Result;

/// Reads one consistent state of the ledger.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(in crate::ledger) conn: &'a Connection,
}

impl Reader<'_> {
    /// Head of the audit chain, to be printed where tampering must show from outside (R36).
    pub fn audit_head(&self) -> Result<String> {
        crate::ledger::audit::head(self.conn)
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
