//! Versions of the fee schedule: drafted, compared, published, searched (R18, R35).

use repair_core::office::Role;
use repair_core::{Code, Error};
use serde_json::{Value, json};

use crate::price_lists::importing;
use crate::support::Office;

/// An item at so many cents for each.
pub fn item(code: &str, name: &str, cents: i64) -> Value {
    json!({
        "code": code, "category": "household", "group": "給排水", "name": name, "also": "", "unit": "個",
        "labour": { "form": "each", "price": cents }, "minimum": null, "cap": null, "variants": [],
        "material": { "included": false, "listed": [], "market": false, "owner": true },
        "warranty_days": 90, "remarks": "",
    })
}

/// The item with these fields otherwise.
pub fn with(mut item: Value, otherwise: Value) -> Value {
    for (key, value) in otherwise.as_object().unwrap() {
        item[key] = value.clone();
    }
    item
}

/// A draft, made by the manager.
pub fn draft(office: &Office, name: &str, copy_of: Value) -> Value {
    let input = json!({ "name": name, "copy_of": copy_of });
    office.ok(Role::Manager, "fees.draft", input)
}

/// Changes a draft.
pub fn edit(office: &Office, draft: &Value, otherwise: Value) -> Result<Value, Error> {
    let input = json!({
        "schedule": draft["id"], "version": draft["version"], "name": null, "surcharges": null,
        "calendar": null, "items": [], "dropped": [],
    });
    office.call(Role::Manager, "fees.edit", with(input, otherwise))
}

/// Puts new items into a draft.
pub fn put(office: &Office, draft: &Value, items: &[Value]) -> Result<Value, Error> {
    let items: Vec<Value> = items
        .iter()
        .map(|item| json!({ "at": null, "item": item }))
        .collect();
    edit(office, draft, json!({ "items": items }))
}

/// A version as anyone sees it.
pub fn shown(office: &Office, schedule: &Value) -> Value {
    let input = json!({ "schedule": schedule });
    office.ok(Role::Clerk, "fees.show", input)
}

/// What publishing a draft takes.
pub fn publishing(office: &Office, draft: &Value, from: &str) -> Value {
    let version = &shown(office, &draft["id"])["version"];
    json!({
        "schedule": draft["id"], "version": version["schedule"]["version"], "edits": version["edits"],
        "approved_by": "業主委員會", "approval": "2026年第3次會議", "valid_from": from,
    })
}

/// A published version with these items.
pub fn published(office: &Office, name: &str, from: &str, items: &[Value]) -> Value {
    let draft = draft(office, name, Value::Null);
    put(office, &draft, items).unwrap();
    let input = publishing(office, &draft, from);
    office.ok(Role::Manager, "fees.publish", input)
}

