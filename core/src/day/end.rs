//! The day-end list (日終清單): what came in and was not passed on (R4), late steps without a reason (R37), copies that
//! are out or lost (R10), and follow-ups that were due (R15).

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::ReadVerb;
use crate::error::{Error, Result};
use crate::ids::OrderId;
use crate::ledger::Reader;
use crate::ledger::order_papers::{CopyPlace, OrderCopy};
use crate::ledger::orders::Times;
use crate::ledger::orders::{Order, Step};
use crate::ledger::registers::{self, OrderRow, RegisterFilter};
use crate::ledger::requests::{Request, RequestEntry};
use crate::ledger::settings::Versions;
use crate::moment::Moment;
use crate::orders::clocks::{self, Clock, ClockKind};
use crate::orders::state::{OrderState, OrderStep};
use crate::requests::seen;
use crate::requests::state::{RequestState, RequestStep};
use crate::settings::CopyOwner;

/// What a day leaves undone. A day runs from one closing of the desk to the next, so that the night's reports belong
/// to the day whose desk can pass them on.
#[derive(Deserialize, TS)]
pub struct ShowDayEnd {
    /// ISO day; empty means today.
    pub day: Option<String>,
}

/// The day-end list.
#[derive(Debug, Serialize, TS)]
pub struct DayEnd {
    /// ISO day.
    pub day: String,
    pub from: Moment,
    /// Closing: the first moment of the next day.
    pub to: Moment,
    /// Whether the desk has closed; until then the list may still shrink.
    pub over: bool,
    /// Requests of the day without an order and not asked of any department; older ones while nobody took them up.
    pub requests: Vec<LeftRequest>,
    /// Orders of the day whose department was not told of them; older ones while it still was not.
    pub orders: Vec<LeftOrder>,
    /// Late steps up to this day whose reason is still open.
    pub unexplained: Vec<LeftStep>,
    /// Open orders with a lost copy, or whose copy of the desk's is out.
    pub copies: Vec<LeftCopies>,
    /// Orders to be called back by this day's closing and not yet.
    pub follow_ups: Vec<LeftFollowUp>,
}

/// A request that was not passed on during its day.
#[derive(Debug, Serialize, TS)]
pub struct LeftRequest {
    pub request: Request,
    /// When it was passed on afterwards.
    pub passed_at: Option<Moment>,
}

/// An order that was not passed on during its day.
#[derive(Debug, Serialize, TS)]
pub struct LeftOrder {
    pub row: OrderRow,
    /// When its department learned of it afterwards.
    pub passed_at: Option<Moment>,
}

/// A late step without a reason.
#[derive(Debug, Serialize, TS)]
pub struct LeftStep {
    pub step: Step,
    pub row: OrderRow,
}

/// An order whose copies are not all where they should be.
#[derive(Debug, Serialize, TS)]
pub struct LeftCopies {
    pub row: OrderRow,
    /// Only those that are out or lost.
    pub copies: Vec<OrderCopy>,
}

/// An order whose requester was not called.
#[derive(Debug, Serialize, TS)]
pub struct LeftFollowUp {
    pub row: OrderRow,
    pub clock: Clock,
}

/// Most rows of each kind: a desk that leaves more than this undone has other troubles.
const ROWS: u32 = 500;

impl ReadVerb for ShowDayEnd {
    const NAME: &'static str = "desk.day_end";
    const ACTION: Action = Action::SeeOrders;
    type Out = DayEnd;

    fn run(self, r: &Reader<'_>) -> Result<DayEnd> {
        of(r, day(r, self.day.as_deref())?)
    }
}

/// The day that was asked for; else today's, which past midnight is still yesterday's until the desk closes.
///
/// Errors: `Invalid` on `day`.
pub fn day(r: &Reader<'_>, asked: Option<&str>) -> Result<NaiveDate> {
    match asked.map(str::trim) {
        None | Some("") => {
            let day = r.settings()?.hours.day_of(r.now().local(r.zone()?));
            Ok(day.min(r.today()?))
        }
        Some(text) => text.parse().map_err(|_| Error::invalid("day", text)),
    }
}

/// The list of one day.
pub fn of(r: &Reader<'_>, day: NaiveDate) -> Result<DayEnd> {
    let hours = &r.settings()?.hours;
    let zone = r.zone()?;
    let closing = |day: NaiveDate| Moment::from_local(hours.closing(day), zone);
    let span = Span {
        from: closing(day - Duration::days(1)),
        to: closing(day),
    };
    Ok(DayEnd {
        day: day.to_string(),
        from: span.from,
        to: span.to,
        over: r.now() >= span.to,
        requests: requests(r, span)?,
        orders: orders(r, span)?,
        unexplained: unexplained(r, span)?,
        copies: copies(r)?,
        follow_ups: follow_ups(r, span)?,
    })
}

/// From one closing to the next.
#[derive(Clone, Copy)]
struct Span {
    from: Moment,
    to: Moment,
}

