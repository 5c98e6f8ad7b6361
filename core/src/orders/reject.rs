//! The supervisor does not sign: the order goes back to the worker with a reason (R13).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::order_state::OrderStep;
use crate::orders::countersign::check_supervisor;
use crate::orders::step::{self, On, Stepped};
use crate::people::active_person;
use crate::text_field::required_text;

/// Sends finished work back.
#[derive(Deserialize, TS)]
pub struct Reject {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub supervisor: PersonId,
    pub reason: String,
}

impl WriteVerb for Reject {
    const NAME: &'static str = "orders.reject";
    const ACTION: Action = Action::Countersign;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Reject, None)?;
        let supervisor = active_person(w, "supervisor", self.supervisor)?;
        check_supervisor(w, &supervisor, &taking.old, taking.at)?;
        let reason = required_text("reason", &self.reason)?;
        // The work is open again: what was said of the first try stays in the time line and the audit trail.
        let new = &mut taking.new;
        new.confirmation = None;
        new.evaluation = None;
        new.evaluation_remarks = String::new();
        step::complete(w, taking, &reason)
    }
}
