//! The rail: screens in groups by what the role does, and records by their numbers wherever they are named.

use crate::office::{Seat, demo};

/// Names of the rail's links, as they stand.
fn links(desk: &Seat) -> Vec<String> {
    let names = desk
        .window
        .script("return [...document.querySelectorAll('nav a')].map((a) => a.textContent.trim())");
    let names = names.as_array().unwrap().iter();
    names.map(|n| n.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_rail_folds_by_keyboard_and_what_is_shown_never_hides() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let word = |key: &str| desk.word(key);
    let all = links(&desk);
    for daily in [
        "ui-nav-workbench",
        "ui-nav-book-in",
        "day-end",
        "ui-nav-orders",
        "money-nav",
        "ui-nav-places",
    ] {
        assert!(all.contains(&word(daily)), "{daily} is used every day");
    }
    assert!(
        !all.contains(&word("ui-nav-audit")),
        "a clerk sees no trail"
    );
    // To the rail by one key, to its lines by arrows.
    desk.key("Alt+0");
    assert!(desk.window.focused().contains(&word("ui-nav-workbench")));
    desk.window.press("Up");
    assert!(desk.window.focused().contains(&word("ui-rail-desk")));
    desk.window.press("Enter");
    desk.window
        .until("the group folds", |_| links(&desk).len() < all.len());
    let folded = links(&desk);
    assert!(
        folded.contains(&word("ui-nav-workbench")),
        "where one is, one sees"
    );
    assert!(!folded.contains(&word("ui-nav-book-in")));
    // Folded it stays, for this person alone.
    desk.key("Alt+3");
    desk.window.until("the other screen", |_| {
        !links(&desk).contains(&word("ui-nav-workbench"))
    });
    desk.hand_over("supervisor");
    assert!(links(&desk).contains(&word("ui-nav-book-in")));
    desk.hand_back("林美玲");
    assert!(!links(&desk).contains(&word("ui-nav-book-in")));
}

#[test]
fn every_role_has_its_daily_screens_in_sight_at_the_smallest_usual_window() {
    let home = demo();
    let desk = Seat::open_in(repair_core::text::Locale::ZhHant, &home);
    desk.window.size(1280, 720);
    desk.sign_in("manager");
    for login in ["clerk", "supervisor"] {
        let cut = desk.window.script(
            "const nav = document.querySelector('nav'); return nav.scrollHeight - nav.clientHeight",
        );
        assert_eq!(cut, 0, "the rail fits before {login}");
        desk.hand_over(login);
    }
}

#[test]
fn a_number_leads_to_its_record_from_the_trail_and_from_the_field_of_numbers() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "水龍頭漏水");
    desk.hand_over("manager");
    desk.window.push("link", &desk.word("ui-nav-audit"));
    desk.fill("audit-number", &no);
    desk.window.push("link", &no);
    desk.window.until("the order", |_| desk.heading() == no);
    // A request by its number, typed in small letters.
    let request = desk.window.script(
        "return [...document.querySelectorAll('main a')].map((a) => a.textContent.trim()).find((t) => t.startsWith('BX'))",
    );
    let request = request
        .as_str()
        .expect("the order names its request")
        .to_owned();
    desk.key("F3");
    desk.window.type_keys(&request.to_lowercase());
    desk.window.press("Enter");
    desk.window
        .until("the request", |_| desk.heading() == request);
    desk.key("F3");
    desk.window.type_keys("PG20991231-001");
    desk.window.press("Enter");
    desk.sees("error-not-found");
}
