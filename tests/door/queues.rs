//! What runs late is found before anyone calls, however much of it there is (R7, R37).

use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office};

/// More than anyone looks through.
const MANY: i64 = 203;

fn issued(office: &Office, otherwise: Value) -> Held {
    office.issue(&office.report("household", "燈不亮", otherwise), json!({}))
}

/// How many orders are issued and wait, and how many of them are late.
fn waiting(office: &Office) -> (Value, Value) {
    let stages = office.ok(Role::Clerk, "orders.stages", json!({}));
    let stages = stages.as_array().unwrap();
    let issued = stages.iter().find(|s| s["state"] == "issued").unwrap();
    let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
    assert_eq!(&bench["stages"], &json!(stages));
    (issued["count"].clone(), issued["late"].clone())
}

fn numbers(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row["no"].as_str().unwrap().to_owned())
        .collect()
}

/// The queue of what is late, read to its end.
fn late(office: &Office, limit: i64) -> Vec<String> {
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let input = json!({ "state": "issued", "late": true, "after": after, "limit": limit });
        let page = office.ok(Role::Clerk, "orders.queue", input);
        all.extend(numbers(&page["rows"]));
        if page["more"] == false {
            return all;
        }
        after = page["rows"].as_array().unwrap().last().unwrap()["id"].clone();
    }
}

#[test]
fn every_late_order_is_found_however_many_there_are() {
    let office = Office::new();
    let mut orders: Vec<Held> = (1..MANY).map(|_| issued(&office, json!({}))).collect();
    // The last to be entered was told of first: it is overdue the longest.
    orders.insert(
        0,
        issued(&office, json!({ "received_at": "2026-11-23 09:40" })),
    );
    let of_all = |late: i64| (json!(MANY), json!(late));
    assert_eq!(waiting(&office), of_all(1));
    office.minutes_pass(5);
    assert_eq!(waiting(&office), of_all(1), "five minutes are in time");
    office.minutes_pass(1);
    assert_eq!(waiting(&office), of_all(MANY));

    let wanted: Vec<&str> = orders.iter().map(|o| o.no.as_str()).collect();
    let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
    let shown = bench["rows_max"].as_u64().unwrap() as usize;
    assert_eq!(numbers(&bench["late"]), wanted[..=shown]);
    assert_eq!(late(&office, 60), wanted);

    // What was told of is late no longer, and leaves no gap behind.
    let told = json!({ "whom": "老王", "how": "phone" });
    office.step(Role::Clerk, &mut orders[0], "notify", told.clone());
    office.step(Role::Clerk, &mut orders[100], "notify", told);
    assert_eq!(waiting(&office), of_all(MANY - 2));
    orders.remove(100);
    orders.remove(0);
    let left: Vec<&str> = orders.iter().map(|o| o.no.as_str()).collect();
    assert_eq!(late(&office, 7), left);
}
