//! A small office to try things on.

use std::sync::atomic::{AtomicU64, Ordering};

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::*;
use crate::ledger::Key;
use crate::people::session::SignIn;
use crate::people::set_up::{Administrator, NewDepartment, SetUp};

pub fn at(minutes: i64) -> Moment {
    Moment::parse("2026-11-23T01:00:00Z")
        .unwrap()
        .plus_minutes(minutes)
}

pub fn set_up() -> SetUp {
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
            roles: vec![crate::office::Role::Manager],
        },
    }
}

/// Each desk has a ledger of its own name and key.
pub fn desk() -> (tempfile::TempDir, Desk) {
    static NEXT: AtomicU64 = AtomicU64::new(7);
    let dir = tempfile::tempdir().unwrap();
    let mut rng = StdRng::seed_from_u64(NEXT.fetch_add(1, Ordering::Relaxed));
    let ledger = Ledger::create(
        &dir.path().join("desk.ledger"),
        Key::random(&mut rng),
        &mut rng,
    )
    .unwrap();
    let desk = Desk::new(ledger, [7; 32]).unwrap();
    (dir, desk)
}

pub fn sign_in(desk: &Desk, now: Moment) -> String {
    let verb = SignIn {
        login: "ming".into(),
        password: "a long password".into(),
    };
    desk.call(None, now, verb).unwrap().value.token
}

/// A desk whose office is set up.
pub fn desk_with_office() -> (tempfile::TempDir, Desk) {
    let (dir, desk) = desk();
    desk.call(None, at(0), set_up()).unwrap();
    (dir, desk)
}
