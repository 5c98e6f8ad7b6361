//! The estimate of a request: which items it takes, as read out to the caller (R18).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::error::{Code, Error, Result};
use crate::fees::amount::Amount;
use crate::fees::material_check::unseen;
use crate::fees::quote::Verdict;
use crate::fees::quoted::{LineInput, QuotedLine};
use crate::ids::{FeeScheduleId, QuoteId, RequestId};
use crate::ledger::quotes::{QuotePurpose, QuoteRow};
use crate::ledger::requests::{Danger, Request, Urgency};
use crate::ledger::{Reader, Writer};
use crate::moment::Moment;
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

/// The request's estimate told anew for another time, by the version it was told by before; a plan stays as it was
/// accepted.
///
/// Errors: those of [`price`].
pub fn for_another_time(w: &mut Writer<'_>, request: &Request) -> Result<Option<QuoteId>> {
    let quote = request
        .quote_id
        .map(|id| QuoteRow::get(w, id))
        .transpose()?;
    match quote {
        Some(quote) if quote.purpose == QuotePurpose::Estimate => {
            let lines: Vec<LineInput> = quote.lines.0.iter().map(QuotedLine::input).collect();
            Ok(Some(keep(w, request, &lines, quote.schedule_id)?.id))
        }
        _ => Ok(request.quote_id),
    }
}

/// Keeps what the lines cost as the estimate of a request; nothing where there are none. Priced for when the work is
/// wished, as [`WorkOut`](crate::quotes::work_out::WorkOut) told it.
///
/// Errors: those of [`price`] and of [`unseen`]; `FeeDiffers` on `lines` where they came to another amount when they
/// were read out, such as before the night began.
pub fn estimated(
    w: &mut Writer<'_>,
    request: &Request,
    lines: &[LineInput],
    told: Option<Amount>,
) -> Result<Option<QuoteId>> {
    if lines.is_empty() {
        return Ok(None);
    }
    unseen(lines)?;
    let quote = keep(w, request, lines, None)?;
    match told.filter(|told| *told != quote.total()) {
        None => Ok(Some(quote.id)),
        Some(told) => Err(Error::new(Code::FeeDiffers)
            .with("value", told)
            .with("amount", quote.total())
            .on("lines")),
    }
}

/// Keeps an estimate, priced by `schedule` or by the version in force at its time.
fn keep(
    w: &mut Writer<'_>,
    request: &Request,
    lines: &[LineInput],
    schedule: Option<FeeScheduleId>,
) -> Result<QuoteRow> {
    let urgent = request.urgency == Urgency::Urgent;
    let at = priced_at(w.now(), request.wished_at);
    let asked = Asked {
        place: request.place_id,
        at,
        urgent,
        earlier: &[],
        schedule,
        whole: false,
    };
    let keeping = Keeping {
        request: request.id,
        order: None,
        purpose: QuotePurpose::Estimate,
        at,
        urgent,
        judged_by: String::new(),
        hours: String::new(),
    };
    price(w, lines, asked)?.keep(w, keeping)
}

/// The time whose prices and surcharges an estimate goes by: the wished one, unless that is past already.
pub fn priced_at(now: Moment, wished: Option<Moment>) -> Moment {
    wished.unwrap_or(now).max(now)
}
