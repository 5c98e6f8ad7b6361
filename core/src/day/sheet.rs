//! The day-end list as a sheet to print and hand in, or as a file.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::day::end::{self, DayEnd};
use crate::document::Exported;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::export::{ColumnKind as K, Table, TableCell, TableColumn};
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
        let list = end::of(r, end::day(r, self.day.as_deref())?, self.locale)?;
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
    let column = |key: &str, kind, width| TableColumn::new(label(key), kind, width);
    let mut rows: Vec<Vec<TableCell>> = Vec::new();
    for section in &list.sections {
        for left in &section.lines {
            rows.push(vec![
                label(&section.title).into(),
                left.record.no.as_str().into(),
                TableCell::at(Some(left.at), zone),
                left.place.as_str().into(),
                left.content.as_str().into(),
                left.who.as_str().into(),
                left.stands.as_str().into(),
            ]);
        }
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
