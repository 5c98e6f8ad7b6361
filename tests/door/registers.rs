//! Registers: what is found in them, page by page, and what those may not see who have no right to contacts (R2, R39).

use repair_core::access::Role;
use serde_json::{Value, json};

use crate::support::Office;

#[test]
fn registers_find_an_order_by_its_number_and_by_several_words() {
    let office = Office::new();
    let orders: Vec<_> = ["燈不亮", "水管漏水"]
        .into_iter()
        .map(|content| office.issue(&office.report("household", content, json!({})), json!({})))
        .collect();
    let found = |verb: &str, text: &str| -> Vec<Value> {
        let input = json!({ "filter": { "text": text }, "before": null, "limit": 10 });
        let page = office.ok(Role::Clerk, verb, input);
        page["rows"].as_array().unwrap().clone()
    };
    let no = office.order(&orders[1])["order"]["no"].clone();
    let no = no.as_str().unwrap();
    for typed in [no, &no.to_lowercase(), "漏水 中庭", "小梅　水管"] {
        let rows = found("orders.list", typed);
        assert_eq!(rows.len(), 1, "{typed}");
        assert_eq!(rows[0]["order"]["no"], no, "{typed}");
        assert_eq!(found("requests.list", typed).len(), 1, "{typed}");
    }
    assert_eq!(found("orders.list", "漏水 燈").len(), 0);
}

#[test]
fn a_register_is_read_page_by_page_without_gap_or_repetition() {
    let office = Office::new();
    for n in 0..7 {
        let request = office.report("household", &format!("燈不亮 {n}"), json!({}));
        office.issue(&request, json!({}));
    }
    let day = json!({ "from": "2026-11-22T16:00:00Z", "to": "2026-11-23T16:00:00Z" });
    for filter in [json!({}), json!({ "text": "燈" }), day] {
        for (verb, id) in [("orders.list", "/order/id"), ("requests.list", "/id")] {
            let (mut seen, mut before) = (Vec::new(), Value::Null);
            loop {
                let input = json!({ "filter": filter, "before": before, "limit": 3 });
                let page = office.ok(Role::Clerk, verb, input);
                for row in page["rows"].as_array().unwrap() {
                    before = row.pointer(id).unwrap().clone();
                    seen.push(before.as_i64().unwrap());
                }
                if page["more"] == false {
                    break;
                }
            }
            assert_eq!(seen, [7, 6, 5, 4, 3, 2, 1], "{verb} {filter}");
        }
    }
}

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
