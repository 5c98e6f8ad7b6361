//! How every step of an order is taken: version, machine, event time, lateness, time line; the verb adds its facts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::{Reader, Writer};
use crate::error::Result;
use crate::ids::{OrderId, StepId};
use crate::ledger::clocks;
use crate::ledger::order_papers::{CopyPlace, FollowUp, OrderCopy};
use crate::ledger::order_state::{FollowUpOutcome, OrderState, OrderStep};
use crate::ledger::orders::Times;
use crate::ledger::orders::{LateReason, NotifyHow, Order, Step};
use crate::ledger::payments::Payment;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::settings::Versions;
use crate::moment::{Moment, TimeInput};
use crate::money::Money;
use crate::orders::balance::Balance;
use crate::orders::state::{self, Facts};
use crate::orders::time_line;
use crate::text_field::{optional_line, optional_text};

/// Which order, as it was seen, and when the step happened.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct On {
    pub order: OrderId,
    /// Version of the order as it was shown; a changed order refuses the step.
    pub version: i64,
    /// When it happened; empty means now.
    pub at: Option<TimeInput>,
    /// Why it was late, if it was; may be given later (R37).
    pub late: Option<Late>,
}

/// The reason of a late step.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Late {
    pub reason: LateReason,
    pub note: Option<String>,
}

/// What a step returns: enough to go on; the screen reads the rest again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Stepped {
    pub id: OrderId,
    pub no: String,
    pub version: i64,
    pub state: OrderState,
    /// The step that was late and has no reason yet, to ask for one (R37).
    pub ask_late: Option<AskLate>,
}

/// A late step without a reason.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AskLate {
    pub step: StepId,
    /// Which step it is.
    pub name: OrderStep,
    /// Seconds past the deadline.
    pub late_by: i64,
}

impl Stepped {
    /// The order after a step.
    pub fn of(order: &Order) -> Self {
        Self {
            id: order.id,
            no: order.no.clone(),
            version: order.version,
            state: order.state,
            ask_late: None,
        }
    }

    /// The order after a step, asking for the reason if that was late and gave none.
    pub fn after(order: &Order, entry: &Step) -> Self {
        let open = entry.late_by.filter(|_| entry.late_reason.is_none());
        Self {
            ask_late: open.map(|late_by| AskLate {
                step: entry.id,
                name: entry.step,
                late_by,
            }),
            ..Self::of(order)
        }
    }
}

/// A step under way: the order before, the order to be, and when it happened.
pub struct Taking {
    pub old: Order,
    pub new: Order,
    pub at: Moment,
    /// Seconds past the clock that the step stops.
    pub late_by: Option<i64>,
    /// How the department was told, where the step is a notification.
    pub how: Option<NotifyHow>,
    /// The time that the step sets for later.
    pub sets_at: Option<Moment>,
    step: OrderStep,
    late: Option<Late>,
}

/// Starts a step: checks version, machine and time. `outcome` only for a follow-up.
///
/// Errors: `Stale`, the machine's, and those of the typed time.
pub fn begin(
    w: &Writer<'_>,
    on: &On,
    step: OrderStep,
    outcome: Option<FollowUpOutcome>,
) -> Result<Taking> {
    let old = Order::get_at(w, on.order, on.version)?;
    let to = state::next(old.state, step, outcome, facts(w, &old)?)?;
    let at = w.happened("at", on.at.as_ref(), Step::last_at(w, old.id)?)?;
    let mut new = old.clone();
    new.state = to;
    time_line::take(&mut new, step, at);
    if to.is_final() {
        new.ended_by = Some(w.who()?.id);
    }
    Ok(Taking {
        late_by: clocks::late_by(
            step,
            &Times::from(&old),
            &*Versions::load(w)?.of_order(old.issued_at)?,
            at,
        ),
        how: None,
        sets_at: None,
        old,
        new,
        at,
        step,
        late: on.late.clone(),
    })
}

/// Finishes a step: writes the order and its time-line entry with `note`.
pub fn complete(w: &mut Writer<'_>, taking: Taking, note: &str) -> Result<Stepped> {
    let Taking {
        old,
        mut new,
        at,
        late_by,
        how,
        sets_at,
        step,
        late,
    } = taking;
    if old.fee.is_some() || new.fee.is_some() {
        // What a step does to the fee, or to whether it is due, shows in what is owed (R22).
        new.owed = Balance::of(&new, &Payment::of(w, old.id)?).owed();
        new.on_account &= new.owed > Money(0);
    }
    let order = new.update(w, &old)?;
    let entry = Entry {
        step,
        at,
        how,
        note,
        late_by,
        late,
        sets_at,
    };
    let entry = entry.record(w, order.id)?;
    w.about(Order::TABLE, order.id);
    Ok(Stepped::after(&order, &entry))
}