#[test]
fn a_version_is_published_with_its_approval_and_holds_until_the_next_one_begins() {
    let office = Office::new();
    assert_eq!(shown(&office, &Value::Null), Value::Null);
    let first = draft(&office, "2026版", Value::Null);
    let publish = |input: Value| office.call(Role::Manager, "fees.publish", input);
    let empty = publish(publishing(&office, &first, "2026-01-01"));
    assert_eq!(empty.unwrap_err().code, Code::ScheduleEmpty);
    put(&office, &first, &[item("1", "更換水龍頭", 1000)]).unwrap();
    let good = publishing(&office, &first, "2026-01-01");
    for (field, bad, code) in [
        ("approved_by", " ", Code::Missing),
        ("approval", "", Code::Missing),
        ("valid_from", "", Code::Missing),
        ("valid_from", "2026-02-30", Code::Invalid),
    ] {
        let error = publish(with(good.clone(), json!({ field: bad }))).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(
        office.refused(Role::DeskSupervisor, "fees.publish", good.clone()),
        Code::Denied
    );
    let first = office.ok(Role::Manager, "fees.publish", good);
    assert_eq!(first["approved_by"], "業主委員會");
    assert_eq!(shown(&office, &Value::Null)["version"]["in_force"], true);

    let second = draft(&office, "2027版", first["id"].clone());
    let early = publish(publishing(&office, &second, "2026-01-01")).unwrap_err();
    assert_eq!(early.code, Code::ValidityOverlaps);
    assert_eq!(early.params["name"], "2026版");
    assert_eq!(early.params["from"], "2026-01-01");
    let past = publish(publishing(&office, &second, "2026-11-22")).unwrap_err();
    assert_eq!(past.code, Code::TimeTooEarly);
    let input = publishing(&office, &second, "2027-01-01");
    office.ok(Role::Manager, "fees.publish", input);

    let place = |office: &Office| {
        let all = office.ok(Role::Clerk, "fees.list", json!({}));
        let rows = all.as_array().unwrap().iter();
        rows.map(|v| {
            let name = v["schedule"]["name"].as_str().unwrap().to_owned();
            let until = v["until"].as_str().unwrap_or("-").to_owned();
            (name, until, v["in_force"].as_bool().unwrap())
        })
        .collect::<Vec<_>>()
    };
    let said = |rows: [(&str, &str, bool); 2]| {
        rows.map(|(name, until, holds)| (name.to_owned(), until.to_owned(), holds))
            .to_vec()
    };
    let newest_first = [("2027版", "-", false), ("2026版", "2026-12-31", true)];
    assert_eq!(place(&office), said(newest_first));
    office.at("2027-01-01 09:00");
    let newest_first = [("2027版", "-", true), ("2026版", "2026-12-31", false)];
    assert_eq!(place(&office), said(newest_first));
}

#[test]
fn a_published_or_dropped_version_is_never_changed() {
    let office = Office::new();
    let fixed = published(
        &office,
        "2026版",
        "2026-01-01",
        &[item("1", "更換水龍頭", 1000)],
    );
    let given_up = draft(&office, "試算", fixed["id"].clone());
    let at = |s: &Value| json!({ "schedule": s["id"], "version": s["version"] });
    let given_up = office.ok(Role::DeskSupervisor, "fees.drop", at(&given_up));
    assert_eq!(given_up["state"], "dropped");
    for version in [&fixed, &given_up] {
        let before = shown(&office, &version["id"]);
        let changed = put(&office, version, &[item("2", "更換門鎖", 1)]).unwrap_err();
        assert_eq!(changed.code, Code::ScheduleFixed);
        assert_eq!(changed.params["name"], version["name"].as_str().unwrap());
        let input = publishing(&office, version, "2027-01-01");
        assert_eq!(
            office.refused(Role::Manager, "fees.publish", input),
            Code::ScheduleFixed
        );
        assert_eq!(
            office.refused(Role::Manager, "fees.drop", at(version)),
            Code::ScheduleFixed
        );
        let (input, _) = importing(&office, version, "fees-flat.tsv");
        assert_eq!(
            office.refused(Role::Manager, "fees.import", input),
            Code::ScheduleFixed
        );
        assert_eq!(shown(&office, &version["id"]), before);
    }
}

#[test]
fn what_was_not_seen_is_not_published() {
    let office = Office::new();
    let draft = draft(&office, "2026版", Value::Null);
    put(&office, &draft, &[item("1", "更換水龍頭", 1000)]).unwrap();
    let seen = publishing(&office, &draft, "2026-01-01");
    let row = shown(&office, &draft["id"])["items"][0].clone();
    let at = json!({ "id": row["id"], "version": row["version"] });
    let dearer = json!({ "items": [{ "at": at, "item": item("1", "更換水龍頭", 9000) }] });
    edit(&office, &draft, dearer.clone()).unwrap();
    assert_eq!(
        office.refused(Role::Manager, "fees.publish", seen),
        Code::Stale
    );
    let again = edit(&office, &draft, dearer).unwrap_err();
    assert_eq!(again.code, Code::Stale, "the item was changed meanwhile");
    let name = edit(&office, &draft, json!({ "name": "2026年" })).unwrap();
    assert_eq!(name["schedule"]["name"], "2026年");
    let stale = edit(&office, &draft, json!({ "name": "另一個" })).unwrap_err();
    assert_eq!(stale.code, Code::Stale);
}

#[test]
fn a_draft_says_which_item_cannot_be_kept_and_keeps_none() {
    let office = Office::new();
    let unnamed = json!({ "name": " ", "copy_of": null });
    let error = office.call(Role::Manager, "fees.draft", unnamed);
    assert_eq!(error.unwrap_err().code, Code::Missing);
    let draft = draft(&office, "2026版", Value::Null);
    put(&office, &draft, &[item("1", "更換水龍頭", 1000)]).unwrap();
    let before = shown(&office, &draft["id"]);
    let base = || item("3", "更換門鎖", 500);
    let add = |amount: i64| json!({ "name": "高處", "change": { "change": "add", "amount": amount, "each": true } });
    use Code::{Duplicate, ItemUnsound, Missing, OutOfBounds};
    let bad = [
        (json!({ "code": "" }), Missing, "code"),
        (json!({ "code": "1" }), Duplicate, "code"),
        (json!({ "code": "2" }), Duplicate, "code"),
        (json!({ "name": " " }), Missing, "name"),
        (json!({ "name": "更換水龍頭" }), Duplicate, "name"),
        (
            json!({ "labour": { "form": "each", "price": -1 } }),
            ItemUnsound,
            "labour",
        ),
        (
            json!({ "labour": { "form": "range", "from": 2, "to": 1 } }),
            ItemUnsound,
            "labour",
        ),
        (
            json!({ "labour": { "form": "hourly", "rate": 1, "step": 0, "least": 0 } }),
            ItemUnsound,
            "labour",
        ),
        (
            json!({ "labour": { "form": "first_then", "first": 0, "price": 1, "then": 1 } }),
            ItemUnsound,
            "labour",
        ),
        (json!({ "minimum": -1 }), ItemUnsound, "minimum"),
        (json!({ "minimum": 2, "cap": 1 }), ItemUnsound, "cap"),
        (
            json!({ "variants": [add(1), add(2)] }),
            ItemUnsound,
            "variants.1",
        ),
        (json!({ "variants": [add(-1)] }), ItemUnsound, "variants.0"),
        (
            json!({ "warranty_days": 3651 }),
            OutOfBounds,
            "warranty_days",
        ),
    ];
    for (otherwise, code, field) in bad {
        let items = [
            item("2", "疏通下水道", 100),
            with(base(), otherwise.clone()),
        ];
        let error = put(&office, &draft, &items).unwrap_err();
        let field = format!("items.1.{field}");
        assert_eq!(
            (error.code, error.field),
            (code, Some(field)),
            "{otherwise}"
        );
    }
    let night = |from: &str, extra: Value| json!([{ "when": { "when": "night", "from": from, "to": "08:00:00" }, "extra": extra, "categories": ["household"] }]);
    let percent = |basis_points: u32| json!({ "extra": "percent", "basis_points": basis_points });
    let day = json!({ "day": "2026-10-10", "name": "國慶日", "holiday": true });
    for (otherwise, field) in [
        (json!({ "name": "" }), "name"),
        (
            json!({ "surcharges": night("08:00:00", percent(3000)) }),
            "surcharges.0.when",
        ),
        (
            json!({ "surcharges": night("22:00:00", percent(0)) }),
            "surcharges.0.extra",
        ),
        (
            json!({ "calendar": { "weekends": true, "days": [day, day] } }),
            "calendar.days.1.day",
        ),
    ] {
        let error = edit(&office, &draft, otherwise).unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field));
    }
    assert_eq!(shown(&office, &draft["id"]), before);
    let well = json!({ "surcharges": night("22:00:00", percent(3000)), "calendar": { "weekends": true, "days": [day] } });
    let kept = edit(&office, &draft, well).unwrap();
    assert_eq!(kept["schedule"]["surcharges"].as_array().unwrap().len(), 1);
}

