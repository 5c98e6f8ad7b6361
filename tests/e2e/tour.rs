//! A walk through every screen in three languages, light and dark, that fails on what a careful eye would find: words
//! that are missing, text that is cut off, things over one another, barriers (axe). `./dev tour` leaves a picture of
//! each in `target/tour` besides.

use std::cell::RefCell;
use std::collections::BTreeSet;

use repair_core::ledger::order_state::OrderStep;
use repair_core::ledger::request_state::RequestStep;
use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window, target};
use serde_json::json;

use crate::money::asks_for_printer;
use crate::office::{Seat, demo, open_desk};
use crate::prices;

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
    "money",
    "fees",
    "fees/1",
    "fees/2",
    "fees/2/extras",
    "fees/2/compare",
    "fees/2/import",
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
fn dress(window: &Window, locale: Locale, theme: &str, size: &str) {
    let word = |key: &str| text(locale, key, &[]);
    window.choose(&word("ui-theme"), &word(&format!("ui-theme-{theme}")));
    window.choose(&word("ui-size"), size);
}

/// Everything that the manager and the clerk see, and what every step asks, at the smallest usual window.
fn whole(locale: Locale, theme: &str, size: &str) {
    let home = demo();
    let desk = Seat::open_in(locale, &home);
    desk.window.size(1280, 720);
    dress(&desk.window, locale, theme, size);
    let usual = size == "100 %";
    let tag = match usual {
        true => format!("{}-{theme}", locale.tag()),
        false => format!("{}-large", locale.tag()),
    };
    let eye = Eye::new(&desk.window, &tag, usual);
    eye.look("sign-in");
    desk.sign_in("manager");
    eye.walk(SCREENS);
    desk.hand_over("clerk");
    eye.walk(DESK);
    paper(&desk, &eye);
    desk.finds("3-1204", "單國華");
    eye.look("intake");
    prices::publish(&desk);
    prices::tells(&desk, "廚房水龍頭漏水", "更換水龍頭");
    eye.look("intake-proposed");
    desk.window.press("Ctrl+1");
    desk.window.push("button", &desk.word("quotes-add-line"));
    desk.window.type_keys("加裝遮雨棚");
    prices::sees_review_first(&desk);
    eye.look("intake-estimate");
    desk.window.press("F1");
    eye.look("keys");
    desk.window.press("Escape");
    desk.hand_over("supervisor");
    steps(
        &desk,
        &eye,
        locale == Locale::En && theme == "light" && usual,
    );
    on_site(&desk, &eye);
    desk.window.press("F9");
    desk.sees("ui-unlock");
    eye.look("locked");
    eye.judge();
}

/// What has to do with paper: the preview of an order, its booking in, the reason of a late step.
fn paper(desk: &Seat, eye: &Eye<'_>) {
    // The last one issued; of the one before, the department was told already.
    let mut orders = open_desk().orders.iter().rev();
    let issued = orders.find(|o| o.state == "issued");
    let issued = issued.expect("an order was just issued");
    eye.walk(&[&format!("book-in/{}", issued.no)]);
    desk.window.go(&format!("order/{}", issued.id));
    desk.key("F7");
    desk.window.until("the preview", |w| {
        w.script("return document.querySelectorAll('[role=dialog] svg[role=img]').length") == 3
    });
    eye.look("print");
    desk.window.press("Escape");
    // Half an hour late, and why is told later.
    desk.key("F6");
    desk.window.until("the reason", |_| desk.is_asked_why());
    eye.look("late-step");
    desk.window.press("Escape");
    desk.key("Alt+1");
    desk.window.push("button", &desk.word("bench-unexplained"));
    desk.window.until("late steps", |w| w.dialogs() == 1);
    eye.look("late-steps");
    desk.window.press("Escape");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
    desk.window.go("money");
    asks_for_printer(desk, "money-print-takings");
    eye.look("print-takings");
    desk.window.press("Escape");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
}

/// What is really found on site, with material of the owner's own that will not do.
fn on_site(desk: &Seat, eye: &Eye<'_>) {
    let order = open_desk().orders.iter().find(|o| o.state == "on_site");
    desk.window
        .go(&format!("order/{}", order.expect("a worker is on site").id));
    desk.window.push("button", &desk.word("order-step-amend"));
    desk.window.until("what is found", |w| w.dialogs() == 1);
    desk.window.push("button", &desk.word("quotes-take-up"));
    prices::owners_tap(desk);
    prices::finds_unfit(desk);
    eye.look("on-site");
    desk.window.press("Escape");
    desk.window.until("no dialog", |w| w.dialogs() == 0);
}

/// Every step asks in whole words and can be left by Escape, the keyboard back where it was: each once, or on every
/// order and request that it can be taken on. Closing as not reached is missing, because it takes calls on two days, and
/// hurry, which no one takes: a danger noticed after the call writes it.
fn steps(desk: &Seat, eye: &Eye<'_>, everywhere: bool) {
    let mut seen = BTreeSet::new();
    let open = open_desk();
    for (what, all) in [("order", &open.orders), ("request", &open.requests)] {
        for one in all {
            asks(desk, eye, what, one.id, everywhere, &mut seen);
        }
    }
    for (what, id) in one_step_on(desk) {
        asks(desk, eye, what, id, false, &mut seen);
    }
    let orders = OrderStep::ALL.iter().map(|s| ("order", s.as_str()));
    let requests = RequestStep::ALL.iter().map(|s| ("request", s.as_str()));
    let apart = ["issue", "order", "reopen", "close_unreached", "hurry"];
    for (what, step) in orders.chain(requests).filter(|s| !apart.contains(&s.1)) {
        let word = desk.word(&format!("{what}-step-{}", step.replace('_', "-")));
        assert!(
            seen.contains(&(what, word)),
            "{what}: nobody looked at {step}"
        );
    }
}

