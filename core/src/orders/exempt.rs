//! Ends a chain without satisfaction for a named cause (特殊情況存檔, R16).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::{self, Action};
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{DepartmentId, PersonId, RequestId};
use crate::ledger::order_papers::{Purpose, SignedHow, Strokes};
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::Order;
use crate::ledger::request_state::RequestEnding;
use crate::orders::sign::{SignatureInput, pin_guesses, sign, try_pin};
use crate::orders::step::{self, On, Stepped};
use crate::people::active_person;
use crate::people::secret::Tried;
use crate::requests::step as request_step;
use crate::text_field::{required_line, required_text};

/// Exempts an order. Signed by the desk supervisor or manager, never by a department that worked on the chain.
#[derive(Deserialize, TS)]
pub struct Exempt {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Such as a defect left by the developer.
    pub cause: String,
    /// Number of the defect or coordination order that stays open.
    pub record: String,
    /// Desk supervisor or manager who signs.
    pub supervisor: PersonId,
    /// How he signed; paper unless said otherwise.
    pub how: Option<SignedHow>,
    #[ts(type = "string | null")]
    pub pin: Option<Tried>,
    pub strokes: Option<Strokes>,
}

impl WriteVerb for Exempt {
    const NAME: &'static str = "orders.exempt";
    const ACTION: Action = Action::Exempt;
    type Out = Stepped;

    fn guesses(&self) -> Option<String> {
        pin_guesses(self.how, self.supervisor)
    }

    fn prepares(&self) -> bool {
        self.how == Some(SignedHow::Pin)
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        try_pin(r, self.how, self.supervisor, &mut self.pin);
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Exempt, None)?;
        let supervisor = active_person(w, "supervisor", self.supervisor)?;
        let worked = departments(w, taking.old.request_id)?;
        if worked.contains(&w.who()?.department_id) || worked.contains(&supervisor.department_id) {
            return Err(Error::new(Code::OwnWork));
        }
        let holders = access::holders(Action::Exempt);
        if !supervisor.roles.0.iter().any(|r| holders.contains(r)) {
            return Err(Error::invalid("supervisor", supervisor.name));
        }
        taking.new.end_reason = required_text("cause", &self.cause)?;
        taking.new.exempt_record = required_line("record", &self.record)?;
        let note = format!("{} ({})", taking.new.end_reason, taking.new.exempt_record);
        let signature = SignatureInput::own_hand(supervisor.id, self.how, self.pin, self.strokes);
        sign(w, &taking.new, Purpose::Exempt, &signature, taking.at)?;
        request_step::close(w, taking.old.request_id, RequestEnding::Exempt, taking.at)?;
        step::complete(w, taking, &note)
    }
}

/// Departments that the orders of a request went to, but for voided ones: none of them judges its own work.
pub fn departments(r: &Reader<'_>, request: RequestId) -> Result<Vec<DepartmentId>> {
    let orders = Order::of_request(r, request)?.into_iter();
    Ok(orders
        .filter(|order| order.state != OrderState::Voided)
        .map(|order| order.department_id)
        .collect())
}
