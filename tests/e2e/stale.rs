//! Two desks, one record: who comes second is told, sees what is there now, and goes on with what was typed (R36).

use serde_json::{Value, json};

use crate::book::{Book, life};
use crate::office::{ENGINEERING, Seat, demo};

/// The order as another desk sees it.
fn seen(desk: &Seat, no: &str) -> Value {
    desk.elsewhere(
        "supervisor",
        "orders.show",
        json!({ "order": null, "no": no }),
    )
}

/// Another desk corrects what the order says.
fn corrected_elsewhere(desk: &Seat, no: &str, content: &str) {
    let order = &seen(desk, no)["order"];
    let correction = json!({
        "order": order["id"], "version": order["version"], "field": "content", "value": content,
        "reason": "misheard",
    });
    desk.elsewhere("supervisor", "orders.correct", correction);
}

#[test]
fn a_step_on_a_changed_order_goes_on_with_what_was_typed() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    let work = desk.word("field-work-done");
    desk.next("finish", |s| {
        s.fill("field-work-done", "washer replaced");
        corrected_elsewhere(s, &no, "Tap in the kitchen drips");
        s.window.press("Ctrl+Enter");
        s.sees("error-stale");
        assert_eq!(s.window.value(&work), "washer replaced");
        // The order is shown as it is now, without leaving the dialog.
        s.window.see("Tap in the kitchen drips");
    });
    desk.sees("order-state-finished");

    // A correction begun keeps its words when the row is read anew.
    desk.window.push("button", &desk.word("ui-correct"));
    let value = desk.word("field-new-value");
    desk.window.fill(&value, "Tap in the bathroom drips");
    corrected_elsewhere(&desk, &no, "Tap at the balcony drips");
    desk.fill("field-reason", "the resident called again");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-stale");
    desk.window.see("Tap at the balcony drips");
    assert_eq!(desk.window.value(&value), "Tap in the bathroom drips");
    desk.window.press("Ctrl+Enter");
    desk.window.until("it is corrected", |w| w.dialogs() == 0);
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["content"], "Tap in the bathroom drips");
    assert_eq!(order["order"]["work_done"], "washer replaced");
}

#[test]
fn paper_of_an_order_that_went_on_meanwhile_is_read_anew() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Drain is blocked");
    desk.notifies(ENGINEERING);
    desk.takes_paper(&no);
    desk.fill("field-work-done", "cleared the drain");
    desk.choose("field-worker", "李建宏");
    let now = crate::office::now().local(chrono_tz::Asia::Taipei);
    let now = now.format("%Y-%m-%d %H%M").to_string();
    for field in ["accepted", "arrived", "finished", "confirmed"] {
        desk.fill(&format!("book-in-{field}"), &now);
    }
    desk.satisfied();
    corrected_elsewhere(&desk, &no, "Drain of the balcony is blocked");
    desk.window.push("button", &desk.word("book-in-save"));
    desk.sees("error-stale");
    desk.window.see("Drain of the balcony is blocked");
    desk.window.push("button", &desk.word("book-in-save"));
    desk.window
        .see(&desk.words("book-in-done", &[("no", no.as_str().into())]));
    drop(desk);
    assert_eq!(life(&Book::of(&home).order(&no)).0, "returned");
}

#[test]
fn an_order_takes_nothing_over_from_the_one_before() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let first = desk.reports("3-1204", "單國華", "Tap drips");
    let second = desk.reports("2-604", "歐陽文彬", "Lamp is out");
    desk.opens(&first);
    corrected_elsewhere(&desk, &first, "Tap in the kitchen drips");
    desk.key("F6");
    desk.sees("error-stale");
    desk.opens(&second);
    desk.window.see_no(&desk.word("error-stale"));
    // Pressed twice it tells the department once, and says no more than that.
    desk.window.hold_back("orders.notify");
    desk.window.press("F6");
    desk.window.press("F6");
    desk.window.let_through();
    desk.window
        .see(&desk.words("order-notified", &[("whom", ENGINEERING.into())]));
    desk.window.settle();
    desk.window.see_no(&desk.word("error-stale"));
    // Going back leads to where the number was typed, and not round in a circle.
    desk.key("Alt+Left");
    desk.window
        .until("the order before", |_| desk.heading() == first);
    drop(desk);

    let book = Book::of(&home);
    assert_eq!(life(&book.order(&second)).1, ["issue", "notify"]);
    assert_eq!(life(&book.order(&first)).1, ["issue"]);
}

/// While the door is asked the dialog stays: its answer may be an error, and what was typed is wanted then.
#[test]
fn a_dialog_does_not_close_before_the_answer() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.window.hold_back("orders.accept");
    desk.next("accept", |s| {
        s.choose("field-worker", "李建宏");
        s.fill("field-at", "25:99");
        s.window.press("Ctrl+Enter");
        s.window.until("the question", |w| w.held_back() == 1);
        s.window.press("Escape");
        s.window.let_through();
        s.window
            .see(&s.words("error-time-unreadable", &[("value", "25:99".into())]));
        assert_eq!(s.window.value(&s.word("field-at")), "25:99");
        s.fill("field-at", "");
    });
    desk.window.hold_back("orders.correct");
    desk.window.push("button", &desk.word("ui-correct"));
    desk.window
        .fill(&desk.word("field-new-value"), "Tap in the kitchen drips");
    desk.fill("field-reason", "misheard");
    desk.window.press("Ctrl+Enter");
    desk.window.until("the question", |w| w.held_back() == 1);
    desk.window.press("Escape");
    assert_eq!(desk.window.dialogs(), 1);
    desk.window.let_through();
    desk.window.until("it is corrected", |w| w.dialogs() == 0);
    // A copy is moved once, however often Enter is pressed.
    desk.window.hold_back("orders.move_copy");
    let second = format!(
        "{} {}",
        desk.word("order-move-copy"),
        desk.word("forms-copy-2")
    );
    desk.window.push("button", &second);
    desk.choose("field-copy-place", &desk.word("name-copy-place-customer"));
    desk.window.focus(&desk.word("field-reason"));
    desk.window.press("Enter");
    desk.window.press("Enter");
    desk.window.let_through();
    desk.window.until("it is moved", |w| w.dialogs() == 0);
    drop(desk);

    let order = Book::of(&home).order(&no);
    let moves = order["moves"].as_array().unwrap().iter();
    let moved = moves.filter(|m| m["place"] == "customer").count();
    assert_eq!(moved, 1, "{}", order["moves"]);
}
