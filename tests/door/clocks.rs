//! Deadlines and lateness (R7, R8, R9, R14, R37).

use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office};

fn clock(office: &Office, order: &Held, kind: &str) -> Value {
    let shown = office.order(order);
    let clocks = shown["clocks"].as_array().unwrap();
    let found = clocks.iter().find(|c| c["kind"] == kind);
    found.cloned().unwrap_or(Value::Null)
}

fn notify(whom: &str) -> Value {
    json!({ "whom": whom, "how": "phone" })
}

#[test]
fn the_department_is_notified_within_five_minutes_of_intake() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    office.minutes_pass(4);
    let mut order = office.issue(&request, json!({}));
    assert_eq!(clock(&office, &order, "notify")["state"], "running");
    office.minutes_pass(1);
    office.step(Role::Clerk, &mut order, "notify", notify("老王"));
    assert_eq!(clock(&office, &order, "notify")["state"], "met");
    let shown = office.order(&order);
    assert_eq!(shown["order"]["notified_whom"], "老王");
    assert_eq!(shown["order"]["notified_how"], "phone");
    office.minutes_pass(60);
    assert_eq!(
        clock(&office, &order, "notify")["state"],
        "met",
        "the clock stopped there"
    );
}

#[test]
fn a_late_step_asks_for_its_reason_and_never_blocks() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.minutes_pass(9);
    let value = office.try_step(Role::Clerk, &mut order, "notify", notify("老王"));
    assert_eq!(value.unwrap()["ask_late"]["late_by"], 4 * 60);
    assert_eq!(clock(&office, &order, "notify")["late_by"], 4 * 60);
    let open = || {
        let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
        bench["unexplained"].as_array().unwrap().clone()
    };
    let unexplained = open();
    assert_eq!(unexplained.len(), 1);
    let late = json!({ "reason": "desk_busy", "note": "同時來了三通電話" });
    let explain = json!({ "step": unexplained[0]["step"]["id"], "late": late });
    office.ok(Role::Clerk, "orders.explain_late", explain);
    assert_eq!(open().len(), 0);
}

#[test]
fn a_public_facility_order_is_written_within_three_minutes() {
    let office = Office::new();
    for (minutes, state) in [(3, "met"), (4, "late")] {
        let request = office.report("public", "路燈不亮", json!({}));
        office.minutes_pass(minutes);
        let order = office.issue(&request, json!({}));
        assert_eq!(
            clock(&office, &order, "write")["state"],
            state,
            "{minutes} minutes"
        );
    }
    let request = office.report("household", "燈不亮", json!({}));
    let order = office.issue(&request, json!({}));
    assert_eq!(clock(&office, &order, "write"), Value::Null);
}

#[test]
fn arrival_is_due_a_quarter_hour_after_signing_or_before_the_appointment() {
    let office = Office::new();
    let order = office.accepted("household");
    assert_eq!(
        clock(&office, &order, "arrive")["due_at"],
        office.now().plus_minutes(15).to_string()
    );
    let request = office.report("household", "換燈", json!({}));
    let mut order = office.issue(&request, json!({ "appointment": "2026-11-23 15:00" }));
    let worker = office.person(Role::Worker);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": worker }),
    );
    assert_eq!(
        clock(&office, &order, "arrive")["due_at"],
        "2026-11-23T06:55:00Z"
    );
    office.at("2026-11-23 14:56");
    let value = office.try_step(Role::Clerk, &mut order, "arrive", json!({}));
    assert_eq!(value.unwrap()["ask_late"]["late_by"], 60);
}

#[test]
fn a_public_order_unfinished_on_its_day_becomes_a_coordination_order_and_is_followed_up() {
    let office = Office::new();
    let mut order = office.accepted("public");
    assert_eq!(
        clock(&office, &order, "finish")["due_at"],
        "2026-11-23T12:00:00Z"
    );
    let facts = json!({ "reason": "等待零件", "record": "XT20261123-001" });
    office.step(Role::Clerk, &mut order, "coordinate", facts);
    assert_eq!(order.state, "coordinated");
    office.at("2026-11-26 11:00");
    office.step(
        Role::Clerk,
        &mut order,
        "conclude",
        json!({ "work_done": "零件到貨已更換" }),
    );
    assert_eq!(order.state, "returned");
    assert_eq!(
        clock(&office, &order, "follow_up")["due_at"],
        "2026-11-26T12:00:00Z"
    );
}

#[test]
fn clocks_go_by_when_it_happened_not_by_when_it_was_entered() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.minutes_pass(60);
    let mut facts = notify("老王");
    facts["at"] = json!("10:03");
    let value = office
        .try_step(Role::Clerk, &mut order, "notify", facts)
        .unwrap();
    assert_eq!(value["ask_late"], Value::Null);
    let shown = office.order(&order);
    let step = &shown["steps"].as_array().unwrap().last().unwrap()["step"];
    assert_eq!(step["at"], "2026-11-23T02:03:00Z");
    assert_eq!(step["entered_at"], "2026-11-23T03:00:00Z");
}

#[test]
fn an_appointment_before_the_report_is_refused() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let issue = office.issuing(&request, json!({ "appointment": "2026-11-23 09:00" }));
    assert_eq!(
        office.refused(Role::Clerk, "orders.issue", issue),
        repair_core::Code::TimeTooEarly
    );
    assert_eq!(office.request(&request)["request"]["state"], "recorded");
}

#[test]
fn the_clocks_of_an_order_issued_again_run_from_the_voiding() {
    let office = Office::new();
    let request = office.report("public", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.step(Role::Clerk, &mut order, "notify", notify("老王"));
    office.minutes_pass(20);
    let void = json!({ "reason": "部門選錯", "copies_back": [] });
    office.step(Role::Clerk, &mut order, "void", void);
    let reopened = Held::of(&office.request(&request)["request"]);
    office.minutes_pass(2);
    let mut again = office.issue(&reopened, json!({}));
    assert_eq!(clock(&office, &again, "write")["state"], "met");
    office.step(Role::Clerk, &mut again, "notify", notify("老王"));
    assert_eq!(clock(&office, &again, "notify")["state"], "met");
    let entries = office.request(&request)["entries"].clone();
    let steps: Vec<_> = entries
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["entry"]["step"].clone())
        .collect();
    assert_eq!(
        steps,
        ["order", "reopen", "order"],
        "the time line tells it"
    );
}
