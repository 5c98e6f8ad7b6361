//! The workbench: what waits at each stage, and what runs late before anyone calls.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::{Code, Error, Result};
use crate::ids::OrderId;
use crate::ledger::clocks::{self, Clock};
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Step;
use crate::ledger::queues::{self, Due, ListedRequest, QueuedOrder};
use crate::ledger::registers::ListedOrder;
use crate::ledger::request_state::RequestState;
use crate::ledger::settings::Versions;
use crate::moment::Moment;
use crate::records::PAGE_MAX;
use crate::requests::night;

/// An order in a queue with its most pressing clock.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QueueRow {
    #[serde(flatten)]
    #[ts(flatten)]
    pub line: ListedOrder,
    pub clock: Option<Clock>,
}

/// A page of one stage's queue, those waiting longest first.
#[derive(Deserialize, TS)]
pub struct Queue {
    pub state: OrderState,
    /// Only those whose clock ran out, the longest overdue first.
    #[serde(default)]
    pub late: bool,
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

    /// Errors: `Stale` where the last order of the page before is late no longer.
    fn run(self, r: &Reader<'_>) -> Result<QueuePage> {
        let limit = self.limit.clamp(1, PAGE_MAX);
        let mut rows = if self.late {
            let after = match self.after {
                Some(order) => queues::place_of(r, order)?.ok_or(Error::new(Code::Stale))?,
                None => FIRST,
            };
            let until = clocks::missed_until(r.now());
            let late = queues::due(r, self.state, after, until, limit + 1)?;
            orders_of(r, &late)?
        } else {
            let after = self.after.unwrap_or(OrderId(0));
            queues::in_state(r, self.state, after, limit + 1)?
        };
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        Ok(QueuePage {
            rows: with_clocks(r, &Versions::load(r)?, rows)?,
            more,
        })
    }
}

/// How many orders are at each stage, for who looks at one of them.
#[derive(Deserialize, TS)]
pub struct Stages {}

impl ReadVerb for Stages {
    const NAME: &'static str = "orders.stages";
    const ACTION: Action = Action::SeeOrders;
    type Out = Vec<Stage>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Stage>> {
        stages(r)
    }
}

fn stages(r: &Reader<'_>) -> Result<Vec<Stage>> {
    let until = clocks::missed_until(r.now());
    let stage = |state: &OrderState| {
        Ok(Stage {
            state: *state,
            count: queues::count(r, *state)?,
            late: queues::count_due(r, *state, until)?,
        })
    };
    OrderState::OPEN.iter().map(stage).collect()
}

/// The desk at a glance.
#[derive(Deserialize, TS)]
pub struct Workbench {}

/// What the desk must see.
#[derive(Debug, Serialize, TS)]
pub struct WorkbenchView {
    pub stages: Vec<Stage>,
    /// Requests with no order yet, the oldest first.
    pub recorded: Vec<ListedRequest>,
    /// Requests waiting for a crew (待約), in review or awaiting a confirmation.
    pub waiting: Vec<ListedRequest>,
    /// Ended requests whose requester was not told yet (R42).
    pub to_tell: Vec<ListedRequest>,
    /// The night's requests that the day desk has not taken over yet, from its opening on (R1).
    pub night: Vec<ListedRequest>,
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

impl ReadVerb for Workbench {
    const NAME: &'static str = "desk.workbench";
    const ACTION: Action = Action::SeeOrders;
    type Out = WorkbenchView;

    fn run(self, r: &Reader<'_>) -> Result<WorkbenchView> {
        let versions = Versions::load(r)?;
        let until = clocks::missed_until(r.now());
        let horizon = r.now().plus_minutes(30);
        let late = first_due(r, FIRST, until)?;
        let soon = first_due(r, (until, OrderId(i64::MAX)), horizon)?;
        let requests = r.may(Action::SeeRequests);
        let in_state = |state| {
            if requests {
                queues::requests_in_state(r, state, ROWS + 1)
            } else {
                Ok(Vec::new())
            }
        };
        let mut waiting = in_state(RequestState::WaitingCrew)?;
        waiting.extend(in_state(RequestState::InReview)?);
        waiting.extend(in_state(RequestState::Confirming)?);
        Ok(WorkbenchView {
            stages: stages(r)?,
            recorded: in_state(RequestState::Recorded)?,
            waiting,
            to_tell: if requests {
                queues::requests_to_tell(r, ROWS + 1)?
            } else {
                Vec::new()
            },
            night: if requests {
                let night = night::in_the_morning(r)?.into_iter();
                night.map(ListedRequest::from).collect()
            } else {
                Vec::new()
            },
            late: with_clocks(r, &versions, orders_of(r, &late)?)?,
            soon: with_clocks(r, &versions, orders_of(r, &soon)?)?,
            unexplained: Step::unexplained(r, ROWS + 1)?
                .into_iter()
                .map(|(step, order_no)| UnexplainedStep { step, order_no })
                .collect(),
            rows_max: ROWS,
        })
    }
}

/// Before all that are due.
const FIRST: Due = (Moment::from_millis(i64::MIN), OrderId(0));

/// What a list of the workbench shows of the open orders that are due after the place `after` and at `until` or before.
fn first_due(r: &Reader<'_>, after: Due, until: Moment) -> Result<Vec<Due>> {
    let mut found = Vec::new();
    for state in OrderState::OPEN {
        found.extend(queues::due(r, *state, after, until, ROWS + 1)?);
    }
    found.sort_unstable();
    found.truncate(ROWS as usize + 1);
    Ok(found)
}

fn orders_of(r: &Reader<'_>, due: &[Due]) -> Result<Vec<QueuedOrder>> {
    let ids: Vec<OrderId> = due.iter().map(|(_, id)| *id).collect();
    queues::orders_of(r, &ids)
}

/// The orders, each with the clock that presses it most.
fn with_clocks(
    r: &Reader<'_>,
    versions: &Versions,
    orders: Vec<QueuedOrder>,
) -> Result<Vec<QueueRow>> {
    let row = |order: QueuedOrder| {
        let settings = versions.of_order(order.times.issued_at)?;
        let clocks = clocks::of_order(&order.times, &settings, r.now());
        Ok(QueueRow {
            line: order.line,
            clock: clocks::pressing(&clocks),
        })
    };
    orders.into_iter().map(row).collect()
}