impl Span {
    fn filter(self) -> RegisterFilter {
        RegisterFilter {
            from: Some(self.from),
            to: Some(self.to),
            ..RegisterFilter::default()
        }
    }

    /// Whether something had not happened when the day was over.
    fn missed(self, at: Option<Moment>) -> bool {
        at.is_none_or(|at| at >= self.to)
    }
}

fn requests(r: &Reader<'_>, span: Span) -> Result<Vec<LeftRequest>> {
    if !r.may(Action::SeeRequests) {
        return Ok(Vec::new());
    }
    let mut rows = Request::in_state(r, RequestState::Recorded, ROWS)?;
    rows.retain(|request| request.received_at < span.from);
    let mut today = registers::requests(r, &span.filter(), None, None, ROWS)?;
    today.reverse();
    rows.append(&mut today);
    let mut left = Vec::new();
    for request in rows {
        let passed_at = request_passed(r, &request)?;
        if span.missed(passed_at) && span.missed(request.ended_at) {
            let request = seen::request(r, request);
            left.push(LeftRequest { request, passed_at });
        }
    }
    Ok(left)
}

/// When a request left the desk: its order was written, or a department was asked about it (R14, R19, R23).
fn request_passed(r: &Reader<'_>, request: &Request) -> Result<Option<Moment>> {
    use RequestStep::{AskDefect, Coordinate, Review};
    let asked = RequestEntry::of(r, request.id)?
        .into_iter()
        .find(|entry| matches!(entry.step, Review | AskDefect | Coordinate))
        .map(|entry| entry.at);
    let ordered = Order::of_request(r, request.id)?
        .into_iter()
        .find(|order| order.state != OrderState::Voided)
        .map(|order| order.issued_at);
    Ok(asked.into_iter().chain(ordered).min())
}

fn orders(r: &Reader<'_>, span: Span) -> Result<Vec<LeftOrder>> {
    let mut rows = registers::orders_in_state(r, OrderState::Issued, OrderId(0), ROWS)?;
    rows.retain(|row| row.order.issued_at < span.from && row.order.notified_at.is_none());
    let mut today = registers::orders(r, &span.filter(), None, None, ROWS)?;
    today.reverse();
    rows.append(&mut today);
    let mut left = Vec::new();
    for row in rows {
        let passed_at = order_passed(r, &row.order)?;
        if span.missed(passed_at) && span.missed(row.order.ended_at) {
            let row = seen::order_row(r, row);
            left.push(LeftOrder { row, passed_at });
        }
    }
    Ok(left)
}

/// When the order's department first learned of it; never, when it was sent on to another that was not told.
fn order_passed(r: &Reader<'_>, order: &Order) -> Result<Option<Moment>> {
    if order.state == OrderState::Issued && order.notified_at.is_none() {
        return Ok(None);
    }
    let steps = Step::of(r, order.id)?.into_iter();
    let mut told = steps.filter(|s| matches!(s.step, OrderStep::Notify | OrderStep::Accept));
    Ok(told.next().map(|step| step.at))
}

fn unexplained(r: &Reader<'_>, span: Span) -> Result<Vec<LeftStep>> {
    let steps = Step::unexplained(r, ROWS)?.into_iter();
    steps
        .filter(|(step, _)| step.at < span.to)
        .map(|(step, _)| {
            let row = seen::order_row(r, registers::order(r, step.order_id)?);
            Ok(LeftStep { step, row })
        })
        .collect()
}

fn copies(r: &Reader<'_>) -> Result<Vec<LeftCopies>> {
    let mut left = Vec::new();
    for state in OrderState::OPEN {
        let rows = registers::orders_in_state(r, *state, OrderId(0), ROWS)?;
        for row in seen::order_rows(r, rows) {
            let mut copies = seen::copies(r, OrderCopy::of(r, row.order.id)?);
            copies.retain(away);
            if !copies.is_empty() {
                left.push(LeftCopies { row, copies });
            }
        }
    }
    left.sort_by_key(|left| left.row.order.id);
    Ok(left)
}

/// Lost, or the desk's own and not at the desk.
fn away(copy: &OrderCopy) -> bool {
    match copy.place {
        CopyPlace::Lost => true,
        CopyPlace::Desk => false,
        _ => copy.owner == CopyOwner::Desk,
    }
}

fn follow_ups(r: &Reader<'_>, span: Span) -> Result<Vec<LeftFollowUp>> {
    let rows = registers::orders_in_state(r, OrderState::Returned, OrderId(0), ROWS)?;
    let versions = Versions::load(r)?;
    let due = |row: &OrderRow| -> Option<Clock> {
        let settings = versions.in_force(row.order.issued_at)?;
        let clocks = clocks::of_order(&Times::from(&row.order), &settings, r.now());
        let call = clocks.into_iter().find(|c| c.kind == ClockKind::FollowUp);
        call.filter(|clock| clock.due_at <= span.to)
    };
    Ok(seen::order_rows(r, rows)
        .into_iter()
        .filter_map(|row| {
            let clock = due(&row)?;
            Some(LeftFollowUp { row, clock })
        })
        .collect())
}
