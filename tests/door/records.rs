//! What is written down, by whom, under which number, and that it stays (R1, R2, R5, R6, R23, R36–R38).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::Office;

#[test]
fn by_day_the_desk_is_on_duty_by_night_the_monitoring_centre() {
    let office = Office::new();
    for (at, duty) in [
        ("2026-11-24 07:59", "monitor"),
        ("2026-11-24 08:00", "desk"),
        ("2026-11-24 19:59", "desk"),
        ("2026-11-24 20:00", "monitor"),
        ("2026-11-25 00:30", "monitor"),
    ] {
        office.at(at);
        let request = office.report("household", "漏水", json!({}));
        assert_eq!(office.request(&request)["request"]["duty"], duty, "{at}");
    }
}

#[test]
fn a_call_may_hold_several_requests_and_each_has_its_own_number() {
    let office = Office::new();
    let mut call = office.call_in("household", "燈不亮", json!({}));
    let mut second = call["requests"][0].clone();
    second["content"] = json!("水龍頭漏水");
    call["requests"].as_array_mut().unwrap().push(second);
    let recorded = office.ok(Role::Clerk, "requests.record", call);
    let numbers: Vec<&str> = recorded["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["no"].as_str().unwrap())
        .collect();
    assert_eq!(numbers, ["BX20261123-001", "BX20261123-002"]);
    let id = recorded["requests"][0]["id"].clone();
    let shown = office.ok(Role::Clerk, "requests.show", json!({ "request": id }));
    assert_eq!(shown["same_call"][0]["no"], "BX20261123-002");
}

#[test]
fn numbers_run_by_the_day_of_entry_without_gaps_whatever_is_refused() {
    let office = Office::new();
    let mut numbers = Vec::new();
    for day in ["2026-11-23", "2026-11-24"] {
        office.at(&format!("{day} 10:00"));
        for _ in 0..3 {
            let request = office.report("household", "燈不亮", json!({}));
            let nameless = office.call_in("household", "燈不亮", json!({ "caller": "" }));
            assert_eq!(
                office.refused(Role::Clerk, "requests.record", nameless),
                Code::Missing
            );
            let nobody = office.issuing(&request, json!({ "worker": 9999 }));
            assert_eq!(
                office.refused(Role::Clerk, "orders.issue", nobody),
                Code::NotFound
            );
            let early = office.issuing(&request, json!({ "fee": -1 }));
            assert_eq!(
                office.refused(Role::Clerk, "orders.issue", early),
                Code::Invalid
            );
            let order = office.issue(&request, json!({}));
            numbers.push((request.no, order.no));
        }
    }
    let wanted: Vec<_> = ["20261123", "20261124"]
        .iter()
        .flat_map(|day| {
            (1..=3).map(move |n| (format!("BX{day}-{n:03}"), format!("PG{day}-{n:03}")))
        })
        .collect();
    assert_eq!(numbers, wanted);
}

#[test]
fn a_voided_number_stays_in_the_book_and_the_request_opens_again() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    let reason = json!({ "reason": "開錯部門", "copies_back": [] });
    office.step(Role::Clerk, &mut order, "void", reason);
    let shown = office.request(&request);
    assert_eq!(shown["request"]["state"], "recorded");
    let mut reopened = request.clone();
    reopened.version = shown["request"]["version"].as_i64().unwrap();
    let next = office.issue(&reopened, json!({}));
    assert_eq!(
        (order.no.as_str(), next.no.as_str()),
        ("PG20261123-001", "PG20261123-002")
    );
    let found = office.ok(
        Role::Clerk,
        "orders.show",
        json!({ "order": null, "no": "PG20261123-001" }),
    );
    assert_eq!(found["order"]["state"], "voided");
}

#[test]
fn what_is_entered_long_after_it_was_received_shows_as_late_entry() {
    let office = Office::new();
    office.at("2026-11-24 08:05");
    let night = office.report(
        "household",
        "水管爆裂",
        json!({ "received_at": "2026-11-24 02:10" }),
    );
    let shown = office.request(&night);
    assert_eq!(shown["request"]["late_entry"], true);
    assert_eq!(
        shown["request"]["duty"], "monitor",
        "judged by when it was received"
    );
    let now = office.report("household", "燈不亮", json!({}));
    assert_eq!(office.request(&now)["request"]["late_entry"], false);
    for (received, code) in [
        ("2026-11-24 08:30", Code::TimeInFuture),
        ("half past", Code::TimeUnreadable),
    ] {
        let input = office.call_in("household", "燈不亮", json!({ "received_at": received }));
        assert_eq!(office.refused(Role::Clerk, "requests.record", input), code);
    }
}

