//! Adds a person to the office.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{DepartmentId, PersonId};
use crate::ledger::column::Json;
use crate::ledger::people::{Department, Person};
use crate::office::Role;
use crate::people::initials_of;
use crate::people::list::PersonView;
use crate::people::secret::Chosen;
use crate::text_field::{optional_line, phone, required_line};

/// Adds a person. One without a sign-in name signs on paper only.
#[derive(Deserialize, TS)]
pub struct AddPerson {
    pub name: String,
    pub phone: Option<String>,
    pub department: DepartmentId,
    /// At least one.
    pub roles: Vec<Role>,
    pub login: Option<String>,
    /// First password, to be replaced by the person; required with a sign-in name.
    #[ts(type = "string | null")]
    pub password: Option<Chosen>,
}

impl WriteVerb for AddPerson {
    const NAME: &'static str = "people.add";
    const ACTION: Action = Action::ManagePeople;
    type Out = PersonView;

    fn prepares(&self) -> bool {
        self.password.is_some()
    }

    fn prepare(&mut self, _r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        self.password.iter_mut().try_for_each(|new| new.hash(rng))
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PersonView> {
        let name = required_line("name", &self.name)?;
        let login = login(w, self.login.as_deref(), None)?;
        let password = match (&login, self.password) {
            (Some(_), Some(password)) => Some(password.password("password")?),
            (Some(_), None) => return Err(Error::missing("password")),
            (None, Some(_)) => return Err(Error::missing("login")),
            (None, None) => None,
        };
        let person = Person {
            id: PersonId(0),
            version: 0,
            initials: initials_of(&name),
            name,
            phone: phone("phone", self.phone.as_deref().unwrap_or(""))?,
            department_id: open_department(w, self.department)?.id,
            roles: Json(roles(self.roles)?),
            login,
            password,
            pin: None,
            active: true,
        }
        .insert(w)?;
        PersonView::load(w, person)
    }
}

/// Roles without repetition. Errors: `Missing` when there is none.
pub(super) fn roles(mut roles: Vec<Role>) -> Result<Vec<Role>> {
    if roles.is_empty() {
        return Err(Error::missing("roles"));
    }
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// A department that takes people. Errors: `NotFound`; `Invalid` when it is closed.
pub(super) fn open_department(r: &Reader<'_>, id: DepartmentId) -> Result<Department> {
    let department = Department::get(r, id)?;
    if department.active {
        Ok(department)
    } else {
        Err(Error::invalid("department", department.name))
    }
}

/// A sign-in name that no one else has, capitals aside; empty means none. Errors: `TooLong`, `Duplicate`.
pub(super) fn login(
    r: &Reader<'_>,
    typed: Option<&str>,
    own: Option<PersonId>,
) -> Result<Option<String>> {
    let login = optional_line("login", typed.unwrap_or(""))?;
    if login.is_empty() {
        return Ok(None);
    }
    let wanted = login.to_lowercase();
    let taken = Person::all(r)?
        .into_iter()
        .any(|p| Some(p.id) != own && p.login.is_some_and(|other| other.to_lowercase() == wanted));
    if taken {
        return Err(Error::new(Code::Duplicate)
            .with("what", Person::TABLE)
            .on("login"));
    }
    Ok(Some(login))
}
