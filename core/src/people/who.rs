//! The person who acts, with the rights of the moment.

use serde::Serialize;
use ts_rs::TS;

use crate::access::{self, Action, Role};
use crate::error::Result;
use crate::ids::{DepartmentId, PersonId};
use crate::ledger::Reader;
use crate::ledger::people::{Deputy, Person};

/// The signed-in person: own roles, and those of everyone he or she stands in for today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Who {
    pub id: PersonId,
    pub name: String,
    pub department_id: DepartmentId,
    pub roles: Vec<Role>,
    /// Those for whom this person is the named deputy today (R13).
    pub stands_in_for: Vec<PersonId>,
    /// Rights that follow from the roles, for the screen to show what can be done; the door still checks.
    pub rights: Vec<Action>,
}

impl Who {
    /// Gathers the person's roles and deputations of today.
    pub fn load(r: &Reader<'_>, person: &Person) -> Result<Self> {
        let mut roles = person.roles.0.clone();
        let mut stands_in_for = Vec::new();
        for deputy in Deputy::held_by(r, person.id, r.today()?)? {
            let principal = Person::get(r, deputy.principal_id)?;
            roles.extend(
                principal
                    .roles
                    .0
                    .iter()
                    .filter(|role| **role != Role::Administrator),
            );
            stands_in_for.push(principal.id);
        }
        roles.sort_unstable();
        roles.dedup();
        let mut who = Self {
            id: person.id,
            name: person.name.clone(),
            department_id: person.department_id,
            roles,
            stands_in_for,
            rights: Vec::new(),
        };
        who.rights = Action::ALL
            .iter()
            .copied()
            .filter(|action| access::may(Some(&who), *action))
            .collect();
        Ok(who)
    }

    /// Whether the person holds the role, by himself or as a deputy.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
