//! What every register has in common that is made a table: who may see it, how many rows it may have, and what it was
//! filtered by.

use crate::access::Action;
use crate::door::Reader;
use crate::error::{Code, Error, Result};
use crate::export::Table;
use crate::ledger::registers::RegisterFilter;
use crate::text::{Locale, text, time};

/// A register that is made a table.
pub struct Register {
    /// Who may see what stands in it; printing and exporting ask for their own right besides.
    pub right: Action,
    /// The rows that pass the filter, as the person who asks may see them.
    pub table: fn(&Reader<'_>, &RegisterFilter, Locale) -> Result<Table>,
}

/// Most rows of one file: beyond it the filter is narrowed, so that the desk never waits for minutes.
const ROWS_MAX: u32 = 100_000;

/// Every row of a register; `read` takes the most rows that it need read.
///
/// Errors: [`Code::TooManyRows`], and those of `read`.
pub fn rows<T>(read: impl FnOnce(u32) -> Result<Vec<T>>) -> Result<Vec<T>> {
    let rows = read(ROWS_MAX + 1)?;
    if rows.len() > ROWS_MAX as usize {
        return Err(Error::new(Code::TooManyRows).with("max", ROWS_MAX));
    }
    Ok(rows)
}

/// The filter in words, for the line under the title.
pub fn subtitle(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    rows: usize,
    locale: Locale,
) -> Result<String> {
    let zone = r.zone()?;
    let mut parts = Vec::new();
    if filter.from.is_some() || filter.to.is_some() {
        let from = filter.from.map(|m| time::date(m, zone)).unwrap_or_default();
        // The end is the first moment that no longer belongs; the reader wants the last day that does.
        let to = filter
            .to
            .map(|m| time::date(m.plus_minutes(-1), zone))
            .unwrap_or_default();
        parts.push(format!("{from} – {to}"));
    }
    if let Some(kind) = filter.kind {
        parts.push(text(locale, &format!("common-kind-{}", kind.as_str()), &[]));
    }
    if !filter.text.trim().is_empty() {
        parts.push(format!("「{}」", filter.text.trim()));
    }
    parts.push(text(
        locale,
        "forms-row-count",
        &[("count", (&rows.to_string()).into())],
    ));
    Ok(parts.join("  "))
}
