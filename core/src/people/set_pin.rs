//! Sets the PIN that stands for a signature, or clears it.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::people::list::PersonView;
use crate::people::secret::{self, Chosen, Tried};

/// Sets one's own PIN, with the password. An administrator may clear another's but never choose it: a signature
/// whose PIN someone else chose proves nothing.
#[derive(Deserialize, TS)]
pub struct SetPin {
    pub person: PersonId,
    /// The person's password; not needed by an administrator who clears another's PIN.
    #[ts(type = "string | null")]
    pub password: Option<Tried>,
    /// Four to eight digits; empty clears.
    #[ts(type = "string | null")]
    pub pin: Option<Chosen>,
}

impl WriteVerb for SetPin {
    const NAME: &'static str = "people.set_pin";
    const ACTION: Action = Action::BeHere;
    type Out = PersonView;

    fn guesses(&self) -> Option<String> {
        self.password
            .as_ref()
            .map(|_| secret::tries_of(self.person))
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        // Another's PIN is only cleared, and without a password.
        if r.who()?.id != self.person {
            return Ok(());
        }
        if let Some(password) = &mut self.password {
            password.try_on(Person::get(r, self.person)?.password.as_ref());
        }
        self.pin.iter_mut().try_for_each(|new| new.hash(rng))
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let own = w.who()?.id == self.person;
        let pin = self.pin.filter(|new| !new.is_empty());
        if !own && !w.may(Action::ManagePeople) {
            return Err(Error::new(Code::Denied).with("action", Action::ManagePeople.as_str()));
        }
        if !own && pin.is_some() {
            return Err(Error::new(Code::PinIsOwn).on("pin"));
        }
        let old = Person::get(w, self.person)?;
        if own {
            secret::check_password("password", self.password.as_ref(), &old)?;
        }
        let mut new = old.clone();
        new.pin = pin.map(|new| new.pin("pin")).transpose()?;
        w.about(Person::TABLE, old.id);
        let person = new.update(w, &old)?;
        PersonView::load(w, person)
    }
}
