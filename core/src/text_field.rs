//! Checks on what people type into fields: required, length, phone numbers, days. Inner blanks stay as typed.

use chrono::NaiveDate;

use crate::error::{Code, Error, Result};

/// Longest single line, in characters.
pub const LINE_MAX: usize = 200;
/// Longest free text, in characters.
pub const TEXT_MAX: usize = 4000;

/// A line that must not be empty. Errors: `Missing`, `TooLong`, on `field`.
pub fn required_line(field: &str, text: &str) -> Result<String> {
    required(field, text, LINE_MAX)
}

/// A line that may be empty. Errors: `TooLong`.
pub fn optional_line(field: &str, text: &str) -> Result<String> {
    within(field, text, LINE_MAX)
}

/// A free text that must not be empty. Errors: `Missing`, `TooLong`.
pub fn required_text(field: &str, text: &str) -> Result<String> {
    required(field, text, TEXT_MAX)
}

/// A free text that may be empty. Errors: `TooLong`.
pub fn optional_text(field: &str, text: &str) -> Result<String> {
    within(field, text, TEXT_MAX)
}

/// A text that may be empty, as a blank where it is.
pub fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A phone number: digits with `+`, `-`, `#`, `*`, brackets and blanks; full-width digits become plain. May be empty.
///
/// Errors: [`Code::BadPhone`].
pub fn phone(field: &str, text: &str) -> Result<String> {
    let plain: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '－' | '—' => '-',
            '＋' => '+',
            '（' => '(',
            '）' => ')',
            '　' => ' ',
            _ => c,
        })
        .collect();
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let odd = plain
        .chars()
        .any(|c| !c.is_ascii_digit() && !"+-#*() ".contains(c));
    if plain.is_empty() || (!odd && (3..=20).contains(&digits)) {
        return Ok(plain);
    }
    Err(Error::new(Code::BadPhone).with("value", text).on(field))
}

/// An ISO day such as `2026-11-23`. Errors: `Missing`, `Invalid`, on `field`.
pub fn day(field: &str, text: &str) -> Result<NaiveDate> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::missing(field));
    }
    // Years of four digits only: days are compared as text in the ledger.
    text.parse()
        .ok()
        .filter(|day: &NaiveDate| day.to_string().len() == 10)
        .ok_or_else(|| Error::invalid(field, text))
}

fn required(field: &str, text: &str, max: usize) -> Result<String> {
    let text = within(field, text, max)?;
    if text.is_empty() {
        Err(Error::missing(field))
    } else {
        Ok(text)
    }
}

fn within(field: &str, text: &str, max: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > max {
        return Err(Error::new(Code::TooLong).with("max", max).on(field));
    }
    // Control characters come from pasted tables; they would break forms and exports.
    Ok(text
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_digits_with_the_usual_signs() {
        assert_eq!(phone("p", "０９１２－345 678").unwrap(), "0912-345 678");
        assert_eq!(phone("p", "").unwrap(), "");
        for bad in ["abc", "12", "0912三四五", "123456789012345678901"] {
            assert_eq!(phone("p", bad).unwrap_err().code, Code::BadPhone, "{bad}");
        }
    }

    #[test]
    fn empty_and_endless_texts_are_refused() {
        assert_eq!(
            required_line("name", " 　").unwrap_err().code,
            Code::Missing
        );
        assert_eq!(
            required_line("name", &"長".repeat(201)).unwrap_err().code,
            Code::TooLong
        );
        assert_eq!(optional_text("t", "a\u{0}b\nc\t").unwrap(), "ab\nc");
    }
}
