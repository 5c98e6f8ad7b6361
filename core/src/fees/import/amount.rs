//! Amounts and counts as lists write them: `12.5`, `二十`, `伍拾`.

use crate::money::Money;

/// Largest amount that is believed, in cents.
const MOST: i64 = 99_999_999_999;

/// An amount in figures or Chinese numerals. `None` for more than two decimals and for what is no number.
pub(super) fn money(text: &str) -> Option<Money> {
    thousandths(text)
        .filter(|value| value % 10 == 0)
        .map(|value| value / 10)
        .filter(|cents| *cents <= MOST)
        .map(Money)
}

/// A number in thousandths.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return numeral(text)?.checked_mul(1000);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = part.trim_end_matches('0');
    if part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    whole
        .parse::<i64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(part)
}

/// A whole number in Chinese numerals, plain or capital, below a hundred million. Figures read one by one (五零) and
/// two neighbours (三五十) are no number.
fn numeral(text: &str) -> Option<i64> {
    if text.is_empty() {
        return None;
    }
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    let mut least = i64::MAX;
    for c in text.chars() {
        if let Some(value) = figure(c) {
            if digit.is_some_and(|digit| digit != 0) {
                return None;
            }
            digit = Some(value);
            continue;
        }
        let place = match c {
            '十' | '拾' => 10,
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            '万' => 10_000,
            _ => return None,
        };
        if place == 10_000 {
            total = (section + digit.take().unwrap_or(0)) * place;
            if total == 0 {
                return None;
            }
            section = 0;
            least = place;
            continue;
        }
        if place >= least {
            return None;
        }
        least = place;
        // Ten alone is ten; a hundred says how many.
        let many = match digit.take() {
            Some(many) if many > 0 => many,
            None | Some(0) if place == 10 => 1,
            _ => return None,
        };
        section += many * place;
    }
    // 一百五 is a hundred and fifty in speech, and a hundred and five nowhere: nobody should guess.
    let spoken = digit.is_some() && least > 10 && least != i64::MAX && !text.contains(['零', '〇']);
    (!spoken).then_some(total + section + digit.unwrap_or(0))
}

fn figure(c: char) -> Option<i64> {
    let found = [
        "零〇",
        "一壹",
        "二贰两",
        "三叁",
        "四肆",
        "五伍",
        "六陆",
        "七柒",
        "八捌",
        "九玖",
    ];
    let at = found.iter().position(|same| same.contains(c))?;
    i64::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_numerals_are_amounts() {
        for (text, cents) in [
            ("5", 500),
            ("12.5", 1250),
            ("12.50", 1250),
            ("0", 0),
            ("0.05", 5),
            ("十", 1000),
            ("十五", 1500),
            ("二十", 2000),
            ("五十", 5000),
            ("一百", 10_000),
            ("一百二十", 12_000),
            ("一百零五", 10_500),
            ("两百", 20_000),
            ("伍拾", 5000),
            ("一千二百", 120_000),
            ("三万", 3_000_000),
            ("一万零五百", 1_050_000),
        ] {
            assert_eq!(money(text), Some(Money(cents)), "{text}");
        }
    }

    #[test]
    fn what_may_be_misread_is_no_amount() {
        for text in [
            "12.345",
            "五零",
            "三五十",
            "一百五",
            "百",
            "",
            "abc",
            "1000000000",
            "1.2.3",
            "十百",
        ] {
            assert_eq!(money(text), None, "{text}");
        }
        assert_eq!(thousandths("0.5"), Some(500));
        assert_eq!(thousandths("2"), Some(2000));
        assert_eq!(thousandths("两"), Some(2000));
    }
}