/// Looks at what the steps of one order or request ask.
fn asks(
    desk: &Seat,
    eye: &Eye<'_>,
    what: &'static str,
    id: i64,
    everywhere: bool,
    seen: &mut BTreeSet<(&'static str, String)>,
) {
    desk.window.go(&format!("{what}/{id}"));
    for step in steps_open(&desk.window) {
        if !seen.insert((what, step.clone())) && !everywhere {
            continue;
        }
        desk.window.push("button", &step);
        desk.window
            .until(&format!("{step} asks"), |w| w.dialogs() == 1);
        eye.look(&format!("step-{what}-{id}-{}", step.replace(' ', "-")));
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

/// Orders and requests that another desk took one step on, so that the next is open: a fee agreed, a plan found; and a
/// request whose requester was not told how it ended.
fn one_step_on(desk: &Seat) -> [(&'static str, i64); 3] {
    let open = open_desk();
    let order = open.orders.iter().find(|o| o.state == "on_site");
    let order = order.expect("a worker is on site").id;
    let request = open.requests.iter().find(|r| r.state == "in_review");
    let request = request.expect("a request is in review").id;
    let other = |verb: &str, input| desk.elsewhere("supervisor", verb, input);
    let shown = other("orders.show", json!({ "order": order, "no": null }));
    let version = &shown["order"]["version"];
    other(
        "orders.agree",
        json!({ "order": order, "version": version, "fee": shown["order"]["fee"] }),
    );
    let shown = other("requests.show", json!({ "request": request }));
    let version = &shown["request"]["version"];
    other(
        "requests.feasible",
        json!({ "request": request, "version": version, "whom": "王文雄", "plan": "更換", "quote": 90_000 }),
    );
    let bench = other("desk.workbench", json!({}));
    let ended = bench["to_tell"][0]["id"].as_i64();
    let ended = ended.expect("someone is still to be told");
    [("order", order), ("request", request), ("request", ended)]
}

#[test]
fn whole_in_traditional_chinese() {
    whole(Locale::ZhHant, "light", "100 %");
}

#[test]
fn whole_in_traditional_chinese_in_the_dark() {
    whole(Locale::ZhHant, "dark", "100 %");
}

#[test]
fn whole_in_simplified_chinese() {
    whole(Locale::ZhHans, "light", "100 %");
}

#[test]
fn whole_in_simplified_chinese_in_the_dark() {
    whole(Locale::ZhHans, "dark", "100 %");
}

#[test]
fn whole_in_english() {
    whole(Locale::En, "light", "100 %");
}

#[test]
fn whole_in_english_in_the_dark() {
    whole(Locale::En, "dark", "100 %");
}

/// Text at twice the size: everything folds, nothing is lost (WCAG 1.4.4).
#[test]
fn whole_in_large_letters() {
    whole(Locale::ZhHant, "light", "200 %");
}

#[test]
fn whole_in_large_simplified_letters() {
    whole(Locale::ZhHans, "light", "200 %");
}

#[test]
fn whole_in_large_english_letters() {
    whole(Locale::En, "light", "200 %");
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

/// Looks at the page that stands before every office: in every language, light and dark, and in large letters.
fn at_the_gate(home: &Home, name: &str) {
    let window = Window::start(home);
    window.size(1280, 720);
    let mut now = Locale::ZhHant;
    for locale in [Locale::ZhHant, Locale::ZhHans, Locale::En] {
        let language = format!("common-language-{}", locale.tag().to_lowercase());
        let label = text(now, "ui-language", &[]);
        window.choose(&label, &text(now, &language, &[]));
        now = locale;
        for (theme, size) in [("light", "100 %"), ("dark", "100 %"), ("light", "200 %")] {
            dress(&window, locale, theme, size);
            let usual = size == "100 %";
            let dress = if usual { theme } else { "large" };
            let eye = Eye::new(&window, &format!("{}-{dress}", locale.tag()), usual);
            eye.look(name);
            eye.judge();
        }
    }
}

#[test]
fn setting_up_is_whole_in_every_language() {
    at_the_gate(&Home::empty(), "set-up");
}

#[test]
fn a_damaged_ledger_is_whole_in_every_language() {
    let home = demo();
    let whole = std::fs::read(home.ledger()).unwrap();
    std::fs::write(home.ledger(), &whole[..whole.len() / 3]).unwrap();
    at_the_gate(&home, "trouble-damaged");
}

#[test]
fn a_lost_key_is_whole_in_every_language() {
    let home = demo();
    std::fs::remove_file(home.desk().join("office.key")).unwrap();
    at_the_gate(&home, "trouble-key");
}
