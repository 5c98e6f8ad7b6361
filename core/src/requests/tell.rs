//! Tells the requester what came of it (R42).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::request_state::RequestStep;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{optional_text, required_line};

/// Records that the requester of an ended request was told.
#[derive(Deserialize, TS)]
pub struct Tell {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
    pub note: Option<String>,
}

impl WriteVerb for Tell {
    const NAME: &'static str = "requests.tell";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Tell)?;
        let whom = required_line("whom", &self.whom)?;
        let note = optional_text("note", self.note.as_deref().unwrap_or(""))?;
        let by = w.who()?.id;
        taking.new.told_whom = whom.clone();
        taking.new.told_at = Some(taking.at);
        taking.new.told_by = Some(by);
        step::complete(w, taking, &whom, &note)
    }
}
