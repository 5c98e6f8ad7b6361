//! Corrects a fact of an order that others follow from: when a step happened, the time that it set, who carried the
//! order out, why a step was late. What follows is judged anew; the old value stays with who, when and why (R36).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{OrderId, PersonId, StepId};
use crate::ledger::order_papers::{
    CopyMove, CopyPlace, FollowUp, OrderCopy, Purpose, Signature, SignedHow,
};
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::{Order, Step};
use crate::ledger::people::Person;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, RequestEntry};
use crate::moment::{Moment, TimeInput};
use crate::orders::judge;
use crate::orders::step::{AskLate, Late, Stepped};
use crate::records::correct::{between, record, too_late};
use crate::text_field::optional_line;

/// A fact as it should have been entered.
#[derive(Deserialize, TS)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum OrderFact {
    /// When a step happened.
    At { step: StepId, at: TimeInput },
    /// The time that a step set for later: the appointment of an issue, empty for none; the next date of a pause.
    SetsAt { step: StepId, at: Option<TimeInput> },
    /// Who carries it out, as the paper says.
    Worker { worker: PersonId },
    /// Why a step was late.
    LateReason { step: StepId, late: Late },
}

/// Corrects one fact.
///
/// Errors: `TimeTooEarly` and `TimeTooLate` where the steps would change places, `SignedByHand`, `OwnWork`, `Missing`
/// reason; `Invalid` for what cannot be corrected, and for what is no other than before.
#[derive(Deserialize, TS)]
pub struct CorrectOrderFact {
    pub order: OrderId,
    pub version: i64,
    pub fact: OrderFact,
    pub reason: String,
}

/// The order after the correction.
#[derive(Debug, Serialize, TS)]
pub struct CorrectedOrder {
    pub order: Stepped,
    /// Steps that are late by the new judgement and have no reason yet (R37).
    pub late: Vec<AskLate>,
}

impl WriteVerb for CorrectOrderFact {
    const NAME: &'static str = "orders.correct_fact";
    const ACTION: Action = Action::CorrectFact;
    type Out = CorrectedOrder;

    fn run(self, w: &mut Writer<'_>) -> Result<CorrectedOrder> {
        let order = Order::get_at(w, self.order, self.version)?;
        let reason = &self.reason;
        match &self.fact {
            OrderFact::At { step, at } => happened(w, &order, *step, at, reason)?,
            OrderFact::SetsAt { step, at } => sets(w, &order, *step, at.as_ref(), reason)?,
            OrderFact::Worker { worker } => carried_out(w, &order, *worker, reason)?,
            OrderFact::LateReason { step, late } => was_late(w, &order, *step, late, reason)?,
        }
        let late = judge::anew(w, &Request::get(w, order.request_id)?, reason)?;
        w.about(Order::TABLE, order.id);
        Ok(CorrectedOrder {
            order: Stepped::of(&Order::get(w, order.id)?),
            late,
        })
    }
}

/// The step of the order. Errors: `NotFound`.
fn step_of(r: &Reader<'_>, order: &Order, id: StepId) -> Result<Step> {
    let step = Step::get(r, id)?;
    if step.order_id == order.id {
        Ok(step)
    } else {
        Err(Error::not_found(Step::TABLE, id))
    }
}

/// A step happened at another time: never before the one that it follows, nor after the one that follows it.
fn happened(
    w: &mut Writer<'_>,
    order: &Order,
    id: StepId,
    typed: &TimeInput,
    reason: &str,
) -> Result<()> {
    let line = Step::of(w, order.id)?;
    let place = line.iter().position(|step| step.id == id);
    let place = place.ok_or_else(|| Error::not_found(Step::TABLE, id))?;
    let old = &line[place];
    if old.step == OrderStep::Hurry || (old.step == OrderStep::Issue && order.first_id.is_some()) {
        // It happened with another act, which is where its time is corrected.
        return Err(Error::invalid("at", &typed.0));
    }
    let earliest = match place {
        0 => received(w, order)?,
        _ => line[place - 1].at,
    };
    let latest = line.get(place + 1).map(|next| next.at);
    let at = between(w, typed, earliest, latest)?;
    if at == old.at {
        return Err(Error::invalid("at", &typed.0));
    }
    move_step(w, order, old, at, reason)
}

