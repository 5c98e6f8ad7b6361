//! A housing-quality report: engineering confirms it within five minutes; then it is a defect (遺留問題), or a household request after all (R23).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::request_state::RequestStep;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{required_line, required_text};

/// Asks engineering to confirm.
#[derive(Deserialize, TS)]
pub struct AskDefect {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
}

impl WriteVerb for AskDefect {
    const NAME: &'static str = "requests.ask_defect";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::AskDefect)?;
        let whom = required_line("whom", &self.whom)?;
        step::complete(w, taking, &whom, "")
    }
}

/// Confirmed: the request ends in the defect list.
#[derive(Deserialize, TS)]
pub struct Defect {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Who confirmed it.
    pub whom: String,
    /// Number in the defect list (工程遺留問題匯總表).
    pub record: String,
}

impl WriteVerb for Defect {
    const NAME: &'static str = "requests.defect";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Defect)?;
        let whom = required_line("whom", &self.whom)?;
        let record = required_line("record", &self.record)?;
        step::complete(w, taking, &whom, &record)
    }
}

/// Not confirmed: an ordinary request again.
#[derive(Deserialize, TS)]
pub struct NotDefect {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
    pub reason: String,
}

impl WriteVerb for NotDefect {
    const NAME: &'static str = "requests.not_defect";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::NotDefect)?;
        let whom = required_line("whom", &self.whom)?;
        let reason = required_text("reason", &self.reason)?;
        step::complete(w, taking, &whom, &reason)
    }
}
