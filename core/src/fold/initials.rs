//! Pinyin initials of names: 張小明 is found by `zxm`. Surnames are read as surnames (單 as *shàn*), given names with
//! every reading that their characters have.

use pinyin::{ToPinyin, ToPinyinMulti};

use super::fold_char;

/// Most variants kept of one name, the most usual first.
const VARIANTS_MAX: usize = 16;
/// Characters of a name that count.
const LENGTH_MAX: usize = 20;

/// Surnames of one character whose reading, or readings, as a surname begin otherwise than the character's usual one.
/// Simplified; a Traditional form comes here folded.
const SURNAMES: &[(char, &str)] = &[
    ('单', "s"),
    ('曾', "z"),
    ('解', "x"),
    ('仇', "q"),
    ('查', "z"),
    ('朴', "p"),
    ('区', "o"),
    ('任', "r"),
    ('覃', "qt"),
    ('乐', "yl"),
    ('盖', "g"),
    ('员', "y"),
    ('贲', "b"),
    ('繁', "p"),
    ('折', "sz"),
    ('么', "y"),
    ('乜', "nm"),
    ('种', "c"),
    ('重', "c"),
    ('翟', "zd"),
    ('隗', "wk"),
    ('秘', "b"),
    ('召', "sz"),
    ('祭', "zj"),
    ('佴', "n"),
    ('谌', "cs"),
    ('郗', "xc"),
    ('莘', "xs"),
    ('句', "g"),
    ('洗', "x"),
    ('长', "cz"),
    ('车', "c"),
    ('尉', "wy"),
    ('宿', "s"),
    ('相', "x"),
    ('郇', "xh"),
    ('叶', "y"),
    ('沈', "s"),
];

/// Surnames of two characters.
const COMPOUND: &[(&str, &str)] = &[
    ("尉迟", "yc"),
    ("长孙", "zs"),
    ("万俟", "mq"),
    ("单于", "cy"),
    ("澹台", "tt"),
    ("乐正", "yz"),
    ("夹谷", "jg"),
    ("欧阳", "oy"),
    ("司马", "sm"),
    ("上官", "sg"),
    ("诸葛", "zg"),
    ("夏侯", "xh"),
    ("东方", "df"),
    ("皇甫", "hf"),
    ("公孙", "gs"),
    ("慕容", "mr"),
    ("宇文", "yw"),
    ("司徒", "st"),
    ("司空", "sk"),
    ("令狐", "lh"),
    ("轩辕", "xy"),
    ("赫连", "hl"),
    ("钟离", "zl"),
    ("淳于", "cy"),
    ("鲜于", "xy"),
    ("呼延", "hy"),
    ("端木", "dm"),
    ("南宫", "ng"),
    ("西门", "xm"),
    ("独孤", "dg"),
    ("申屠", "st"),
    ("太叔", "ts"),
    ("公冶", "gy"),
    ("濮阳", "py"),
    ("闾丘", "lq"),
    ("拓跋", "tb"),
    ("百里", "bl"),
    ("东郭", "dg"),
    ("亓官", "qg"),
    ("巫马", "wm"),
    ("漆雕", "qd"),
    ("宰父", "zf"),
    ("谷梁", "gl"),
    ("段干", "dg"),
];

/// Pinyin initials of a name in lower case, the most usual reading first. Latin words count by their first letter,
/// digits as they are; other signs do not count. Empty when nothing counts.
pub fn initials(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.trim().chars().take(LENGTH_MAX).collect();
    let mut variants = vec![String::new()];
    let surname = surname(&chars, &mut variants);
    rest(&chars[surname..], variants)
}

/// Pinyin initials of what is no person's name, such as 單相電表: no character is read as a surname.
pub fn word_initials(words: &str) -> Vec<String> {
    let chars: Vec<char> = words.trim().chars().take(LENGTH_MAX).collect();
    rest(&chars, vec![String::new()])
}

/// Reads what stands behind the surname.
fn rest(chars: &[char], mut variants: Vec<String>) -> Vec<String> {
    let mut in_word = false;
    for &c in chars {
        let folded = fold_char(c);
        let continues = in_word && folded.is_ascii_alphabetic();
        in_word = folded.is_ascii_alphabetic();
        if folded.is_ascii_alphanumeric() {
            if !continues {
                multiply(&mut variants, &[folded]);
            }
        } else {
            multiply(&mut variants, &readings(c));
        }
    }
    variants.retain(|v| !v.is_empty());
    variants
}

/// Reads the surname into the variants and tells how many characters it has; 0 when the name begins with none.
fn surname(chars: &[char], variants: &mut Vec<String>) -> usize {
    let folded: String = chars.iter().take(2).map(|&c| fold_char(c)).collect();
    // With nothing behind it, 單于 is someone called 于 of the family 單.
    if chars.len() > 2
        && let Some((_, letters)) = COMPOUND.iter().find(|(name, _)| *name == folded)
    {
        *variants = vec![(*letters).to_owned()];
        return 2;
    }
    let Some(first) = folded.chars().next() else {
        return 0;
    };
    let letters: Vec<char> = match SURNAMES.iter().find(|(name, _)| *name == first) {
        Some((_, letters)) => letters.chars().collect(),
        None => usual(first).into_iter().collect(),
    };
    if letters.is_empty() {
        return 0;
    }
    multiply(variants, &letters);
    1
}

/// First letters of the readings of a character, the usual one first. The Simplified form's readings are the modern
/// ones; the form as written adds its own (乾 is *qián* too).
fn readings(c: char) -> Vec<char> {
    let folded = fold_char(c);
    let mut letters = Vec::new();
    let others = folded
        .to_pinyin_multi()
        .into_iter()
        .flatten()
        .filter_map(|p| p.first_letter().chars().next());
    for letter in usual(c).into_iter().chain(usual(folded)).chain(others) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

fn usual(c: char) -> Option<char> {
    c.to_pinyin()?.first_letter().chars().next()
}

/// Every variant so far with every letter, up to [`VARIANTS_MAX`]; no letter leaves them as they are.
fn multiply(variants: &mut Vec<String>, letters: &[char]) {
    if letters.is_empty() {
        return;
    }
    let longer = letters
        .iter()
        .flat_map(|letter| variants.iter().map(move |v| format!("{v}{letter}")));
    *variants = longer.take(VARIANTS_MAX).collect();
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
}
