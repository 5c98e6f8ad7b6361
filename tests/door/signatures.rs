//! Three kinds of signature: drawn, by PIN, on paper seen by someone else (R12, R13).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Office, PASSWORD, signed};

#[test]
fn a_worker_never_witnesses_the_paper_of_his_own_order() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let worker = office.person(Role::Worker);
    let paper = json!({ "worker": worker });
    assert_eq!(
        office.step_refused(Role::Worker, &order, "accept", paper.clone()),
        Code::OwnPaperSignature
    );
    office.step(Role::Clerk, &mut order, "accept", paper);
    office.step(Role::Worker, &mut order, "arrive", json!({}));
    let done = json!({ "work_done": "更換燈管" });
    assert_eq!(
        office.step_refused(Role::Worker, &order, "finish", done.clone()),
        Code::OwnPaperSignature
    );
    office.step(Role::Foreman, &mut order, "finish", done);
    assert_eq!(
        office.step_refused(Role::Worker, &order, "confirm", signed()),
        Code::OwnPaperSignature
    );
}

#[test]
fn a_pin_signs_for_its_own_person_and_guessing_it_is_slowed_down() {
    let office = Office::new();
    let worker = office.person(Role::Worker);
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let with_pin = |pin: &str| json!({ "worker": worker, "how": "pin", "pin": pin });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "accept", with_pin("4711")),
        Code::WrongPin,
        "without a PIN nothing signs"
    );
    let set = json!({ "person": worker, "password": PASSWORD, "pin": "4711" });
    office.ok(Role::Worker, "people.set_pin", set);
    for _ in 0..4 {
        assert_eq!(
            office.step_refused(Role::Clerk, &order, "accept", with_pin("0815")),
            Code::WrongPin
        );
    }
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "accept", with_pin("4711")),
        Code::TooManyTries
    );
    office.minutes_pass(1);
    office.step(Role::Clerk, &mut order, "accept", with_pin("4711"));
    let signature = &office.order(&order)["signatures"][0];
    assert_eq!(signature["how"], "pin");
    assert_eq!(signature["person_id"], worker);
    assert_eq!(signature["seen_by"], Value::Null);
}

#[test]
fn a_drawn_signature_needs_strokes_and_keeps_them() {
    let office = Office::new();
    let mut order = office.accepted("household");
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(
        Role::Clerk,
        &mut order,
        "finish",
        json!({ "work_done": "修好" }),
    );
    let drawn = |strokes: Value| {
        json!({
            "how": "signed", "evaluation": "satisfied",
            "signature": { "how": "drawn", "name": "張小梅", "strokes": strokes },
        })
    };
    let refused = |strokes| office.step_refused(Role::Clerk, &order, "confirm", drawn(strokes));
    assert_eq!(refused(json!([])), Code::Missing);
    assert_eq!(refused(json!([[[0.5, 0.5]]])), Code::Missing);
    assert_eq!(refused(json!([[[0.5, 0.5], [1.5, 0.2]]])), Code::Invalid);
    let strokes = json!([[[0.125, 0.25], [0.5, 0.75]], [[0.5, 0.5], [1.0, 0.0]]]);
    office.step(Role::Clerk, &mut order, "confirm", drawn(strokes.clone()));
    let shown = office.order(&order);
    let last = shown["signatures"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(last["strokes"], strokes);
    assert_eq!(last["name"], "張小梅");
    assert_eq!(last["digest"].as_str().unwrap().len(), 64);
}

#[test]
fn a_requester_who_does_not_sign_has_a_reason_recorded_and_no_signature_invented() {
    let office = Office::new();
    for how in ["refused", "absent"] {
        let mut order = office.accepted("household");
        office.step(Role::Clerk, &mut order, "arrive", json!({}));
        office.step(
            Role::Clerk,
            &mut order,
            "finish",
            json!({ "work_done": "修好" }),
        );
        assert_eq!(
            office.step_refused(Role::Clerk, &order, "confirm", json!({ "how": how })),
            Code::Missing
        );
        let facts = json!({ "how": how, "remarks": "不願簽名" });
        office.step(Role::Clerk, &mut order, "confirm", facts);
        let shown = office.order(&order);
        assert_eq!(shown["order"]["evaluation"], Value::Null);
        let purposes = shown["signatures"].as_array().unwrap().iter();
        assert!(purposes.clone().all(|s| s["purpose"] != "confirm"), "{how}");
    }
}

#[test]
fn public_orders_return_only_with_the_signature_of_who_leads_the_department() {
    let office = Office::new();
    let mut order = office.confirmed("public");
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "return", json!({})),
        Code::CountersignFirst
    );
    for role in [Role::Worker, Role::DeskSupervisor] {
        let code = office.step_refused(
            Role::Clerk,
            &order,
            "countersign",
            json!({ "supervisor": office.person(role) }),
        );
        let wanted = if role == Role::Worker {
            Code::OwnWork
        } else {
            Code::NotTheSupervisor
        };
        assert_eq!(code, wanted, "{role:?}");
    }
    let supervisor = office.person(Role::Foreman);
    office.step(
        Role::Clerk,
        &mut order,
        "countersign",
        json!({ "supervisor": supervisor }),
    );
    office.step(Role::Clerk, &mut order, "return", json!({}));
    assert_eq!(order.state, "returned");
}

#[test]
fn a_supervisor_who_rejects_sends_the_worker_back() {
    let office = Office::new();
    let mut order = office.confirmed("public");
    office.step(
        Role::DepartmentHead,
        &mut order,
        "reject",
        json!({ "reason": "燈罩沒有裝回", "supervisor": office.person(Role::DepartmentHead) }),
    );
    assert_eq!(order.state, "accepted");
}

#[test]
fn a_worker_signs_neither_for_the_requester_nor_is_an_absent_one_satisfied() {
    let office = Office::new();
    let worker = office.person(Role::Worker);
    let set = json!({ "person": worker, "password": PASSWORD, "pin": "4711" });
    office.ok(Role::Worker, "people.set_pin", set);
    let mut order = office.accepted("household");
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let own = json!({ "how": "pin", "person": worker, "pin": "4711" });
    let agree = json!({ "fee": 1000, "signature": own });
    assert_eq!(
        office.step_refused(Role::Worker, &order, "agree", agree),
        Code::OwnWork
    );
    let done = json!({ "work_done": "修好", "how": "pin", "pin": "4711" });
    let mut other = done.clone();
    other["worker"] = json!(office.person(Role::Clerk));
    assert_eq!(
        office.step_refused(Role::Worker, &order, "finish", other),
        Code::Invalid,
        "only the order's worker signs for the work"
    );
    let mut done = done;
    done["worker"] = json!(worker);
    office.step(Role::Worker, &mut order, "finish", done);
    let satisfied = json!({ "how": "signed", "evaluation": "satisfied", "signature": own });
    assert_eq!(
        office.step_refused(Role::Worker, &order, "confirm", satisfied),
        Code::OwnWork
    );
    let absent = json!({ "how": "absent", "evaluation": "satisfied", "remarks": "沒人在" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "confirm", absent),
        Code::Invalid
    );
}
