//! The desk's day in the window: the night is taken over in the morning, the day ends with its list.

use repair_core::TimeInput;
use repair_core::text::{Locale, text};
use repair_demo::player::PASSWORD;
use repair_tests::window::Home;
use serde_json::json;

use crate::office::{Seat, demo, now};

fn word(key: &str) -> String {
    text(Locale::ZhHant, key, &[])
}

/// The monitoring centre took a call last night at ten past two.
fn night_call(home: &Home) {
    let desk = home.door();
    let now = now();
    let typed = TimeInput("02:10".into());
    let at = typed.resolve(now, chrono_tz::Asia::Taipei, true).unwrap();
    let at = if at > now {
        at.plus_minutes(-24 * 60)
    } else {
        at
    };
    let call = |token: Option<&str>, verb: &str, input| {
        let answer = desk.call_by_name(token, now, verb, input).unwrap();
        answer["value"].clone()
    };
    let monitor = json!({ "login": "monitor", "password": PASSWORD });
    let signed_in = call(None, "people.sign_in", monitor);
    let told = json!({
        "channel": "phone", "source": "area", "place_text": "東門", "caller": "夜間保全", "phone": null,
        "received_at": at.to_string(), "phone_refused": false,
        "requests": [{ "kind": "public", "content": "gate stands open", "urgency": "normal", "danger": "none" }],
    });
    call(signed_in["token"].as_str(), "requests.record", told);
}

#[test]
fn the_night_is_taken_over_in_the_morning() {
    let home = demo();
    night_call(&home);
    let desk = Seat::take(&home, "clerk");
    let window = &desk.window;
    window.push("link", &word("day-handover"));
    window.see("gate stands open");
    window.push("button", &word("day-take-over"));
    window.until("it asks from whom", |w| {
        w.has("dialog", &word("day-take-over"))
    });
    window.fill(&word("field-remarks"), "gate shut by hand");
    window.focus(&word("field-at"));
    window.press("Enter");
    window.see(&word("day-handover-none"));
    window.see("吳國強 → 林美玲");
    window.see("gate shut by hand");
}

#[test]
fn the_day_end_list_is_looked_at_and_printed() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let window = &desk.window;
    window.push("link", &word("day-end"));
    window.see(&word("day-end-about"));
    // What is out is out at any hour; what came in after closing stands on tomorrow's list.
    window.see(&word("day-copy-out"));
    window.see("廚房水槽堵塞");
    window.push("button", &word("day-print-title"));
    window.until("it asks for a printer", |w| {
        w.has("dialog", &word("day-print-title"))
    });
    window.until("the printer", |w| {
        w.value(&word("print-printer")) == "Test printer"
    });
    window.push("button", &word("print-now"));
    window.see(&text(
        Locale::ZhHant,
        "print-sent",
        &[("printer", "Test printer".into())],
    ));
    let mut printed = std::fs::read_dir(home.printer()).unwrap();
    let printed = printed.next().unwrap().unwrap().file_name();
    assert!(printed.to_string_lossy().starts_with("day-end-"));
}
