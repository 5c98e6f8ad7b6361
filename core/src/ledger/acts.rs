//! Many acts in one transaction, for the making of large ledgers: each act runs the verb's own code with its own
//! writer and audit row; only the commit is shared.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rand::rngs::StdRng;
use rusqlite::{Transaction, TransactionBehavior};

use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::{Deputy, Person};
use crate::ledger::{Ledger, Reader, Writer, closed, locked, who};
use crate::moment::Moment;
use crate::people::who::Who;
use crate::settings::Settings;

/// Acts under way. Nothing of them is in the ledger before all are done.
pub struct Acts<'a> {
    transaction: Transaction<'a>,
    /// Everyone who acted, with the rights of the day.
    people: HashMap<(PersonId, NaiveDate), Arc<Who>>,
}

impl Ledger {
    /// Runs `f` on one transaction and commits it, or leaves no trace of any of its acts.
    pub(crate) fn many<T>(&self, f: impl FnOnce(&mut Acts<'_>) -> Result<T>) -> Result<T> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let open = self.connections();
        let mut conn = locked(&open.as_ref().ok_or_else(closed)?.writer);
        let mut acts = Acts {
            transaction: conn.transaction_with_behavior(TransactionBehavior::Immediate)?,
            people: HashMap::new(),
        };
        let value = f(&mut acts)?;
        acts.transaction.commit()?;
        Ok(value)
    }
}

impl Acts<'_> {
    /// Runs one act with its audit row.
    pub(crate) fn write<T>(
        &mut self,
        now: Moment,
        person: PersonId,
        settings: Arc<Settings>,
        verb: &'static str,
        rng: &mut StdRng,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<T> {
        let day = now.day(settings.office.zone);
        let who = match self.people.get(&(person, day)) {
            Some(who) => Arc::clone(who),
            None => {
                let who = who(&self.transaction, now, person, Some(Arc::clone(&settings)))?;
                self.people.insert((person, day), Arc::clone(&who));
                who
            }
        };
        let reader = Reader::new(&self.transaction, now, Some(who), Some(settings));
        let mut writer = Writer::new(reader, rng, verb);
        let value = f(&mut writer)?;
        let (touched, _) = writer.finish()?;
        if touched
            .iter()
            .any(|t| t == Person::TABLE || t == Deputy::TABLE)
        {
            self.people.clear();
        }
        Ok(value)
    }
}
