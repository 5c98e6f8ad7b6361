//! What is recorded of a call is what stands in its fields: the place, who calls, the phone (R2, R36).

use serde_json::json;

use crate::book::Book;
use crate::office::{Seat, demo};

/// Looks a place up and takes it from the list once it is offered.
fn takes(desk: &Seat, typed: &str, place: &str) {
    desk.fill("intake-find", typed);
    desk.window.until(place, |w| w.has("option", place));
    desk.window.press("Enter");
    desk.window.until("the place", |w| {
        w.value(&desk.word("intake-find")).contains(place)
    });
}

fn value(desk: &Seat, key: &str) -> String {
    desk.window.value(&desk.word(key))
}

#[test]
fn what_a_place_put_in_goes_with_it_and_what_was_typed_stays() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    assert_eq!(value(&desk, "field-phone"), "0926-713-058");
    // A public place has no resident: nobody's name and number are left over.
    takes(&desk, "大堂", "一樓大堂");
    assert_eq!(value(&desk, "field-caller"), "");
    assert_eq!(value(&desk, "field-phone"), "");
    desk.finds("2-604", "歐陽文彬");
    assert_eq!(value(&desk, "field-phone"), "0972-408-316");
    // What is typed over is the person's own, and another caller has another number than the resident.
    desk.fill("field-caller", "社區志工");
    desk.fill("field-phone", "0911-000-111");
    takes(&desk, "3-1204", "1204");
    assert_eq!(value(&desk, "field-caller"), "社區志工");
    assert_eq!(value(&desk, "field-phone"), "0911-000-111");
    desk.fill("field-phone", "");
    takes(&desk, "2-604", "604");
    assert_eq!(value(&desk, "field-phone"), "");
}

#[test]
fn a_place_that_was_typed_over_is_not_recorded() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "Typed over");
    desk.fill("intake-find", "3-1205");
    desk.window.press("Ctrl+Enter");
    let unknown = |text: &str| desk.words("intake-place-unknown", &[("text", text.into())]);
    desk.window.see(&unknown("3-1205"));
    assert_eq!(value(&desk, "intake-find"), "3-1205");
    assert_eq!(value(&desk, "field-content"), "Typed over");
    // The place of a further fault is looked up likewise.
    desk.finds("3-1204", "單國華");
    desk.window.push("button", &desk.word("intake-another"));
    let second = |key: &str| desk.words(key, &[("n", "2".into())]);
    desk.window
        .fill(&second("intake-content-more"), "Elsewhere");
    desk.window.fill(&second("intake-own-place"), "9-9999");
    desk.window.press("Ctrl+Enter");
    desk.window.see(&unknown("9-9999"));
    drop(desk);

    let filter = json!({ "filter": { "text": "Typed over" }, "before": null, "limit": 9 });
    let found = Book::of(&home).call("requests.list", filter);
    assert_eq!(found["rows"], json!([]), "nothing was recorded");
}

#[test]
fn enter_before_the_answer_takes_what_was_typed_and_nothing_else() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.key("F2");
    desk.fill("intake-find", "3-402");
    desk.window
        .until("the first place", |w| w.has("option", "方素貞"));
    desk.window.hold_back("places.find");
    desk.fill("intake-find", "3-1204");
    desk.window.press("Enter");
    assert_eq!(value(&desk, "field-caller"), "", "nothing is found yet");
    desk.window.let_through();
    desk.window
        .until("the caller", |_| value(&desk, "field-caller") == "單國華");
    desk.window.settle();
    assert!(!desk.window.has("option", "單國華"), "the list is closed");
}

#[test]
fn the_history_is_that_of_the_place_chosen_last() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.reports("3-402", "方素貞", "Lamp of the first");
    desk.reports("1-803", "解振邦", "Lamp of the second");
    desk.window.hold_back("requests.at_place");
    desk.finds("3-402", "方素貞");
    desk.finds("1-803", "解振邦");
    assert_eq!(desk.window.held_back(), 2);
    // The answer for the second comes first.
    desk.window.let_through();
    desk.window.settle();
    let intake = desk
        .window
        .script("return document.querySelector('main form').innerText");
    let intake = intake.as_str().unwrap_or_default();
    assert!(intake.contains("Lamp of the second"), "{intake}");
    assert!(!intake.contains("Lamp of the first"), "{intake}");
}
