//! What a verb may see and do: the ledger as it stands, who asks, when, and the office's settings.

use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rand::rngs::StdRng;

use crate::access::{self, Action, Who};
use crate::clock::{self, Jump};
use crate::door::{SessionChange, WriteVerb, who};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::{self, Doing, Ledger};
use crate::moment::{Moment, TimeInput};
use crate::office::Settings;

/// A call at the door, before its person is looked up in the ledger.
#[derive(Clone)]
pub(crate) struct Call {
    pub now: Moment,
    /// The session's person.
    pub person: Option<PersonId>,
    /// Those in force; none before the office is set up.
    pub settings: Option<Arc<Settings>>,
}

/// What an act came to: its value, what became stale, and what it does to the session.
pub(crate) type Done<T> = (T, Vec<String>, Option<SessionChange>);

impl Call {
    /// Runs `f` on one consistent state of the ledger. Errors: `SignInFirst` for a person no longer active.
    pub fn read<T>(self, ledger: &Ledger, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        ledger.read(|r| {
            let who = self.who(r)?;
            f(&Reader::new(*r, self.now, who, self.settings))
        })
    }

    /// Runs `f` in one transaction and commits it with its audit row, or leaves no trace.
    pub fn write<T>(
        self,
        ledger: &Ledger,
        verb: &'static str,
        rng: &mut StdRng,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let doing = Doing {
            at: self.now,
            person: self.person,
            verb,
        };
        let ((value, session), touched) = ledger.write(doing, rng, |act| {
            let who = self.who(&act)?;
            Writer::acting(act, self.now, who, self.settings, f)
        })?;
        Ok((value, touched, session))
    }

    fn who(&self, r: &ledger::Reader<'_>) -> Result<Option<Arc<Who>>> {
        let load = |person| {
            let settings = self.settings.as_deref();
            let settings = settings.ok_or_else(|| Error::new(Code::NotSetUp))?;
            who::active(r, person, self.now.day(settings.office.zone))
        };
        Ok(self.person.map(load).transpose()?.map(Arc::new))
    }
}

/// Reads the ledger on behalf of one person at one moment.
pub struct Reader<'a> {
    ledger: ledger::Reader<'a>,
    now: Moment,
    who: Option<Arc<Who>>,
    settings: Option<Arc<Settings>>,
}

impl<'a> Deref for Reader<'a> {
    type Target = ledger::Reader<'a>;

    fn deref(&self) -> &ledger::Reader<'a> {
        &self.ledger
    }
}

impl<'a> Reader<'a> {
    fn new(
        ledger: ledger::Reader<'a>,
        now: Moment,
        who: Option<Arc<Who>>,
        settings: Option<Arc<Settings>>,
    ) -> Self {
        Self {
            ledger,
            now,
            who,
            settings,
        }
    }

    /// The moment of this call.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The person who acts. Errors: [`Code::SignInFirst`].
    pub fn who(&self) -> Result<&Who> {
        self.who
            .as_deref()
            .ok_or_else(|| Error::new(Code::SignInFirst))
    }

    /// The office's settings in force. Errors: [`Code::NotSetUp`].
    pub fn settings(&self) -> Result<&Settings> {
        self.settings
            .as_deref()
            .ok_or_else(|| Error::new(Code::NotSetUp))
    }

    /// The office's time zone. Errors: [`Code::NotSetUp`].
    pub fn zone(&self) -> Result<Tz> {
        Ok(self.settings()?.office.zone)
    }

    /// Today in the office's time zone.
    pub fn today(&self) -> Result<NaiveDate> {
        Ok(self.now.day(self.zone()?))
    }

    /// Whether the person who acts may do this.
    pub fn may(&self, action: Action) -> bool {
        access::may(self.who.as_deref(), action)
    }

    /// Errors: [`Code::Denied`] with the action, where the person who acts may not do this.
    pub fn permit(&self, action: Action) -> Result<()> {
        if self.may(action) {
            Ok(())
        } else {
            Err(Error::new(Code::Denied).with("action", action.as_str()))
        }
    }

    /// Whether the person may do it, at a time that can be right. Errors: as [`Reader::permit`] and
    /// [`Reader::in_step`].
    pub(crate) fn pass<V: WriteVerb>(&self) -> Result<()> {
        self.permit(V::ACTION)?;
        if V::ANY_CLOCK { Ok(()) } else { self.in_step() }
    }

    /// Whether the clock that this call goes by can be right, as seen from the last act.
    ///
    /// Errors: [`Code::ClockBack`], [`Code::ClockAhead`], with both times.
    pub(crate) fn in_step(&self) -> Result<()> {
        let Some(last) = self.last_act()? else {
            return Ok(());
        };
        let code = match clock::judge(last, self.now) {
            None => return Ok(()),
            Some(Jump::Back) => Code::ClockBack,
            Some(Jump::Ahead) => Code::ClockAhead,
        };
        Err(Error::new(code)
            .with("last", self.shown(last)?)
            .with("now", self.shown(self.now)?))
    }

