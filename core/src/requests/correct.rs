//! Corrects a recorded word of a request; the old value stays with who, when and why (R36).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ids::RequestId;
use crate::ledger::requests::{PhoneState, Request, RequestField};
use crate::records::correct::record;
use crate::requests::step::RequestStepped;
use crate::requests::words;
use crate::text_field::{optional_line, optional_text, phone, required_line, required_text};

/// Corrects one field.
#[derive(Deserialize, TS)]
pub struct CorrectRequest {
    pub request: RequestId,
    pub version: i64,
    pub field: RequestField,
    pub value: String,
    pub reason: String,
}

impl WriteVerb for CorrectRequest {
    const NAME: &'static str = "requests.correct";
    const ACTION: Action = Action::CorrectRecord;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let old = Request::get_at(w, self.request, self.version)?;
        let mut new = old.clone();
        let value = &self.value;
        let (slot, checked) = match self.field {
            RequestField::Caller => (&mut new.caller, required_line("value", value)?),
            RequestField::Phone => (&mut new.phone, phone("value", value)?),
            RequestField::Relation => (&mut new.relation, optional_line("value", value)?),
            RequestField::Content => (&mut new.content, required_text("value", value)?),
            RequestField::Remarks => (&mut new.remarks, optional_text("value", value)?),
        };
        let old_value = std::mem::replace(slot, checked.clone());
        if self.field == RequestField::Phone {
            new.phone_state = if checked.is_empty() {
                PhoneState::None
            } else {
                PhoneState::Given
            };
        }
        let subject = format!("{}:{}", Request::TABLE, old.id);
        record(
            w,
            subject,
            self.field.as_str(),
            old_value,
            checked,
            &self.reason,
        )?;
        let request = new.update(w, &old)?;
        words::index(w, &request)?;
        w.about(Request::TABLE, request.id);
        Ok(RequestStepped::of(&request))
    }
}
