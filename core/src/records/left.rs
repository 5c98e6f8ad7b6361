//! What a day leaves undone, kind by kind: a line of the day-end list, however the record behind it is made (R4).

use serde::Serialize;
use ts_rs::TS;

use crate::door::Reader;
use crate::error::Result;
use crate::ledger::named::Named;
use crate::ledger::registers::RegisterFilter;
use crate::moment::Moment;
use crate::text::{Locale, text, time};

/// A part of the day-end list: one thing that should have been done, and where it was not.
#[derive(Debug, Serialize, TS)]
pub struct LeftSection {
    /// Message key of what was not done.
    pub title: String,
    pub lines: Vec<Left>,
}

impl LeftSection {
    /// The section of that title; `title` is a message key.
    pub fn new(title: &str, lines: Vec<Left>) -> Self {
        Self {
            title: title.to_owned(),
            lines,
        }
    }
}

/// A record that was left undone, as the person who asks may see it.
#[derive(Debug, Serialize, TS)]
pub struct Left {
    pub record: Named,
    /// From when on it waits.
    pub at: Moment,
    pub place: String,
    pub content: String,
    /// Worker or department; empty where nobody has it yet.
    pub who: String,
    /// How it stands, in words.
    pub stands: String,
}

/// What a noun leaves undone.
pub struct Leaves {
    /// Tables whose change makes its sections stale.
    pub tables: &'static [&'static str],
    /// Its sections of a day, as the person who asks may see them.
    pub left: fn(&Reader<'_>, Span, Locale) -> Result<Vec<LeftSection>>,
}

/// Most rows of each kind: a desk that leaves more than this undone has other troubles.
pub const LEFT_MAX: u32 = 500;

/// From one closing of the desk to the next.
#[derive(Clone, Copy)]
pub struct Span {
    pub from: Moment,
    /// The first moment that no longer belongs.
    pub to: Moment,
}

impl Span {
    /// The registers' rows of the day.
    pub fn filter(self) -> RegisterFilter {
        RegisterFilter {
            from: Some(self.from),
            to: Some(self.to),
            ..RegisterFilter::default()
        }
    }

    /// Whether something had not happened when the day was over.
    pub fn missed(self, at: Option<Moment>) -> bool {
        at.is_none_or(|at| at >= self.to)
    }
}

/// When something was passed on afterwards, in words.
pub fn passed(r: &Reader<'_>, at: Option<Moment>, locale: Locale) -> Result<String> {
    Ok(match at {
        Some(at) => {
            let at = time::date_time(at, r.zone()?);
            text(locale, "day-passed-at", &[("at", at.as_str().into())])
        }
        None => text(locale, "day-still-open", &[]),
    })
}
