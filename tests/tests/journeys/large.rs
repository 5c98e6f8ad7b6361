//! A generated office is the same whether its acts pass the door one by one or many in one commit.

use std::sync::Arc;

use chrono::NaiveDate;
use repair_core::desk::Desk;
use repair_core::ledger::task::Task;
use repair_core::ledger::verify::{Depth, Report};
use repair_demo::generate::{Size, generate, generate_at_door};

use crate::stage::empty_desk;

const SMALL: Size = Size {
    communities: 1,
    buildings: 2,
    floors: 3,
    rooms_per_floor: 2,
    requests: 150,
};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, n).expect("a day")
}

/// Every row held against the acts that made it, every act against the chain.
fn checked(desk: &Desk) -> Report {
    let task = Arc::<Task>::default();
    let report = desk.ledger().verify(Depth::Rows, &task).expect("a report");
    assert_eq!(report.faults, []);
    report
}

/// The chain's head covers every field of every row: equal heads over sound ledgers are equal ledgers.
#[test]
fn many_acts_in_one_commit_make_the_ledger_that_the_door_makes() {
    let (_one, door) = empty_desk();
    let (_two, many) = empty_desk();
    let orders = generate_at_door(&door, 5, SMALL, day(1), day(6)).expect("a ledger");
    assert_eq!(
        generate(&many, 5, SMALL, day(1), day(6)).expect("a ledger"),
        orders
    );
    assert!(orders > 120, "{orders}");
    assert_eq!(checked(&door), checked(&many));
    let (_three, other) = empty_desk();
    generate(&other, 6, SMALL, day(1), day(6)).expect("a ledger");
    assert_ne!(
        checked(&other).head,
        checked(&many).head,
        "another seed is another office"
    );
}