#[test]
fn a_missing_phone_shows_and_a_phone_of_letters_is_refused() {
    let office = Office::new();
    for (phone, refused, state) in [
        ("", true, "refused"),
        ("", false, "none"),
        ("0912345678", false, "given"),
    ] {
        let otherwise = json!({ "phone": phone, "phone_refused": refused });
        let request = office.report("household", "燈不亮", otherwise);
        let shown = office.request(&request);
        assert_eq!(shown["request"]["phone_state"], state);
        let missing = shown["missing"]
            .as_array()
            .unwrap()
            .contains(&json!("phone"));
        assert_eq!(missing, phone.is_empty());
    }
    let letters = office.call_in("household", "燈不亮", json!({ "phone": "沒有" }));
    let error = office
        .call(Role::Clerk, "requests.record", letters)
        .unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::BadPhone, Some("phone"))
    );
}

#[test]
fn without_a_crew_at_the_wished_time_the_request_waits_until_one_is_arranged() {
    let office = Office::new();
    let wish = json!({ "wished_at": "2026-11-23 15:00" });
    let mut request = office.report("household", "換水龍頭", wish);
    let explain = json!({ "explanation": "下午沒有人手，明早再聯絡" });
    office.handle(&mut request, "wait_crew", explain.clone());
    assert_eq!(request.state, "waiting_crew");
    let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
    assert_eq!(bench["waiting"][0]["id"], request.id);
    office.handle(
        &mut request,
        "arrange",
        json!({ "wished_at": "2026-11-24 09:00" }),
    );
    office.minutes_pass(60);
    let order = office.issue(&request, json!({}));
    let shown = office.order(&order);
    assert_eq!(shown["order"]["appointment_at"], "2026-11-24T01:00:00Z");

    let silent = json!({ "phone": "", "phone_refused": true });
    let other = office.report("household", "換水龍頭", silent);
    let input = json!({ "request": other.id, "version": other.version, "explanation": "沒有人手" });
    assert_eq!(
        office.refused(Role::Clerk, "requests.wait_crew", input),
        Code::PhoneNeeded,
        "without a phone nobody can be called when a crew is free"
    );
}

