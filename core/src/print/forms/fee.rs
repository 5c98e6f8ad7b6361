//! What a fee shows on paper, whichever form it stands on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::{Locale, text};

/// One line of a fee, as finished texts (R22).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormFeeLine {
    /// Number in the schedule; empty for work that the schedule does not name and for what the order bears as a whole.
    pub code: String,
    pub name: String,
    /// The item's variants that apply, such as 高度超過3米; may be empty.
    pub variants: String,
    /// Quantity with its unit.
    pub quantity: String,
    /// How the amount came about, in words; of work under warranty, why it carries no labour.
    pub reasons: String,
    pub labour: String,
    pub material: String,
    /// Labour and material; a range where the amount is not settled.
    pub sum: String,
}

impl FormFeeLine {
    /// Code, name and variants in one text.
    pub fn item(&self) -> String {
        let named = format!("{} {}", self.code, self.name);
        match self.variants.as_str() {
            "" => named.trim().to_owned(),
            variants => format!("{} [{variants}]", named.trim()),
        }
    }
}

/// A fee that another one has taken the place of (R11).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormFee {
    pub lines: Vec<FormFeeLine>,
    pub total: String,
}

/// A version of the fee schedule, as finished texts (R35).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormSchedule {
    /// The version's name.
    pub version: String,
    /// Who approved it, and when; `None` for a draft.
    pub approved: Option<String>,
    /// From when it holds; `None` for a draft.
    pub from: Option<String>,
}

impl FormSchedule {
    /// Name, approval and beginning in one line.
    pub(super) fn words(&self, locale: Locale) -> String {
        let mut said = vec![self.version.clone()];
        if let Some(who) = &self.approved {
            let args = [("who", who.into())];
            said.push(text(locale, "forms-schedule-approved", &args));
        }
        if let Some(from) = &self.from {
            let args = [("from", from.into())];
            said.push(text(locale, "forms-schedule-from", &args));
        }
        said.join(&text(locale, "fees-then", &[]))
    }
}
