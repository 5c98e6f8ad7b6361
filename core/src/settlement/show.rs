//! Shows the money of an order.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{OrderId, PaymentId};
use crate::ledger::orders::Order;
use crate::ledger::payments::{Payment, PaymentKind};
use crate::ledger::people::Person;
use crate::mask;
use crate::money::Money;
use crate::orders::balance::{Balance, returnable};

/// Shows what was agreed, paid and is owed.
#[derive(Deserialize, TS)]
pub struct ShowSettlement {
    pub order: OrderId,
}

/// The money of an order.
#[derive(Debug, Serialize, TS)]
pub struct SettlementView {
    pub balance: Balance,
    pub owed: Money,
    /// The most that can be taken now.
    pub payable: Money,
    /// The most that can be given back.
    pub refundable: Money,
    pub on_account: bool,
    /// What this user can do about it now.
    pub allowed: Vec<PaymentKind>,
    /// The oldest first.
    pub rows: Vec<PaymentView>,
    /// What can be given back, payment by payment.
    pub returnable: Vec<Returnable>,
}

/// A payment of which something can be given back.
#[derive(Debug, Serialize, TS)]
pub struct Returnable {
    pub payment: PaymentId,
    pub receipt_no: String,
    /// The most of it.
    pub amount: Money,
}

/// A row with the names of who took the money and who entered it.
#[derive(Debug, Serialize, TS)]
pub struct PaymentView {
    pub payment: Payment,
    pub by: String,
    pub taken_by: Option<String>,
    /// Of a refund: the receipt of the payment that it gives back.
    pub gives_back: Option<String>,
}

impl PaymentView {
    /// The row as the person who asks may see it (R39).
    pub fn of(r: &Reader<'_>, mut payment: Payment) -> Result<Self> {
        let name = |id| Person::get(r, id).map(|person| person.name);
        if !r.may(Action::RevealContact) {
            payment.payer = mask::name(&payment.payer);
        }
        Ok(Self {
            by: name(payment.by_person)?,
            taken_by: payment.taken_by.map(name).transpose()?,
            gives_back: match payment.gives_back {
                Some(paid) => Payment::get(r, paid)?.receipt_no,
                None => None,
            },
            payment,
        })
    }
}

impl ReadVerb for ShowSettlement {
    const NAME: &'static str = "settlement.show";
    const ACTION: Action = Action::SeeMoney;
    type Out = SettlementView;

    fn run(self, r: &Reader<'_>) -> Result<SettlementView> {
        let order = Order::get(r, self.order)?;
        let rows = Payment::of(r, order.id)?;
        let balance = Balance::of(&order, &rows);
        let returnable = returnable(&rows)
            .into_iter()
            .map(|(paid, amount)| Returnable {
                payment: paid.id,
                receipt_no: paid.receipt_no.clone().unwrap_or_default(),
                amount,
            })
            .collect();
        let rows = rows.into_iter().map(|row| PaymentView::of(r, row));
        let open = |kind: &PaymentKind| match kind {
            PaymentKind::Payment => r.may(Action::TakeMoney) && balance.payable() > Money(0),
            PaymentKind::Refund => r.may(Action::KeepMoney) && balance.refundable() > Money(0),
            PaymentKind::Waiver => r.may(Action::WaiveFee) && balance.owed() > Money(0),
            PaymentKind::OnAccount => {
                r.may(Action::KeepMoney) && balance.owed() > Money(0) && !order.on_account
            }
        };
        Ok(SettlementView {
            allowed: PaymentKind::ALL.iter().copied().filter(open).collect(),
            owed: balance.owed(),
            payable: balance.payable(),
            refundable: balance.refundable(),
            on_account: order.on_account,
            rows: rows.collect::<Result<_>>()?,
            returnable,
            balance,
        })
    }
}
