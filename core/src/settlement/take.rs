//! What every act about an order's money has in common: version, time, receipt number, the order's open amount.

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::Writer;
use crate::error::{Code, Error, Result};
use crate::ids::{OrderId, PaymentId, PersonId};
use crate::ledger::numbers::Numbering;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Order;
use crate::ledger::payments::{PayMethod, Payment, PaymentKind};
use crate::ledger::requests::Request;
use crate::moment::{Moment, TimeInput};
use crate::money::Money;
use crate::orders::balance::Balance;
use crate::orders::step::Stepped;
use crate::text_field::{optional_line, optional_text};

/// Which order, as it was seen, and when it happened.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OnMoney {
    pub order: OrderId,
    /// Version of the order as it was shown; a changed order refuses the act.
    pub version: i64,
    /// When it happened; empty means now.
    pub at: Option<TimeInput>,
}

/// The order after the act, and the row that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Settled {
    pub order: Stepped,
    pub payment: PaymentId,
    /// Of payments and refunds.
    pub receipt_no: Option<String>,
    pub owed: Money,
}

/// An act under way.
pub struct Taking {
    pub order: Order,
    pub balance: Balance,
    pub at: Moment,
}

/// What an act writes beside its amount.
#[derive(Default)]
pub struct Said {
    pub method: Option<PayMethod>,
    pub taken_by: Option<PersonId>,
    pub payer: Option<String>,
    pub reference: Option<String>,
    pub reason: Option<String>,
    /// The payment that a refund gives back.
    pub gives_back: Option<PaymentId>,
}

/// Starts an act. Errors: `Stale`, and those of the typed time.
pub fn begin(w: &Writer<'_>, on: &OnMoney) -> Result<Taking> {
    let order = Order::get_at(w, on.order, on.version)?;
    let at = w.happened("at", on.at.as_ref(), Some(order.issued_at))?;
    let balance = Balance::of(&order, &Payment::of(w, order.id)?);
    Ok(Taking { order, balance, at })
}

/// An amount of more than nothing and at most `most`. Errors: `OutOfBounds`, `MoreThanOpen`.
pub fn amount(amount: Money, most: Money) -> Result<()> {
    if !(Money(1)..=Money::MOST).contains(&amount) {
        return Err(Error::new(Code::OutOfBounds)
            .with("value", amount)
            .with("least", Money(1))
            .with("most", Money::MOST)
            .on("amount"));
    }
    if amount > most {
        return Err(Error::new(Code::MoreThanOpen)
            .with("value", amount)
            .with("amount", most)
            .on("amount"));
    }
    Ok(())
}

impl Taking {
    /// Writes the row, with a receipt number where money changes hands, and what the order owes then.
    pub fn complete(
        self,
        w: &mut Writer<'_>,
        kind: PaymentKind,
        amount: Money,
        said: Said,
    ) -> Result<Settled> {
        let old = self.order;
        let line =
            |field: &str, text: Option<String>| optional_line(field, text.as_deref().unwrap_or(""));
        let mut payer = line("payer", said.payer)?;
        if payer.is_empty() {
            payer = Request::get(w, old.request_id)?.caller;
        }
        let (receipt_year, receipt) = match kind {
            PaymentKind::Payment | PaymentKind::Refund => {
                let today = w.today()?;
                let number = Numbering::RECEIPT.next(w, RECEIPT, today)?;
                (Some(i64::from(today.year())), Some(number))
            }
            PaymentKind::Waiver | PaymentKind::OnAccount => (None, None),
        };
        let row = Payment {
            id: PaymentId(0),
            version: 0,
            order_id: old.id,
            kind,
            method: said.method,
            amount,
            at: self.at,
            entered_at: w.now(),
            by_person: w.who()?.id,
            taken_by: said.taken_by,
            payer,
            reference: line("reference", said.reference)?,
            reason: optional_text("reason", said.reason.as_deref().unwrap_or(""))?,
            receipt_year,
            receipt_seq: receipt.as_ref().map(|number| number.seq),
            receipt_no: receipt.map(|number| number.no),
            printed: 0,
            takings_id: None,
            gives_back: said.gives_back,
        }
        .insert(w)?;
        let mut new = old.clone();
        new.owed = Balance::of(&old, &Payment::of(w, old.id)?).owed();
        // What is open of an archived order is always on account: so is what a refund opens again.
        let account = kind == PaymentKind::OnAccount || old.state == OrderState::Archived;
        new.on_account = new.owed > Money(0) && (old.on_account || account);
        let order = new.update(w, &old)?;
        w.about(Order::TABLE, order.id);
        Ok(Settled {
            payment: row.id,
            receipt_no: row.receipt_no,
            owed: order.owed,
            order: Stepped::of(&order),
        })
    }
}

/// Letters before a receipt's number (收據).
const RECEIPT: &str = "SJ";
