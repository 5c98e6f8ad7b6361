use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::check::{CheckBackup, CheckLedger};
use super::now::BackUpNow;
use super::plan::{ChoosePlan, ShowPlan};
use super::restore::{Login, Restore, restore_at_rest};
use crate::Moment;
use crate::desk::Desk;
use crate::desk::testing::{at, desk_with_office, sign_in};
use crate::error::{Code, Result};
use crate::ledger::task::Task;
use crate::ledger::verify::Depth;
use crate::ledger::{Ledger, backup_runs::BackupKind};
use crate::people::session::{SignIn, WhoAmI};

struct Office {
    dir: tempfile::TempDir,
    desk: Desk,
    token: String,
}

impl Office {
    fn new() -> Self {
        let (dir, desk) = desk_with_office();
        let token = sign_in(&desk, at(0));
        std::fs::create_dir(dir.path().join("safe")).unwrap();
        let office = Self { dir, desk, token };
        office.choose("safe", true).unwrap();
        office
    }

    fn choose(&self, folder: &str, daily: bool) -> Result<()> {
        self.choose_at(at(0), &self.token, folder, daily)
    }

    fn choose_at(&self, now: Moment, token: &str, folder: &str, daily: bool) -> Result<()> {
        let folder = self.dir.path().join(folder).display().to_string();
        self.desk
            .call(Some(token), now, ChoosePlan { folder, daily })
            .map(drop)
    }

    fn back_up(&self, now: Moment) -> Result<PathBuf> {
        let verb = BackUpNow { folder: None };
        let made = self.desk.work(Some(&self.token), now, verb)?;
        Ok(made.value.run.file.into())
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.dir.path().join(folder))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn restore(&self, file: &Path) -> Result<super::restore::Restored> {
        let verb = Restore {
            file: file.display().to_string(),
        };
        let done = self.desk.work(Some(&self.token), at(9), verb)?;
        Ok(done.value)
    }

    fn is_true(&self) {
        let report = self.desk.ledger().verify(Depth::Rows, &Arc::default());
        assert_eq!(report.unwrap().faults, []);
    }
}

#[test]
fn a_backup_is_one_checked_file_with_its_sidecar_and_a_record() {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(office.files("safe"), [name.clone(), format!("{name}.id")]);
    assert!(name.contains("-20261123-090100-"), "office time: {name}");
    let plan = office.desk.work(Some(&office.token), at(2), ShowPlan {});
    let plan = plan.unwrap().value;
    assert_eq!(plan.files.len(), 1);
    let last = plan.last.unwrap();
    assert_eq!(last.file, file.display().to_string());
    assert!(last.head.starts_with(&plan.files[0].head));
    assert!(last.by_person.is_some());
    let check = CheckBackup {
        file: last.file.clone(),
    };
    let report = office.desk.work(Some(&office.token), at(2), check);
    assert_eq!(report.unwrap().value.head, last.head);
    let bytes = std::fs::read(&file).unwrap();
    assert!(!bytes.starts_with(b"SQLite"), "encrypted as the ledger is");
    let check = CheckLedger {
        depth: Depth::Rows,
        head: None,
    };
    let report = office.desk.work(Some(&office.token), at(3), check);
    assert_eq!(report.unwrap().value.faults, []);
}

#[test]
fn what_an_interrupted_backup_left_goes_with_the_next_one() {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    let left = file.with_added_extension("partial");
    let journal = file.with_added_extension("partial-journal");
    let foreign =
        file.with_file_name("repair-desk-00000000-20261123-090100-00000000.backup.partial");
    for path in [&left, &journal, &foreign] {
        std::fs::write(path, "half").unwrap();
    }
    office.back_up(at(2)).unwrap();
    assert!(!left.exists() && !journal.exists());
    assert!(foreign.exists(), "another office's, which may be at work");
}

