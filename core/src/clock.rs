//! Whether a time can be right, as seen from the one before it: the clock of an old computer with an empty battery jumps
//! by years, and whoever types a date can miss it by a month.

use chrono::Duration;

use crate::moment::Moment;
use crate::names::names;

names! {
    /// How a time lies to the one that it follows, where that asks for a reason.
    Jump {
        /// Before it.
        Back = "back",
        /// Long after it, and nothing in between.
        Ahead = "ahead",
    }
}

/// How far a time may lie before the one that it follows: two clocks on the wall differ by as much.
pub const BACK: Duration = Duration::minutes(5);

/// How far it may lie after it: no office is silent for longer, but for a holiday.
pub const AHEAD: Duration = Duration::days(7);

/// Judges `now` by the time that it follows.
pub fn judge(last: Moment, now: Moment) -> Option<Jump> {
    let passed = now.millis() - last.millis();
    if passed < -BACK.num_milliseconds() {
        Some(Jump::Back)
    } else if passed > AHEAD.num_milliseconds() {
        Some(Jump::Ahead)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_minutes_back_and_a_week_ahead_are_in_order() {
        let last = Moment::parse("2026-11-23T01:00:00Z").unwrap();
        let week = 7 * 24 * 60;
        for (minutes, judged) in [
            (0, None),
            (1, None),
            (-5, None),
            (-6, Some(Jump::Back)),
            (-2 * 24 * 60, Some(Jump::Back)),
            (week, None),
            (week + 1, Some(Jump::Ahead)),
            (10 * 52 * week, Some(Jump::Ahead)),
        ] {
            assert_eq!(judge(last, last.plus_minutes(minutes)), judged, "{minutes}");
        }
        let empty_battery = Moment::parse("2000-01-01T00:00:00Z").unwrap();
        assert_eq!(judge(last, empty_battery), Some(Jump::Back));
    }
}
