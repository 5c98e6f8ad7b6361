//! Booking in a paper by keyboard alone (返單登記): what stands on it, in how many keys.

use chrono_tz::Asia::Taipei;
use repair_core::Moment;
use repair_tests::window::Window;
use serde_json::json;

use crate::book::{Book, life};
use crate::office::{ENGINEERING, Seat, demo};
use crate::prices::publish;

/// A desk types four keys a second: twenty seconds for a plain order, forty for one with three lines.
const PLAIN: usize = 80;
const THREE_LINES: usize = 160;

/// The minute in which the order was issued, as it is typed.
fn minute(desk: &Seat, no: &str) -> String {
    let order = desk.elsewhere("clerk", "orders.show", json!({ "no": no }));
    let at = Moment::parse(order["order"]["issued_at"].as_str().unwrap()).unwrap();
    at.local(Taipei).format("%H%M").to_string()
}

/// From the key that opens the screen to the time of the finish; the keyboard is in what was done then.
fn begins(desk: &Seat, no: &str, time: &str) {
    desk.takes_paper(no);
    desk.choose("field-worker", "李建宏");
    for _ in ["accepted", "arrived", "finished"] {
        desk.window.press("Tab");
        desk.window.type_keys(time);
    }
    desk.window.press("Tab");
}

/// From the requester's word to the end.
fn ends(desk: &Seat, no: &str, time: &str) {
    let confirmation = desk.word("field-confirmation");
    desk.window.reach("radios", &confirmation);
    for _ in ["signed", "satisfied", "by himself"] {
        desk.window.press("1");
        desk.window.press("Tab");
    }
    desk.window.type_keys(time);
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("book-in-done", &[("no", no.into())]));
}

#[test]
fn a_plain_paper_is_booked_in_within_twenty_seconds_of_keys() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Drain is blocked");
    desk.notifies(ENGINEERING);
    let time = minute(&desk, &no);
    let keys = desk.window.keys_for(|w| {
        begins(&desk, &no, &time);
        w.type_keys("cleared drain");
        ends(&desk, &no, &time);
    });
    assert!(keys <= PLAIN, "{keys} keys");
    desk.explains("paper-late");
    drop(desk);
    let (state, steps) = life(&Book::of(&home).order(&no));
    assert_eq!(state, "returned");
    assert_eq!(
        steps.join(" "),
        "issue notify accept arrive finish confirm return"
    );
}

#[test]
fn a_paper_with_three_lines_is_booked_in_within_forty_seconds_of_keys() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    let no = desk.reports("3-1204", "單國華", "Kitchen leaks");
    desk.notifies(ENGINEERING);
    let time = minute(&desk, &no);
    let next = |w: &Window, text: &str| {
        w.press("Tab");
        w.type_keys(text);
    };
    let item = |w: &Window, code: &str, name: &str| {
        w.press("Alt+I");
        w.type_keys(code);
        w.until(name, |w| w.has("option", name));
        w.press("Enter");
    };
    let keys = desk.window.keys_for(|w| {
        begins(&desk, &no, &time);
        w.type_keys("new tap, drain");
        item(w, "GP-01", "更換水龍頭");
        next(w, "2");
        // The owner's own tap, looked at on site.
        w.press("Alt+M");
        w.type_keys("tap");
        desk.choose("quotes-supply", &desk.word("quotes-supply-owner"));
        w.press("Tab");
        w.press("1");
        item(w, "GP-03", "廚房水槽疏通");
        w.press("Alt+M");
        w.type_keys("hose");
        w.focus(&desk.word("quotes-price"));
        w.type_keys("15");
        // Outside the schedule: engineering judged it.
        w.press("Alt+I");
        w.type_keys("cupboard");
        w.focus(&desk.word("quotes-agreed"));
        w.type_keys("50");
        w.see("345.00");
        w.focus(&desk.word("book-in-fee"));
        w.type_keys("345");
        next(w, "Xu");
        ends(&desk, &no, &time);
    });
    assert!(keys <= THREE_LINES, "{keys} keys");
    desk.explains("paper-late");
    desk.opens(&no);
    desk.window.see("業主自購，檢查合格");
    drop(desk);
    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["fee"], 34_500);
    let (_, steps) = life(&order);
    assert_eq!(
        steps.join(" "),
        "issue notify accept arrive amend agree finish confirm return"
    );
}

/// What is missing takes the keyboard; another amount than that of the items is told with both; what was typed stays.
#[test]
fn what_a_paper_lacks_is_asked_for_where_it_is_missing() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    let no = desk.reports("3-1204", "單國華", "Kitchen leaks");
    desk.notifies(ENGINEERING);
    let time = minute(&desk, &no);
    begins(&desk, &no, &time);
    desk.window.press("Ctrl+Enter");
    desk.sees("error-missing");
    let done = desk.word("field-work-done");
    desk.window
        .until("the keyboard is there", |w| w.focused().starts_with(&done));
    desk.window.type_keys("new tap");
    desk.window.press("Alt+I");
    desk.window.type_keys("GP-01");
    desk.window
        .until("the tap", |w| w.has("option", "更換水龍頭"));
    desk.window.press("Enter");
    desk.window.see("100.00 元");
    desk.fill("book-in-fee", "90");
    let confirmation = desk.word("field-confirmation");
    desk.window.reach("radios", &confirmation);
    desk.satisfied();
    desk.fill("book-in-confirmed", &time);
    desk.window.press("Ctrl+Enter");
    desk.window.see(&desk.words(
        "error-fee-differs",
        &[("value", "90.00".into()), ("amount", "100.00".into())],
    ));
    let fee = desk.word("book-in-fee");
    desk.window
        .until("the amount is asked for", |w| w.focused().starts_with(&fee));
    desk.fill("book-in-fee", "100");
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("book-in-done", &[("no", no.as_str().into())]));
}
