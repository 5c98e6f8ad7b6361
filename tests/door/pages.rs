//! Registers page by page for those who see contacts masked: pages are full, and none of them is taken for the last.

use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::Office;

/// The contents of a page and whether more follow.
fn page(office: &Office, role: Role, verb: &str, before: Value) -> (Vec<(i64, String)>, bool) {
    let input = json!({ "filter": { "text": "梅" }, "before": before, "limit": 2 });
    let page = office.ok(role, verb, input);
    let rows = page["rows"].as_array().unwrap().iter();
    let rows = rows.map(|row| {
        let content = row["content"].as_str().unwrap().to_owned();
        (row["id"].as_i64().unwrap(), content)
    });
    (rows.collect(), page["more"].as_bool().unwrap())
}

#[test]
fn pages_are_full_for_those_who_find_nobody_by_name() {
    let office = Office::new();
    let report = |content: &str| {
        let request = office.report("household", content, json!({}));
        office.issue(&request, json!({}));
    };
    for content in ["梅花一", "梅花二", "梅花三"] {
        report(content);
    }
    // These are found by 梅 only because 張小梅 called.
    for _ in 0..12 {
        report("燈不亮");
    }
    for (role, verb) in [
        (Role::Cashier, "requests.list"),
        (Role::Worker, "orders.list"),
    ] {
        let (first, more) = page(&office, role, verb, Value::Null);
        let contents: Vec<&str> = first.iter().map(|(_, c)| c.as_str()).collect();
        assert_eq!(contents, ["梅花三", "梅花二"], "{verb}");
        assert!(more, "{verb}");
        let (last, more) = page(&office, role, verb, json!(first[1].0));
        assert_eq!(last[0].1, "梅花一", "{verb}");
        assert!(!more && last.len() == 1, "{verb}");
        let (all, more) = page(&office, Role::Clerk, verb, Value::Null);
        assert!(more && all[0].1 == "燈不亮", "{verb}");
    }
}
