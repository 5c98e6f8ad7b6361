//! A request ends before an order: withdrawn by the requester, or nobody could be reached.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::request_state::RequestStep;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{required_line, required_text};

/// The requester withdraws.
#[derive(Deserialize, TS)]
pub struct Withdraw {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
    pub reason: String,
}

impl WriteVerb for Withdraw {
    const NAME: &'static str = "requests.withdraw";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Withdraw)?;
        let whom = required_line("whom", &self.whom)?;
        let reason = required_text("reason", &self.reason)?;
        let by = w.who()?.id;
        taking.new.told_whom = whom.clone();
        taking.new.told_at = Some(taking.at);
        taking.new.told_by = Some(by);
        step::complete(w, taking, &whom, &reason)
    }
}

/// A waiting requester could not be reached; closed by the desk supervisor (R16).
#[derive(Deserialize, TS)]
pub struct Unreached {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// When it was tried.
    pub tries: String,
}

impl WriteVerb for Unreached {
    const NAME: &'static str = "requests.unreached";
    const ACTION: Action = Action::SuperviseDesk;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Unreached)?;
        let tries = required_text("tries", &self.tries)?;
        let whom = taking.old.caller.clone();
        step::complete(w, taking, &whom, &tries)
    }
}
