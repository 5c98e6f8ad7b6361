//! Voids an order (作廢). Every printed copy is back at the desk or recorded as lost; the number stays in the book.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_papers::CopyPlace;
use crate::ledger::order_state::OrderStep;
use crate::orders::copies;
use crate::orders::step::{self, On, Stepped};
use crate::requests::step as request_step;
use crate::text_field::required_text;

/// Voids an order and opens its request again.
#[derive(Deserialize, TS)]
pub struct Void {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub reason: String,
    /// Copies that were brought back with this.
    pub copies_back: Vec<i64>,
}

impl WriteVerb for Void {
    const NAME: &'static str = "orders.void";
    const ACTION: Action = Action::VoidOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let now = w.now();
        copies::move_all(w, self.on.order, CopyPlace::Desk, "", now, |c| {
            self.copies_back.contains(&c.copy_no)
        })?;
        let mut taking = step::begin(w, &self.on, OrderStep::Void, None)?;
        taking.new.end_reason = required_text("reason", &self.reason)?;
        let (request, at) = (taking.old.request_id, taking.at);
        let note = taking.new.end_reason.clone();
        let stepped = step::complete(w, taking, &note)?;
        request_step::after_void(w, request, &stepped.no, at)?;
        Ok(stepped)
    }
}
