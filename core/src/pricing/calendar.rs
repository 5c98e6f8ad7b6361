//! Which days are holidays: data of the office, not code.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::moment::Moment;

/// The office's holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// Whether Saturday and Sunday count as holidays.
    pub weekends: bool,
    /// Days that differ from what their weekday says, in any order.
    pub days: Vec<CalendarDay>,
}

/// A day of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// 國慶日, 補班.
    pub name: String,
    /// A holiday; else a weekend's day that is worked (補班, 調休).
    pub holiday: bool,
}

/// What makes a day a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday<'a> {
    /// Of that name in the calendar.
    Named(&'a str),
    Weekend,
}

impl Calendar {
    /// Why `day` is a holiday, if it is. A named holiday on a weekend is one holiday, under its name.
    pub fn holiday(&self, day: NaiveDate) -> Option<Holiday<'_>> {
        match self.days.iter().find(|d| d.day == day) {
            Some(named) => named.holiday.then_some(Holiday::Named(&named.name)),
            None => {
                let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                (self.weekends && weekend).then_some(Holiday::Weekend)
            }
        }
    }
}

/// The time whose prices and surcharges an estimate goes by: the wished one, unless that is past already.
pub fn priced_at(now: Moment, wished: Option<Moment>) -> Moment {
    wished.unwrap_or(now).max(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_count_where_the_office_says_so_and_named_days_say_what_they_are() {
        let named = |day: &str, name: &str, holiday| CalendarDay {
            day: day.parse().unwrap(),
            name: name.into(),
            holiday,
        };
        let mut calendar = Calendar {
            weekends: true,
            days: vec![
                named("2026-10-10", "國慶日", true),
                named("2026-09-25", "中秋節", true),
                named("2026-10-18", "補班", false),
            ],
        };
        let table = [
            ("2026-10-09", None, None),
            (
                "2026-09-25",
                Some(Holiday::Named("中秋節")),
                Some(Holiday::Named("中秋節")),
            ),
            // A Saturday.
            (
                "2026-10-10",
                Some(Holiday::Named("國慶日")),
                Some(Holiday::Named("國慶日")),
            ),
            ("2026-10-11", Some(Holiday::Weekend), None),
            ("2026-10-18", None, None),
        ];
        for (day, with_weekends, without) in table {
            let at = day.parse().unwrap();
            calendar.weekends = true;
            assert_eq!(calendar.holiday(at), with_weekends, "{day}");
            calendar.weekends = false;
            assert_eq!(calendar.holiday(at), without, "{day}");
        }
    }
}
