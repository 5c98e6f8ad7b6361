//! Runs verbs that work longer than a transaction may last: one at a time; the desk goes on meanwhile.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use crate::access::Who;
use crate::backup::now::{BackedUp, daily};
use crate::desk::{Changed, Desk};
use crate::door::{LongVerb, When, Work};
use crate::error::{Code, Error, Result};
use crate::ledger::locked;
use crate::ledger::task::{Progress, Task};

/// Holds the place of the one long work, and gives it back even after a panic.
struct Place<'a>(&'a Desk);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *locked(&self.0.task) = None;
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
        let who = self.see(now, person, settings, |r| {
            r.permit(V::ACTION)?;
            if V::RECORDS {
                r.in_step()?;
            }
            Ok(r.who().ok().cloned())
        });
        if let Err(error) = &who {
            self.record_refusal(token, now, V::NAME, None, error);
        } else if let Some(token) = token {
            locked(&self.sessions).alive(token, now);
        }
        self.alone(V::ALONE, V::NAME, when, who?, |work| verb.run(work))
    }

    /// Runs a work that the program does by itself. Errors: [`Code::Busy`], [`Code::ClockBack`],
    /// [`Code::ClockAhead`], and its own.
    pub(crate) fn work_unasked<T>(
        &self,
        verb: &'static str,
        when: When,
        f: impl FnOnce(&Work<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        let (now, settings) = (when.begun, self.settings_at(when.begun));
        if settings.is_some() {
            self.see(now, None, settings, |r| r.in_step())?;
        }
        self.alone(true, verb, when, None, f)
    }

    /// Makes the daily backup if its folder has none of this day; the shell asks every few minutes. `None` when it is not due, not wanted,
    /// or another long work is under way.
    ///
    /// Errors: as [`BackUpNow`](crate::backup::now::BackUpNow); they are recorded, and it is tried again half an hour
    /// later.
    pub fn back_up_if_due(&self, when: impl Into<When>) -> Result<Option<BackedUp>> {
        match self.work_unasked("backup.daily", when.into(), daily) {
            Ok(changed) => Ok(changed.value),
            Err(error) if error.code == Code::Busy => Ok(None),
            Err(error) => Err(error),
        }
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
        let under_way = locked(&self.task).clone();
        let _place = if alone {
            let mut place = locked(&self.task);
            if place.is_some() {
                return Err(Error::new(Code::Busy));
            }
            *place = Some(Arc::clone(&task));
            Some(Place(self))
        } else {
            None
        };
        let work = Work {
            ledger: &self.ledger,
            seeds: &self.seeds,
            verb,
            when,
            who,
            settings: self.settings_at(when.begun),
            task,
            under_way,
            touched: RefCell::default(),
            begun_anew: Cell::default(),
        };
        let value = f(&work)?;
        if work.begun_anew.get() {
            self.begin_anew()?;
        }
        let touched = work.touched.into_inner().into_iter().collect();
        Ok(Changed { value, touched })
    }

    /// How far the long work under way is, if there is one.
    pub fn progress(&self) -> Option<Progress> {
        locked(&self.task).as_ref().map(|task| task.progress())
    }

    /// Asks the long work under way to stop.
    pub fn stop_work(&self) {
        if let Some(task) = locked(&self.task).as_ref() {
            task.cancel();
        }
    }

    /// After another file was put in the ledger's place: everyone signs in anew, and its settings hold.
    fn begin_anew(&self) -> Result<()> {
        *locked(&self.sessions) = Default::default();
        self.take_up()
    }
}
