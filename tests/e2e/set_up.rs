//! The first quarter of an hour: an office is set up and its administrator signs in, by keyboard.

use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window};

fn word(key: &str) -> String {
    text(Locale::ZhHant, key, &[])
}

#[test]
fn an_office_is_set_up_with_a_composed_name_and_signed_in_to_again() {
    let home = Home::empty();
    let window = Window::start(&home);
    window.see(&word("ui-setup-title"));
    window.focus(&word("ui-office-name"));
    // 𠮷 lies beyond the basic plane; names of people and places do.
    window.compose("𠮷祥苑");
    window.until("the composed name", |w| {
        w.value(&word("ui-office-name")) == "𠮷祥苑"
    });
    // Return ends a composition; it must not submit the form.
    window.begin_composing('管');
    window.xdotool(&["key", "Return"]);
    window.until("one more character", |w| {
        w.value(&word("ui-office-name")) == "𠮷祥苑管"
    });
    window.type_keys("理處");

    window.fill(&word("ui-person-name"), "陳美玲");
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "correct horse");
    window.fill(&word("ui-password-again"), "correct horse");
    window.press("Enter");
    window.see(&word("ui-nav-workbench"));
    drop(window);

    let window = Window::start(&home);
    window.see("𠮷祥苑管理處");
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "wrong horse");
    window.press("Enter");
    window.see(&word("error-wrong-password"));
    assert_eq!(
        window.value(&word("ui-login")),
        "mei",
        "what was typed is kept"
    );
    window.fill(&word("ui-password"), "correct horse");
    window.press("Enter");
    window.see(&word("ui-nav-workbench"));
}
