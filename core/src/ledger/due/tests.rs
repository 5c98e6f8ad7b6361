use serde_json::{Value, json};

use super::*;
use crate::desk::Desk;
use crate::desk::testing::{at, desk_with_office, sign_in};
use crate::ledger::file::{self, Use};
use crate::ledger::task::Task;
use crate::ledger::verify::{Depth, verify_file};

/// Issues an order whose department is to be told within five minutes.
fn issue(desk: &Desk, token: &str) {
    let call = |verb: &str, input: Value| {
        desk.call_by_name(Some(token), at(5), verb, input).unwrap()["value"].clone()
    };
    let told = json!({
        "channel": "phone", "received_at": null, "source": "area", "place": null, "place_text": "一期中庭",
        "resident": null, "reporting_department": null, "caller": "張小梅", "relation": null,
        "phone": "0922-111-222", "phone_refused": false,
        "requests": [{
            "kind": "household", "content": "燈不亮", "urgency": "normal", "danger": "none",
            "wished_at": null, "remarks": null, "place": null,
        }],
    });
    let request = call("requests.record", told)["requests"][0].clone();
    let order = json!({
        "request": request["id"], "version": request["version"], "department": 2, "worker": null,
        "appointment": null, "fee": null, "at": null, "late": null, "paper_no": null,
    });
    call("orders.issue", order);
}

/// A desk whose clerk has issued an order.
fn desk_with_order() -> (tempfile::TempDir, Desk) {
    let (dir, desk) = desk_with_office();
    let manager = sign_in(&desk, at(0));
    let person = json!({
        "name": "同事", "phone": null, "department": 1, "roles": ["clerk"], "login": "clerk",
        "password": "a long password",
    });
    desk.call_by_name(Some(&manager), at(1), "people.add", person)
        .unwrap();
    let secret = json!({ "login": "clerk", "password": "a long password" });
    let signed_in = desk
        .call_by_name(None, at(4), "people.sign_in", secret)
        .unwrap();
    issue(&desk, signed_in["value"]["token"].as_str().unwrap());
    (dir, desk)
}

/// Does something to a copy behind the program's back, and tells what the check finds then.
fn found_after(meddle: impl FnOnce(&Connection)) -> Vec<String> {
    let (dir, desk) = desk_with_order();
    let key = desk.ledger().key().clone();
    let task = Default::default();
    let copy = desk
        .ledger()
        .back_up(dir.path(), |_| "copy.backup".into(), &task);
    let copy = copy.unwrap().path;
    let conn = file::connect(&copy, &key, Use::Make).unwrap();
    meddle(&conn);
    drop(conn);
    let report = verify_file(&copy, &key, Depth::Rows, &task).unwrap();
    let places = report.faults.into_iter().map(|fault| {
        assert_eq!(fault.kind, FaultKind::RowUntrue);
        fault.place
    });
    places.collect()
}

fn kept(conn: &Connection) -> Option<Moment> {
    conn.query_row("SELECT due_at FROM work_order", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_deadline_that_was_changed_is_named() {
    let (due, state) = ("work_order:1.due_at", "work_order:1.state");
    let cases: [(&str, &[&str]); 5] = [
        ("UPDATE work_order SET version = version", &[]),
        ("UPDATE work_order SET due_at = due_at + 1", &[due]),
        ("UPDATE work_order SET due_at = NULL", &[due]),
        ("UPDATE work_order SET state = 'voided'", &[state, due]),
        ("UPDATE work_order SET state = 'gone'", &[state, due]),
    ];
    for (change, wanted) in cases {
        let found = found_after(|conn| conn.execute_batch(change).unwrap());
        assert_eq!(found, wanted, "{change}");
    }
}

#[test]
fn a_ledger_of_before_gets_its_deadlines_when_it_is_opened() {
    let found = found_after(|conn| {
        let before = kept(conn);
        assert_eq!(before, Some(at(10)));
        conn.execute_batch("UPDATE work_order SET due_at = NULL")
            .unwrap();
        bring_up_to_date(conn, SINCE).unwrap();
        assert_eq!(kept(conn), None, "it had them already");
        bring_up_to_date(conn, SINCE - 1).unwrap();
        assert_eq!(kept(conn), before);
    });
    assert_eq!(found, [""; 0]);
}

/// Rules that hold from a moment at which an order was already issued move its deadline (R35).
#[test]
fn a_deadline_follows_the_rules_that_hold_when_its_order_was_issued() {
    let (_dir, desk) = desk_with_order();
    let manager = sign_in(&desk, at(5));
    let call = |verb: &str, input: Value| {
        let done = desk.call_by_name(Some(&manager), at(5), verb, input);
        done.unwrap()["value"].clone()
    };
    let late = |minutes: i64| {
        let bench = desk
            .call_by_name(Some(&manager), at(minutes), "desk.workbench", json!({}))
            .unwrap();
        bench["value"]["late"].as_array().unwrap().len()
    };
    assert_eq!(late(8), 0);
    let shown = call("settings.show", json!({}));
    let mut settings = shown["current"].clone();
    settings["clocks"]["notify"] = json!(2);
    let change = json!({
        "settings": settings, "based_on": shown["history"][0]["id"], "approved_by": "業主委員會",
        "reason": "更快", "valid_from": null,
    });
    call("settings.change", change);
    assert_eq!(late(8), 1);
    let report = desk
        .ledger()
        .verify(Depth::Rows, &std::sync::Arc::<Task>::default());
    assert_eq!(report.unwrap().faults, []);
}
