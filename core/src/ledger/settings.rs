//! Versions of the office's settings.

use crate::error::Result;
use crate::ids::{PersonId, SettingsId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::settings::Settings;

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

    /// Of the versions already valid at `now`, the one entered last; before all of them, the first. `rows` as from
    /// [`SettingsRow::all`].
    pub fn in_force(rows: &[Self], now: Moment) -> Option<&Self> {
        rows.iter()
            .find(|row| row.valid_from <= now)
            .or(rows.last())
    }
}
