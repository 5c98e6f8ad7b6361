//! Nothing late becomes timely, and nothing timely late (R6, R7, R8, R9, R15, R37).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office, called};

fn clock(office: &Office, order: &Held, kind: &str) -> Value {
    let shown = office.order(order);
    let clocks = shown["clocks"].as_array().unwrap();
    let found = clocks.iter().find(|c| c["kind"] == kind);
    found.cloned().unwrap_or(Value::Null)
}

/// Takes a step; by how many seconds it was late, where it asks for the reason.
#[track_caller]
fn asked(office: &Office, order: &mut Held, step: &str, facts: Value) -> Value {
    let value = office.try_step(Role::Clerk, order, step, facts).unwrap();
    let stepped = if value["order"].is_object() {
        &value["order"]
    } else {
        &value
    };
    stepped["ask_late"]["late_by"].clone()
}

#[test]
fn handing_an_order_over_never_mends_a_late_clock() {
    for step in ["transfer", "reassign"] {
        let office = Office::new();
        let request = office.report("public", "路燈不亮", json!({}));
        office.minutes_pass(30);
        let late = json!({ "reason": "desk_busy", "note": null });
        let mut order = office.issue(&request, json!({ "late": late }));
        assert_eq!(clock(&office, &order, "write")["late_by"], 27 * 60);
        let to = if step == "transfer" {
            json!({ "department": office.department("保安部"), "reason": "屬門禁" })
        } else {
            let worker = office.person(Role::Worker);
            let signed = json!({ "worker": worker, "late": late });
            office.step(Role::Clerk, &mut order, "accept", signed);
            office.minutes_pass(40);
            json!({ "worker": office.someone("worker_two", &[Role::Worker]), "reason": "請假" })
        };
        // 25 minutes past the notification, or past the arrival.
        assert_eq!(asked(&office, &mut order, step, to), 25 * 60, "{step}");
        let write = clock(&office, &order, "write");
        assert_eq!(
            (&write["state"], &write["late_by"]),
            (&json!("late"), &json!(27 * 60))
        );
        let notify = clock(&office, &order, "notify");
        assert_eq!(
            notify["state"], "running",
            "{step}: five minutes of its own"
        );
        office.minutes_pass(6);
        let told = json!({ "whom": null, "how": "phone" });
        assert_eq!(asked(&office, &mut order, "notify", told), 60, "{step}");
    }
}

#[test]
fn only_a_household_that_is_not_urgent_waits_for_a_crew() {
    let office = Office::new();
    for (kind, otherwise) in [
        ("public", json!({})),
        ("service", json!({})),
        ("household", json!({ "urgency": "urgent" })),
        ("household", json!({ "danger": "water" })),
    ] {
        let request = office.report(kind, "漏水", otherwise);
        let explain = json!({
            "request": request.id, "version": request.version, "explanation": "沒有人手",
        });
        assert_eq!(
            office.refused(Role::Clerk, "requests.wait_crew", explain),
            Code::GoesAtOnce,
            "{kind}"
        );
        let allowed = office.request(&request)["allowed"].clone();
        assert!(!allowed.as_array().unwrap().contains(&json!("wait_crew")));
    }
}

#[test]
fn the_written_order_is_due_from_receipt_whatever_the_request_waited_for() {
    let office = Office::new();
    let mut request = office.report("public", "外牆滲水", json!({}));
    office.handle(&mut request, "ask_defect", json!({ "whom": "工程主管" }));
    office.minutes_pass(20);
    let not = json!({ "whom": "工程主管", "reason": "冷氣排水" });
    office.handle(&mut request, "not_defect", not);
    let issued = office.ok(
        Role::Clerk,
        "orders.issue",
        office.issuing(&request, json!({})),
    );
    assert_eq!(issued["ask_late"]["late_by"], 17 * 60, "issuing asks too");
    let order = Held::of(&issued);
    assert_eq!(clock(&office, &order, "write")["late_by"], 17 * 60);
    assert_eq!(
        clock(&office, &order, "notify")["state"],
        "running",
        "it rightly waited"
    );
}

#[test]
fn a_second_notification_is_another_entry_and_never_late() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let told = |whom: &str, how: &str| json!({ "whom": whom, "how": how });
    office.step(Role::Clerk, &mut order, "notify", told("老王", "phone"));
    let first = office.now().to_string();
    office.minutes_pass(20);
    assert_eq!(
        asked(&office, &mut order, "notify", told("小李", "radio")),
        Value::Null
    );
    let shown = office.order(&order);
    for (field, kept) in [
        ("notified_whom", "老王"),
        ("notified_how", "phone"),
        ("notified_at", &first),
    ] {
        assert_eq!(shown["order"][field], kept);
    }
    let last = &shown["steps"].as_array().unwrap().last().unwrap()["step"];
    assert_eq!(
        (&last["note"], &last["how"]),
        (&json!("小李"), &json!("radio"))
    );
}

