//! Texts and queries for the ledger's full-text index, one token per character: a phrase then finds exactly what a
//! search through the folded text would, words of two characters, punctuation and emoji included.

use std::fmt::Write;

use super::{fold, fold_char};

/// What goes into the index for `text`: its folded characters, set apart by blanks.
pub fn fts_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if !out.is_empty() {
            out.push(' ');
        }
        push_token(&mut out, fold_char(c));
    }
    out
}

/// What finds the texts that hold every word a person typed, one phrase a word. `None` when nothing was typed.
pub fn fts_query(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let phrases: Vec<String> = folded
        .split_whitespace()
        .map(|word| format!("\"{}\"", fts_text(word)))
        .collect();
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

/// Tokenizers split at, drop or merge most signs, each version of Unicode its own. Only what every one keeps stands for
/// itself; any other character is spelt as its number, which no single character can be mistaken for.
fn push_token(out: &mut String, c: char) {
    if c.is_ascii_alphanumeric() || ('\u{4e00}'..='\u{9fa5}').contains(&c) {
        out.push(c);
    } else {
        let _ = write!(out, "x{:x}", u32::from(c));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_token_a_character() {
        assert_eq!(fts_text("廚房漏水 A1"), "厨 房 漏 水 x20 a 1");
        assert_eq!(fts_query(" 漏水　").as_deref(), Some("\"漏 水\""));
        assert_eq!(
            fts_query("3-1 漏水").as_deref(),
            Some("\"3 x2d 1\" AND \"漏 水\"")
        );
        assert_eq!(fts_query(" \t"), None);
        assert_eq!(fts_query("\"NEAR(").as_deref(), Some("\"x22 n e a r x28\""));
    }
}
