//! The worker arrives on site (R9).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::orders::step::{self, On, Stepped};

/// Records the arrival.
#[derive(Deserialize, TS)]
pub struct Arrive {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
}

impl WriteVerb for Arrive {
    const NAME: &'static str = "orders.arrive";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let taking = step::begin(w, &self.on, OrderStep::Arrive, None)?;
        step::complete(w, taking, "")
    }
}
