//! Corrects a fact of a request that others follow from: kind, place, channel, when it was received or wished, who
//! took it, when something was done about it. Its orders are judged anew; the old value stays with who, when and why
//! (R36).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::{PersonId, PlaceId, RequestEntryId, RequestId};
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::{Order, Step};
use crate::ledger::people::Person;
use crate::ledger::places::Resident;
use crate::ledger::request_state::{RequestState, RequestStep};
use crate::ledger::requests::{Call, Channel, Request, RequestEntry};
use crate::moment::{Moment, TimeInput};
use crate::office::Kind;
use crate::orders::correct_fact::move_step;
use crate::orders::judge;
use crate::orders::step::AskLate;
use crate::quotes::estimate::for_another_time;
use crate::records::correct::{between, record, too_late};
use crate::requests::estimate::open;
use crate::requests::record::{duty, entered_late, place_text};
use crate::requests::step::RequestStepped;
use crate::requests::words;

/// A fact as it should have been entered.
#[derive(Deserialize, TS)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum RequestFact {
    /// What its orders need goes by it, and some of their clocks.
    Kind { kind: Kind },
    /// Place in the tree, or in words where it is not in it.
    Place {
        place: Option<PlaceId>,
        place_text: Option<String>,
    },
    /// How the call came in, with all its requests.
    Channel { channel: Channel },
    /// When the call came in, with all its requests.
    ReceivedAt { at: TimeInput },
    /// Who took the call, with all its requests.
    TakenBy { person: PersonId },
    /// Empty for no wish.
    WishedAt { at: Option<TimeInput> },
    /// When something was done about it.
    At {
        entry: RequestEntryId,
        at: TimeInput,
    },
}

/// Corrects one fact.
///
/// Errors: `TimeTooEarly` and `TimeTooLate` where what happened would change places, `Missing` reason; `Invalid` for
/// what cannot be corrected, and for what is no other than before.
#[derive(Deserialize, TS)]
pub struct CorrectRequestFact {
    pub request: RequestId,
    pub version: i64,
    pub fact: RequestFact,
    pub reason: String,
}

/// The request after the correction.
#[derive(Debug, Serialize, TS)]
pub struct CorrectedRequest {
    pub request: RequestStepped,
    /// Steps of its orders that are late by the new judgement and have no reason yet (R37).
    pub late: Vec<AskLate>,
}

impl WriteVerb for CorrectRequestFact {
    const NAME: &'static str = "requests.correct_fact";
    const ACTION: Action = Action::CorrectFact;
    type Out = CorrectedRequest;

    fn run(self, w: &mut Writer<'_>) -> Result<CorrectedRequest> {
        let old = Request::get_at(w, self.request, self.version)?;
        let reason = &self.reason;
        // What belongs to the call is corrected of all its requests.
        let mut judged = vec![old.id];
        match self.fact {
            RequestFact::Kind { kind } => {
                let new = Request {
                    kind,
                    ..old.clone()
                };
                put(w, &old, new, "kind", reason)?;
            }
            RequestFact::Place { place, place_text } => {
                moved(w, &old, place, place_text.as_deref(), reason)?;
            }
            RequestFact::WishedAt { at } => {
                let mut new = old.clone();
                new.wished_at = w.planned("at", at.as_ref(), old.received_at)?;
                told_anew(w, &mut new)?;
                put(w, &old, new, "wished_at", reason)?;
            }
            RequestFact::At { entry, at } => done(w, &old, entry, &at, reason)?,
            RequestFact::Channel { channel } => {
                judged = of_call(w, &old, "channel", reason, |_, new, call| {
                    (new.channel, call.channel) = (channel, channel);
                    Ok(())
                })?;
            }
            RequestFact::TakenBy { person } => {
                Person::get(w, person)?;
                judged = of_call(w, &old, "taken_by", reason, |_, new, call| {
                    (new.taken_by, call.taken_by) = (person, person);
                    Ok(())
                })?;
            }
            RequestFact::ReceivedAt { at } => {
                let at = w.happened("at", Some(&at), None)?;
                judged = of_call(w, &old, "received_at", reason, |w, new, call| {
                    received(w, new, at)?;
                    call.at = at;
                    Ok(())
                })?;
            }
        }
        let mut late = Vec::new();
        for id in judged {
            late.extend(judge::anew(w, &Request::get(w, id)?, reason)?);
        }
        let request = Request::get(w, old.id)?;
        w.about(Request::TABLE, request.id);
        Ok(CorrectedRequest {
            request: RequestStepped::of(&request),
            late,
        })
    }
}

/// How a fact of a request reads in a correction.
fn said(w: &Writer<'_>, request: &Request, field: &str) -> Result<String> {
    let at = |moment: Option<Moment>| moment.map_or_else(String::new, |at| at.to_string());
    Ok(match field {
        "kind" => request.kind.as_str().to_owned(),
        "channel" => request.channel.as_str().to_owned(),
        "received_at" => at(Some(request.received_at)),
        "wished_at" => at(request.wished_at),
        "taken_by" => Person::get(w, request.taken_by)?.name,
        _ => request.place_text.clone(),
    })
}

