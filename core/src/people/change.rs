//! Changes a person: name, phone, department, roles, sign-in name, active or not.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, SessionChange, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{DepartmentId, PersonId};
use crate::ledger::column::Json;
use crate::ledger::people::Person;
use crate::office::Role;
use crate::people::add::{login, open_department, roles};
use crate::people::initials_of;
use crate::people::list::PersonView;
use crate::text_field::{phone, required_line};

/// Changes a person. Without a sign-in name the password goes too; a person who left is set inactive, never deleted
/// (R36). Whoever can no longer sign in is signed out everywhere.
#[derive(Deserialize, TS)]
pub struct ChangePerson {
    pub person: PersonId,
    /// Version as it was shown.
    pub version: i64,
    pub name: String,
    pub phone: Option<String>,
    pub department: DepartmentId,
    /// At least one.
    pub roles: Vec<Role>,
    pub login: Option<String>,
    pub active: bool,
}

impl WriteVerb for ChangePerson {
    const NAME: &'static str = "people.change";
    const ACTION: Action = Action::ManagePeople;
    type Out = PersonView;

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let old = Person::get_at(w, self.person, self.version)?;
        let mut new = old.clone();
        new.name = required_line("name", &self.name)?;
        new.initials = initials_of(&new.name);
        new.phone = phone("phone", self.phone.as_deref().unwrap_or(""))?;
        if self.department != old.department_id {
            new.department_id = open_department(w, self.department)?.id;
        }
        new.roles = Json(roles(self.roles)?);
        new.login = login(w, self.login.as_deref(), Some(old.id))?;
        if new.login.is_none() {
            new.password = None;
        }
        new.active = self.active;
        if administers(&old) && !administers(&new) && !another_administers(w, old.id)? {
            return Err(Error::new(Code::LastAdministrator));
        }
        w.about(Person::TABLE, old.id);
        let person = new.update(w, &old)?;
        if !person.active || person.login.is_none() {
            w.session = Some(SessionChange::End {
                person: person.id,
                all: true,
            });
        }
        PersonView::load(w, person)
    }
}

/// Whether the person can sign in and manage people.
fn administers(person: &Person) -> bool {
    person.active
        && person.login.is_some()
        && person.password.is_some()
        && person.roles.0.contains(&Role::Administrator)
}

fn another_administers(r: &Reader<'_>, than: PersonId) -> Result<bool> {
    Ok(Person::all(r)?
        .iter()
        .any(|p| p.id != than && administers(p)))
}
