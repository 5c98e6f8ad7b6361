//! What the night hands over in the morning (R1), and what a day leaves undone (R4, R10, R15, R37).

use repair_core::Code;
use repair_core::document::Document;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office, called};

fn day_end(office: &Office, day: Value) -> Value {
    office.ok(
        Role::Clerk,
        "desk.day_end",
        json!({ "day": day, "locale": "zh-Hant" }),
    )
}

/// The lines of one part of the list; none where nothing was left.
fn lines(list: &Value, part: &str) -> Vec<Value> {
    let sections = list["sections"].as_array().unwrap().iter();
    let mut of = sections.filter(|section| section["title"] == part);
    of.next().map_or(Vec::new(), |section| {
        section["lines"].as_array().unwrap().clone()
    })
}

/// Numbers of the records of one part.
fn numbers(list: &Value, part: &str) -> Vec<String> {
    let lines = lines(list, part).into_iter();
    lines
        .map(|left| left["record"]["no"].as_str().unwrap().to_owned())
        .collect()
}

/// How the first record of a part stands.
fn stands(list: &Value, part: &str) -> String {
    lines(list, part)[0]["stands"].as_str().unwrap().to_owned()
}

fn told(office: &Office, order: &mut Held) {
    let facts = json!({ "whom": "老王", "how": "phone" });
    office.step(Role::Clerk, order, "notify", facts);
}

#[test]
fn the_day_end_list_holds_what_was_not_passed_on_that_day() {
    let office = Office::new();
    let report = |content: &str| office.report("household", content, json!({}));
    let left = report("沒有派工");
    let mut untold = office.issue(&report("沒有通知"), json!({}));
    told(&office, &mut office.issue(&report("已通知"), json!({})));
    let mut answered = report("當場答覆");
    office.handle(&mut answered, "answer", json!({ "answer": "重開總閘" }));
    let mut asked = report("評審");
    let whom = json!({ "whom": "工程主管", "question": "能不能做" });
    office.handle(&mut asked, "review", whom);

    let today = day_end(&office, Value::Null);
    assert_eq!(today["day"], "2026-11-23");
    assert_eq!(today["to"], "2026-11-23T12:00:00Z", "closing at 20:00");
    assert_eq!(today["over"], false);
    assert_eq!(numbers(&today, "day-not-ordered"), [left.no.as_str()]);
    assert_eq!(numbers(&today, "day-not-notified"), [untold.no.as_str()]);

    office.at("2026-11-23 21:00");
    let night = report("夜間漏水");
    assert_eq!(day_end(&office, json!("2026-11-23"))["over"], true);

    office.at("2026-11-24 09:00");
    told(&office, &mut untold);
    let late = office.issue(&left, json!({}));
    let past = day_end(&office, json!("2026-11-23"));
    assert_eq!(numbers(&past, "day-not-ordered"), [left.no.as_str()]);
    assert_eq!(numbers(&past, "day-not-notified"), [untold.no.as_str()]);
    assert_eq!(
        stands(&past, "day-not-ordered"),
        "已派工 2026-11-24 09:00 才轉出"
    );
    assert_eq!(stands(&past, "day-not-notified"), "2026-11-24 09:00 才轉出");
    let next = day_end(&office, Value::Null);
    assert_eq!(
        numbers(&next, "day-not-ordered"),
        [night.no.as_str()],
        "the night belongs to the day that follows"
    );
    assert_eq!(numbers(&next, "day-not-notified"), [late.no.as_str()]);

    office.at("2026-11-25 09:00");
    let later = day_end(&office, Value::Null);
    assert_eq!(
        numbers(&later, "day-not-ordered"),
        [night.no.as_str()],
        "nobody took it up yet"
    );
    assert_eq!(numbers(&later, "day-not-notified"), [late.no.as_str()]);
    assert_eq!(
        office.refused(
            Role::Clerk,
            "desk.day_end",
            json!({ "day": "yesterday", "locale": "zh-Hant" })
        ),
        Code::Invalid
    );
}

