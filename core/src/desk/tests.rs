use rand::SeedableRng;
use rand::rngs::StdRng;

use super::*;
use crate::ledger::Key;
use crate::people::session::{Lock, SignIn, Status, Unlock, WhoAmI};
use crate::people::set_up::{Administrator, NewDepartment, SetUp};

fn at(minutes: i64) -> Moment {
    Moment::parse("2026-11-23T01:00:00Z")
        .unwrap()
        .plus_minutes(minutes)
}

fn set_up() -> SetUp {
    let department = |name: &str, kind| NewDepartment {
        name: name.into(),
        kind,
        phone: None,
    };
    SetUp {
        office: "錦繡園物業服務中心".into(),
        zone: "Asia/Taipei".into(),
        departments: vec![
            department("客戶服務中心", crate::ledger::people::DepartmentKind::Desk),
            department(
                "工程維修部",
                crate::ledger::people::DepartmentKind::Engineering,
            ),
        ],
        administrator: Administrator {
            name: "單小明".into(),
            login: "ming".into(),
            password: "a long password".into(),
            roles: vec![crate::access::Role::Manager],
        },
    }
}

fn desk() -> (tempfile::TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    let mut rng = StdRng::seed_from_u64(7);
    let ledger = Ledger::create(
        &dir.path().join("desk.ledger"),
        Key::random(&mut rng),
        &mut rng,
    )
    .unwrap();
    let desk = Desk::new(ledger, [7; 32]).unwrap();
    (dir, desk)
}

fn sign_in(desk: &Desk, now: Moment) -> String {
    let verb = SignIn {
        login: "ming".into(),
        password: "a long password".into(),
    };
    desk.call(None, now, verb).unwrap().value.token
}

#[test]
fn setup_sign_in_lock_and_unlock() {
    let (_dir, desk) = desk();
    assert!(!desk.read(None, at(0), Status {}).unwrap().set_up);
    desk.call(None, at(0), set_up()).unwrap();
    assert_eq!(
        desk.call(None, at(0), set_up()).unwrap_err().code,
        Code::AlreadySetUp
    );
    let token = sign_in(&desk, at(1));
    assert_eq!(
        desk.read(Some(&token), at(2), WhoAmI {}).unwrap().name,
        "單小明"
    );
    desk.call(Some(&token), at(3), Lock {}).unwrap();
    assert_eq!(
        desk.read(Some(&token), at(3), WhoAmI {}).unwrap_err().code,
        Code::SessionLocked
    );
    let wrong = Unlock {
        token: token.clone(),
        secret: "nope".into(),
    };
    assert_eq!(
        desk.call(None, at(4), wrong).unwrap_err().code,
        Code::WrongPin
    );
    let right = Unlock {
        token: token.clone(),
        secret: "a long password".into(),
    };
    desk.call(None, at(4), right).unwrap();
    assert!(desk.read(Some(&token), at(5), WhoAmI {}).is_ok());
    assert_eq!(
        desk.read(Some(&token), at(20), WhoAmI {}).unwrap_err().code,
        Code::SessionLocked
    );
}

#[test]
fn without_a_session_only_the_entrance_is_open() {
    let (_dir, desk) = desk();
    desk.call(None, at(0), set_up()).unwrap();
    assert_eq!(
        desk.read(None, at(0), WhoAmI {}).unwrap_err().code,
        Code::SignInFirst
    );
    assert_eq!(
        desk.call(Some("forged"), at(0), Lock {}).unwrap_err().code,
        Code::SignInFirst
    );
    let wrong = SignIn {
        login: "ming".into(),
        password: "guess guess".into(),
    };
    assert_eq!(
        desk.call(None, at(0), wrong).unwrap_err().code,
        Code::WrongPassword
    );
}

#[test]
fn a_second_process_cannot_open_for_writing_and_a_wrong_key_is_told_apart() {
    let (dir, desk) = desk();
    let path = dir.path().join("desk.ledger");
    let key = desk.ledger().key().clone();
    assert_eq!(
        Ledger::open(&path, key.clone()).err().unwrap().code,
        Code::LedgerLocked
    );
    drop(desk);
    let other = Key::random(&mut StdRng::seed_from_u64(8));
    assert_eq!(
        Ledger::open(&path, other).err().unwrap().code,
        Code::WrongKey
    );
    assert!(Ledger::open(&path, key).is_ok());
}
