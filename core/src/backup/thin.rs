//! Which backups stay and when the next is due: pure functions of names and moments.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use crate::moment::Moment;

/// Every backup of so many days stays.
const DAYS: u64 = 7;
/// The newest of each of so many weeks stays.
const WEEKS: usize = 5;
/// The newest of each of so many months stays.
const MONTHS: usize = 12;

/// Minutes after a failed try before the program tries again by itself.
const TRY_AGAIN: i64 = 30;

/// Those of `backups` that may go on `today`: all but those of the last 7 days, the newest of each of the 5 newest
/// weeks and of each of the 12 newest months that have one. The newest of all never goes.
pub fn superfluous(today: NaiveDate, backups: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
    let mut newest_first = backups.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let since = today.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(today);
    let mut weeks = HashSet::new();
    let mut months = HashSet::new();
    newest_first
        .into_iter()
        .filter(|at| {
            let week = at.date().iso_week();
            let first_of_week = weeks.len() < WEEKS && weeks.insert((week.year(), week.week()));
            let first_of_month =
                months.len() < MONTHS && months.insert((at.date().year(), at.date().month()));
            !(at.date() >= since || first_of_week || first_of_month)
        })
        .collect()
}

/// Whether the automatic backup is due: the last one in its folder was `made` on another office day, and the last try
/// that `failed` did so half an hour ago or more.
pub fn due(now: Moment, zone: Tz, made: Option<Moment>, failed: Option<Moment>) -> bool {
    let made_today = made.is_some_and(|at| at.day(zone) == now.day(zone));
    let just_failed = failed.is_some_and(|at| {
        let since = now.seconds_since(at);
        (0..TRY_AGAIN * 60).contains(&since)
    });
    !made_today && !just_failed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        day(text).and_hms_opt(20, 0, 0).unwrap()
    }

    #[test]
    fn two_years_of_daily_backups_become_days_weeks_and_months() {
        let today = day("2026-11-23");
        let all: Vec<_> = (0..730).map(|n| at("2026-11-23") - Days::new(n)).collect();
        let gone = superfluous(today, &all);
        let kept: Vec<String> = all
            .iter()
            .filter(|b| !gone.contains(b))
            .map(|b| b.date().to_string())
            .collect();
        let wanted = [
            // seven days
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2026-11-20",
            "2026-11-19",
            "2026-11-18",
            "2026-11-17",
            // Sundays of the weeks before the last
            "2026-11-15",
            "2026-11-08",
            "2026-11-01",
            // last days of months
            "2026-10-31",
            "2026-09-30",
            "2026-08-31",
            "2026-07-31",
            "2026-06-30",
            "2026-05-31",
            "2026-04-30",
            "2026-03-31",
            "2026-02-28",
            "2026-01-31",
            "2025-12-31",
        ];
        assert_eq!(kept, wanted);
    }

    #[test]
    fn several_on_one_day_all_stay_for_a_week_and_old_rare_ones_for_good() {
        let many: Vec<_> = (0..5)
            .map(|h| day("2026-11-20").and_hms_opt(h, 0, 0).unwrap())
            .collect();
        assert_eq!(superfluous(day("2026-11-23"), &many), []);
        assert_eq!(superfluous(day("2026-12-23"), &many).len(), 4);
        assert_eq!(superfluous(day("2030-01-01"), &[at("2020-01-01")]), []);
    }

    #[test]
    fn due_once_an_office_day_and_not_right_after_a_failure() {
        let zone = chrono_tz::Asia::Taipei;
        let m = |text: &str| Moment::parse(text).unwrap();
        let now = m("2026-11-23T00:30:00Z"); // 08:30
        assert!(due(now, zone, None, None));
        assert!(
            due(now, zone, Some(m("2026-11-22T15:59:00Z")), None),
            "yesterday 23:59"
        );
        assert!(
            !due(now, zone, Some(m("2026-11-22T16:01:00Z")), None),
            "today 00:01"
        );
        assert!(!due(now, zone, None, Some(m("2026-11-23T00:01:00Z"))));
        assert!(due(now, zone, None, Some(m("2026-11-23T00:00:00Z"))));
        assert!(
            due(now, zone, Some(m("2027-01-01T00:00:00Z")), None),
            "the clock was put back"
        );
    }

    proptest! {
        #[test]
        fn thinning_keeps_the_newest_and_is_done_at_once(hours in prop::collection::vec(0_i64..20_000, 1..60)) {
            let start = at("2024-01-01");
            let all: Vec<_> = hours.iter().map(|h| start + chrono::Duration::hours(*h)).collect();
            let newest = *all.iter().max().unwrap();
            let gone = superfluous(newest.date(), &all);
            prop_assert!(!gone.contains(&newest));
            let kept: Vec<_> = all.into_iter().filter(|b| !gone.contains(b)).collect();
            prop_assert_eq!(superfluous(newest.date(), &kept), vec![]);
        }
    }
}
