//! Exports a register to xlsx, csv or a printed table. The export itself is recorded (R36), and names and phones are
//! masked for those who may not see them (R39).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::{Document, Exported};
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::export::{Table, to_csv, to_xlsx};
use crate::ledger::registers::RegisterFilter;
use crate::names::names;
use crate::print::forms::register::{AuditHead, RegisterHead, register};
use crate::print::pdf::to_pdf;
use crate::text::{Locale, time};
use crate::{orders, requests};

names! {
    /// Which register; each noun makes its own as a table.
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
    /// The register as it is filtered. Errors: `Denied` to who may not see it, `TooManyRows`.
    fn table(&self, r: &Reader<'_>) -> Result<Table> {
        let register = match self.register {
            RegisterName::Orders => orders::register::REGISTER,
            RegisterName::Requests => requests::register::REGISTER,
        };
        r.permit(register.right)?;
        (register.table)(r, &self.filter, self.locale)
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
            let audit = r.audit_head()?;
            let head = RegisterHead {
                office: r.settings()?.office.name.clone(),
                audit_head: Some(AuditHead {
                    hash: audit.shown(),
                    act: audit.act().to_string(),
                    code: audit.code(),
                }),
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

#[cfg(test)]
mod tests;
