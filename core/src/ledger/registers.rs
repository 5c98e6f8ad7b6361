//! Lines of the registers and queues: what a list shows of a request or an order, page by page.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ids::{DepartmentId, OrderId, PersonId, PlaceId, RequestId};
use crate::ledger::Reader;
use crate::ledger::orders::Order;
use crate::ledger::requests::Request;
use crate::moment::Moment;
use crate::orders::state::OrderState;
use crate::requests::state::{RequestEnding, RequestState};
use crate::settings::Kind;

/// An order with what a list shows beside it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrderRow {
    pub order: Order,
    pub request_no: String,
    pub place_text: String,
    pub caller: String,
    pub phone: String,
    pub department: String,
    pub worker: Option<String>,
}

/// What a register is filtered by. Empty fields do not filter.
#[derive(Debug, Clone, Default, serde::Deserialize, Serialize, TS)]
#[serde(default)]
pub struct RegisterFilter {
    /// Words, a number, a name: found as typed, Traditional and Simplified alike.
    pub text: String,
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    pub kind: Option<Kind>,
    pub order_state: Option<OrderState>,
    pub request_state: Option<RequestState>,
    pub ending: Option<RequestEnding>,
    pub department: Option<DepartmentId>,
    pub worker: Option<PersonId>,
    pub place: Option<PlaceId>,
}

const ORDER_ROW: &str = "SELECT o.*, r.no AS request_no, r.place_text, r.caller, r.phone,
    d.name AS department, p.name AS worker
    FROM work_order o CROSS JOIN request r ON r.id = o.request_id CROSS JOIN department d ON d.id = o.department_id
    LEFT JOIN person p ON p.id = o.worker_id";

fn order_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<OrderRow> {
    Ok(OrderRow {
        order: Order::read(row)?,
        request_no: row.get("request_no")?,
        place_text: row.get("place_text")?,
        caller: row.get("caller")?,
        phone: row.get("phone")?,
        department: row.get("department")?,
        worker: row.get("worker")?,
    })
}

/// A condition and its values, gathered as the filter asks.
#[derive(Default)]
struct Conditions {
    sql: Vec<&'static str>,
    values: Vec<Box<dyn rusqlite::ToSql>>,
}

impl Conditions {
    fn add(&mut self, sql: &'static str, value: Option<impl rusqlite::ToSql + 'static>) {
        if let Some(value) = value {
            self.sql.push(sql);
            self.values.push(Box::new(value));
        }
    }

    fn select(&self, head: &str, order_by: &str) -> String {
        let filter = if self.sql.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", self.sql.join(" AND "))
        };
        format!("{head}{filter} {order_by} LIMIT ?")
    }

    fn params<'a>(&'a self, limit: &'a i64) -> Vec<&'a dyn rusqlite::ToSql> {
        let limit: &dyn rusqlite::ToSql = limit;
        self.values
            .iter()
            .map(|value| &**value)
            .chain([limit])
            .collect()
    }
}

/// Orders in one state with what a list shows, those waiting longest first, after the row `after`.
pub fn orders_in_state(
    r: &Reader<'_>,
    state: OrderState,
    after: OrderId,
    limit: u32,
) -> Result<Vec<OrderRow>> {
    let sql = format!("{ORDER_ROW} WHERE o.state = ?1 AND o.id > ?2 ORDER BY o.id LIMIT ?3");
    r.all(&sql, (state, after, limit), order_row)
}

/// How many orders are in each open state.
pub fn open_counts(r: &Reader<'_>) -> Result<Vec<(OrderState, i64)>> {
    let mut counts = Vec::new();
    for state in OrderState::OPEN {
        let n = r.one(
            "SELECT count(*) FROM work_order WHERE state = ?1",
            [state],
            |row| row.get(0),
        )?;
        counts.push((*state, n.unwrap_or(0)));
    }
    Ok(counts)
}

/// A page of the order register, the newest first, before the order `before` (all for `None`).
pub fn orders(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrase: Option<String>,
    before: Option<OrderId>,
    limit: u32,
) -> Result<Vec<OrderRow>> {
    let mut c = Conditions::default();
    c.add("o.id < ?", before);
    c.add("o.issued_at >= ?", filter.from);
    c.add("o.issued_at < ?", filter.to);
    c.add("o.kind = ?", filter.kind);
    c.add("o.state = ?", filter.order_state);
    c.add("o.department_id = ?", filter.department);
    c.add("o.worker_id = ?", filter.worker);
    c.add("r.place_id = ?", filter.place);
    c.add(
        "o.request_id IN (SELECT rowid FROM request_search WHERE request_search MATCH ?)",
        phrase,
    );
    let sql = c.select(ORDER_ROW, "ORDER BY o.id DESC");
    let limit = i64::from(limit);
    r.all(&sql, c.params(&limit).as_slice(), order_row)
}

/// A page of the request register, the newest first, before the request `before` (all for `None`).
pub fn requests(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrase: Option<String>,
    before: Option<RequestId>,
    limit: u32,
) -> Result<Vec<Request>> {
    let mut c = Conditions::default();
    let limit = i64::from(limit);
    c.add("id < ?", before);
    c.add("received_at >= ?", filter.from);
    c.add("received_at < ?", filter.to);
    c.add("kind = ?", filter.kind);
    c.add("state = ?", filter.request_state);
    c.add("ending = ?", filter.ending);
    c.add("department_id = ?", filter.department);
    c.add("place_id = ?", filter.place);
    // The newest finds are taken from the index in its own order, so that a common phrase does not gather them all.
    if let (Some(phrase), 0..=1) = (&phrase, c.sql.len()) {
        let sql = "SELECT q.* FROM (SELECT rowid AS hit FROM request_search WHERE request_search MATCH ?1
                   AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3) JOIN request q ON q.id = hit ORDER BY q.id DESC";
        if c.sql.is_empty() || before.is_some() {
            let before = before.map_or(i64::MAX, |id| id.0);
            return r.all(sql, (phrase, before, limit), Request::read);
        }
    }
    c.add(
        "id IN (SELECT rowid FROM request_search WHERE request_search MATCH ?)",
        phrase,
    );
    let sql = c.select("SELECT * FROM request", "ORDER BY id DESC");
    r.all(&sql, c.params(&limit).as_slice(), Request::read)
}
