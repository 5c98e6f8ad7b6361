//! Time as an argument: instants in UTC, and the times that people type in the office's own zone.

use chrono::{
    DateTime, Datelike, Days, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone,
    Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// An instant, to the millisecond. JSON: RFC 3339 in UTC; ledger: INTEGER milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, TS)]
#[ts(type = "string")]
pub struct Moment(pub(crate) i64);

impl Moment {
    /// From milliseconds since 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 text.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|t| Self(t.timestamp_millis()))
    }

    /// The instant as a chrono value.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// Wall-clock time in the office's zone.
    pub fn local(self, zone: Tz) -> NaiveDateTime {
        self.utc().with_timezone(&zone).naive_local()
    }

    /// Calendar day in the office's zone.
    pub fn day(self, zone: Tz) -> NaiveDate {
        self.local(zone).date()
    }

    /// A wall-clock time of the office as an instant. In the hour that a change to summer time skips, the first
    /// instant after the gap; in the hour that occurs twice, the earlier one.
    pub fn from_local(local: NaiveDateTime, zone: Tz) -> Self {
        match zone.from_local_datetime(&local) {
            LocalResult::Single(t) | LocalResult::Ambiguous(t, _) => Self(t.timestamp_millis()),
            LocalResult::None => Self::from_local(local + Duration::minutes(30), zone),
        }
    }

    /// This instant moved by whole minutes.
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000)
    }

    /// Whole seconds from `earlier` to this instant; negative if it lies before.
    pub fn seconds_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0).div_euclid(1000)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whole = self.0.rem_euclid(1000) == 0;
        let form = if whole {
            chrono::SecondsFormat::Secs
        } else {
            chrono::SecondsFormat::Millis
        };
        f.write_str(&self.utc().to_rfc3339_opts(form, true))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an RFC 3339 time"))
    }
}

/// A time as a person types it, in office time: `14:05`, `1405`, `23 14:05` (day of a month), `11-23 14:05`,
/// `2026-11-23 14:05`; or RFC 3339 from a program. Full-width digits and signs count as their plain forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TimeInput(pub String);

impl TimeInput {
    /// Resolves the text against `now`. A bare time of day means today, a day without its month this month, one without
    /// its year this year. When `past` is asked for, for something that has happened, what would lie far ahead means the
    /// one before instead: yesterday's evening, last month's end, last December. What lies only a little ahead stays
    /// there for the caller to refuse: it is a slip of the finger, and no one should find himself a year back.
    ///
    /// Errors: [`Code::Missing`] when empty, [`Code::TimeUnreadable`].
    pub fn resolve(&self, now: Moment, zone: Tz, past: bool) -> Result<Moment> {
        let text = plain(&self.0);
        if text.is_empty() {
            return Err(Error::new(Code::Missing));
        }
        // As a program writes it, with milliseconds behind a dot that a person would mean as a dash.
        if let Some(exact) = Moment::parse(self.0.trim()).filter(|m| in_use(m.day(zone))) {
            return Ok(exact);
        }
        let today = now.day(zone);
        let (typed, time) = match text.rsplit_once([' ', 'T']) {
            Some((date, time)) => (TypedDay::read(date.trim()), read_time(time)),
            None => (Some(TypedDay::None), read_time(&text)),
        };
        let unreadable = || Error::new(Code::TimeUnreadable).with("value", &self.0);
        let (typed, time) = typed.zip(time).ok_or_else(unreadable)?;
        let at = |date: NaiveDate| Moment::from_local(date.and_time(time), zone);
        let this = typed.of(today).map(at);
        let far = |moment: &Moment| moment.seconds_since(now) > typed.far_ahead().num_seconds();
        let moment = match this {
            Some(moment) if !past || !far(&moment) => Some(moment),
            None if !past => None,
            _ => typed.before(today).map(at).or(this),
        };
        moment.ok_or_else(unreadable)
    }
}

