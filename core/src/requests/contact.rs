//! The desk helps with what the office cannot do itself: it contacts the department or outside party (R5).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::error::{Code, Error};
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::RequestEntry;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{required_line, required_text};

/// Records whom the desk contacted for the requester, and the reply; the request stays open.
#[derive(Deserialize, TS)]
pub struct ContactFor {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Department or outside party.
    pub whom: String,
    pub reply: String,
}

impl WriteVerb for ContactFor {
    const NAME: &'static str = "requests.contact";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Contact)?;
        let whom = required_line("whom", &self.whom)?;
        let reply = required_text("reply", &self.reply)?;
        step::complete(w, taking, &whom, &reply)
    }
}

/// Ends the request as helped elsewhere (協助聯繫) once the requester was told of the reply.
#[derive(Deserialize, TS)]
pub struct Help {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Who helps.
    pub whom: String,
    /// What came of it, as told to the requester.
    pub result: String,
}

impl WriteVerb for Help {
    const NAME: &'static str = "requests.help";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Help)?;
        let contacted = RequestEntry::of(w, taking.old.id)?;
        if !contacted
            .iter()
            .any(|entry| entry.step == RequestStep::Contact)
        {
            return Err(Error::new(Code::ContactFirst));
        }
        let whom = required_line("whom", &self.whom)?;
        let result = required_text("result", &self.result)?;
        let by = w.who()?.id;
        taking.new.told_whom = taking.old.caller.clone();
        taking.new.told_at = Some(taking.at);
        taking.new.told_by = Some(by);
        step::complete(w, taking, &whom, &result)
    }
}
