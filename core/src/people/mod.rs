//! The people of the office: first setup, sign-in, roles, departments, deputies and PINs.

pub mod add;
pub mod change;
pub mod clock;
pub mod departments;
pub mod deputies;
pub mod list;
pub mod secret;
pub mod session;
pub mod set_password;
pub mod set_pin;
pub mod set_up;
pub mod start_pin;

use crate::door::Reader;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;

/// Pinyin initials of a name, to find it by; where a name has several readings, each of them, set apart by blanks.
pub fn initials_of(name: &str) -> String {
    crate::fold::initials(name).join(" ")
}

/// The person of this id, who must be active. Errors: `NotFound`, `Invalid` on `field`.
pub fn active_person(r: &Reader<'_>, field: &str, id: PersonId) -> Result<Person> {
    let person = Person::get(r, id)?;
    if person.active {
        Ok(person)
    } else {
        Err(Error::invalid(field, person.name))
    }
}
