//! The computer's clock and the times that people type: what lies out of order waits for a supervisor's reason.

use repair_core::ledger::verify::{Depth, TimeJump};
use repair_core::office::Role;
use repair_core::{Code, Error};
use serde_json::{Value, json};

use crate::support::{Office, PASSWORD};

/// A call with a session that was opened before the clock jumped.
fn try_it(office: &Office, token: Option<&str>, verb: &str, input: Value) -> Result<Value, Error> {
    let done = office.desk.call_by_name(token, office.now(), verb, input)?;
    Ok(done["value"].clone())
}

fn answers(login: &str, reason: &str) -> Value {
    json!({ "answers": { "login": login, "password": PASSWORD, "reason": reason } })
}

fn status(office: &Office) -> Value {
    try_it(office, None, "desk.status", json!({})).unwrap()["clock"].clone()
}

fn jumps(office: &Office) -> Vec<TimeJump> {
    let ledger = office.desk.ledger();
    let report = ledger.verify(Depth::Rows, &Default::default()).unwrap();
    assert_eq!(report.faults, [], "what was answered for is no fault");
    assert_eq!(report.jump_count, report.jumps.len() as u64);
    report.jumps
}

/// An office with a clerk and a desk supervisor, and the clerk's session.
fn office() -> (Office, String) {
    let office = Office::new();
    office.person(Role::DeskSupervisor);
    office.person(Role::Worker);
    office.report("household", "燈不亮", json!({}));
    let token = office.session("clerk");
    (office, token)
}

#[test]
fn a_clock_that_jumped_stops_every_act_until_a_supervisor_answers_for_it() {
    let (office, clerk) = office();
    assert_eq!(status(&office), Value::Null);
    let secret = json!({ "login": "clerk", "password": PASSWORD });
    for (clock, code, reason) in [
        ("2026-11-21 10:00", Code::ClockBack, "電池換過"),
        ("2036-11-23 10:00", Code::ClockAhead, "調錯了，先試用"),
        ("2026-11-23 10:05", Code::ClockBack, "時間已調正"),
    ] {
        let before = jumps(&office).len();
        let last = office.now();
        office.clock_jumps_to(clock);
        let report = office.call_in("household", "燈又不亮", json!({}));
        let sign_in = try_it(&office, None, "people.sign_in", secret.clone());
        let refused = sign_in.unwrap_err();
        assert_eq!(refused.code, code, "{clock}");
        assert_eq!(refused.params["now"], clock);
        let local = last.local(chrono_tz::Asia::Taipei).format("%Y-%m-%d %H:%M");
        assert_eq!(refused.params["last"], local.to_string());
        // At the other moments that session is locked by its silence.
        if before == 0 {
            let recorded = try_it(&office, Some(&clerk), "requests.record", report.clone());
            assert_eq!(recorded.unwrap_err().code, code);
        }
        assert_eq!(status(&office)["code"], json!(code), "said at the start");
        // That the attempt is recorded with the wrong time does not make the clock right.
        for (answer, why) in [
            (answers("clerk", reason), Code::Denied),
            (answers("worker", reason), Code::Denied),
            (answers("nobody", reason), Code::WrongPassword),
            (answers("desk_supervisor", "  "), Code::Missing),
        ] {
            let refused = try_it(&office, None, "clock.confirm", answer).unwrap_err();
            assert_eq!(refused.code, why);
        }
        assert_eq!(status(&office)["code"], json!(code));
        let answer = answers("desk_supervisor", reason);
        try_it(&office, None, "clock.confirm", answer).unwrap();
        assert_eq!(status(&office), Value::Null);
        let again = office.session("clerk");
        try_it(&office, Some(&again), "requests.record", report).unwrap();

        let listed = jumps(&office);
        let confirmed = listed.last().unwrap();
        assert_eq!(confirmed.verb, "clock.confirm");
        assert_eq!(confirmed.reason.as_deref(), Some(reason));
        assert_eq!((confirmed.last, confirmed.at), (last, office.now()));
        let refusals = &listed[before..listed.len() - 1];
        assert_eq!(refusals.len(), 3, "the attempts: {refusals:?}");
        let tried = |jump: &TimeJump| jump.refused && jump.reason.is_none();
        assert!(refusals.iter().all(tried), "{refusals:?}");
        assert!(!confirmed.refused);
    }
    // It stands in the trail with who answered and why.
    let acts = json!({ "filter": { "verb": "clock.confirm", "outcome": "done" }, "before": null, "limit": 9 });
    let acts = office.ok(Role::Manager, "audit.list", acts)["acts"].clone();
    assert_eq!(acts.as_array().unwrap().len(), 3);
    let shown = office.ok(Role::Manager, "audit.show", json!({ "id": acts[0]["id"] }));
    let notes = shown["notes"].to_string();
    assert!(
        notes.contains("時間已調正") && notes.contains("同事 desk_supervisor"),
        "{notes}"
    );
}

