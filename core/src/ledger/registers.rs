//! Lines of the registers and queues: what a list shows of a request or an order, page by page.

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::{OrderId, RequestId};
use crate::ledger::Reader;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Order;
use crate::ledger::request_state::RequestState;
use crate::ledger::requests::Request;
use crate::moment::Moment;
use crate::office::Kind;

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

/// One order with what a list shows beside it. Errors: `NotFound`.
pub fn order(r: &Reader<'_>, id: OrderId) -> Result<OrderRow> {
    r.one(&format!("{ORDER_ROW} WHERE o.id = ?1"), [id], order_row)?
        .ok_or_else(|| Error::not_found(Order::TABLE, id))
}

/// Conditions and their values, gathered as the filter asks.
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

    /// Only rows that come after this one where a time and then the id lead downwards.
    fn after(&mut self, sql: &'static str, row: Option<(Moment, i64)>) {
        if let Some((at, id)) = row {
            self.sql.push(sql);
            self.values.push(Box::new(at));
            self.values.push(Box::new(id));
        }
    }

    /// Every row of `head` that meets them, in this order, `limit` at most.
    fn rows<T>(
        &self,
        r: &Reader<'_>,
        head: &str,
        order_by: &str,
        limit: u32,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut sql = head.to_owned();
        for (n, condition) in self.sql.iter().enumerate() {
            sql += if n == 0 { " WHERE " } else { " AND " };
            sql += condition;
        }
        sql += &format!(" ORDER BY {order_by} LIMIT ?");
        let mut values: Vec<&dyn rusqlite::ToSql> = self.values.iter().map(|v| &**v).collect();
        values.push(&limit);
        r.all(&sql, values.as_slice(), read)
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

/// A page of the order register after the order `before` (from the start for `None`), the newest first: by number; by
/// time of issue where days are asked for; by request where words are.
pub fn orders(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: Option<&str>,
    before: Option<OrderId>,
    limit: u32,
) -> Result<Vec<OrderRow>> {
    let before = before.map(|id| Order::get(r, id)).transpose()?;
    if let Some(phrases) = phrases {
        return orders_by_words(r, filter, phrases, before, limit);
    }
    let mut c = order_conditions(filter);
    if filter.from.is_some() || filter.to.is_some() {
        let last = before.map(|o| (o.issued_at, o.id.0));
        c.after("(o.issued_at, o.id) < (?, ?)", last);
        let order_by = "o.issued_at DESC, o.id DESC";
        return c.rows(r, ORDER_ROW, order_by, limit, order_row);
    }
    c.add("o.id < ?", before.map(|o| o.id));
    c.rows(r, ORDER_ROW, "o.id DESC", limit, order_row)
}

fn order_conditions(filter: &RegisterFilter) -> Conditions {
    let mut c = Conditions::default();
    c.add("o.issued_at >= ?", filter.from);
    c.add("o.issued_at < ?", filter.to);
    // Where days are asked for they lead, not the state: most orders of all years are in one and the same.
    if filter.from.is_some() || filter.to.is_some() {
        c.add("+o.state = ?", filter.order_state);
    } else {
        c.add("o.state = ?", filter.order_state);
    }
    c.add("o.kind = ?", filter.kind);
    c
}

/// Orders of the requests that hold the words, some requests at a time: an index of common words names a tenth of all.
fn orders_by_words(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: &str,
    before: Option<Order>,
    limit: u32,
) -> Result<Vec<OrderRow>> {
    // Most requests have one order: about a page of them fills a page.
    let at_once = limit.clamp(50, 1000);
    let mut below = before.as_ref().map_or(i64::MAX, |o| o.request_id.0 + 1);
    let before = before.map(|o| (o.request_id.0, o.id.0));
    let mut found = Vec::new();
    while found.len() < limit as usize {
        let hits: Vec<i64> = r.all(
            "SELECT rowid FROM request_search WHERE request_search MATCH ?1 AND rowid < ?2
             ORDER BY rowid DESC LIMIT ?3",
            (phrases, below, at_once),
            |row| row.get(0),
        )?;
        let Some(last) = hits.last() else { break };
        below = *last;
        let mut c = order_conditions(filter);
        c.add(
            "o.request_id IN (SELECT value FROM json_each(?))",
            Some(serde_json::json!(hits).to_string()),
        );
        let rows = c.rows(
            r,
            ORDER_ROW,
            "o.request_id DESC, o.id DESC",
            u32::MAX,
            order_row,
        )?;
        let later = |row: &OrderRow| {
            before.is_none_or(|before| (row.order.request_id.0, row.order.id.0) < before)
        };
        found.extend(rows.into_iter().filter(later));
    }
    found.truncate(limit as usize);
    Ok(found)
}

/// A page of the request register after the request `before` (from the start for `None`), the newest first: by number,
/// or by time of receipt where days are asked for.
pub fn requests(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: Option<&str>,
    before: Option<RequestId>,
    limit: u32,
) -> Result<Vec<Request>> {
    let mut c = Conditions::default();
    c.add("q.received_at >= ?", filter.from);
    c.add("q.received_at < ?", filter.to);
    c.add("q.kind = ?", filter.kind);
    // Hits come from the index in its own order, so that common words do not gather them all first; days lead where
    // they are asked for. In neither case may the state lead: most requests of all years are ended.
    if let Some(phrases) = phrases {
        c.add("+q.state = ?", filter.request_state);
        c.add("s.rowid < ?", before);
        c.add("request_search MATCH ?", Some(phrases.to_owned()));
        let head = "SELECT q.* FROM request_search s CROSS JOIN request q ON q.id = s.rowid";
        return c.rows(r, head, "s.rowid DESC", limit, Request::read);
    }
    let head = "SELECT q.* FROM request q";
    if filter.from.is_some() || filter.to.is_some() {
        let before = before.map(|id| Request::get(r, id)).transpose()?;
        c.add("+q.state = ?", filter.request_state);
        c.after(
            "(q.received_at, q.id) < (?, ?)",
            before.map(|q| (q.received_at, q.id.0)),
        );
        return c.rows(
            r,
            head,
            "q.received_at DESC, q.id DESC",
            limit,
            Request::read,
        );
    }
    c.add("q.state = ?", filter.request_state);
    c.add("q.id < ?", before);
    c.rows(r, head, "q.id DESC", limit, Request::read)
}