#[test]
fn a_draft_is_compared_with_the_version_in_force() {
    let office = Office::new();
    let items = [
        item("1", "更換水龍頭", 1000),
        item("2", "更換門鎖", 500),
        item("3", "疏通下水道", 800),
    ];
    let first = published(&office, "2026版", "2026-01-01", &items);
    let second = draft(&office, "2027版", first["id"].clone());
    let rows = shown(&office, &second["id"])["items"].clone();
    let at = |n: usize| json!({ "id": rows[n]["id"], "version": rows[n]["version"] });
    let changes = json!({
        "items": [
            { "at": at(0), "item": item("1", "更換水龍頭", 1200) },
            { "at": at(1), "item": item("20", "更換門鎖", 500) },
            { "at": null, "item": item("4", "更換插座", 300) },
        ],
        "dropped": [at(2)],
        "calendar": { "weekends": true, "days": [] },
    });
    edit(&office, &second, changes).unwrap();
    let input = json!({ "schedule": second["id"], "against": null });
    let found = office.ok(Role::Clerk, "fees.compare", input);
    assert_eq!(found["against"]["id"], first["id"]);
    assert_eq!(
        (&found["surcharges"], &found["calendar"]),
        (&json!(false), &json!(true))
    );
    let said: Vec<(&Value, &Value)> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (&change["change"], &change["fields"]))
        .collect();
    let none = Value::Null;
    assert_eq!(
        said,
        [
            (&json!("changed"), &json!(["labour"])),
            (&json!("changed"), &json!(["code"])),
            (&json!("added"), &none),
            (&json!("dropped"), &none),
        ]
    );
    assert_eq!(found["items"][0]["before"]["labour"]["price"], 1000);
    assert_eq!(found["items"][0]["now"]["labour"]["price"], 1200);
    assert_eq!(found["items"][3]["before"]["name"], "疏通下水道");
}

