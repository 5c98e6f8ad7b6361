//! The desk's everyday ways beside the lives: paper booked in, input methods, bad input.

use crate::book::{Book, life};
use crate::office::{ENGINEERING, Seat, demo, now};

/// Most orders come back like this: one screen, what stands on the paper from top to bottom (返單登記).
#[test]
fn a_paper_order_is_booked_in_on_one_screen() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Drain is blocked");
    desk.prints();
    desk.notifies(ENGINEERING);
    desk.takes_paper(&no);
    desk.sees("field-real-item");
    desk.fill("field-work-done", "cleared the drain");
    // What the paper must say is not guessed.
    desk.window.press("Enter");
    desk.sees("error-missing");
    desk.choose("field-worker", "李建宏");
    let time = now()
        .local(chrono_tz::Asia::Taipei)
        .format("%Y-%m-%d %H%M")
        .to_string();
    for field in ["accepted", "arrived", "finished", "confirmed"] {
        desk.fill(&format!("book-in-{field}"), &time);
    }
    desk.satisfied();
    desk.picks("field-evaluation", "common-evaluation-mostly");
    desk.window.push("button", &desk.word("book-in-save"));
    desk.window
        .see(&desk.words("book-in-done", &[("no", no.as_str().into())]));
    // The number's field waits for the next paper; the order itself is found by its number.
    desk.opens(&no);
    desk.sees("order-state-returned");
    desk.calls_back();
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    let (state, steps) = life(&order);
    assert_eq!(state, "archived");
    assert_eq!(
        steps.join(" "),
        "issue notify accept arrive finish confirm return follow_up"
    );
    assert_eq!(order["order"]["evaluation"], "mostly");
}

#[test]
fn enter_chooses_a_word_while_composing_and_never_submits() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    let content = desk.word("field-content");
    desk.window.focus(&content);
    desk.window.compose("漏水");
    desk.window
        .until("the composed word", |w| w.value(&content) == "漏水");
    desk.sees("intake-title");
    desk.issues();
    desk.window.see("漏水");
}

#[test]
fn bad_input_keeps_what_was_typed() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.key("F2");
    desk.fill("field-caller", "Chan");
    desk.fill("field-phone", "abc");
    desk.fill("field-content", "door does not close");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-missing");
    assert_eq!(desk.window.value(&desk.word("field-phone")), "abc");
    assert_eq!(
        desk.window.value(&desk.word("field-content")),
        "door does not close"
    );
    desk.fill("intake-find", "3-1204");
    desk.window.see("單國華");
    desk.window.press("Enter");
    desk.fill("field-phone", "abc");
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("error-bad-phone", &[("value", "abc".into())]));
}

/// One key says nothing of whether the requester is satisfied: the person must choose.
#[test]
fn nobody_is_satisfied_by_default() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.works("李建宏", "replaced the washer");
    desk.next("return", |_| ());
    desk.next("follow-up", |s| {
        s.window.press("Ctrl+Enter");
        s.sees("error-missing");
        s.picks("field-outcome", "common-evaluation-satisfied");
    });
    desk.sees("order-state-archived");
}

/// Entered from paper after the computer was down; the first try to issue fails, and nothing is recorded twice.
#[test]
fn a_paper_report_is_entered_later_and_recorded_once() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "Power was out");
    desk.window.push("button", &desk.word("intake-more"));
    let earlier = now().plus_minutes(-60).local(chrono_tz::Asia::Taipei);
    let earlier = earlier.format("%Y-%m-%d %H%M").to_string();
    desk.fill("field-received-at", &earlier);
    desk.fill("field-issued-at", &earlier);
    desk.fill("field-paper-no", "A-0731");
    desk.fill("field-appointment", "soon");
    desk.window.press("Ctrl+Enter");
    desk.sees("intake-not-issued");
    desk.window
        .see(&desk.words("error-time-unreadable", &[("value", "soon".into())]));
    desk.fill("field-appointment", "");
    let no = desk.issues();
    desk.window.see("A-0731");
    drop(desk);

    let book = Book::of(&home);
    let order = book.order(&no);
    assert_eq!(order["order"]["paper_no"], "A-0731");
    assert_eq!(order["request"]["late_entry"], true);
    let filter =
        serde_json::json!({ "filter": { "text": "Power was out" }, "before": null, "limit": 9 });
    let found = book.call("requests.list", filter);
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1));
}

/// A neighbour's report of the same fault is joined; the call says which of them was reached (R16, R42).
#[test]
fn each_reporter_of_one_fault_is_called_back() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Corridor lamp is out");
    desk.notifies(ENGINEERING);
    desk.finds("1-301", "林家豪");
    desk.fill("field-content", "Lamp in the corridor");
    desk.window.push("button", &desk.word("intake-record"));
    desk.sees("request-nothing-yet");
    let join = desk.word("request-step-join");
    desk.window.push("button", &join);
    desk.window
        .until("the other report is asked for", |w| w.has("dialog", &join));
    let first = desk.offered("field-to", "Corridor lamp");
    desk.choose("field-to", &first);
    desk.window.press("Ctrl+Enter");
    desk.sees("request-ending-joined");
    desk.opens(&no);
    desk.sees("order-not-called");
    desk.works("李建宏", "new lamp");
    desk.next("return", |_| ());
    let neighbour = "林家豪";
    desk.next("follow-up", |s| {
        let offered = s.offered("field-reporter", neighbour);
        s.choose("field-reporter", &offered);
        s.picks("field-outcome", "common-evaluation-mostly");
    });
    // The neighbour's word is noted; the order waits for the requester's own.
    desk.sees("order-state-returned");
    desk.next("follow-up", |s| {
        let offered = s.offered("field-reporter", "單國華");
        s.choose("field-reporter", &offered);
        s.picks("field-outcome", "common-evaluation-satisfied");
    });
    desk.sees("order-state-archived");
    drop(desk);

    let order = Book::of(&home).order(&no);
    let calls = order["follow_ups"].as_array().unwrap();
    let said: Vec<_> = calls
        .iter()
        .map(|c| (c["whom"].clone(), c["outcome"].clone()))
        .collect();
    assert_eq!(
        said,
        [
            ("林家豪".into(), "mostly".into()),
            ("單國華".into(), "satisfied".into())
        ]
    );
}
