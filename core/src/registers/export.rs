//! Exports a register to xlsx, csv or a printed table. The export itself is recorded (R36), and names and phones are
//! masked for those who may not see them (R39).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::document::Document;
use crate::error::{Code, Error, Result};
use crate::export::{Table, to_csv, to_xlsx};
use crate::ledger::Writer;
use crate::ledger::column::names;
use crate::ledger::registers::{self, RegisterFilter};
use crate::print::forms::register::{RegisterHead, register};
use crate::print::pdf::to_pdf;
use crate::registers::{order_table, request_table};
use crate::requests::words;
use crate::text::{Locale, text, time};

names! {
    /// Which register.
    RegisterName { Orders = "orders", Requests = "requests" }
}

names! {
    /// Which file.
    ExportFormat { Xlsx = "xlsx", Csv = "csv", Pdf = "pdf" }
}

/// Exports a register as it is filtered.
#[derive(Deserialize, TS)]
pub struct ExportRegister {
    pub register: RegisterName,
    pub filter: RegisterFilter,
    pub format: ExportFormat,
    pub locale: Locale,
}

/// Most rows of one file: beyond it the filter is narrowed, so that the desk never waits for minutes.
const ROWS_MAX: u32 = 100_000;

impl WriteVerb for ExportRegister {
    const NAME: &'static str = "registers.export";
    const ACTION: Action = Action::Export;
    type Out = Document;

    fn run(self, w: &mut Writer<'_>) -> Result<Document> {
        let phrases = words::phrases(w, &self.filter.text);
        let phrases = phrases.as_deref();
        let table = match self.register {
            RegisterName::Orders => {
                let rows = registers::orders(w, &self.filter, phrases, None, ROWS_MAX + 1)?;
                order_table::table(w, &rows, &self.filter, self.locale)?
            }
            RegisterName::Requests => {
                let rows = registers::requests(w, &self.filter, phrases, None, ROWS_MAX + 1)?;
                request_table::table(w, &rows, &self.filter, self.locale)?
            }
        };
        if table.rows.len() > ROWS_MAX as usize {
            return Err(Error::new(Code::TooManyRows).with("max", ROWS_MAX));
        }
        let bytes = match self.format {
            ExportFormat::Xlsx => to_xlsx(&table)?,
            ExportFormat::Csv => to_csv(&table)?,
            ExportFormat::Pdf => self.pdf(w, &table)?,
        };
        w.note("register", self.register);
        w.note("format", self.format);
        w.note("rows", table.rows.len());
        w.note("filter", &self.filter);
        w.about("register", self.register.as_str());
        let name = format!("{}.{}", self.register.as_str(), self.format.as_str());
        Ok(Document {
            name,
            media: media(self.format).to_owned(),
            bytes,
        })
    }
}

impl ExportRegister {
    fn pdf(&self, w: &Writer<'_>, table: &Table) -> Result<Vec<u8>> {
        let head = RegisterHead {
            office: w.settings()?.office.name.clone(),
            audit_head: Some(w.audit_head()?),
            printed_by: w.who()?.name.clone(),
            printed_at: time::date_time(w.now(), w.zone()?),
        };
        to_pdf(&table.title, register(table, &head, self.locale).pages)
    }
}

fn media(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat::Csv => "text/csv",
        ExportFormat::Pdf => "application/pdf",
    }
}

/// The filter in words, for the line under the title.
pub(super) fn subtitle(
    w: &Writer<'_>,
    filter: &RegisterFilter,
    rows: usize,
    locale: Locale,
) -> Result<String> {
    let zone = w.zone()?;
    let mut parts = Vec::new();
    if filter.from.is_some() || filter.to.is_some() {
        let from = filter.from.map(|m| time::date(m, zone)).unwrap_or_default();
        // The end is the first moment that no longer belongs; the reader wants the last day that does.
        let to = filter
            .to
            .map(|m| time::date(m.plus_minutes(-1), zone))
            .unwrap_or_default();
        parts.push(format!("{from} – {to}"));
    }
    if let Some(kind) = filter.kind {
        parts.push(text(locale, &format!("common-kind-{}", kind.as_str()), &[]));
    }
    if !filter.text.trim().is_empty() {
        parts.push(format!("「{}」", filter.text.trim()));
    }
    parts.push(text(
        locale,
        "forms-row-count",
        &[("count", (&rows.to_string()).into())],
    ));
    Ok(parts.join("  "))
}

/// A name as it leaves the program: whole for those who may see it, else the first character only.
pub(super) fn name(w: &Writer<'_>, name: &str) -> String {
    if w.may(Action::RevealContact) {
        name.to_owned()
    } else {
        crate::mask::name(name)
    }
}

/// A phone as it leaves the program: whole for those who may see it, else the last three digits only.
pub(super) fn phone(w: &Writer<'_>, phone: &str) -> String {
    if w.may(Action::RevealContact) {
        phone.to_owned()
    } else {
        crate::mask::phone(phone)
    }
}
