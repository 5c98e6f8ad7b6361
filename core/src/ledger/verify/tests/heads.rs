//! A head that was kept outside tells what no check inside the file can see: that the chain's end was cut off.

use super::*;
use crate::ledger::head::{HeadIs, Sought, VerbCount};
use crate::people::session::SignOut;

/// Cuts the acts behind `last` off and leaves everything else as the program made it.
fn cut_behind(desk: &Desk, last: i64) {
    let mut change = String::new();
    for table in ["audit_body", "audit"] {
        let id = if table == "audit" { "id" } else { "audit_id" };
        change += &format!(
            "DROP TRIGGER {table}_no_delete; DELETE FROM {table} WHERE {id} > {last};
             CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'audit rows never go'); END;"
        );
    }
    let ledger = desk.ledger();
    let conn = file::connect(ledger.path(), ledger.key(), Use::Desk).unwrap();
    conn.execute_batch(&change).unwrap();
}

fn looked_for(desk: &Desk, head: &str) -> HeadIs {
    let sought = Sought::read(head).unwrap();
    let wanted = Wanted {
        depth: Depth::Chain,
        head: Some(&sought),
    };
    let report = desk.ledger().verify(wanted, &Arc::default()).unwrap();
    assert_eq!(report.faults, []);
    report.sought.unwrap()
}

#[test]
fn a_kept_head_is_found_with_what_came_after_and_one_of_a_chain_that_was_cut_is_missed() {
    let (_dir, desk) = desk_with_office();
    let head = || desk.ledger().read(|r| r.audit_head()).unwrap();
    sign_in(&desk, at(3));
    let kept = head();
    let newest = looked_for(&desk, &kept.code());
    let here = |after, last_at, verbs| HeadIs::Here {
        act: 2,
        at: at(3),
        verb: "people.sign_in".into(),
        after,
        last_at,
        verbs,
    };
    assert_eq!(newest, here(0, None, vec![]));

    let token = sign_in(&desk, at(5));
    for minute in [6, 7] {
        let out = SignOut {};
        let token = if minute == 6 {
            token.clone()
        } else {
            sign_in(&desk, at(7))
        };
        desk.call(Some(&token), at(minute), out).unwrap();
    }
    let times = |verb: &str| VerbCount {
        verb: verb.into(),
        times: 2,
    };
    let verbs = vec![times("people.sign_in"), times("people.sign_out")];
    let later = here(4, Some(at(7)), verbs);
    // The code, the whole hash, and its first digits say the same.
    assert_eq!(looked_for(&desk, &kept.code()), later);
    assert_eq!(looked_for(&desk, &kept.shown()), later);
    assert_eq!(looked_for(&desk, &kept.shown()[..19]), later);

    let cut = head();
    assert_eq!(cut.act(), 6);
    cut_behind(&desk, 4);
    let missed = HeadIs::Cut { act: 6, acts: 4 };
    assert_eq!(looked_for(&desk, &cut.code()), missed);
    // What stood before the cut is still there, and a hash alone cannot tell why it is not.
    assert!(matches!(
        looked_for(&desk, &kept.code()),
        HeadIs::Here { after: 2, .. }
    ));
    assert_eq!(looked_for(&desk, &cut.shown()), HeadIs::Unknown);
    for minute in [8, 9] {
        sign_in(&desk, at(minute));
    }
    assert_eq!(looked_for(&desk, &cut.code()), HeadIs::Other { act: 6 });

    let (_other, stranger) = desk_with_office();
    let foreign = stranger.ledger().read(|r| r.audit_head()).unwrap();
    let ledger = stranger.ledger().id()[..8].to_owned();
    assert_eq!(
        looked_for(&desk, &foreign.code()),
        HeadIs::Foreign { ledger }
    );
    assert_eq!(looked_for(&desk, &foreign.shown()), HeadIs::Unknown);
}

#[test]
fn a_head_is_not_found_at_an_act_that_only_claims_its_hash() {
    let (_dir, desk) = desk_with_office();
    sign_in(&desk, at(1));
    let ledger = desk.ledger();
    let conn = file::connect(ledger.path(), ledger.key(), Use::Desk).unwrap();
    let forged = "9f2c4a1be07d55aa".repeat(4);
    conn.execute_batch("DROP TRIGGER audit_no_update").unwrap();
    conn.execute("UPDATE audit SET hash = ?1 WHERE id = 2", [&forged])
        .unwrap();
    let sought = Sought::read(&forged).unwrap();
    let wanted = Wanted {
        depth: Depth::Chain,
        head: Some(&sought),
    };
    let report = ledger.verify(wanted, &Arc::default()).unwrap();
    assert_eq!(report.sought, Some(HeadIs::Unknown));
    assert!(found(&report).contains(&(FaultKind::Chain, "audit:2")));
}
