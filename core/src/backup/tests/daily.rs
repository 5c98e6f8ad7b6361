//! The daily backup and those that people make.

use super::*;

#[test]
fn a_backup_on_a_stick_does_not_stand_for_the_daily_one() {
    let office = Office::new();
    // Even one whose path begins with the folder's.
    for stick in ["stick", "safe-stick", "safe/stick"] {
        let folder = office.dir.path().join(stick);
        std::fs::create_dir(&folder).unwrap();
        let folder = Some(folder.display().to_string());
        let verb = BackUpNow { folder };
        office.desk.work(Some(&office.token), at(1), verb).unwrap();
    }
    let gone = office.dir.path().join("gone").display().to_string();
    let verb = BackUpNow { folder: Some(gone) };
    let gone = office.desk.work(Some(&office.token), at(1), verb);
    assert_eq!(gone.unwrap_err().code, Code::BackupFolderGone);
    let made = office.desk.back_up_if_due(at(2)).unwrap().unwrap();
    assert_eq!(made.run.kind, BackupKind::Daily);
    assert!(office.desk.back_up_if_due(at(3)).unwrap().is_none());
}

#[test]
fn a_backup_that_someone_made_in_the_folder_is_the_days() {
    let office = Office::new();
    office.back_up(at(1)).unwrap();
    assert!(office.desk.back_up_if_due(at(2)).unwrap().is_none());
    std::fs::create_dir(office.dir.path().join("other")).unwrap();
    office.choose("other", true).unwrap();
    assert!(office.desk.back_up_if_due(at(3)).unwrap().is_some());
}

#[test]
fn a_folder_is_looked_at_while_another_writes() {
    let office = Office::new();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let writing = office.desk.many(|_| {
            let office = &office;
            scope.spawn(move || tell.send(office.choose("gone", true).unwrap_err().code));
            Ok(told.recv_timeout(std::time::Duration::from_secs(20)))
        });
        assert_eq!(writing.unwrap(), Ok(Code::BackupFolderGone));
    });
}

#[test]
fn nothing_long_is_begun_by_a_clock_that_jumped() {
    let office = Office::new();
    let year = 365 * 24 * 60;
    for (minutes, code) in [(-10, Code::ClockBack), (year, Code::ClockAhead)] {
        let due = office.desk.back_up_if_due(at(minutes)).unwrap_err();
        assert_eq!(due.code, code);
        let token = sign_in(&office.desk, at(1));
        let asked = office
            .desk
            .work(Some(&token), at(-10), BackUpNow { folder: None });
        assert_eq!(asked.unwrap_err().code, Code::ClockBack);
        assert_eq!(
            office.files("safe"),
            [""; 0],
            "no file that no act tells of"
        );
    }
    office.is_true();
}
