//! The office's people, as any of them may see them: no password and no PIN ever leaves the ledger.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{DepartmentId, PersonId};
use crate::ledger::people::{Department, Person};
use crate::office::Role;
use crate::people::start_pin;

/// Lists everyone, the active first.
#[derive(Deserialize, TS)]
pub struct ListPeople {}

/// A person of the office.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonView {
    pub id: PersonId,
    /// Goes back with a change; a stale one is refused.
    pub version: i64,
    pub name: String,
    /// Pinyin initials to be found by.
    pub initials: String,
    pub phone: String,
    pub department_id: DepartmentId,
    pub department: String,
    pub roles: Vec<Role>,
    pub login: Option<String>,
    pub has_password: bool,
    pub has_pin: bool,
    /// Whether he can start a PIN at the desk with the one who asks looking on.
    pub can_start_pin: bool,
    pub active: bool,
}

impl PersonView {
    /// The person with the department's name.
    pub fn of(r: &Reader<'_>, person: Person, department: &str) -> Self {
        Self {
            can_start_pin: start_pin::may_start(r, &person),
            id: person.id,
            version: person.version,
            name: person.name,
            initials: person.initials,
            phone: person.phone,
            department_id: person.department_id,
            department: department.to_owned(),
            roles: person.roles.0,
            login: person.login,
            has_password: person.password.is_some(),
            has_pin: person.pin.is_some(),
            active: person.active,
        }
    }

    /// The person as a verb returns it after a change.
    pub fn load(r: &Reader<'_>, person: Person) -> Result<Self> {
        let department = Department::get(r, person.department_id)?;
        Ok(Self::of(r, person, &department.name))
    }
}

impl ReadVerb for ListPeople {
    const NAME: &'static str = "people.list";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<PersonView>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<PersonView>> {
        let names: HashMap<DepartmentId, String> = Department::all(r)?
            .into_iter()
            .map(|d| (d.id, d.name))
            .collect();
        let people = Person::all(r)?;
        Ok(people
            .into_iter()
            .map(|p| {
                let department = names.get(&p.department_id).map_or("", String::as_str);
                PersonView::of(r, p, department)
            })
            .collect())
    }
}
