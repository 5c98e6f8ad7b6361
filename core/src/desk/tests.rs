use rand::SeedableRng;
use rand::rngs::StdRng;

use super::testing::{at, desk, set_up, sign_in};
use super::*;
use crate::ledger::Key;
use crate::people::session::{Lock, SignIn, Status, Unlock, WhoAmI};
use crate::people::set_password::SetPassword;

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
    let other = Key::random(&mut StdRng::seed_from_u64(8_000_000));
    assert_eq!(
        Ledger::open(&path, other).err().unwrap().code,
        Code::WrongKey
    );
    assert!(Ledger::open(&path, key).is_ok());
}

#[test]
fn no_two_verbs_and_no_two_types_share_a_name() {
    let mut names: Vec<&str> = verbs::all().iter().map(|verb| verb.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(typescript::bindings().contains("\"backup.now\""));
}

/// Trying a secret takes long on purpose: it is done beside whoever writes, and what was found holds only for the very
/// hash it was tried on.
#[test]
fn secrets_are_tried_while_another_writes() {
    let (_dir, desk) = desk();
    desk.call(None, at(0), set_up()).unwrap();
    let token = sign_in(&desk, at(1));
    let who = desk.read(Some(&token), at(1), WhoAmI {}).unwrap().id;
    let read = |person, f: &mut dyn FnMut(&Reader<'_>) -> Result<()>| {
        let settings = desk.settings_at(at(1));
        desk.see(at(1), person, settings, f)
    };
    let secret = |password: &str| SignIn {
        login: "ming".into(),
        password: password.into(),
    };
    let unlock = |secret: &str| Unlock {
        token: token.clone(),
        secret: secret.into(),
    };
    let (mut entering, mut unlocking) = (secret("a long password"), unlock("a long password"));
    let mut rng = StdRng::seed_from_u64(1);
    let new = |old: &str| SetPassword {
        person: who,
        old: Some(old.into()),
        new: "a long password".into(),
    };
    let mut choosing = new("a long password");
    desk.many(|_| {
        let wrong = read(None, &mut |r| secret("a long guess").prepare(r, &mut rng));
        assert_eq!(wrong.unwrap_err().code, Code::WrongPassword);
        let wrong = read(Some(who), &mut |r| {
            unlock("a long guess").prepare(r, &mut rng)
        });
        assert_eq!(wrong.unwrap_err().code, Code::WrongPin);
        read(None, &mut |r| entering.prepare(r, &mut rng))?;
        read(Some(who), &mut |r| choosing.prepare(r, &mut rng))?;
        read(Some(who), &mut |r| unlocking.prepare(r, &mut rng))
    })
    .unwrap();
    let new = new("a long password");
    desk.call(Some(&token), at(1), new).unwrap();
    let settings = desk.settings_at(at(1));
    let call = |person| Call {
        now: at(1),
        person,
        settings: settings.clone(),
    };
    let late = call(None).write(desk.ledger(), SignIn::NAME, &mut rng, |w| entering.run(w));
    assert_eq!(late.err().map(|e| e.code), Some(Code::WrongPassword));
    let late = call(Some(who)).write(desk.ledger(), Unlock::NAME, &mut rng, |w| unlocking.run(w));
    assert_eq!(late.err().map(|e| e.code), Some(Code::WrongPin));
    // The old password was set anew meanwhile: what it was found to fit holds no longer.
    let late = call(Some(who)).write(desk.ledger(), SetPassword::NAME, &mut rng, |w| {
        choosing.run(w)
    });
    assert_eq!(late.err().map(|e| e.code), Some(Code::WrongPassword));
    sign_in(&desk, at(2));
}