#[test]
fn the_daily_backup_is_made_once_a_day_and_tried_again_after_a_failure() {
    let office = Office::new();
    let due = |now| office.desk.back_up_if_due(now);
    let made = due(at(1)).unwrap().unwrap();
    assert_eq!(
        (made.run.kind, made.run.by_person),
        (BackupKind::Daily, None)
    );
    assert!(due(at(2)).unwrap().is_none());
    let tomorrow = 24 * 60;
    std::fs::rename(
        office.dir.path().join("safe"),
        office.dir.path().join("away"),
    )
    .unwrap();
    let gone = due(at(tomorrow)).unwrap_err();
    assert_eq!(gone.code, Code::BackupFolderGone);
    assert!(gone.params["path"].ends_with("safe"));
    assert!(
        due(at(tomorrow + 29)).unwrap().is_none(),
        "not every minute"
    );
    std::fs::rename(
        office.dir.path().join("away"),
        office.dir.path().join("safe"),
    )
    .unwrap();
    assert!(due(at(tomorrow + 31)).unwrap().is_some());
    let later = sign_in(&office.desk, at(2 * tomorrow));
    office
        .choose_at(at(2 * tomorrow), &later, "safe", false)
        .unwrap();
    assert!(due(at(3 * tomorrow)).unwrap().is_none(), "not wanted");
    office.is_true();
}

#[test]
fn old_backups_are_thinned_and_other_files_are_left_alone() {
    let office = Office::new();
    let strange = [
        "notes.txt",
        "repair-desk-00000000-20200101-000000-00000000.backup",
    ];
    for name in strange {
        std::fs::write(office.dir.path().join("safe").join(name), "x").unwrap();
    }
    let mut thinned = 0;
    for day in 0..40 {
        let made = office
            .desk
            .back_up_if_due(at(day * 24 * 60))
            .unwrap()
            .unwrap();
        thinned += made.thinned;
    }
    let files = office.files("safe");
    let backups = files.iter().filter(|f| f.ends_with(".backup")).count() - 1;
    assert_eq!(backups + thinned, 40);
    assert_eq!(backups, 7 + 4, "seven days and the weeks before: {files:?}");
    assert_eq!(files.len(), 2 * backups + 2);
    for name in strange {
        assert!(files.iter().any(|f| f == name));
    }
}