/// From when on an order can have been issued: receipt, or what was done about the request before.
fn received(r: &Reader<'_>, order: &Order) -> Result<Moment> {
    let request = Request::get(r, order.request_id)?;
    let entries = RequestEntry::of(r, request.id)?;
    let own = |e: &&RequestEntry| !(e.step == RequestStep::Order && e.content == order.no);
    let before = entries.iter().take_while(own).last();
    Ok(before.map_or(request.received_at, |entry| entry.at))
}

/// Gives a step its time, and all that happened with it.
pub(super) fn move_step(
    w: &mut Writer<'_>,
    order: &Order,
    old: &Step,
    at: Moment,
    reason: &str,
) -> Result<()> {
    let subject = judge::about(old.id);
    let (before, after) = (old.at.to_string(), at.to_string());
    record(w, subject, "at", before, after, reason)?;
    Step { at, ..old.clone() }.update(w, old)?;
    let with = |then: Moment| then == old.at;
    for signed in Signature::of(w, order.id)? {
        if with(signed.at) && signed.purpose.as_str() == old.step.as_str() {
            let new = Signature {
                at,
                ..signed.clone()
            };
            new.update(w, &signed)?;
        }
    }
    for moved in CopyMove::of(w, order.id)?
        .into_iter()
        .filter(|m| with(m.at))
    {
        CopyMove {
            at,
            ..moved.clone()
        }
        .update(w, &moved)?;
    }
    match old.step {
        OrderStep::Agree if order.fee_agreed_at.is_some_and(with) => {
            let new = Order {
                fee_agreed_at: Some(at),
                ..order.clone()
            };
            new.update(w, order)?;
        }
        OrderStep::FollowUp => {
            for call in FollowUp::of(w, order.id)?
                .into_iter()
                .filter(|c| with(c.at))
            {
                FollowUp { at, ..call.clone() }.update(w, &call)?;
            }
            follow_chain(w, order, old.at, at, reason)?;
        }
        _ => {}
    }
    follow_request(w, order, old, at)
}

/// A call that sent a crew again issued the next order of the chain at that moment (R16).
fn follow_chain(
    w: &mut Writer<'_>,
    order: &Order,
    then: Moment,
    at: Moment,
    reason: &str,
) -> Result<()> {
    if order.state != OrderState::Redispatched {
        return Ok(());
    }
    for next in Order::of_request(w, order.request_id)? {
        if next.chain_pos != order.chain_pos + 1 || next.issued_at != then {
            continue;
        }
        let line = Step::of(w, next.id)?;
        if let Some(later) = line.get(1).filter(|step| step.at < at) {
            return Err(too_late(w, at, later.at)?);
        }
        if let Some(issue) = line.first() {
            move_step(w, &next, issue, at, reason)?;
        }
    }
    Ok(())
}

/// What the order's step did to its request, and to neighbours' reports, at the same moment.
fn follow_request(w: &mut Writer<'_>, order: &Order, old: &Step, at: Moment) -> Result<()> {
    let then = old.at;
    let own = Request::get(w, order.request_id)?;
    let joined = Request::joined(w, own.id)?;
    for request in std::iter::once(own).chain(joined) {
        let moved = |moment: Option<Moment>| match moment {
            Some(moment) if moment == then => Some(at),
            other => other,
        };
        let mut new = request.clone();
        if matches!(old.step, OrderStep::FollowUp | OrderStep::Withdraw) {
            new.told_at = moved(new.told_at);
        }
        if order.state.is_final() {
            new.ended_at = moved(new.ended_at);
        }
        new.update(w, &request)?;
    }
    for entry in RequestEntry::of(w, order.request_id)? {
        let with = match old.step {
            OrderStep::Issue => entry.step == RequestStep::Order && entry.content == order.no,
            OrderStep::Void => entry.step == RequestStep::Reopen && entry.whom == order.no,
            _ => false,
        };
        if with && entry.at == then {
            RequestEntry {
                at,
                ..entry.clone()
            }
            .update(w, &entry)?;
        }
    }
    Ok(())
}

