//! Exports a register to xlsx, csv or a printed table. The export itself is recorded (R36), and names and phones are
//! masked for those who may not see them (R39).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::document::{Document, Exported};
use crate::error::{Code, Error, Result};
use crate::export::{Table, to_csv, to_xlsx};
use crate::ledger::column::names;
use crate::ledger::registers::{self, RegisterFilter};
use crate::ledger::{Reader, Writer};
use crate::print::forms::register::{RegisterHead, register};
use crate::print::pdf::to_pdf;
use crate::registers::{order_table, request_table};
use crate::requests::{seen, words};
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
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

/// The finished file, not yet recorded.
pub struct Made {
    pub file: Exported,
    pub rows: usize,
}

/// Most rows of one file: beyond it the filter is narrowed, so that the desk never waits for minutes.
const ROWS_MAX: usize = 100_000;

impl WriteVerb for ExportRegister {
    const NAME: &'static str = "registers.export";
    const ACTION: Action = Action::Export;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let table = self.table(r)?;
        let file = file(r, &table, self.register.as_str(), self.format, self.locale)?;
        let rows = table.rows.len();
        self.made = Some(Made { file, rows });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("export"))?;
        w.note("register", self.register);
        w.note("format", self.format);
        w.note("rows", made.rows);
        w.note("filter", &self.filter);
        w.about("register", self.register.as_str());
        Ok(made.file)
    }
}

impl ExportRegister {
    /// The register as it is filtered. Errors: [`Code::TooManyRows`].
    fn table(&self, r: &Reader<'_>) -> Result<Table> {
        let phrases = words::phrases(r, &self.filter.text);
        let phrases = phrases.as_deref();
        let few = |rows: usize| match rows {
            0..=ROWS_MAX => Ok(()),
            _ => Err(Error::new(Code::TooManyRows).with("max", ROWS_MAX)),
        };
        let limit = u32::try_from(ROWS_MAX + 1).map_err(Error::broken)?;
        match self.register {
            RegisterName::Orders => {
                let rows = registers::orders(r, &self.filter, phrases, None, limit)?;
                few(rows.len())?;
                let rows = seen::order_rows(r, rows);
                order_table::table(r, &rows, &self.filter, self.locale)
            }
            RegisterName::Requests => {
                let rows = registers::requests(r, &self.filter, phrases, None, limit)?;
                few(rows.len())?;
                let rows = seen::requests(r, rows);
                request_table::table(r, &rows, &self.filter, self.locale)
            }
        }
    }
}

/// A table as a file of this format; `stem` is the file's name without its ending.
pub(crate) fn file(
    r: &Reader<'_>,
    table: &Table,
    stem: &str,
    format: ExportFormat,
    locale: Locale,
) -> Result<Exported> {
    let mut missing = Vec::new();
    let bytes = match format {
        ExportFormat::Xlsx => to_xlsx(table)?,
        ExportFormat::Csv => to_csv(table)?,
        ExportFormat::Pdf => {
            let head = RegisterHead {
                office: r.settings()?.office.name.clone(),
                audit_head: Some(r.audit_head()?),
                printed_by: r.who()?.name.clone(),
                printed_at: time::date_time(r.now(), r.zone()?),
            };
            let laid = register(table, &head, locale);
            missing = laid.missing;
            to_pdf(&table.title, laid.pages)?
        }
    };
    Ok(Exported {
        document: Document {
            name: format!("{stem}.{}", format.as_str()),
            media: media(format).to_owned(),
            bytes,
        },
        missing,
    })
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
    r: &Reader<'_>,
    filter: &RegisterFilter,
    rows: usize,
    locale: Locale,
) -> Result<String> {
    let zone = r.zone()?;
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

#[cfg(test)]
mod tests;
