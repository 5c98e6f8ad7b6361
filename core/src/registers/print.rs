//! Prints a register as it is filtered. What the desk prints for its own use is daily work; a file that leaves the
//! program is an export and needs more.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::Exported;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ledger::registers::RegisterFilter;
use crate::registers::export::{ExportFormat, ExportRegister, Made, RegisterName};
use crate::text::Locale;
use crate::text_field::optional_line;

/// Makes the printed table of a register and records the print.
#[derive(Deserialize, TS)]
pub struct PrintRegister {
    pub register: RegisterName,
    pub filter: RegisterFilter,
    pub locale: Locale,
    /// Printer's name.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

impl WriteVerb for PrintRegister {
    const NAME: &'static str = "registers.print";
    const ACTION: Action = Action::PrintForms;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        let mut export = ExportRegister {
            register: self.register,
            filter: self.filter.clone(),
            format: ExportFormat::Pdf,
            locale: self.locale,
            made: None,
        };
        export.prepare(r, rng)?;
        self.made = export.made;
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        w.note("register", self.register);
        w.note("printer", optional_line("printer", &self.printer)?);
        w.note("rows", made.rows);
        w.note("filter", &self.filter);
        w.about("register", self.register.as_str());
        Ok(made.file)
    }
}
