//! What is kept in a safe: the recovery key, and the way to a backup.

use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window};

use crate::office::{Seat, demo};
use crate::rescue::office_with_backup;

fn word(key: &str) -> String {
    text(Locale::ZhHant, key, &[])
}

#[test]
fn the_recovery_key_is_asked_for_until_it_is_put_away() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::with(|desk| office_with_backup(desk, folder.path()));
    let window = Window::start(&home);
    window.see(&word("ui-login"));
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "correct horse");
    window.press("Enter");
    window.see(&word("backup-key-due"));
    window.push("button", &word("backup-key-take"));
    window.until("the key", |w| w.has("dialog", &word("backup-key")));
    home.answer_dialog(folder.path());
    window.push("button", &word("backup-key-save"));
    window.see(".pdf");
    let saved = std::fs::read_dir(folder.path()).unwrap();
    let mut names = saved.map(|f| f.unwrap().file_name().to_string_lossy().into_owned());
    assert!(names.any(|name| name.starts_with("recovery-key-") && name.ends_with(".pdf")));
    window.press("Escape");
    window.until("the key is covered", |w| w.dialogs() == 0);
    // Put away on the page of backups, it is put away everywhere.
    window.push("link", &word("ui-nav-backup"));
    window.push("button", &word("backup-key"));
    window.until("the key", |w| w.has("dialog", &word("backup-key")));
    window.see(&word("backup-key-due"));
    window.push("button", &word("backup-key-kept"));
    window.see_no(&word("backup-key-due"));
}

#[test]
fn a_file_that_is_no_backup_is_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    let home = demo();
    let desk = Seat::take(&home, "manager");
    let window = &desk.window;
    window.script("location.hash = '/backup'");
    let letter = folder.path().join("letter.backup");
    std::fs::write(
        &letter,
        "not a ledger at all, but quite some text".repeat(200),
    )
    .unwrap();
    home.answer_dialog(&letter);
    window.push("button", &word("backup-restore-other"));
    window.until("it asks once more", |w| {
        w.has("dialog", &word("backup-restore"))
    });
    window.push("button", &word("backup-restore"));
    window.see(&text(
        Locale::ZhHant,
        "error-not-a-backup",
        &[("path", letter.display().to_string().as_str().into())],
    ));
    window.see(&word("ui-nav-workbench"));
}
