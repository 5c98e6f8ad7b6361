//! The worker writes what was done and signs (R12).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::ledger::order_papers::{Purpose, SignedHow, Strokes};
use crate::ledger::order_state::OrderStep;
use crate::ledger::quotes::QuoteRow;
use crate::orders::sign::{SignatureInput, pin_guesses, sign, try_pin};
use crate::orders::step::{self, On, Stepped};
use crate::people::secret::Tried;
use crate::pricing::material_check::{all_checked, not_given_up};
use crate::text_field::{optional_text, required_text};

/// Records the finished work.
#[derive(Deserialize, TS)]
pub struct Finish {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub work_done: String,
    pub remarks: Option<String>,
    /// Who signs, where a PIN does; no other than the order's worker.
    pub worker: Option<PersonId>,
    /// How the worker signed; paper unless said otherwise.
    pub how: Option<SignedHow>,
    #[ts(type = "string | null")]
    pub pin: Option<Tried>,
    pub strokes: Option<Strokes>,
}

impl WriteVerb for Finish {
    const NAME: &'static str = "orders.finish";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn guesses(&self) -> Option<String> {
        self.worker.and_then(|id| pin_guesses(self.how, id))
    }

    fn prepares(&self) -> bool {
        self.how == Some(SignedHow::Pin)
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        if let Some(worker) = self.worker {
            try_pin(r, self.how, worker, &mut self.pin);
        }
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Finish, None)?;
        if let Some(quote) = taking.old.quote_id {
            let quote = QuoteRow::get(w, quote)?;
            // The lines are another step's: nothing here can be mended at their fields.
            all_checked(quote.lines.0.iter().map(|line| &line.work))
                .map_err(|e| Error { field: None, ..e })?;
            not_given_up(quote.lines.0.iter().map(|line| &line.work))?;
        }
        taking.new.work_done = required_text("work_done", &self.work_done)?;
        taking.new.worker_remarks =
            optional_text("remarks", self.remarks.as_deref().unwrap_or(""))?;
        let worker = taking
            .new
            .worker_id
            .ok_or_else(|| Error::missing("worker"))?;
        if self.how == Some(SignedHow::Pin) && self.worker != Some(worker) {
            return Err(Error::invalid("worker", worker));
        }
        let signature = SignatureInput::own_hand(worker, self.how, self.pin, self.strokes);
        sign(w, &taking.new, Purpose::Finish, &signature, taking.at)?;
        step::complete(w, taking, "")
    }
}
