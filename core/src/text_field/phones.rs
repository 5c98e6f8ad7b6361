//! Phone numbers as people write them into one field: several of them, with whatever between.

use super::LINE_MAX;
use crate::error::{Code, Error, Result};

/// Most numbers in one field.
const NUMBERS_MAX: usize = 8;
/// What stands between numbers that are kept in one text.
const BETWEEN: &str = " / ";
/// Signs that belong to a number.
const SIGNS: &str = "+-#*() ";
/// Words between two numbers.
const OR: &[&str] = &["或", "或者", "和", "與", "与", "及", "or", "and"];
/// Fewest digits of a whole number, in a place where short codes are not meant.
const WHOLE_MIN: usize = 7;
/// Most digits of a number with its country's; what is longer is two.
const WHOLE_MAX: usize = 15;

/// The phone numbers of one field, `0912-345-678 / (02)2345-6789`: each digits with `+`, `-`, `#`, `*`, brackets and
/// blanks; full-width digits become plain. Empty where there is none.
///
/// Errors: as [`phones`].
pub fn phone(field: &str, text: &str) -> Result<String> {
    Ok(phones(field, text)?.join(BETWEEN))
}

/// The phone numbers of one field, one by one, each once. Any sign that belongs to no number parts them, and so does a
/// blank or dash where another whole number begins.
///
/// Errors, on `field`: [`Code::BadPhone`], [`Code::TooLong`], `Invalid` when there are too many.
pub fn phones(field: &str, text: &str) -> Result<Vec<String>> {
    if text.chars().nth(LINE_MAX).is_some() {
        return Err(Error::new(Code::TooLong).with("max", LINE_MAX).on(field));
    }
    let plain: String = text.chars().map(plain).collect();
    let odd = || {
        Error::new(Code::BadPhone)
            .with("value", text.trim())
            .on(field)
    };
    let mut found: Vec<String> = Vec::new();
    for piece in parted(&plain).ok_or_else(odd)? {
        for number in apart(piece.trim()) {
            if !(3..=20).contains(&digits(&number)) {
                return Err(odd());
            }
            if !found.contains(&number) {
                found.push(number);
            }
        }
    }
    if found.len() > NUMBERS_MAX {
        return Err(Error::invalid(field, found.len()));
    }
    Ok(found)
}

fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '－' | '—' | '–' | '‐' | '‑' | '−' => '-',
        '＋' => '+',
        '＃' => '#',
        '＊' => '*',
        '（' => '(',
        '）' => ')',
        '　' => ' ',
        _ => c,
    }
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// The pieces between signs and words that belong to no number; `None` where letters stand that part nothing.
fn parted(text: &str) -> Option<Vec<String>> {
    let mut pieces = vec![String::new()];
    let chars: Vec<char> = text.chars().collect();
    let letter = |c: &char| c.is_alphanumeric() && !c.is_ascii_digit();
    for run in chars.chunk_by(|a, b| letter(a) == letter(b)) {
        let run: String = run.iter().collect();
        if run.contains(|c| letter(&c)) {
            if !OR.contains(&run.to_lowercase().as_str()) {
                return None;
            }
            pieces.push(String::new());
            continue;
        }
        for c in run.chars() {
            if c.is_ascii_digit() || SIGNS.contains(c) {
                pieces.last_mut()?.push(c);
            } else {
                pieces.push(String::new());
            }
        }
    }
    pieces.retain(|piece| piece.contains(|c| c != ' '));
    Some(pieces)
}

/// A piece, taken apart where a blank or a dash stands before another whole number.
fn apart(piece: &str) -> Vec<String> {
    let groups: Vec<&str> = piece.split(' ').filter(|group| digits(group) > 0).collect();
    let mut numbers = Vec::new();
    let mut begun = String::new();
    for (at, group) in groups.iter().enumerate() {
        let rest: usize = groups[at..].iter().map(|group| digits(group)).sum();
        let begins = group.starts_with(['0', '+', '(']) && rest >= WHOLE_MIN;
        let too_long = digits(&begun) > WHOLE_MIN && digits(&begun) + rest > WHOLE_MAX;
        let whole = digits(group) >= WHOLE_MIN;
        if digits(&begun) >= WHOLE_MIN && (whole || begins || too_long && rest >= WHOLE_MIN) {
            numbers.push(std::mem::take(&mut begun));
        } else if !begun.is_empty() {
            begun.push(' ');
        }
        begun += group;
    }
    numbers.push(begun);
    numbers.iter().flat_map(|number| dashed(number)).collect()
}

/// Two whole numbers with nothing but a dash between.
fn dashed(number: &str) -> Vec<String> {
    let at = number.match_indices('-').map(|(at, _)| at).find(|&at| {
        let (before, behind) = (&number[..at], &number[at + 1..]);
        let next = behind.split(['-', ' ']).next().unwrap_or_default();
        digits(before) >= WHOLE_MIN && digits(next) >= WHOLE_MIN
    });
    match at {
        Some(at) => [&number[..at], &number[at + 1..]].map(str::to_owned).into(),
        None => vec![number.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_digits_with_the_usual_signs() {
        assert_eq!(phone("p", "０９１２－345 678").unwrap(), "0912-345 678");
        assert_eq!(phone("p", " ").unwrap(), "");
        for bad in [
            "abc",
            "12",
            "0912三四五",
            "123456789012345678901",
            "0912345678 / 12",
            "--",
        ] {
            assert_eq!(phone("p", bad).unwrap_err().code, Code::BadPhone, "{bad}");
        }
        let endless = phone("p", &"1".repeat(1_000_000)).unwrap_err();
        assert_eq!(endless.code, Code::TooLong);
        let many: Vec<String> = (0..9).map(|n| format!("0912-345-67{n}")).collect();
        assert_eq!(
            phone("p", &many.join("、")).unwrap_err().code,
            Code::Invalid
        );
    }

    #[test]
    fn several_numbers_stand_in_one_field_with_whatever_between() {
        for between in [
            "/", " / ", "、", "，", ",", ";", "；", "\n", "\t", "|", "·", " 或 ", "或", " or ",
            "  ", " ", " - ", "-", "／", "&", "。",
        ] {
            let typed = format!("0912345678{between}0922000111");
            let found = phone("p", &typed).unwrap();
            assert_eq!(found, "0912345678 / 0922000111", "{between:?}");
        }
        for (typed, numbers) in [
            (
                "0912-345-678 0922-000-111",
                &["0912-345-678", "0922-000-111"][..],
            ),
            (
                "0912 345 678 0922 000 111",
                &["0912 345 678", "0922 000 111"],
            ),
            (
                "(02)2345-6789 (03)123-4567",
                &["(02)2345-6789", "(03)123-4567"],
            ),
            (
                "+852 9123 4567 +852 2345 6789",
                &["+852 9123 4567", "+852 2345 6789"],
            ),
            ("2345 6789 9123 4567", &["2345 6789", "9123 4567"]),
            (
                "138 0013 8000、0755-12345678#12",
                &["138 0013 8000", "0755-12345678#12"],
            ),
            // One number, however it is set apart.
            ("02 23456789", &["02 23456789"]),
            ("+886 912-345-678", &["+886 912-345-678"]),
            ("(02)2345-6789#12", &["(02)2345-6789#12"]),
            ("2345 6789 #123", &["2345 6789 #123"]),
            ("0912345678、0912345678", &["0912345678"]),
            ("119", &["119"]),
        ] {
            assert_eq!(phones("p", typed).unwrap(), numbers, "{typed}");
        }
    }
}
