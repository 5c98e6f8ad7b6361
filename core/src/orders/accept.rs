//! The worker signs for the order (接單簽收) and takes all copies but one that the customer has already (R7, R10).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::order_papers::{CopyPlace, Purpose, SignedHow};
use crate::ledger::order_state::OrderStep;
use crate::orders::copies;
use crate::orders::sign::{SignatureInput, pin_guesses, sign, try_pin};
use crate::orders::step::{self, On, Stepped};
use crate::people::active_person;
use crate::people::secret::Tried;

/// Takes the order.
#[derive(Deserialize, TS)]
pub struct Accept {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub worker: PersonId,
    /// How the worker signed; paper unless said otherwise.
    pub how: Option<SignedHow>,
    #[ts(type = "string | null")]
    pub pin: Option<Tried>,
    pub strokes: Option<crate::ledger::order_papers::Strokes>,
}

impl Accept {
    fn signature(&self) -> SignatureInput {
        SignatureInput::own_hand(
            self.worker,
            self.how,
            self.pin.clone(),
            self.strokes.clone(),
        )
    }
}

impl WriteVerb for Accept {
    const NAME: &'static str = "orders.accept";
    const ACTION: Action = Action::AcceptOrder;
    type Out = Stepped;

    fn guesses(&self) -> Option<String> {
        pin_guesses(self.how, self.worker)
    }

    fn prepares(&self) -> bool {
        self.how == Some(SignedHow::Pin)
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        try_pin(r, self.how, self.worker, &mut self.pin);
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Accept, None)?;
        let worker = active_person(w, "worker", self.worker)?;
        taking.new.worker_id = Some(worker.id);
        sign(
            w,
            &taking.new,
            Purpose::Accept,
            &self.signature(),
            taking.at,
        )?;
        copies::move_all(
            w,
            taking.old.id,
            CopyPlace::Worker,
            &worker.name,
            taking.at,
            |copy| copy.place != CopyPlace::Customer,
        )?;
        step::complete(w, taking, &worker.name)
    }
}
