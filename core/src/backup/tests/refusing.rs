//! A disk that refuses in the middle of a restore.

use super::*;
use crate::ledger::file::trouble::{Asked, Trouble};
use crate::people::session::Lock;

/// An office with a backup, and a wish of its plan that came after it.
fn office() -> (Office, PathBuf) {
    let office = Office::new();
    let file = office.back_up(at(1)).unwrap();
    office.choose("safe", false).unwrap();
    (office, file)
}

/// Whether the office wishes a daily backup, as the ledger says once it is opened again.
fn daily_after_restart(office: Office) -> bool {
    let path = office.desk.ledger().path().to_owned();
    let key = office.desk.ledger().key().clone();
    drop(office.desk);
    let desk = Desk::new(Ledger::open(&path, key).unwrap(), [2; 32]).unwrap();
    let token = sign_in(&desk, at(11));
    let plan = desk.work(Some(&token), at(11), ShowPlan {}).unwrap();
    let report = desk.ledger().verify(Depth::Rows, &Arc::default());
    assert_eq!(report.unwrap().faults, []);
    plan.value.daily
}

#[test]
fn after_a_restore_that_failed_the_desk_works_on_and_no_start_brings_the_backup() {
    for first in 0..2 {
        let (office, file) = office();
        let folder = office.dir.path().to_owned();
        let mut count = 0;
        let trouble = Trouble::when(move |asked, path| {
            // Only what the swap itself asks for, and only from one of its syncs on.
            let of_swap = asked == Asked::Sync && path.parent() == Some(folder.as_path());
            let swapping = of_swap && folder.join("desk.ledger.swap").exists();
            count += usize::from(swapping);
            swapping && count > first
        });
        assert!(office.restore(&file).is_err(), "from sync {first} on");
        drop(trouble);
        office
            .desk
            .call(Some(&office.token), at(9), Lock {})
            .unwrap();
        let left = office.files(".");
        assert!(!left.iter().any(|f| f.ends_with(".swap")), "{left:?}");
        assert!(!daily_after_restart(office), "as it was before the restore");
    }
}

#[test]
fn a_ledger_that_the_next_start_would_put_aside_is_not_written() {
    let (office, file) = office();
    let trouble = Trouble::when(|_, path| path.ends_with("desk.ledger.swap"));
    assert!(office.restore(&file).is_err());
    drop(trouble);
    let refused = office.desk.call(Some(&office.token), at(9), Lock {});
    assert_eq!(refused.unwrap_err().code, Code::LedgerDamaged);
    assert!(
        daily_after_restart(office),
        "the backup's, as was asked for"
    );
}