#[test]
fn while_a_description_is_typed_the_items_it_may_mean_are_proposed() {
    let office = Office::new();
    let find = |text: &str| {
        let found = office.ok(
            Role::Clerk,
            "fees.candidates",
            json!({ "text": text, "locale": "zh-Hant" }),
        );
        let names = found.as_array().unwrap().iter();
        names
            .map(|row| row["item"]["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(find("水龍頭").is_empty(), "nothing is in force yet");
    let mut items = vec![item("1", "更換水龍頭", 1000), item("2", "更換門鎖", 500)];
    for n in 0..2000 {
        items.push(item(&format!("x{n}"), &format!("其他項目第{n}號"), n));
    }
    published(&office, "2026版", "2026-01-01", &items);
    assert_eq!(find("廚房水龍頭漏水想換一個"), ["更換水龍頭"]);
    assert_eq!(find("厨房水龙头漏水"), ["更換水龍頭"]);
    assert_eq!(find("ghslt"), ["更換水龍頭"]);
    assert_eq!(
        find("2"),
        ["更換門鎖", "其他項目第2號"],
        "its code before a name"
    );
    assert_eq!(find("x199").len(), 8);
    let said = |locale: &str| {
        let asked = json!({ "text": "ghslt", "locale": locale });
        let found = office.ok(Role::Clerk, "fees.candidates", asked);
        found[0]["price"].as_str().unwrap().to_owned()
    };
    let said = ["zh-Hant", "zh-Hans", "en"].map(said);
    assert!(said.iter().all(|price| price.contains("10.00")), "{said:?}");
    let priced = json!({ "items": [item("1", "更換門鎖", 500)], "locale": "zh-Hant" });
    let words = office.ok(Role::Worker, "fees.say", priced);
    assert!(
        words[0]["labour"].as_str().unwrap().contains("5.00 元"),
        "{words}"
    );
}
