//! Where the copies (聯) of an order are (R10): they move with the steps, by hand, get lost and are replaced.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::OrderId;
use crate::ledger::order_papers::{CopyMove, CopyPlace, OrderCopy};
use crate::ledger::orders::Order;
use crate::moment::{Moment, TimeInput};
use crate::office::{CopyOwner, CopyRule, Kind};
use crate::orders::step::Stepped;
use crate::text_field::{optional_line, required_line};

/// Makes the copies that the kind asks for; they lie at the desk until someone takes them.
pub fn make(w: &mut Writer<'_>, order: OrderId, kind: Kind, at: Moment) -> Result<()> {
    let set = w.settings()?.kinds.of(kind).copies.clone();
    for (copy_no, CopyRule { label, owner }) in (1..).zip(set) {
        let copy = OrderCopy {
            id: Default::default(),
            version: 0,
            order_id: order,
            copy_no,
            owner,
            label,
            place: CopyPlace::Desk,
            holder: String::new(),
            printed: 0,
            replaced: false,
        }
        .insert(w)?;
        moved(w, &copy, at, "")?;
    }
    Ok(())
}

/// Moves those copies of an order that `which` picks and that are not lost.
pub fn move_all(
    w: &mut Writer<'_>,
    order: OrderId,
    place: CopyPlace,
    holder: &str,
    at: Moment,
    which: impl Fn(&OrderCopy) -> bool,
) -> Result<()> {
    for copy in OrderCopy::of(w, order)? {
        let there = copy.place == place && copy.holder == holder;
        if copy.place != CopyPlace::Lost && !there && which(&copy) {
            put(w, &copy, place, holder, at, "")?;
        }
    }
    Ok(())
}

/// The desk's copies come back to the desk.
///
/// Errors: `DeskCopyLost` while one is lost, or its replacement (補單) was not printed yet (R10).
pub fn to_desk(w: &mut Writer<'_>, order: OrderId, at: Moment) -> Result<()> {
    let desks = |copy: &OrderCopy| copy.owner == CopyOwner::Desk;
    let gone =
        |copy: &OrderCopy| copy.place == CopyPlace::Lost || (copy.replaced && copy.printed == 0);
    if OrderCopy::of(w, order)?.iter().any(|c| desks(c) && gone(c)) {
        return Err(Error::new(Code::DeskCopyLost));
    }
    move_all(w, order, CopyPlace::Desk, "", at, desks)
}

fn put(
    w: &mut Writer<'_>,
    copy: &OrderCopy,
    place: CopyPlace,
    holder: &str,
    at: Moment,
    reason: &str,
) -> Result<OrderCopy> {
    let mut new = copy.clone();
    new.place = place;
    new.holder = optional_line("holder", holder)?;
    let new = new.update(w, copy)?;
    moved(w, &new, at, reason)?;
    Ok(new)
}

fn moved(w: &mut Writer<'_>, copy: &OrderCopy, at: Moment, reason: &str) -> Result<()> {
    CopyMove {
        id: Default::default(),
        version: 0,
        copy_id: copy.id,
        at,
        entered_at: w.now(),
        by_person: w.who()?.id,
        place: copy.place,
        holder: copy.holder.clone(),
        reason: reason.to_owned(),
    }
    .insert(w)?;
    Ok(())
}

/// Puts one copy somewhere by hand, or records it as lost or found (R10: both need a reason and the desk supervisor).
#[derive(Deserialize, TS)]
pub struct MoveCopy {
    pub order: OrderId,
    /// 第N聯.
    pub copy_no: i64,
    /// Version of the copy as it was shown; one that moved since refuses.
    pub copy_version: i64,
    pub place: CopyPlace,
    /// Name of the department, worker or customer, where that says more than the place.
    pub holder: Option<String>,
    pub at: Option<TimeInput>,
    /// Required for a copy that gets lost or was.
    pub reason: Option<String>,
}

impl WriteVerb for MoveCopy {
    const NAME: &'static str = "orders.move_copy";
    const ACTION: Action = Action::MoveCopies;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let order = Order::get(w, self.order)?;
        let copy = copy_of(w, order.id, self.copy_no, self.copy_version)?;
        let at = w.happened("at", self.at.as_ref(), Some(order.issued_at))?;
        let reason = self.reason.as_deref().unwrap_or("");
        if self.place == CopyPlace::Lost || copy.place == CopyPlace::Lost {
            if !w.may(Action::SuperviseDesk) {
                return Err(Error::new(Code::Denied).with("action", Action::SuperviseDesk.as_str()));
            }
            required_line("reason", reason)?;
        }
        let reason = optional_line("reason", reason)?;
        put(
            w,
            &copy,
            self.place,
            self.holder.as_deref().unwrap_or(""),
            at,
            &reason,
        )?;
        w.about(Order::TABLE, order.id);
        Ok(Stepped::of(&order))
    }
}

/// Puts a replacement (補單) in the place of a lost copy; it is printed as such, and the return can proceed (R10).
#[derive(Deserialize, TS)]
pub struct ReplaceCopy {
    pub order: OrderId,
    pub copy_no: i64,
    /// Version of the copy as it was shown; one that moved since refuses.
    pub copy_version: i64,
    pub reason: String,
}

impl WriteVerb for ReplaceCopy {
    const NAME: &'static str = "orders.replace_copy";
    const ACTION: Action = Action::SuperviseDesk;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let order = Order::get(w, self.order)?;
        let copy = copy_of(w, order.id, self.copy_no, self.copy_version)?;
        if copy.place != CopyPlace::Lost {
            return Err(Error::new(Code::CopyNotLost).with("copy", self.copy_no));
        }
        let reason = required_line("reason", &self.reason)?;
        let mut new = copy.clone();
        new.place = CopyPlace::Desk;
        new.holder = String::new();
        new.printed = 0;
        new.replaced = true;
        let new = new.update(w, &copy)?;
        let now = w.now();
        moved(w, &new, now, &reason)?;
        w.about(Order::TABLE, order.id);
        Ok(Stepped::of(&order))
    }
}

fn copy_of(w: &Writer<'_>, order: OrderId, copy_no: i64, version: i64) -> Result<OrderCopy> {
    let copy = OrderCopy::of(w, order)?
        .into_iter()
        .find(|copy| copy.copy_no == copy_no)
        .ok_or_else(|| Error::not_found(OrderCopy::TABLE, copy_no))?;
    if copy.version == version {
        Ok(copy)
    } else {
        Err(Error::new(Code::Stale))
    }
}
