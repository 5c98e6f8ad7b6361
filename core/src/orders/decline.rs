//! The owner does not agree on site: the worker returns and tells the desk (R20).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::ledger::request_state::RequestEnding;
use crate::orders::step::{self, On, Stepped};
use crate::requests::step as request_step;
use crate::text_field::required_text;

/// Ends the order as declined by the owner.
#[derive(Deserialize, TS)]
pub struct Decline {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub reason: String,
}

impl WriteVerb for Decline {
    const NAME: &'static str = "orders.decline";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Decline, None)?;
        taking.new.end_reason = required_text("reason", &self.reason)?;
        let note = taking.new.end_reason.clone();
        request_step::close(w, taking.old.request_id, RequestEnding::Declined, taking.at)?;
        step::complete(w, taking, &note)
    }
}
