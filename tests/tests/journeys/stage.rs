//! A demo office in a folder that goes with the test.

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger};
use repair_core::moment::Moment;

/// A new ledger, always with the same key and randomness.
pub fn empty_desk() -> (tempfile::TempDir, Desk) {
    let dir = tempfile::tempdir().expect("a folder");
    let mut rng = StdRng::seed_from_u64(11);
    let key = Key::random(&mut rng);
    let ledger = Ledger::create(&dir.path().join("demo.ledger"), key, &mut rng).expect("a ledger");
    let desk = Desk::new(ledger, [11; 32]).expect("a desk");
    (dir, desk)
}

/// The moment at which the demo office stands open.
pub fn now() -> Moment {
    Moment::parse("2026-11-23T02:30:00Z").expect("a moment")
}
