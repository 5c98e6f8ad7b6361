//! The day-end list (日終清單): what came in and was not passed on (R4), late steps without a reason (R37), copies that
//! are out or lost (R10), and follow-ups that were due (R15).

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::records::left::{Leaves, LeftSection, Span};
use crate::text::Locale;
use crate::{orders, requests};

/// Who leaves anything undone, in the order of the list. A new kind of record that does is a line here.
const LEAVE: &[Leaves] = &[requests::left::LEAVES, orders::left::LEAVES];

/// What a day leaves undone. A day runs from one closing of the desk to the next, so that the night's reports belong
/// to the day whose desk can pass them on.
#[derive(Deserialize, TS)]
pub struct ShowDayEnd {
    /// ISO day; empty means today.
    pub day: Option<String>,
    /// Language of what stands in words.
    pub locale: Locale,
}

/// The day-end list.
#[derive(Debug, Serialize, TS)]
pub struct DayEnd {
    /// ISO day.
    pub day: String,
    pub from: Moment,
    /// Closing: the first moment of the next day.
    pub to: Moment,
    /// Whether the desk has closed; until then the list may still shrink.
    pub over: bool,
    /// Only those where something was left.
    pub sections: Vec<LeftSection>,
    /// Tables by which the list becomes stale.
    pub topics: Vec<&'static str>,
}

impl ReadVerb for ShowDayEnd {
    const NAME: &'static str = "desk.day_end";
    const ACTION: Action = Action::SeeOrders;
    type Out = DayEnd;

    fn run(self, r: &Reader<'_>) -> Result<DayEnd> {
        of(r, day(r, self.day.as_deref())?, self.locale)
    }
}

/// The day that was asked for; else today's, which past midnight is still yesterday's until the desk closes.
///
/// Errors: `Invalid` on `day`.
pub fn day(r: &Reader<'_>, asked: Option<&str>) -> Result<NaiveDate> {
    match asked.map(str::trim) {
        None | Some("") => {
            let day = r.settings()?.hours.day_of(r.now().local(r.zone()?));
            Ok(day.min(r.today()?))
        }
        Some(text) => text.parse().map_err(|_| Error::invalid("day", text)),
    }
}

/// The list of one day.
pub fn of(r: &Reader<'_>, day: NaiveDate, locale: Locale) -> Result<DayEnd> {
    let hours = &r.settings()?.hours;
    let zone = r.zone()?;
    let closing = |day: NaiveDate| Moment::from_local(hours.closing(day), zone);
    let span = Span {
        from: closing(day - Duration::days(1)),
        to: closing(day),
    };
    let mut sections = Vec::new();
    for leaves in LEAVE {
        sections.extend((leaves.left)(r, span, locale)?);
    }
    sections.retain(|section| !section.lines.is_empty());
    Ok(DayEnd {
        day: day.to_string(),
        from: span.from,
        to: span.to,
        over: r.now() >= span.to,
        sections,
        topics: LEAVE
            .iter()
            .flat_map(|leaves| leaves.tables)
            .copied()
            .collect(),
    })
}
