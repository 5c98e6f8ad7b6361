//! Answers a report on the spot (R5).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::Result;
use crate::error::{Code, Error};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::RequestEntry;
use crate::office::Role;
use crate::people::active_person;
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{optional_line, required_text};

/// Ends the request with the answer that the requester was given.
#[derive(Deserialize, TS)]
pub struct Answer {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// What the requester was told.
    pub answer: String,
    /// Who was told; empty means the caller.
    pub whom: Option<String>,
}

impl WriteVerb for Answer {
    const NAME: &'static str = "requests.answer";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Answer)?;
        let answer = required_text("answer", &self.answer)?;
        let whom = optional_line("whom", self.whom.as_deref().unwrap_or(&taking.old.caller))?;
        let by = w.who()?.id;
        // An answer on the spot is itself the telling (R42).
        taking.new.told_whom = whom.clone();
        taking.new.told_at = Some(taking.at);
        taking.new.told_by = Some(by);
        step::complete(w, taking, &whom, &answer)
    }
}

/// Asks the desk supervisor what to answer.
#[derive(Deserialize, TS)]
pub struct Ask {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub supervisor: PersonId,
    pub question: String,
}

impl WriteVerb for Ask {
    const NAME: &'static str = "requests.ask";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Ask)?;
        let question = required_text("question", &self.question)?;
        let supervisor = supervisor(w, self.supervisor)?;
        step::complete(w, taking, &supervisor.name, &question)
    }
}

/// Records the supervisor's reply and its time; then the requester is answered.
#[derive(Deserialize, TS)]
pub struct Reply {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub supervisor: PersonId,
    pub reply: String,
}

impl WriteVerb for Reply {
    const NAME: &'static str = "requests.reply";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Reply)?;
        let reply = required_text("reply", &self.reply)?;
        let asked = RequestEntry::of(w, taking.old.id)?;
        if !asked.iter().any(|entry| entry.step == RequestStep::Ask) {
            return Err(Error::new(Code::NothingAsked));
        }
        let supervisor = supervisor(w, self.supervisor)?;
        step::complete(w, taking, &supervisor.name, &reply)
    }
}

/// Who may be asked what to answer. Errors: `Invalid` on `supervisor` for anyone else.
fn supervisor(r: &Reader<'_>, id: PersonId) -> Result<Person> {
    let person = active_person(r, "supervisor", id)?;
    let asked = |role: &Role| matches!(role, Role::DeskSupervisor | Role::Manager);
    if person.roles.0.iter().any(asked) {
        Ok(person)
    } else {
        Err(Error::invalid("supervisor", person.name))
    }
}