/// How much of a day was typed.
#[derive(Clone, Copy)]
enum TypedDay {
    None,
    Day(u32),
    MonthDay(u32, u32),
    Full(i32, u32, u32),
}

impl TypedDay {
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<u32> = text
            .split('-')
            .map(|p| p.parse().ok())
            .collect::<Option<_>>()?;
        match parts[..] {
            [day] => Some(Self::Day(day)),
            [month, day] => Some(Self::MonthDay(month, day)),
            [year, month, day] => Some(Self::Full(i32::try_from(year).ok()?, month, day)),
            _ => None,
        }
    }

    /// The day it means as seen from `today`, where there is such a day.
    fn of(self, today: NaiveDate) -> Option<NaiveDate> {
        let date = match self {
            Self::None => Some(today),
            Self::Day(day) => today.with_day(day),
            Self::MonthDay(month, day) => NaiveDate::from_ymd_opt(today.year(), month, day),
            Self::Full(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        };
        date.filter(|date| in_use(*date))
    }

    /// The same one day, month or year earlier, where there is such a day.
    fn before(self, today: NaiveDate) -> Option<NaiveDate> {
        let earlier = match self {
            Self::None => today - Days::new(1),
            Self::Day(_) => today.with_day(1)? - Days::new(1),
            Self::MonthDay(..) => NaiveDate::from_ymd_opt(today.year() - 1, 1, 1)?,
            Self::Full(..) => return None,
        };
        self.of(earlier)
    }

    /// How far ahead it cannot be meant. An hour and a bit is a slip; half a round of the calendar is the round before.
    fn far_ahead(self) -> Duration {
        match self {
            Self::None => Duration::hours(2),
            Self::Day(_) => Duration::days(15),
            Self::MonthDay(..) | Self::Full(..) => Duration::days(182),
        }
    }
}

impl From<Moment> for TimeInput {
    fn from(moment: Moment) -> Self {
        Self(moment.to_string())
    }
}

/// Full-width digits, colons, dashes and slashes as their plain forms, outer blanks removed.
fn plain(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '：' => ':',
            '－' | '／' | '/' | '.' => '-',
            '　' => ' ',
            _ => c,
        })
        .collect()
}

/// Years that an office can mean. Any other is a slip of the finger, or counted from another era.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

fn in_use(date: NaiveDate) -> bool {
    YEARS.contains(&date.year())
}

