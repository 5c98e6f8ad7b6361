//! Prints an order's form: a recorded act. Sent, taken by the spooler, finished, and paper confirmed by a person are
//! different facts; a second print says so on the paper (R10).

use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::document::Document;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{OrderId, PrintId};
use crate::ledger::column::Json;
use crate::ledger::order_papers::{OrderCopy, OrderPrint};
use crate::ledger::orders::Order;
use crate::names::names;
use crate::orders::form::form_of;
use crate::print::forms::work_order::{FormProfile, work_order};
use crate::print::pdf::to_pdf;
use crate::text::Locale;
use crate::text_field::optional_line;

/// Makes the form's PDF and records the print.
#[derive(Deserialize, TS)]
pub struct PrintOrder {
    pub order: OrderId,
    pub locale: Locale,
    pub profile: FormProfile,
    /// Copies to print; empty prints all.
    pub copies: Vec<u32>,
    /// Printer's name; empty for a file.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

/// The finished form, not yet recorded, and what it was made of.
pub struct Made {
    version: i64,
    copies: Vec<OrderCopy>,
    bytes: Vec<u8>,
    missing: Vec<char>,
}

/// The file, and the print to report on.
#[derive(Debug, Serialize, TS)]
pub struct PrintedOrder {
    pub document: Document,
    pub print: PrintId,
    /// Characters that no font has; 〓 stands in their place.
    pub missing: Vec<char>,
}

impl WriteVerb for PrintOrder {
    const NAME: &'static str = "orders.print";
    const ACTION: Action = Action::PrintForms;
    type Out = PrintedOrder;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let order = Order::get(r, self.order)?;
        let copies = OrderCopy::of(r, order.id)?;
        for asked in &self.copies {
            if !copies.iter().any(|copy| copy.copy_no == i64::from(*asked)) {
                return Err(Error::not_found(OrderCopy::TABLE, asked));
            }
        }
        let form = form_of(r, &order, self.locale, self.copies.clone())?;
        let pages = work_order(&form, self.profile, self.locale);
        self.made = Some(Made {
            bytes: to_pdf(&order.no, pages.pages)?,
            missing: pages.missing,
            version: order.version,
            copies,
        });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PrintedOrder> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        let order = Order::get_at(w, self.order, made.version)?;
        let copies = OrderCopy::of(w, order.id)?;
        if copies != made.copies {
            // Printed or moved meanwhile: the paper would say something else.
            return Err(Error::new(Code::Stale));
        }
        let chosen = copies.into_iter().filter(|copy| {
            self.copies.is_empty() || self.copies.iter().any(|no| i64::from(*no) == copy.copy_no)
        });
        let mut numbers = Vec::new();
        let mut reprint = false;
        for copy in chosen {
            numbers.push(copy.copy_no);
            reprint |= copy.printed > 0;
            let mut new = copy.clone();
            new.printed += 1;
            new.update(w, &copy)?;
        }
        let print = OrderPrint {
            id: PrintId(0),
            version: 0,
            order_id: order.id,
            at: w.now(),
            by_person: w.who()?.id,
            profile: serde_json::json!(self.profile)
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            printer: optional_line("printer", &self.printer)?,
            copies: Json(numbers),
            reprint,
            accepted_at: None,
            confirmed_at: None,
            job: String::new(),
            finished_at: None,
        }
        .insert(w)?;
        w.about(Order::TABLE, order.id);
        let document = Document::pdf(format!("{}.pdf", order.no), made.bytes);
        Ok(PrintedOrder {
            document,
            print: print.id,
            missing: made.missing,
        })
    }
}

names! {
    /// What became of a print.
    PrintFact {
        /// The spooler took it.
        Accepted = "accepted",
        /// The print system is done with it.
        Finished = "finished",
        /// A person holds the paper.
        Confirmed = "confirmed",
    }
}

/// Records what became of a print.
#[derive(Deserialize, TS)]
pub struct ReportPrint {
    pub print: PrintId,
    pub fact: PrintFact,
    /// Number of the job, where the spooler gave one.
    pub job: Option<String>,
}

impl WriteVerb for ReportPrint {
    const NAME: &'static str = "orders.report_print";
    const ACTION: Action = Action::PrintForms;
    type Out = ();

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        let old = OrderPrint::get(w, self.print)?;
        let mut new = old.clone();
        let slot = match self.fact {
            PrintFact::Accepted => &mut new.accepted_at,
            PrintFact::Finished => &mut new.finished_at,
            PrintFact::Confirmed => &mut new.confirmed_at,
        };
        if slot.is_some() {
            return Err(Error::new(Code::Stale));
        }
        *slot = Some(w.now());
        if let Some(job) = &self.job {
            new.job = optional_line("job", job)?;
        }
        w.about(Order::TABLE, old.order_id);
        new.update(w, &old)?;
        Ok(())
    }
}
