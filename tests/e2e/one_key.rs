//! From the first key to the printed order no field is asked for that the program knows.

use repair_tests::window::Window;
use serde_json::json;

use crate::book::Book;
use crate::office::{PRINTER, Seat, demo};

/// Waits until the cursor stands in that field.
fn at(desk: &Seat, key: &str) {
    let label = desk.word(key);
    desk.window
        .until(&format!("the cursor in {label}"), |w| w.focused() == label);
}

/// Takes the place of a call by typing it.
fn takes(desk: &Seat, place: &str, offered: &str) {
    at(desk, "intake-find");
    desk.window.type_keys(place);
    desk.window.until(offered, |w| w.has("option", offered));
    desk.window.press("Enter");
}

/// Counts the keys that are pressed from now on; keys held for another one are part of it.
fn count(window: &Window) {
    window.script(
        "window.pressed = 0; document.addEventListener('keydown', (event) => {
           if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) window.pressed += 1;
         }, { capture: true }); return null",
    );
}

#[test]
fn a_known_resident_with_a_plain_fault_takes_place_fault_and_one_key() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    // The printer of this desk is the one used last.
    at(&desk, "intake-find");
    let first = desk.reports("3-402", "方素貞", "Lamp flickers");
    desk.prints();
    desk.window.press("Alt+1");
    desk.sees("intake-title");

    at(&desk, "intake-find");
    count(&desk.window);
    let (place, fault) = ("3-1204", "Tap drips");
    takes(&desk, place, "單國華");
    at(&desk, "field-content");
    desk.window.type_keys(fault);
    desk.window.press("Ctrl+Shift+Enter");
    desk.window
        .see(&desk.words("print-sent", &[("printer", PRINTER.into())]));
    let pressed = desk.window.script("return window.pressed");
    // Enter belongs to the place: by it one of those offered is taken.
    let typed = place.len() + 1 + fault.len();
    assert_eq!(pressed, json!(typed + 1), "place, fault and one key");
    desk.window
        .until("the order", |_| desk.heading().starts_with("PG"));
    let no = desk.heading();
    assert_ne!(no, first);
    assert!(home.printer().join(format!("{no}.pdf")).exists());
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(order["request"]["caller"], "單國華");
    assert_eq!(order["request"]["phone"], "0926-713-058");
    assert_eq!(order["request"]["content"], fault);
    let prints = order["prints"].as_array().unwrap();
    assert_eq!(prints.len(), 1);
    assert_eq!(prints[0]["printer"], PRINTER);
    assert!(!prints[0]["accepted_at"].is_null());
}

#[test]
fn what_the_place_fills_in_lies_behind_the_cursor() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    takes(&desk, "3-1204", "單國華");
    at(&desk, "field-content");
    let value = |key: &str| desk.window.value(&desk.word(key));
    for (key, filled) in [("field-phone", "0926-713-058"), ("field-caller", "單國華")] {
        desk.window.press("Shift+Tab");
        at(&desk, key);
        assert_eq!(value(key), filled);
    }
    // Another caller, with two numbers; then on with what is wrong.
    desk.fill("field-caller", "志工");
    desk.fill("field-phone", "0911-000-111、02-2736-1000");
    desk.fill("field-content", "Lamp");
    let no = desk.issues();
    drop(desk);
    let order = Book::of(&home).order(&no);
    assert_eq!(order["request"]["phone"], "0911-000-111 / 02-2736-1000");
}

#[test]
fn without_a_printer_used_before_the_print_dialog_asks_and_the_key_can_be_put_away() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let dialog = desk.word("order-print");
    takes(&desk, "3-1204", "單國華");
    at(&desk, "field-content");
    desk.window.type_keys("Tap drips");
    desk.window.press("Ctrl+Shift+Enter");
    desk.window
        .until("the print dialog", |w| w.has("dialog", &dialog));
    desk.window.until("the printer", |w| {
        w.value(&desk.word("print-printer")) == PRINTER
    });
    desk.window.press("Ctrl+Enter");
    desk.window.until("paper", |w| !w.has("dialog", &dialog));

    // A printer that is gone is told on the order, which is issued all the same.
    std::fs::remove_dir_all(home.printer()).unwrap();
    desk.key("F2");
    takes(&desk, "3-402", "方素貞");
    at(&desk, "field-content");
    desk.window.type_keys("Lamp");
    desk.window.press("Ctrl+Shift+Enter");
    desk.window
        .see(&desk.words("error-printer-missing", &[("printer", PRINTER.into())]));
    desk.window.press("Escape");
    desk.window
        .until("the order", |_| desk.heading().starts_with("PG"));

    desk.key("F2");
    let key = desk.word("intake-issue-print");
    desk.window.until("the key", |w| w.has("button", &key));
    desk.window.push("button", &desk.word("intake-more"));
    desk.window.tick(&desk.word("intake-print-setting"), false);
    desk.window.until("no key", |w| !w.has("button", &key));
    desk.fill("intake-find", "3-1204");
    desk.window.press("Ctrl+Shift+Enter");
    desk.window.settle();
    desk.sees("intake-title");
}

#[test]
fn a_name_that_was_heard_is_offered_as_such_and_an_endless_search_is_told() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let alike = desk.word("intake-by-sound");
    at(&desk, "intake-find");
    desk.window.compose("山國華");
    desk.window.until("單國華", |w| w.has("option", "單國華"));
    desk.window.see(&alike);
    desk.fill("intake-find", "shanguohua");
    desk.window.until("單國華", |w| w.has("option", "單國華"));
    desk.window.see_no(&alike);
    desk.fill("intake-find", &"3".repeat(201));
    desk.window
        .see(&desk.words("error-too-long", &[("max", "200".into())]));
    desk.fill("intake-find", "3-1204");
    desk.window.until("單國華", |w| w.has("option", "單國華"));
}
