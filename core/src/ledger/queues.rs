//! Queues of the workbench: open orders by stage, and those whose deadline has passed or comes soon, by the deadline
//! that is kept for each (see [`due`](crate::ledger::due)).

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ids::{OrderId, RequestId};
use crate::ledger::Reader;
use crate::ledger::column::{Columns, Json};
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Times;
use crate::ledger::registers::{BESIDE, ListedOrder};
use crate::ledger::request_state::{RequestEnding, RequestState};
use crate::ledger::requests::Request;
use crate::moment::Moment;

/// An order of a queue: what is shown of it, and what its clocks go by.
pub struct QueuedOrder {
    pub line: ListedOrder,
    pub times: Times,
}

/// A request as the workbench shows it.
#[derive(Debug, Serialize, TS)]
pub struct ListedRequest {
    pub id: RequestId,
    pub received_at: Moment,
    pub place_text: String,
    pub content: String,
    /// How it ended.
    pub ending: Option<RequestEnding>,
}

impl ListedRequest {
    const COLUMNS: &str = "id, received_at, place_text, content, ending";

    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let mut columns = Columns::of(row);
        Ok(Self {
            id: columns.next("id")?,
            received_at: columns.next("received_at")?,
            place_text: columns.next("place_text")?,
            content: columns.next("content")?,
            ending: columns.next("ending")?,
        })
    }
}

impl From<Request> for ListedRequest {
    fn from(request: Request) -> Self {
        Self {
            id: request.id,
            received_at: request.received_at,
            place_text: request.place_text,
            content: request.content,
            ending: request.ending,
        }
    }
}

/// An order's place among those that are due: the earliest deadline first.
pub type Due = (Moment, OrderId);

/// Queued orders after `from`, which begins with `work_order o`.
fn select(from: &str) -> String {
    format!(
        "SELECT {}, {} FROM {from} {BESIDE}",
        ListedOrder::COLUMNS,
        Times::COLUMNS
    )
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<QueuedOrder> {
    let mut columns = Columns::of(row);
    Ok(QueuedOrder {
        line: ListedOrder::read(&mut columns)?,
        times: Times::read(&mut columns)?,
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

/// Requests in the state, the oldest first.
pub fn requests_in_state(
    r: &Reader<'_>,
    state: RequestState,
    limit: u32,
) -> Result<Vec<ListedRequest>> {
    let sql = format!(
        "SELECT {} FROM request WHERE state = ?1 ORDER BY id LIMIT ?2",
        ListedRequest::COLUMNS
    );
    r.all(&sql, (state, limit), ListedRequest::read)
}

/// Ended requests whose requester was not told yet (R42), the newest first.
pub fn requests_to_tell(r: &Reader<'_>, limit: u32) -> Result<Vec<ListedRequest>> {
    // Nearly all requests are ended: only the index of those untold is short.
    let sql = format!(
        "SELECT {} FROM request INDEXED BY request_to_tell
         WHERE state = 'ended' AND told_at IS NULL ORDER BY id DESC LIMIT ?1",
        ListedRequest::COLUMNS
    );
    r.all(&sql, [limit], ListedRequest::read)
}
