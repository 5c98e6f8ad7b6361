//! What surrounds an order on paper: copies, signatures, follow-up calls, prints, corrections.

use crate::error::Result;
use crate::ids::{
    CopyId, CopyMoveId, CorrectionId, FollowUpId, OrderId, PersonId, PrintId, RequestId,
    SignatureId,
};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::column::stored_as_text;
use crate::ledger::order_state::FollowUpOutcome;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::names::names;
use crate::office::CopyOwner;

names! {
    /// Where a copy is (R10).
    CopyPlace {
        Desk = "desk",
        Department = "department",
        Worker = "worker",
        Customer = "customer",
        Lost = "lost",
    }
}

names! {
    /// What a signature stands for.
    Purpose {
        Accept = "accept",
        Agree = "agree",
        Finish = "finish",
        Confirm = "confirm",
        Countersign = "countersign",
        Exempt = "exempt",
    }
}

names! {
    /// How a signature was given.
    SignedHow { Drawn = "drawn", Pin = "pin", Paper = "paper" }
}

stored_as_text!(CopyPlace, Purpose, SignedHow);

/// A drawn signature: strokes of points, each from 0 to 1 across and down the box.
pub type Strokes = Vec<Vec<[f32; 2]>>;

table! {
    /// One copy (聯) of an order.
    OrderCopy, CopyId, "order_copy" {
        order_id: OrderId,
        /// 第N聯, from 1.
        copy_no: i64,
        /// Who keeps it in the end.
        owner: CopyOwner,
        /// The office's own name for it beside 第N聯; may be empty.
        label: String,
        place: CopyPlace,
        /// Name of the department or worker who holds it, where that says more than the place.
        holder: String,
        /// How often it was printed; 0 while it exists only here.
        printed: i64,
        /// A lost copy in whose place a replacement (補單) is printed; `printed` counts from then.
        replaced: bool,
    }
}

table! {
    /// A movement of a copy.
    CopyMove, CopyMoveId, "copy_move" {
        copy_id: CopyId,
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        place: CopyPlace,
        holder: String,
        reason: String,
    }
}

table! {
    /// A signature: who, how, when, and a digest of what was signed.
    Signature, SignatureId, "signature" {
        order_id: OrderId,
        purpose: Purpose,
        how: SignedHow,
        name: String,
        person_id: Option<PersonId>,
        /// Who saw the signature on paper; never the order's own worker.
        seen_by: Option<PersonId>,
        strokes: Option<Json<Strokes>>,
        at: Moment,
        digest: String,
    }
}

table! {
    /// A follow-up call (回訪, R15).
    FollowUp, FollowUpId, "follow_up" {
        order_id: OrderId,
        /// The reporter who was called: the order's own request, or one joined to it.
        request_id: RequestId,
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        whom: String,
        outcome: FollowUpOutcome,
        message_left: bool,
        shoe_covers: Option<bool>,
        left_clean: Option<bool>,
        explained: Option<bool>,
        remarks: String,
    }
}

table! {
    /// A print of an order's form.
    OrderPrint, PrintId, "order_print" {
        order_id: OrderId,
        /// When it was sent to the printer or saved.
        at: Moment,
        by_person: PersonId,
        profile: String,
        /// Printer name, or empty for a file.
        printer: String,
        /// Copy numbers.
        copies: Json<Vec<i64>>,
        reprint: bool,
        /// When the spooler took it.
        accepted_at: Option<Moment>,
        /// When a person confirmed the paper.
        confirmed_at: Option<Moment>,
        /// By which the print system knows it, or empty.
        job: String,
        /// When the print system was done with it.
        finished_at: Option<Moment>,
    }
}

table! {
    /// A correction, with the old value (R36).
    Correction, CorrectionId, "correction" {
        /// `table:id` of the corrected row.
        subject: String,
        field: String,
        old_value: String,
        new_value: String,
        reason: String,
        at: Moment,
        by_person: PersonId,
    }
}

impl OrderCopy {
    /// The order's copies by number.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM order_copy WHERE order_id = ?1 ORDER BY copy_no",
            [order],
            Self::read,
        )
    }
}

impl CopyMove {
    /// Movements of all copies of an order, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT m.* FROM copy_move m JOIN order_copy c ON c.id = m.copy_id WHERE c.order_id = ?1 ORDER BY m.id",
            [order],
            Self::read,
        )
    }
}

impl Signature {
    /// The order's signatures, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM signature WHERE order_id = ?1 ORDER BY id",
            [order],
            Self::read,
        )
    }
}

impl FollowUp {
    /// Follow-up calls of these orders, the oldest first.
    pub fn of_orders(r: &Reader<'_>, orders: &[OrderId]) -> Result<Vec<Self>> {
        r.all(
            "SELECT f.* FROM json_each(?1) j CROSS JOIN follow_up f ON f.order_id = j.value ORDER BY f.id",
            [Json(orders.to_vec())],
            Self::read,
        )
    }

    /// Follow-up calls of an order, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM follow_up WHERE order_id = ?1 ORDER BY id",
            [order],
            Self::read,
        )
    }
}

impl OrderPrint {
    /// Prints of an order, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM order_print WHERE order_id = ?1 ORDER BY id",
            [order],
            Self::read,
        )
    }
}

impl Correction {
    /// Corrections of these rows, each given as `table:id`, the oldest first.
    pub fn of(r: &Reader<'_>, subjects: Vec<String>) -> Result<Vec<Self>> {
        r.all(
            "SELECT c.* FROM json_each(?1) j CROSS JOIN correction c ON c.subject = j.value ORDER BY c.id",
            [Json(subjects)],
            Self::read,
        )
    }
}
