//! Verbs that work longer than a transaction may last, beside the ledger: backup, check, restore. One at a time; the
//! desk goes on meanwhile.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use rand::RngExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::{Changed, Desk, lock, permit};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::task::{Progress, Task};
use crate::ledger::{Ledger, Reader, Writer};
use crate::moment::Moment;
use crate::people::who::Who;
use crate::settings::Settings;

/// A verb that works beside the ledger and records what it did in transactions of its own.
pub trait LongVerb: DeserializeOwned + TS + 'static {
    /// Name such as `backup.now`.
    const NAME: &'static str;
    /// The right it needs.
    const ACTION: Action;
    /// Whether only one such work may be under way.
    const ALONE: bool = true;
    /// Whether it records anything in the ledger.
    const RECORDS: bool = true;
    /// What it returns.
    type Out: Serialize + TS + 'static;

    /// Does it.
    fn run(self, work: &Work<'_>) -> Result<Self::Out>;
}

/// When a call is made. What a long work did is recorded when it is done: it looks at the clock once more, so that its
/// act stands in the trail behind those of others meanwhile, in the order of time.
#[derive(Clone, Copy)]
pub struct When {
    begun: Moment,
    clock: Option<fn() -> Moment>,
}

impl When {
    /// Now, by a clock that goes on.
    pub fn by(clock: fn() -> Moment) -> Self {
        Self {
            begun: clock(),
            clock: Some(clock),
        }
    }

    /// The moment of the call.
    pub fn begun(self) -> Moment {
        self.begun
    }

    /// The moment that has been reached; never before the call, should the clock have been put back.
    fn reached(self) -> Moment {
        self.clock
            .map_or(self.begun, |clock| clock().max(self.begun))
    }
}

/// A moment that a test holds still.
impl From<Moment> for When {
    fn from(begun: Moment) -> Self {
        Self { begun, clock: None }
    }
}

/// A long work on behalf of one person, begun at one moment.
pub struct Work<'a> {
    pub(crate) desk: &'a Desk,
    verb: &'static str,
    when: When,
    who: Option<Who>,
    settings: Option<Arc<Settings>>,
    /// How far it is, and whether to stop.
    pub task: Arc<Task>,
    touched: RefCell<BTreeSet<String>>,
}

impl Work<'_> {
    /// When it was begun.
    pub fn now(&self) -> Moment {
        self.when.begun
    }

    /// The person who asked for it; nobody for the automatic backup.
    pub fn who(&self) -> Option<&Who> {
        self.who.as_ref()
    }

    /// The office's settings. Errors: [`Code::NotSetUp`].
    pub fn settings(&self) -> Result<&Settings> {
        self.settings
            .as_deref()
            .ok_or_else(|| Error::new(Code::NotSetUp))
    }

    /// The ledger it works beside.
    pub fn ledger(&self) -> &Ledger {
        &self.desk.ledger
    }

    /// Reads one state of the ledger.
    pub fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.ledger()
            .read(self.now(), self.person(), self.settings.clone(), f)
    }

    /// Records what was done, in one transaction with its audit row, at the moment that has been reached.
    pub fn record<T>(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let mut rng = self.desk.rng();
        let (value, touched, _) = self.ledger().write(
            self.when.reached(),
            self.person(),
            self.settings.clone(),
            self.verb,
            &mut rng,
            f,
        )?;
        self.touched.borrow_mut().extend(touched);
        Ok(value)
    }

    /// Fresh randomness for a generator of its own.
    pub(crate) fn seed(&self) -> [u8; 32] {
        self.desk.rng().random()
    }

    fn person(&self) -> Option<PersonId> {
        self.who.as_ref().map(|who| who.id)
    }
}

/// Holds the place of the one long work, and gives it back even after a panic.
struct Place<'a>(&'a Desk);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *lock(&self.0.task) = None;
    }
}

impl Desk {
    /// Runs a long verb. Errors: [`Code::Busy`] while another is under way, and the verb's own.
    pub fn work<V: LongVerb>(
        &self,
        token: Option<&str>,
        when: impl Into<When>,
        verb: V,
    ) -> Result<Changed<V::Out>> {
        let when = when.into();
        let now = when.begun;
        let settings = self.settings_at(now);
        let person = self.caller(token, now, settings.as_deref(), V::ACTION)?;
        let who = self.ledger.read(now, person, settings.clone(), |r| {
            permit(r, V::ACTION)?;
            Ok(r.who().ok().cloned())
        });
        if let Err(error) = &who {
            self.record_refusal(token, now, V::NAME, None, error);
        } else if let Some(token) = token {
            lock(&self.sessions).alive(token, now);
        }
        self.alone(V::ALONE, V::NAME, when, who?, |work| verb.run(work))
    }

    /// Runs a work that the program does by itself. Errors: [`Code::Busy`], and its own.
    pub(crate) fn work_unasked<T>(
        &self,
        verb: &'static str,
        when: When,
        f: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        self.alone(true, verb, when, None, f)
    }

    fn alone<T>(
        &self,
        alone: bool,
        verb: &'static str,
        when: When,
        who: Option<Who>,
        f: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        let task = Arc::new(Task::default());
        let _place = if alone {
            let mut place = lock(&self.task);
            if place.is_some() {
                return Err(Error::new(Code::Busy));
            }
            *place = Some(Arc::clone(&task));
            Some(Place(self))
        } else {
            None
        };
        let work = Work {
            desk: self,
            verb,
            when,
            who,
            settings: self.settings_at(when.begun),
            task,
            touched: RefCell::default(),
        };
        let value = f(&work)?;
        let touched = work.touched.into_inner().into_iter().collect();
        Ok(Changed { value, touched })
    }

    /// How far the long work under way is, if there is one.
    pub fn progress(&self) -> Option<Progress> {
        lock(&self.task).as_ref().map(|task| task.progress())
    }

    /// Asks the long work under way to stop.
    pub fn stop_work(&self) {
        if let Some(task) = lock(&self.task).as_ref() {
            task.cancel();
        }
    }

    /// After another file was put in the ledger's place: everyone signs in anew, and its settings hold.
    pub(crate) fn begin_anew(&self) -> Result<()> {
        *lock(&self.sessions) = Default::default();
        self.load_settings()
    }
}
