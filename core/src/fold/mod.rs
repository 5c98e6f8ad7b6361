//! One form for texts that people write differently: Traditional and Simplified characters, full and half width,
//! upper and lower case. Whatever is compared or searched is folded first; what was typed is kept as typed.

mod fts;
mod pinyin;
mod surnames;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use fts::{fts_query, fts_text};
pub use pinyin::{initials, sounds, sounds_within, surname_length, word_initials, word_sounds};

/// Folds a text, character by character: as many characters come out as went in, so that a position in one is the
/// position in the other, and folding twice changes nothing.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// The form shared by all ways to write this character; Simplified stands for Traditional, blanks and control
/// characters become a plain blank.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return if c.is_ascii_control() {
            ' '
        } else {
            c.to_ascii_lowercase()
        };
    }
    let mut folded = c;
    // A compatibility form may lead to a Traditional character and that to a variant: until nothing changes.
    loop {
        let next = step(folded);
        if next == folded {
            return folded;
        }
        folded = next;
    }
}

fn step(c: char) -> char {
    if c.is_whitespace() || c.is_control() {
        return ' ';
    }
    let plain = if ('\u{4e00}'..='\u{9fff}').contains(&c) {
        c
    } else {
        let compatible = only(std::iter::once(c).nfkc()).unwrap_or(c);
        without_accent(only(compatible.to_lowercase()).unwrap_or(compatible))
    };
    HAN.get(&plain).copied().unwrap_or(plain)
}

/// The single item, where there is just one.
fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next();
    if chars.next().is_none() { first } else { None }
}

/// `é` is found by `e`. Other scripts keep their marks, which tell letters apart there.
fn without_accent(c: char) -> char {
    let mut parts = std::iter::once(c).nfd();
    match parts.next() {
        Some(base) if base.is_ascii_alphabetic() && parts.all(is_combining_mark) => base,
        _ => c,
    }
}

/// Traditional to Simplified, then the regional variants that this leaves apart (`着` and `著`).
static HAN: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut map: HashMap<char, char> =
        pairs(include_str!("../../assets/opencc/TSCharacters.txt")).collect();
    let variants = [
        include_str!("../../assets/opencc/TWVariants.txt"),
        include_str!("../../assets/opencc/HKVariants.txt"),
    ];
    for (a, b) in variants.into_iter().flat_map(pairs) {
        let (a, b) = (end(&map, a), end(&map, b));
        if a != b {
            map.insert(b, a);
        }
    }
    map
});

fn end(map: &HashMap<char, char>, mut c: char) -> char {
    while let Some(&next) = map.get(&c) {
        c = next;
    }
    c
}

/// Lines of `character, tab, its first rendering`; a rendering of more than one character is left alone.
fn pairs(table: &str) -> impl Iterator<Item = (char, char)> {
    table.lines().filter_map(|line| {
        let (from, to) = line.split_once('\t')?;
        let (from, to) = (
            only(from.chars())?,
            only(to.split(' ').next()?.trim().chars())?,
        );
        (from != to).then_some((from, to))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn scripts_widths_and_cases_meet() {
        for (one, other) in [
            ("漏水維修", "漏水维修"),
            ("臺灣台北", "台湾台北"),
            ("裏面裡面", "里面里面"),
            ("錦繡園", "锦绣园"),
            ("衛生間衞生間", "卫生间卫生间"),
            ("説明說明", "说明说明"),
            ("睡著", "睡着"),
            ("群羣", "群群"),
            ("Ｂ１停車場", "b1停车场"),
            ("３－１２０４", "3-1204"),
            ("José", "jose"),
            ("ﾀﾜｰ", "タワー"),
            ("豈\u{f900}", "岂岂"),
            ("一\u{3000}二\t三\n", "一 二 三 "),
            ("𡞵㛟", "㛟㛟"),
            ("\u{2f804}", "你"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
        assert_ne!(fold("王"), fold("玉"));
        assert_ne!(fold("か"), fold("が"));
    }

    /// Every character there is, the planes beyond the first included.
    #[test]
    fn every_character_folds_once_and_for_all() {
        for c in '\0'..=char::MAX {
            let folded = fold_char(c);
            assert_eq!(fold_char(folded), folded, "{c:?}");
            assert!(!folded.is_control(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_keeps_count_and_is_idempotent(text in "\\PC{0,40}") {
            let folded = fold(&text);
            prop_assert_eq!(folded.chars().count(), text.chars().count());
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
