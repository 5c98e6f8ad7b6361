//! The native dialogs, worked from outside as a person would; every other test answers them beforehand.

use std::path::Path;

use repair_tests::window::{Home, Window};

/// Asks for a folder through the shell's own command.
const ASK: &str = "window.picked = undefined; window.__TAURI_INTERNALS__
    .invoke('pick', { wanted: { what: 'folder', title: 'Where to' } })
    .then((path) => { window.picked = path ?? 'nothing'; });";

#[test]
fn a_folder_is_chosen_in_the_real_dialog() {
    let home = Home::empty();
    let window = Window::start_with(&home, &[("REPAIR_DESK_PICK", "/none")]);
    window.script(ASK);
    window.xdotool(&[
        "search",
        "--sync",
        "--onlyvisible",
        "--name",
        "Where to",
        "windowfocus",
        "--sync",
    ]);
    // The dialog loses keys that come before its list has loaded, and says nowhere when it has.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let folder = home.printer();
    window.xdotool(&["type", "--delay", "40", &folder.display().to_string()]);
    std::thread::sleep(std::time::Duration::from_millis(500));
    window.xdotool(&["key", "Return"]);
    window.until("the chosen folder", |w| {
        w.script("return window.picked") == folder.display().to_string()
    });
}

#[test]
fn a_prepared_answer_takes_the_place_of_a_dialog() {
    let home = Home::empty();
    let window = Window::start(&home);
    window.script(ASK);
    window.until("no choice", |w| {
        w.script("return window.picked") == "nothing"
    });
    home.answer_dialog(Path::new("/somewhere"));
    window.script(ASK);
    window.until("the answer", |w| {
        w.script("return window.picked") == "/somewhere"
    });
}
