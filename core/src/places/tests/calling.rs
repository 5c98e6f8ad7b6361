//! Residents and areas are found by what a caller says: in pinyin, with a title, by ear, in words and numbers.

use super::*;

/// What finds `label` first, and by what.
fn finds(o: &Office, cases: &[(&str, &str, FoundBy)]) {
    for (text, label, by) in cases {
        let found = o.find(text);
        let Some(hit) = found.first() else {
            panic!("{text}: nothing")
        };
        assert_eq!((hit.place.label.as_str(), hit.by), (*label, *by), "{text}");
    }
}

fn finds_nothing(o: &Office, texts: &[&str]) {
    for text in texts {
        let found = o.labels(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn whole_pinyin_finds_a_name_with_blanks_and_without() {
    use FoundBy::{Name, Pinyin};
    let o = furnished();
    let (garden, unit, lake) = (
        "錦繡園 3棟 1204",
        "錦繡園 3棟 2單元 0801室",
        "翠湖 ３棟 1204",
    );
    finds(
        &o,
        &[
            ("shanxiaoming", garden, Pinyin),
            ("shan xiao ming", garden, Pinyin),
            ("Shan Xiao-Ming", garden, Pinyin),
            ("shàn xiǎo míng", garden, Pinyin),
            ("shanxiao", garden, Pinyin),
            ("xiaoming", garden, Pinyin),
            // A rare surname as it is often misread.
            ("danxiaoming", garden, Pinyin),
            ("zengmeiling", garden, Pinyin),
            // Every reading of a given name.
            ("ouyangle", unit, Pinyin),
            ("ouyangyue", unit, Pinyin),
            ("zhangweiguo", lake, Pinyin),
            ("dianti", "錦繡園 3棟 3號電梯", Pinyin),
            ("tingchechang", "錦繡園 B1停車場", Pinyin),
            ("mary", "翠湖 A座 12樓B", Name),
        ],
    );
    finds_nothing(&o, &["shanxiaomin g g", "xiaomingshan", "ming"]);
    let home = o.find("翠湖3-1204").remove(0).place;
    o.live(home.id, "呂娜", &[]).unwrap();
    for typed in ["lvna", "luna", "lyuna", "lü na"] {
        finds(&o, &[(typed, lake, Pinyin)]);
    }
}

#[test]
fn a_surname_with_a_title_finds_the_family() {
    use FoundBy::{Name, Room};
    let o = furnished();
    let (garden, unit) = ("錦繡園 3棟 1204", "錦繡園 3棟 2單元 0801室");
    finds(
        &o,
        &[
            ("單先生", garden, Name),
            ("单小姐", garden, Name),
            ("單太太", garden, Name),
            ("單小明先生", garden, Name),
            ("小明哥", garden, Name),
            ("曾女士", garden, Name),
            ("歐陽太太", unit, Name),
            ("Ms. Chan", "翠湖 A座 12樓B", Name),
            ("mrs chan", "翠湖 A座 12樓B", Name),
            ("單先生 1204", garden, Room),
            ("張小姐1204", "翠湖 ３棟 1204", Room),
        ],
    );
    // The family 歐陽 is not 歐, and nobody's given name is a surname.
    finds_nothing(&o, &["歐先生", "玲小姐", "國太太", "先生", "太太"]);
    let found = o.find("曾小姐 1204").remove(0);
    let named = found
        .residents
        .iter()
        .find(|r| Some(r.id) == found.resident);
    assert_eq!(named.map(|r| r.name.as_str()), Some("曾美玲"));
}

#[test]
fn who_is_not_found_as_written_is_found_by_ear() {
    use FoundBy::{Name, Sound};
    let o = furnished();
    let (garden, unit, lake) = (
        "錦繡園 3棟 1204",
        "錦繡園 3棟 2單元 0801室",
        "翠湖 ３棟 1204",
    );
    finds(
        &o,
        &[
            ("山小明", garden, Sound),
            ("丹曉鳴", garden, Sound),
            ("曉鳴", garden, Sound),
            ("山先生", garden, Sound),
            ("增美玲", garden, Sound),
            ("歐洋悅", unit, Sound),
            ("章為國", lake, Sound),
            ("章偉國 1204", lake, Sound),
        ],
    );
    // What is written so comes alone, and a name is heard whole.
    o.live(o.find("3-1205")[0].place.id, "山小明", &[]).unwrap();
    finds(&o, &[("山小明", "錦繡園 3棟 1205", Name)]);
    assert_eq!(o.labels("山小明").len(), 1);
    finds_nothing(&o, &["商小明", "名", "小明山", "章偉國 1205", "洋先生"]);
    let cashier = o.someone(Role::Cashier);
    for contact in [
        "丹曉鳴",
        "danxiaoming",
        "單先生",
        "單先生 1204",
        "章偉國 1204",
    ] {
        assert!(o.find_as(&cashier, contact, 20).is_empty(), "{contact}");
    }
}

#[test]
fn a_flat_is_found_by_floor_and_with_or_without_its_unit() {
    use FoundBy::Room;
    let o = furnished();
    let garden = "錦繡園 3棟 1204";
    finds(
        &o,
        &[
            ("12樓04", garden, Room),
            ("12樓4室", garden, Room),
            ("3棟12樓4室", garden, Room),
            ("錦繡園3棟12樓04", garden, Room),
            ("單先生 12樓04", garden, Room),
            ("3-12-04", garden, Room),
            ("3-1-1204", garden, Room),
            ("3棟1單元1204室", garden, Room),
            ("8樓1室", "錦繡園 3棟 2單元 0801室", Room),
            ("3-2-801", "錦繡園 3棟 2單元 0801室", Room),
            ("3棟2單元8樓01", "錦繡園 3棟 2單元 0801室", Room),
        ],
    );
    // Another unit has another 801.
    finds_nothing(&o, &["3-1-801", "3-1-9999", "4-1-1204"]);
    // Houses that number by floor and flat are found the other way round.
    let third = o.find("錦繡園3棟").remove(0).place;
    let add = |parent, kind, name: &str| o.add(Some(parent), kind, name).unwrap();
    add(third.id, PlaceKind::Household, "15樓02室");
    let floor = add(third.id, PlaceKind::Unit, "16樓");
    add(floor.id, PlaceKind::Household, "3");
    for text in ["3-1502", "1502", "3-15-2", "3棟15樓2室", "31502"] {
        finds(&o, &[(text, "錦繡園 3棟 15樓02室", Room)]);
    }
    for text in ["3-1603", "1603", "3-16-3", "16樓3室"] {
        finds(&o, &[(text, "錦繡園 3棟 16樓 3", Room)]);
    }
    let again = o.add(Some(third.id), PlaceKind::Household, "1502");
    assert_eq!(again.unwrap_err().code, Code::Duplicate);
}

#[test]
fn an_area_is_found_by_words_of_its_name_in_order() {
    use FoundBy::Name;
    let o = furnished();
    let garden = o.find("錦繡園").remove(0).place;
    for area in ["地下一層停車場", "13號樓大門", "3號樓大門"] {
        o.add(Some(garden.id), PlaceKind::PublicArea, area).unwrap();
    }
    finds(
        &o,
        &[
            ("地下停車場", "錦繡園 地下一層停車場", Name),
            ("地下 停车场", "錦繡園 地下一層停車場", Name),
            ("錦繡園停車場", "錦繡園 B1停車場", Name),
            ("3棟電梯", "錦繡園 3棟 3號電梯", Name),
            ("3號大門", "錦繡園 3號樓大門", Name),
            ("錦繡園13號門", "錦繡園 13號樓大門", Name),
        ],
    );
    assert_eq!(o.labels("3號大門"), ["錦繡園 3號樓大門"]);
    finds_nothing(&o, &["停車場地下", "地下_停車場", "地下%"]);
}

#[test]
fn a_search_of_a_megabyte_is_refused_at_once() {
    let o = furnished();
    for text in ["3", "單", "a", "lu", "先生"] {
        let verb = FindPlaces {
            text: text.repeat(1 << 20),
            limit: 20,
        };
        let refused = o.desk.read(Some(&o.token), at(3), verb).unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::TooLong, Some("text")),
            "{text}"
        );
        assert!(o.find(&text.repeat(200 / text.chars().count())).len() <= 20);
    }
}

#[test]
fn several_phones_in_one_entry_are_each_found() {
    let o = furnished();
    let home = o.find("3-1205").remove(0).place;
    o.live(
        home.id,
        "方素貞",
        &["0955-111-222、(02)8765-4321", "0955-111-222"],
    )
    .unwrap();
    for phone in ["0955111222", "87654321", "4321"] {
        assert_eq!(o.labels(phone), ["錦繡園 3棟 1205"], "{phone}");
    }
    assert_eq!(
        o.find("方素貞")[0].residents[0].phones,
        ["0955-111-222", "(02)8765-4321"]
    );
}

/// A schema step empties the index when keys are made otherwise; who opens the ledger next has it whole.
#[test]
fn an_index_that_was_emptied_is_made_anew() {
    let o = furnished();
    let texts = [
        "3-1204",
        "shanxiaoming",
        "山小明",
        "5678",
        "3棟電梯",
        "錦繡園",
    ];
    let before = texts.map(|text| o.labels(text));
    assert!(before.iter().all(|found| !found.is_empty()));
    o.desk.ledger().empty_place_keys().unwrap();
    assert!(texts.iter().all(|text| o.labels(text).is_empty()));
    o.desk
        .ledger()
        .fill_place_keys(crate::places::keys::all)
        .unwrap();
    assert_eq!(texts.map(|text| o.labels(text)), before);
}
