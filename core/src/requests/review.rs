//! Not in the fee schedule: desk and engineering review, the owner accepts plan and price or not (R19).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Error;
use crate::error::Result;
use crate::ledger::quotes::QuotePurpose;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, Urgency};
use crate::money::Money;
use crate::pricing::calendar::priced_at;
use crate::pricing::material_check::unseen;
use crate::pricing::quoted::LineInput;
use crate::quotes::price::{Asked, Keeping, price};
use crate::requests::step::{self, OnRequest, RequestStepped};
use crate::text_field::{optional_line, required_line, required_text};

impl Request {
    /// A new review, and other items, begin without the plan and the consent of an earlier one (R19). Those stay in the
    /// time line and among the quotes.
    pub fn forget_plan(&mut self) {
        self.plan = String::new();
        self.quote = None;
        self.consent_at = None;
        self.consent_quote = None;
    }
}

/// Asks engineering whether it can be done and what it costs.
#[derive(Deserialize, TS)]
pub struct Review {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Who is asked.
    pub whom: String,
    pub question: String,
}

impl WriteVerb for Review {
    const NAME: &'static str = "requests.review";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Review)?;
        taking.new.forget_plan();
        let whom = required_line("whom", &self.whom)?;
        let question = required_text("question", &self.question)?;
        step::complete(w, taking, &whom, &question)
    }
}

/// Records a plan and its price. A later plan replaces it before the owner answers.
#[derive(Deserialize, TS)]
pub struct Feasible {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Who judged it.
    pub whom: String,
    pub plan: String,
    /// Price in cents, where the plan is one piece of work outside the schedule.
    pub quote: Option<Money>,
    /// The plan's items with materials and what was agreed for each; their sum is the price.
    pub lines: Option<Vec<LineInput>>,
    /// How long it takes, as engineering says it.
    pub hours: Option<String>,
}

impl WriteVerb for Feasible {
    const NAME: &'static str = "requests.feasible";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Feasible)?;
        let whom = required_line("whom", &self.whom)?;
        taking.new.plan = required_text("plan", &self.plan)?;
        let whole = self.quote.is_some();
        let lines = match (self.quote, self.lines.unwrap_or_default()) {
            (Some(quote), lines) if !lines.is_empty() => {
                return Err(Error::invalid("quote", quote));
            }
            (Some(quote), _) => vec![LineInput::whole(&taking.new.plan, quote)],
            (None, lines) if lines.is_empty() => return Err(Error::missing("quote")),
            (None, lines) => lines,
        };
        unseen(&lines)?;
        let request = &taking.old;
        // For when the work is wished, as the estimate was told.
        let at = priced_at(w.now(), request.wished_at);
        let urgent = request.urgency == Urgency::Urgent;
        let asked = Asked {
            place: request.place_id,
            at,
            urgent,
            earlier: &[],
            schedule: None,
            whole,
        };
        let priced = price(w, &lines, asked);
        let priced = if whole {
            priced.map_err(|e| e.on("quote"))?
        } else {
            priced?
        };
        // The owner accepts an amount, not a span.
        let certain = priced.total.certain();
        let sum = certain.ok_or_else(|| Error::missing("agreed").within("lines"))?;
        let keeping = Keeping {
            request: request.id,
            order: None,
            purpose: QuotePurpose::Plan,
            at,
            urgent,
            judged_by: whom.clone(),
            hours: optional_line("hours", self.hours.as_deref().unwrap_or(""))?,
        };
        taking.new.quote_id = Some(priced.keep(w, keeping)?.id);
        taking.new.quote = Some(sum);
        let note = format!("{} ({sum})", taking.new.plan);
        step::complete(w, taking, &whom, &note)
    }
}

/// Ends the request: it cannot be done.
#[derive(Deserialize, TS)]
pub struct Infeasible {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
    pub reason: String,
}

impl WriteVerb for Infeasible {
    const NAME: &'static str = "requests.infeasible";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let taking = step::begin_on(w, &self.on, RequestStep::Infeasible)?;
        let whom = required_line("whom", &self.whom)?;
        let reason = required_text("reason", &self.reason)?;
        step::complete(w, taking, &whom, &reason)
    }
}

/// The owner accepts plan and price: how, when, by whom. Only now can a crew be sent.
#[derive(Deserialize, TS)]
pub struct Consent {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    /// Who consented.
    pub whom: String,
    /// How: by phone, in person, in writing.
    pub how: String,
}

impl WriteVerb for Consent {
    const NAME: &'static str = "requests.consent";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::Consent)?;
        let whom = required_line("whom", &self.whom)?;
        let how = required_text("how", &self.how)?;
        taking.new.consent_at = Some(taking.at);
        taking.new.consent_quote = taking.old.quote_id;
        step::complete(w, taking, &whom, &how)
    }
}

/// The owner refuses: the request ends.
#[derive(Deserialize, TS)]
pub struct RefuseQuote {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: OnRequest,
    pub whom: String,
    pub reason: String,
}

impl WriteVerb for RefuseQuote {
    const NAME: &'static str = "requests.refuse_quote";
    const ACTION: Action = Action::HandleRequest;
    type Out = RequestStepped;

    fn run(self, w: &mut Writer<'_>) -> Result<RequestStepped> {
        let mut taking = step::begin_on(w, &self.on, RequestStep::RefuseQuote)?;
        let whom = required_line("whom", &self.whom)?;
        let reason = required_text("reason", &self.reason)?;
        let by = w.who()?.id;
        taking.new.told_whom = whom.clone();
        taking.new.told_at = Some(taking.at);
        taking.new.told_by = Some(by);
        step::complete(w, taking, &whom, &reason)
    }
}
