//! The workbench: what waits at each stage, and what runs late before anyone calls.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Step;
use crate::ledger::orders::Times;
use crate::ledger::registers::{self, OrderRow};
use crate::ledger::request_state::RequestState;
use crate::ledger::requests::Request;
use crate::ledger::settings::Versions;
use crate::moment::Moment;
use crate::orders::clocks::{self, Clock, ClockState};
use crate::records::{PAGE_MAX, seen};
use crate::requests::night;

/// An order in a queue with its most pressing clock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QueueRow {
    pub row: OrderRow,
    pub clock: Option<Clock>,
}

/// A page of one stage's queue, those waiting longest first.
#[derive(Deserialize, TS)]
pub struct Queue {
    pub state: OrderState,
    /// Last order of the page before.
    pub after: Option<OrderId>,
    /// At most 500.
    pub limit: u32,
}

/// One page of a queue.
#[derive(Debug, Serialize, TS)]
pub struct QueuePage {
    pub rows: Vec<QueueRow>,
    /// Whether further rows follow.
    pub more: bool,
}

impl ReadVerb for Queue {
    const NAME: &'static str = "orders.queue";
    const ACTION: Action = Action::SeeOrders;
    type Out = QueuePage;

    fn run(self, r: &Reader<'_>) -> Result<QueuePage> {
        let limit = self.limit.clamp(1, PAGE_MAX);
        let after = self.after.unwrap_or(OrderId(0));
        let mut rows = registers::orders_in_state(r, self.state, after, limit + 1)?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        Ok(QueuePage {
            rows: with_clocks(r, rows)?,
            more,
        })
    }
}

/// How many orders are at each stage, for who looks at one of them.
#[derive(Deserialize, TS)]
pub struct Stages {}

/// A stage and how many orders are there.
#[derive(Debug, Serialize, TS)]
pub struct StageCount {
    pub state: OrderState,
    pub count: i64,
}

impl ReadVerb for Stages {
    const NAME: &'static str = "orders.stages";
    const ACTION: Action = Action::SeeOrders;
    type Out = Vec<StageCount>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<StageCount>> {
        let counts = registers::open_counts(r)?.into_iter();
        Ok(counts
            .map(|(state, count)| StageCount { state, count })
            .collect())
    }
}

/// The desk at a glance.
#[derive(Deserialize, TS)]
pub struct Workbench {}

/// What the desk must see.
#[derive(Debug, Serialize, TS)]
pub struct WorkbenchView {
    pub stages: Vec<Stage>,
    /// Requests with no order yet, the oldest first.
    pub recorded: Vec<Request>,
    /// Requests waiting for a crew (待約), in review or awaiting a confirmation.
    pub waiting: Vec<Request>,
    /// Ended requests whose requester was not told yet (R42).
    pub to_tell: Vec<Request>,
    /// The night's requests that the day desk has not taken over yet, from its opening on (R1).
    pub night: Vec<Request>,
    /// Late orders, the longest overdue first.
    pub late: Vec<QueueRow>,
    /// Orders whose clock runs out within the next half hour.
    pub soon: Vec<QueueRow>,
    /// Late steps without a reason, the oldest first (R37).
    pub unexplained: Vec<UnexplainedStep>,
    /// A list that is longer than this was cut off.
    pub rows_max: u32,
}

/// A late step without a reason, and the number of its order.
#[derive(Debug, Serialize, TS)]
pub struct UnexplainedStep {
    pub step: Step,
    pub order_no: String,
}

/// How many orders are at a stage, and how many of them are late.
#[derive(Debug, Serialize, TS)]
pub struct Stage {
    pub state: OrderState,
    pub count: i64,
    pub late: i64,
}

/// Rows of each list on the workbench; the queues hold the rest. One row more is read, which tells that there are more.
const ROWS: u32 = 30;

/// Orders per stage that are looked at for lateness. A desk with more open orders than this at one stage has other
/// troubles, and the stage's count still tells.
const LOOKED_AT: u32 = 200;

impl ReadVerb for Workbench {
    const NAME: &'static str = "desk.workbench";
    const ACTION: Action = Action::SeeOrders;
    type Out = WorkbenchView;

    fn run(self, r: &Reader<'_>) -> Result<WorkbenchView> {
        let versions = Versions::load(r)?;
        let (mut stages, mut late, mut soon) = (Vec::new(), Vec::new(), Vec::new());
        let horizon = r.now().plus_minutes(30);
        for (state, count) in registers::open_counts(r)? {
            let mut late_here = 0;
            for (id, times) in Times::in_state(r, state, LOOKED_AT)? {
                let clock = pressing(r, &versions, &times);
                let Some(clock) = clock.filter(|clock| clock.due_at <= horizon) else {
                    continue;
                };
                if clock.state == ClockState::Late {
                    late_here += 1;
                    late.push((clock.due_at, id));
                } else {
                    soon.push((clock.due_at, id));
                }
            }
            stages.push(Stage {
                state,
                count,
                late: late_here,
            });
        }
        let shown = |mut found: Vec<(Moment, OrderId)>| {
            found.sort_unstable();
            found.truncate(ROWS as usize + 1);
            let ids: Vec<OrderId> = found.into_iter().map(|(_, id)| id).collect();
            with_clocks(r, registers::orders_of(r, &ids)?)
        };
        let (late, soon) = (shown(late)?, shown(soon)?);
        let requests = r.may(Action::SeeRequests);
        let in_state = |state| -> Result<Vec<Request>> {
            if requests {
                Ok(seen::requests(r, Request::in_state(r, state, ROWS + 1)?))
            } else {
                Ok(Vec::new())
            }
        };
        let mut waiting = in_state(RequestState::WaitingCrew)?;
        waiting.extend(in_state(RequestState::InReview)?);
        waiting.extend(in_state(RequestState::Confirming)?);
        Ok(WorkbenchView {
            stages,
            recorded: in_state(RequestState::Recorded)?,
            waiting,
            to_tell: if requests {
                seen::requests(r, Request::to_tell(r, ROWS + 1)?)
            } else {
                Vec::new()
            },
            night: if requests {
                night::in_the_morning(r)?
            } else {
                Vec::new()
            },
            late,
            soon,
            unexplained: Step::unexplained(r, ROWS + 1)?
                .into_iter()
                .map(|(step, order_no)| UnexplainedStep { step, order_no })
                .collect(),
            rows_max: ROWS,
        })
    }
}

fn with_clocks(r: &Reader<'_>, rows: Vec<OrderRow>) -> Result<Vec<QueueRow>> {
    let versions = Versions::load(r)?;
    Ok(seen::order_rows(r, rows)
        .into_iter()
        .map(|row| QueueRow {
            clock: pressing(r, &versions, &Times::from(&row.order)),
            row,
        })
        .collect())
}

/// The clock that presses an order most.
fn pressing(r: &Reader<'_>, versions: &Versions, times: &Times) -> Option<Clock> {
    let settings = versions.in_force(times.issued_at)?;
    clocks::pressing(&clocks::of_order(times, &settings, r.now()))
}
