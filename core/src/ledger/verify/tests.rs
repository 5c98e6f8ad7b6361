use super::*;
use crate::backup::plan::ChoosePlan;
use crate::desk::Desk;
use crate::desk::testing::{at, desk_with_office, sign_in};
use crate::ledger::backup_name::BackupName;

mod heads;

fn copy_with(change: &str) -> Report {
    let (dir, desk) = desk_with_office();
    let key = desk.ledger().key().clone();
    let task = Arc::new(Task::default());
    let made = desk
        .ledger()
        .back_up(dir.path(), |_| "copy.backup".into(), &task)
        .unwrap();
    let conn = file::connect(&made.path, &key, Use::Make).unwrap();
    conn.execute_batch(change).unwrap();
    drop(conn);
    verify_file(&made.path, &key, Depth::Rows, &task).unwrap()
}

fn found(report: &Report) -> Vec<(FaultKind, &str)> {
    report
        .faults
        .iter()
        .map(|f| (f.kind, f.place.as_str()))
        .collect()
}

#[test]
fn a_ledger_that_only_the_door_wrote_is_true() {
    let (_dir, desk) = desk_with_office();
    let report = desk.ledger().verify(Depth::Rows, &Arc::default()).unwrap();
    assert_eq!(report.faults, []);
    assert_eq!(report.acts, 1);
    assert_eq!(report.rows, 4, "two departments, a person, the settings");
    assert!(report.sound().is_ok());
}

#[test]
fn every_kind_of_tampering_is_found_and_named() {
    use FaultKind as K;
    let cases: &[(&str, &[(K, &str)])] = &[
        ("SELECT 1", &[]),
        (
            "UPDATE person SET name = '別人'",
            &[(K::RowUntrue, "person:1.name")],
        ),
        (
            "UPDATE person SET password = replace(password, 'p=1$', 'p=2$')",
            &[(K::RowUntrue, "person:1.password")],
        ),
        (
            "DROP TRIGGER audit_no_update; UPDATE audit SET outcome = 'perhaps'",
            &[(K::Schema, "audit_no_update"), (K::Chain, "audit:1")],
        ),
        (
            "UPDATE person SET version = version + 1",
            &[(K::RowUntrue, "person:1.version")],
        ),
        (
            "UPDATE settings SET valid_from = valid_from - 1",
            &[(K::RowUntrue, "settings:1.valid_from")],
        ),
        (
            "INSERT INTO department SELECT 3, 1, 'x', kind, phone, active FROM department WHERE id = 1",
            &[(K::RowUnaudited, "department:3")],
        ),
        (
            "DELETE FROM department WHERE id = 2",
            &[(K::RowGone, "department:2")],
        ),
        (
            "PRAGMA foreign_keys = OFF; UPDATE person SET department_id = 9",
            &[
                (K::Reference, "person:1 > department"),
                (K::RowUntrue, "person:1.department_id"),
            ],
        ),
        (
            "DROP TRIGGER audit_no_update; UPDATE audit SET person_id = 7",
            &[(K::Schema, "audit_no_update"), (K::Chain, "audit:1")],
        ),
        (
            "DROP TRIGGER audit_body_no_update; UPDATE audit_body SET body = replace(body, '\"ming\"', '\"mang\"')",
            &[
                (K::Schema, "audit_body_no_update"),
                (K::Body, "audit:1"),
                (K::RowUntrue, "person:1.login"),
            ],
        ),
        (
            "DROP TRIGGER audit_body_no_delete; DELETE FROM audit_body",
            &[
                (K::Schema, "audit_body_no_delete"),
                (K::Body, "audit:1"),
                (K::RowUnaudited, "department:1"),
                (K::RowUnaudited, "department:2"),
                (K::RowUnaudited, "person:1"),
                (K::RowUnaudited, "settings:1"),
            ],
        ),
        ("CREATE TABLE extra (x)", &[(K::Schema, "extra")]),
        (
            "CREATE INDEX audit_at ON audit (at)",
            &[(K::Schema, "audit_at")],
        ),
    ];
    for (change, wanted) in cases {
        let report = copy_with(change);
        let mut found = found(&report);
        let mut wanted = wanted.to_vec();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{change}");
        assert_eq!(report.fault_count, wanted.len() as u64);
    }
}

/// Puts the ledger of `desk` out of step with what says its name, by `change`, and tells where the check finds it.
fn named_otherwise(desk: &Desk, change: &str) -> Vec<String> {
    let ledger = desk.ledger();
    let conn = file::connect(ledger.path(), ledger.key(), Use::Desk).unwrap();
    conn.execute_batch(change).unwrap();
    let report = ledger.verify(Depth::Chain, &Arc::default()).unwrap();
    let faults = report.faults.into_iter();
    faults
        .map(|fault| {
            assert_eq!(fault.kind, FaultKind::Identity, "{fault:?}");
            let file = Path::new(&fault.place).file_name().unwrap();
            file.to_str().unwrap().to_owned()
        })
        .collect()
}

/// Gives the ledger another name and leaves everything else as the program made it.
const RENAMED: &str = "
    DROP TRIGGER identity_no_update;
    UPDATE identity SET ledger_id = 'ffffffffffffffffffffffffffffffff';
    CREATE TRIGGER identity_no_update BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'a ledger keeps its name'); END;";

