//! Facts that were entered wrong are corrected by who may, and what follows from them is judged anew (R36).

use repair_core::text::Arg;
use serde_json::json;

use crate::book::Book;
use crate::office::{ENGINEERING, Seat, demo};

/// What the field of a correction offers for a step's time.
fn time_of(desk: &Seat, step: &str) -> String {
    let step = desk.word(&format!("order-step-{step}"));
    desk.words("correct-time-of", &[("step", Arg::from(step.as_str()))])
}

#[test]
fn a_wrong_time_is_corrected_by_the_supervisor_and_both_judgements_are_shown() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.works("李建宏", "washer replaced");
    // The clerk corrects words, and no facts.
    desk.window.push("button", &desk.word("ui-correct"));
    let offered = desk
        .window
        .script("return [...document.querySelectorAll('[role=dialog] option')].map((o) => o.text.trim()).join('|')");
    let offered = offered.as_str().unwrap_or_default().to_owned();
    assert!(offered.contains(&desk.word("field-content")), "{offered}");
    assert!(!offered.contains(&time_of(&desk, "finish")), "{offered}");
    desk.window.press("Escape");

    desk.hand_over("supervisor");
    desk.opens(&no);
    let issued = desk.elsewhere(
        "supervisor",
        "orders.show",
        json!({ "order": null, "no": no }),
    );
    let day = issued["order"]["entry_day"].as_str().unwrap_or_default();
    desk.window.push("button", &desk.word("ui-correct"));
    desk.choose("field-field", &time_of(&desk, "finish"));
    // Before the arrival: told at the field, and nothing is changed.
    desk.fill("field-new-value", &format!("{day} 00:00"));
    desk.fill("field-reason", "misread");
    desk.window.press("Ctrl+Enter");
    desk.window.see("早於前一步的時間");
    desk.window.press("Escape");
    desk.window.see_no(&desk.word("ui-corrections"));

    // The appointment was left out: by it the worker came late.
    desk.window.push("button", &desk.word("ui-correct"));
    desk.choose("field-field", &desk.word("field-appointment-at"));
    desk.fill("field-new-value", &format!("{day} 23:59"));
    desk.fill("field-reason", "the resident had asked for the evening");
    desk.window.press("Ctrl+Enter");
    desk.window.until("it is corrected", |w| w.dialogs() == 0);
    desk.window.see("the resident had asked for the evening");
    desk.window.see(&desk.word("ui-corrections"));
}

#[test]
fn the_kind_of_a_request_is_corrected_with_its_orders() {
    let home = demo();
    let desk = Seat::take(&home, "supervisor");
    let no = desk.reports("3-1204", "單國華", "Lamp in the lobby is out");
    let order = desk.elsewhere("clerk", "orders.show", json!({ "order": null, "no": no }));
    let request = order["request"]["no"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    desk.window.push("link", &request);
    desk.window.push("button", &desk.word("ui-correct"));
    desk.choose("field-field", &desk.word("field-kind"));
    desk.choose("field-new-value", &desk.word("common-kind-public"));
    desk.fill("field-reason", "the lobby is public");
    desk.window.press("Ctrl+Enter");
    desk.window.until("it is corrected", |w| w.dialogs() == 0);
    desk.window.see("the lobby is public");
    drop(desk);
    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["kind"], "public");
    assert_eq!(order["countersign"], true);
}
