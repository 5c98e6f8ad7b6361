//! The door held open for many acts at once: a large ledger is made by the same verbs, rights and audit chain as one
//! that grew by hand. No screen and no command line reaches it: it asks for no session.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::access::Who;
use crate::desk::Desk;
use crate::door::{WriteVerb, Writer, who};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::Doing;
use crate::ledger::acts::Acts;
use crate::ledger::people::{Deputy, Person};
use crate::moment::Moment;

/// Acts of people who need not sign in. They are committed together.
pub struct Many<'a, 'l> {
    desk: &'a Desk,
    acts: &'a mut Acts<'l>,
    /// Everyone who acted, with the rights of the day.
    people: HashMap<(PersonId, NaiveDate), Arc<Who>>,
}

impl Desk {
    /// Runs `f`, which acts for the people of the office, and commits all of its acts or none.
    ///
    /// Settings cannot change within: those that hold at each act's moment are the ones known before.
    pub fn many<T>(&self, f: impl FnOnce(&mut Many<'_, '_>) -> Result<T>) -> Result<T> {
        self.ledger.many(|acts| {
            f(&mut Many {
                desk: self,
                acts,
                people: HashMap::new(),
            })
        })
    }
}

impl Many<'_, '_> {
    /// One act of a person, as [`Desk::call`] would run it for the person's session.
    ///
    /// Errors: [`Code::NotSetUp`], [`Code::Denied`], and the verb's own. After an error nothing is committed.
    pub fn act<V: WriteVerb>(
        &mut self,
        person: PersonId,
        now: Moment,
        mut verb: V,
    ) -> Result<V::Out> {
        let settings = self.desk.settings_at(now);
        let settings = settings.ok_or_else(|| Error::new(Code::NotSetUp))?;
        let mut preparing = verb.prepares().then(|| self.desk.rng());
        let mut rng = self.desk.rng();
        let who = self.who(person, now.day(settings.office.zone))?;
        let doing = Doing {
            at: now,
            person: Some(person),
            verb: V::NAME,
        };
        let ((value, _), touched) = self.acts.write(doing, &mut rng, |act| {
            Writer::acting(act, now, Some(who), Some(settings), |w| {
                w.pass::<V>()?;
                if let Some(rng) = &mut preparing {
                    verb.prepare(w, rng)?;
                }
                verb.run(w)
            })
        })?;
        let changes_rights = |table: &String| table == Person::TABLE || table == Deputy::TABLE;
        if touched.iter().any(changes_rights) {
            self.people.clear();
        }
        Ok(value)
    }

    fn who(&mut self, person: PersonId, today: NaiveDate) -> Result<Arc<Who>> {
        if let Some(who) = self.people.get(&(person, today)) {
            return Ok(Arc::clone(who));
        }
        let who = Arc::new(who::active(&self.acts.reader(), person, today)?);
        self.people.insert((person, today), Arc::clone(&who));
        Ok(who)
    }
}
