//! The estimate of a request told anew, as read out to the caller (R18).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::RequestId;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::request_state::RequestState;
use crate::ledger::requests::{Danger, Request};
use crate::pricing::amount::Amount;
use crate::pricing::quote::Verdict;
use crate::pricing::quoted::LineInput;
use crate::quotes::estimate::estimated;
use crate::requests::step::RequestStepped;

/// Keeps the estimate of a request that has no order yet; an earlier one stays on record. No lines mean that nobody
/// knows what it takes before it is seen on site. A plan that was accepted no longer holds for other items.
#[derive(Deserialize, TS)]
pub struct Estimate {
    pub request: RequestId,
    /// Version of the request as it was shown.
    pub version: i64,
    pub lines: Vec<LineInput>,
    /// What they came to as it was read out; another amount is refused.
    pub told: Option<Amount>,
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
        if self.lines.is_empty() && old.danger == Danger::None && needs_consent(w, &old)? {
            // Who takes the items away takes nothing of the review away (R19).
            return Err(Error::new(Code::ConsentFirst).on("lines"));
        }
        let mut new = old.clone();
        new.forget_plan();
        new.quote_id = estimated(w, &old, &self.lines, self.told)?;
        let request = new.update(w, &old)?;
        w.about(Request::TABLE, request.id);
        Ok(RequestStepped::of(&request))
    }
}

/// Whether the request's items are outside the schedule, so that the owner is asked first (R19).
fn needs_consent(r: &Reader<'_>, request: &Request) -> Result<bool> {
    let quote = request
        .quote_id
        .map(|id| QuoteRow::get(r, id))
        .transpose()?;
    Ok(quote.is_some_and(|quote| matches!(quote.verdict.0, Verdict::Review { .. })))
}
