//! What a fee shows on paper, whichever form it stands on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::{Locale, text};
use crate::text_field::LINE_MAX;

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
    /// What the line is called on a form. Work that no item names is called by the first line of what is said of it:
    /// where one of the texts `on_form` begins so, its printed words stand for it, since no text stands twice on one form.
    pub(super) fn item(&self, on_form: &[(&Option<String>, String)], locale: Locale) -> String {
        let named_by = |said: &Option<String>| {
            let first = said.as_deref().and_then(|said| said.lines().next());
            let name: Option<String> = first.map(|first| first.chars().take(LINE_MAX).collect());
            name.is_some_and(|name| name.trim() == self.name.trim())
        };
        if self.code.is_empty()
            && let Some((_, words)) = on_form.iter().find(|(said, _)| named_by(said))
        {
            return text(locale, "forms-fee-as-said", &[("field", words.into())]);
        }
        self.named()
    }

    /// Code, name and variants in one text.
    pub fn named(&self) -> String {
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
    /// Name, approval and beginning in one line; without a name that is the form's `title` already.
    pub(super) fn words(&self, title: &str, locale: Locale) -> String {
        let mut said = Vec::new();
        if self.version != title || self.approved.is_none() {
            said.push(self.version.clone());
        }
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
