//! Sets a password: one's own with the old one, or another's as administrator.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, SessionChange, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::people::list::PersonView;
use crate::people::secret::{self, Chosen, Tried};

/// Sets a new password. The old one is needed for one's own, so that a desk left open gives nobody the account. The
/// person's other sessions end: whoever knew the old password is out.
#[derive(Deserialize, TS)]
pub struct SetPassword {
    pub person: PersonId,
    #[ts(type = "string | null")]
    pub old: Option<Tried>,
    #[ts(type = "string")]
    pub new: Chosen,
}

impl WriteVerb for SetPassword {
    const NAME: &'static str = "people.set_password";
    const ACTION: Action = Action::BeHere;
    type Out = PersonView;

    fn guesses(&self) -> Option<String> {
        self.old.as_ref().map(|_| secret::tries_of(self.person))
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        if let Some(old) = &mut self.old
            && r.who()?.id == self.person
        {
            old.try_on(Person::get(r, self.person)?.password.as_ref());
        }
        self.new.hash(rng)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let own = w.who()?.id == self.person;
        if !own && !w.may(Action::ManagePeople) {
            return Err(Error::new(Code::Denied).with("action", Action::ManagePeople.as_str()));
        }
        let old = Person::get(w, self.person)?;
        if own {
            secret::check_password("old", self.old.as_ref(), &old)?;
        }
        if old.login.is_none() {
            return Err(Error::missing("login"));
        }
        let mut new = old.clone();
        new.password = Some(self.new.password("new")?);
        w.about(Person::TABLE, old.id);
        let person = new.update(w, &old)?;
        w.session = Some(SessionChange::End {
            person: person.id,
            all: false,
        });
        PersonView::load(w, person)
    }
}