#[test]
fn another_name_is_found_against_the_act_that_set_the_office_up_the_sidecar_and_the_backups() {
    let (dir, desk) = desk_with_office();
    let safe = dir.path().join("safe");
    std::fs::create_dir(&safe).unwrap();
    let token = sign_in(&desk, at(0));
    let plan = ChoosePlan {
        folder: safe.display().to_string(),
        daily: false,
    };
    desk.call(Some(&token), at(1), plan).unwrap();
    let task = Arc::new(Task::default());
    let back_up = |desk: &Desk| {
        let id = desk.ledger().id().to_owned();
        let name = |head: &str| BackupName::new(&id, Default::default(), head).to_string();
        desk.ledger().back_up(&safe, name, &task)
    };
    let made = back_up(&desk).unwrap().path;
    let backup = made.with_added_extension("id");
    let backup = backup.file_name().unwrap().to_str().unwrap();
    let key = desk.ledger().key().clone();
    let copy = verify_file(&made, &key, Depth::Rows, &task).unwrap();
    assert_eq!(copy.faults, []);
    // Backups of another office, and of one that was given up and left its key behind.
    let (_other, stranger) = desk_with_office();
    back_up(&stranger).unwrap();
    let given_up = safe.join("repair-desk-00000000-20201123-090100-0badcafe.backup");
    std::fs::write(&given_up, "its ledger").unwrap();
    Sidecar::new("00000000", &key).write(&given_up).unwrap();
    assert_eq!(named_otherwise(&desk, "SELECT 1"), [""; 0]);

    let found = named_otherwise(&desk, RENAMED);
    assert_eq!(found, ["audit:1", "desk.ledger.id", backup]);
    // What could not be restored is no backup (R40).
    sign_in(&desk, at(2));
    assert_eq!(back_up(&desk).unwrap_err().code, Code::Untrue);
    // Opening it again leaves the sidecar as a witness.
    let path = desk.ledger().path().to_owned();
    drop(desk);
    let desk = Desk::new(Ledger::open(&path, key.clone()).unwrap(), [7; 32]).unwrap();
    assert_eq!(named_otherwise(&desk, "SELECT 1").len(), 3);
    // Where the sidecar was made to agree, the others do not.
    Sidecar::new(&"f".repeat(32), &key).write(&path).unwrap();
    assert_eq!(named_otherwise(&desk, "SELECT 1"), ["audit:1", backup]);
    let found = named_otherwise(
        &desk,
        "DROP TRIGGER identity_no_delete; DELETE FROM identity;
         CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'a ledger keeps its name'); END;",
    );
    assert_eq!(found, ["identity", "audit:1", "desk.ledger.id", backup]);
}

#[test]
fn a_rows_counter_is_the_number_of_its_acts() {
    let (dir, desk) = desk_with_office();
    let token = sign_in(&desk, at(0));
    for daily in [true, false, true] {
        let plan = ChoosePlan {
            folder: dir.path().display().to_string(),
            daily,
        };
        desk.call(Some(&token), at(1), plan).unwrap();
    }
    let ledger = desk.ledger();
    let conn = file::connect(ledger.path(), ledger.key(), Use::Desk).unwrap();
    for (version, wanted) in [(3, 0), (2, 1), (4, 1), (-3, 1)] {
        conn.execute("UPDATE backup_plan SET version = ?1", [version])
            .unwrap();
        let report = ledger.verify(Depth::Rows, &Arc::default()).unwrap();
        let named = [(FaultKind::RowUntrue, "backup_plan:1.version")];
        assert_eq!(found(&report), named[..wanted], "version {version}");
    }
}

#[test]
fn a_flipped_byte_anywhere_is_found() {
    let (dir, desk) = desk_with_office();
    let key = desk.ledger().key().clone();
    let task = Arc::new(Task::default());
    let made = desk
        .ledger()
        .back_up(dir.path(), |_| "copy.backup".into(), &task)
        .unwrap();
    let sound = std::fs::read(&made.path).unwrap();
    for at in [5000, sound.len() / 2, sound.len() - 100] {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        std::fs::write(&made.path, &bytes).unwrap();
        match verify_file(&made.path, &key, Depth::Chain, &task) {
            Ok(report) => assert!(
                report.faults.iter().any(|f| f.kind == FaultKind::Page),
                "{at}: {report:?}"
            ),
            Err(error) => assert_eq!(error.code, Code::LedgerDamaged, "{at}"),
        }
    }
}

#[test]
fn a_check_can_be_stopped() {
    let (_dir, desk) = desk_with_office();
    let task = Arc::new(Task::default());
    task.cancel();
    let stopped = desk.ledger().verify(Depth::Rows, &task).unwrap_err();
    assert_eq!(stopped.code, Code::Cancelled);
}

#[test]
fn more_faults_than_are_named_are_counted() {
    let report = copy_with(
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 259)
         INSERT INTO department SELECT i, 1, 'x' || i, 'other', '', 1 FROM n",
    );
    assert_eq!(report.faults.len(), FAULTS_NAMED);
    assert_eq!(report.fault_count, 250);
    assert_eq!(report.sound().unwrap_err().params["count"], "250");
}
