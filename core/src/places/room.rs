//! What people type for a room or building: `3-1204`, `3棟1204`, `3棟2單元1204室`, `A座12樓B`, `十二棟`.

use crate::fold::fold;

/// A typed place, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Words before the numbers, folded: `锦绣园` of 錦繡園3-1204. Empty when there are none.
    pub within: String,
    /// Numbers and letters joined by `-`, from the largest to the smallest: `3-2-1204`, `a-1204`. A floor and the flat
    /// on it are one number: 12樓04 is `1204`.
    pub key: String,
    /// The same with floor and flat apart, `12-4`, where the key joins them: some houses number so.
    pub apart: Option<String>,
}

/// Words that say what a number is, folded. All are left out: 3棟1204 and 3座1204 are written by the same people.
const NAMES: &[char] = &[
    '栋', '幢', '座', '楼', '号', '单', '元', '室', '房', '户', '梯', '层', '之', '门', '阁',
];

/// Most numbers in a place.
const PARTS_MAX: usize = 6;

/// Reads a room or building as people write it. `None` where the text does not end in one.
///
/// Letters and digits that touch are set apart (`A1204` is `a-1204`), leading zeros go, Chinese numerals count as
/// digits. The same reading is applied to the names of places, so that both meet however either is written.
pub fn read(text: &str) -> Option<Room> {
    let folded = fold(text.trim());
    let is_part = |c: char| c.is_ascii_alphanumeric() || numeral(c).is_some() || stem(c);
    let is_room = |c: &char| is_part(*c) || NAMES.contains(c) || separates(*c);
    let chars: Vec<char> = folded.chars().collect();
    let tail = chars.iter().rev().take_while(|c| is_room(c)).count();
    let (within, room) = chars.split_at(chars.len() - tail);
    let mut parts = Vec::new();
    let mut floor = None;
    for run in room.chunk_by(|a, b| is_part(*a) == is_part(*b)) {
        if is_part(run[0]) {
            push_run(&mut parts, run);
        } else if run
            .iter()
            .find(|c| NAMES.contains(c))
            .is_some_and(floor_word)
        {
            // 12樓之4 is a house number of its own.
            floor = parts.len().checked_sub(1).filter(|_| !run.contains(&'之'));
        }
    }
    floor = drop_floor_letter(&mut parts).or(floor);
    if parts.is_empty() || parts.len() > PARTS_MAX {
        return None;
    }
    let apart = parts.join("-");
    let joined = floor.is_some_and(|floor| join_floor(&mut parts, floor));
    Some(Room {
        within: within.iter().collect::<String>().trim().to_owned(),
        key: parts.join("-"),
        apart: joined.then_some(apart),
    })
}

/// Makes one number of the floor at `floor` and of the flat behind it, where that is the last: 12樓4室 is 1204, and so
/// is 12樓1204室. False where they are none.
fn join_floor(parts: &mut Vec<String>, floor: usize) -> bool {
    let number = |part: &String| part.bytes().all(|b| b.is_ascii_digit());
    let [above, flat] = &parts[floor..] else {
        return false;
    };
    if !number(above) || !number(flat) {
        return false;
    }
    let joined = match flat.len() {
        1 | 2 => format!("{above}{flat:0>2}"),
        _ if flat.starts_with(above.as_str()) => flat.clone(),
        _ => return false,
    };
    parts.truncate(floor);
    parts.push(joined);
    true
}

/// 12樓 and 12層; 3號樓 is a building.
fn floor_word(c: &char) -> bool {
    "楼层".contains(*c)
}

/// Blanks and signs between the parts.
fn separates(c: char) -> bool {
    " -‐‑‒–—―−~#/\\.,_、。:".contains(c)
}

/// 甲座, 乙座: letters of a kind.
fn stem(c: char) -> bool {
    "甲乙丙丁戊己庚辛壬癸".contains(c)
}

/// Value of a Chinese numeral; 10 for 十.
fn numeral(c: char) -> Option<u32> {
    match c {
        '〇' => Some(0),
        _ => "零一二三四五六七八九十"
            .chars()
            .position(|n| n == c)
            .and_then(|n| u32::try_from(n).ok()),
    }
}

/// Sets letters, digits and Chinese numerals of one run apart.
fn push_run(parts: &mut Vec<String>, run: &[char]) {
    let class = |c: &char| (c.is_ascii_digit(), numeral(*c).is_some(), stem(*c));
    for piece in run.chunk_by(|a, b| class(a) == class(b)) {
        let part: String = if piece.iter().all(|c| numeral(*c).is_some()) {
            chinese_number(piece)
        } else {
            piece.iter().collect()
        };
        let part = if part.bytes().all(|b| b == b'0') {
            "0"
        } else if part.bytes().all(|b| b.is_ascii_digit()) {
            part.trim_start_matches('0')
        } else {
            &part
        };
        parts.push(part.to_owned());
    }
}

