//! What is half typed is there when the person comes back: from the lock, from another screen, from another's turn at
//! the shared desk (R2, R36, R39).

use crate::office::{ENGINEERING, Seat, demo};

fn content(desk: &Seat) -> String {
    desk.window.value(&desk.word("field-content"))
}

#[test]
fn a_half_typed_call_outlives_lock_and_other_screens() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "Half a sentence");
    desk.key("F9");
    desk.sees("ui-unlock");
    let covered = desk.window.text();
    assert!(
        !covered.contains("單國華"),
        "the lock covers residents' data"
    );
    // No key of the desk works beneath the lock.
    desk.window.press("F4");
    desk.unlocks();
    assert_eq!(content(&desk), "Half a sentence");
    for key in ["F4", "Alt+3"] {
        desk.key(key);
        desk.window.until("another screen", |w| {
            !w.has("field", &desk.word("intake-find"))
        });
        desk.key("Alt+1");
        assert_eq!(content(&desk), "Half a sentence");
        assert_eq!(desk.window.value(&desk.word("field-caller")), "單國華");
    }
    // Another person begins a call of his own.
    desk.hand_over("supervisor");
    assert_eq!(content(&desk), "");
    desk.hand_back("林美玲");
    assert_eq!(content(&desk), "Half a sentence");
    desk.window.focus(&desk.word("field-content"));
    desk.issues();
    desk.window.see("Half a sentence");
    desk.key("Alt+1");
    assert_eq!(content(&desk), "", "what is recorded is no draft any more");
}

#[test]
fn a_step_half_taken_is_there_after_the_lock() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    desk.next("finish", |s| {
        s.fill("field-work-done", "washer, half told");
        s.window.press("F9");
        s.sees("ui-unlock");
        assert_eq!(s.window.dialogs(), 0, "the dialog is covered too");
        s.window.press("Escape");
        s.unlocks();
        let work = s.word("field-work-done");
        s.window.until("the dialog", |w| w.has("field", &work));
        assert_eq!(s.window.value(&work), "washer, half told");
        s.window
            .until("the keyboard where it was", |w| w.focused() == work);
    });
    desk.sees("order-state-finished");
}

#[test]
fn paper_half_booked_in_is_kept_until_it_is() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Drain is blocked");
    desk.notifies(ENGINEERING);
    desk.takes_paper(&no);
    desk.fill("field-work-done", "half of what is on the paper");
    desk.key("Alt+1");
    desk.sees("intake-title");
    desk.key("F4");
    desk.window.see(&no);
    assert_eq!(
        desk.window.value(&desk.word("field-work-done")),
        "half of what is on the paper"
    );
}

/// Who was shut out meanwhile is led to the sign-in page, and nothing breaks on the way.
#[test]
fn a_session_that_was_ended_leads_to_the_sign_in_page() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.window.listen();
    let people = desk.elsewhere("manager", "people.list", serde_json::json!({}));
    let people = people.as_array().into_iter().flatten();
    let mut clerk = people
        .clone()
        .find(|p| p["login"] == "clerk")
        .cloned()
        .unwrap_or_default();
    clerk["person"] = clerk["id"].clone();
    clerk["department"] = clerk["department_id"].clone();
    clerk["active"] = false.into();
    desk.elsewhere("manager", "people.change", clerk);
    desk.key("F9");
    desk.sees("error-sign-in-first");
    desk.sees("ui-sign-in");
    assert_eq!(
        desk.window.script("return window.broken"),
        serde_json::json!([])
    );
}
