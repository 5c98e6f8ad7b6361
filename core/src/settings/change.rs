//! Changes the office's rules, with who approved it and from when (R35).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::SettingsId;
use crate::ledger::column::Json;
use crate::ledger::settings::SettingsRow;
use crate::moment::TimeInput;
use crate::office::{CopyOwner, CopyRule, Kind, Settings};
use crate::text_field::{optional_line, phone, required_line};

/// Enters a new version of the settings.
#[derive(Deserialize, TS)]
pub struct ChangeSettings {
    pub settings: Settings,
    /// The newest version the change was made from; a newer one in the ledger makes this one stale.
    pub based_on: SettingsId,
    /// Who approved it, such as the owners' committee and its date.
    pub approved_by: String,
    pub reason: String,
    /// From when it holds; empty means now. Never in the past.
    pub valid_from: Option<TimeInput>,
}

impl WriteVerb for ChangeSettings {
    const NAME: &'static str = "settings.change";
    const ACTION: Action = Action::ChangeSettings;
    type Out = SettingsRow;

    fn run(self, w: &mut Writer<'_>) -> Result<SettingsRow> {
        let newest = SettingsRow::all(w)?.into_iter().next().map(|row| row.id);
        if newest != Some(self.based_on) {
            return Err(Error::new(Code::Stale));
        }
        let valid_from = match &self.valid_from {
            Some(text) if !text.0.trim().is_empty() => {
                let at = text
                    .resolve(w.now(), w.zone()?, false)
                    .map_err(|e| e.on("valid_from"))?;
                if at < w.now().plus_minutes(-1) {
                    return Err(Error::invalid("valid_from", &text.0));
                }
                at
            }
            _ => w.now(),
        };
        SettingsRow {
            id: Default::default(),
            version: 0,
            body: Json(checked(self.settings)?),
            valid_from,
            approved_by: required_line("approved_by", &self.approved_by)?,
            reason: required_line("reason", &self.reason)?,
            entered_by: Some(w.who()?.id),
            entered_at: w.now(),
        }
        .insert(w)
    }
}

/// Settings that could stop the desk are refused: no name, no copy for the desk, clocks of nothing or of days.
fn checked(mut s: Settings) -> Result<Settings> {
    s.office.name = required_line("office_name", &s.office.name)?;
    s.office.phone = phone("office_phone", &s.office.phone)?;
    for (field, prefix) in [
        ("request_prefix", &s.numbers.request_prefix),
        ("order_prefix", &s.numbers.order_prefix),
    ] {
        if prefix.is_empty()
            || prefix.len() > 6
            || !prefix.bytes().all(|b| b.is_ascii_alphanumeric())
        {
            return Err(Error::invalid(field, prefix));
        }
    }
    if s.numbers.request_prefix == s.numbers.order_prefix {
        return Err(Error::invalid("order_prefix", &s.numbers.order_prefix));
    }
    for (field, minutes) in [
        ("clock_notify", s.clocks.notify),
        ("clock_write_public", s.clocks.write_public),
        ("clock_arrive", s.clocks.arrive),
    ] {
        if !(1..=24 * 60).contains(&minutes) {
            return Err(Error::invalid(field, minutes));
        }
    }
    if s.clocks.before_appointment > 24 * 60 {
        return Err(Error::invalid(
            "clock_before_appointment",
            s.clocks.before_appointment,
        ));
    }
    for kind in Kind::ALL {
        let copies = &mut s.kinds.of_mut(*kind).copies;
        let first = copies.first().map(|copy| copy.owner);
        if first != Some(CopyOwner::Desk) || copies.len() > 6 {
            return Err(Error::invalid("copies", copies.len()).with("kind", kind.as_str()));
        }
        for copy in copies {
            copy.label = optional_line("copies", &copy.label)?.replace('\n', " ");
            if copy.label.chars().count() > CopyRule::LABEL_MAX {
                let long = Error::new(Code::TooLong).with("max", CopyRule::LABEL_MAX);
                return Err(long.on("copies"));
            }
        }
    }
    if !(1..=9).contains(&s.follow_up.unreached_tries)
        || !(1..=9).contains(&s.follow_up.unreached_days)
    {
        return Err(Error::invalid(
            "unreached_tries",
            s.follow_up.unreached_tries,
        ));
    }
    Ok(s)
}
