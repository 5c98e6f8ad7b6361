//! The register of work orders as a table.

use crate::access::Action;
use crate::door::Reader;
use crate::error::Result;
use crate::export::{ColumnKind as K, Table, TableCell, TableColumn};
use crate::ledger::registers::{self, RegisterFilter};
use crate::records::register::{Register, rows, subtitle};
use crate::records::seen;
use crate::requests::words;
use crate::text::{Locale, text, word};

/// The register of work orders, with every field that a reader looks for.
pub const REGISTER: Register = Register {
    right: Action::SeeOrders,
    table,
};

fn table(r: &Reader<'_>, filter: &RegisterFilter, locale: Locale) -> Result<Table> {
    let phrases = words::phrases(r, &filter.text)?;
    let rows = rows(|most| registers::orders(r, filter, phrases.as_deref(), None, most))?;
    let rows = seen::order_rows(r, rows);
    let zone = r.zone()?;
    let label = |key: &str| text(locale, key, &[]);
    let column = |key: &str, kind, width| TableColumn::new(label(key), kind, width);
    let word = |list: &str, value: &str| word(locale, list, value);
    let columns = vec![
        column("field-no", K::Text, 17.0),
        column("field-issued-at", K::DateTime, 16.0),
        column("field-kind", K::Text, 10.0),
        column("field-place", K::Text, 24.0),
        column("field-caller", K::Text, 10.0),
        column("field-phone", K::Text, 14.0),
        column("field-content", K::Text, 36.0),
        column("field-department", K::Text, 14.0),
        column("field-worker", K::Text, 10.0),
        column("order-step-accept", K::DateTime, 16.0),
        column("order-step-finish", K::DateTime, 16.0),
        column("order-step-return", K::DateTime, 16.0),
        column("field-work-done", K::Text, 30.0),
        column("field-evaluation", K::Text, 10.0),
        column("field-fee", K::Money, 10.0),
        column("field-state", K::Text, 12.0),
    ];
    let rows: Vec<Vec<TableCell>> = rows
        .iter()
        .map(|row| {
            let o = &row.order;
            let evaluation = o.evaluation.map(|e| word("common-evaluation", e.as_str()));
            vec![
                o.no.clone().into(),
                TableCell::at(Some(o.issued_at), zone),
                word("common-kind", o.kind.as_str()).into(),
                row.place_text.clone().into(),
                row.caller.clone().into(),
                row.phone.clone().into(),
                o.content.clone().into(),
                row.department.clone().into(),
                row.worker.clone().unwrap_or_default().into(),
                TableCell::at(o.accepted_at, zone),
                TableCell::at(o.finished_at, zone),
                TableCell::at(o.returned_at, zone),
                o.work_done.clone().into(),
                evaluation.unwrap_or_default().into(),
                o.fee.map_or(TableCell::Empty, TableCell::Money),
                word("order-state", o.state.as_str()).into(),
            ]
        })
        .collect();
    let subtitle = subtitle(r, filter, rows.len(), locale)?;
    Ok(Table {
        title: label("register-orders"),
        subtitle,
        columns,
        rows,
    })
}
