//! Shows the settings in force and every version before them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ledger::settings::SettingsRow;
use crate::office::Settings;

/// Shows the settings.
#[derive(Deserialize, TS)]
pub struct ShowSettings {}

/// The settings in force and their history, the newest version first.
#[derive(Debug, Serialize, TS)]
pub struct SettingsView {
    pub current: Settings,
    pub history: Vec<SettingsRow>,
}

impl ReadVerb for ShowSettings {
    const NAME: &'static str = "settings.show";
    const ACTION: Action = Action::BeHere;
    type Out = SettingsView;

    fn run(self, r: &Reader<'_>) -> Result<SettingsView> {
        Ok(SettingsView {
            current: r.settings()?.clone(),
            history: SettingsRow::all(r)?,
        })
    }
}
