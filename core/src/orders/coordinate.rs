//! Hands an order that cannot be finished on its day to a coordination order (工作協調單, R14).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::{required_line, required_text};

/// Hands the order over.
#[derive(Deserialize, TS)]
pub struct Coordinate {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Why it is unfinished.
    pub reason: String,
    /// Number of the coordination order on paper.
    pub record: String,
}

impl WriteVerb for Coordinate {
    const NAME: &'static str = "orders.coordinate";
    const ACTION: Action = Action::SteerOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Coordinate, None)?;
        taking.new.coordination = required_line("record", &self.record)?;
        taking.new.waiting_for = None;
        let reason = required_text("reason", &self.reason)?;
        let note = format!("{}: {reason}", taking.new.coordination);
        step::complete(w, taking, &note)
    }
}
