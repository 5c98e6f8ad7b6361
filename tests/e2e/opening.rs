//! The program opens, once.

use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window};

#[test]
fn the_window_opens_and_says_what_it_is() {
    let home = Home::empty();
    let window = Window::start(&home);
    assert!(
        window.title().contains("報事報修臺賬"),
        "{}",
        window.title()
    );
    window.see("報事報修臺賬");
    assert!(home.desk().join("office.ledger").exists());
}

#[test]
fn a_second_start_leaves_it_to_the_first() {
    let home = Home::empty();
    let window = Window::start(&home);
    assert!(window.start_again().success());
    window.see("報事報修臺賬");
}

#[test]
fn a_ledger_in_use_elsewhere_is_said_to_be() {
    let home = Home::empty();
    // Another desktop session: its bus knows nothing of the first window.
    let first = Window::start(&home);
    first.see("報事報修臺賬");
    let second = Window::start(&home);
    second.see(&text(Locale::ZhHant, "error-ledger-locked", &[]));
    drop(first);
    second.push("button", &text(Locale::ZhHant, "trouble-again", &[]));
    second.see(&text(Locale::ZhHant, "ui-setup-title", &[]));
}
