//! What is searched for: each number of a caller with several, and never more than a line.

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::Office;

fn found(office: &Office, role: Role, text: &str) -> usize {
    let input = json!({ "filter": { "text": text }, "before": null, "limit": 10 });
    let page = office.ok(role, "requests.list", input);
    page["rows"].as_array().unwrap().len()
}

#[test]
fn a_caller_with_several_numbers_is_found_by_each() {
    let office = Office::new();
    for (typed, kept) in [
        (
            "0922-111-222、（０２）2736-1000",
            "0922-111-222 / (02)2736-1000",
        ),
        ("0922111222 0227361000", "0922111222 / 0227361000"),
        (
            "0922-111-222;0227361000\n0922-111-222",
            "0922-111-222 / 0227361000",
        ),
    ] {
        let office = Office::new();
        let request = office.report("household", "燈不亮", json!({ "phone": typed }));
        let shown = &office.request(&request)["request"];
        assert_eq!(shown["phone"], kept);
        for number in ["0922111222", "0227361000", "1222", "27361000"] {
            assert_eq!(found(&office, Role::Clerk, number), 1, "{typed}: {number}");
        }
        // No number begins in one and ends in the other.
        assert_eq!(found(&office, Role::Clerk, "2220227"), 0, "{typed}");
    }
    let request = office.report("household", "燈不亮", json!({}));
    let correct = json!({
        "request": request.id, "version": request.version, "field": "phone",
        "value": "0933-000-111 或 0944-000-222", "reason": "另有一支",
    });
    office.ok(Role::Clerk, "requests.correct", correct);
    for number in ["0933000111", "0944000222"] {
        assert_eq!(found(&office, Role::Clerk, number), 1, "{number}");
    }
    assert_eq!(found(&office, Role::Clerk, "0922111222"), 0);
    let page = office.ok(
        Role::Cashier,
        "requests.list",
        json!({ "filter": {}, "before": null, "limit": 9 }),
    );
    assert_eq!(page["rows"][0]["phone"], "09•••••111 / 09•••••222");
    for (phone, code) in [
        ("0912-345-678、沒有", Code::BadPhone),
        ("0912-345-678、12", Code::BadPhone),
        (&"0912-345-678、".repeat(100_000), Code::TooLong),
    ] {
        let call = office.call_in("household", "燈不亮", json!({ "phone": phone }));
        let refused = office
            .call(Role::Clerk, "requests.record", call)
            .unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (code, Some("phone"))
        );
    }
}

/// A megabyte pasted into a field of searches is told at once, whatever is searched.
#[test]
fn a_line_is_enough_to_search_by() {
    let office = Office::new();
    office.report("household", "燈不亮", json!({}));
    let text = "燈1".repeat(1 << 18);
    let filter = json!({ "text": text });
    let listed = json!({ "filter": filter, "before": null, "limit": 10 });
    let searches: &[(&str, &str, Value)] = &[
        ("places.find", "text", json!({ "text": text, "limit": 12 })),
        ("requests.list", "text", listed.clone()),
        ("orders.list", "text", listed),
        ("records.find", "no", json!({ "no": text })),
        (
            "fees.candidates",
            "text",
            json!({ "text": text, "order": null, "at": null, "locale": "zh-Hant" }),
        ),
    ];
    for (verb, field, input) in searches {
        let refused = office
            .call(Role::DeskSupervisor, verb, input.clone())
            .unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::TooLong, Some(*field)),
            "{verb}"
        );
    }
    for register in ["orders", "requests"] {
        let file = json!({
            "register": register, "filter": filter, "format": "csv", "locale": "zh-Hant",
        });
        let refused = office
            .call(Role::Manager, "registers.export", file)
            .unwrap_err();
        assert_eq!(refused.code, Code::TooLong, "{register}");
    }
    // A line is searched for as before.
    assert_eq!(
        found(&office, Role::Clerk, &format!("燈{}", " ".repeat(500))),
        1
    );
}
