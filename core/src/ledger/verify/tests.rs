use super::*;
use crate::desk::testing::desk_with_office;

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
