//! Gives the order to another worker, who signs for it anew. Its copies stay where they are until then (R10).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::ledger::order_state::OrderStep;
use crate::orders::step::{self, On, Stepped};
use crate::people::active_person;
use crate::text_field::required_text;

/// Reassigns an order.
#[derive(Deserialize, TS)]
pub struct Reassign {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub worker: PersonId,
    pub reason: String,
}

impl WriteVerb for Reassign {
    const NAME: &'static str = "orders.reassign";
    const ACTION: Action = Action::SteerOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Reassign, None)?;
        let worker = active_person(w, "worker", self.worker)?;
        if Some(worker.id) == taking.old.worker_id {
            return Err(Error::invalid("worker", worker.name));
        }
        let reason = required_text("reason", &self.reason)?;
        taking.new.worker_id = Some(worker.id);
        step::complete(w, taking, &format!("{}: {reason}", worker.name))
    }
}
