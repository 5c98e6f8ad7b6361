//! Queues of the workbench: open orders by stage, and those whose deadline has passed or comes soon, by the deadline
//! that is kept for each (see [`due`](crate::ledger::due)).

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::Reader;
use crate::ledger::column::{Columns, Json};
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Times;
use crate::moment::Moment;

/// An order as a queue shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QueuedOrder {
    pub id: OrderId,
    pub no: String,
    /// Reported item.
    pub content: String,
    pub state: OrderState,
    pub place_text: String,
    pub department: String,
    pub worker: Option<String>,
    /// What its clocks go by.
    #[serde(skip)]
    #[ts(skip)]
    pub times: Times,
}

/// An order's place among those that are due: the earliest deadline first.
pub type Due = (Moment, OrderId);

/// Queued orders after `from`, which begins with `work_order o`.
fn select(from: &str) -> String {
    format!(
        "SELECT o.id, o.no, o.content, r.place_text, d.name AS department, p.name AS worker, {}
         FROM {from} CROSS JOIN request r ON r.id = o.request_id CROSS JOIN department d ON d.id = o.department_id
         LEFT JOIN person p ON p.id = o.worker_id",
        Times::COLUMNS
    )
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<QueuedOrder> {
    let mut columns = Columns::of(row);
    let id = columns.next("id")?;
    let no = columns.next("no")?;
    let content = columns.next("content")?;
    let place_text = columns.next("place_text")?;
    let department = columns.next("department")?;
    let worker = columns.next("worker")?;
    let times = Times::read(&mut columns)?;
    Ok(QueuedOrder {
        id,
        no,
        content,
        state: times.state,
        place_text,
        department,
        worker,
        times,
    })
}

/// Orders in one state after the order `after`, those waiting longest first.
pub fn in_state(
    r: &Reader<'_>,
    state: OrderState,
    after: OrderId,
    limit: u32,
) -> Result<Vec<QueuedOrder>> {
    let sql = select("work_order o") + " WHERE o.state = ?1 AND o.id > ?2 ORDER BY o.id LIMIT ?3";
    r.all(&sql, (state, after, limit), read)
}

/// The orders of these ids, in this order.
pub fn orders_of(r: &Reader<'_>, ids: &[OrderId]) -> Result<Vec<QueuedOrder>> {
    let sql =
        select("json_each(?1) j CROSS JOIN work_order o ON o.id = j.value") + " ORDER BY j.key";
    r.all(&sql, [Json(ids.to_vec())], read)
}

/// How many orders are in the state.
pub fn count(r: &Reader<'_>, state: OrderState) -> Result<i64> {
    let count = r.one(
        "SELECT count(*) FROM work_order WHERE state = ?1",
        [state],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// How many orders in the state are due at `until` or before.
pub fn count_due(r: &Reader<'_>, state: OrderState, until: Moment) -> Result<i64> {
    let count = r.one(
        "SELECT count(*) FROM work_order WHERE state = ?1 AND due_at <= ?2",
        (state, until),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Orders in the state that are due after the place `after` and at `until` or before, the earliest deadline first.
pub fn due(
    r: &Reader<'_>,
    state: OrderState,
    after: Due,
    until: Moment,
    limit: u32,
) -> Result<Vec<Due>> {
    r.all(
        "SELECT due_at, id FROM work_order WHERE state = ?1 AND due_at <= ?2 AND (due_at, id) > (?3, ?4)
         ORDER BY due_at, id LIMIT ?5",
        (state, until, after.0, after.1, limit),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Where the order stands among those that are due; `None` when no clock of it runs.
pub fn place_of(r: &Reader<'_>, order: OrderId) -> Result<Option<Due>> {
    let due = r.one(
        "SELECT due_at FROM work_order WHERE id = ?1",
        [order],
        |row| row.get::<_, Option<Moment>>(0),
    )?;
    Ok(due.flatten().map(|due| (due, order)))
}
