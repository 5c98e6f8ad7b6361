//! Money is given back, of a payment that is named (R22).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::{PaymentId, PersonId};
use crate::ledger::payments::{PayMethod, Payment, PaymentKind};
use crate::money::Money;
use crate::orders::balance::returnable;
use crate::settlement::pay::{reference, who_took};
use crate::settlement::take::{self, OnMoney, Said, Settled};
use crate::text_field::required_text;

/// Records a refund with a receipt of its own in the same row of numbers; an archived order still takes one. What was
/// paid in two payments is given back in two refunds.
#[derive(Deserialize, TS)]
pub struct Refund {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnMoney,
    /// Which payment it gives back.
    pub payment: PaymentId,
    /// At most what of that payment was not given back yet, in cents.
    pub amount: Money,
    pub method: PayMethod,
    /// Who got it; empty takes the caller's name.
    pub payer: Option<String>,
    /// Number of a transfer or mobile payment; required for them.
    pub reference: Option<String>,
    pub reason: String,
    /// Who gave it out of his takings; empty means the person who records it.
    pub taken_by: Option<PersonId>,
}

impl WriteVerb for Refund {
    const NAME: &'static str = "settlement.refund";
    const ACTION: Action = Action::KeepMoney;
    type Out = Settled;

    fn run(self, w: &mut Writer<'_>) -> Result<Settled> {
        let taking = take::begin(w, &self.on)?;
        let rows = Payment::of(w, taking.order.id)?;
        let back = returnable(&rows)
            .into_iter()
            .find(|(row, _)| row.id == self.payment);
        let (paid, open) = back.ok_or_else(|| Error::invalid("payment", self.payment))?;
        take::amount(self.amount, open)?;
        let said = Said {
            gives_back: Some(paid.id),
            method: Some(self.method),
            taken_by: Some(who_took(w, self.taken_by)?),
            payer: self.payer,
            reference: reference(self.method, self.reference)?,
            reason: Some(required_text("reason", &self.reason)?),
        };
        taking.complete(w, PaymentKind::Refund, self.amount, said)
    }
}
