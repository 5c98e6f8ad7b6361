//! A walk through every screen in three languages, light and dark, that fails on what a careful eye would find: words
//! that are missing, text that is cut off, things over one another, barriers (axe). `./dev tour` leaves a picture of
//! each in `target/tour` besides.

use std::cell::RefCell;

use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window, target};

use crate::office::{Seat, demo, open_desk};

/// Set by `./dev tour`.
const PICTURES: &str = "REPAIR_TOUR";

/// Screens of the manager, who sees nearly all.
const SCREENS: &[&str] = &[
    "workbench",
    "queue/issued",
    "queue/archived",
    "orders",
    "requests",
    "places",
    "places/3",
    "places/4",
    "places/parties",
    "people",
    "people/departments",
    "people/deputies",
    "settings",
    "backup",
    "audit",
];

/// Screens of the clerk, who works at them.
const DESK: &[&str] = &[
    "workbench",
    "day-end",
    "handover",
    "book-in",
    "order/20",
    "request/1",
];

/// Looks at pages and gathers what is wrong with them.
struct Eye<'w> {
    window: &'w Window,
    tag: String,
    barriers: bool,
    found: RefCell<Vec<String>>,
}

impl<'w> Eye<'w> {
    fn new(window: &'w Window, tag: &str, barriers: bool) -> Self {
        window.listen();
        Self {
            window,
            tag: tag.to_owned(),
            barriers,
            found: RefCell::default(),
        }
    }

    fn look(&self, name: &str) {
        self.window.settle();
        let name = format!("{}-{}", self.tag, name.replace('/', "-"));
        if std::env::var_os(PICTURES).is_some() {
            self.window
                .shot(&target("tour").join(format!("{name}.png")));
        }
        let mut wrong = self.window.faults();
        if self.barriers {
            wrong.extend(self.window.barriers());
        }
        let wrong = wrong.into_iter().map(|fault| format!("{name}: {fault}"));
        self.found.borrow_mut().extend(wrong);
    }

    fn walk(&self, screens: &[&str]) {
        for screen in screens {
            self.window.go(screen);
            self.look(screen);
        }
    }

    /// Fails with everything that was found.
    fn judge(self) {
        let found = self.found.into_inner();
        assert!(
            found.is_empty(),
            "{} faults:\n{}",
            found.len(),
            found.join("\n")
        );
    }
}

/// Chooses the theme and the size of text by keyboard, as a user does.
fn dress(desk: &Seat, theme: &str, size: &str) {
    desk.choose("ui-theme", &desk.word(&format!("ui-theme-{theme}")));
    desk.choose("ui-size", size);
}

/// Everything that the manager and the clerk see, at the smallest usual window.
fn whole(locale: Locale, theme: &str) {
    let home = demo();
    let desk = Seat::open_in(locale, &home);
    desk.window.size(1280, 720);
    dress(&desk, theme, "100 %");
    let eye = Eye::new(&desk.window, &format!("{}-{theme}", locale.tag()), true);
    eye.look("sign-in");
    desk.sign_in("manager");
    eye.walk(SCREENS);
    desk.hand_over("clerk");
    eye.walk(DESK);
    desk.finds("3-1204", "單國華");
    eye.look("intake");
    desk.window.press("F1");
    eye.look("keys");
    desk.window.press("Escape");
    desk.window.press("F9");
    desk.sees("ui-unlock");
    eye.look("locked");
    eye.judge();
}

#[test]
fn whole_in_traditional_chinese() {
    whole(Locale::ZhHant, "light");
}

#[test]
fn whole_in_traditional_chinese_in_the_dark() {
    whole(Locale::ZhHant, "dark");
}

#[test]
fn whole_in_simplified_chinese() {
    whole(Locale::ZhHans, "light");
}

#[test]
fn whole_in_english() {
    whole(Locale::En, "light");
}

#[test]
fn whole_in_english_in_the_dark() {
    whole(Locale::En, "dark");
}

/// Text at twice the size: everything folds, nothing is lost (WCAG 1.4.4).
#[test]
fn whole_in_large_letters() {
    for locale in [Locale::En, Locale::ZhHant] {
        let home = demo();
        let desk = Seat::open_in(locale, &home);
        desk.window.size(1280, 720);
        dress(&desk, "light", "200 %");
        let eye = Eye::new(&desk.window, &format!("{}-large", locale.tag()), false);
        eye.look("sign-in");
        desk.sign_in("manager");
        eye.walk(&[
            "orders", "people", "settings", "places/4", "audit", "backup",
        ]);
        desk.hand_over("clerk");
        eye.walk(DESK);
        eye.judge();
    }
}

/// Every step that can be taken asks in whole words and can be left by Escape, the keyboard back where it was.
#[test]
fn every_step_asks_in_whole_words() {
    let home = demo();
    let desk = Seat::take_in(Locale::En, &home, "supervisor");
    desk.window.size(1280, 720);
    let eye = Eye::new(&desk.window, "en-step", true);
    for (what, ids) in [("order", &open_desk().0), ("request", &open_desk().1)] {
        for id in ids {
            desk.window.go(&format!("{what}/{id}"));
            for step in steps_open(&desk.window) {
                desk.window.push("button", &step);
                desk.window
                    .until(&format!("{step} asks"), |w| w.dialogs() == 1);
                eye.look(&format!("{what}-{id}-{}", step.replace(' ', "-")));
                desk.window.press("Escape");
                desk.window
                    .until(&format!("{step} is left"), |w| w.dialogs() == 0);
                let back = desk.window.focused();
                assert!(
                    back.starts_with(&step),
                    "after {step} the keyboard is at {back}"
                );
            }
        }
    }
    eye.judge();
}

/// Names of the buttons that open a dialog, among the steps open now.
fn steps_open(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main [role=group] [aria-haspopup=dialog]')]
        .map((b) => b.firstChild.textContent.trim())";
    let names = window.script(script);
    let names = names.as_array().into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn setting_up_is_whole_in_every_language() {
    let home = Home::empty();
    let window = Window::start(&home);
    window.size(1280, 720);
    let mut now = Locale::ZhHant;
    for locale in [Locale::ZhHant, Locale::ZhHans, Locale::En] {
        let language = format!("common-language-{}", locale.tag().to_lowercase());
        let label = text(now, "ui-language", &[]);
        window.choose(&label, &text(now, &language, &[]));
        now = locale;
        let eye = Eye::new(&window, locale.tag(), true);
        eye.look("set-up");
        eye.judge();
    }
}
