//! Records a call or visit with the requests it brings (R2); a later entry shows as 補錄.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, PlaceId, RequestId, ResidentId};
use crate::ledger::numbers::Numbering;
use crate::ledger::places::{Place, Resident};
use crate::ledger::request_state::RequestState;
use crate::ledger::requests::{Call, Channel, Danger, Duty, PhoneState, Request, Source, Urgency};
use crate::moment::{Moment, TimeInput};
use crate::office::Kind;
use crate::pricing::amount::Amount;
use crate::pricing::quoted::LineInput;
use crate::quotes::estimate::estimated;
use crate::requests::step::RequestStepped;
use crate::requests::words;
use crate::text_field::{optional_line, optional_text, phone, required_line, required_text};

/// One call or visit. Several faults told in one call are several requests of the same call.
#[derive(Deserialize, TS)]
pub struct RecordCall {
    pub channel: Channel,
    /// When it was received; empty means now.
    pub received_at: Option<TimeInput>,
    pub source: Source,
    /// Household, public area or facility; required for a household.
    pub place: Option<PlaceId>,
    /// The place in words, where it is not in the tree.
    pub place_text: Option<String>,
    pub resident: Option<ResidentId>,
    /// The reporting department, when a department reports.
    pub reporting_department: Option<DepartmentId>,
    /// Empty takes the resident's name.
    pub caller: Option<String>,
    pub relation: Option<String>,
    pub phone: Option<String>,
    /// The caller gave no number on purpose.
    pub phone_refused: bool,
    pub requests: Vec<NewRequest>,
}

/// One request of the call.
#[derive(Deserialize, TS)]
pub struct NewRequest {
    pub kind: Kind,
    pub content: String,
    pub urgency: Urgency,
    pub danger: Danger,
    pub wished_at: Option<TimeInput>,
    pub remarks: Option<String>,
    /// Another place than the call's own.
    pub place: Option<PlaceId>,
    /// The items it takes, as their price was read out to the caller: kept as its estimate (R18).
    pub lines: Option<Vec<LineInput>>,
    /// What they came to as it was read out; another amount is refused.
    pub told: Option<Amount>,
}

/// The requests that were recorded, in the order they were told.
#[derive(Debug, Serialize, TS)]
pub struct Recorded {
    pub requests: Vec<RequestStepped>,
}

/// Entered more than this many minutes after receipt is a late entry (補錄).
const LATE_ENTRY_MINUTES: i64 = 30;

/// Most requests in one call.
const REQUESTS_MAX: usize = 20;

impl WriteVerb for RecordCall {
    const NAME: &'static str = "requests.record";
    const ACTION: Action = Action::RecordRequest;
    type Out = Recorded;