/// What a time-line entry says.
pub struct Entry<'a> {
    pub step: OrderStep,
    pub at: Moment,
    pub how: Option<NotifyHow>,
    pub note: &'a str,
    pub late_by: Option<i64>,
    /// Taken only where the step was late.
    pub late: Option<Late>,
    /// The time that the step sets for later.
    pub sets_at: Option<Moment>,
}

impl Entry<'_> {
    /// Writes it.
    pub fn record(self, w: &mut Writer<'_>, order: OrderId) -> Result<Step> {
        let late = self.late.filter(|_| self.late_by.is_some());
        Step {
            id: Default::default(),
            version: 0,
            order_id: order,
            step: self.step,
            at: self.at,
            entered_at: w.now(),
            by_person: w.who()?.id,
            how: self.how,
            note: optional_text("note", self.note)?,
            late_by: self.late_by,
            late_reason: late.as_ref().map(|l| l.reason),
            late_note: optional_line(
                "late_note",
                late.and_then(|l| l.note).as_deref().unwrap_or(""),
            )?,
            sets_at: self.sets_at,
        }
        .insert(w)
    }
}

/// What the machine must know about the order beside its state.
pub fn facts(r: &Reader<'_>, order: &Order) -> Result<Facts> {
    let settings = r.settings()?;
    let copies_out = match order.state {
        OrderState::Issued | OrderState::Accepted | OrderState::Waiting => {
            OrderCopy::of(r, order.id)?
                .iter()
                .filter(|c| c.printed > 0 && !matches!(c.place, CopyPlace::Desk | CopyPlace::Lost))
                .count()
        }
        _ => 0,
    };
    let unreached = match order.state {
        OrderState::Returned => unreached(r, order)?,
        _ => false,
    };
    Ok(Facts {
        countersign: settings.kinds.of(order.kind).countersign,
        fee_open: fee_open(r, order)?,
        copies_out: u32::try_from(copies_out).unwrap_or(u32::MAX),
        unreached,
        owed: owed(r, order)?,
    })
}

/// What is owed of the order and of those before it in its chain, and not on account: with its last order the chain is
/// archived as a whole (R22).
fn owed(r: &Reader<'_>, order: &Order) -> Result<Money> {
    let mut chain = vec![order.clone()];
    if let Some(first) = order.first_id {
        let mut before = Order::of_request(r, order.request_id)?;
        before.retain(|other| other.first_id.unwrap_or(other.id) == first && other.id < order.id);
        chain.extend(before);
    }
    let open = chain.iter().filter(|order| !order.on_account);
    Ok(Money(open.map(|order| order.owed.0.max(0)).sum()))
}

/// Whether the requester still has to agree: a fee is due, or an amount that is not settled yet (R20).
fn fee_open(r: &Reader<'_>, order: &Order) -> Result<bool> {
    if order.fee_agreed_at.is_some() {
        return Ok(false);
    }
    Ok(match (order.fee, order.quote_id) {
        (Some(fee), _) => fee.0 > 0,
        (None, Some(quote)) if order.state == OrderState::OnSite => {
            QuoteRow::get(r, quote)?.total().certain().is_none()
        }
        (None, _) => false,
    })
}

/// Whether enough calls on enough days stayed unanswered, a message left (R16).
fn unreached(r: &Reader<'_>, order: &Order) -> Result<bool> {
    let rules = &r.settings()?.follow_up;
    let zone = r.zone()?;
    let calls: Vec<FollowUp> = FollowUp::of(r, order.id)?
        .into_iter()
        .filter(|call| {
            call.request_id == order.request_id && call.outcome == FollowUpOutcome::NotReached
        })
        .collect();
    let mut days: Vec<_> = calls.iter().map(|call| call.at.day(zone)).collect();
    days.sort_unstable();
    days.dedup();
    Ok(calls.len() >= rules.unreached_tries as usize
        && days.len() >= rules.unreached_days as usize
        && calls.iter().any(|call| call.message_left))
}
