//! The requester withdraws after the order was signed for.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_papers::CopyPlace;
use crate::ledger::order_state::OrderStep;
use crate::ledger::request_state::RequestEnding;
use crate::orders::copies;
use crate::orders::step::{self, On, Stepped};
use crate::requests::step as request_step;
use crate::text_field::{required_line, required_text};

/// Ends the order at the requester's wish.
#[derive(Deserialize, TS)]
pub struct WithdrawOrder {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Who withdrew it.
    pub whom: String,
    pub reason: String,
    /// Copies that were brought back with this.
    pub copies_back: Vec<i64>,
}

impl WriteVerb for WithdrawOrder {
    const NAME: &'static str = "orders.withdraw";
    const ACTION: Action = Action::VoidOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Withdraw, None)?;
        let whom = required_line("whom", &self.whom)?;
        taking.new.end_reason = required_text("reason", &self.reason)?;
        let (order, at) = (taking.old.id, taking.at);
        copies::move_all(w, order, CopyPlace::Desk, "", at, |c| {
            self.copies_back.contains(&c.copy_no)
        })?;
        let request = taking.old.request_id;
        request_step::close(w, request, RequestEnding::Withdrawn, at)?;
        // Who withdraws knows of it; the name stands there and not in the time line, which all may read (R39).
        request_step::told(w, request, &whom, at)?;
        let note = taking.new.end_reason.clone();
        step::complete(w, taking, &note)
    }
}
