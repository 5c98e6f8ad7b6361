//! The worker writes what was done and signs (R12).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::error::{Error, Result};
use crate::ledger::Writer;
use crate::ledger::order_papers::{Purpose, SignedHow, Strokes};
use crate::orders::sign::{SignatureInput, sign};
use crate::orders::state::OrderStep;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::{optional_text, required_text};

/// Records the finished work.
#[derive(Deserialize, TS)]
pub struct Finish {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub work_done: String,
    pub remarks: Option<String>,
    /// How the worker signed; paper unless said otherwise.
    pub how: Option<SignedHow>,
    pub pin: Option<String>,
    pub strokes: Option<Strokes>,
}

impl WriteVerb for Finish {
    const NAME: &'static str = "orders.finish";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn guesses(&self) -> Option<String> {
        // The worker stands on the order, which is not read before the door lets the call in.
        (self.how == Some(SignedHow::Pin)).then(|| format!("pin:order:{}", self.on.order))
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Finish, None)?;
        taking.new.work_done = required_text("work_done", &self.work_done)?;
        taking.new.worker_remarks =
            optional_text("remarks", self.remarks.as_deref().unwrap_or(""))?;
        taking.new.finished_at = Some(taking.at);
        let worker = taking
            .new
            .worker_id
            .ok_or_else(|| Error::missing("worker"))?;
        let signature = SignatureInput {
            how: self.how.unwrap_or(SignedHow::Paper),
            name: None,
            person: Some(worker),
            pin: self.pin,
            strokes: self.strokes,
        };
        sign(w, &taking.new, Purpose::Finish, &signature, taking.at)?;
        step::complete(w, taking, "")
    }
}
