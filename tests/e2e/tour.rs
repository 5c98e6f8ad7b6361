//! A walk through every screen that leaves a picture of each in `target/tour`. Only for `./dev tour`.

use repair_tests::window::{Home, Window, target};

#[test]
#[ignore = "takes pictures: ./dev tour"]
fn tour() {
    let home = Home::empty();
    let window = Window::start(&home);
    window.shot(&target("tour").join("first-start.png"));
}
