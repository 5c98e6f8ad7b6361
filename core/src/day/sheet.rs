//! The day-end list as a sheet to print and hand in, or as a file.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::day::end::{self, DayEnd};
use crate::desk::WriteVerb;
use crate::document::Exported;
use crate::error::{Code, Error, Result};
use crate::export::{ColumnKind as K, Table, TableCell, TableColumn};
use crate::ledger::order_papers::CopyPlace;
use crate::ledger::registers::OrderRow;
use crate::ledger::{Reader, Writer};
use crate::moment::Moment;
use crate::registers::export::{ExportFormat, Made, file};
use crate::text::{Locale, text, time};

/// Makes the sheet. On paper it is one of the office's forms; as a file it is an export.
#[derive(Deserialize, TS)]
pub struct ExportDayEnd {
    /// ISO day; empty means today.
    pub day: Option<String>,
    pub format: ExportFormat,
    pub locale: Locale,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

impl WriteVerb for ExportDayEnd {
    const NAME: &'static str = "desk.export_day_end";
    const ACTION: Action = Action::SeeOrders;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let printed = self.format == ExportFormat::Pdf && r.may(Action::PrintForms);
        if !printed && !r.may(Action::Export) {
            return Err(Error::new(Code::Denied).with("action", Action::Export.as_str()));
        }
        let list = end::of(r, end::day(r, self.day.as_deref())?)?;
        let table = table(r, &list, self.locale)?;
        let stem = format!("day-end-{}", list.day);
        self.made = Some(Made {
            file: file(r, &table, &stem, self.format, self.locale)?,
            rows: table.rows.len(),
        });
        self.day = Some(list.day);
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("export"))?;
        let day = self.day.unwrap_or_default();
        w.note("day", &day);
        w.note("format", self.format);
        w.note("rows", made.rows);
        w.about("day", &day);
        Ok(made.file)
    }
}

/// One line per thing left undone, those of a kind together.
fn table(r: &Reader<'_>, list: &DayEnd, locale: Locale) -> Result<Table> {
    let zone = r.zone()?;
    let label = |key: &str| text(locale, key, &[]);
    let word = |prefix: &str, value: &str| label(&format!("{prefix}-{}", value.replace('_', "-")));
    let column = |key: &str, kind, width| TableColumn::new(label(key), kind, width);
    let passed = |at: Option<Moment>| match at {
        Some(at) => {
            let at = time::date_time(at, zone);
            text(locale, "day-passed-at", &[("at", at.as_str().into())])
        }
        None => label("day-still-open"),
    };
    let line = |kind: &str, row: &OrderRow, at: Moment, says: String| -> Vec<TableCell> {
        let who = row.worker.as_deref().unwrap_or(&row.department);
        vec![
            label(kind).into(),
            row.order.no.as_str().into(),
            TableCell::at(Some(at), zone),
            row.place_text.as_str().into(),
            row.order.content.as_str().into(),
            who.into(),
            says.into(),
        ]
    };
    let mut rows = Vec::new();
    for left in &list.requests {
        let q = &left.request;
        let state = match q.ending {
            Some(ending) => word("request-ending", ending.as_str()),
            None => word("request-state", q.state.as_str()),
        };
        rows.push(vec![
            label("day-not-ordered").into(),
            q.no.as_str().into(),
            TableCell::at(Some(q.received_at), zone),
            q.place_text.as_str().into(),
            q.content.as_str().into(),
            TableCell::Empty,
            format!("{state} {}", passed(left.passed_at)).into(),
        ]);
    }
    for left in &list.orders {
        let at = left.row.order.issued_at;
        rows.push(line(
            "day-not-notified",
            &left.row,
            at,
            passed(left.passed_at),
        ));
    }
    for left in &list.unexplained {
        let step = word("order-step", left.step.step.as_str());
        let minutes = (left.step.late_by.unwrap_or(0) / 60).to_string();
        let late = text(
            locale,
            "day-late-minutes",
            &[("minutes", minutes.as_str().into())],
        );
        let says = format!("{step} {late}");
        rows.push(line("day-unexplained", &left.row, left.step.at, says));
    }
    for left in &list.copies {
        let copies: Vec<String> = left
            .copies
            .iter()
            .map(|copy| {
                let no = label(&format!("forms-copy-{}", copy.copy_no));
                let place = word("name-copy-place", copy.place.as_str());
                format!("{no} {place} {}", copy.holder).trim().to_owned()
            })
            .collect();
        let lost = left.copies.iter().any(|c| c.place == CopyPlace::Lost);
        let kind = if lost {
            "day-copy-lost"
        } else {
            "day-copy-out"
        };
        let at = left.row.order.issued_at;
        rows.push(line(kind, &left.row, at, copies.join("; ")));
    }
    for due in &list.follow_ups {
        let returned = due.row.order.returned_at.unwrap_or(due.row.order.issued_at);
        let state = word("order-state", due.row.order.state.as_str());
        rows.push(line("day-follow-up", &due.row, returned, state));
    }
    let span = [list.from, list.to].map(|at| time::date_time(at, zone));
    let count = rows.len().to_string();
    Ok(Table {
        title: label("day-end"),
        subtitle: format!(
            "{} – {}  {}",
            span[0],
            span[1],
            text(
                locale,
                "forms-row-count",
                &[("count", count.as_str().into())]
            )
        ),
        columns: vec![
            column("day-what", K::Text, 16.0),
            column("field-no", K::Text, 17.0),
            column("day-time", K::DateTime, 16.0),
            column("field-place", K::Text, 24.0),
            column("field-content", K::Text, 36.0),
            column("day-who", K::Text, 14.0),
            column("day-stands", K::Text, 28.0),
        ],
        rows,
    })
}
