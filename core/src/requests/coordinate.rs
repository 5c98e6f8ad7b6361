//! Hands a request straight to a coordination order (工作協調單, R14).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::request_state::RequestStep;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{required_line, required_text};

/// Ends the request in a coordination order.
#[derive(Deserialize, TS)]
pub struct CoordinateRequest {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Number of the coordination order on paper.
    pub record: String,
    pub reason: String,
}

impl WriteVerb for CoordinateRequest {
    const NAME: &'static str = "requests.coordinate";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Coordinate)?;
        let record = required_line("record", &self.record)?;
        let reason = required_text("reason", &self.reason)?;
        step::complete(w, taking, &record, &reason)
    }
}
