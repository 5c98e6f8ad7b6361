//! Files that are no ledger, or not any more: each is told apart, and none is touched.

use std::fs;

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::ledger::file::{Use, connect, sidecar_path};
use repair_core::ledger::{Key, Ledger};

use crate::office::{Office, refused, said};

const WHO: [&str; 4] = ["call", "people.who_am_i", "--as", "ming"];

/// A call refused with this code and sentence, that leaves the file as it was.
fn refused_untouched(office: &Office, code: &str, sentence: &str) {
    let before = fs::read(office.path()).unwrap();
    refused(&office.ctl(&WHO), code, sentence);
    assert_eq!(fs::read(office.path()).unwrap(), before, "{code}");
}

#[test]
fn a_truncated_or_emptied_ledger_is_damaged_and_never_taken_for_a_new_one() {
    let office = Office::new();
    let whole = fs::read(office.path()).unwrap();
    for length in [whole.len() / 2, 4096, 100, 0] {
        fs::write(office.path(), &whole[..length]).unwrap();
        refused_untouched(&office, "ledger-damaged", "從最近的備份還原");
    }
}

#[test]
fn a_lost_ledger_is_missed_and_not_replaced_by_an_empty_one() {
    let office = Office::new();
    fs::remove_file(office.path()).unwrap();
    refused(&office.ctl(&WHO), "ledger-missing", "找不到臺賬");
    let mut rng = StdRng::seed_from_u64(1);
    let created = Ledger::create(&office.path(), office.key(), &mut rng);
    assert!(created.is_err(), "its sidecar still lies there");
    assert!(!office.path().exists());
}

#[test]
fn files_of_other_kinds_are_not_ledgers() {
    let office = Office::new();
    let plain = office.dir.path().join("plain");
    let made = std::process::Command::new("sh")
        .arg("-c")
        .arg(format!(
            "printf 'SQLite format 3\\000' > '{0}' && head -c 8176 /dev/zero >> '{0}'",
            plain.display()
        ))
        .status();
    assert!(made.unwrap().success());
    fs::copy(&plain, office.path()).unwrap();
    refused_untouched(&office, "not-a-ledger", "不是報事報修臺賬");
    fs::remove_file(sidecar_path(&office.path())).unwrap();
    for bytes in [
        &b""[..],
        b"short",
        "一份普通的文字檔".repeat(500).as_bytes(),
    ] {
        fs::write(office.path(), bytes).unwrap();
        refused_untouched(&office, "not-a-ledger", "不是報事報修臺賬");
    }
}

#[test]
fn a_wrong_key_is_told_from_a_damaged_file_and_a_key_that_is_away() {
    let office = Office::new();
    let key_file = office.dir.path().join("office.key");
    let other = Key::random(&mut StdRng::seed_from_u64(99));
    fs::write(&key_file, other.to_hex()).unwrap();
    refused_untouched(&office, "wrong-key", "金鑰與這本臺賬不符");
    fs::write(&key_file, "no key at all").unwrap();
    refused(&office.ctl(&WHO), "key-missing", "金鑰");
    fs::remove_file(&key_file).unwrap();
    refused(&office.ctl(&WHO), "key-missing", "金鑰");
}

#[test]
fn a_newer_ledger_is_refused_politely() {
    let office = Office::new();
    let conn = connect(&office.path(), &office.key(), Use::Desk).unwrap();
    conn.execute_batch("PRAGMA user_version = 9999").unwrap();
    drop(conn);
    refused_untouched(&office, "ledger-newer", "請更新程式後再開啟");
}

#[test]
fn a_lost_or_garbled_sidecar_is_written_again() {
    let office = Office::new();
    let sidecar = sidecar_path(&office.path());
    let text = fs::read(&sidecar).unwrap();
    for loss in [None, Some("{"), Some("{\"magic\": \"other\"}")] {
        match loss {
            None => fs::remove_file(&sidecar).unwrap(),
            Some(garbled) => fs::write(&sidecar, garbled).unwrap(),
        }
        let called = office.ctl(&WHO);
        assert!(called.status.success(), "{}", said(&called));
        assert_eq!(fs::read(&sidecar).unwrap(), text);
    }
    // Without it and with the wrong key nothing tells a ledger from any other file.
    fs::remove_file(&sidecar).unwrap();
    let other = Key::random(&mut StdRng::seed_from_u64(99));
    fs::write(office.dir.path().join("office.key"), other.to_hex()).unwrap();
    refused_untouched(&office, "not-a-ledger", "缺少旁邊同名的 .id 檔");
}
