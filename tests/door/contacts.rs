//! Who has no right to residents' contacts sees them masked and finds nobody by them (R39).

use repair_core::access::Role;
use serde_json::{Value, json};

use crate::support::Office;

#[test]
fn who_has_no_right_to_contacts_sees_them_masked() {
    let office = Office::new();
    let order = office.confirmed("household");
    let open = office.order(&order);
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
    ] {
        let seen = of(role, verb, input);
        for hidden in ["張小梅", "0922-111-222", "0922111222"] {
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
