//! Danger noticed after the call (R19): a crew goes at once, whatever was still asked or waited for.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::RequestId;
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::{Order, Step};
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Danger, Urgency};
use crate::moment::Moment;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::required_text;

/// Records which danger there is, from whom it is known and what was said. The request is urgent from then on, and so
/// is an order on its way.
///
/// Errors: `Invalid` on `danger` for none, and for the one that is recorded already.
#[derive(Deserialize, TS)]
pub struct NoticeDanger {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub danger: Danger,
    pub whom: String,
    /// What was said of it.
    pub situation: String,
}

impl WriteVerb for NoticeDanger {
    const NAME: &'static str = "requests.danger";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Danger)?;
        if self.danger == Danger::None || self.danger == taking.old.danger {
            return Err(Error::invalid("danger", self.danger.as_str()));
        }
        let situation = required_text("situation", &self.situation)?;
        taking.new.danger = self.danger;
        taking.new.urgency = Urgency::Urgent;
        hurry(w, taking.old.id, taking.at, &situation)?;
        step::complete(w, taking, &self.whom, &situation)
    }
}

/// An order on which nobody is at work yet no longer waits for its appointment: whoever signed for it is to arrive in
/// time from now on (R9).
fn hurry(w: &mut Writer<'_>, request: RequestId, at: Moment, situation: &str) -> Result<()> {
    use OrderState as S;
    for order in Order::of_request(w, request)? {
        if !matches!(order.state, S::Issued | S::Accepted | S::Waiting) || order.urgent {
            continue;
        }
        let last = Step::last_at(w, order.id)?.unwrap_or(order.issued_at);
        let at = at.max(last);
        let mut new = order.clone();
        new.urgent = true;
        new.arrival_from = order.arrival_from.map(|from| from.max(at));
        new.update(w, &order)?;
        Step {
            id: Default::default(),
            version: 0,
            order_id: order.id,
            step: OrderStep::Hurry,
            at,
            entered_at: w.now(),
            by_person: w.who()?.id,
            how: None,
            note: situation.to_owned(),
            late_by: None,
            late_reason: None,
            late_note: String::new(),
            sets_at: None,
        }
        .insert(w)?;
    }
    Ok(())
}
