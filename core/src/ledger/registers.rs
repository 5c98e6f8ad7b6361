//! Lines of the registers and queues: what a list shows of a request or an order, page by page.

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::{OrderId, RequestId};
use crate::ledger::Reader;
use crate::ledger::column::Columns;
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

/// An order as a list on screen shows it. No more of it is read: a page is asked for while its words are typed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListedOrder {
    pub id: OrderId,
    pub no: String,
    pub issued_at: Moment,
    /// Reported item.
    pub content: String,
    pub state: OrderState,
    pub place_text: String,
    pub department: String,
    pub worker: Option<String>,
}

impl ListedOrder {
    /// The columns that [`ListedOrder::read`] reads, of a `work_order` called `o` with [`BESIDE`].
    pub(in crate::ledger) const COLUMNS: &str = "o.id, o.no, o.issued_at, o.content, o.state, r.place_text, d.name AS department, p.name AS worker";

    pub(in crate::ledger) fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: columns.next("id")?,
            no: columns.next("no")?,
            issued_at: columns.next("issued_at")?,
            content: columns.next("content")?,
            state: columns.next("state")?,
            place_text: columns.next("place_text")?,
            department: columns.next("department")?,
            worker: columns.next("worker")?,
        })
    }
}

/// What a list shows beside the order `o`: its request, department and worker.
pub(in crate::ledger) const BESIDE: &str = "CROSS JOIN request r ON r.id = o.request_id
    CROSS JOIN department d ON d.id = o.department_id LEFT JOIN person p ON p.id = o.worker_id";

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

/// How the orders of a list are read.
struct Read<T> {
    /// The statement without conditions.
    head: String,
    row: fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
}

/// Whole orders with what a list shows beside them.
fn whole() -> Read<OrderRow> {
    let row = |row: &rusqlite::Row<'_>| {
        let mut columns = Columns::of(row);
        Ok(OrderRow {
            request_no: columns.next("request_no")?,
            place_text: columns.next("place_text")?,
            caller: columns.next("caller")?,
            phone: columns.next("phone")?,
            department: columns.next("department")?,
            worker: columns.next("worker")?,
            order: Order::read(row)?,
        })
    };
    Read {
        head: format!(
            "SELECT r.no AS request_no, r.place_text, r.caller, r.phone, d.name AS department, p.name AS worker, o.*
             FROM work_order o {BESIDE}"
        ),
        row,
    }
}

/// What a list on screen shows.
fn lines() -> Read<ListedOrder> {
    Read {
        head: format!("SELECT {} FROM work_order o {BESIDE}", ListedOrder::COLUMNS),
        row: |row| ListedOrder::read(&mut Columns::of(row)),
    }
}

/// One order with what a list shows beside it. Errors: `NotFound`.
pub fn order(r: &Reader<'_>, id: OrderId) -> Result<OrderRow> {
    let Read { head, row } = whole();
    r.one(&format!("{head} WHERE o.id = ?1"), [id], row)?
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

    /// Only rows that come after this one where something else and then the id lead downwards.
    fn after(&mut self, sql: &'static str, row: Option<(impl rusqlite::ToSql + 'static, i64)>) {
        if let Some((leading, id)) = row {
            self.sql.push(sql);
            self.values.push(Box::new(leading));
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
    let Read { head, row } = whole();
    let sql = format!("{head} WHERE o.state = ?1 AND o.id > ?2 ORDER BY o.id LIMIT ?3");
    r.all(&sql, (state, after, limit), row)
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
    read_orders(r, filter, phrases, before, limit, &whole())
}

/// The same as a list on screen shows it.
pub fn order_lines(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: Option<&str>,
    before: Option<OrderId>,
    limit: u32,
) -> Result<Vec<ListedOrder>> {
    read_orders(r, filter, phrases, before, limit, &lines())
}

fn read_orders<T>(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: Option<&str>,
    before: Option<OrderId>,
    limit: u32,
    read: &Read<T>,
) -> Result<Vec<T>> {
    let before = before.map(|id| Order::get(r, id)).transpose()?;
    if let Some(phrases) = phrases {
        return orders_by_words(r, filter, phrases, before, limit, read);
    }
    let mut c = order_conditions(filter, false);
    if filter.from.is_some() || filter.to.is_some() {
        let last = before.map(|o| (o.issued_at, o.id.0));
        c.after("(o.issued_at, o.id) < (?, ?)", last);
        let order_by = "o.issued_at DESC, o.id DESC";
        return c.rows(r, &read.head, order_by, limit, read.row);
    }
    c.add("o.id < ?", before.map(|o| o.id));
    c.rows(r, &read.head, "o.id DESC", limit, read.row)
}

/// What the filter asks of an order besides its words; `words` tells whether there are any.
fn order_conditions(filter: &RegisterFilter, words: bool) -> Conditions {
    let mut c = Conditions::default();
    c.add("o.issued_at >= ?", filter.from);
    c.add("o.issued_at < ?", filter.to);
    // Where words or days are asked for they lead, not the state: most orders of all years are in one and the same.
    if words || filter.from.is_some() || filter.to.is_some() {
        c.add("+o.state = ?", filter.order_state);
    } else {
        c.add("o.state = ?", filter.order_state);
    }
    c.add("o.kind = ?", filter.kind);
    c
}

/// Orders of the requests that hold the words, some requests at a time: an index of common words names a tenth of all.
fn orders_by_words<T>(
    r: &Reader<'_>,
    filter: &RegisterFilter,
    phrases: &str,
    before: Option<Order>,
    limit: u32,
    read: &Read<T>,
) -> Result<Vec<T>> {
    // Most requests have one order, some none: about a page of them fills a page.
    let at_once = (limit + limit / 4).clamp(50, 1000);
    let mut below = before.as_ref().map_or(i64::MAX, |o| o.request_id.0 + 1);
    let before = before.map(|o| (o.request_id, o.id.0));
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
        let mut c = order_conditions(filter, true);
        c.add(
            "o.request_id IN (SELECT value FROM json_each(?))",
            Some(serde_json::json!(hits).to_string()),
        );
        c.after("(o.request_id, o.id) < (?, ?)", before);
        let missing = limit - found.len() as u32;
        let order_by = "o.request_id DESC, o.id DESC";
        found.extend(c.rows(r, &read.head, order_by, missing, read.row)?);
    }
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
