//! A printed head, scanned or typed again in the window.

use repair_core::ledger::verify::Depth;
use repair_tests::window::Home;

use crate::office::{Seat, demo};

/// The newest act of the ledger as the code of a printed page says it, and as that of another ledger would.
fn codes(home: &Home) -> (String, String) {
    let desk = home.door();
    let report = desk.ledger().verify(Depth::Chain, &Default::default());
    let report = report.expect("the ledger can be read");
    let code = |ledger: &str| format!("RD-{ledger}-{}-{}", report.acts, report.head);
    let other = code("00000000").replace(&report.head, &"ab".repeat(32));
    (code(&desk.ledger().id()[..8]).to_uppercase(), other)
}

#[test]
fn a_printed_head_is_compared_by_scanning_or_typing() {
    let home = demo();
    let (own, other) = codes(&home);
    let desk = Seat::take(&home, "manager");
    desk.window.push("link", &desk.word("ui-nav-backup"));
    let compare = |head: &str| {
        desk.window.fill(&desk.word("head-label"), head);
        // A scanner ends what it types with Enter.
        desk.window.press("Enter");
    };
    compare("PG20261123-004");
    desk.sees("error-not-a-head");
    compare(&own);
    let act = own.split('-').nth(2).unwrap();
    desk.window.see(&format!("第 {act} 筆操作"));
    let signed_in = desk.word("audit-verb-people-sign-in");
    let came_after = [("what", signed_in.as_str().into()), ("times", "1".into())];
    desk.window.see(&desk.words("head-times", &came_after));
    // Typed from the foot of the page: the first digits, in groups.
    let hash = own.rsplit('-').next().unwrap();
    compare(&format!(
        "{} {} {} {}",
        &hash[..4],
        &hash[4..8],
        &hash[8..12],
        &hash[12..16]
    ));
    desk.window.see(&format!("第 {act} 筆操作"));
    compare(&other);
    desk.window
        .see(&desk.words("head-foreign", &[("ledger", "00000000".into())]));
    compare("0123456789abcdef");
    desk.sees("head-unknown");
}
