//! Sets the PIN that stands for a signature, or clears it.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::people::list::PersonView;
use crate::people::secret;

/// Sets one's own PIN, with the password. An administrator may clear another's but never choose it: a signature
/// whose PIN someone else chose proves nothing.
#[derive(Deserialize, TS)]
pub struct SetPin {
    pub person: PersonId,
    /// The person's password; not needed by an administrator who clears another's PIN.
    pub password: Option<String>,
    /// Four to eight digits; empty clears.
    pub pin: Option<String>,
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

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let own = w.who()?.id == self.person;
        let pin = self.pin.as_deref().unwrap_or("");
        if !own && !w.may(Action::ManagePeople) {
            return Err(Error::new(Code::Denied).with("action", Action::ManagePeople.as_str()));
        }
        if !own && !pin.is_empty() {
            return Err(Error::new(Code::PinIsOwn).on("pin"));
        }
        let old = Person::get(w, self.person)?;
        if own {
            secret::check_password("password", self.password.as_deref(), &old)?;
        }
        let mut new = old.clone();
        new.pin = match pin {
            "" => None,
            pin => Some(secret::hash_pin("pin", pin, w.rng())?),
        };
        w.about(Person::TABLE, old.id);
        let person = new.update(w, &old)?;
        PersonView::load(w, person)
    }
}
