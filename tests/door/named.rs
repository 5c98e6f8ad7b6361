//! Records are called by their numbers, in the trail and wherever one is looked for (R36).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::json;

use crate::support::Office;

#[test]
fn a_record_is_found_by_its_number_however_it_is_typed() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let order = office.issue(&request, json!({}));
    let find = |no: &str| office.ok(Role::Clerk, "records.find", json!({ "no": no }));
    let wide: String = order
        .no
        .chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap(),
            other => other,
        })
        .collect();
    for typed in [
        order.no.clone(),
        format!("  {} ", order.no.to_lowercase()),
        format!("{}/2", order.no),
        wide,
    ] {
        let found = find(&typed);
        assert_eq!(
            found,
            json!({ "table": "work_order", "id": order.id, "no": order.no }),
            "{typed}"
        );
    }
    assert_eq!(find(&request.no)["table"], "request");
    for typed in ["", "/", "PG20991231-001", "%", "' OR 1=1 --"] {
        let code = office.refused(Role::Clerk, "records.find", json!({ "no": typed }));
        assert_eq!(code, Code::NotFound, "{typed}");
    }
    let no = json!({ "no": order.no });
    assert_eq!(
        office.refused(Role::Administrator, "records.find", no),
        Code::Denied
    );
}

#[test]
fn the_trail_calls_a_part_of_a_record_by_the_records_number() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let order = office.issue(&request, json!({}));
    office.ok(
        Role::Clerk,
        "orders.correct",
        json!({
            "order": order.id, "version": order.version, "field": "paper_no", "value": "A-0713",
            "reason": "看錯",
        }),
    );
    let acts = |subject: &str| {
        let filter = json!({ "subject": subject });
        let page = office.ok(
            Role::Manager,
            "audit.list",
            json!({ "filter": filter, "before": null, "limit": 100 }),
        );
        page["acts"].as_array().unwrap().clone()
    };
    let of_order = acts(&order.no);
    assert!(of_order.len() >= 2, "issued and corrected: {of_order:?}");
    for act in &of_order {
        assert_eq!(act["record"]["no"], order.no, "{act}");
    }
    assert_eq!(acts(&request.no)[0]["record"]["no"], request.no);
    assert_eq!(acts("PG20991231-001").len(), 0);
    // Of all that the acts wrote, steps, copies and corrections too, nothing is called by its row.
    for act in of_order {
        let shown = office.ok(Role::Manager, "audit.show", json!({ "id": act["id"] }));
        for change in shown["changes"].as_array().unwrap() {
            let no = change["record"]["no"].as_str();
            assert!(
                [Some(&*order.no), Some(&*request.no)].contains(&no),
                "{change}"
            );
        }
    }
}
