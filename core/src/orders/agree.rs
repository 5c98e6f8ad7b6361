//! The requester sees the fee and agrees before work begins (R20).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ledger::order_papers::Purpose;
use crate::ledger::order_state::OrderStep;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::requests::Request;
use crate::money::Money;
use crate::orders::sign::{SignatureInput, sign};
use crate::orders::step::{self, On, Stepped};
use crate::pricing::quoted::LineInput;
use crate::quotes::price::{Keeping, on_site};

/// Records the agreement to an amount.
#[derive(Deserialize, TS)]
pub struct Agree {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// The amount agreed to, in cents; what the items on the order come to. Without items it is one
    /// piece of work at that price, named by what was reported.
    pub fee: Money,
    /// The requester's signature, where one was asked for; without a name he signed himself.
    pub signature: Option<SignatureInput>,
}

impl WriteVerb for Agree {
    const NAME: &'static str = "orders.agree";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn guesses(&self) -> Option<String> {
        self.signature.as_ref().and_then(SignatureInput::guesses)
    }

    fn prepares(&self) -> bool {
        self.guesses().is_some()
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        if let Some(signature) = &mut self.signature {
            signature.try_pin(r);
        }
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Agree, None)?;
        if self.fee.0 < 0 {
            return Err(Error::invalid("fee", self.fee));
        }
        let quote = match taking.old.quote_id {
            Some(quote) => QuoteRow::get(w, quote)?,
            // No item says it: one piece of work at one price, named by what was reported.
            None => {
                let line = LineInput::whole(&taking.old.content, self.fee);
                on_site(w, &taking.old, &[line], taking.at, true)
                    .map_err(|e| e.on("fee"))?
                    .keep(w, Keeping::on_site(&taking.old, taking.at, String::new()))?
            }
        };
        let total = quote.total();
        if total.certain() != Some(self.fee) {
            return Err(Error::new(Code::FeeDiffers)
                .with("value", self.fee)
                .with("amount", total)
                .on("fee"));
        }
        taking.new.quote_id = Some(quote.id);
        taking.new.fee = Some(self.fee);
        taking.new.fee_agreed_at = Some(taking.at);
        if let Some(signature) = self.signature {
            let signature = signature.or_by(&Request::get(w, taking.old.request_id)?.caller);
            sign(w, &taking.new, Purpose::Agree, &signature, taking.at)?;
        }
        step::complete(w, taking, &self.fee.to_string())
    }
}
