//! Dates and times as the office writes them, in its own time zone. Forms and exports share these.

use chrono::Datelike;
use chrono_tz::Tz;

use crate::Moment;

/// `2026-11-23 20:05`
pub fn date_time(moment: Moment, zone: Tz) -> String {
    moment.local(zone).format("%Y-%m-%d %H:%M").to_string()
}

/// `2026-11-23`
pub fn date(moment: Moment, zone: Tz) -> String {
    moment.local(zone).format("%Y-%m-%d").to_string()
}

/// `20:05` on `day_of`'s own day, otherwise `11-24 20:05`, with the year where it differs too.
pub fn time_near(moment: Moment, day_of: Moment, zone: Tz) -> String {
    let (local, reference) = (moment.local(zone), day_of.local(zone));
    let form = if local.date() == reference.date() {
        "%H:%M"
    } else if local.year() == reference.year() {
        "%m-%d %H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };
    local.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Taipei;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn writes_office_time() {
        assert_eq!(
            date_time(at("2026-11-23T12:05:59Z"), Taipei),
            "2026-11-23 20:05"
        );
        assert_eq!(date(at("2026-11-23T16:00:00Z"), Taipei), "2026-11-24");
    }

    #[test]
    fn a_time_of_the_same_day_needs_no_date() {
        let issued = at("2026-11-23T12:05:00Z");
        let near = |text| time_near(at(text), issued, Taipei);
        assert_eq!(near("2026-11-23T12:20:00Z"), "20:20");
        assert_eq!(near("2026-11-23T16:20:00Z"), "11-24 00:20");
        assert_eq!(near("2027-01-01T01:00:00Z"), "2027-01-01 09:00");
    }
}