    fn run(self, w: &mut Writer<'_>) -> Result<Recorded> {
        if self.requests.is_empty() || self.requests.len() > REQUESTS_MAX {
            return Err(Error::missing("content"));
        }
        let received_at = w.happened("received_at", self.received_at.as_ref(), None)?;
        let resident = self.resident.map(|id| Resident::get(w, id)).transpose()?;
        let place = self.place.or(resident.as_ref().map(|r| r.place_id));
        let place_text = place_text(w, self.source, place, self.place_text.as_deref())?;
        let caller = match self
            .caller
            .as_deref()
            .map(str::trim)
            .filter(|c| !c.is_empty())
        {
            Some(caller) => required_line("caller", caller)?,
            None => resident
                .as_ref()
                .map(|r| r.name.clone())
                .ok_or_else(|| Error::missing("caller"))?,
        };
        let phone = phone("phone", self.phone.as_deref().unwrap_or(""))?;
        let phone_state = match (phone.is_empty(), self.phone_refused) {
            (false, _) => PhoneState::Given,
            (true, true) => PhoneState::Refused,
            (true, false) => PhoneState::None,
        };
        let mut all = Vec::new();
        for new in &self.requests {
            all.push(required_text("content", &new.content)?);
        }
        let me = w.who()?.id;
        let call = Call {
            id: Default::default(),
            version: 0,
            channel: self.channel,
            at: received_at,
            entered_at: w.now(),
            caller: caller.clone(),
            phone: phone.clone(),
            place_text: place_text.clone(),
            content: all.join("\n"),
            taken_by: me,
        }
        .insert(w)?;
        let entry_day = w.today()?;
        let mut recorded = Vec::new();
        for (told, (new, content)) in self.requests.iter().zip(all).enumerate() {
            let own = new.place.filter(|own| Some(*own) != place);
            let text = match own {
                Some(own) => self::place_text(w, self.source, Some(own), None)?,
                None => place_text.clone(),
            };
            let letters = &w.settings()?.numbers.request_prefix;
            let number = Numbering::REQUEST.next(w, letters, entry_day)?;
            let request = Request {
                id: RequestId(0),
                version: 0,
                no: number.no,
                entry_day: entry_day.to_string(),
                seq: number.seq,
                call_id: call.id,
                kind: new.kind,
                source: self.source,
                place_id: own.or(place),
                place_text: text,
                resident_id: resident.as_ref().map(|r| r.id),
                caller: caller.clone(),
                relation: optional_line("relation", self.relation.as_deref().unwrap_or(""))?,
                phone: phone.clone(),
                phone_state,
                channel: self.channel,
                content,
                urgency: new.urgency,
                danger: new.danger,
                wished_at: w.planned("wished_at", new.wished_at.as_ref(), received_at)?,
                received_at,
                entered_at: w.now(),
                late_entry: entered_late(w.now(), received_at),
                duty: duty(w, received_at)?,
                taken_by: me,
                department_id: self.reporting_department,
                remarks: optional_text("remarks", new.remarks.as_deref().unwrap_or(""))?,
                state: RequestState::Recorded,
                ending: None,
                ended_at: None,
                ended_by: None,
                plan: String::new(),
                quote: None,
                consent_at: None,
                told_whom: String::new(),
                told_at: None,
                told_by: None,
                joined_to: None,
                quote_id: None,
                consent_quote: None,
            }
            .insert(w)?;
            let lines = new.lines.as_deref().unwrap_or_default();
            // The first request's lines stand for themselves; those of a further one name it.
            let request = with_estimate(w, request, lines, new.told).map_err(|e| match told {
                0 => e,
                _ => e.within(&format!("requests.{told}")),
            })?;
            words::index(w, &request)?;
            recorded.push(RequestStepped::of(&request));
        }
        if let Some(first) = recorded.first() {
            let id = first.id;
            w.about(Request::TABLE, id);
        }
        Ok(Recorded { requests: recorded })
    }
}

/// The request with the estimate that was read out to the caller, where there was one.
fn with_estimate(
    w: &mut Writer<'_>,
    request: Request,
    lines: &[LineInput],
    told: Option<Amount>,
) -> Result<Request> {
    let quote_id = estimated(w, &request, lines, told)?;
    if quote_id.is_none() {
        return Ok(request);
    }
    let told = Request {
        quote_id,
        ..request.clone()
    };
    told.update(w, &request)
}

/// Whether a request that was received at that time is a late entry (補錄).
pub fn entered_late(entered: Moment, received: Moment) -> bool {
    entered.seconds_since(received) > LATE_ENTRY_MINUTES * 60
}

/// The place in words. Errors: `Missing` place, `NotFound`; a household's request names its household.
pub fn place_text(
    r: &Reader<'_>,
    source: Source,
    place: Option<PlaceId>,
    words: Option<&str>,
) -> Result<String> {
    match place {
        Some(id) => {
            let place = Place::get(r, id)?;
            if place.active {
                Ok(place.label)
            } else {
                Err(Error::invalid("place", place.label))
            }
        }
        None if source == Source::Household => Err(Error::missing("place")),
        None => required_line("place", words.unwrap_or("")),
    }
}

/// Who was on duty: the desk in its hours, else the monitoring centre (R1).
pub fn duty(r: &Reader<'_>, at: Moment) -> Result<Duty> {
    let time = at.local(r.zone()?).time();
    let desk = r.settings()?.hours.open_at(time);
    Ok(if desk { Duty::Desk } else { Duty::Monitor })
}