#[test]
fn an_order_sent_to_another_department_is_left_until_that_one_is_told() {
    let office = Office::new();
    let mut order = office.issue(&office.report("household", "漏水", json!({})), json!({}));
    told(&office, &mut order);
    assert!(numbers(&day_end(&office, Value::Null), "day-not-notified").is_empty());
    let sent = json!({ "department": office.department("保安部"), "reason": "門禁" });
    office.step(Role::Clerk, &mut order, "transfer", sent);
    assert_eq!(
        numbers(&day_end(&office, Value::Null), "day-not-notified"),
        [order.no.as_str()]
    );
}

#[test]
fn open_reasons_copies_and_follow_ups_go_to_day_end() {
    let office = Office::new();
    let late = office.accepted("household");
    let mut lost = office.returned();
    let gone = office.copy(&lost, 2, json!({ "place": "lost", "reason": "工地遺失" }));
    office.ok(Role::DeskSupervisor, "orders.move_copy", gone);
    let mut late = late.clone();
    office.minutes_pass(40);
    office.step(Role::Clerk, &mut late, "arrive", json!({}));

    let today = day_end(&office, Value::Null);
    let open = lines(&today, "day-unexplained");
    assert_eq!(open.len(), 1);
    assert_eq!(open[0]["record"]["no"], late.no.as_str());
    assert_eq!(open[0]["record"]["id"], late.id);
    assert_eq!(open[0]["stands"], "到場 遲 25 分鐘");
    assert_eq!(numbers(&today, "day-copy-out"), [late.no.as_str()]);
    assert_eq!(numbers(&today, "day-copy-lost"), [lost.no.as_str()]);
    let out = stands(&today, "day-copy-out");
    assert!(
        out.starts_with("第一聯") && !out.contains(';'),
        "the desk's own is out: {out}"
    );
    assert!(stands(&today, "day-copy-lost").starts_with("第二聯"));
    assert_eq!(numbers(&today, "day-follow-up"), [lost.no.as_str()]);

    let steps = office.order(&late)["steps"].clone();
    let step = steps.as_array().unwrap().last().unwrap()["step"]["id"].clone();
    let why = json!({ "step": step, "late": { "reason": "no_worker_free" } });
    office.ok(Role::Clerk, "orders.explain_late", why);
    office.step(Role::Clerk, &mut lost, "follow_up", called("satisfied"));
    let then = day_end(&office, Value::Null);
    for done in ["day-unexplained", "day-follow-up", "day-copy-lost"] {
        assert!(lines(&then, done).is_empty(), "{done}");
    }
    assert_eq!(numbers(&then, "day-copy-out"), [late.no.as_str()]);
}

#[test]
fn the_day_end_list_is_printed_by_the_desk_and_exported_by_who_exports() {
    let office = Office::new();
    office.report("household", "樓梯燈不亮", json!({}));
    let sheet = |role, format: &str| {
        let input = json!({ "day": null, "format": format, "locale": "zh-Hant" });
        office.call(role, "desk.export_day_end", input)
    };
    let pdf = sheet(Role::Clerk, "pdf").unwrap();
    assert_eq!(pdf["document"]["name"], "day-end-2026-11-23.pdf");
    assert_eq!(sheet(Role::Clerk, "csv").unwrap_err().code, Code::Denied);
    assert_eq!(sheet(Role::Worker, "pdf").unwrap_err().code, Code::Denied);
    let mut csv = sheet(Role::Manager, "csv").unwrap();
    let csv: Document = serde_json::from_value(csv["document"].take()).unwrap();
    let csv = String::from_utf8(csv.bytes).unwrap();
    assert!(csv.contains("未派工,BX20261123-001"), "{csv}");
    assert!(!csv.contains("張小梅") && !csv.contains("0922"), "{csv}");
}

