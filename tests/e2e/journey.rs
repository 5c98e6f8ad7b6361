//! The desk's everyday ways beside the lives: paper booked in, input methods, bad input.

use crate::book::{Book, life};
use crate::office::{ENGINEERING, Seat, demo};

/// Most orders come back like this: one screen, what stands on the paper from top to bottom (返單登記).
#[test]
fn a_paper_order_is_booked_in_on_one_screen() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Drain is blocked");
    desk.prints();
    desk.notifies(ENGINEERING);
    desk.window.press("F4");
    desk.fill("field-no", &no);
    desk.window.press("Enter");
    desk.sees("field-real-item");
    desk.choose("field-worker", "李建宏");
    desk.fill("field-work-done", "cleared the drain");
    let evaluation = desk.word("field-evaluation");
    desk.window
        .pick(&evaluation, &desk.word("common-evaluation-mostly"));
    desk.window.push("button", &desk.word("book-in-save"));
    desk.window
        .see(&desk.words("book-in-done", &[("no", no.as_str().into())]));
    // The number's field waits for the next paper; the order itself is found by its number.
    desk.opens(&no);
    desk.sees("order-state-returned");
    desk.next("follow-up", |_| ());
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
    desk.window.press("F2");
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