#[test]
fn who_signs_without_having_been_notified_is_recorded_as_such() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.minutes_pass(8);
    let worker = json!({ "worker": office.person(Role::Worker) });
    assert_eq!(asked(&office, &mut order, "accept", worker.clone()), 3 * 60);
    let marks = |order: &Held| -> Vec<Value> {
        let shown = office.order(order);
        let steps = shown["steps"].as_array().unwrap().clone();
        let accepts = steps.iter().filter(|s| s["step"]["step"] == "accept");
        accepts.map(|s| s["unnotified"].clone()).collect()
    };
    assert_eq!(marks(&order), [true]);
    let two = office.someone("worker_two", &[Role::Worker]);
    let to = json!({ "worker": two, "reason": "請假" });
    office.step(Role::Clerk, &mut order, "reassign", to);
    let told = json!({ "whom": null, "how": "phone" });
    office.step(Role::Clerk, &mut order, "notify", told);
    office.step(Role::Clerk, &mut order, "accept", json!({ "worker": two }));
    assert_eq!(marks(&order), [true, false]);
}

/// Several steps of one paper may be late: the answer names each that wants a reason, and each is explained (R37).
#[test]
fn booking_paper_in_asks_for_the_reason_of_every_late_step() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.at("2026-11-24 18:00");
    let paper = json!({
        "worker": office.person(Role::Worker), "work_done": "換燈管", "confirmation": "signed",
        "signed_by": "張小梅", "evaluation": "satisfied",
        "accepted_at": "10:00", "arrived_at": "10:40", "finished_at": "11:00", "confirmed_at": "11:00",
    });
    let booked = office.try_step(Role::Clerk, &mut order, "book_in", paper);
    let late = booked.unwrap()["late"].as_array().unwrap().clone();
    let open = || {
        let steps = office.order(&order)["steps"].as_array().unwrap().clone();
        let steps = steps.into_iter().map(|s| s["step"].clone());
        let steps = steps.filter(|s| s["late_by"].is_i64() && s["late_reason"].is_null());
        steps.map(|s| s["id"].clone()).collect::<Vec<_>>()
    };
    let asked: Vec<_> = late.iter().map(|l| l["step"].clone()).collect();
    assert!(
        late.len() > 1,
        "the paper is late in more than one step: {late:?}"
    );
    assert_eq!(asked, open());
    assert_eq!(late[0]["name"], "accept");
    for step in asked {
        let why = json!({ "step": step, "late": { "reason": "paper_late" } });
        office.ok(Role::Clerk, "orders.explain_late", why);
    }
    assert_eq!(open(), Vec::<Value>::new());
}

#[test]
fn the_days_call_stops_the_follow_up_clock_and_further_tries_are_not_late() {
    let office = Office::new();
    let request = office.report("public", "電梯停了", json!({}));
    let neighbour = office.report("public", "電梯不動", json!({ "caller": "陳先生" }));
    let join = json!({ "request": neighbour.id, "version": neighbour.version, "to": request.id });
    office.ok(Role::Clerk, "requests.join", join);
    let mut order = office.issue(&request, json!({}));
    let booked = json!({
        "worker": office.person(Role::Worker), "work_done": "復位", "confirmation": "signed",
        "signed_by": "張小梅", "evaluation": "satisfied", "supervisor": office.person(Role::Foreman),
        "accepted_at": "10:00", "arrived_at": "10:00", "finished_at": "10:00", "confirmed_at": "10:00",
        "countersigned_at": "10:00",
    });
    office.step(Role::Clerk, &mut order, "book_in", booked);
    let unanswered = || json!({ "outcome": "not_reached", "message_left": true });
    office.at("2026-11-23 17:00");
    assert_eq!(
        asked(&office, &mut order, "follow_up", unanswered()),
        Value::Null
    );
    assert_eq!(clock(&office, &order, "follow_up")["state"], "met");
    office.at("2026-11-24 09:00");
    assert_eq!(
        asked(&office, &mut order, "follow_up", unanswered()),
        Value::Null
    );
    let mut other = called("satisfied");
    other["reporter"] = json!(neighbour.id);
    assert_eq!(asked(&office, &mut order, "follow_up", other), Value::Null);
    assert_eq!(clock(&office, &order, "follow_up")["state"], "met");
    // Whom nobody called on the day is called late.
    let mut second = office.returned();
    office.at("2026-11-25 10:00");
    assert_eq!(
        asked(&office, &mut second, "follow_up", called("satisfied")),
        14 * 3600
    );
}

