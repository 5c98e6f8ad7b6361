//! The night's entries, handed over to the day desk in the morning (R1).

use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::{ReadVerb, WriteVerb};
use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, RequestId};
use crate::ledger::handovers::Handover;
use crate::ledger::people::Person;
use crate::ledger::requests::{Duty, Request};
use crate::ledger::{Reader, Writer};
use crate::moment::{Moment, TimeInput};
use crate::people::active_person;
use crate::requests::record::duty;
use crate::requests::seen;
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

/// Most entries of one handover; what is beyond waits for the next.
const ENTRIES: u32 = 200;

/// Past handovers that are shown.
const PAST: u32 = 30;

/// Days that are looked back on: what was received before is history, whoever took it up.
const DAYS: u64 = 7;

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

/// The entries that wait for the day desk; none while the night is still on duty.
pub fn in_the_morning(r: &Reader<'_>) -> Result<Vec<Request>> {
    match duty(r, r.now())? {
        Duty::Desk => Ok(seen::requests(r, waiting(r)?)),
        Duty::Monitor => Ok(Vec::new()),
    }
}

fn waiting(r: &Reader<'_>) -> Result<Vec<Request>> {
    let after = Handover::latest(r, 1)?.first().map(|last| last.upto);
    let begin = (r.today()? - Days::new(DAYS)).and_time(NaiveTime::MIN);
    let from = Moment::from_local(begin, r.zone()?);
    Request::of_the_night(r, after.unwrap_or_default(), from, ENTRIES)
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
