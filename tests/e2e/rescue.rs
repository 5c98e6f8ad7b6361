//! A ledger that cannot be opened is brought back from a backup, from the window.

use std::path::{Path, PathBuf};

use repair_core::Moment;
use repair_core::desk::Desk;
use repair_core::text::{Locale, text};
use repair_tests::window::{Home, Window};
use serde_json::{Value, json};

use crate::opening::key_file_notice;

fn word(key: &str) -> String {
    text(Locale::ZhHant, key, &[])
}

/// Sets up an office and makes a backup of it in `folder`.
pub fn office_with_backup(desk: &Desk, folder: &Path) {
    let now = Moment::parse("2026-11-23T01:00:00Z").unwrap();
    let call = |token: Option<&str>, verb: &str, input: Value| {
        let answer = desk.call_by_name(token, now, verb, input).unwrap();
        answer["value"].clone()
    };
    let departments = json!([
        { "name": "客戶服務中心", "kind": "desk", "phone": null },
        { "name": "工程維修部", "kind": "engineering", "phone": null },
    ]);
    let administrator = json!({ "name": "陳美玲", "login": "mei", "password": "correct horse", "roles": ["manager"] });
    let office = json!({
        "office": "祥苑管理處", "zone": "Asia/Taipei",
        "departments": departments, "administrator": administrator,
    });
    call(None, "office.set_up", office);
    let secret = json!({ "login": "mei", "password": "correct horse" });
    let signed = call(None, "people.sign_in", secret);
    let folder = json!({ "folder": folder });
    call(signed["token"].as_str(), "backup.now", folder);
}

fn backup_in(folder: &Path) -> PathBuf {
    let mut files = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path());
    files
        .find(|f| f.extension().is_some_and(|e| e == "backup"))
        .unwrap()
}

#[test]
fn a_damaged_ledger_is_restored_from_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::with(|desk| office_with_backup(desk, folder.path()));
    let ledger = home.desk().join("office.ledger");
    let whole = std::fs::read(&ledger).unwrap();
    std::fs::write(&ledger, &whole[..whole.len() / 3]).unwrap();

    let window = Window::start(&home);
    window.see(&word("error-ledger-damaged"));
    home.answer_dialog(&backup_in(folder.path()));
    window.push("button", &word("trouble-choose"));
    window.see(".backup");
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "wrong horse");
    window.press("Enter");
    window.see(&word("error-wrong-password"));
    window.fill(&word("ui-password"), "correct horse");
    window.press("Enter");
    window.see("祥苑管理處");
    window.fill(&word("ui-login"), "mei");
    window.fill(&word("ui-password"), "correct horse");
    window.press("Enter");
    window.see(&word("ui-nav-workbench"));
    let kept = std::fs::read_dir(home.desk()).unwrap();
    let kept: Vec<_> = kept.map(|f| f.unwrap().file_name()).collect();
    assert!(
        kept.iter()
            .any(|f| f.to_string_lossy().contains("replaced")),
        "the damaged ledger is kept: {kept:?}"
    );
}

#[test]
fn a_whole_ledger_whose_key_was_lost_opens_with_its_recovery_key() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::with(|desk| office_with_backup(desk, folder.path()));
    let key_file = home.desk().join("office.key");
    let key = std::fs::read_to_string(&key_file).unwrap();
    std::fs::remove_file(&key_file).unwrap();

    let window = Window::start(&home);
    window.see(&word("error-key-missing"));
    window.fill(&word("trouble-key"), &"ab".repeat(32));
    window.press("Enter");
    window.see(&word("error-wrong-key"));
    window.fill(&word("trouble-key"), key.trim());
    window.press("Enter");
    window.see("祥苑管理處");
    window.see(&key_file_notice(&home));
    let kept = std::fs::read_to_string(&key_file).unwrap();
    assert_eq!(kept.trim(), key.trim(), "this computer keeps the key again");
}