#[test]
fn a_restore_brings_the_day_back_keeps_the_replaced_ledger_and_is_recorded() {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    office.choose("safe", false).unwrap(); // after the backup
    let restored = office.restore(&file).unwrap();
    let kept = PathBuf::from(restored.kept.unwrap());
    assert!(
        kept.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .contains(".replaced-20261123-0909")
    );

    let old_session = office.desk.read(Some(&office.token), at(10), WhoAmI {});
    assert_eq!(old_session.unwrap_err().code, Code::SignInFirst);
    let token = sign_in(&office.desk, at(10));
    let plan = office.desk.work(Some(&token), at(10), ShowPlan {}).unwrap();
    assert!(plan.value.daily, "as it was when the backup was made");
    office.is_true();
    let acts = crate::audit::list::ListActs {
        filter: crate::ledger::audit_trail::ActFilter {
            verb: "backup.restore".into(),
            ..Default::default()
        },
        before: None,
        limit: 9,
    };
    let acts = office.desk.read(Some(&token), at(10), acts).unwrap().acts;
    assert_eq!(acts.len(), 1);
    assert_eq!(acts[0].person_name.as_deref(), Some("單小明"));

    // The replaced ledger is whole, with what came after the backup.
    let key = office.desk.ledger().key().clone();
    let before = Ledger::open(&kept, key).unwrap();
    assert_eq!(
        before.verify(Depth::Rows, &Arc::default()).unwrap().faults,
        []
    );
    let left: Vec<String> = office
        .files(".")
        .into_iter()
        .filter(|f| f.contains("restor") || f.contains("swap"))
        .collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn a_restore_of_a_bad_file_changes_nothing_and_says_why() {
    let office = Office::new();
    let good = office.back_up(at(1)).unwrap();
    let dir = office.dir.path();
    let copy = |name: &str| {
        let to = dir.join(name);
        std::fs::copy(&good, &to).unwrap();
        std::fs::copy(
            good.with_extension("backup.id"),
            dir.join(format!("{name}.id")),
        )
        .unwrap();
        to
    };
    let head = || {
        office
            .desk
            .ledger()
            .verify(Depth::Chain, &Arc::default())
            .unwrap()
            .head
    };
    let before = head();

    let truncated = copy("truncated");
    let bytes = std::fs::read(&good).unwrap();
    std::fs::write(&truncated, &bytes[..bytes.len() / 2]).unwrap();
    let empty = copy("empty");
    std::fs::write(&empty, "").unwrap();
    let text = dir.join("text");
    std::fs::write(
        &text,
        "not a ledger at all, but quite some text".repeat(200),
    )
    .unwrap();
    let text_with_sidecar = copy("text2");
    std::fs::copy(&text, &text_with_sidecar).unwrap();
    let plain = dir.join("plain");
    let conn = rusqlite::Connection::open(&plain).unwrap();
    conn.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    drop(conn);
    let other = Office::new();
    let foreign = other.back_up(at(1)).unwrap();
    let odd_sidecar = copy("odd");
    std::fs::write(dir.join("odd.id"), "{}").unwrap();
    let open_elsewhere = other.desk.ledger().path().to_owned();

    for (file, code) in [
        (dir.join("nothing-here"), Code::NotABackup),
        (truncated, Code::BackupDamaged),
        (empty, Code::BackupDamaged),
        (text, Code::NotABackup),
        (text_with_sidecar, Code::BackupDamaged),
        (plain, Code::NotABackup),
        (foreign, Code::LedgerForeign),
        (odd_sidecar, Code::NotABackup),
        (open_elsewhere, Code::LedgerLocked),
        (office.desk.ledger().path().to_owned(), Code::LedgerLocked),
    ] {
        let refused = office.restore(&file).unwrap_err();
        assert_eq!(refused.code, code, "{}: {refused}", file.display());
        assert_eq!(head(), before, "{}", file.display());
    }
    let rest: Vec<_> = office
        .files(".")
        .into_iter()
        .filter(|f| f.contains("restored"))
        .collect();
    assert_eq!(rest, [""; 0]);
    // The sidecar alone may be lost: the key opens the file, and its name is inside.
    let without = copy("without");
    std::fs::remove_file(dir.join("without.id")).unwrap();
    assert!(office.restore(&without).is_ok());
}

#[test]
fn a_backup_that_was_tampered_with_or_is_newer_is_refused() {
    let office = Office::new();
    let key = office.desk.ledger().key().clone();
    let file = office.back_up(at(1)).unwrap();
    let change = |sql: &str| {
        use crate::ledger::file::{Use, connect};
        connect(&file, &key, Use::Make)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    };
    change("UPDATE person SET roles = '[]'");
    let untrue = office.restore(&file).unwrap_err();
    assert_eq!(
        (untrue.code, untrue.params["count"].as_str()),
        (Code::Untrue, "1")
    );
    change("PRAGMA user_version = 9999");
    let newer = office.restore(&file).unwrap_err();
    assert_eq!(
        (newer.code, newer.params["found"].as_str()),
        (Code::LedgerNewer, "9999")
    );
    office.is_true();
}

#[test]
fn another_reader_holds_a_restore_up_and_the_desk_goes_on() {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    let ledger = office.desk.ledger();
    let reader = Ledger::open_to_read(ledger.path(), ledger.key().clone()).unwrap();
    assert_eq!(office.restore(&file).unwrap_err().code, Code::LedgerLocked);
    assert!(
        office
            .desk
            .read(Some(&office.token), at(9), WhoAmI {})
            .is_ok()
    );
    office.is_true();
    drop(reader);
    assert!(office.restore(&file).is_ok());
}

#[test]
fn a_damaged_or_lost_ledger_is_restored_at_rest_by_an_administrator_of_the_backup() {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    let path = office.desk.ledger().path().to_owned();
    let key = office.desk.ledger().key().clone();
    let restore = |login: &str, password: &str| {
        let login = Login { login, password };
        restore_at_rest(&path, &key, &file, &login, at(9), [1; 32], &Arc::default())
    };
    assert_eq!(
        restore("ming", "a long password").unwrap_err().code,
        Code::LedgerLocked
    );
    drop(office.desk);
    std::fs::write(&path, "damaged").unwrap();
    assert_eq!(
        Ledger::open(&path, key.clone()).err().unwrap().code,
        Code::LedgerDamaged
    );
    assert_eq!(
        restore("ming", "wrong").unwrap_err().code,
        Code::WrongPassword
    );
    let restored = restore("ming", "a long password").unwrap();
    assert_eq!(std::fs::read(restored.kept.unwrap()).unwrap(), b"damaged");
    let open = || Desk::new(Ledger::open(&path, key.clone()).unwrap(), [1; 32]).unwrap();
    sign_in(&open(), at(10));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(restore("ming", "a long password").unwrap().kept, None);
    sign_in(&open(), at(10));
}

mod daily;
mod refusing;
mod under_way;
