//! What the steps of an order make of its times, and how late each was: pure. A step does it when it is taken; a
//! correction goes through the whole line again (R7–R9, R36).

use crate::ledger::clocks;
use crate::ledger::order_state::{FollowUpOutcome, OrderState, OrderStep};
use crate::ledger::orders::{Order, Step, Times};
use crate::moment::Moment;
use crate::office::Settings;
use crate::orders::state::{self, Facts};

/// What a step that happened at `at` does to the times of its order. The order is in the state that it leads to.
pub fn take(order: &mut Order, step: OrderStep, at: Moment) {
    use OrderStep as T;
    match step {
        T::Issue => order.issued_at = at,
        // The first notification stays; a second call is another entry of the time line.
        T::Notify => order.notified_at = order.notified_at.or(Some(at)),
        T::Accept => {
            order.accepted_at = Some(at);
            order.arrival_from = Some(at);
        }
        T::Arrive => order.arrived_at = Some(at),
        T::Finish => order.finished_at = Some(at),
        T::Confirm => order.confirmed_at = Some(at),
        T::Countersign => order.countersigned_at = Some(at),
        T::Return => order.returned_at = Some(at),
        T::Conclude => {
            order.finished_at = Some(at);
            order.returned_at = Some(at);
        }
        T::FollowUp => order.called_at = order.called_at.or(Some(at)),
        T::Reject => {
            // The appointment was kept; the worker comes again as soon as possible (R9).
            order.appointment_at = None;
            order.arrival_from = Some(at);
            order.arrived_at = None;
            order.finished_at = None;
            order.confirmed_at = None;
        }
        T::Pause => order.arrived_at = None,
        T::Resume => {
            // The next date that was agreed is its appointment now; where that is over, the clock runs anew.
            order.appointment_at = order.waiting_until.filter(|next| *next > at);
            order.waiting_until = None;
            order.arrival_from = Some(at);
        }
        T::Coordinate => order.waiting_until = None,
        T::Transfer | T::Reassign => forget_acceptance(order, at),
        T::Hurry => {
            order.urgent = true;
            order.arrival_from = order.arrival_from.map(|from| from.max(at));
        }
        T::Amend
        | T::Agree
        | T::Decline
        | T::CloseUnreached
        | T::Exempt
        | T::Void
        | T::Withdraw => {}
    }
    if order.state.is_final() {
        order.ended_at = Some(at);
    }
}

/// The order is again one that nobody signed for: the five minutes to notify run anew from `at` (R7). An appointment
/// that was kept is over. What was agreed about the fee stays.
fn forget_acceptance(order: &mut Order, at: Moment) {
    if order.arrived_at.is_some() {
        order.appointment_at = None;
    }
    order.notify_from = at;
    order.notified_at = None;
    order.notified_whom = String::new();
    order.notified_how = None;
    order.accepted_at = None;
    order.arrival_from = None;
    order.arrived_at = None;
}

/// A call after the return, as far as the machine goes by it.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    pub outcome: FollowUpOutcome,
    /// To the requester himself, not to a neighbour whose report was joined.
    pub himself: bool,
}

/// An order whose whole line was gone through again.
#[derive(Debug)]
pub struct Judged {
    pub order: Order,
    /// By how many seconds each step was late, in their order.
    pub late_by: Vec<Option<i64>>,
}

/// Goes through the whole line of an order. Its kind, and from when its first clocks run, are those of `order`;
/// everything that the line makes is made anew. `calls` are the follow-up calls in their order.
pub fn go_through(order: &Order, line: &[Step], calls: &[Said], settings: &Settings) -> Judged {
    let mut new = begun(order, line);
    let mut calls = calls.iter();
    let mut late_by = Vec::with_capacity(line.len());
    for entry in line {
        let call = match entry.step {
            OrderStep::FollowUp => calls.next(),
            _ => None,
        };
        let neighbour = call.is_some_and(|call| !call.himself);
        let untold = entry.step == OrderStep::Resume && new.waiting_until.is_none();
        late_by.push(match () {
            // The day's call is the one to the requester himself (R15).
            () if neighbour => None,
            // Nobody knows any more until when it was to wait: what was judged then stays.
            () if untold => entry.late_by,
            () => clocks::late_by(entry.step, &Times::from(&new), settings, entry.at),
        });
        let called_at = new.called_at;
        new.state = after(&new, entry.step, call);
        take(&mut new, entry.step, entry.at);
        if entry.step == OrderStep::Pause {
            new.waiting_until = entry.sets_at;
        }
        if neighbour {
            new.called_at = called_at;
        }
    }
    let kept = order.clone();
    Judged {
        order: Order {
            urgent: new.urgent,
            appointment_at: new.appointment_at,
            issued_at: new.issued_at,
            notify_from: new.notify_from,
            notified_at: new.notified_at,
            accepted_at: new.accepted_at,
            arrival_from: new.arrival_from,
            arrived_at: new.arrived_at,
            finished_at: new.finished_at,
            confirmed_at: new.confirmed_at,
            countersigned_at: new.countersigned_at,
            waiting_until: new.waiting_until,
            returned_at: new.returned_at,
            called_at: new.called_at,
            ended_at: new.ended_at,
            ..kept
        },
        late_by,
    }
}

/// The order as it was when it was issued.
fn begun(order: &Order, line: &[Step]) -> Order {
    use OrderStep as T;
    let has = |steps: &[OrderStep]| line.iter().any(|entry| steps.contains(&entry.step));
    let moved = has(&[T::Resume, T::Reject, T::Transfer, T::Reassign]);
    let told = line.first().and_then(|issue| issue.sets_at);
    Order {
        state: OrderState::Issued,
        urgent: order.urgent && !has(&[T::Hurry]),
        // A line from before appointments stood in it: what the order still says, unless a later step said it.
        appointment_at: told.or(order.appointment_at.filter(|_| !moved)),
        notified_at: None,
        accepted_at: None,
        arrival_from: None,
        arrived_at: None,
        finished_at: None,
        confirmed_at: None,
        countersigned_at: None,
        waiting_until: None,
        returned_at: None,
        called_at: None,
        ended_at: None,
        ..order.clone()
    }
}

/// Where a step that was taken led; whether it could be taken was judged then.
fn after(order: &Order, step: OrderStep, call: Option<&Said>) -> OrderState {
    let facts = Facts {
        countersign: step == OrderStep::Countersign,
        unreached: true,
        ..Facts::default()
    };
    let outcome = call.map(|call| match (call.himself, call.outcome) {
        // Any other word of a neighbour is recorded, and the order waits for the requester's own.
        (false, FollowUpOutcome::Satisfied | FollowUpOutcome::Mostly) => {
            FollowUpOutcome::NotReached
        }
        (_, outcome) => outcome,
    });
    state::next(order.state, step, outcome, facts).unwrap_or(order.state)
}
