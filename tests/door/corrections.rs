//! Facts that were entered wrong are corrected with what follows from them; the old ones stay (R36).

use repair_core::office::Role;
use repair_core::{Code, Error};
use serde_json::{Value, json};

use crate::support::{Held, Office, called, signed};

/// A household order issued at 10:00, signed for at 10:05, on site at 10:40, done at 11:00 and confirmed.
fn worked() -> (Office, Held) {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let worker = json!({ "worker": office.person(Role::Worker) });
    office.at("2026-11-23 10:05");
    office.step(Role::Clerk, &mut order, "accept", worker);
    office.at("2026-11-23 10:40");
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.at("2026-11-23 11:00");
    let done = json!({ "work_done": "更換燈管" });
    office.step(Role::Clerk, &mut order, "finish", done);
    office.step(Role::Clerk, &mut order, "confirm", signed());
    office.at("2026-11-23 12:00");
    (office, order)
}

/// The last step of that name.
fn step(office: &Office, order: &Held, name: &str) -> Value {
    let shown = office.order(order);
    let mut steps = shown["steps"].as_array().unwrap().iter();
    let found = steps.rfind(|s| s["step"]["step"] == name);
    found.unwrap()["step"].clone()
}

fn corrected(office: &Office, order: &mut Held, fact: Value) -> Result<Value, Error> {
    let facts = json!({ "fact": fact, "reason": "抄錄有誤" });
    office.try_step(Role::DeskSupervisor, order, "correct_fact", facts)
}

fn of_request(office: &Office, request: &mut Held, fact: Value) -> Result<Value, Error> {
    let input = json!({
        "request": request.id, "version": request.version, "fact": fact, "reason": "抄錄有誤",
    });
    let value = office.call(Role::DeskSupervisor, "requests.correct_fact", input)?;
    *request = Held::of(&value["request"]);
    Ok(value)
}

fn at(step: &Value, at: &str) -> Value {
    json!({ "fact": "at", "step": step["id"], "at": at })
}

