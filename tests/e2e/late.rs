//! Whatever is late asks why, on whatever screen the person is by then, and never blocks (R37).

use chrono_tz::Asia::Taipei;
use serde_json::json;

use crate::book::Book;
use crate::office::{Seat, demo, now};

/// A time of that many minutes ago, its day with it.
fn ago(minutes: i64) -> String {
    let at = now().plus_minutes(-minutes).local(Taipei);
    at.format("%Y-%m-%d %H%M").to_string()
}

/// Steps of an order that are late and have no reason.
fn unexplained(book: &Book, no: &str) -> usize {
    let order = book.order(no);
    let steps = order["steps"].as_array().unwrap().iter();
    let late = steps.filter(|s| s["step"]["late_by"].is_i64());
    late.filter(|s| s["step"]["late_reason"].is_null()).count()
}

#[test]
fn a_late_order_asks_why_and_each_late_step_of_its_paper_too() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.key("F2");
    desk.fill("intake-find", "大堂");
    desk.window
        .until("the place", |w| w.has("option", "一樓大堂"));
    desk.window.press("Enter");
    desk.fill("field-caller", "值班保全 杜明憲");
    desk.fill("field-content", "Lamp is out");
    desk.window.push("button", &desk.word("intake-more"));
    desk.fill("field-received-at", &ago(60));
    desk.fill("field-issued-at", &ago(50));
    desk.window.press("Ctrl+Enter");
    // The order is on screen by then, and the question over it.
    desk.window.until("the question", |_| desk.is_asked_why());
    assert!(desk.asked_why().ends_with(&desk.word("order-step-issue")));
    desk.explains("desk-busy");
    let notify = desk.word("order-notify-now");
    desk.window.until("the order", |w| w.has("button", &notify));
    let no = desk.heading();

    desk.takes_paper(&no);
    desk.choose("field-worker", "李建宏");
    for (field, minutes) in [
        ("accepted", 30),
        ("arrived", 5),
        ("finished", 4),
        ("confirmed", 3),
        ("countersigned", 2),
    ] {
        desk.fill(&format!("book-in-{field}"), &ago(minutes));
    }
    desk.fill("field-work-done", "new tube");
    desk.satisfied();
    desk.choose("field-supervisor", "王文雄");
    desk.window.push("button", &desk.word("book-in-save"));
    desk.window.until("the question", |_| desk.is_asked_why());
    let first = desk.asked_why();
    assert!(first.contains(&desk.word("order-step-accept")), "{first}");
    desk.window
        .push("button", &desk.word("name-late-reason-no-worker-free"));
    desk.window.until("the next question", |_| {
        desk.asked_why().contains(&desk.word("order-step-arrive"))
    });
    desk.explains("paper-late");
    drop(desk);

    let book = Book::of(&home);
    assert_eq!(book.order(&no)["order"]["state"], "returned");
    assert_eq!(unexplained(&book, &no), 0);
}

#[test]
fn a_reason_put_off_waits_on_the_workbench() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "Path lamp is out");
    desk.picks("field-kind", "common-kind-public");
    desk.window.push("button", &desk.word("intake-more"));
    desk.fill("field-received-at", &ago(60));
    desk.window.push("button", &desk.word("intake-record"));
    desk.sees("request-nothing-yet");
    let issue = desk.word("request-issue");
    desk.key("F8");
    desk.window
        .until("the order is asked for", |w| w.has("dialog", &issue));
    desk.window.press("Ctrl+Enter");
    desk.window.until("the question", |_| desk.is_asked_why());
    desk.window.press("Escape");
    desk.window.until("no question", |w| w.dialogs() == 0);
    let no = desk.heading();
    desk.key("Alt+1");
    desk.window.push("button", &desk.word("bench-unexplained"));
    desk.window.until("the list", |w| w.has("button", &no));
    drop(desk);

    let book = Book::of(&home);
    assert_eq!(unexplained(&book, &no), 1);
    let filter = json!({ "filter": { "text": "Path lamp" }, "before": null, "limit": 9 });
    let found = book.call("requests.list", filter);
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1));
}

/// An order about this, told of so many minutes ago at another desk; its department is not notified. Returns its number.
fn issued_elsewhere(desk: &Seat, content: &str, minutes: i64) -> String {
    let other = |verb: &str, input| desk.elsewhere("supervisor", verb, input);
    let told = json!({
        "channel": "phone", "received_at": ago(minutes), "source": "area", "place_text": "一期中庭",
        "caller": "張小梅", "phone_refused": true,
        "requests": [{ "kind": "household", "content": content, "urgency": "normal", "danger": "none" }],
    });
    let request = other("requests.record", told)["requests"][0].clone();
    let departments = other("departments.list", json!({}));
    let mut departments = departments.as_array().unwrap().iter();
    let engineering = departments.find(|d| d["kind"] == "engineering").unwrap();
    let order = json!({
        "request": request["id"], "version": request["version"], "department": engineering["id"],
    });
    let order = other("orders.issue", order);
    order["no"].as_str().unwrap().to_owned()
}

/// From the workbench one press leads to the late orders of a stage, and to those alone (R7).
#[test]
fn the_late_orders_of_a_stage_are_shown_by_themselves() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let late = issued_elsewhere(&desk, "Gate is stuck", 60);
    let fresh = issued_elsewhere(&desk, "Lamp is out", 0);
    let stages = desk.elsewhere("supervisor", "orders.stages", json!({}));
    let mut stages = stages.as_array().unwrap().iter();
    let issued = stages.find(|stage| stage["state"] == "issued").unwrap();
    let late_now = issued["late"].as_i64().unwrap();

    desk.window.go("queue/issued");
    desk.window.see(&late);
    desk.window.see(&fresh);
    let only = format!("{} {late_now}", desk.word("queue-late"));
    desk.window.push("link", &only);
    desk.window.see_no(&fresh);
    desk.window.see(&late);

    desk.key("Alt+1");
    let of_stage = desk.words("bench-late-n", &[("n", late_now.into())]);
    let of_stage = format!("{}: {of_stage}", desk.word("order-state-issued"));
    desk.window.push("button", &of_stage);
    desk.window.see(&late);
    desk.window.see_no(&fresh);
}
