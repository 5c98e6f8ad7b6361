//! Money in integer cents of the office's one currency.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::Locale;

/// An amount in cents. JSON carries the integer.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
pub struct Money(pub i64);

impl std::fmt::Display for Money {
    /// Plain decimal with two places, such as `-12.50`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{}.{:02}",
            self.0.unsigned_abs() / 100,
            self.0.unsigned_abs() % 100
        )
    }
}

impl Money {
    /// The most that a form can say in capitals, and therefore the most that anything costs.
    pub const MOST: Money = Money(99_999_999_999);

    /// The amount in Chinese capital figures (大寫), such as `壹佰零伍元伍角整`, for 0 to [`Money::MOST`] (999 999 999.99); `None` for
    /// other amounts and in English, where forms carry plain figures only.
    pub fn capitals(self, locale: Locale) -> Option<String> {
        let hant = match locale {
            Locale::ZhHant => true,
            Locale::ZhHans => false,
            Locale::En => return None,
        };
        if !(Money(0)..=Money::MOST).contains(&self) {
            return None;
        }
        let digits: Vec<char> = if hant {
            "零壹貳參肆伍陸柒捌玖"
        } else {
            "零壹贰叁肆伍陆柒捌玖"
        }
        .chars()
        .collect();
        let digit = |n: i64| digits[usize::try_from(n).unwrap_or(0)];
        let (yuan, ten_thousand, hundred_million) = if hant {
            ("元", "萬", "億")
        } else {
            ("元", "万", "亿")
        };
        let (whole, jiao, fen) = (self.0 / 100, self.0 / 10 % 10, self.0 % 10);

        // Four digits at a time; a run of zeros between digits is said once, at the end of a group not at all.
        let mut out = String::new();
        let groups = [
            (100_000_000, hundred_million),
            (10_000, ten_thousand),
            (1, ""),
        ];
        let mut zero = false;
        for (value, unit) in groups {
            let group = whole / value % 10_000;
            if group == 0 {
                zero |= !out.is_empty();
                continue;
            }
            for (place, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
                let n = group / place % 10;
                if n == 0 {
                    zero |= !out.is_empty();
                    continue;
                }
                if zero {
                    out.push(digits[0]);
                    zero = false;
                }
                out.push(digit(n));
                out.push_str(name);
            }
            out.push_str(unit);
        }
        if whole > 0 {
            out.push_str(yuan);
        }
        match (jiao, fen) {
            (0, 0) if whole == 0 => out.push_str("零元整"),
            (0, 0) => out.push('整'),
            _ => {
                if jiao > 0 {
                    // Zeros at the end of the whole amount are said before 角: 壹拾元零伍角.
                    if whole > 0 && whole % 10 == 0 {
                        out.push(digits[0]);
                    }
                    out.push(digit(jiao));
                    out.push('角');
                } else if whole > 0 {
                    out.push(digits[0]);
                }
                if fen > 0 {
                    out.push(digit(fen));
                    out.push('分');
                } else {
                    out.push('整');
                }
            }
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Money;
    use crate::text::Locale;

    #[test]
    fn prints_two_places_and_the_sign() {
        assert_eq!(Money(1250).to_string(), "12.50");
        assert_eq!(Money(-5).to_string(), "-0.05");
        assert_eq!(Money(0).to_string(), "0.00");
    }

    #[test]
    fn capitals_say_zeros_as_a_cashier_writes_them() {
        for (cents, said) in [
            (0, "零元整"),
            (5, "伍分"),
            (50, "伍角整"),
            (100, "壹元整"),
            (105, "壹元零伍分"),
            (1_050, "壹拾元零伍角整"),
            (10_500, "壹佰零伍元整"),
            (12_345, "壹佰貳拾參元肆角伍分"),
            (10_000_000, "壹拾萬元整"),
            (10_010_000, "壹拾萬零壹佰元整"),
            (1_000_100, "壹萬零壹元整"),
            (1_001_000, "壹萬零壹拾元整"),
            (10_000_000_100, "壹億零壹元整"),
            (
                99_999_999_999,
                "玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖元玖角玖分",
            ),
        ] {
            assert_eq!(
                Money(cents).capitals(Locale::ZhHant).as_deref(),
                Some(said),
                "{cents}"
            );
        }
        assert_eq!(Money(100_000_000_000).capitals(Locale::ZhHant), None);
        assert_eq!(Money(-1).capitals(Locale::ZhHant), None);
        assert_eq!(
            Money(10_500).capitals(Locale::ZhHans).as_deref(),
            Some("壹佰零伍元整")
        );
        assert_eq!(Money(10_500).capitals(Locale::En), None);
    }

    /// Reads capitals as strictly as a bank: a zero stands exactly where digits are skipped between two others, 整
    /// exactly where there is no 分, 元 exactly where there is a whole. Cents.
    fn read(said: &str, locale: Locale) -> Option<i64> {
        let (digits, units) = match locale {
            Locale::ZhHant => ("零壹貳參肆伍陸柒捌玖", ['億', '萬', '元']),
            _ => ("零壹贰叁肆伍陆柒捌玖", ['亿', '万', '元']),
        };
        if said == "零元整" {
            return Some(0);
        }
        let mut chars = said.strip_suffix('整').unwrap_or(said).chars().peekable();
        let (mut cents, mut last, mut zero, mut ended) = (0, None::<u32>, false, None::<usize>);
        while let Some(c) = chars.next() {
            if let Some(place) = units.iter().position(|unit| *unit == c) {
                // A group's unit stands once, in its order and behind a digit of its own; 元 behind any.
                let bounds = [10..14, 6..10, 2..14][place].clone();
                let own = last.is_some_and(|last| bounds.contains(&last));
                if zero || !own || ended.is_some_and(|before| before >= place) {
                    return None;
                }
                ended = Some(place);
                continue;
            }
            let digit = digits.chars().position(|d| d == c)?;
            if digit == 0 {
                if zero {
                    return None;
                }
                zero = true;
                continue;
            }
            let within = match chars.peek() {
                Some('仟') => Some(3),
                Some('佰') => Some(2),
                Some('拾') => Some(1),
                Some('角' | '分') => None,
                _ => Some(0),
            };
            let place = match within {
                None => u32::from(chars.next() == Some('角')),
                Some(within) => {
                    if within > 0 {
                        chars.next();
                    }
                    let rest: String = chars.clone().collect();
                    let group = units.iter().position(|unit| rest.contains(*unit))?;
                    [10, 6, 2][group] + within
                }
            };
            let skipped = last.is_some_and(|last| last - place > 1);
            if skipped != zero || last.is_some_and(|last| last <= place) {
                return None;
            }
            (last, zero) = (Some(place), false);
            cents += i64::try_from(digit).ok()? * 10_i64.pow(place);
        }
        let whole = said.contains('元') == (cents >= 100);
        let exact = said.ends_with('整') == (cents % 10 == 0);
        (!zero && whole && exact).then_some(cents)
    }

    #[test]
    fn the_reader_of_capitals_is_strict() {
        for wrong in [
            "壹仟壹元整",
            "壹佰零壹拾元整",
            "壹拾零元整",
            "壹元伍分",
            "壹元零伍角整",
            "伍角",
            "伍分整",
            "壹萬壹拾元整",
            "壹億萬元整",
            "壹拾",
        ] {
            assert_eq!(read(wrong, Locale::ZhHant), None, "{wrong}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn capitals_read_back_to_the_amount(
            any in 0..=Money::MOST.0,
            digits in prop::collection::vec(prop_oneof![2 => Just(0_i64), 1 => 1_i64..10], 11),
        ) {
            let with_zeros = digits.iter().fold(0, |amount, digit| amount * 10 + digit);
            for cents in [any, with_zeros] {
                for locale in [Locale::ZhHant, Locale::ZhHans] {
                    let said = Money(cents).capitals(locale).unwrap();
                    prop_assert_eq!(read(&said, locale), Some(cents), "{}", said);
                }
            }
        }
    }
}