    /// When something happened: the typed time, or now. Never before `earliest` (the fact it must follow; to the
    /// minute, because people type minutes). Now is judged as seen from it, as the computer's clock is from the last act:
    /// it lies neither ahead, but for the few minutes between two clocks, nor more than a week back, unless a
    /// supervisor let that day be entered today.
    ///
    /// Errors: [`Code::TimeUnreadable`], [`Code::TimeInFuture`], [`Code::TimeTooEarly`], [`Code::TimeLongAgo`], all on
    /// `field`.
    pub fn happened(
        &self,
        field: &str,
        typed: Option<&TimeInput>,
        earliest: Option<Moment>,
    ) -> Result<Moment> {
        let Some(typed) = typed.filter(|t| !t.0.trim().is_empty()) else {
            return Ok(self.now);
        };
        let at = typed
            .resolve(self.now, self.zone()?, true)
            .map_err(|e| e.on(field))?;
        let jump = clock::judge(at, self.now);
        if jump == Some(Jump::Back) {
            return Err(Error::new(Code::TimeInFuture)
                .with("value", &typed.0)
                .on(field));
        }
        if let Some(earliest) = earliest
            && at.seconds_since(earliest) < -59
        {
            return Err(self.too_early(typed, earliest)?.on(field));
        }
        if jump == Some(Jump::Ahead) {
            self.allowed(at, typed).map_err(|e| e.on(field))?;
        }
        match earliest {
            // A minute typed for a fact of the same minute is that fact's moment, not before it.
            Some(earliest) => Ok(at.max(earliest).min(self.now.max(earliest))),
            None => Ok(at.min(self.now)),
        }
    }

    /// When something is wished or agreed to happen: the typed time, or nothing. Never before `earliest`, when it was
    /// asked for.
    ///
    /// Errors: [`Code::TimeUnreadable`], [`Code::TimeTooEarly`], on `field`.
    pub fn planned(
        &self,
        field: &str,
        typed: Option<&TimeInput>,
        earliest: Moment,
    ) -> Result<Option<Moment>> {
        let Some(typed) = typed.filter(|t| !t.0.trim().is_empty()) else {
            return Ok(None);
        };
        let at = typed
            .resolve(self.now, self.zone()?, false)
            .map_err(|e| e.on(field))?;
        if at < earliest {
            return Err(self.too_early(typed, earliest)?.on(field));
        }
        Ok(Some(at))
    }

    fn too_early(&self, typed: &TimeInput, earliest: Moment) -> Result<Error> {
        Ok(Error::new(Code::TimeTooEarly)
            .with("value", &typed.0)
            .with("earliest", self.shown(earliest)?))
    }

    /// Whether a supervisor let what happened on the day of `at` be entered today. Errors: [`Code::TimeLongAgo`].
    fn allowed(&self, at: Moment, typed: &TimeInput) -> Result<()> {
        let day = at.day(self.zone()?);
        match self.day_allowed(day)? {
            Some(allowed) if allowed.day(self.zone()?) == self.today()? => Ok(()),
            _ => Err(Error::new(Code::TimeLongAgo)
                .with("value", &typed.0)
                .with("now", self.shown(self.now)?)
                .with("day", day)),
        }
    }

    fn shown(&self, at: Moment) -> Result<String> {
        Ok(at.local(self.zone()?).format("%Y-%m-%d %H:%M").to_string())
    }
}

/// Writes the ledger on behalf of one person at one moment. Only the door makes one.
pub struct Writer<'a> {
    reader: Reader<'a>,
    act: ledger::Writer<'a>,
    /// What the verb does to the session once it is committed.
    pub(crate) session: Option<SessionChange>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// Rows are written by it.
impl<'a> AsMut<ledger::Writer<'a>> for Writer<'a> {
    fn as_mut(&mut self) -> &mut ledger::Writer<'a> {
        &mut self.act
    }
}

impl<'a> Writer<'a> {
    /// Runs `f` as the act of that person, and gives the ledger's writer back.
    pub(crate) fn acting<T>(
        act: ledger::Writer<'a>,
        now: Moment,
        who: Option<Arc<Who>>,
        settings: Option<Arc<Settings>>,
        f: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<((T, Option<SessionChange>), ledger::Writer<'a>)> {
        let mut writer = Self {
            reader: Reader::new(*act, now, who, settings),
            act,
            session: None,
        };
        let value = f(&mut writer)?;
        Ok(((value, writer.session), writer.act))
    }

    /// Randomness for tokens and secrets.
    pub fn rng(&mut self) -> &mut StdRng {
        self.act.rng
    }

    /// Puts a fact into the audit row that is no change of a table row, such as what was revealed or exported.
    pub fn note(&mut self, key: &str, value: impl serde::Serialize) {
        self.act.note(key, value);
    }

    /// Names what the verb is about, where that is not the first row it changes.
    pub fn about(&mut self, table: &str, id: impl std::fmt::Display) {
        self.act.about(table, id);
    }

    /// Tells that what this topic stands for became stale on screen though no table row changed.
    pub fn touch(&mut self, topic: &str) {
        self.act.touch(topic);
    }

    /// Closes the audit row of a part of the verb under that part's own name, so that each step of a compound verb
    /// (booking in a returned order) stands in the audit trail by itself.
    pub fn audited_as(&mut self, verb: &'static str) -> Result<()> {
        self.act.audited_as(verb)
    }
}