#[test]
fn a_few_minutes_back_and_a_closed_week_need_nobody() {
    let (office, _) = office();
    for clock in ["2026-11-23 09:55", "2026-11-30 09:54", "2026-11-30 09:50"] {
        office.clock_jumps_to(clock);
        office.report("household", "燈不亮", json!({}));
    }
    assert_eq!(jumps(&office), []);
    office.clock_jumps_to("2026-12-07 09:51");
    assert_eq!(status(&office)["code"], "clock-ahead");
}

#[test]
fn what_happened_more_than_a_week_ago_is_entered_once_a_supervisor_let_that_day() {
    let (office, _) = office();
    let told =
        |when: &str| office.call_in("household", "上週的紙本", json!({ "received_at": when }));
    let record = |when: &str| office.call(Role::Clerk, "requests.record", told(when));
    for (when, code) in [
        ("2026-11-16 09:59", Some(Code::TimeLongAgo)),
        ("2026-11-16 10:00", None),
        ("2026-11-23 10:05", None),
        ("2026-11-23 10:06", Some(Code::TimeInFuture)),
    ] {
        assert_eq!(record(when).err().map(|e| e.code), code, "{when}");
    }
    let refused = record("2026-11-10 09:00").unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("received_at"));
    assert_eq!(refused.params["now"], "2026-11-23 10:00");
    assert_eq!(refused.params["day"], "2026-11-10");

    let let_in = |day: &str, login: &str, reason: &str| {
        let mut input = answers(login, reason);
        input["day"] = json!(day);
        office.call(Role::Clerk, "clock.allow_day", input)
    };
    let day = "2026-11-10";
    for (day, login, reason, code) in [
        (day, "clerk", "漏登", Code::Denied),
        (day, "desk_supervisor", "", Code::Missing),
        ("soon", "desk_supervisor", "漏登", Code::Invalid),
        ("2026-11-24", "desk_supervisor", "漏登", Code::Invalid),
    ] {
        let refused = let_in(day, login, reason).unwrap_err();
        assert_eq!(refused.code, code, "{day} {login}");
    }
    let_in(day, "desk_supervisor", "紙本夾在舊簿子裡").unwrap();
    let recorded = record("2026-11-10 09:00").unwrap();
    let id = json!({ "request": recorded["requests"][0]["id"] });
    let shown = office.ok(Role::Clerk, "requests.show", id);
    assert_eq!(shown["request"]["received_at"], "2026-11-10T01:00:00Z");
    // That day, and today only.
    assert_eq!(
        record("2026-11-11 09:00").unwrap_err().code,
        Code::TimeLongAgo
    );
    office.at("2026-11-24 10:00");
    assert_eq!(
        record("2026-11-10 09:00").unwrap_err().code,
        Code::TimeLongAgo
    );
    let acts = json!({ "filter": { "subject": "day:2026-11-10" }, "before": null, "limit": 9 });
    let acts = office.ok(Role::Manager, "audit.list", acts)["acts"].clone();
    assert_eq!(acts[0]["verb"], "clock.allow_day");
}

#[test]
fn the_desk_supervisor_the_manager_and_the_administrator_answer_for_the_time() {
    let office = Office::new();
    for role in Role::ALL.iter().copied() {
        office.person(role);
        let mut input = answers(role.as_str(), "漏登");
        input["day"] = json!("2026-11-10");
        let answered = office.call(Role::Clerk, "clock.allow_day", input);
        let may = matches!(
            role,
            Role::DeskSupervisor | Role::Manager | Role::Administrator
        );
        assert_eq!(answered.is_ok(), may, "{role:?}: {answered:?}");
    }
}
