//! Closes an order whose requester could not be reached: three tries on two days, a message left (R16).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::ledger::request_state::RequestEnding;
use crate::orders::step::{self, On, Stepped};
use crate::requests::step as request_step;

/// Closes as 未能聯繫. It never counts as satisfied.
#[derive(Deserialize, TS)]
pub struct CloseUnreached {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
}

impl WriteVerb for CloseUnreached {
    const NAME: &'static str = "orders.close_unreached";
    const ACTION: Action = Action::SuperviseDesk;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let taking = step::begin(w, &self.on, OrderStep::CloseUnreached, None)?;
        let (request, at) = (taking.old.request_id, taking.at);
        request_step::close(w, request, RequestEnding::Unreached, at)?;
        step::complete(w, taking, "")
    }
}
