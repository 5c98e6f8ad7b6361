//! The request register (報事報修記錄表) as a table.

use std::collections::HashMap;

use crate::access::Action;
use crate::door::Reader;
use crate::error::Result;
use crate::export::{ColumnKind as K, Table, TableCell, TableColumn};
use crate::ids::{DepartmentId, OrderId, PersonId, RequestId};
use crate::ledger::order_papers::FollowUp;
use crate::ledger::orders::Order;
use crate::ledger::people::{Department, Person};
use crate::ledger::registers::{self, RegisterFilter};
use crate::ledger::requests::Request;
use crate::records::register::{Register, rows, subtitle};
use crate::records::seen;
use crate::requests::words;
use crate::text::{Locale, text, word};

/// Fields of the paper register in their order: message key, kind, width in characters. Photos are not part of the
/// program yet.
const FIELDS: &[(&str, K, f32)] = &[
    ("field-no", K::Text, 15.0),
    ("field-received-at", K::DateTime, 15.0),
    ("field-entered-at", K::DateTime, 15.0),
    ("field-caller", K::Text, 9.0),
    ("field-relation", K::Text, 8.0),
    ("field-phone", K::Text, 13.0),
    ("field-place", K::Text, 18.0),
    ("field-channel", K::Text, 7.0),
    ("field-kind", K::Text, 9.0),
    ("field-content", K::Text, 28.0),
    ("field-urgency", K::Text, 7.0),
    ("field-wished-at", K::DateTime, 15.0),
    ("register-taken-by", K::Text, 8.0),
    ("register-notified", K::Text, 20.0),
    ("order-step-accept", K::Text, 14.0),
    ("register-order-no", K::Text, 15.0),
    ("field-result", K::Text, 20.0),
    ("book-in-finished", K::DateTime, 15.0),
    ("order-step-follow-up", K::Text, 14.0),
    ("field-remarks", K::Text, 14.0),
];

/// The request register with every field of the paper one: who, where, what, notified, signed for, order, result.
pub const REGISTER: Register = Register {
    right: Action::SeeRequests,
    table,
};

fn table(r: &Reader<'_>, filter: &RegisterFilter, locale: Locale) -> Result<Table> {
    let phrases = words::phrases(r, &filter.text)?;
    let rows = rows(|most| registers::requests(r, filter, phrases.as_deref(), None, most))?;
    let rows = seen::requests(r, rows);
    let zone = r.zone()?;
    let label = |key: &str| text(locale, key, &[]);
    let word = |list: &str, value: &str| word(locale, list, value);
    let beside = Beside::read(r, &rows)?;
    let mut table_rows = Vec::with_capacity(rows.len());
    for q in &rows {
        let order = beside.orders.get(&q.id);
        let mut notified = String::new();
        let mut accepted = String::new();
        if let Some(o) = order {
            if let Some(at) = o.notified_at {
                let how = o
                    .notified_how
                    .map(|how| word("name-notify-how", how.as_str()));
                notified = together(&[
                    beside.department(o.department_id),
                    // The department as a whole is told where nobody is named.
                    Some(o.notified_whom.as_str())
                        .filter(|whom| *whom != beside.department(o.department_id))
                        .unwrap_or(""),
                    how.as_deref().unwrap_or(""),
                    &at.local(zone).format("%m-%d %H:%M").to_string(),
                ]);
            } else if o.unnotified() {
                notified = label("order-unnotified");
            }
            if let (Some(at), Some(worker)) = (o.accepted_at, o.worker_id) {
                let at = at.local(zone).format("%m-%d %H:%M").to_string();
                accepted = together(&[beside.person(worker), &at]);
            }
        }
        let state = match q.ending {
            Some(ending) => word("request-ending", ending.as_str()),
            None => word("request-state", q.state.as_str()),
        };
        let done = order.map_or("", |o| o.work_done.as_str());
        let call = order.and_then(|o| beside.calls.get(&o.id));
        let call = call.map(|call| {
            let at = call.at.local(zone).format("%m-%d %H:%M").to_string();
            together(&[
                &word("common-evaluation", call.outcome.as_str()),
                &at,
                &call.remarks,
            ])
        });
        let late = match q.late_entry {
            true => label("request-late-entry"),
            false => String::new(),
        };
        table_rows.push(vec![
            q.no.clone().into(),
            TableCell::at(Some(q.received_at), zone),
            TableCell::at(Some(q.entered_at), zone),
            q.caller.clone().into(),
            q.relation.clone().into(),
            q.phone.clone().into(),
            q.place_text.clone().into(),
            word("name-channel", q.channel.as_str()).into(),
            word("common-kind", q.kind.as_str()).into(),
            q.content.clone().into(),
            word("common-urgency", q.urgency.as_str()).into(),
            TableCell::at(q.wished_at, zone),
            beside.person(q.taken_by).into(),
            notified.into(),
            accepted.into(),
            order.map_or("", |o| o.no.as_str()).into(),
            together(&[&state, done]).into(),
            TableCell::at(order.and_then(|o| o.finished_at), zone),
            call.unwrap_or_default().into(),
            together(&[&late, &q.remarks]).into(),
        ]);
    }
    let subtitle = subtitle(r, filter, table_rows.len(), locale)?;
    let columns = FIELDS
        .iter()
        .map(|(key, kind, width)| TableColumn::new(label(key), *kind, *width))
        .collect();
    Ok(Table {
        title: label("register-requests"),
        subtitle,
        columns,
        rows: table_rows,
    })
}

/// What is there, one after the other.
fn together(parts: &[&str]) -> String {
    let there: Vec<_> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect();
    there.join(" ")
}

/// What stands beside the requests, read for all rows at once.
struct Beside {
    people: HashMap<PersonId, String>,
    departments: HashMap<DepartmentId, String>,
    /// The last order of each request's chain.
    orders: HashMap<RequestId, Order>,
    /// The last call to the requester himself about each of those orders.
    calls: HashMap<OrderId, FollowUp>,
}

impl Beside {
    fn read(r: &Reader<'_>, rows: &[Request]) -> Result<Self> {
        let ids: Vec<_> = rows.iter().map(|q| q.id).collect();
        let orders: HashMap<_, _> = Order::of_requests(r, &ids)?
            .into_iter()
            .map(|o| (o.request_id, o))
            .collect();
        let ids: Vec<_> = orders.values().map(|o| o.id).collect();
        let own = |call: &FollowUp| {
            orders
                .get(&call.request_id)
                .is_some_and(|o| o.id == call.order_id)
        };
        let calls = FollowUp::of_orders(r, &ids)?
            .into_iter()
            .filter(own)
            .map(|call| (call.order_id, call))
            .collect();
        Ok(Self {
            people: Person::all(r)?
                .into_iter()
                .map(|p| (p.id, p.name))
                .collect(),
            departments: Department::all(r)?
                .into_iter()
                .map(|d| (d.id, d.name))
                .collect(),
            calls,
            orders,
        })
    }

    fn person(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("", String::as_str)
    }

    fn department(&self, id: DepartmentId) -> &str {
        self.departments.get(&id).map_or("", String::as_str)
    }
}
