//! A long work and the desk at the same time.

use super::*;

#[test]
fn stopping_leaves_no_half_file_and_two_long_works_do_not_meet() {
    let office = Office::new();
    let task = Arc::new(Task::default());
    task.cancel();
    let folder = office.dir.path().join("safe");
    let stopped = office
        .desk
        .ledger()
        .back_up(&folder, |_| "half.backup".into(), &task);
    assert_eq!(stopped.unwrap_err().code, Code::Cancelled);
    assert_eq!(office.files("safe"), [""; 0]);

    let busy = office.desk.work_unasked("backup.daily", at(1).into(), |_| {
        assert!(office.desk.progress().is_some());
        Ok(office.back_up(at(1)).unwrap_err().code)
    });
    assert_eq!(busy.unwrap().value, Code::Busy);
    assert!(office.desk.progress().is_none());
    assert!(office.back_up(at(2)).is_ok());
}

#[test]
fn the_desk_writes_while_a_backup_is_made_and_the_backup_is_one_state() {
    let office = Office::new();
    let writing = std::thread::scope(|s| {
        let writer = s.spawn(|| {
            for n in 0..40 {
                let verb = SignIn {
                    login: "ming".into(),
                    password: "a long password".into(),
                };
                if n % 4 == 0 {
                    office.desk.call(None, at(2), verb).unwrap();
                }
                office.choose("safe", n % 2 == 0).unwrap();
            }
        });
        for n in 0..5 {
            let file = office.back_up(at(n)).unwrap();
            let check = CheckBackup {
                file: file.display().to_string(),
            };
            let report = office.desk.work(Some(&office.token), at(3), check).unwrap();
            assert_eq!(report.value.faults, []);
        }
        writer.join()
    });
    writing.unwrap();
    office.is_true();
}
