//! Checks on what people type into fields: required, length, phone numbers, days, searches. Inner blanks stay as typed.

mod phones;

use chrono::NaiveDate;

use crate::error::{Code, Error, Result};
pub use phones::{phone, phones};

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

/// What is searched for: a line of typing, without the blanks around it. Errors: `TooLong`.
pub fn sought<'t>(field: &str, text: &'t str) -> Result<&'t str> {
    let text = text.trim();
    if text.chars().nth(LINE_MAX).is_some() {
        return Err(Error::new(Code::TooLong).with("max", LINE_MAX).on(field));
    }
    Ok(text)
}

/// A text that may be empty, as a blank where it is.
pub fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
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
    fn a_line_is_enough_to_search_by() {
        assert_eq!(sought("text", " 3-1204\n").unwrap(), "3-1204");
        assert!(sought("text", &"長".repeat(200)).is_ok());
        let endless = sought("text", &"a".repeat(1 << 20)).unwrap_err();
        assert_eq!(
            (endless.code, endless.field.as_deref()),
            (Code::TooLong, Some("text"))
        );
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