/// The time that a step set for later.
fn sets(
    w: &mut Writer<'_>,
    order: &Order,
    id: StepId,
    typed: Option<&TimeInput>,
    reason: &str,
) -> Result<()> {
    let old = step_of(w, order, id)?;
    let (field, earliest) = match old.step {
        OrderStep::Issue => {
            let request = Request::get(w, order.request_id)?;
            ("appointment_at", request.received_at)
        }
        OrderStep::Pause => ("waiting_until", old.at),
        _ => return Err(Error::invalid("step", id)),
    };
    let sets_at = w.planned("at", typed, earliest)?;
    if sets_at.is_none() && old.step == OrderStep::Pause {
        return Err(Error::missing("at"));
    }
    if sets_at == old.sets_at {
        return Err(Error::invalid("at", typed.map_or("", |typed| &typed.0)));
    }
    let words = |at: Option<Moment>| at.map_or_else(String::new, |at| at.to_string());
    let (before, after) = (words(old.sets_at), words(sets_at));
    record(w, judge::about(id), field, before, after, reason)?;
    Step {
        sets_at,
        ..old.clone()
    }
    .update(w, &old)?;
    if old.step == OrderStep::Issue && order.appointment_at == old.sets_at {
        let new = Order {
            appointment_at: sets_at,
            ..order.clone()
        };
        new.update(w, order)?;
    }
    Ok(())
}

/// Another worker carried the order out than was entered: his name stands where the other's stood, under what was
/// signed on paper too. Who signed by PIN or on the screen was there himself.
fn carried_out(w: &mut Writer<'_>, order: &Order, worker: PersonId, reason: &str) -> Result<()> {
    let before = order.worker_id.ok_or_else(|| Error::missing("worker"))?;
    let (old, new) = (Person::get(w, before)?, Person::get(w, worker)?);
    if old.id == new.id {
        return Err(Error::invalid("worker", new.name));
    }
    let own = |purpose| matches!(purpose, Purpose::Accept | Purpose::Finish);
    for signed in Signature::of(w, order.id)? {
        if own(signed.purpose) && signed.person_id == Some(old.id) {
            if signed.how != SignedHow::Paper {
                return Err(Error::new(Code::SignedByHand)
                    .with("name", &old.name)
                    .on("worker"));
            }
            if signed.seen_by == Some(new.id) {
                return Err(Error::new(Code::OwnPaperSignature).on("worker"));
            }
            let by = Signature {
                name: new.name.clone(),
                person_id: Some(new.id),
                ..signed.clone()
            };
            by.update(w, &signed)?;
        } else if !own(signed.purpose)
            && (signed.person_id == Some(new.id) || signed.seen_by == Some(new.id))
        {
            return Err(Error::new(Code::OwnWork).on("worker"));
        }
    }
    for step in Step::of(w, order.id)? {
        if step.step == OrderStep::Accept && step.note == old.name {
            let by = Step {
                note: new.name.clone(),
                ..step.clone()
            };
            by.update(w, &step)?;
        }
    }
    for copy in OrderCopy::of(w, order.id)? {
        if copy.place == CopyPlace::Worker && copy.holder == old.name {
            let held = OrderCopy {
                holder: new.name.clone(),
                ..copy.clone()
            };
            held.update(w, &copy)?;
        }
    }
    let subject = format!("{}:{}", Order::TABLE, order.id);
    record(w, subject, "worker", old.name, new.name, reason)?;
    Order {
        worker_id: Some(worker),
        ..order.clone()
    }
    .update(w, order)?;
    Ok(())
}

/// Another reason for a late step than the one that was given.
fn was_late(
    w: &mut Writer<'_>,
    order: &Order,
    id: StepId,
    late: &Late,
    reason: &str,
) -> Result<()> {
    let old = step_of(w, order, id)?;
    let given = old.late_reason.ok_or_else(|| Error::invalid("step", id))?;
    let note = optional_line("late_note", late.note.as_deref().unwrap_or(""))?;
    if (given, &old.late_note) == (late.reason, &note) {
        return Err(Error::invalid("late_reason", given.as_str()));
    }
    let changes = [
        ("late_reason", given.as_str(), late.reason.as_str()),
        ("late_note", &old.late_note, &note),
    ];
    for (field, before, after) in changes.into_iter().filter(|(_, old, new)| old != new) {
        let (before, after) = (before.to_owned(), after.to_owned());
        record(w, judge::about(id), field, before, after, reason)?;
    }
    Step {
        late_reason: Some(late.reason),
        late_note: note,
        ..old.clone()
    }
    .update(w, &old)?;
    Ok(())
}
