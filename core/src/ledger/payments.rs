//! Money of orders: taken, given back, waived, left on account, and handed over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::ids::{OrderId, PaymentId, PersonId, TakingsId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::column::stored_as_text;
use crate::ledger::order_state::OrderState;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::money::Money;
use crate::names::names;

names! {
    /// What a row of the money says.
    PaymentKind {
        Payment = "payment",
        Refund = "refund",
        /// Somebody with the right to it lets the office go without.
        Waiver = "waiver",
        /// 掛賬: the open amount may stay open.
        OnAccount = "on_account",
    }
}

names! {
    /// How money changed hands.
    PayMethod { Cash = "cash", Transfer = "transfer", Mobile = "mobile" }
}

stored_as_text!(PaymentKind, PayMethod);

table! {
    /// Money taken, given back, waived, or left on account.
    Payment, PaymentId, "payment" {
        order_id: OrderId,
        kind: PaymentKind,
        /// Only of payments and refunds.
        method: Option<PayMethod>,
        /// Never negative; `kind` says which way it goes.
        amount: Money,
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        /// Who took the money or gave it back, and answers for it until it is handed over.
        taken_by: Option<PersonId>,
        payer: String,
        /// Number of a transfer or mobile payment, or empty.
        reference: String,
        reason: String,
        receipt_year: Option<i64>,
        /// Without gaps within the year.
        receipt_seq: Option<i64>,
        receipt_no: Option<String>,
        /// How often its receipt was printed.
        printed: i64,
        takings_id: Option<TakingsId>,
        /// Of a refund: the payment that it gives back.
        gives_back: Option<PaymentId>,
    }
}

/// Sums of receipts, refunds taken off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ByMethod {
    pub cash: Money,
    pub transfer: Money,
    pub mobile: Money,
}

table! {
    /// Takings handed over.
    Takings, TakingsId, "takings" {
        /// Who had taken the money.
        person_id: PersonId,
        received_by: PersonId,
        at: Moment,
        /// What the receipts come to.
        expected: Json<ByMethod>,
        /// Cash that was counted.
        counted: Money,
        /// Why counted and expected cash differ, or empty.
        note: String,
    }
}

impl Payment {
    /// Money of an order, the oldest first.
    pub fn of(r: &Reader<'_>, order: OrderId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM payment WHERE order_id = ?1 ORDER BY id",
            [order],
            Self::read,
        )
    }

    /// Receipts whose money was not handed over yet, by number.
    pub fn not_handed_over(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM payment WHERE taken_by IS NOT NULL AND takings_id IS NULL ORDER BY id",
            [],
            Self::read,
        )
    }

    /// Receipts of takings that were handed over, by number.
    pub fn of_takings(r: &Reader<'_>, takings: TakingsId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM payment WHERE takings_id = ?1 ORDER BY id",
            [takings],
            Self::read,
        )
    }
}

impl Takings {
    /// The newest first.
    pub fn latest(r: &Reader<'_>, limit: u32) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM takings ORDER BY id DESC LIMIT ?1",
            [limit],
            Self::read,
        )
    }
}

/// An order with an open amount.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnpaidRow {
    pub id: OrderId,
    pub no: String,
    pub place_text: String,
    pub state: OrderState,
    pub finished_at: Option<Moment>,
    pub fee: Option<Money>,
    /// Less than nothing where money is to be given back.
    pub owed: Money,
    pub on_account: bool,
}

impl UnpaidRow {
    /// Orders behind `after`, the oldest first.
    pub fn page(r: &Reader<'_>, after: OrderId, limit: u32) -> Result<Vec<Self>> {
        r.all(
            "SELECT o.id, o.no, q.place_text, o.state, o.finished_at, o.fee, o.owed, o.on_account
             FROM work_order o INDEXED BY work_order_owed JOIN request q ON q.id = o.request_id
             WHERE o.owed <> 0 AND o.id > ?1 ORDER BY o.id LIMIT ?2",
            (after, limit),
            |row| {
                Ok(Self {
                    id: row.get("id")?,
                    no: row.get("no")?,
                    place_text: row.get("place_text")?,
                    state: row.get("state")?,
                    finished_at: row.get("finished_at")?,
                    fee: row.get("fee")?,
                    owed: row.get("owed")?,
                    on_account: row.get("on_account")?,
                })
            },
        )
    }

    /// All that is owed, what of it is on account, and all that is to be given back.
    pub fn sums(r: &Reader<'_>) -> Result<(Money, Money, Money)> {
        let sums = r.one(
            "SELECT coalesce(sum(max(owed, 0)), 0), coalesce(sum(iif(on_account, max(owed, 0), 0)), 0),
             coalesce(sum(max(-owed, 0)), 0) FROM work_order INDEXED BY work_order_owed WHERE owed <> 0",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        Ok(sums.unwrap_or_default())
    }
}
