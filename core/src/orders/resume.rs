//! A waiting order is taken up again.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::orders::step::{self, On, Stepped};

/// Takes a waiting order up. The next date that was agreed is its appointment now; where that is over, the arrival
/// clock runs anew from here (R9).
#[derive(Deserialize, TS)]
pub struct Resume {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
}

impl WriteVerb for Resume {
    const NAME: &'static str = "orders.resume";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Resume, None)?;
        taking.new.waiting_for = None;
        step::complete(w, taking, "")
    }
}
