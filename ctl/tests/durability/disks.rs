//! Disks that are full or may not be written to, as the system itself says it. Each test runs once more inside a mount
//! namespace of its own, on a small disk in memory. Where the system allows no such namespace it is left out, counted
//! and said by `./dev test`; `full.rs` tries what it can without.

use std::path::{Path, PathBuf};
use std::process::Command;

use repair_core::Code;
use repair_core::backup::now::BackUpNow;
use repair_core::backup::plan::ChoosePlan;
use repair_core::desk::Desk;
use repair_core::ledger::Ledger;
use repair_core::ledger::verify::Depth;
use repair_core::people::session::WhoAmI;

use crate::office::{now, open_in, sign_in};

const DISK: &str = "REPAIR_TEST_DISK";

/// File that takes a line for each test that was left out.
const SKIPPED: &str = "REPAIR_SKIPPED";

/// Notes that a test was left out, and why.
fn skip(test: &str, why: &str) {
    use std::io::Write;
    eprintln!("{test} left out: {why}");
    if let Some(list) = std::env::var_os(SKIPPED) {
        let mut list = std::fs::File::options()
            .create(true)
            .append(true)
            .open(list)
            .unwrap();
        writeln!(list, "{test}: {why}").unwrap();
    }
}

/// Runs `test` again with a disk of that size mounted, and passes its verdict on.
fn with_disk(test: &str, options: &str) {
    for namespace in ["-m", "-rm"] {
        let able = Command::new("unshare")
            .args([namespace, "sh", "-c", "mount -t tmpfs tmpfs /mnt"])
            .output();
        if !able.is_ok_and(|o| o.status.success()) {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let me = std::env::current_exe().unwrap();
        let inside = format!(
            "mount -t tmpfs -o {options} tmpfs '{0}' && exec '{1}' --exact --ignored --nocapture disks::{test}",
            dir.path().display(),
            me.display(),
        );
        let ran = Command::new("unshare")
            .args([namespace, "sh", "-c", &inside])
            .env(DISK, dir.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    skip(test, "no mount namespace can be made here");
}

fn disk() -> PathBuf {
    std::env::var_os(DISK)
        .expect("runs inside a namespace only")
        .into()
}

pub fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Fills the disk to the last byte.
fn fill(disk: &Path) -> PathBuf {
    use std::io::Write;
    let path = disk.join("filler");
    let mut file = std::fs::File::create(&path).unwrap();
    while file.write_all(&[0; 512]).is_ok() {}
    path
}

/// Fails unless the ledger passes every check.
pub fn is_true(desk: &Desk) {
    let report = desk.ledger().verify(Depth::Rows, &Default::default());
    assert_eq!(report.unwrap().faults, []);
}

#[test]
fn a_full_disk_refuses_the_step_and_the_desk_goes_on_once_there_is_room() {
    with_disk("full_disk_of_the_ledger", "size=4m");
}

#[test]
#[ignore = "runs inside a namespace"]
fn full_disk_of_the_ledger() {
    let disk = disk();
    let desk = open_in(&disk);
    let token = sign_in(&desk);
    let safe = tempfile::tempdir().unwrap();
    let plan = |daily| ChoosePlan {
        folder: safe.path().display().to_string(),
        daily,
    };
    let filler = fill(&disk);
    let mut refused = None;
    for n in 0..200 {
        // What room the log still has is used up first.
        if let Err(error) = desk.call(Some(&token), now(), plan(n % 2 == 0)) {
            refused = Some(error.code);
            break;
        }
    }
    assert_eq!(refused, Some(Code::DiskFull));
    assert!(
        desk.read(Some(&token), now(), WhoAmI {}).is_ok(),
        "reading goes on"
    );
    std::fs::remove_file(filler).unwrap();
    desk.call(Some(&token), now(), plan(true)).unwrap();
    desk.call(Some(&token), now(), plan(false)).unwrap();
    is_true(&desk);
    // And after a restart, as after a power cut on the full disk.
    let key = desk.ledger().key().clone();
    drop(desk);
    let desk = Desk::new(
        Ledger::open(&disk.join("office.ledger"), key).unwrap(),
        [1; 32],
    );
    is_true(&desk.unwrap());
}

#[test]
fn a_backup_that_does_not_fit_leaves_no_half_file() {
    with_disk("full_disk_of_the_backups", "size=128k");
}

#[test]
#[ignore = "runs inside a namespace"]
fn full_disk_of_the_backups() {
    let disk = disk();
    let home = tempfile::tempdir().unwrap();
    let desk = open_in(home.path());
    let token = sign_in(&desk);
    let folder = Some(disk.display().to_string());
    let full = desk.work(Some(&token), now(), BackUpNow { folder });
    assert_eq!(full.unwrap_err().code, Code::DiskFull);
    assert_eq!(files(&disk), [""; 0]);
    is_true(&desk);
}

#[test]
fn a_disk_that_may_not_be_written_to_is_refused() {
    with_disk("read_only_folder", "size=1m,ro");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o555)).unwrap();
    if std::fs::write(folder.path().join("probe"), "").is_ok() {
        // The superuser writes anywhere; the test above has a disk on which even that fails.
        skip(
            "a_folder_of_somebody_else_is_refused",
            "run by the superuser",
        );
        return;
    }
    may_not_write(folder.path());
}

#[test]
#[ignore = "runs inside a namespace"]
fn read_only_folder() {
    may_not_write(&disk());
}

fn may_not_write(folder: &Path) {
    let folder = folder.display().to_string();
    let home = tempfile::tempdir().unwrap();
    let desk = open_in(home.path());
    let token = sign_in(&desk);
    let choice = ChoosePlan {
        folder: folder.clone(),
        daily: true,
    };
    let refused = desk.call(Some(&token), now(), choice).unwrap_err();
    assert_eq!(
        (refused.code, refused.params["path"].as_str()),
        (Code::NoAccess, folder.as_str())
    );
    let verb = BackUpNow {
        folder: Some(folder.clone()),
    };
    let refused = desk.work(Some(&token), now(), verb).unwrap_err();
    assert_eq!(
        (refused.code, refused.params["path"].as_str()),
        (Code::NoAccess, folder.as_str())
    );
    is_true(&desk);
}
