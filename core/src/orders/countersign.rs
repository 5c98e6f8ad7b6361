//! The supervisor signs (主管簽名確認) before copy 1 returns (R13).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::order_papers::{Purpose, SignedHow, Strokes};
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::Order;
use crate::ledger::people::{Deputy, Person};
use crate::moment::Moment;
use crate::office::Role;
use crate::orders::sign::{SignatureInput, pin_guesses, sign, try_pin};
use crate::orders::step::{self, On, Stepped};
use crate::people::active_person;
use crate::people::secret::Tried;

/// Records the supervisor's signature.
#[derive(Deserialize, TS)]
pub struct Countersign {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Head or foreman of the executing department, or a deputy named for the day.
    pub supervisor: PersonId,
    /// How the supervisor signed; paper unless said otherwise.
    pub how: Option<SignedHow>,
    #[ts(type = "string | null")]
    pub pin: Option<Tried>,
    pub strokes: Option<Strokes>,
}

impl WriteVerb for Countersign {
    const NAME: &'static str = "orders.countersign";
    const ACTION: Action = Action::Countersign;
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
        let mut taking = step::begin(w, &self.on, OrderStep::Countersign, None)?;
        let supervisor = active_person(w, "supervisor", self.supervisor)?;
        check_supervisor(w, &supervisor, &taking.old, taking.at)?;
        taking.new.countersigned_by = Some(supervisor.id);
        let signature = SignatureInput::own_hand(supervisor.id, self.how, self.pin, self.strokes);
        sign(w, &taking.new, Purpose::Countersign, &signature, taking.at)?;
        step::complete(w, taking, &supervisor.name)
    }
}

/// Errors: `NotTheSupervisor` unless the person leads the executing department or stands in for one who does on the
/// day of `at`; `OwnWork` when the person is the order's worker.
pub fn check_supervisor(r: &Reader<'_>, person: &Person, order: &Order, at: Moment) -> Result<()> {
    if order.worker_id == Some(person.id) {
        return Err(Error::new(Code::OwnWork));
    }
    let leads = |p: &Person| {
        p.department_id == order.department_id
            && p.roles
                .0
                .iter()
                .any(|role| matches!(role, Role::DepartmentHead | Role::Foreman))
    };
    if leads(person) {
        return Ok(());
    }
    for deputy in Deputy::held_by(r, person.id, at.day(r.zone()?))? {
        if leads(&Person::get(r, deputy.principal_id)?) {
            return Ok(());
        }
    }
    Err(Error::new(Code::NotTheSupervisor).with("name", &person.name))
}
