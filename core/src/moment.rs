//! Time as an argument: instants in UTC, and the times that people type in the office's own zone.

use chrono::{
    DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc,
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
    pub fn from_millis(millis: i64) -> Self {
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

crate::ledger::column::stored_as_integer!(Moment);

/// A time as a person types it, in office time: `14:05`, `1405`, `23 14:05` (day of this month), `11-23 14:05`,
/// `2026-11-23 14:05`; or RFC 3339 from a program. Full-width digits and signs count as their plain forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TimeInput(pub String);

impl TimeInput {
    /// Resolves the text against `now`. A bare time of day means the most recent such moment not after `now`
    /// when `past` is asked for, otherwise that time today.
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
        let (date, time) = match text.rsplit_once([' ', 'T']) {
            Some((date, time)) => (Some(read_date(date.trim(), today)), read_time(time)),
            None => (None, read_time(&text)),
        };
        let unreadable = || Error::new(Code::TimeUnreadable).with("value", &self.0);
        let time = time.ok_or_else(unreadable)?;
        let date = match date {
            Some(read) => read.ok_or_else(unreadable)?,
            None => today,
        };
        let moment = Moment::from_local(date.and_time(time), zone);
        let bare = !text.contains([' ', 'T']);
        // At 00:10 a clerk who types 23:50 means the evening before, not the evening to come.
        if bare && past && moment > now && moment.seconds_since(now) > 12 * 3600 {
            return Ok(Moment::from_local(
                (date - Duration::days(1)).and_time(time),
                zone,
            ));
        }
        Ok(moment)
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

fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<u32> = text
        .split('-')
        .map(|p| p.parse().ok())
        .collect::<Option<_>>()?;
    let date = match parts[..] {
        [day] => NaiveDate::from_ymd_opt(today.year(), today.month(), day),
        [month, day] => NaiveDate::from_ymd_opt(today.year(), month, day),
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        _ => None,
    };
    date.filter(|date| in_use(*date))
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

    #[test]
    fn a_bare_evening_time_just_after_midnight_is_last_evening() {
        assert_eq!(
            typed("23:50", "2026-11-22T16:10:00Z").unwrap(),
            at("2026-11-22T15:50:00Z")
        );
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
