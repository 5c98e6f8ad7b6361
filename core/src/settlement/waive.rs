//! The office goes without an amount, by whom and why (R22).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::payments::PaymentKind;
use crate::money::Money;
use crate::settlement::take::{self, OnMoney, Said, Settled};
use crate::text_field::required_text;

/// Waives an amount that is owed. Who records it is who answers for it.
#[derive(Deserialize, TS)]
pub struct Waive {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnMoney,
    /// At most what is owed, in cents.
    pub amount: Money,
    pub reason: String,
}

impl WriteVerb for Waive {
    const NAME: &'static str = "settlement.waive";
    const ACTION: Action = Action::WaiveFee;
    type Out = Settled;

    fn run(self, w: &mut Writer<'_>) -> Result<Settled> {
        let taking = take::begin(w, &self.on)?;
        take::amount(self.amount, taking.balance.owed().max(Money(0)))?;
        let said = Said {
            reason: Some(required_text("reason", &self.reason)?),
            ..Said::default()
        };
        taking.complete(w, PaymentKind::Waiver, self.amount, said)
    }
}
