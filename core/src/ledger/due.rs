//! Each order's next deadline as the ledger keeps it, so that late orders are found by an index.
//!
//! It is no fact of its own: it follows from the order's times and from the settings that held when it was issued
//! (R35). So it stands neither in the row that a verb reads nor in the trail. Every transaction works it out anew for
//! what it wrote, whichever verb it was, and the check works it out once more.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};

use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::Reader;
use crate::ledger::clocks;
use crate::ledger::column::Columns;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::{Order, Times};
use crate::ledger::settings::{SettingsRow, Versions};
use crate::ledger::verify::{FaultKind, Report};
use crate::moment::Moment;

/// The column of an order's row that holds it.
pub const COLUMN: &str = "due_at";

/// The schema that brought the column.
const SINCE: i64 = 8;

/// An order with the deadline that is kept for it.
struct Kept {
    id: OrderId,
    due_at: Option<Moment>,
    times: Times,
}

impl Kept {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let mut columns = Columns::of(row);
        Ok(Self {
            id: columns.next("id")?,
            due_at: columns.next(COLUMN)?,
            times: Times::read(&mut columns)?,
        })
    }

    /// The deadline that should be kept.
    fn due(&self, versions: &Versions) -> Result<Option<Moment>> {
        if self.times.state.is_final() {
            return Ok(None);
        }
        let settings = versions.of_order(self.times.issued_at)?;
        Ok(clocks::next_due(&self.times, &settings))
    }

    fn put_right(&self, r: &Reader<'_>, versions: &Versions) -> Result<()> {
        let due = self.due(versions)?;
        if due != self.due_at {
            r.conn
                .prepare_cached("UPDATE work_order SET due_at = ?2 WHERE id = ?1")?
                .execute((self.id, due))?;
        }
        Ok(())
    }
}

/// Orders that meet a condition, with what is kept for them.
fn select(condition: &str) -> String {
    format!(
        "SELECT o.id, o.due_at, {} FROM work_order o WHERE {condition}",
        Times::COLUMNS
    )
}

/// Puts the deadlines of the orders right that a transaction wrote. A new version of the settings may hold from a
/// moment at which orders were already issued; then all are looked at.
pub(in crate::ledger) fn keep(r: &Reader<'_>, touched: &BTreeSet<String>) -> Result<()> {
    if touched.contains(SettingsRow::TABLE) {
        return fill(r);
    }
    let orders: Vec<i64> = touched
        .iter()
        .filter_map(|topic| topic.split_once(':'))
        .filter(|(table, _)| *table == Order::TABLE)
        .filter_map(|(_, id)| id.parse().ok())
        .collect();
    if orders.is_empty() {
        return Ok(());
    }
    let versions = Versions::load(r)?;
    let one = select("o.id = ?1");
    for id in orders {
        if let Some(kept) = r.one(&one, [id], Kept::read)? {
            kept.put_right(r, &versions)?;
        }
    }
    Ok(())
}

/// Puts the deadlines of all open orders right.
fn fill(r: &Reader<'_>) -> Result<()> {
    let versions = Versions::load(r)?;
    for state in OrderState::OPEN {
        for kept in r.all(&select("o.state = ?1"), [state], Kept::read)? {
            kept.put_right(r, &versions)?;
        }
    }
    Ok(())
}

/// Fills the column of a ledger whose schema was `found` when it was opened, as part of bringing it up to date.
pub(in crate::ledger) fn bring_up_to_date(conn: &Connection, found: i64) -> Result<()> {
    if found < SINCE {
        fill(&Reader { conn })?;
    }
    Ok(())
}

/// Names every order whose deadline is kept wrongly. What cannot be read is passed over: no act wrote it, so that the
/// check of the rows has named it already.
pub(in crate::ledger) fn check(conn: &Connection, report: &mut Report) -> Result<()> {
    if report.schema < SINCE {
        return Ok(());
    }
    let r = Reader { conn };
    let Ok(versions) = Versions::load(&r) else {
        return Ok(());
    };
    let mut wrong = |id: i64| {
        report.fault(
            FaultKind::RowUntrue,
            format!("{}:{id}.{COLUMN}", Order::TABLE),
        );
    };
    let mut open = conn.prepare(&select("o.state = ?1"))?;
    for state in OrderState::OPEN {
        let mut rows = open.query([state])?;
        while let Some(row) = rows.next()? {
            let Ok(kept) = Kept::read(row) else { continue };
            if kept.due(&versions).is_ok_and(|due| due != kept.due_at) {
                wrong(kept.id.0);
            }
        }
    }
    let open: Vec<&str> = OrderState::OPEN.iter().map(|s| s.as_str()).collect();
    let mut ended = conn.prepare(
        "SELECT id FROM work_order WHERE due_at IS NOT NULL
         AND state NOT IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?;
    let mut rows = ended.query([serde_json::json!(open).to_string()])?;
    while let Some(row) = rows.next()? {
        wrong(row.get(0)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
