//! Backups made and restored from the window, and the demo office that a newcomer can try.

use std::path::Path;

use repair_core::desk::Desk;
use repair_core::text::{Locale, text};
use repair_demo::player::PASSWORD;
use repair_tests::window::{Home, Window};
use serde_json::{Value, json};

use crate::book::Book;
use crate::office::{Seat, demo, now};
use crate::rescue::office_with_backup;

/// Name of the backup in a folder, if there is one.
fn backup_in(folder: &Path) -> Option<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut names = files.map(|f| f.unwrap().file_name().into_string().unwrap());
    names.find(|name| name.ends_with(".backup"))
}

#[test]
fn a_backup_is_made_and_restored_and_a_wrong_file_refused() {
    let folder = tempfile::tempdir().unwrap();
    let home = demo();
    let desk = Seat::take(&home, "manager");
    desk.window.push("link", &desk.word("ui-nav-backup"));
    desk.sees("backup-no-folder");
    home.answer_dialog(folder.path());
    desk.window
        .push("button", &desk.word("backup-choose-folder"));
    desk.window.see(&folder.path().display().to_string());
    desk.window.push("button", &desk.word("backup-now"));
    let restore = format!("{} 20", desk.word("backup-restore"));
    desk.window
        .until("the backup in its folder", |w| w.has("button", &restore));

    // The key that opens backups elsewhere is shown on demand.
    desk.window.push("button", &desk.word("backup-key"));
    let key = std::fs::read_to_string(home.desk().join("office.key")).unwrap();
    desk.window.until("the recovery key", |w| {
        let shown =
            w.script("return document.querySelector('[role=dialog] .key')?.textContent ?? ''");
        let shown = shown.as_str().unwrap_or_default();
        shown.split_whitespace().collect::<String>() == key.trim()
    });
    desk.window.press("Escape");

    // What is done after the backup is gone once it is restored.
    desk.window.press("Alt+5");
    desk.window
        .push("button", &desk.word("places-add-community"));
    let name = desk.words(
        "places-name",
        &[(
            "kind",
            text(Locale::ZhHant, "places-kind-community", &[])
                .as_str()
                .into(),
        )],
    );
    desk.window.fill(&name, "春暉園");
    desk.window.press("Enter");
    desk.window
        .until("the new community", |w| w.has("link", "春暉園"));

    // A file that only looks like a backup is refused with its sentence and changes nothing.
    let good = backup_in(folder.path()).unwrap();
    let mut parts: Vec<_> = good.split('-').collect();
    let day = parts.len() - 3;
    let year = &parts[day][..4];
    parts[day] = "20301231";
    let wrong = folder.path().join(parts.join("-"));
    std::fs::write(&wrong, "no ledger at all").unwrap();
    desk.window.push("link", &desk.word("ui-nav-backup"));
    let pick = |year: &str| {
        desk.window
            .push("button", &format!("{} {year}", desk.word("backup-restore")));
        desk.window.until("the question", |w| w.dialogs() == 1);
        desk.window.push("button", &desk.word("backup-restore"));
    };
    pick("2030");
    let path = wrong.display().to_string();
    desk.window
        .see(&desk.words("error-not-a-backup", &[("path", path.as_str().into())]));
    pick(year);
    desk.sees("ui-sign-in");
    desk.sign_in("manager");
    desk.window.press("Alt+5");
    desk.window.until("the places", |w| w.has("link", "錦繡園"));
    assert!(
        !desk.window.has("link", "春暉園"),
        "the ledger is the backup's"
    );
    drop(desk);

    Book::of(&home);
    let files = std::fs::read_dir(home.desk()).unwrap();
    let files: Vec<_> = files.map(|f| f.unwrap().file_name()).collect();
    assert!(
        files
            .iter()
            .any(|f| f.to_string_lossy().contains("replaced")),
        "the replaced ledger is kept: {files:?}"
    );
}

/// Nobody signs in, nobody asks: the office has its backup of the day all the same (R40).
#[test]
fn the_daily_backup_appears_in_its_folder_by_itself() {
    let (safe, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let by_mei = |desk: &Desk, verb: &str, input: Value| {
        let call = |token: Option<&str>, verb: &str, input: Value| {
            let answer = desk.call_by_name(token, now(), verb, input).unwrap();
            answer["value"].clone()
        };
        let secret = json!({ "login": "mei", "password": "correct horse" });
        let signed = call(None, "people.sign_in", secret);
        call(signed["token"].as_str(), verb, input)
    };
    let home = Home::with(|desk| {
        office_with_backup(desk, stick.path());
        let plan = json!({ "folder": safe.path(), "daily": true });
        by_mei(desk, "backup.choose_plan", plan);
    });
    let window = Window::start_with(&home, &[("REPAIR_DESK_BACKUP_SECONDS", "1")]);
    window.until("the backup of the day", |_| {
        backup_in(safe.path()).is_some()
    });
    let word = |key: &str| text(Locale::ZhHant, key, &[]);
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "correct horse");
    window.press("Enter");
    window.push("link", &word("ui-nav-backup"));
    let restore = format!("{} 20", word("backup-restore"));
    window.until("the backup in the list", |w| w.has("button", &restore));
    drop(window);
    let daily = json!({ "filter": { "verb": "backup.daily" }, "before": null, "limit": 9 });
    let acts = by_mei(&home.door(), "audit.list", daily)["acts"].clone();
    assert_eq!(acts.as_array().unwrap().len(), 1, "once a day: {acts}");
    assert_eq!(
        (&acts[0]["outcome"], &acts[0]["person"]),
        (&json!("done"), &Value::Null)
    );
}

#[test]
fn a_newcomer_loads_the_demo_office_and_works_in_it() {
    let home = Home::empty();
    let window = Window::start(&home);
    let word = |key: &str| text(Locale::ZhHant, key, &[]);
    window.push("button", &word("demo-play"));
    // It is played through the door, call by call: longer than anything a desk does.
    window.patiently("the demo office", |w| w.text().contains(PASSWORD));
    let desk = Seat {
        window,
        locale: Locale::ZhHant,
    };
    desk.sign_in("clerk");
    desk.sees("intake-title");
    desk.sees("order-state-on-site");
    desk.finds("3-1204", "單國華");
    drop(desk);
    Book::of(&home);
}
