//! The night's entries, handed over to the day desk in the morning (R1).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, RequestId};
use crate::ledger::handovers::Handover;
use crate::ledger::people::Person;
use crate::ledger::requests::Request;
use crate::moment::TimeInput;
use crate::people::active_person;
use crate::records::seen;
use crate::requests::night::waiting;
use crate::text_field::optional_text;

/// What the night duty received and the day desk has not taken over yet.
#[derive(Deserialize, TS)]
pub struct ShowHandover {}

/// The night's entries, and the handovers before.
#[derive(Debug, Serialize, TS)]
pub struct HandoverView {
    /// The oldest entry first.
    pub entries: Vec<Request>,
    /// The newest first.
    pub past: Vec<PastHandover>,
}

/// A handover that was made.
#[derive(Debug, Serialize, TS)]
pub struct PastHandover {
    pub handover: Handover,
    pub gave: String,
    pub took: String,
}

/// Past handovers that are shown.
const PAST: u32 = 30;

impl ReadVerb for ShowHandover {
    const NAME: &'static str = "desk.handover";
    const ACTION: Action = Action::SeeRequests;
    type Out = HandoverView;

    fn run(self, r: &Reader<'_>) -> Result<HandoverView> {
        let name = |id: PersonId| Person::get(r, id).map(|person| person.name);
        let mut past = Vec::new();
        for handover in Handover::latest(r, PAST)? {
            past.push(PastHandover {
                gave: name(handover.gave)?,
                took: name(handover.took)?,
                handover,
            });
        }
        Ok(HandoverView {
            entries: seen::requests(r, waiting(r)?),
            past,
        })
    }
}

/// The day desk takes the night's entries over from whoever received them.
#[derive(Deserialize, TS)]
pub struct HandOver {
    /// Who gives: the night's duty.
    pub gave: PersonId,
    /// The last entry that was shown; a later one is not taken over unseen.
    pub upto: RequestId,
    /// When; empty means now.
    pub at: Option<TimeInput>,
    pub remarks: Option<String>,
}

impl WriteVerb for HandOver {
    const NAME: &'static str = "desk.hand_over";
    const ACTION: Action = Action::TakeOver;
    type Out = Handover;

    fn run(self, w: &mut Writer<'_>) -> Result<Handover> {
        let took = w.who()?.id;
        let gave = active_person(w, "gave", self.gave)?;
        if gave.id == took {
            return Err(Error::invalid("gave", gave.name));
        }
        let entries = waiting(w)?;
        let Some(last) = entries.iter().position(|entry| entry.id == self.upto) else {
            // A colleague took them over meanwhile.
            return Err(Error::new(Code::Stale));
        };
        let taken = entries.iter().take(last + 1);
        let latest = taken.map(|entry| entry.received_at).max();
        Handover {
            id: Default::default(),
            version: 0,
            at: w.happened("at", self.at.as_ref(), latest)?,
            entered_at: w.now(),
            gave: gave.id,
            took,
            upto: self.upto,
            entries: i64::try_from(last + 1).map_err(Error::broken)?,
            remarks: optional_text("remarks", self.remarks.as_deref().unwrap_or(""))?,
        }
        .insert(w)
    }
}
