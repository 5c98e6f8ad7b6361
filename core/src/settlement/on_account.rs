//! An amount may stay open (掛賬): only so can an order with one be archived.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::payments::PaymentKind;
use crate::money::Money;
use crate::settlement::take::{self, OnMoney, Said, Settled};
use crate::text_field::required_text;

/// Leaves all that is owed on account, in the name of who owes it.
#[derive(Deserialize, TS)]
pub struct OnAccount {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnMoney,
    /// Who owes it; empty takes the caller's name.
    pub payer: Option<String>,
    pub reason: String,
}

impl WriteVerb for OnAccount {
    const NAME: &'static str = "settlement.on_account";
    const ACTION: Action = Action::KeepMoney;
    type Out = Settled;

    fn run(self, w: &mut Writer<'_>) -> Result<Settled> {
        let taking = take::begin(w, &self.on)?;
        let owed = taking.balance.owed();
        take::amount(owed, owed.max(Money(0)))?;
        let said = Said {
            payer: self.payer,
            reason: Some(required_text("reason", &self.reason)?),
            ..Said::default()
        };
        taking.complete(w, PaymentKind::OnAccount, owed, said)
    }
}
