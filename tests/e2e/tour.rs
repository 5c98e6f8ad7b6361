//! A walk through every screen that leaves a picture of each in `target/tour`: three languages, light and dark, and
//! the narrow window and large text once each. Only for `./dev tour`.

use repair_tests::window::{Home, Window, target};

use crate::office::{demo, sign_in};

const SCREENS: &[&str] = &[
    "workbench",
    "queue/issued",
    "queue/returned",
    "book-in",
    "day-end",
    "handover",
    "order/1",
    "order/20",
    "request/1",
    "orders",
    "requests",
    "places",
    "people",
    "people/departments",
    "people/deputies",
    "settings",
    "backup",
    "audit",
];

fn picture(window: &Window, name: &str) {
    // Fonts and first answers settle; the tour takes pictures and judges nothing.
    std::thread::sleep(std::time::Duration::from_millis(700));
    window.shot(&target("tour").join(format!("{}.png", name.replace('/', "-"))));
}

fn walk(window: &Window, tag: &str) {
    for screen in SCREENS {
        window.script(&format!("location.hash = '/{screen}'"));
        picture(window, &format!("{tag}-{screen}"));
    }
}

fn look(window: &Window, locale: &str, theme: &str, scale: u32) {
    window.script(&format!(
        "localStorage.setItem('locale', '{locale}'); localStorage.setItem('theme', '{theme}');
         localStorage.setItem('scale', '{scale}'); location.reload()"
    ));
}

#[test]
#[ignore = "takes pictures: ./dev tour"]
fn tour() {
    let empty = Home::empty();
    let window = Window::start(&empty);
    window.size(1360, 860);
    for locale in ["zh-Hant", "zh-Hans", "en"] {
        look(&window, locale, "light", 100);
        picture(&window, &format!("{locale}-set-up"));
    }
    drop(window);

    let home = demo();
    let window = Window::start(&home);
    window.size(1360, 860);
    window.see("登入名稱");
    picture(&window, "zh-Hant-sign-in");
    sign_in(&window, "manager");
    for (locale, theme) in [
        ("zh-Hant", "light"),
        ("zh-Hant", "dark"),
        ("zh-Hans", "light"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        look(&window, locale, theme, 100);
        again(&window, "manager");
        walk(&window, &format!("{locale}-{theme}"));
    }
    look(&window, "zh-Hant", "light", 100);
    again(&window, "clerk");
    window.size(1280, 720);
    for screen in ["workbench", "order/20", "orders"] {
        window.script(&format!("location.hash = '/{screen}'"));
        picture(&window, &format!("narrow-{screen}"));
    }
    look(&window, "zh-Hant", "light", 200);
    again(&window, "clerk");
    for screen in ["workbench", "order/20", "orders"] {
        window.script(&format!("location.hash = '/{screen}'"));
        picture(&window, &format!("large-{screen}"));
    }
}

/// After a reload the page asks who is there, in whatever language it was set to.
fn again(window: &Window, login: &str) {
    window.until("the sign-in page", |w| {
        w.script("return document.querySelectorAll('input[type=password]').length") == 1
    });
    window.script("location.hash = '/workbench'; document.querySelector('input').focus()");
    window.type_keys(login);
    window.press("Tab");
    window.type_keys(repair_demo::player::PASSWORD);
    window.press("Enter");
    window.until("the rail", |w| {
        w.script("return document.querySelectorAll('nav a').length")
            .as_u64()
            > Some(2)
    });
}
