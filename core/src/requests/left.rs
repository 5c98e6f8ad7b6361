//! Requests that were not passed on during their day (R4).

use crate::access::Action;
use crate::door::Reader;
use crate::error::Result;
use crate::ledger::named::Named;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Order;
use crate::ledger::registers;
use crate::ledger::request_state::{RequestState, RequestStep};
use crate::ledger::requests::{Request, RequestEntry};
use crate::moment::Moment;
use crate::records::left::{LEFT_MAX, Leaves, Left, LeftSection, Span, passed};
use crate::text::{Locale, word};

/// What requests leave undone.
pub const LEAVES: Leaves = Leaves {
    tables: &["request", "work_order"],
    left,
};

/// Requests of the day without an order and not asked of any department; older ones while nobody took them up.
fn left(r: &Reader<'_>, span: Span, locale: Locale) -> Result<Vec<LeftSection>> {
    if !r.may(Action::SeeRequests) {
        return Ok(Vec::new());
    }
    let mut rows = Request::in_state(r, RequestState::Recorded, LEFT_MAX)?;
    rows.retain(|request| request.received_at < span.from);
    let mut today = registers::requests(r, &span.filter(), None, None, LEFT_MAX)?;
    today.reverse();
    rows.append(&mut today);
    let mut left = Vec::new();
    for request in rows {
        let passed_at = request_passed(r, &request)?;
        if span.missed(passed_at) && span.missed(request.ended_at) {
            left.push(line(r, request, passed_at, locale)?);
        }
    }
    Ok(vec![LeftSection::new("day-not-ordered", left)])
}

fn line(
    r: &Reader<'_>,
    request: Request,
    passed_at: Option<Moment>,
    locale: Locale,
) -> Result<Left> {
    let state = match request.ending {
        Some(ending) => word(locale, "request-ending", ending.as_str()),
        None => word(locale, "request-state", request.state.as_str()),
    };
    Ok(Left {
        stands: format!("{state} {}", passed(r, passed_at, locale)?),
        record: Named {
            table: Request::TABLE.to_owned(),
            id: request.id.0,
            no: request.no,
        },
        at: request.received_at,
        place: request.place_text,
        content: request.content,
        who: String::new(),
    })
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
