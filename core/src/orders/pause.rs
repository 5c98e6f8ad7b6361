//! The work cannot go on today: nobody at home, parts on order; with the next date.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::WaitingFor;
use crate::moment::TimeInput;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::{optional_text, required_text};

/// Lets an order wait.
#[derive(Deserialize, TS)]
pub struct Pause {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub waiting_for: WaitingFor,
    /// When to take it up again.
    pub until: TimeInput,
    /// Required for `other`.
    pub note: Option<String>,
}

impl WriteVerb for Pause {
    const NAME: &'static str = "orders.pause";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Pause, None)?;
        let until = self
            .until
            .resolve(w.now(), w.zone()?, false)
            .map_err(|e| e.on("until"))?;
        if until <= taking.at {
            return Err(Error::invalid("until", &self.until.0));
        }
        let text = self.note.as_deref().unwrap_or("");
        let other = self.waiting_for == WaitingFor::Other;
        let note = if other {
            required_text("note", text)?
        } else {
            optional_text("note", text)?
        };
        taking.new.waiting_for = Some(self.waiting_for);
        taking.new.waiting_until = Some(until);
        taking.sets_at = Some(until);
        step::complete(w, taking, &note)
    }
}
