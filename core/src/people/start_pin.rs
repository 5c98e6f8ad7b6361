//! The first PIN of a person who does not sign in, typed by himself at the desk while a supervisor looks on.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::office::Role;
use crate::people::active_person;
use crate::people::list::PersonView;
use crate::people::secret::Chosen;

/// Starts a PIN for someone without a sign-in name; who signs in sets his own with his password. An administrator, or
/// a foreman or head of the person's department, is present: the act stands under that name in the trail. A forgotten
/// PIN is cleared first.
#[derive(Deserialize, TS)]
pub struct StartPin {
    pub person: PersonId,
    /// Four to eight digits, typed by the person.
    #[ts(type = "string")]
    pub pin: Chosen,
}

impl WriteVerb for StartPin {
    const NAME: &'static str = "people.start_pin";
    const ACTION: Action = Action::BeHere;
    type Out = PersonView;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, _r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        self.pin.hash(rng)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let old = active_person(w, "person", self.person)?;
        if !may_be_present(w, &old) {
            return Err(Error::new(Code::Denied).with("action", Action::ManagePeople.as_str()));
        }
        if old.login.is_some() {
            return Err(Error::new(Code::PinIsOwn).on("pin"));
        }
        if old.pin.is_some() {
            return Err(Error::new(Code::PinThere).with("name", old.name).on("pin"));
        }
        let mut new = old.clone();
        new.pin = Some(self.pin.pin("pin")?);
        w.about(Person::TABLE, old.id);
        let present = w.who()?.name.clone();
        w.note("present", present);
        let person = new.update(w, &old)?;
        PersonView::load(w, person)
    }
}

/// Whether the person who acts may look on while `person` starts a PIN: as administrator, or leading his department.
fn may_be_present(r: &Reader<'_>, person: &Person) -> bool {
    r.who().is_ok_and(|who| {
        let leads = who.is(Role::Foreman) || who.is(Role::DepartmentHead);
        let supervises = leads && who.department_id == person.department_id;
        who.id != person.id && (supervises || r.may(Action::ManagePeople))
    })
}

/// Whether a PIN can be started for `person` here and now.
pub fn may_start(r: &Reader<'_>, person: &Person) -> bool {
    person.active && person.login.is_none() && person.pin.is_none() && may_be_present(r, person)
}
