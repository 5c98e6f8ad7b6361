//! Requests and orders as the person who asks may see them: without the right to contacts, residents' names and
//! phones are masked (R39).

use crate::access::Action;
use crate::door::Reader;
use crate::ledger::order_papers::{
    CopyMove, CopyPlace, Correction, FollowUp, OrderCopy, Signature,
};
use crate::ledger::registers::OrderRow;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, RequestEntry, RequestField};
use crate::mask;

/// A request.
pub fn request(r: &Reader<'_>, mut row: Request) -> Request {
    if !r.may(Action::RevealContact) {
        row.caller = mask::name(&row.caller);
        row.phone = mask::phone(&row.phone);
        row.told_whom = mask::name(&row.told_whom);
    }
    row
}

/// Requests of a list.
pub fn requests(r: &Reader<'_>, rows: Vec<Request>) -> Vec<Request> {
    rows.into_iter().map(|row| request(r, row)).collect()
}

/// An entry of a request's time line; the office's own people and outside parties keep their names.
pub fn entry(r: &Reader<'_>, mut row: RequestEntry) -> RequestEntry {
    use RequestStep as T;
    let with_requester = matches!(
        row.step,
        T::Answer
            | T::WaitCrew
            | T::Arrange
            | T::Consent
            | T::RefuseQuote
            | T::Danger
            | T::Withdraw
            | T::Unreached
            | T::Tell
    );
    if with_requester && !r.may(Action::RevealContact) {
        row.whom = mask::name(&row.whom);
    }
    row
}

/// Corrections of a request or order.
pub fn corrections(r: &Reader<'_>, mut rows: Vec<Correction>) -> Vec<Correction> {
    if r.may(Action::RevealContact) {
        return rows;
    }
    for row in &mut rows {
        let masked: fn(&str) -> String = if row.field == RequestField::Caller.as_str() {
            mask::name
        } else if row.field == RequestField::Phone.as_str() {
            mask::phone
        } else {
            continue;
        };
        row.old_value = masked(&row.old_value);
        row.new_value = masked(&row.new_value);
    }
    rows
}

/// An order with what a list shows beside it.
pub fn order_row(r: &Reader<'_>, mut row: OrderRow) -> OrderRow {
    if !r.may(Action::RevealContact) {
        row.caller = mask::name(&row.caller);
        row.phone = mask::phone(&row.phone);
    }
    row
}

/// Orders of a list.
pub fn order_rows(r: &Reader<'_>, rows: Vec<OrderRow>) -> Vec<OrderRow> {
    rows.into_iter().map(|row| order_row(r, row)).collect()
}

/// Signatures; the office's own people keep their names.
pub fn signatures(r: &Reader<'_>, mut rows: Vec<Signature>) -> Vec<Signature> {
    if !r.may(Action::RevealContact) {
        for row in rows.iter_mut().filter(|row| row.person_id.is_none()) {
            row.name = mask::name(&row.name);
            row.strokes = None;
        }
    }
    rows
}

/// Follow-up calls.
pub fn follow_ups(r: &Reader<'_>, mut rows: Vec<FollowUp>) -> Vec<FollowUp> {
    if !r.may(Action::RevealContact) {
        for row in &mut rows {
            row.whom = mask::name(&row.whom);
        }
    }
    rows
}

/// Copies; one that lies with the customer names its holder.
pub fn copies(r: &Reader<'_>, mut rows: Vec<OrderCopy>) -> Vec<OrderCopy> {
    if !r.may(Action::RevealContact) {
        for row in rows
            .iter_mut()
            .filter(|row| row.place == CopyPlace::Customer)
        {
            row.holder = mask::name(&row.holder);
        }
    }
    rows
}

/// Movements of copies.
pub fn moves(r: &Reader<'_>, mut rows: Vec<CopyMove>) -> Vec<CopyMove> {
    if !r.may(Action::RevealContact) {
        for row in rows
            .iter_mut()
            .filter(|row| row.place == CopyPlace::Customer)
        {
            row.holder = mask::name(&row.holder);
        }
    }
    rows
}