/// Writes the request with its corrected field.
fn put(w: &mut Writer<'_>, old: &Request, new: Request, field: &str, reason: &str) -> Result<()> {
    let (before, after) = (said(w, old, field)?, said(w, &new, field)?);
    if before == after {
        return Err(Error::invalid(field, after));
    }
    let subject = format!("{}:{}", Request::TABLE, old.id);
    record(w, subject, field, before, after, reason)?;
    let request = new.update(w, old)?;
    words::index(w, &request)
}

/// Corrects what belongs to the call, of it and of all its requests; returns those.
fn of_call(
    w: &mut Writer<'_>,
    request: &Request,
    field: &str,
    reason: &str,
    correct: impl Fn(&Writer<'_>, &mut Request, &mut Call) -> Result<()>,
) -> Result<Vec<RequestId>> {
    let call = Call::get(w, request.call_id)?;
    let mut corrected = call.clone();
    let mut all = Vec::new();
    for old in Request::of_call(w, call.id)? {
        let mut new = old.clone();
        correct(w, &mut new, &mut corrected)?;
        put(w, &old, new, field, reason)?;
        all.push(old.id);
    }
    corrected.update(w, &call)?;
    Ok(all)
}

/// The request came in at another time: before anything was done about it, and before it was entered.
fn received(w: &Writer<'_>, request: &mut Request, at: Moment) -> Result<()> {
    let first = RequestEntry::of(w, request.id)?.first().map(|e| e.at);
    let issued = Order::of_request(w, request.id)?
        .first()
        .map(|o| o.issued_at);
    let latest = [first, issued, Some(request.entered_at)]
        .into_iter()
        .flatten()
        .min();
    if let Some(latest) = latest.filter(|latest| at > *latest) {
        return Err(too_late(w, at, latest)?);
    }
    request.received_at = at;
    request.late_entry = entered_late(request.entered_at, at);
    request.duty = duty(w, at)?;
    Ok(())
}

/// Another place. Who lives elsewhere is not the resident who called from it.
fn moved(
    w: &mut Writer<'_>,
    old: &Request,
    place: Option<PlaceId>,
    text: Option<&str>,
    reason: &str,
) -> Result<()> {
    let mut new = old.clone();
    new.place_text = place_text(w, old.source, place, text)?;
    new.place_id = place;
    if let Some(resident) = old.resident_id {
        let lives = Some(Resident::get(w, resident)?.place_id);
        new.resident_id = old.resident_id.filter(|_| lives == place);
    }
    told_anew(w, &mut new)?;
    put(w, old, new, "place", reason)
}

/// What an estimate comes to at the place and for the time as they are now, while no crew goes (R18).
fn told_anew(w: &mut Writer<'_>, request: &mut Request) -> Result<()> {
    if open(request.state) {
        request.quote_id = for_another_time(w, request)?;
    }
    Ok(())
}

/// Something was done about the request at another time: never before what it follows, nor after what follows it.
fn done(
    w: &mut Writer<'_>,
    request: &Request,
    id: RequestEntryId,
    typed: &TimeInput,
    reason: &str,
) -> Result<()> {
    use RequestStep as T;
    let line = RequestEntry::of(w, request.id)?;
    let place = line.iter().position(|entry| entry.id == id);
    let place = place.ok_or_else(|| Error::not_found(RequestEntry::TABLE, id))?;
    let old = &line[place];
    if matches!(old.step, T::Order | T::Reopen) {
        // It happened with an act of the order, which is where its time is corrected.
        return Err(Error::invalid("at", &typed.0));
    }
    let earliest = match place {
        0 => request.received_at,
        _ => line[place - 1].at,
    };
    let at = between(w, typed, earliest, line.get(place + 1).map(|next| next.at))?;
    if at == old.at {
        return Err(Error::invalid("at", &typed.0));
    }
    let subject = format!("{}:{id}", RequestEntry::TABLE);
    let (before, after) = (old.at.to_string(), at.to_string());
    record(w, subject, "at", before, after, reason)?;
    RequestEntry { at, ..old.clone() }.update(w, old)?;
    let moved = |moment: Option<Moment>| match moment {
        Some(moment) if moment == old.at => Some(at),
        other => other,
    };
    let mut new = request.clone();
    match old.step {
        T::Consent => new.consent_at = moved(new.consent_at),
        T::Tell => new.told_at = moved(new.told_at),
        _ if request.state == RequestState::Ended => new.ended_at = moved(new.ended_at),
        _ => {}
    }
    new.update(w, request)?;
    if old.step == T::Danger {
        hurried(w, request.id, old.at, at, reason)?;
    }
    Ok(())
}

/// Orders that went at once when the danger was noticed did so at that time.
fn hurried(
    w: &mut Writer<'_>,
    request: RequestId,
    then: Moment,
    at: Moment,
    reason: &str,
) -> Result<()> {
    for order in Order::of_request(w, request)? {
        let line = Step::of(w, order.id)?;
        for (place, step) in line.iter().enumerate() {
            if step.step != OrderStep::Hurry || step.at != then {
                continue;
            }
            let typed = TimeInput::from(at);
            let next = line.get(place + 1).map(|next| next.at);
            let earliest = line[..place].last().map_or(at, |before| before.at);
            between(w, &typed, earliest, next)?;
            move_step(w, &order, step, at, reason)?;
        }
    }
    Ok(())
}
