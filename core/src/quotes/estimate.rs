//! The estimate of a request: which items it takes, as read out to the caller (R18).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::error::{Code, Error, Result};
use crate::fees::quoted::LineInput;
use crate::ids::RequestId;
use crate::ledger::Writer;
use crate::ledger::quotes::QuotePurpose;
use crate::ledger::requests::{Request, Urgency};
use crate::quotes::price::{Asked, Keeping, price};
use crate::requests::state::RequestState;
use crate::requests::step::RequestStepped;

/// Keeps the estimate of a request that has no order yet; an earlier one stays on record. No lines mean that nobody
/// knows what it takes before it is seen on site. A plan that was accepted no longer holds for other items.
#[derive(Deserialize, TS)]
pub struct Estimate {
    pub request: RequestId,
    /// Version of the request as it was shown.
    pub version: i64,
    pub lines: Vec<LineInput>,
}

/// Whether an estimate can be told anew: before a crew goes, and while nobody reviews it.
pub fn open(state: RequestState) -> bool {
    matches!(state, RequestState::Recorded | RequestState::WaitingCrew)
}

impl WriteVerb for Estimate {
    const NAME: &'static str = "quotes.estimate";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let old = Request::get_at(w, self.request, self.version)?;
        if !open(old.state) {
            return Err(Error::new(Code::RequestStepNotNow)
                .with("state", old.state.as_str())
                .with("step", "estimate"));
        }
        let urgent = old.urgency == Urgency::Urgent;
        let at = old.wished_at.unwrap_or(w.now()).max(w.now());
        let asked = Asked {
            place: old.place_id,
            at,
            urgent,
            earlier: &[],
            schedule: None,
        };
        let keeping = Keeping {
            request: old.id,
            order: None,
            purpose: QuotePurpose::Estimate,
            at,
            urgent,
            judged_by: String::new(),
            hours: String::new(),
        };
        let mut new = old.clone();
        new.forget_plan();
        new.quote_id = match self.lines.is_empty() {
            true => None,
            false => Some(price(w, &self.lines, asked)?.keep(w, keeping)?.id),
        };
        let request = new.update(w, &old)?;
        w.about(Request::TABLE, request.id);
        Ok(RequestStepped::of(&request))
    }
}
