//! The head of the chain on paper, and that paper held against the ledger again (R36).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::prints::said;
use crate::support::Office;

fn looked_for(office: &Office, head: &str) -> Result<Value, repair_core::Error> {
    let input = json!({ "depth": "chain", "head": head });
    office.call(Role::Manager, "backup.check_ledger", input)
}

/// The sixty-four digits behind the words for them.
fn printed_head(paper: &str) -> String {
    let behind = paper.split("臺賬校驗碼").nth(1).unwrap();
    behind.chars().take(64).collect()
}

#[test]
fn a_printed_head_is_found_again_in_the_ledger_it_was_printed_from() {
    let office = Office::new();
    office.report("household", "燈不亮", json!({}));
    let register =
        json!({ "register": "requests", "filter": {}, "locale": "zh-Hant", "printer": "Laser" });
    let register = said(office.ok(Role::Clerk, "registers.print", register));
    let sheet = json!({ "day": null, "format": "pdf", "locale": "zh-Hant" });
    let sheet = said(office.ok(Role::Clerk, "desk.export_day_end", sheet));
    let newest = json!({ "filter": {}, "before": null, "limit": 500 });
    let newest = office.ok(Role::Manager, "audit.list", newest);
    for (paper, next) in [
        (register, "registers.print"),
        (sheet, "desk.export_day_end"),
    ] {
        let head = printed_head(&paper);
        let report = looked_for(&office, &head).unwrap();
        assert_eq!(report["sought"]["is"], "here", "{report}");
        let act = report["sought"]["act"].as_i64().unwrap();
        assert!(paper.contains(&format!("（第{act}筆操作）")), "{paper}");
        // The print itself is the first act behind the head that stands on it.
        let acts = newest["acts"].as_array().unwrap();
        let of = |id: i64| acts.iter().find(|a| a["id"] == id).unwrap();
        assert_eq!(of(act)["hash"], head);
        assert_eq!(of(act + 1)["verb"], next);
        let verbs = report["sought"]["verbs"].as_array().unwrap();
        assert!(verbs.iter().any(|count| count["verb"] == next));
    }
    let found = json!({ "filter": { "verb": "backup.check_ledger" }, "before": null, "limit": 1 });
    let found = office.ok(Role::Manager, "audit.list", found)["acts"][0]["id"].clone();
    let shown = office.ok(Role::Manager, "audit.show", json!({ "id": found }));
    let notes = shown["notes"].as_array().unwrap();
    let noted = |name: &str| notes.iter().find(|n| n["name"] == name).unwrap()["value"].clone();
    assert_eq!(noted("found"), "true", "that it was looked for is recorded");
}

#[test]
fn what_is_no_head_and_the_head_of_another_ledger_are_told_apart() {
    let office = Office::new();
    for bad in ["", "PG20261123-004", "9f2c4a1b", &"9".repeat(1_000_000)] {
        let error = looked_for(&office, bad).unwrap_err();
        assert_eq!(error.code, Code::NotAHead, "{:.20}", bad);
        assert_eq!(error.field.as_deref(), Some("head"));
    }
    let other = format!("RD-00000000-3-{}", "ab".repeat(32));
    let report = looked_for(&office, &other).unwrap();
    assert_eq!(
        report["sought"],
        json!({ "is": "foreign", "ledger": "00000000" })
    );
    assert_eq!(report["fault_count"], 0, "the ledger itself is sound");
    let unknown = looked_for(&office, &"ab".repeat(32)).unwrap();
    assert_eq!(unknown["sought"], json!({ "is": "unknown" }));
    let denied = json!({ "depth": "chain", "head": "ab".repeat(32) });
    assert_eq!(
        office.refused(Role::Clerk, "backup.check_ledger", denied),
        Code::Denied
    );
}
