//! How every step of a request is taken: version, machine, event time, time line; the verb adds its facts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::Writer;
use crate::error::{Code, Error, Result};
use crate::ids::RequestId;
use crate::ledger::request_state::{RequestEnding, RequestState, RequestStep};
use crate::ledger::requests::{Request, RequestEntry};
use crate::moment::{Moment, TimeInput};
use crate::requests::state;
use crate::text_field::{optional_line, optional_text};

/// Which request, as it was seen, and when the step happened.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OnRequest {
    pub request: RequestId,
    /// Version of the request as it was shown; a changed request refuses the step.
    pub version: i64,
    /// When it happened; empty means now.
    pub at: Option<TimeInput>,
}

/// What a step returns.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RequestStepped {
    pub id: RequestId,
    pub no: String,
    pub version: i64,
    pub state: RequestState,
    pub ending: Option<RequestEnding>,
}

impl RequestStepped {
    /// The request after a step.
    pub fn of(r: &Request) -> Self {
        Self {
            id: r.id,
            no: r.no.clone(),
            version: r.version,
            state: r.state,
            ending: r.ending,
        }
    }
}

/// A step under way.
pub struct Taking {
    pub old: Request,
    pub new: Request,
    pub at: Moment,
    step: RequestStep,
}

/// Starts a step. Errors: `Stale`, the machine's, and those of the typed time.
pub fn begin(
    w: &Writer<'_>,
    request: RequestId,
    version: i64,
    step: RequestStep,
    at: Option<&TimeInput>,
) -> Result<Taking> {
    let old = Request::get_at(w, request, version)?;
    let (to, ending) = state::next(old.state, step, state::Facts::of(&old))?;
    let last = RequestEntry::of(w, old.id)?
        .last()
        .map_or(old.received_at, |entry| entry.at);
    let at = w.happened("at", at, Some(last))?;
    let mut new = old.clone();
    new.state = to;
    if let Some(ending) = ending {
        new.ending = Some(ending);
        new.ended_at = Some(at);
        new.ended_by = Some(w.who()?.id);
    }
    Ok(Taking { old, new, at, step })
}

/// Starts a step on what a verb names. Errors: as [`begin`].
pub fn begin_on(w: &Writer<'_>, on: &OnRequest, step: RequestStep) -> Result<Taking> {
    begin(w, on.request, on.version, step, on.at.as_ref())
}

/// Finishes a step: writes the request and its time-line entry.
pub fn complete(
    w: &mut Writer<'_>,
    taking: Taking,
    whom: &str,
    content: &str,
) -> Result<RequestStepped> {
    let Taking { old, new, at, step } = taking;
    let request = new.update(w, &old)?;
    entry(w, request.id, step, at, whom, content)?;
    w.about(Request::TABLE, request.id);
    Ok(RequestStepped::of(&request))
}

fn entry(
    w: &mut Writer<'_>,
    request: RequestId,
    step: RequestStep,
    at: Moment,
    whom: &str,
    content: &str,
) -> Result<RequestEntry> {
    RequestEntry {
        id: Default::default(),
        version: 0,
        request_id: request,
        step,
        at,
        entered_at: w.now(),
        by_person: w.who()?.id,
        whom: optional_line("whom", whom)?,
        content: optional_text("content", content)?,
    }
    .insert(w)
}

/// Ends a request with the ending of its order's chain.
pub fn close(
    w: &mut Writer<'_>,
    request: RequestId,
    ending: RequestEnding,
    at: Moment,
) -> Result<()> {
    let old = Request::get(w, request)?;
    if old.state != RequestState::Ordered {
        return Err(Error::new(Code::RequestStepNotNow)
            .with("state", old.state.as_str())
            .with("step", ending.as_str()));
    }
    let mut new = old.clone();
    new.state = RequestState::Ended;
    new.ending = Some(ending);
    new.ended_at = Some(at);
    new.ended_by = Some(w.who()?.id);
    new.update(w, &old)?;
    Ok(())
}

/// Records that the requester knows what came of it (R42).
pub fn told(w: &mut Writer<'_>, request: RequestId, whom: &str, at: Moment) -> Result<()> {
    let old = Request::get(w, request)?;
    let mut new = old.clone();
    new.told_whom = optional_line("whom", whom)?;
    new.told_at = Some(at);
    new.told_by = Some(w.who()?.id);
    new.update(w, &old)?;
    Ok(())
}

/// A voided order opens its request again: nobody is on the way to the requester, and he is not satisfied yet (R16).
pub fn after_void(w: &mut Writer<'_>, request: RequestId, no: &str, at: Moment) -> Result<()> {
    let old = Request::get(w, request)?;
    let mut new = old.clone();
    new.state = RequestState::Recorded;
    new.update(w, &old)?;
    entry(w, request, RequestStep::Reopen, at, no, "")?;
    Ok(())
}
