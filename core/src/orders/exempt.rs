//! Ends a chain without satisfaction for a named cause (特殊情況存檔, R16).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::error::{Code, Error, Result};
use crate::ledger::Writer;
use crate::orders::state::OrderStep;
use crate::orders::step::{self, On, Stepped};
use crate::requests::state::RequestEnding;
use crate::requests::step as request_step;
use crate::text_field::{required_line, required_text};

/// Exempts an order. Signed by the desk supervisor or manager, never by the executing department.
#[derive(Deserialize, TS)]
pub struct Exempt {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Such as a defect left by the developer.
    pub cause: String,
    /// Number of the defect or coordination order that stays open.
    pub record: String,
}

impl WriteVerb for Exempt {
    const NAME: &'static str = "orders.exempt";
    const ACTION: Action = Action::Exempt;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Exempt, None)?;
        if w.who()?.department_id == taking.old.department_id {
            return Err(Error::new(Code::OwnWork));
        }
        taking.new.end_reason = required_text("cause", &self.cause)?;
        taking.new.exempt_record = required_line("record", &self.record)?;
        let note = format!("{} ({})", taking.new.end_reason, taking.new.exempt_record);
        request_step::close(w, taking.old.request_id, RequestEnding::Exempt, taking.at)?;
        step::complete(w, taking, &note)
    }
}
