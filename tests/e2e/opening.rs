//! The program opens, once.

use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window};

/// What is said before sign-in as long as the key lies in a file.
pub fn key_file_notice(home: &Home) -> String {
    let file = home.desk().join("office.key").display().to_string();
    let path = ("path", file.as_str().into());
    text(Locale::ZhHant, "ui-key-file-notice", &[path])
}

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
    // No keyring answers here: whoever sets the office up is told where the key lies.
    window.see(&key_file_notice(&home));
}

#[test]
fn a_second_start_leaves_it_to_the_first() {
    let home = Home::empty();
    let window = Window::start(&home);
    window.see("報事報修臺賬");
    // Without a window manager, taking it off the screen is what minimising is.
    let shown = ["search", "--onlyvisible", "--class", "repair-desk"];
    window.xdotool(&[&shown[..], &["windowunmap", "--sync", "%@"]].concat());
    window.until("it is minimised", |w| !w.is_shown());
    assert!(window.start_again().success());
    window.until("it is shown again", Window::is_shown);
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
