//! No crew at the wished time: the request waits (待約) until one is arranged (R6).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Danger, Request, Urgency};
use crate::moment::TimeInput;
use crate::office::Kind;
use crate::quotes::estimate::for_another_time;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{optional_text, required_text};

/// Puts the request on the waiting list, with what the requester was told. Only a household's request waits, and only
/// one that is not urgent (R6, R19).
///
/// Errors: `GoesAtOnce`, `Missing` phone.
#[derive(Deserialize, TS)]
pub struct WaitCrew {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub explanation: String,
}

impl WriteVerb for WaitCrew {
    const NAME: &'static str = "requests.wait_crew";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::WaitCrew)?;
        let explanation = required_text("explanation", &self.explanation)?;
        if !may_wait(&taking.old) {
            return Err(Error::new(Code::GoesAtOnce));
        }
        if taking.old.phone.is_empty() {
            // Without a number nobody can be called when a crew is free (R6).
            return Err(Error::new(Code::PhoneNeeded));
        }
        let whom = taking.old.caller.clone();
        step::complete(w, taking, &whom, &explanation)
    }
}

/// Whether a request may wait for a crew at all.
pub fn may_wait(request: &Request) -> bool {
    request.kind == Kind::Household
        && request.urgency != Urgency::Urgent
        && request.danger == Danger::None
}

/// A crew is free: the time agreed with the requester.
#[derive(Deserialize, TS)]
pub struct Arrange {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// The new wished time.
    pub wished_at: TimeInput,
    pub note: Option<String>,
}

impl WriteVerb for Arrange {
    const NAME: &'static str = "requests.arrange";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Arrange)?;
        let at = self
            .wished_at
            .resolve(w.now(), w.zone()?, false)
            .map_err(|e| e.on("wished_at"))?;
        if at < taking.at {
            return Err(Error::invalid("wished_at", &self.wished_at.0));
        }
        taking.new.wished_at = Some(at);
        // Night and holiday cost what that time costs, not the one wished before (R22).
        taking.new.quote_id = for_another_time(w, &taking.new)?;
        let note = optional_text("note", self.note.as_deref().unwrap_or(""))?;
        let whom = taking.old.caller.clone();
        step::complete(w, taking, &whom, &note)
    }
}
