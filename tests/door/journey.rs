//! The main job, from the phone call to the archived order.

use repair_core::Code;
use repair_core::office::Role;
use serde_json::json;

use crate::support::{Office, called, signed};

#[test]
fn from_the_phone_call_to_the_archived_order() {
    let office = Office::new();
    let request = office.report("public", "大廳燈不亮", json!({ "urgency": "soon" }));
    office.minutes_pass(2);
    let mut order = office.issue(&request, json!({}));
    let worker = office.person(Role::Worker);
    let supervisor = office.person(Role::Foreman);
    let steps = [
        (
            "notify",
            json!({ "whom": "老王", "how": "radio" }),
            "issued",
        ),
        ("accept", json!({ "worker": worker }), "accepted"),
        ("arrive", json!({}), "on_site"),
        ("amend", json!({ "real_item": "鎮流器損壞" }), "on_site"),
        ("finish", json!({ "work_done": "更換鎮流器" }), "finished"),
        ("confirm", signed(), "confirmed"),
        ("countersign", json!({ "supervisor": supervisor }), "signed"),
        ("return", json!({}), "returned"),
        ("follow_up", called("satisfied"), "archived"),
    ];
    for (step, facts, state) in steps {
        office.minutes_pass(2);
        office.step(Role::Clerk, &mut order, step, facts);
        assert_eq!(order.state, state, "{step}");
    }
    let shown = office.order(&order);
    let clocks = shown["clocks"].as_array().unwrap();
    assert!(clocks.iter().all(|c| c["state"] == "met"), "{clocks:?}");
    assert_eq!(shown["steps"].as_array().unwrap().len(), 10);
    assert_eq!(shown["order"]["content"], "大廳燈不亮");
    assert_eq!(shown["order"]["real_item"], "鎮流器損壞");
}

#[test]
fn booking_in_a_paper_order_leaves_the_same_record_as_its_steps_one_by_one() {
    let office = Office::new();
    let request = office.report("public", "大廳燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let worker = office.person(Role::Worker);
    let supervisor = office.person(Role::Foreman);
    office.minutes_pass(180);
    let paper = json!({
        "worker": worker, "accepted_at": "10:05", "arrived_at": "10:15", "finished_at": "11:00",
        "confirmed_at": "11:05", "countersigned_at": "12:00", "work_done": "更換燈管",
        "confirmation": "signed", "evaluation": "satisfied", "supervisor": supervisor,
    });
    let mut impossible = paper.clone();
    impossible["finished_at"] = json!("10:10");
    let error = office
        .try_step(Role::Clerk, &mut order.clone(), "book_in", impossible)
        .unwrap_err();
    assert_eq!(error.code, Code::TimeTooEarly);
    assert_eq!(error.field.as_deref(), Some("finished_at"));
    assert_eq!(
        office.order(&order)["order"]["state"],
        "issued",
        "nothing half-written"
    );

    office.step(Role::Clerk, &mut order, "book_in", paper);
    assert_eq!(order.state, "returned");
    let shown = office.order(&order);
    let steps: Vec<_> = shown["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["step"]["step"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        steps,
        [
            "issue",
            "accept",
            "arrive",
            "finish",
            "confirm",
            "countersign",
            "return"
        ]
    );
    let acts = office.ok(
        Role::Manager,
        "audit.list",
        json!({ "before": null, "limit": 20 }),
    );
    for verb in [
        "orders.accept",
        "orders.finish",
        "orders.countersign",
        "orders.return",
    ] {
        let audited = acts["acts"].as_array().unwrap().iter();
        assert_eq!(audited.filter(|a| a["verb"] == verb).count(), 1, "{verb}");
    }
}

#[test]
fn another_department_or_worker_signs_anew_under_the_same_number() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let number = order.no.clone();
    let other = office.someone("worker_two", &[Role::Worker]);
    office.step(
        Role::Clerk,
        &mut order,
        "reassign",
        json!({ "worker": other, "reason": "原承辦人請假" }),
    );
    assert_eq!(order.state, "issued");
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": other }),
    );
    let security = office.department("保安部");
    office.step(
        Role::Clerk,
        &mut order,
        "transfer",
        json!({ "department": security, "reason": "屬門禁" }),
    );
    assert_eq!((order.state.as_str(), order.no), ("issued", number));
}

#[test]
fn an_order_waits_for_parts_and_goes_on() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let pause = json!({ "waiting_for": "parts", "until": "2026-11-26 09:00" });
    office.step(Role::Clerk, &mut order, "pause", pause);
    assert_eq!(order.state, "waiting");
    office.at("2026-11-26 08:50");
    office.step(Role::Clerk, &mut order, "resume", json!({}));
    assert_eq!(order.state, "accepted");
}

#[test]
fn maintenance_runs_as_any_order_and_is_countersigned() {
    let office = Office::new();
    let mut order = office.confirmed("maintenance");
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "return", json!({})),
        Code::CountersignFirst
    );
    let supervisor = office.person(Role::DepartmentHead);
    office.step(
        Role::Clerk,
        &mut order,
        "countersign",
        json!({ "supervisor": supervisor }),
    );
    office.step(Role::Clerk, &mut order, "return", json!({}));
    office.step(Role::Clerk, &mut order, "follow_up", called("satisfied"));
    assert_eq!(order.state, "archived");
}
