//! The requester tests, evaluates and signs; "refused" and "absent" are recorded with a reason, never invented (R12).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ledger::order_papers::{CopyPlace, Purpose};
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::{Confirmation, Evaluation};
use crate::ledger::requests::Request;
use crate::office::CopyOwner;
use crate::orders::copies;
use crate::orders::sign::{SignatureInput, sign};
use crate::orders::step::{self, On, Stepped};
use crate::text_field::{optional_text, required_text};

/// Records the requester's word.
#[derive(Deserialize, TS)]
pub struct Confirm {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub how: Confirmation,
    /// Required when signed; one who was absent gave none.
    pub evaluation: Option<Evaluation>,
    /// The requester's remarks, or the reason why there is no signature.
    pub remarks: Option<String>,
    /// Required when signed; without a name the requester himself signed.
    pub signature: Option<SignatureInput>,
}

impl WriteVerb for Confirm {
    const NAME: &'static str = "orders.confirm";
    const ACTION: Action = Action::ConfirmOrder;
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
        let mut taking = step::begin(w, &self.on, OrderStep::Confirm, None)?;
        let remarks = self.remarks.as_deref().unwrap_or("");
        taking.new.confirmation = Some(self.how);
        match self.how {
            Confirmation::Signed => {
                taking.new.evaluation = Some(
                    self.evaluation
                        .ok_or_else(|| Error::missing("evaluation"))?,
                );
                taking.new.evaluation_remarks = optional_text("remarks", remarks)?;
                let requester = Request::get(w, taking.old.request_id)?.caller;
                let signature = self.signature.ok_or_else(|| Error::missing("signature"))?;
                let signature = signature.or_by(&requester);
                let signed = sign(w, &taking.new, Purpose::Confirm, &signature, taking.at)?;
                let customer = |copy: &crate::ledger::order_papers::OrderCopy| {
                    copy.owner == CopyOwner::Customer
                };
                copies::move_all(
                    w,
                    taking.old.id,
                    CopyPlace::Customer,
                    &signed.name,
                    taking.at,
                    customer,
                )?;
            }
            Confirmation::Refused | Confirmation::Absent => {
                if let (Confirmation::Absent, Some(evaluation)) = (self.how, self.evaluation) {
                    // Who was not there said nothing.
                    return Err(Error::invalid("evaluation", evaluation.as_str()));
                }
                taking.new.evaluation = self.evaluation;
                taking.new.evaluation_remarks = required_text("remarks", remarks)?;
            }
        }
        let note = taking.new.evaluation_remarks.clone();
        step::complete(w, taking, &note)
    }
}
