//! The program opens, once.

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
