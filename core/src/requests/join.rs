//! The same fault told by a neighbour: one order, every reporter told and followed up.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::error::{Code, Error};
use crate::ids::RequestId;
use crate::ledger::request_state::{RequestState, RequestStep};
use crate::ledger::requests::Request;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::optional_text;

/// Joins this request to another open one.
#[derive(Deserialize, TS)]
pub struct Join {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// The request that carries the order.
    pub to: RequestId,
    pub note: Option<String>,
}

impl WriteVerb for Join {
    const NAME: &'static str = "requests.join";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Join)?;
        let to = Request::get(w, self.to)?;
        if to.id == taking.old.id || to.state == RequestState::Ended || to.joined_to.is_some() {
            return Err(Error::invalid("to", to.no));
        }
        if !Request::joined(w, taking.old.id)?.is_empty() {
            // Others are joined to this one: joining it on would hide them.
            return Err(Error::new(Code::CarriesOthers));
        }
        taking.new.joined_to = Some(to.id);
        let note = optional_text("note", self.note.as_deref().unwrap_or(""))?;
        step::complete(w, taking, &to.no, &note)
    }
}
