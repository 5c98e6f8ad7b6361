//! The coordination order reached its end: the order comes back to its follow-up (R14).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::orders::copies;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::required_text;

/// Records how coordination ended.
#[derive(Deserialize, TS)]
pub struct Conclude {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub work_done: String,
}

impl WriteVerb for Conclude {
    const NAME: &'static str = "orders.conclude";
    const ACTION: Action = Action::ReturnOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Conclude, None)?;
        taking.new.work_done = required_text("work_done", &self.work_done)?;
        copies::to_desk(w, taking.old.id, taking.at)?;
        step::complete(w, taking, "")
    }
}
