//! Versions of the office's settings.

use std::sync::Arc;

use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, SettingsId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::office::Settings;

table! {
    /// One version of the settings (R35).
    SettingsRow, SettingsId, "settings" {
        body: Json<Settings>,
        valid_from: Moment,
        approved_by: String,
        reason: String,
        entered_by: Option<PersonId>,
        entered_at: Moment,
    }
}

impl SettingsRow {
    /// Every version, the last entered first.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all("SELECT * FROM settings ORDER BY id DESC", [], Self::read)
    }
}

/// Every version with the moment from when it holds, the last entered first.
#[derive(Default)]
pub struct Versions(Vec<(Moment, Arc<Settings>)>);

impl Versions {
    /// Reads them; none until the office is set up.
    pub fn load(r: &Reader<'_>) -> Result<Self> {
        let rows = SettingsRow::all(r)?.into_iter();
        let versions = rows.map(|row| (row.valid_from, Arc::new(row.body.0)));
        Ok(Self(versions.collect()))
    }

    /// The rules by which an order's clocks are judged: those that held when it was issued, whatever changed since
    /// (R35). Errors: [`Code::NotSetUp`].
    pub fn of_order(&self, issued: Moment) -> Result<Arc<Settings>> {
        let held = self.in_force(issued);
        held.ok_or_else(|| Error::new(Code::NotSetUp))
    }

    /// Of the versions already valid at `now`, the one entered last; before all of them, the first.
    pub fn in_force(&self, now: Moment) -> Option<Arc<Settings>> {
        let valid = self.0.iter().find(|(from, _)| *from <= now);
        valid.or(self.0.last()).map(|(_, s)| Arc::clone(s))
    }
}
