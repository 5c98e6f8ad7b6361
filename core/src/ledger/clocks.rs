//! Which deadlines an order runs against: pure, derived from facts and settings (R7–R9, R14, R15). Only the
//! next deadline of an open order is kept, so that late orders are found by an index.

use serde::Serialize;
use ts_rs::TS;

use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::Times;
use crate::moment::Moment;
use crate::names::names;
use crate::office::{Kind, Settings};

names! {
    /// Which deadline.
    ClockKind {
        /// The order of a public facility is written within three minutes (R8).
        Write = "write",
        /// The department is notified within five minutes (R7).
        Notify = "notify",
        /// The worker arrives in time (R9).
        Arrive = "arrive",
        /// A waiting order is taken up on its next date.
        Resume = "resume",
        /// A public-facility order is finished on its day (R14).
        Finish = "finish",
        /// The requester is called on the day the order returns (R15).
        FollowUp = "follow_up",
    }
}

names! {
    /// How a clock stands.
    ClockState { Running = "running", Met = "met", Late = "late" }
}

/// One deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Clock {
    pub kind: ClockKind,
    pub due_at: Moment,
    /// When the fact happened that stops it.
    pub met_at: Option<Moment>,
    pub state: ClockState,
    /// Seconds past the deadline, when late.
    pub late_by: Option<i64>,
}

fn clock(kind: ClockKind, due_at: Moment, met_at: Option<Moment>, now: Moment) -> Clock {
    let over = met_at.unwrap_or(now).seconds_since(due_at);
    let state = match (over > 0, met_at) {
        (true, _) => ClockState::Late,
        (false, Some(_)) => ClockState::Met,
        (false, None) => ClockState::Running,
    };
    Clock {
        kind,
        due_at,
        met_at,
        state,
        late_by: (over > 0).then_some(over),
    }
}

/// Closing time of the office day that a moment belongs to.
pub fn day_end(at: Moment, settings: &Settings) -> Moment {
    let (hours, zone) = (&settings.hours, settings.office.zone);
    Moment::from_local(hours.closing(hours.day_of(at.local(zone))), zone)
}

/// By when the worker arrives: before an appointment, else a set time after 簽收, which must have been given (R9).
pub fn arrival_due(order: &Times, settings: &Settings) -> Option<Moment> {
    match order.appointment_at.filter(|_| !order.urgent) {
        Some(appointment) => {
            Some(appointment.plus_minutes(-i64::from(settings.clocks.before_appointment)))
        }
        None => Some(
            order
                .arrival_from?
                .plus_minutes(i64::from(settings.clocks.arrive)),
        ),
    }
}

/// By when the order is written (R8); a later order of a chain follows from a call and has no such clock.
fn write_due(order: &Times, settings: &Settings) -> Option<Moment> {
    (order.kind == Kind::Public && order.chain_pos == 1).then(|| {
        order
            .intake_at
            .plus_minutes(i64::from(settings.clocks.write_public))
    })
}

/// By when the department is notified (R7).
fn notify_due(order: &Times, settings: &Settings) -> Moment {
    order
        .notify_from
        .plus_minutes(i64::from(settings.clocks.notify))
}

/// The deadline of the act that the order waits for in its state.
fn awaited(order: &Times, settings: &Settings) -> Option<Moment> {
    match order.state {
        OrderState::Issued if order.notified_at.is_none() => Some(notify_due(order, settings)),
        OrderState::Accepted => arrival_due(order, settings),
        OrderState::Waiting => order.waiting_until,
        _ => None,
    }
}

/// Every clock of the order, in the order of its life. A clock that a final state made pointless is left out.
pub fn of_order(order: &Times, settings: &Settings, now: Moment) -> Vec<Clock> {
    let mut clocks = Vec::new();
    let over = order.state.is_final();
    let mut add = |kind, due, met: Option<Moment>| {
        if met.is_some() || !over {
            clocks.push(clock(kind, due, met, now));
        }
    };
    if let Some(due) = write_due(order, settings) {
        add(ClockKind::Write, due, Some(order.issued_at));
    }
    // A department that signs without having been notified has come by itself: there is nobody left to notify. An
    // order handed over to coordination before either leaves the clock behind; that step was judged by it.
    let told = order.notified_at.or(order.accepted_at);
    if told.is_some() || order.state == OrderState::Issued {
        add(ClockKind::Notify, notify_due(order, settings), told);
    }
    if let Some(due) = arrival_due(order, settings)
        && (order.arrived_at.is_some() || order.state == OrderState::Accepted)
    {
        add(ClockKind::Arrive, due, order.arrived_at);
    }
    if let (OrderState::Waiting, Some(due)) = (order.state, order.waiting_until) {
        add(ClockKind::Resume, due, None);
    }
    // What became a coordination order is followed by that (R14).
    if order.kind == Kind::Public && !order.coordinated {
        add(
            ClockKind::Finish,
            day_end(order.issued_at, settings),
            order.finished_at,
        );
    }
    if let Some(returned) = order.returned_at {
        let met = order.called_at.or(order.ended_at.filter(|_| over));
        add(ClockKind::FollowUp, day_end(returned, settings), met);
    }
    clocks
}

/// Seconds by which a step that happened at `at` missed the clock it stops, of the order as it stood before the step.
/// A step that leaves a running clock behind is judged by that clock; one whose clock was stopped before is never late.
pub fn late_by(step: OrderStep, order: &Times, settings: &Settings, at: Moment) -> Option<i64> {
    use OrderStep as T;
    let due = match step {
        T::Issue => write_due(order, settings)?,
        T::Notify | T::Accept if order.notified_at.is_some() => return None,
        T::Notify | T::Accept => notify_due(order, settings),
        T::Arrive => arrival_due(order, settings)?,
        T::Resume => order.waiting_until?,
        T::Transfer | T::Reassign | T::Coordinate | T::Pause => awaited(order, settings)?,
        T::Finish if order.kind == Kind::Public => day_end(order.issued_at, settings),
        T::FollowUp if order.called_at.is_none() => day_end(order.returned_at?, settings),
        _ => return None,
    };
    let over = at.seconds_since(due);
    (over > 0).then_some(over)
}

/// The last deadline that is missed at `now`: lateness counts in whole seconds.
pub fn missed_until(now: Moment) -> Moment {
    Moment::from_millis(now.millis() - 1000)
}

/// The deadline of the clock that presses most; nothing where none runs. It is the same at any time: only facts and
/// settings move it.
pub fn next_due(order: &Times, settings: &Settings) -> Option<Moment> {
    let clocks = of_order(order, settings, order.issued_at);
    pressing(&clocks).map(|clock| clock.due_at)
}

/// The clock that presses most: the latest overdue one still running, else the next one due.
pub fn pressing(clocks: &[Clock]) -> Option<Clock> {
    clocks
        .iter()
        .filter(|c| c.met_at.is_none())
        .min_by_key(|c| c.due_at)
        .copied()
}
