//! Orders that a day leaves undone: not passed on (R4), late without a reason (R37), copies out or lost (R10), not
//! called back (R15).

use crate::door::Reader;
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::clocks::{self, ClockKind};
use crate::ledger::named::Named;
use crate::ledger::order_papers::{CopyPlace, OrderCopy};
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::{Order, Step, Times};
use crate::ledger::registers::{self, OrderRow};
use crate::ledger::settings::Versions;
use crate::moment::Moment;
use crate::office::CopyOwner;
use crate::print::forms::work_order::copy_name;
use crate::records::left::{LEFT_MAX, Leaves, Left, LeftSection, Span, passed};
use crate::records::seen;
use crate::text::{Locale, text, word};

/// What orders leave undone.
pub const LEAVES: Leaves = Leaves {
    tables: &["work_order", "order_step", "order_copy"],
    left,
};

fn left(r: &Reader<'_>, span: Span, locale: Locale) -> Result<Vec<LeftSection>> {
    let (lost, out) = copies(r, locale)?;
    Ok(vec![
        LeftSection::new("day-not-notified", untold(r, span, locale)?),
        LeftSection::new("day-unexplained", unexplained(r, span, locale)?),
        LeftSection::new("day-copy-lost", lost),
        LeftSection::new("day-copy-out", out),
        LeftSection::new("day-follow-up", follow_ups(r, span, locale)?),
    ])
}

/// An order that waits since `at`.
fn line(row: OrderRow, at: Moment, stands: String) -> Left {
    Left {
        record: Named {
            table: Order::TABLE.to_owned(),
            id: row.order.id.0,
            no: row.order.no,
        },
        at,
        place: row.place_text,
        content: row.order.content,
        who: row.worker.unwrap_or(row.department),
        stands,
    }
}

/// Orders of the day whose department was not told of them; older ones while it still was not.
fn untold(r: &Reader<'_>, span: Span, locale: Locale) -> Result<Vec<Left>> {
    let mut rows = registers::orders_in_state(r, OrderState::Issued, OrderId(0), LEFT_MAX)?;
    rows.retain(|row| row.order.issued_at < span.from && row.order.notified_at.is_none());
    let mut today = registers::orders(r, &span.filter(), None, None, LEFT_MAX)?;
    today.reverse();
    rows.append(&mut today);
    let mut left = Vec::new();
    for row in rows {
        let passed_at = order_passed(r, &row.order)?;
        if span.missed(passed_at) && span.missed(row.order.ended_at) {
            let at = row.order.issued_at;
            left.push(line(row, at, passed(r, passed_at, locale)?));
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

/// Late steps up to this day whose reason is still open.
fn unexplained(r: &Reader<'_>, span: Span, locale: Locale) -> Result<Vec<Left>> {
    let steps = Step::unexplained(r, LEFT_MAX)?.into_iter();
    steps
        .filter(|(step, _)| step.at < span.to)
        .map(|(step, _)| {
            let minutes = (step.late_by.unwrap_or(0) / 60).to_string();
            let late = text(
                locale,
                "day-late-minutes",
                &[("minutes", minutes.as_str().into())],
            );
            let stands = format!("{} {late}", word(locale, "order-step", step.step.as_str()));
            Ok(line(registers::order(r, step.order_id)?, step.at, stands))
        })
        .collect()
}

/// Open orders with a lost copy, and those whose copy of the desk's is out.
fn copies(r: &Reader<'_>, locale: Locale) -> Result<(Vec<Left>, Vec<Left>)> {
    let (mut lost, mut out) = (Vec::new(), Vec::new());
    for state in OrderState::OPEN {
        let rows = registers::orders_in_state(r, *state, OrderId(0), LEFT_MAX)?;
        for row in rows {
            let mut copies = seen::copies(r, OrderCopy::of(r, row.order.id)?);
            copies.retain(away);
            if copies.is_empty() {
                continue;
            }
            let where_each: Vec<String> = copies
                .iter()
                .map(|copy| {
                    let no = copy_name(copy.copy_no, &copy.label, locale);
                    let place = word(locale, "name-copy-place", copy.place.as_str());
                    format!("{no} {place} {}", copy.holder).trim().to_owned()
                })
                .collect();
            let at = row.order.issued_at;
            let left = match copies.iter().any(|copy| copy.place == CopyPlace::Lost) {
                true => &mut lost,
                false => &mut out,
            };
            left.push(line(row, at, where_each.join("; ")));
        }
    }
    lost.sort_by_key(|left: &Left| left.record.id);
    out.sort_by_key(|left: &Left| left.record.id);
    Ok((lost, out))
}

/// Lost, or the desk's own and not at the desk.
fn away(copy: &OrderCopy) -> bool {
    match copy.place {
        CopyPlace::Lost => true,
        CopyPlace::Desk => false,
        _ => copy.owner == CopyOwner::Desk,
    }
}

/// Orders to be called back by this day's closing and not yet.
fn follow_ups(r: &Reader<'_>, span: Span, locale: Locale) -> Result<Vec<Left>> {
    let rows = registers::orders_in_state(r, OrderState::Returned, OrderId(0), LEFT_MAX)?;
    let versions = Versions::load(r)?;
    let due = |row: &OrderRow| {
        let settings = versions.in_force(row.order.issued_at);
        let clocks = settings.map(|s| clocks::of_order(&Times::from(&row.order), &s, r.now()));
        let call = clocks
            .into_iter()
            .flatten()
            .find(|c| c.kind == ClockKind::FollowUp);
        call.is_some_and(|clock| clock.due_at <= span.to)
    };
    let left = rows.into_iter().filter(due).map(|row| {
        let returned = row.order.returned_at.unwrap_or(row.order.issued_at);
        let state = word(locale, "order-state", row.order.state.as_str());
        line(row, returned, state)
    });
    Ok(left.collect())
}
