//! Work that carries no labour because it was done before (R16).

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a line carries no labour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "warranty", rename_all = "snake_case")]
pub enum Warranty {
    /// The requester was not satisfied: the order is a later one in its chain.
    Redone,
    /// The same work was finished not longer ago than the item's warranty lasts.
    Within {
        /// Its last day.
        #[ts(type = "string")]
        until: NaiveDate,
    },
}

/// Whether work of `today` is free of labour: redone in its chain, or within `days` after the day on which the same
/// work was last `finished`. The last day counts; an item with 0 days has no warranty.
pub fn warranty(
    redone: bool,
    finished: Option<NaiveDate>,
    days: u16,
    today: NaiveDate,
) -> Option<Warranty> {
    if redone {
        return Some(Warranty::Redone);
    }
    let finished = finished.filter(|day| days > 0 && *day <= today)?;
    let until = finished.checked_add_days(Days::new(days.into()))?;
    (today <= until).then_some(Warranty::Within { until })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_warranty_runs_to_the_end_of_its_last_day() {
        let finished = Some(day("2026-11-01"));
        let on = |today| warranty(false, finished, 30, day(today));
        let until = day("2026-12-01");
        for free in ["2026-11-01", "2026-11-15", "2026-12-01"] {
            assert_eq!(on(free), Some(Warranty::Within { until }), "{free}");
        }
        for charged in ["2026-12-02", "2026-10-31"] {
            assert_eq!(on(charged), None, "{charged}");
        }
    }

    #[test]
    fn without_days_or_earlier_work_there_is_none() {
        let today = day("2026-11-01");
        assert_eq!(warranty(false, Some(today), 0, today), None);
        assert_eq!(warranty(false, None, 30, today), None);
        assert_eq!(warranty(false, Some(today), u16::MAX, NaiveDate::MAX), None);
    }

    #[test]
    fn work_redone_in_its_chain_is_free_however_long_ago() {
        let today = day("2026-11-01");
        for finished in [None, Some(day("2020-01-01"))] {
            assert_eq!(warranty(true, finished, 0, today), Some(Warranty::Redone));
        }
    }
}
