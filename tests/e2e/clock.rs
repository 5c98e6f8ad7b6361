//! A computer whose clock cannot be right, or stands in another time zone than the office.

use chrono_tz::Asia::Taipei;
use repair_core::text::Locale;
use repair_demo::player::PASSWORD;
use repair_tests::window::Window;
use serde_json::json;

use crate::book::Book;
use crate::office::{Seat, demo, demo_of_hours_ago, now};

/// A supervisor answers for the time, in the dialog that asks for it.
fn answers(desk: &Seat, login: &str, reason: &str) {
    desk.window.fill(&desk.word("clock-login"), login);
    desk.window.fill(&desk.word("clock-password"), PASSWORD);
    desk.window.fill(&desk.word("clock-reason"), reason);
    desk.window.press("Enter");
}

#[test]
fn after_a_long_silence_the_start_asks_for_a_supervisors_reason() {
    let (home, _) = demo_of_hours_ago(10 * 24);
    let desk = Seat::open_in(Locale::ZhHant, &home);
    desk.sees("clock-title");
    desk.window.see("已超過一週");
    // Without it nobody gets in.
    desk.window.press("Escape");
    desk.window.fill(&desk.word("ui-login"), "clerk");
    desk.window.fill(&desk.word("ui-password"), PASSWORD);
    desk.window.press("Enter");
    desk.sees("clock-title");
    answers(&desk, "clerk", "休假");
    desk.sees("error-denied");
    answers(&desk, "manager", "春節休假");
    desk.sees("clock-recorded");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
    desk.sign_in("manager");
    desk.window.push("link", &desk.word("ui-nav-backup"));
    desk.window
        .push("button", &desk.word("backup-check-ledger"));
    desk.window.see("春節休假");
    desk.window.see("間隔超過一週");
    drop(desk);
    Book::of(&home);
}

#[test]
fn a_computer_of_another_time_zone_is_told_at_the_start() {
    let home = demo();
    let at = |zone: &str| Window::start_with(&home, &[("TZ", zone)]);
    let window = at("America/New_York");
    window.see("America/New_York");
    window.see("Asia/Taipei");
    drop(window);
    // Another name for the same time is no difference.
    let window = at("Asia/Shanghai");
    window.until("the sign-in page", |w| w.has("button", "登入"));
    assert!(!window.text().contains("Asia/Taipei"));
}

#[test]
fn a_day_long_ago_is_entered_after_a_supervisor_let_it() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let long_ago = now().plus_minutes(-10 * 24 * 60).local(Taipei);
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "A paper found late");
    desk.window.push("button", &desk.word("intake-more"));
    let when = long_ago.format("%Y-%m-%d %H:%M").to_string();
    desk.fill("field-received-at", &when);
    desk.window.push("button", &desk.word("intake-record"));
    desk.sees("clock-title");
    desk.window.see(&when);
    answers(&desk, "supervisor", "紙本夾在舊簿子裡");
    desk.sees("clock-recorded");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
    // What was typed is still there.
    desk.window.push("button", &desk.word("intake-record"));
    desk.window
        .until("the request", |_| desk.heading().starts_with("BX"));
    drop(desk);
    let filter = json!({ "filter": { "text": "A paper found late" }, "before": null, "limit": 9 });
    let found = Book::of(&home).call("requests.list", filter);
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
    assert_eq!(found["rows"][0]["late_entry"], true);
}

#[test]
fn a_locked_desk_whose_clock_jumped_is_taken_up_again() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    home.put_clock(-3 * 24 * 60);
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "Before the battery was empty");
    desk.window.press("Ctrl+Enter");
    desk.sees("clock-title");
    desk.window.see("還早");
    desk.window.press("Escape");
    // The lock covers the desk at once; what keeps it from being opened is settled above it.
    desk.key("F9");
    desk.sees("clock-title");
    answers(&desk, "supervisor", "電池換過");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
    desk.unlocks();
    desk.issues();
    drop(desk);
    home.put_clock(0);
    Book::of(&home);
}