fn read_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = match text.split_once(':') {
        Some((hour, rest)) => (hour, rest.split(':').next()?),
        None if (3..=4).contains(&text.len()) && text.is_ascii() => text.split_at(text.len() - 2),
        None => return None,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn typed(text: &str, now: &str) -> Result<Moment> {
        TimeInput(text.into()).resolve(at(now), chrono_tz::Asia::Taipei, true)
    }

    #[test]
    fn reads_what_clerks_type() {
        let now = "2026-11-23T06:30:00Z"; // 14:30 in Taipei
        for text in [
            "14:05",
            "1405",
            "１４：０５",
            "23 14:05",
            "11-23 14:05",
            "11/23 14:05",
            "2026-11-23 14:05",
        ] {
            assert_eq!(
                typed(text, now).unwrap(),
                at("2026-11-23T06:05:00Z"),
                "{text}"
            );
        }
        assert_eq!(
            typed("2026-11-23T06:05:00Z", now).unwrap(),
            at("2026-11-23T06:05:00Z")
        );
        assert_eq!(
            typed("2026-11-23T06:05:00.268Z", now).unwrap(),
            at("2026-11-23T06:05:00.268Z")
        );
    }

    /// The office's wall clock as an instant.
    fn local(text: &str) -> Moment {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment::from_local(local, chrono_tz::Asia::Taipei)
    }

    #[test]
    fn what_has_happened_did_not_happen_far_ahead() {
        for (now, text, meant) in [
            // A bare time: today, or yesterday when it lies more than two hours ahead.
            ("2026-11-23 00:10", "23:50", "2026-11-22 23:50"),
            ("2026-11-23 08:20", "20:15", "2026-11-22 20:15"),
            ("2026-11-23 08:20", "08:20", "2026-11-23 08:20"),
            ("2026-11-23 08:20", "10:20", "2026-11-23 10:20"),
            ("2026-11-23 08:20", "10:21", "2026-11-22 10:21"),
            ("2027-01-01 00:10", "23:50", "2026-12-31 23:50"),
            // A day without its month.
            ("2026-12-01 08:20", "30 23:50", "2026-11-30 23:50"),
            ("2027-01-01 08:20", "31 23:50", "2026-12-31 23:50"),
            ("2026-11-01 08:20", "31 23:50", "2026-10-31 23:50"),
            ("2026-11-23 08:20", "24 08:20", "2026-11-24 08:20"),
            // A day without its year.
            ("2027-01-04 08:20", "12-31 23:50", "2026-12-31 23:50"),
            ("2027-01-04 08:20", "12/01 09:00", "2026-12-01 09:00"),
            ("2026-12-31 22:00", "12-31 23:50", "2026-12-31 23:50"),
            ("2026-11-23 08:20", "11-24 08:20", "2026-11-24 08:20"),
            ("2026-11-23 08:20", "12-23 08:20", "2026-12-23 08:20"),
            ("2028-03-01 08:20", "02-29 23:50", "2028-02-29 23:50"),
            ("2029-01-04 08:20", "02-29 23:50", "2028-02-29 23:50"),
            // With its year it is what it says.
            ("2027-01-04 08:20", "2027-12-31 23:50", "2027-12-31 23:50"),
        ] {
            let typed = TimeInput(text.into());
            let at = typed.resolve(local(now), chrono_tz::Asia::Taipei, true);
            assert_eq!(at.unwrap(), local(meant), "{text} typed at {now}");
        }
        let leap = typed("02-29 10:00", "2027-03-01T00:20:00Z").unwrap_err();
        assert_eq!(
            leap.code,
            Code::TimeUnreadable,
            "neither this year nor last"
        );
    }

    #[test]
    fn an_appointment_stays_where_it_was_typed() {
        for (now, text, meant) in [
            ("2026-11-23 08:20", "20:15", "2026-11-23 20:15"),
            ("2026-11-01 08:20", "30 09:00", "2026-11-30 09:00"),
            ("2027-01-04 08:20", "12-31 23:50", "2027-12-31 23:50"),
            ("2028-01-04 08:20", "02-29 09:00", "2028-02-29 09:00"),
        ] {
            let typed = TimeInput(text.into());
            let at = typed.resolve(local(now), chrono_tz::Asia::Taipei, false);
            assert_eq!(at.unwrap(), local(meant), "{text} typed at {now}");
        }
        for text in ["31 09:00", "02-29 09:00"] {
            let typed = TimeInput(text.into());
            let at = typed.resolve(local("2026-11-23 08:20"), chrono_tz::Asia::Taipei, false);
            assert_eq!(at.unwrap_err().code, Code::TimeUnreadable, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        let empty = typed(" ", "2026-11-23T06:30:00Z").unwrap_err();
        assert_eq!(empty.code, Code::Missing);
        for text in [
            "25:00",
            "soon",
            "14:5x",
            "2026-02-30 10:00",
            "99999",
            "20261-11-23 14:05",
            "26-11-23 14:05",
            "115-11-23 14:05",
            "1999-11-23T06:05:00Z",
        ] {
            assert_eq!(
                typed(text, "2026-11-23T06:30:00Z").unwrap_err().code,
                Code::TimeUnreadable,
                "{text}"
            );
        }
    }

    #[test]
    fn summer_time_gap_moves_forward() {
        let zone = chrono_tz::Europe::Berlin;
        let gap = NaiveDate::from_ymd_opt(2026, 3, 29)
            .unwrap()
            .and_hms_opt(2, 10, 0)
            .unwrap();
        assert!(Moment::from_local(gap, zone).local(zone) > gap);
    }
}
