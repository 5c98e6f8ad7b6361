//! The person who acts, with the rights of the day.

use chrono::NaiveDate;

use crate::access::Who;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::Reader;
use crate::ledger::people::{Deputy, Person};
use crate::office::Role;

/// The person of this id. Errors: [`Code::SignInFirst`] if no longer active.
pub(crate) fn active(r: &Reader<'_>, person: PersonId, today: NaiveDate) -> Result<Who> {
    let person = Person::get(r, person)?;
    if !person.active {
        return Err(Error::new(Code::SignInFirst));
    }
    load(r, &person, today)
}

/// Gathers the person's roles, and those of everyone he or she stands in for today; nobody stands in as administrator.
pub(crate) fn load(r: &Reader<'_>, person: &Person, today: NaiveDate) -> Result<Who> {
    let mut roles = person.roles.0.clone();
    let mut stands_in_for = Vec::new();
    for deputy in Deputy::held_by(r, person.id, today)? {
        let principal = Person::get(r, deputy.principal_id)?;
        let held = principal.roles.0.iter().copied();
        roles.extend(held.filter(|role| *role != Role::Administrator));
        stands_in_for.push(principal.id);
    }
    Ok(Who::new(
        person.id,
        person.name.clone(),
        person.department_id,
        roles,
        stands_in_for,
    ))
}
