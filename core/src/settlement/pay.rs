//! The requester pays, in whole or in part (R22).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::payments::{PayMethod, PaymentKind};
use crate::money::Money;
use crate::people::active_person;
use crate::settlement::take::{self, OnMoney, Said, Settled};
use crate::text_field::required_line;

/// Records a payment, from the agreement on; an archived order still takes one.
#[derive(Deserialize, TS)]
pub struct Pay {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnMoney,
    /// At most what is open of what was agreed, in cents.
    pub amount: Money,
    pub method: PayMethod,
    /// Empty takes the caller's name.
    pub payer: Option<String>,
    /// Number of a transfer or mobile payment; required for them.
    pub reference: Option<String>,
    /// Who took the money; empty means the person who records it.
    pub taken_by: Option<PersonId>,
}

impl WriteVerb for Pay {
    const NAME: &'static str = "settlement.pay";
    const ACTION: Action = Action::TakeMoney;
    type Out = Settled;

    fn run(self, w: &mut Writer<'_>) -> Result<Settled> {
        let taking = take::begin(w, &self.on)?;
        if taking.order.fee_agreed_at.is_none() && taking.order.fee.is_some_and(|fee| fee.0 > 0) {
            return Err(Error::new(Code::AgreeFeeFirst));
        }
        take::amount(self.amount, taking.balance.payable())?;
        let said = Said {
            method: Some(self.method),
            taken_by: Some(who_took(w, self.taken_by)?),
            payer: self.payer,
            reference: reference(self.method, self.reference)?,
            ..Said::default()
        };
        taking.complete(w, PaymentKind::Payment, self.amount, said)
    }
}

/// Money that nobody held in his hands is found again by its number. Errors: `Missing` reference.
pub(super) fn reference(method: PayMethod, typed: Option<String>) -> Result<Option<String>> {
    match method {
        PayMethod::Cash => Ok(typed),
        PayMethod::Transfer | PayMethod::Mobile => {
            required_line("reference", typed.as_deref().unwrap_or("")).map(Some)
        }
    }
}

/// Who answers for the money until it is handed over.
pub(super) fn who_took(w: &Writer<'_>, named: Option<PersonId>) -> Result<PersonId> {
    match named {
        Some(person) => Ok(active_person(w, "taken_by", person)?.id),
        None => Ok(w.who()?.id),
    }
}
