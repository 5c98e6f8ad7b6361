//! What a verb may see: the ledger as it stands, who asks, when, and the office's settings.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::access::{self, Action};
use crate::error::{Code, Error, Result};
use crate::moment::{Moment, TimeInput};
use crate::people::who::Who;
use crate::settings::Settings;

/// Reads the ledger on behalf of one person at one moment.
pub struct Reader<'a> {
    pub(in crate::ledger) conn: &'a Connection,
    now: Moment,
    who: Option<Arc<Who>>,
    settings: Option<Arc<Settings>>,
}

impl<'a> Reader<'a> {
    pub(in crate::ledger) fn new(
        conn: &'a Connection,
        now: Moment,
        who: Option<Arc<Who>>,
        settings: Option<Arc<Settings>>,
    ) -> Self {
        Self {
            conn,
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

    /// Head of the audit chain, to be printed where tampering must show from outside (R36).
    pub fn audit_head(&self) -> Result<String> {
        crate::ledger::audit::head(self.conn)
    }

    /// When something happened: the typed time, or now. Never in the future, never before `earliest` (the fact it
    /// must follow; to the minute, because people type minutes).
    ///
    /// Errors: [`Code::TimeUnreadable`], [`Code::TimeInFuture`], [`Code::TimeTooEarly`], all on `field`.
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
        if at > self.now.plus_minutes(1) {
            return Err(Error::new(Code::TimeInFuture)
                .with("value", &typed.0)
                .on(field));
        }
        match earliest {
            Some(earliest) if at.seconds_since(earliest) < -59 => {
                Err(self.too_early(typed, earliest)?.on(field))
            }
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
        let earliest = earliest.local(self.zone()?).format("%Y-%m-%d %H:%M");
        Ok(Error::new(Code::TimeTooEarly)
            .with("value", &typed.0)
            .with("earliest", earliest))
    }

    pub(in crate::ledger) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(params, read)
            .optional()?)
    }

    pub(in crate::ledger) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
