//! First-run setup: the office, its departments and the first administrator.

use chrono_tz::Tz;
use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::column::Json;
use crate::ledger::people::{Department, DepartmentKind, Person};
use crate::ledger::settings::SettingsRow;
use crate::office::{Role, Settings};
use crate::people::secret::Chosen;
use crate::text_field::{optional_line, phone, required_line};

/// Creates the office in a new ledger. There is no default password: the first administrator chooses one.
#[derive(Deserialize, TS)]
pub struct SetUp {
    pub office: String,
    /// IANA name such as `Asia/Taipei`.
    pub zone: String,
    pub departments: Vec<NewDepartment>,
    pub administrator: Administrator,
}

/// A department to begin with.
#[derive(Deserialize, TS)]
pub struct NewDepartment {
    pub name: String,
    pub kind: DepartmentKind,
    pub phone: Option<String>,
}

/// The first person.
#[derive(Deserialize, TS)]
pub struct Administrator {
    pub name: String,
    pub login: String,
    #[ts(type = "string")]
    pub password: Chosen,
    /// Roles beside administrator: in a small office the manager sets the program up.
    pub roles: Vec<Role>,
}

impl WriteVerb for SetUp {
    const NAME: &'static str = "office.set_up";
    const ACTION: Action = Action::Enter;
    type Out = PersonId;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, _r: &Reader<'_>, rng: &mut StdRng) -> Result<()> {
        self.administrator.password.hash(rng)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<PersonId> {
        // Asked of the ledger, not of what the door knew before: two may set it up at once.
        if !SettingsRow::all(w)?.is_empty() {
            return Err(Error::new(Code::AlreadySetUp));
        }
        let zone: Tz = self
            .zone
            .parse()
            .map_err(|_| Error::invalid("zone", &self.zone))?;
        let settings = Settings::of_new_office(required_line("office", &self.office)?, zone);
        if self
            .departments
            .iter()
            .all(|d| d.kind != DepartmentKind::Desk)
            || self
                .departments
                .iter()
                .all(|d| d.kind == DepartmentKind::Desk)
        {
            // Someone must take the calls, and someone must do the work.
            return Err(Error::missing("departments"));
        }
        let mut desk = None;
        for new in &self.departments {
            let department = Department {
                id: Default::default(),
                version: 0,
                name: required_line("department", &new.name)?,
                kind: new.kind,
                phone: phone("department_phone", new.phone.as_deref().unwrap_or(""))?,
                active: true,
            }
            .insert(w)?;
            if department.kind == DepartmentKind::Desk {
                desk.get_or_insert(department.id);
            }
        }
        let mut roles = self.administrator.roles;
        roles.push(Role::Administrator);
        roles.sort_unstable();
        roles.dedup();
        let name = required_line("name", &self.administrator.name)?;
        let person = Person {
            id: Default::default(),
            version: 0,
            initials: crate::people::initials_of(&name),
            name,
            phone: String::new(),
            department_id: desk.ok_or_else(|| Error::missing("departments"))?,
            roles: Json(roles),
            login: Some(required_line("login", &self.administrator.login)?),
            password: Some(self.administrator.password.password("password")?),
            pin: None,
            active: true,
        }
        .insert(w)?;
        SettingsRow {
            id: Default::default(),
            version: 0,
            body: Json(settings),
            valid_from: w.now(),
            approved_by: person.name.clone(),
            reason: optional_line("reason", "")?,
            entered_by: Some(person.id),
            entered_at: w.now(),
        }
        .insert(w)?;
        // From here on the chain itself holds the ledger's name.
        w.note("ledger", w.ledger_id()?);
        w.about(Person::TABLE, person.id);
        Ok(person.id)
    }
}
