//! Places, residents and outside parties are kept, changed and closed.

use super::*;

#[test]
fn who_sees_a_masked_contact_cannot_save_it() {
    let o = furnished();
    let administrator = o.someone(Role::Administrator);
    let resident = o.find("sxm")[0].residents[0].clone();
    let verb = |contact| ChangeResident {
        resident: resident.id,
        version: resident.version,
        contact,
        relation: Relation::Tenant,
        active: true,
    };
    let masked = Contact {
        name: "單○明".into(),
        phones: Vec::new(),
        note: None,
    };
    let refused = o.desk.call(Some(&administrator), at(4), verb(Some(masked)));
    assert_eq!(refused.unwrap_err().code, Code::Denied);
    o.desk
        .call(Some(&administrator), at(4), verb(None))
        .unwrap();
    let after = o.find("sxm")[0].residents[0].clone();
    assert_eq!(
        (after.name, after.relation),
        (resident.name.clone(), Relation::Tenant)
    );
    let stale = o.desk.call(Some(&o.token), at(5), verb(None)).unwrap_err();
    assert_eq!(stale.code, Code::Stale);
}

#[test]
fn a_renamed_building_renames_what_is_in_it() {
    let o = furnished();
    let third = o.find("錦繡園3棟").remove(0).place;
    assert_eq!(third.label, "錦繡園 3棟");
    let rename = |version, name: &str, active| ChangePlace {
        place: third.id,
        version,
        name: name.into(),
        active,
    };
    let refused = o
        .desk
        .call(Some(&o.token), at(4), rename(1, "3棟", false))
        .unwrap_err();
    assert_eq!(
        (refused.code, refused.params["count"].as_str()),
        (Code::PlaceBusy, "4")
    );
    o.desk
        .call(Some(&o.token), at(4), rename(1, "15棟", true))
        .unwrap();
    assert_eq!(o.labels("15-1204"), ["錦繡園 15棟 1204"]);
    assert_eq!(o.labels("15-2-801"), ["錦繡園 15棟 2單元 0801室"]);
    assert_eq!(o.labels("3-1204"), ["翠湖 ３棟 1204"]);
    assert_eq!(o.labels("sxm"), ["錦繡園 15棟 1204"]);
    let stale = o
        .desk
        .call(Some(&o.token), at(5), rename(1, "16棟", true))
        .unwrap_err();
    assert_eq!(stale.code, Code::Stale);
}

#[test]
fn a_closed_place_is_not_found_and_takes_no_one() {
    let o = furnished();
    let empty = o.find("3-1205").remove(0).place;
    let change = |version, active| ChangePlace {
        place: empty.id,
        version,
        name: empty.name.clone(),
        active,
    };
    o.desk
        .call(Some(&o.token), at(4), change(1, false))
        .unwrap();
    assert!(o.labels("3-1205").is_empty());
    assert_eq!(
        o.live(empty.id, "李四", &[]).unwrap_err().code,
        Code::Invalid
    );
    o.desk.call(Some(&o.token), at(5), change(2, true)).unwrap();
    assert_eq!(o.labels("3-1205"), [&*empty.label]);
}

#[test]
fn bad_input_is_named() {
    use PlaceKind::{Building, Community, Household, Unit};
    let o = furnished();
    let third = o.find("錦繡園3棟").remove(0).place;
    let home = o.find("3-1204").remove(0).place;
    let refused = |result: Result<Place, Error>| {
        let error = result.unwrap_err();
        (error.code, error.field.unwrap_or_default())
    };
    for (result, code, field) in [
        (o.add(Some(third.id), Household, " "), Code::Missing, "name"),
        (
            o.add(Some(third.id), Household, "１２０４室"),
            Code::Duplicate,
            "name",
        ),
        (o.add(None, Community, "锦绣园"), Code::Duplicate, "name"),
        (o.add(None, Building, "4棟"), Code::Missing, "parent"),
        (
            o.add(Some(third.id), Building, "4棟"),
            Code::Invalid,
            "parent",
        ),
        (o.add(Some(home.id), Unit, "1單元"), Code::Invalid, "parent"),
        (
            o.add(Some(PlaceId(9999)), Household, "1"),
            Code::NotFound,
            "parent",
        ),
    ] {
        assert_eq!(refused(result), (code, field.to_owned()));
    }
    for (place, name, phone, code) in [
        (home.id, "", "", Code::Missing),
        (home.id, "王五", "零九一二", Code::BadPhone),
        (home.id, "單小明", "", Code::Duplicate),
        (home.id, "单小明", "", Code::Duplicate),
        (third.id, "王五", "", Code::Invalid),
        (PlaceId(9999), "王五", "", Code::NotFound),
    ] {
        assert_eq!(
            o.live(place, name, &[phone]).unwrap_err().code,
            code,
            "{name} {phone}"
        );
    }
    // Nothing half-written: the refused ones are not there.
    assert!(o.labels("王五").is_empty());
    // 商鋪1204 is another place than the room 1204.
    assert!(o.add(Some(third.id), Household, "商鋪1204").is_ok());
    assert_eq!(o.labels("3-1204")[0], home.label);
    assert_eq!(o.labels("商铺1204"), ["錦繡園 3棟 商鋪1204"]);
}

#[test]
fn the_tree_shows_the_frame_and_lists_rooms_in_order() {
    let o = furnished();
    let tree = o.desk.read(Some(&o.token), at(3), PlaceTree {}).unwrap();
    let names: Vec<&str> = tree.iter().map(|n| n.place.name.as_str()).collect();
    assert_eq!(names, ["翠湖", "錦繡園"]);
    let garden = &tree[1];
    let inside: Vec<&str> = garden
        .children
        .iter()
        .map(|n| n.place.name.as_str())
        .collect();
    assert_eq!(inside, ["3棟", "B1停車場"]);
    assert_eq!(garden.children[0].households, 2);
    assert_eq!(garden.children[0].children[0].households, 1);
    let verb = ListPlaces {
        parent: Some(garden.children[0].place.id),
    };
    let rooms = o.desk.read(Some(&o.token), at(3), verb).unwrap();
    let names: Vec<&str> = rooms.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["2單元", "1204", "1205", "3號電梯"]);
}

#[test]
fn outside_parties_are_kept() {
    let o = office();
    let add = |name: &str, phone: &str| AddParty {
        name: name.into(),
        trade: Some("電梯維保".into()),
        contact: None,
        phone: Some(phone.into()),
    };
    let party = o
        .desk
        .call(Some(&o.token), at(2), add("永大電梯", "0800-123-456"));
    let party = party.unwrap().value;
    let again = o
        .desk
        .call(Some(&o.token), at(2), add("永大電梯", ""))
        .unwrap_err();
    assert_eq!(
        (again.code, again.field.as_deref()),
        (Code::Duplicate, Some("name"))
    );
    let letters = o
        .desk
        .call(Some(&o.token), at(2), add("台電", "call me"))
        .unwrap_err();
    assert_eq!(letters.code, Code::BadPhone);
    let change = ChangeParty {
        party: party.id,
        version: party.version,
        name: party.name,
        trade: None,
        contact: Some("陳先生".into()),
        phone: None,
        active: false,
    };
    o.desk.call(Some(&o.token), at(3), change).unwrap();
    let all = o.desk.read(Some(&o.token), at(3), ListParties {}).unwrap();
    assert_eq!(
        (all.len(), all[0].active, all[0].contact.as_str()),
        (1, false, "陳先生")
    );
}