#[test]
fn the_nights_entries_are_handed_over_in_the_morning() {
    let office = Office::new();
    let monitor = office.person(Role::Monitor);
    office.report("household", "白天報修", json!({}));
    office.at("2026-11-23 23:10");
    let leak = office.report("household", "水管爆裂", json!({}));
    let waiting = |role| {
        let bench = office.ok(role, "desk.workbench", json!({}));
        bench["night"].as_array().unwrap().len()
    };
    assert_eq!(waiting(Role::Monitor), 0, "the night is still on duty");
    office.at("2026-11-24 08:00");
    assert_eq!(waiting(Role::Clerk), 1);
    let shown = office.ok(Role::Clerk, "desk.handover", json!({}));
    assert_eq!(shown["entries"][0]["no"], leak.no.as_str());
    // Told at night, entered in the morning: the night's all the same.
    let paper = json!({ "received_at": "2026-11-24 05:30" });
    let paper = office.report("household", "夜裡電話，早上補錄", paper);

    let take = |upto: i64| json!({ "gave": monitor, "upto": upto, "remarks": "1304 已關閥" });
    let taken = office.ok(Role::Clerk, "desk.hand_over", take(leak.id));
    assert_eq!(
        (&taken["entries"], &taken["gave"]),
        (&json!(1), &json!(monitor))
    );
    assert_eq!(taken["took"], office.person(Role::Clerk));
    assert_eq!(waiting(Role::Clerk), 1, "what came in since waits");
    assert_eq!(
        office.refused(Role::DeskSupervisor, "desk.hand_over", take(leak.id)),
        Code::Stale,
        "taken over already"
    );
    assert_eq!(
        office.refused(Role::Monitor, "desk.hand_over", take(paper.id)),
        Code::Denied
    );
    let own = json!({ "gave": office.person(Role::Clerk), "upto": paper.id });
    assert_eq!(
        office.refused(Role::Clerk, "desk.hand_over", own),
        Code::Invalid
    );
    let mut early = take(paper.id);
    early["at"] = json!("2026-11-24 04:00");
    assert_eq!(
        office.refused(Role::Clerk, "desk.hand_over", early),
        Code::TimeTooEarly
    );
    office.ok(Role::Clerk, "desk.hand_over", take(paper.id));
    let after = office.ok(Role::Clerk, "desk.handover", json!({}));
    assert_eq!(after["entries"], json!([]));
    assert_eq!(after["past"][0]["gave"], "同事 monitor");
    assert_eq!(after["past"][1]["handover"]["remarks"], "1304 已關閥");
}

/// A desk that is open round the clock has no night, and its day ends at midnight (R1, R4, R15).
#[test]
fn a_desk_that_never_closes_is_always_on_duty() {
    let office = Office::new();
    let shown = office.ok(Role::Manager, "settings.show", json!({}));
    let mut settings = shown["current"].clone();
    settings["hours"] = json!({ "desk_from": "00:00:00", "desk_to": "00:00:00" });
    let change = json!({
        "settings": settings, "based_on": shown["history"][0]["id"], "approved_by": "業主委員會",
        "reason": "全天值班", "valid_from": null,
    });
    office.ok(Role::Manager, "settings.change", change);
    for time in ["03:00", "12:00", "21:00", "23:59"] {
        office.at(&format!("2026-11-24 {time}"));
        let report = office.report("household", "漏水", json!({}));
        assert_eq!(office.request(&report)["request"]["duty"], "desk", "{time}");
        let list = day_end(&office, Value::Null);
        assert_eq!(list["day"], "2026-11-24", "{time}");
        assert_eq!(list["from"], "2026-11-23T16:00:00Z", "{time}");
        assert_eq!(list["to"], "2026-11-24T16:00:00Z", "{time}");
        assert_eq!(list["over"], false, "{time}");
        assert!(
            numbers(&list, "day-not-ordered").contains(&report.no),
            "{time}"
        );
    }
    let handover = office.ok(Role::Clerk, "desk.handover", json!({}));
    assert_eq!(handover["entries"], json!([]));
    office.at("2026-11-25 09:00");
    let mut order = office.confirmed("household");
    office.step(Role::Clerk, &mut order, "return", json!({}));
    let clocks = office.order(&order)["clocks"].clone();
    let call = clocks
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["kind"] == "follow_up");
    assert_eq!(call.unwrap()["due_at"], "2026-11-25T16:00:00Z");
}
