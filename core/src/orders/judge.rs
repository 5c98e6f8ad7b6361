//! What follows from a correction for the clocks: the orders of the request are judged anew; where a step is judged
//! otherwise than before, both judgements stay (R36, R37).

use crate::door::{Reader, Writer};
use crate::error::Result;
use crate::ids::StepId;
use crate::ledger::order_papers::FollowUp;
use crate::ledger::orders::{Order, Step};
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, RequestEntry};
use crate::ledger::settings::Versions;
use crate::orders::issue::due_from;
use crate::orders::step::AskLate;
use crate::orders::time_line::{Judged, Said, go_through};
use crate::records::correct::record;

/// Judges every order of a request anew, by what now stands in its rows. Returns the steps that are late now and have
/// no reason yet.
pub fn anew(w: &mut Writer<'_>, request: &Request, reason: &str) -> Result<Vec<AskLate>> {
    let mut ask = Vec::new();
    for old in Order::of_request(w, request.id)? {
        let line = Step::of(w, old.id)?;
        let judged = judged(w, request, &old, &line)?;
        for (step, late_by) in line.into_iter().zip(judged.late_by) {
            if step.late_by == late_by {
                continue;
            }
            let words = |late: Option<i64>| late.map_or_else(String::new, |late| late.to_string());
            record(
                w,
                about(step.id),
                "late_by",
                words(step.late_by),
                words(late_by),
                reason,
            )?;
            let open = late_by.filter(|_| step.late_reason.is_none());
            ask.extend(open.map(|late_by| AskLate {
                step: step.id,
                name: step.step,
                late_by,
            }));
            Step {
                late_by,
                ..step.clone()
            }
            .update(w, &step)?;
        }
        judged.order.update(w, &old)?;
    }
    Ok(ask)
}

/// How a correction names a step.
pub fn about(step: StepId) -> String {
    format!("{}:{step}", Step::TABLE)
}

/// The order gone through again, its first clocks as the request makes them.
fn judged(r: &Reader<'_>, request: &Request, order: &Order, line: &[Step]) -> Result<Judged> {
    let issued = line.first().map_or(order.issued_at, |issue| issue.at);
    let (intake_at, notify_from) = match order.first_id {
        // A later order of a chain follows from a call.
        Some(_) => (issued, issued),
        None => {
            let mut entries = RequestEntry::of(r, request.id)?;
            let own = |e: &RequestEntry| e.step == RequestStep::Order && e.content == order.no;
            if let Some(at) = entries.iter().position(own) {
                entries.truncate(at);
            }
            due_from(request.received_at, &entries, issued)
        }
    };
    let new = Order {
        kind: request.kind,
        intake_at,
        notify_from,
        ..order.clone()
    };
    let calls: Vec<Said> = FollowUp::of(r, order.id)?
        .into_iter()
        .map(|call| Said {
            outcome: call.outcome,
            himself: call.request_id == order.request_id,
        })
        .collect();
    let settings = Versions::load(r)?.of_order(issued)?;
    Ok(go_through(&new, line, &calls, &settings))
}
