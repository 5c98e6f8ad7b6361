//! Verbs that work longer than a transaction may last, beside the ledger: backup, check, restore.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use rand::RngExt;
use rand::rngs::StdRng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use crate::access::{Action, Who};
use crate::door::{Call, Reader, Writer, own_rng};
use crate::error::{Code, Error, Result};
use crate::ledger::Ledger;
use crate::ledger::task::Task;
use crate::moment::Moment;
use crate::office::Settings;

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
    pub(crate) begun: Moment,
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
    pub(crate) fn reached(self) -> Moment {
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
    pub(crate) ledger: &'a Ledger,
    pub(crate) seeds: &'a Mutex<StdRng>,
    pub(crate) verb: &'static str,
    pub(crate) when: When,
    pub(crate) who: Option<Who>,
    pub(crate) settings: Option<Arc<Settings>>,
    /// How far it is, and whether to stop.
    pub task: Arc<Task>,
    /// The other long work that is under way, for a verb that need not be alone.
    pub under_way: Option<Arc<Task>>,
    pub(crate) touched: RefCell<BTreeSet<String>>,
    pub(crate) begun_anew: Cell<bool>,
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
        self.ledger
    }

    /// Reads one state of the ledger.
    pub fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.call(self.now()).read(self.ledger, f)
    }

    /// Records what was done, in one transaction with its audit row, at the moment that has been reached.
    pub fn record<T>(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let call = self.call(self.when.reached());
        let mut rng = own_rng(self.seeds);
        let (value, touched, _) = call.write(self.ledger, self.verb, &mut rng, |w| {
            w.in_step()?;
            f(w)
        })?;
        self.touched.borrow_mut().extend(touched);
        Ok(value)
    }

    /// Fresh randomness for a generator of its own.
    pub(crate) fn seed(&self) -> [u8; 32] {
        own_rng(self.seeds).random()
    }

    /// Tells that another file was put in the ledger's place: everyone signs in anew, and its settings hold.
    pub(crate) fn begin_anew(&self) {
        self.begun_anew.set(true);
    }

    fn call(&self, now: Moment) -> Call {
        Call {
            now,
            person: self.who.as_ref().map(|who| who.id),
            settings: self.settings.clone(),
        }
    }
}