/// Field, old and new value of every correction shown.
fn kept(shown: &Value) -> Vec<[String; 3]> {
    let corrections = shown["corrections"].as_array().unwrap().iter();
    corrections
        .map(|c| ["field", "old_value", "new_value"].map(|key| c[key].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn a_finish_is_not_put_before_the_arrival_and_nothing_is_half_done() {
    let (office, order) = worked();
    let before = office.order(&order);
    let refused = |fact: Value| {
        let error = corrected(&office, &mut order.clone(), fact).unwrap_err();
        (error.code, error.field.unwrap_or_default(), error.params)
    };
    let (code, field, params) = refused(at(&step(&office, &order, "finish"), "10:39"));
    assert_eq!((code, field.as_str()), (Code::TimeTooEarly, "at"));
    assert_eq!(params["earliest"], "2026-11-23 10:40");
    let (code, field, params) = refused(at(&step(&office, &order, "arrive"), "11:01"));
    assert_eq!((code, field.as_str()), (Code::TimeTooLate, "at"));
    assert_eq!(params["latest"], "2026-11-23 11:00");
    let finish = step(&office, &order, "finish");
    for (typed, code) in [
        ("13:00", Code::TimeInFuture),
        ("soon", Code::TimeUnreadable),
        (" ", Code::Missing),
        ("11:00", Code::Invalid),
    ] {
        assert_eq!(refused(at(&finish, typed)).0, code, "{typed}");
    }
    let issue = step(&office, &order, "issue");
    assert_eq!(refused(at(&issue, "09:59")).0, Code::TimeTooEarly);
    assert_eq!(
        refused(json!({ "fact": "at", "step": 9999, "at": "10:50" })).0,
        Code::NotFound
    );
    let facts = json!({ "fact": at(&finish, "10:50"), "reason": " " });
    for (role, code) in [
        (Role::Clerk, Code::Denied),
        (Role::Worker, Code::Denied),
        (Role::Manager, Code::Missing),
    ] {
        let refused = office.step_refused(role, &order, "correct_fact", facts.clone());
        assert_eq!(refused, code);
    }
    assert_eq!(office.order(&order), before, "nothing half done");
}

#[test]
fn a_corrected_time_judges_its_clock_anew_and_both_judgements_stay() {
    let (office, mut order) = worked();
    let arrive = step(&office, &order, "arrive");
    assert_eq!(arrive["late_by"], 20 * 60, "due a quarter hour after 10:05");
    corrected(&office, &mut order, at(&arrive, "10:15")).unwrap();
    let arrive = step(&office, &order, "arrive");
    assert_eq!(
        (&arrive["at"], &arrive["late_by"]),
        (&json!("2026-11-23T02:15:00Z"), &Value::Null)
    );
    let shown = office.order(&order);
    assert_eq!(shown["order"]["arrived_at"], "2026-11-23T02:15:00Z");
    let time = |minute: &str| format!("2026-11-23T02:{minute}:00Z");
    let whole = [
        ["at".to_owned(), time("40"), time("15")],
        ["late_by".to_owned(), "1200".to_owned(), String::new()],
    ];
    assert_eq!(kept(&shown), whole);
    assert_eq!(shown["corrections"][1]["reason"], "抄錄有誤");
    // A clock that began earlier makes the next step late: its reason is asked for.
    let accept = step(&office, &order, "accept");
    office.at("2026-11-23 12:01");
    let now = corrected(&office, &mut order, at(&accept, "10:00")).unwrap();
    assert_eq!(now["late"], json!([]), "10:15 is just in time");
    let arrive = step(&office, &order, "arrive");
    let now = corrected(&office, &mut order, at(&arrive, "10:16")).unwrap();
    assert_eq!(now["late"][0]["late_by"], 60);
    assert_eq!(now["late"][0]["name"], "arrive");
    let signatures = office.order(&order)["signatures"].clone();
    assert_eq!(
        signatures[0]["at"], "2026-11-23T02:00:00Z",
        "signed when it was accepted"
    );
}

#[test]
fn an_appointment_that_was_entered_wrong_is_judged_by_anew() {
    let (office, mut order) = worked();
    let issue = step(&office, &order, "issue");
    let appointed = json!({ "fact": "sets_at", "step": issue["id"], "at": "10:30" });
    corrected(&office, &mut order, appointed).unwrap();
    let shown = office.order(&order);
    assert_eq!(shown["order"]["appointment_at"], "2026-11-23T02:30:00Z");
    let arrive = step(&office, &order, "arrive");
    assert_eq!(
        arrive["late_by"],
        15 * 60,
        "due at 10:25, five minutes before"
    );
    let none = json!({ "fact": "sets_at", "step": issue["id"], "at": null });
    corrected(&office, &mut order, none).unwrap();
    assert_eq!(step(&office, &order, "arrive")["late_by"], 20 * 60);
    assert_eq!(kept(&office.order(&order)).len(), 4);
    let other = json!({ "fact": "sets_at", "step": arrive["id"], "at": "10:30" });
    let refused = corrected(&office, &mut order, other).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
}

#[test]
fn another_kind_brings_its_clocks_and_its_countersignature() {
    let office = Office::new();
    let mut request = office.report("household", "燈不亮", json!({}));
    office.at("2026-11-23 10:10");
    let mut order = office.issue(&request, json!({}));
    let shown = office.request(&request);
    request = Held::of(&shown["request"]);
    assert_eq!(step(&office, &order, "issue")["late_by"], Value::Null);
    let public = json!({ "fact": "kind", "kind": "public" });
    let now = of_request(&office, &mut request, public).unwrap();
    assert_eq!(
        now["late"][0]["late_by"],
        7 * 60,
        "written within three minutes (R8)"
    );
    let shown = office.order(&order);
    assert_eq!(
        (&shown["order"]["kind"], &shown["countersign"]),
        (&json!("public"), &json!(true))
    );
    order = Held::of(&shown["order"]);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": office.person(Role::Worker) }),
    );
    let same = json!({ "fact": "kind", "kind": "public" });
    assert_eq!(
        of_request(&office, &mut request, same).unwrap_err().code,
        Code::Invalid
    );
    assert_eq!(
        kept(&office.request(&request))[0],
        ["kind", "household", "public"].map(str::to_owned)
    );
}

/// Receipt, channel and who took it are the call's: all its requests follow.
#[test]
fn a_call_that_came_in_earlier_did_so_for_all_its_requests() {
    let office = Office::new();
    let mut call = office.call_in("household", "燈不亮", json!({}));
    let second = call["requests"][0].clone();
    call["requests"].as_array_mut().unwrap().push(second);
    let told = office.ok(Role::Clerk, "requests.record", call);
    let mut request = Held::of(&told["requests"][0]);
    let other = Held::of(&told["requests"][1]);
    let order = office.issue(&request, json!({}));
    request = Held::of(&office.request(&request)["request"]);
    office.at("2026-11-23 10:03");
    let told = json!({ "order": order.id, "version": order.version, "whom": null, "how": "phone" });
    office.ok(Role::Clerk, "orders.notify", told);
    assert_eq!(step(&office, &order, "notify")["late_by"], Value::Null);
    let earlier = json!({ "fact": "received_at", "at": "07:50" });
    let now = of_request(&office, &mut request, earlier).unwrap();
    assert_eq!(now["late"][0]["late_by"], (133 - 5) * 60);
    for held in [&request, &other] {
        let row = office.request(held)["request"].clone();
        let said = ["received_at", "late_entry", "duty"].map(|key| row[key].clone());
        assert_eq!(
            said,
            [json!("2026-11-22T23:50:00Z"), json!(true), json!("monitor")]
        );
    }
    let later = json!({ "fact": "received_at", "at": "10:01" });
    let refused = of_request(&office, &mut request, later).unwrap_err();
    assert_eq!(
        (refused.code, refused.field.as_deref()),
        (Code::TimeTooLate, Some("at"))
    );
    let visit = json!({ "fact": "channel", "channel": "visit" });
    of_request(&office, &mut request, visit).unwrap();
    let who = office.person(Role::Monitor);
    of_request(
        &office,
        &mut request,
        json!({ "fact": "taken_by", "person": who }),
    )
    .unwrap();
    let row = office.request(&other)["request"].clone();
    assert_eq!(
        (&row["channel"], &row["taken_by"]),
        (&json!("visit"), &json!(who))
    );
    assert_eq!(kept(&office.request(&other)).len(), 3);
}

#[test]
fn the_place_and_what_was_done_about_a_request_are_corrected() {
    let office = Office::new();
    let mut request = office.report("public", "燈不亮", json!({}));
    office.at("2026-11-23 10:30");
    let asked =
        json!({ "supervisor": office.person(Role::DeskSupervisor), "question": "可否換燈" });
    office.handle(&mut request, "ask", asked);
    let elsewhere = json!({ "fact": "place", "place": null, "place_text": "二期車庫" });
    of_request(&office, &mut request, elsewhere).unwrap();
    let shown = office.request(&request);
    assert_eq!(shown["request"]["place_text"], "二期車庫");
    let found = json!({ "filter": { "text": "車庫" }, "before": null, "limit": 10 });
    let found = office.ok(Role::Clerk, "requests.list", found);
    assert_eq!(found["rows"][0]["id"], request.id, "found by its new place");
    let nowhere = json!({ "fact": "place", "place": null, "place_text": " " });
    assert_eq!(
        of_request(&office, &mut request, nowhere).unwrap_err().code,
        Code::Missing
    );
    let entry = shown["entries"][0]["entry"]["id"].clone();
    let when = |at: &str| json!({ "fact": "at", "entry": entry, "at": at });
    let early = of_request(&office, &mut request, when("09:30")).unwrap_err();
    assert_eq!(early.code, Code::TimeTooEarly);
    of_request(&office, &mut request, when("10:20")).unwrap();
    let shown = office.request(&request);
    assert_eq!(shown["entries"][0]["entry"]["at"], "2026-11-23T02:20:00Z");
    let wish = json!({ "fact": "wished_at", "at": "15:00" });
    of_request(&office, &mut request, wish).unwrap();
    assert_eq!(
        office.request(&request)["request"]["wished_at"],
        "2026-11-23T07:00:00Z"
    );
    assert_eq!(kept(&office.request(&request)).len(), 3);
}

#[test]
fn another_worker_stands_where_the_wrong_one_stood_unless_he_signed_himself() {
    let (office, mut order) = worked();
    let right = office.someone("worker_two", &[Role::Worker]);
    let fact = |worker: i64| json!({ "fact": "worker", "worker": worker });
    corrected(&office, &mut order, fact(right)).unwrap();
    let shown = office.order(&order);
    assert_eq!(shown["order"]["worker_id"], right);
    let own = shown["signatures"].as_array().unwrap().iter();
    let own = own
        .filter(|s| s["purpose"] != "confirm")
        .map(|s| &s["person_id"]);
    assert_eq!(own.collect::<Vec<_>>(), [&json!(right); 2]);
    assert_eq!(step(&office, &order, "accept")["note"], "同事 worker_two");
    // Nobody witnesses his own paper, and nobody becomes his own witness.
    let witness = corrected(&office, &mut order, fact(office.person(Role::Clerk))).unwrap_err();
    assert_eq!(witness.code, Code::OwnPaperSignature);
    let same = corrected(&office, &mut order, fact(right)).unwrap_err();
    assert_eq!(same.code, Code::Invalid);
    // A PIN is not given by mistake for someone else.
    let pin = json!({ "person": right, "password": crate::support::PASSWORD, "pin": "4711" });
    office.by("worker_two", "people.set_pin", pin).unwrap();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let by_pin = json!({ "worker": right, "how": "pin", "pin": "4711" });
    office.step(Role::Clerk, &mut order, "accept", by_pin);
    let refused = corrected(&office, &mut order, fact(office.person(Role::Worker))).unwrap_err();
    assert_eq!(refused.code, Code::SignedByHand);
}

#[test]
fn the_reason_of_a_late_step_is_corrected_once_it_was_given() {
    let (office, mut order) = worked();
    let arrive = step(&office, &order, "arrive");
    let fact = |reason: &str| {
        let late = json!({ "reason": reason, "note": "改約" });
        json!({ "fact": "late_reason", "step": arrive["id"], "late": late })
    };
    let open = corrected(&office, &mut order, fact("desk_busy")).unwrap_err();
    assert_eq!(open.code, Code::Invalid, "no reason was given yet");
    let given = json!({ "step": arrive["id"], "late": { "reason": "desk_busy", "note": null } });
    office.ok(Role::Clerk, "orders.explain_late", given);
    corrected(&office, &mut order, fact("requester_delayed")).unwrap();
    let arrive = step(&office, &order, "arrive");
    assert_eq!(
        (&arrive["late_reason"], &arrive["late_note"]),
        (&json!("requester_delayed"), &json!("改約"))
    );
    let shown = office.order(&order);
    let fields: Vec<String> = kept(&shown).into_iter().map(|[field, ..]| field).collect();
    assert_eq!(fields, ["late_reason", "late_note"]);
}

/// The call that sent a crew again issued the next order: both have one time.
#[test]
fn a_corrected_call_moves_the_order_that_it_issued() {
    let office = Office::new();
    let mut order = office.returned();
    office.at("2026-11-23 15:00");
    let again = office
        .try_step(
            Role::Clerk,
            &mut order,
            "follow_up",
            called("not_satisfied"),
        )
        .unwrap();
    let next = Held::of(&again["next"]);
    office.at("2026-11-23 15:20");
    let told = json!({ "order": next.id, "version": next.version, "whom": null, "how": "phone" });
    office.ok(Role::Clerk, "orders.notify", told);
    assert_eq!(step(&office, &next, "notify")["late_by"], 15 * 60);
    let call = step(&office, &order, "follow_up");
    let now = corrected(&office, &mut order, at(&call, "14:30")).unwrap();
    assert_eq!(now["late"][0]["late_by"], 45 * 60);
    let shown = office.order(&next);
    assert_eq!(shown["order"]["issued_at"], "2026-11-23T06:30:00Z");
    let issue = step(&office, &next, "issue");
    let mut held = Held::of(&shown["order"]);
    let refused = corrected(&office, &mut held, at(&issue, "14:40")).unwrap_err();
    assert_eq!(refused.code, Code::Invalid, "its time is the call's");
    let much = corrected(&office, &mut order, at(&call, "15:20")).map(|_| ());
    let later = office.order(&next)["order"]["issued_at"].clone();
    assert!(much.is_ok() && later == "2026-11-23T07:20:00Z");
}
