//! Who has no right to residents' contacts sees them masked and finds nobody by them (R39).

use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::Office;

#[test]
fn who_has_no_right_to_contacts_sees_them_masked() {
    let office = Office::new();
    let order = office.confirmed("household");
    let open = office.order(&order);
    let mut version = open["request"]["version"].clone();
    for (field, value) in [
        ("phone", "0933-444-555"),
        ("caller", "張小美"),
        ("phone", "0922-111-222"),
        ("caller", "張小梅"),
    ] {
        let correct = json!({
            "request": open["request"]["id"], "version": version, "field": field, "value": value,
            "reason": "聽錯",
        });
        version = office.ok(Role::Clerk, "requests.correct", correct)["version"].clone();
    }
    let mut answered = office.report("household", "鑰匙問題", json!({}));
    let answer = json!({ "answer": "明早來領", "whom": "張小美" });
    office.handle(&mut answered, "answer", answer);
    let mut withdrawn = office.accepted("household");
    let facts = json!({ "whom": "張小美", "reason": "自行修好", "copies_back": [] });
    office.step(Role::Clerk, &mut withdrawn, "withdraw", facts);
    assert_eq!(office.order(&withdrawn)["request"]["told_whom"], "張小美");
    let (withdrawn, answered) = (
        json!({ "order": withdrawn.id }),
        json!({ "request": answered.id }),
    );
    assert_eq!(open["request"]["caller"], "張小梅");
    let of = |role, verb: &str, input: Value| office.ok(role, verb, input).to_string();
    let page = json!({ "before": null, "limit": 10 });
    let order = json!({ "order": order.id });
    let form =
        json!({ "order": order["order"], "locale": "zh-Hant", "profile": "a4", "copies": [] });
    for (role, verb, input) in [
        (Role::Worker, "orders.show", order.clone()),
        (Role::Worker, "orders.list", page.clone()),
        (Role::Worker, "orders.form", form),
        (Role::Worker, "desk.workbench", json!({})),
        (Role::Cashier, "requests.list", page),
        (
            Role::Cashier,
            "requests.show",
            json!({ "request": open["request"]["id"] }),
        ),
        (Role::WaterPowerEngineer, "desk.workbench", json!({})),
        (Role::Worker, "orders.show", withdrawn),
        (Role::Cashier, "requests.show", answered),
    ] {
        let seen = of(role, verb, input);
        for hidden in [
            "張小梅",
            "張小美",
            "0922-111-222",
            "0922111222",
            "0933-444-555",
        ] {
            assert!(!seen.contains(hidden), "{verb} shows {hidden} to {role:?}");
        }
    }
}

#[test]
fn who_sees_contacts_masked_finds_nobody_by_phone_or_name() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    office.issue(&request, json!({}));
    let found = |role, verb: &str, text: &str| {
        let input = json!({ "filter": { "text": text }, "before": null, "limit": 10 });
        let page = office.ok(role, verb, input);
        page["rows"].as_array().unwrap().len()
    };
    for (role, verb) in [
        (Role::Cashier, "requests.list"),
        (Role::Worker, "orders.list"),
    ] {
        for contact in ["0922", "小梅"] {
            assert_eq!(found(Role::Clerk, verb, contact), 1, "{verb} {contact}");
            assert_eq!(found(role, verb, contact), 0, "{verb} {contact}");
        }
        for (words, what) in [
            ("燈", "content"),
            ("中庭", "place"),
            ("20261123-001", "number"),
        ] {
            assert_eq!(found(role, verb, words), 1, "{verb} by {what}");
        }
    }
}
