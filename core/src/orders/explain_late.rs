//! Gives the reason of a late step afterwards (R37).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::StepId;
use crate::ledger::orders::{Order, Step};
use crate::orders::step::{Late, Stepped};
use crate::text_field::optional_line;

/// Explains a late step. A reason once given stays.
#[derive(Deserialize, TS)]
pub struct ExplainLate {
    pub step: StepId,
    pub late: Late,
}

impl WriteVerb for ExplainLate {
    const NAME: &'static str = "orders.explain_late";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let old = Step::get(w, self.step)?;
        if old.late_by.is_none() || old.late_reason.is_some() {
            return Err(Error::invalid("step", old.id));
        }
        let mut new = old.clone();
        new.late_reason = Some(self.late.reason);
        new.late_note = optional_line("late_note", self.late.note.as_deref().unwrap_or(""))?;
        let order = Order::get(w, old.order_id)?;
        new.update(w, &old)?;
        w.about(Order::TABLE, order.id);
        Ok(Stepped::of(&order))
    }
}