#[test]
fn who_cannot_answer_asks_the_supervisor_and_then_answers() {
    let office = Office::new();
    let mut request = office.report("household", "可否裝冷氣", json!({}));
    let supervisor = office.person(Role::DeskSupervisor);
    let reply = json!({
        "request": request.id, "version": request.version, "supervisor": supervisor, "reply": "可以",
    });
    assert_eq!(
        office.refused(Role::Clerk, "requests.reply", reply.clone()),
        Code::NothingAsked
    );
    let asked = json!({ "supervisor": supervisor, "question": "可否裝冷氣？" });
    office.handle(&mut request, "ask", asked);
    office.handle(
        &mut request,
        "reply",
        json!({ "supervisor": supervisor, "reply": "可以，要先申請" }),
    );
    office.handle(
        &mut request,
        "answer",
        json!({ "answer": "可以，請先申請" }),
    );
    let shown = office.request(&request);
    assert_eq!(shown["request"]["ending"], "answered");
    assert_eq!(shown["request"]["told_whom"], "張小梅");
    let steps: Vec<_> = shown["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["entry"]["step"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(steps, ["ask", "reply", "answer"]);
}

#[test]
fn help_elsewhere_needs_a_contact_first_and_stays_open_until_then() {
    let office = Office::new();
    let mut request = office.report("household", "有線電視沒訊號", json!({}));
    let help = json!({
        "request": request.id, "version": request.version, "whom": "有線電視公司", "result": "明早派員",
    });
    assert_eq!(
        office.refused(Role::Clerk, "requests.help", help),
        Code::ContactFirst
    );
    office.handle(
        &mut request,
        "contact",
        json!({ "whom": "有線電視公司", "reply": "明早派員" }),
    );
    assert_eq!(request.state, "recorded");
    office.handle(
        &mut request,
        "help",
        json!({ "whom": "有線電視公司", "result": "明早派員" }),
    );
    assert_eq!(
        office.request(&request)["request"]["ending"],
        "helped_elsewhere"
    );
}

#[test]
fn a_confirmed_quality_defect_goes_to_the_defect_list_and_an_unconfirmed_one_comes_back() {
    let office = Office::new();
    let mut request = office.report("household", "外牆滲水", json!({}));
    office.handle(&mut request, "ask_defect", json!({ "whom": "工程主管" }));
    assert_eq!(request.state, "confirming");
    let mut other = office.report("household", "外牆滲水", json!({}));
    office.handle(
        &mut request,
        "defect",
        json!({ "whom": "工程主管", "record": "YL-017" }),
    );
    assert_eq!(office.request(&request)["request"]["ending"], "defect");
    office.handle(&mut other, "ask_defect", json!({ "whom": "工程主管" }));
    office.handle(
        &mut other,
        "not_defect",
        json!({ "whom": "工程主管", "reason": "冷氣排水" }),
    );
    assert_eq!(other.state, "recorded");
}

#[test]
fn a_correction_keeps_the_old_value_with_who_when_and_why() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let correct =
        |reason: &str| json!({ "field": "content", "value": "臥室燈不亮", "reason": reason });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "correct", correct("")),
        Code::Missing
    );
    office.step(Role::Clerk, &mut order, "correct", correct("聽錯了"));
    let shown = office.order(&order);
    assert_eq!(shown["order"]["content"], "臥室燈不亮");
    let kept = &shown["corrections"][0];
    assert_eq!(kept["old_value"], "燈不亮");
    assert_eq!(kept["new_value"], "臥室燈不亮");
    assert_eq!(kept["reason"], "聽錯了");
    assert_eq!(kept["by_person"], office.person(Role::Clerk));
    assert_eq!(kept["at"], office.now().to_string());

    let mut request = office.report("household", "漏水", json!({}));
    let fields = json!({ "field": "phone", "value": "0955-666-777", "reason": "更正電話" });
    office.handle(&mut request, "correct", fields);
    let shown = office.request(&request);
    assert_eq!(shown["request"]["phone"], "0955-666-777");
    assert_eq!(shown["corrections"][0]["old_value"], "0922-111-222");
}

#[test]
fn refused_acts_leave_nothing_half_written() {
    let office = Office::new();
    let mut call = office.call_in("household", "燈不亮", json!({}));
    let mut second = call["requests"][0].clone();
    second["content"] = json!("水龍頭漏水");
    second["wished_at"] = json!("2026-11-22 10:00");
    call["requests"].as_array_mut().unwrap().push(second);
    assert_eq!(
        office.refused(Role::Clerk, "requests.record", call),
        Code::TimeTooEarly
    );
    let all = office.ok(
        Role::Clerk,
        "requests.list",
        json!({ "before": null, "limit": 10 }),
    );
    assert_eq!(all["rows"], json!([]));
    let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
    assert_eq!(bench["recorded"], Value::Array(Vec::new()));
}

#[test]
fn what_was_not_passed_on_stays_on_the_workbench() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let waiting = || {
        let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
        bench["recorded"].as_array().unwrap().len()
    };
    assert_eq!(waiting(), 1);
    office.at("2026-11-24 08:00");
    assert_eq!(waiting(), 1, "the next morning too");
    office.issue(&request, json!({}));
    assert_eq!(waiting(), 0);
}

#[test]
fn what_an_order_lacks_is_shown() {
    let office = Office::new();
    let worker = office.person(Role::Worker);
    let people = office.ok(Role::Administrator, "people.list", json!({}));
    let found = people
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["id"] == worker);
    let mut change = found.unwrap().clone();
    change["phone"] = json!("");
    change["person"] = json!(worker);
    change["department"] = change["department_id"].clone();
    office.ok(Role::Administrator, "people.change", change);
    let mut order = office.accepted("household");
    assert_eq!(office.order(&order)["missing"], json!(["worker_phone"]));
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let done = json!({ "work_done": "修好" });
    office.step(Role::Clerk, &mut order, "finish", done);
    let facts = json!({ "how": "absent", "remarks": "沒人在" });
    office.step(Role::Clerk, &mut order, "confirm", facts);
    assert_eq!(
        office.order(&order)["missing"],
        json!(["worker_phone", "evaluation"])
    );
}
