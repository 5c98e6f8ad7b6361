//! Pinyin of names, without tones: 張小明 is found by `zxm` and `zhangxiaoming`, and heard as 章曉鳴. Surnames are read as
//! surnames (單 as *shàn*), given names with every reading that their characters have.

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

use super::{fold_char, surnames};

/// Most variants kept of one name, the most usual first.
const VARIANTS_MAX: usize = 16;
/// Characters of a name that count.
const LENGTH_MAX: usize = 20;

/// What is read as one: a character with its readings, a Latin word, or a digit.
struct Sign {
    /// The most usual first.
    readings: Vec<String>,
    /// How many of the readings are right: a surname has others behind them that people take it for.
    right: usize,
}

/// Pinyin initials of a name in lower case, the most usual reading first. Latin words count by their first letter,
/// digits as they are; other signs do not count. Empty when nothing counts.
pub fn initials(name: &str) -> Vec<String> {
    first_letters(&signs_of_name(name))
}

/// Pinyin initials of what is no person's name, such as 單相電表: no character is read as a surname.
pub fn word_initials(words: &str) -> Vec<String> {
    first_letters(&signs(&counting(words)))
}

/// A name in syllables without tones, set apart by blanks (`shan guo hua`), the most usual reading first; `v` stands
/// for *ü*. A surname that people often misread stands in that reading too, behind its own.
pub fn sounds(name: &str) -> Vec<String> {
    spoken(&signs_of_name(name))
}

/// Sounds of a name from a later syllable on, as those say it who know someone by the given name. One syllable is too
/// little to know anyone by.
pub fn sounds_within(name: &str) -> Vec<String> {
    let signs = signs_of_name(name);
    let starts = 1..signs.len().saturating_sub(1);
    starts.flat_map(|start| spoken(&signs[start..])).collect()
}

/// Sounds of what is no person's name, such as 單車棚, whole and from each later syllable but the last on.
pub fn word_sounds(words: &str) -> Vec<String> {
    let signs = signs(&counting(words));
    let starts = 0..signs.len().saturating_sub(1).max(1);
    starts.flat_map(|start| spoken(&signs[start..])).collect()
}

/// How many characters the surname of a Chinese name has.
pub fn surname_length(name: &str) -> usize {
    let folded: Vec<char> = counting(name).into_iter().map(fold_char).collect();
    surnames::double(&folded).map_or(1, Iterator::count)
}

fn counting(name: &str) -> Vec<char> {
    name.trim().chars().take(LENGTH_MAX).collect()
}

fn signs_of_name(name: &str) -> Vec<Sign> {
    let chars = counting(name);
    let mut read = surname(&chars);
    read.extend(signs(&chars[read.len()..]));
    read
}

/// The signs of the surname; none where the name begins with none.
fn surname(chars: &[char]) -> Vec<Sign> {
    let folded: Vec<char> = chars.iter().map(|&c| fold_char(c)).collect();
    if let Some(readings) = surnames::double(&folded) {
        let one = |reading: &str| Sign {
            readings: vec![reading.to_owned()],
            right: 1,
        };
        return readings.map(one).collect();
    }
    let Some(&first) = folded.first() else {
        return Vec::new();
    };
    let mut readings: Vec<String> = surnames::single(first).map(str::to_owned).collect();
    let known = readings.len();
    add(&mut readings, first.to_pinyin());
    if readings.is_empty() {
        return Vec::new();
    }
    vec![Sign {
        readings,
        right: known.max(1),
    }]
}

/// Reads characters that are no surname.
fn signs(chars: &[char]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    let mut in_word = false;
    for &c in chars {
        let folded = fold_char(c);
        let continues = in_word && folded.is_ascii_alphabetic();
        in_word = folded.is_ascii_alphabetic();
        let readings = if folded.is_ascii_alphanumeric() {
            vec![folded.to_string()]
        } else {
            readings(c)
        };
        match signs.last_mut() {
            Some(word) if continues => word.readings[0].push(folded),
            _ if readings.is_empty() => {}
            _ => signs.push(Sign {
                right: readings.len(),
                readings,
            }),
        }
    }
    signs
}

/// Readings of a character, the usual one first. The Simplified form's readings are the modern ones; the form as
/// written adds its own (乾 is *qián* too).
fn readings(c: char) -> Vec<String> {
    let folded = fold_char(c);
    let mut all = Vec::new();
    add(&mut all, c.to_pinyin());
    add(&mut all, folded.to_pinyin());
    add(&mut all, folded.to_pinyin_multi().into_iter().flatten());
    all
}

fn add(readings: &mut Vec<String>, more: impl IntoIterator<Item = Pinyin>) {
    for pinyin in more {
        let plain = pinyin.plain().replace('ü', "v");
        if plain.is_ascii() && !readings.contains(&plain) {
            readings.push(plain);
        }
    }
}

fn first_letters(signs: &[Sign]) -> Vec<String> {
    let letters = signs.iter().map(|sign| {
        let mut letters: Vec<&str> = Vec::new();
        for reading in &sign.readings[..sign.right] {
            if !letters.contains(&&reading[..1]) {
                letters.push(&reading[..1]);
            }
        }
        letters
    });
    variants(letters, "")
}

