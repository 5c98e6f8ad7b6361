//! The request register (報事報修記錄表) as a table.

use super::export::{name, phone, subtitle};
use crate::error::Result;
use crate::export::{ColumnKind as K, Table, TableCell, TableColumn};
use crate::ledger::Reader;
use crate::ledger::orders::Order;
use crate::ledger::people::{Department, Person};
use crate::ledger::registers::RegisterFilter;
use crate::ledger::requests::Request;
use crate::text::{Locale, text};

/// The rows with every field of the paper register: who, where, what, notified, signed for, order, result.
pub fn table(
    r: &Reader<'_>,
    rows: &[Request],
    filter: &RegisterFilter,
    locale: Locale,
) -> Result<Table> {
    let zone = r.zone()?;
    let label = |key: &str| text(locale, key, &[]);
    let column = |key: &str, kind, width| TableColumn::new(label(key), kind, width);
    let word = |prefix: &str, value: &str| label(&format!("{prefix}-{}", value.replace('_', "-")));
    let columns = vec![
        column("field-no", K::Text, 17.0),
        column("field-received-at", K::DateTime, 16.0),
        column("field-caller", K::Text, 10.0),
        column("field-phone", K::Text, 14.0),
        column("field-place", K::Text, 24.0),
        column("field-channel", K::Text, 8.0),
        column("field-kind", K::Text, 10.0),
        column("field-content", K::Text, 36.0),
        column("field-urgency", K::Text, 8.0),
        column("field-wished-at", K::DateTime, 16.0),
        column("register-taken-by", K::Text, 10.0),
        column("order-step-notify", K::Text, 20.0),
        column("order-step-accept", K::Text, 18.0),
        column("register-order-no", K::Text, 17.0),
        column("order-step-finish", K::DateTime, 16.0),
        column("field-state", K::Text, 12.0),
    ];
    let mut table_rows = Vec::with_capacity(rows.len());
    for q in rows {
        let order = Order::of_request(r, q.id)?.into_iter().next_back();
        let mut notified = String::new();
        let mut accepted = String::new();
        if let Some(o) = &order {
            if let Some(at) = o.notified_at {
                let department = Department::get(r, o.department_id)?.name;
                notified = format!("{department} {}", at.local(zone).format("%m-%d %H:%M"));
            } else if o.unnotified() {
                notified = label("order-unnotified");
            }
            if let (Some(at), Some(worker)) = (o.accepted_at, o.worker_id) {
                let worker = Person::get(r, worker)?.name;
                accepted = format!("{worker} {}", at.local(zone).format("%m-%d %H:%M"));
            }
        }
        let state = match q.ending {
            Some(ending) => word("request-ending", ending.as_str()),
            None => word("request-state", q.state.as_str()),
        };
        let late = if q.late_entry {
            label("request-late-entry")
        } else {
            String::new()
        };
        table_rows.push(vec![
            q.no.clone().into(),
            TableCell::at(Some(q.received_at), zone),
            name(r, &q.caller).into(),
            phone(r, &q.phone).into(),
            q.place_text.clone().into(),
            word("name-channel", q.channel.as_str()).into(),
            word("common-kind", q.kind.as_str()).into(),
            q.content.clone().into(),
            word("common-urgency", q.urgency.as_str()).into(),
            TableCell::at(q.wished_at, zone),
            Person::get(r, q.taken_by)?.name.into(),
            notified.into(),
            accepted.into(),
            order
                .as_ref()
                .map(|o| o.no.clone())
                .unwrap_or_default()
                .into(),
            TableCell::at(order.and_then(|o| o.finished_at), zone),
            format!("{state} {late}").trim().into(),
        ]);
    }
    let subtitle = subtitle(r, filter, table_rows.len(), locale)?;
    Ok(Table {
        title: label("register-requests"),
        subtitle,
        columns,
        rows: table_rows,
    })
}
