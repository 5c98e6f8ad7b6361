//! A household is found however it is asked for.

use super::*;

#[test]
fn finds_a_household_however_it_is_asked_for() {
    let o = furnished();
    let garden = "錦繡園 3棟 1204";
    for (text, first, by) in [
        ("3-1204", garden, FoundBy::Room),
        ("３棟１２０４", garden, FoundBy::Room),
        ("三棟1204室", garden, FoundBy::Room),
        ("31204", garden, FoundBy::Room),
        ("1204", garden, FoundBy::Room),
        ("錦繡園3-1204", garden, FoundBy::Room),
        ("翠湖3-1204", "翠湖 ３棟 1204", FoundBy::Room),
        ("張卫国 1204", "翠湖 ３棟 1204", FoundBy::Room),
        ("3-2-801", "錦繡園 3棟 2單元 0801室", FoundBy::Room),
        ("3-801", "錦繡園 3棟 2單元 0801室", FoundBy::Room),
        ("a12b", "翠湖 A座 12樓B", FoundBy::Room),
        ("3-12", garden, FoundBy::Room),
        ("5678", garden, FoundBy::Phone),
        ("678", garden, FoundBy::Phone),
        ("0912345678", garden, FoundBy::Phone),
        ("+886 912-345-678", garden, FoundBy::Phone),
        ("0223456789", garden, FoundBy::Phone),
        ("單小明", garden, FoundBy::Name),
        ("单小", garden, FoundBy::Name),
        ("小明", garden, FoundBy::Name),
        ("美玲", garden, FoundBy::Name),
        ("张卫", "翠湖 ３棟 1204", FoundBy::Name),
        ("sxm", garden, FoundBy::Initials),
        ("zml", garden, FoundBy::Initials),
        ("ＳＸＭ", garden, FoundBy::Initials),
        ("oyl", "錦繡園 3棟 2單元 0801室", FoundBy::Initials),
        ("oyy", "錦繡園 3棟 2單元 0801室", FoundBy::Initials),
        ("mc", "翠湖 A座 12樓B", FoundBy::Initials),
        ("mary chan", "翠湖 A座 12樓B", FoundBy::Name),
        ("chan", "翠湖 A座 12樓B", FoundBy::Name),
        ("b1停车场", "錦繡園 B1停車場", FoundBy::Name),
        ("停車場", "錦繡園 B1停車場", FoundBy::Name),
        ("3棟3號電梯", "錦繡園 3棟 3號電梯", FoundBy::Name),
        ("翠湖", "翠湖", FoundBy::Name),
    ] {
        let found = o.find(text);
        let Some(hit) = found.first() else {
            panic!("{text}: nothing")
        };
        assert_eq!((hit.place.label.as_str(), hit.by), (first, by), "{text}");
    }
    for nothing in [
        "",
        "  ",
        "9-9999",
        "zzz",
        "無此人",
        "dxm",
        "345 6780",
        "%",
        "'",
    ] {
        let found = o.labels(nothing);
        assert!(found.is_empty(), "{nothing}: {found:?}");
    }
}

#[test]
fn an_answer_holds_the_household_with_its_residents_and_each_place_once() {
    let o = furnished();
    let found = o.find("3-1204");
    let labels: Vec<&str> = found.iter().map(|f| f.place.label.as_str()).collect();
    assert_eq!(labels, ["錦繡園 3棟 1204", "翠湖 ３棟 1204"]);
    let names: Vec<&str> = found[0].residents.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, ["單小明", "曾美玲"]);
    assert_eq!(
        found[0].residents[0].phones,
        ["0912-345 678", "(02)2345-6789#12"]
    );
    assert_eq!(found[0].resident, None);
    assert_eq!(found[0].open_requests, Some(0));
    let by_phone = o.find("345678");
    assert_eq!(by_phone[0].resident, Some(by_phone[0].residents[0].id));
}

#[test]
fn without_the_right_contacts_are_masked_and_phones_find_no_one() {
    let o = furnished();
    let cashier = o.someone(Role::Cashier);
    let found = o.find_as(&cashier, "3-1204", 20);
    let resident = &found[0].residents[0];
    assert_eq!(
        (
            resident.name.as_str(),
            resident.phones[0].as_str(),
            resident.note.as_str()
        ),
        ("單○明", "09•••••678", "")
    );
    assert!(resident.masked);
    for contact in ["345678", "單小明", "sxm", "單小明 1204"] {
        assert!(o.find_as(&cashier, contact, 20).is_empty(), "{contact}");
    }
    let shown = o
        .desk
        .read(
            Some(&cashier),
            at(3),
            ShowPlace {
                place: found[0].place.id,
            },
        )
        .unwrap();
    assert_eq!(shown.residents[0].name, "單○明");
    let worker = o.someone(Role::Worker);
    let refused = o.desk.read(Some(&worker), at(3), PlaceTree {}).unwrap_err();
    assert_eq!(refused.code, Code::Denied);
}

#[test]
fn changes_are_found_at_once_and_what_is_closed_is_not() {
    let o = furnished();
    let found = o.find("sxm").remove(0);
    let resident = found.residents[0].clone();
    let change = |version, name: &str, active| ChangeResident {
        resident: resident.id,
        version,
        contact: Some(Contact {
            name: name.into(),
            phones: vec!["0955-777-888".into()],
            note: None,
        }),
        relation: Relation::Owner,
        active,
    };
    o.desk
        .call(Some(&o.token), at(4), change(1, "單大偉", true))
        .unwrap();
    assert!(o.labels("5678").is_empty());
    assert!(o.labels("單小明").is_empty());
    assert_eq!(o.labels("777888"), [&*found.place.label]);
    assert_eq!(o.labels("sdw"), [&*found.place.label]);
    o.desk
        .call(Some(&o.token), at(5), change(2, "單大偉", false))
        .unwrap();
    assert!(o.labels("sdw").is_empty());
    assert_eq!(o.find("3-1204")[0].residents.len(), 1);
}
