//! Money of orders: taken, given back, waived, left on account, and handed over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::ids::{OrderId, PaymentId, PersonId, TakingsId};
use crate::ledger::Reader;
use crate::ledger::column::{Json, names};
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::money::Money;

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
}
