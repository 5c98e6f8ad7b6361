//! A disk that fills up in the middle of anything: at the first write, the second, and so on to the last. Works where
//! nothing may be mounted.

use std::path::Path;

use repair_core::Code;
use repair_core::backup::check::CheckBackup;
use repair_core::backup::now::BackUpNow;
use repair_core::backup::plan::ChoosePlan;
use repair_core::desk::Desk;
use repair_core::ledger::Ledger;
use repair_core::people::session::WhoAmI;
use repair_full_disk::{fill_after, install, make_room};

use crate::disks::{files, is_true};
use crate::office::{now, open_in, sign_in};

/// No act of these tests writes as often as this.
const ENOUGH: u32 = 2000;

#[test]
fn a_disk_full_at_any_write_of_a_step_refuses_it_and_loses_nothing() {
    install();
    let home = tempfile::tempdir().unwrap();
    let mut desk = open_in(home.path());
    let safe = tempfile::tempdir().unwrap();
    let plan = |daily| ChoosePlan {
        folder: safe.path().display().to_string(),
        daily,
    };
    let mut refusals = 0;
    for writes in 0..ENOUGH {
        let token = sign_in(&desk);
        fill_after(writes);
        let done = desk.call(Some(&token), now(), plan(writes % 2 == 0));
        let full = make_room();
        match done {
            Err(error) => {
                assert!(full, "refused for no reason: {error:?}");
                assert_eq!(error.code, Code::DiskFull, "at write {writes}");
                refusals += 1;
            }
            Ok(_) if !full => break,
            // The step was in the log already; the ledger takes it over at another time.
            Ok(_) => {}
        }
        assert!(writes + 1 < ENOUGH, "a step writes without end");
        desk.read(Some(&token), now(), WhoAmI {}).unwrap();
        let again = desk.call(Some(&token), now(), plan(writes % 2 == 1));
        again.unwrap_or_else(|e| panic!("no step after write {writes}: {e:?}"));
        is_true(&desk);
        // And after a restart, as after a power cut on the full disk.
        let key = desk.ledger().key().clone();
        drop(desk);
        let ledger = Ledger::open(&home.path().join("office.ledger"), key).unwrap();
        desk = Desk::new(ledger, [1; 32]).unwrap();
        is_true(&desk);
    }
    assert!(refusals > 0, "no write was refused");
}

#[test]
fn a_disk_full_at_any_write_of_a_backup_leaves_no_half_file() {
    install();
    let home = tempfile::tempdir().unwrap();
    let desk = open_in(home.path());
    let token = sign_in(&desk);
    let stick = tempfile::tempdir().unwrap();
    let back_up = || {
        let folder = Some(stick.path().display().to_string());
        desk.work(Some(&token), now(), BackUpNow { folder })
    };
    let mut refusals = 0;
    for writes in (0..ENOUGH).step_by(7) {
        fill_after(writes);
        let made = back_up();
        let full = make_room();
        match made {
            Err(error) => {
                assert!(full, "refused for no reason: {error:?}");
                assert_eq!(error.code, Code::DiskFull, "at write {writes}");
                whole_or_none(&desk, stick.path(), writes);
                refusals += 1;
            }
            Ok(_) => break,
        }
        is_true(&desk);
    }
    assert!(refusals > 0, "no write was refused");
    assert_eq!(files(stick.path()).len(), 2, "the backup and what it is");
}

/// Where only the note of the backup found no room any more, the backup itself is whole and good; it is put away for the
/// next round.
fn whole_or_none(desk: &Desk, stick: &Path, writes: u32) {
    let left = files(stick);
    let Some(backup) = left.first() else {
        return;
    };
    assert_eq!(
        left,
        [backup.clone(), format!("{backup}.id")],
        "at write {writes}"
    );
    let token = sign_in(desk);
    let file = stick.join(backup).display().to_string();
    let report = desk.work(Some(&token), now(), CheckBackup { file });
    assert_eq!(report.unwrap().value.faults, [], "at write {writes}");
    for name in left {
        std::fs::remove_file(stick.join(name)).unwrap();
    }
}
