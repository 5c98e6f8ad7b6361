//! People, departments and deputies.

use chrono::NaiveDate;

use crate::error::Result;
use crate::ids::{DepartmentId, DeputyId, PersonId};
use crate::ledger::Reader;
use crate::ledger::column::stored_as_text;
use crate::ledger::column::{Hashed, Json};
use crate::ledger::table::table;
use crate::names::names;
use crate::office::Role;

names! {
    /// What a department is there for.
    DepartmentKind {
        Desk = "desk",
        Engineering = "engineering",
        Security = "security",
        Cleaning = "cleaning",
        Greening = "greening",
        Other = "other",
    }
}

stored_as_text!(DepartmentKind);

table! {
    /// A department of the office.
    Department, DepartmentId, "department" {
        name: String,
        kind: DepartmentKind,
        phone: String,
        /// A department that is closed keeps its history and takes no new orders.
        active: bool,
    }
}

table! {
    /// A person of the office. One without a login signs on paper only.
    Person, PersonId, "person" {
        name: String,
        /// Pinyin initials to be found by.
        initials: String,
        phone: String,
        department_id: DepartmentId,
        roles: Json<Vec<Role>>,
        login: Option<String>,
        password: Option<Hashed>,
        pin: Option<Hashed>,
        active: bool,
    }
}

table! {
    /// A period in which `deputy_id` stands in for `principal_id`, first and last day included (R13).
    Deputy, DeputyId, "deputy" {
        principal_id: PersonId,
        deputy_id: PersonId,
        /// ISO day in the office's time zone.
        from_day: String,
        /// ISO day in the office's time zone.
        to_day: String,
        reason: String,
        /// Ended early: `to_day` is the day it really ended.
        ended: bool,
    }
}

impl Department {
    /// All departments, the active first, by name.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM department ORDER BY active DESC, id",
            [],
            Self::read,
        )
    }
}

impl Person {
    /// All people, the active first, by name.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM person ORDER BY active DESC, name, id",
            [],
            Self::read,
        )
    }

    /// The active person with this sign-in name, in capitals or not.
    pub fn by_login(r: &Reader<'_>, login: &str) -> Result<Option<Self>> {
        r.one(
            "SELECT * FROM person WHERE login = ?1 COLLATE NOCASE AND active = 1",
            [login],
            Self::read,
        )
    }
}

impl Deputy {
    /// Every deputation, the newest first.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM deputy ORDER BY from_day DESC, id DESC",
            [],
            Self::read,
        )
    }

    /// Whom this person stands in for on `day`.
    pub fn held_by(r: &Reader<'_>, deputy: PersonId, day: NaiveDate) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM deputy WHERE deputy_id = ?1 AND from_day <= ?2 AND to_day >= ?2",
            (deputy, day.to_string()),
            Self::read,
        )
    }
}