#[test]
fn an_appointment_that_was_kept_does_not_make_the_next_arrival_late() {
    let office = Office::new();
    let request = office.report("public", "換燈", json!({}));
    let mut order = office.issue(&request, json!({ "appointment": "2026-11-23 11:00" }));
    let worker = office.person(Role::Worker);
    let accept = json!({ "worker": worker });
    office.step(Role::Clerk, &mut order, "accept", accept.clone());
    office.at("2026-11-23 10:54");
    assert_eq!(asked(&office, &mut order, "arrive", json!({})), Value::Null);
    office.step(
        Role::Clerk,
        &mut order,
        "finish",
        json!({ "work_done": "換燈管" }),
    );
    office.step(Role::Clerk, &mut order, "confirm", crate::support::signed());
    office.at("2026-11-23 11:30");
    let back = json!({ "supervisor": office.person(Role::Foreman), "reason": "燈罩沒有裝回" });
    office.step(Role::Clerk, &mut order, "reject", back);
    assert_eq!(clock(&office, &order, "arrive")["state"], "running");
    office.minutes_pass(10);
    assert_eq!(asked(&office, &mut order, "arrive", json!({})), Value::Null);
    let two = office.someone("worker_two", &[Role::Worker]);
    let to = json!({ "worker": two, "reason": "請假" });
    office.step(Role::Clerk, &mut order, "reassign", to);
    office.step(Role::Clerk, &mut order, "accept", json!({ "worker": two }));
    office.minutes_pass(10);
    assert_eq!(asked(&office, &mut order, "arrive", json!({})), Value::Null);
}

#[test]
fn the_next_date_agreed_is_the_appointment_of_an_order_taken_up_again() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let pause = json!({ "waiting_for": "no_access", "until": "2026-11-24 15:00" });
    office.step(Role::Clerk, &mut order, "pause", pause);
    office.at("2026-11-24 09:00");
    office.step(Role::Clerk, &mut order, "resume", json!({}));
    assert_eq!(
        clock(&office, &order, "arrive")["due_at"],
        "2026-11-24T06:55:00Z",
        "five minutes before three"
    );
    office.at("2026-11-24 14:56");
    assert_eq!(asked(&office, &mut order, "arrive", json!({})), 60);
}

#[test]
fn a_clock_that_a_step_leaves_behind_is_judged_there_and_runs_no_further() {
    let office = Office::new();
    let request = office.report("public", "路燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    office.minutes_pass(15);
    let why = json!({ "reason": "要吊車", "record": "XT20261123-001" });
    assert_eq!(asked(&office, &mut order, "coordinate", why), 600);
    assert_eq!(clock(&office, &order, "notify"), Value::Null);
    office.at("2026-11-26 11:00");
    office.step(
        Role::Clerk,
        &mut order,
        "conclude",
        json!({ "work_done": "完成" }),
    );
    assert_eq!(
        clock(&office, &order, "finish"),
        Value::Null,
        "coordination carries it"
    );
    let mut paused = office.accepted("household");
    office.minutes_pass(20);
    let pause = json!({ "waiting_for": "parts", "until": "2026-11-27 09:00" });
    assert_eq!(asked(&office, &mut paused, "pause", pause), 300);
}

/// Five minutes when it was issued stay five minutes, whatever the office decides afterwards (R35).
#[test]
fn an_orders_clocks_go_by_the_rules_that_held_when_it_was_issued() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut old = office.issue(&request, json!({}));
    office.minutes_pass(4);
    let shown = office.ok(Role::Manager, "settings.show", json!({}));
    let mut settings = shown["current"].clone();
    settings["clocks"]["notify"] = json!(2);
    let change = json!({
        "settings": settings, "based_on": shown["history"][0]["id"], "approved_by": "業主委員會",
        "reason": "更快", "valid_from": null,
    });
    office.ok(Role::Manager, "settings.change", change);
    let told = json!({ "whom": "老王", "how": "phone" });
    let done = office.try_step(Role::Clerk, &mut old, "notify", told.clone());
    assert_eq!(done.unwrap()["ask_late"], Value::Null);
    let clock = office.order(&old)["clocks"][0].clone();
    assert_eq!(
        (&clock["kind"], &clock["state"]),
        (&json!("notify"), &json!("met"))
    );
    let request = office.report("household", "門不關", json!({}));
    let mut new = office.issue(&request, json!({}));
    office.minutes_pass(4);
    let done = office.try_step(Role::Clerk, &mut new, "notify", told);
    assert_eq!(done.unwrap()["ask_late"]["late_by"], 120);
}