/// 一二〇四 is 1204; 十二 is 12, 二十 is 20, 二十三 is 23.
fn chinese_number(numerals: &[char]) -> String {
    let values: Vec<u32> = numerals.iter().filter_map(|c| numeral(*c)).collect();
    match values[..] {
        [10] => "10".into(),
        [10, ones] => format!("1{ones}"),
        [tens, 10] => format!("{tens}0"),
        [tens, 10, ones] => format!("{tens}{ones}"),
        _ => values.iter().map(u32::to_string).collect(),
    }
}

/// `12/F A` is floor 12, flat A; a final F is a flat. Tells where the floor's number stands.
fn drop_floor_letter(parts: &mut Vec<String>) -> Option<usize> {
    let mut floor = None;
    let mut at = 1;
    while at + 1 < parts.len() {
        let after_number = parts[at - 1].bytes().all(|b| b.is_ascii_digit());
        if parts[at] == "f" && after_number {
            parts.remove(at);
            floor = Some(at - 1);
        } else {
            at += 1;
        }
    }
    floor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        read(text).map(|room| room.key).unwrap_or_default()
    }

    #[test]
    fn one_room_however_it_is_written() {
        for text in [
            "3-1204",
            "３－１２０４",
            "3棟1204",
            "3栋1204室",
            "3 座 1204",
            "３號樓１２０４房",
            "3#1204",
            "03-1204",
            "三棟一二〇四",
            "3—1204",
            " 3/1204 ",
        ] {
            assert_eq!(key(text), "3-1204", "{text}");
        }
        for text in ["3-2-1204", "3棟2單元1204", "3栋二单元1204室"] {
            assert_eq!(key(text), "3-2-1204", "{text}");
        }
        for text in ["A座1204", "a1204", "Ａ－１２０４", "A 1204"] {
            assert_eq!(key(text), "a-1204", "{text}");
        }
        for text in ["A座12樓B室", "A-12B", "A, 12/F, B", "A座12F B"] {
            assert_eq!(key(text), "a-12-b", "{text}");
        }
        assert_eq!(key("3號12樓之1"), "3-12-1");
        assert_eq!(key("12F"), "12-f");
    }

    #[test]
    fn a_floor_and_its_flat_are_one_number() {
        for (text, joined, apart) in [
            ("12樓04", "1204", "12-4"),
            ("12楼4室", "1204", "12-4"),
            ("3棟12樓4室", "3-1204", "3-12-4"),
            ("三棟十二樓之四", "3-12-4", ""),
            ("3號樓12層04", "3-1204", "3-12-4"),
            ("A座12/F 04", "a-1204", "a-12-4"),
            ("3棟12樓1204室", "3-1204", "3-12-1204"),
            ("3棟2單元12樓15室", "3-2-1215", "3-2-12-15"),
            // A building, not a floor.
            ("3樓1204", "3-1204", ""),
            ("3號樓04", "3-4", ""),
            ("12樓", "12", ""),
            ("12樓B", "12-b", ""),
        ] {
            let room = read(text).unwrap();
            let found = (room.key.as_str(), room.apart.as_deref().unwrap_or(""));
            assert_eq!(found, (joined, apart), "{text}");
        }
    }

    #[test]
    fn buildings_by_number_letter_or_stem() {
        for (text, expected) in [
            ("１２棟", "12"),
            ("十二棟", "12"),
            ("二十棟", "20"),
            ("二十三棟", "23"),
            ("十棟", "10"),
            ("B座", "b"),
            ("甲座", "甲"),
            ("0", "0"),
        ] {
            assert_eq!(key(text), expected, "{text}");
        }
    }

    #[test]
    fn words_before_the_numbers_say_where() {
        let room = read("錦繡園3-1204").unwrap();
        assert_eq!(
            (room.within.as_str(), room.key.as_str()),
            ("锦绣园", "3-1204")
        );
        let room = read("翠湖二期 3棟1204").unwrap();
        assert_eq!(
            (room.within.as_str(), room.key.as_str()),
            ("翠湖二期", "3-1204")
        );
        let room = read("東座1204").unwrap();
        assert_eq!((room.within.as_str(), room.key.as_str()), ("东", "1204"));
    }

    #[test]
    fn what_does_not_end_in_a_room_is_none() {
        for text in ["", "B1停車場", "張小明", "--", "1-2-3-4-5-6-7"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