fn spoken(signs: &[Sign]) -> Vec<String> {
    let syllables = signs
        .iter()
        .map(|sign| sign.readings.iter().map(String::as_str).collect());
    variants(syllables, " ")
}

/// Every choice of one reading for each sign, up to [`VARIANTS_MAX`].
fn variants<'r>(signs: impl Iterator<Item = Vec<&'r str>>, between: &str) -> Vec<String> {
    let mut variants: Vec<String> = Vec::new();
    for readings in signs {
        if variants.is_empty() {
            variants = readings.into_iter().map(str::to_owned).collect();
            continue;
        }
        let longer = readings.iter().flat_map(|reading| {
            variants
                .iter()
                .map(move |begun| format!("{begun}{between}{reading}"))
        });
        variants = longer.take(VARIANTS_MAX).collect();
    }
    variants
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_read_as_surnames() {
        for (name, first) in [
            ("張小明", "zxm"),
            ("张小明", "zxm"),
            ("單小明", "sxm"),
            ("单小明", "sxm"),
            ("曾小明", "zxm"),
            ("解小明", "xxm"),
            ("仇小明", "qxm"),
            ("查小明", "zxm"),
            ("朴小明", "pxm"),
            ("區小明", "oxm"),
            ("区小明", "oxm"),
            ("任小明", "rxm"),
            ("尉遲小明", "ycxm"),
            ("尉迟小明", "ycxm"),
            ("長孫小明", "zsxm"),
            ("长孙小明", "zsxm"),
            ("万俟小明", "mqxm"),
            ("澹臺小明", "ttxm"),
            ("歐陽小明", "oyxm"),
            ("葉小明", "yxm"),
            ("蓋小明", "gxm"),
        ] {
            assert_eq!(initials(name)[0], first, "{name}");
            assert!(
                initials(name).iter().all(|v| v[..1] == first[..1]),
                "{name}"
            );
        }
        assert_eq!(initials("張小明"), ["zxm"]);
        assert_eq!(initials("單于")[0], "sy");
    }

    #[test]
    fn every_reading_of_a_surname_or_given_name_is_there() {
        for (name, variants) in [
            ("覃文", ["qw", "tw"]),
            ("樂文", ["yw", "lw"]),
            ("王樂", ["wl", "wy"]),
            ("王乐", ["wl", "wy"]),
            ("李重", ["lz", "lc"]),
            ("陳乾", ["cq", "cg"]),
        ] {
            let found = initials(name);
            for variant in variants {
                assert!(found.iter().any(|v| v == variant), "{name} {found:?}");
            }
        }
        assert!(initials(&"樂長重曾行朝單".repeat(3)).len() <= VARIANTS_MAX);
    }

    #[test]
    fn words_have_no_surname() {
        assert_eq!(word_initials("單相電表")[0], "dxdb");
        assert_eq!(initials("單相電表")[0], "sxdb");
        assert_eq!(word_initials("LED燈 9W")[0], "ld9w");
        assert!(word_initials(" ·").is_empty());
    }

    #[test]
    fn letters_digits_and_signs() {
        assert_eq!(initials("Mary Chan"), ["mc"]);
        assert_eq!(initials("陳Ｍａｒｙ"), ["cm"]);
        assert_eq!(initials("3號電梯")[0], "3hdt");
        assert_eq!(initials("林‧美"), ["lm"]);
        assert!(initials("").is_empty());
        assert!(initials(" ·！").is_empty());
    }

    #[test]
    fn names_are_heard_in_every_reading() {
        assert_eq!(sounds("單國華")[0], "shan guo hua");
        assert!(sounds("單國華").contains(&"dan guo hua".to_owned()));
        assert_eq!(sounds("歐陽文彬")[0], "ou yang wen bin");
        assert_eq!(sounds("呂娜")[0], "lv na");
        assert!(sounds("李重").contains(&"li chong".to_owned()));
        assert_eq!(sounds("陳Mary")[0], "chen mary");
        assert_eq!(sounds_within("單國華"), ["guo hua"]);
        assert!(sounds_within("陳明").is_empty());
        assert_eq!(word_sounds("單車棚")[0], "dan che peng");
        assert!(word_sounds("單車棚").contains(&"che peng".to_owned()));
        assert!(sounds(&"樂長重曾行朝單".repeat(9)).len() <= VARIANTS_MAX);
        assert!(sounds(" ·").is_empty());
        let two = ["歐陽樂", "單于明"].map(surname_length);
        let one = ["單國華", "歐陽", "Mary Chan", ""].map(surname_length);
        assert_eq!((two, one), ([2; 2], [1; 4]));
    }

    #[test]
    fn syllables_are_plain_letters() {
        for c in '\u{4e00}'..='\u{9fff}' {
            for reading in readings(c) {
                assert!(reading.bytes().all(|b| b.is_ascii_lowercase()), "{c}");
            }
        }
    }
}
