//! Steps that the state would allow and a condition holds back, and input that cannot be used.

use repair_core::error::Result;
use repair_core::ledger::order_state::OrderState as S;
use repair_core::ledger::request_state::RequestState as R;
use serde_json::{Value, json};

use super::{Refusal, Samples, refused};
use crate::office::Office;
use crate::player::{Player, on};
use crate::steps::{by_phone, copy_version};

/// Tries each, on samples in the fitting state.
pub fn play(p: &mut Player<'_>, o: &Office, samples: &Samples) -> Result<Vec<Refusal>> {
    let copy_version = copy_version(p, &samples.orders[&S::Accepted], 2)?;
    let order = |state: S, input: Value| on("order", &samples.orders[&state], input);
    let request = |state: R, input: Value| on("request", &samples.requests[&state], input);
    let mut stale = order(S::Accepted, json!({}));
    stale["version"] = json!(0);
    let home = &o.homes[0];
    let call = |change: fn(&mut Value)| {
        let mut call = by_phone(home, vec![crate::steps::request("household", "試驗")]);
        change(&mut call);
        call
    };
    let tries: Vec<(&str, &'static str, &'static str, Value)> = vec![
        ("a stale version", "orders.arrive", "stale", stale),
        (
            "arrival in the future",
            "orders.arrive",
            "time-in-future",
            order(S::Accepted, json!({ "at": p.later(1, 0) })),
        ),
        (
            "arrival before 簽收",
            "orders.arrive",
            "time-too-early",
            order(S::Accepted, json!({ "at": p.later(-48, 0) })),
        ),
        (
            "a time that is none",
            "orders.arrive",
            "time-unreadable",
            order(S::Accepted, json!({ "at": "等一下" })),
        ),
        (
            "no word on what was done",
            "orders.confirm",
            "missing",
            order(S::Finished, json!({ "how": "absent", "remarks": " " })),
        ),
        (
            "a wrong PIN",
            "orders.accept",
            "wrong-pin",
            order(
                S::Issued,
                json!({ "worker": o.workers[0].id, "how": "pin", "pin": "0000" }),
            ),
        ),
        (
            "a supervisor of another department",
            "orders.countersign",
            "not-the-supervisor",
            order(S::Confirmed, json!({ "supervisor": o.cleaning_head.id })),
        ),
        (
            "a copy that is not lost",
            "orders.replace_copy",
            "copy-not-lost",
            order(
                S::Accepted,
                json!({ "copy_no": 2, "copy_version": copy_version, "reason": "試驗" }),
            ),
        ),
        (
            "a loss without a reason",
            "orders.move_copy",
            "missing",
            order(
                S::Accepted,
                json!({ "copy_no": 2, "copy_version": copy_version, "place": "lost" }),
            ),
        ),
        (
            "a reply to nothing asked",
            "requests.reply",
            "nothing-asked",
            request(
                R::Recorded,
                json!({ "supervisor": o.supervisor.id, "reply": "試驗" }),
            ),
        ),
        (
            "help without contact",
            "requests.help",
            "contact-first",
            request(R::Recorded, json!({ "whom": "試驗", "result": "試驗" })),
        ),
        (
            "a phone of letters",
            "requests.record",
            "bad-phone",
            call(|c| c["phone"] = json!("abc")),
        ),
        (
            "a household without a place",
            "requests.record",
            "missing",
            call(|c| (c["place"], c["resident"]) = (Value::Null, Value::Null)),
        ),
        (
            "an unknown place",
            "requests.record",
            "not-found",
            call(|c| c["place"] = json!(999_999)),
        ),
        (
            "a call without content",
            "requests.record",
            "missing",
            call(|c| c["requests"][0]["content"] = json!("  ")),
        ),
        (
            "an order that is not there",
            "orders.arrive",
            "not-found",
            json!({ "order": 999_999, "version": 1 }),
        ),
        (
            "an input without its fields",
            "orders.arrive",
            "bad-call",
            json!({}),
        ),
    ];
    let mut tried: Vec<Refusal> = Vec::new();
    for (what, verb, expected, input) in tries {
        tried.push(refused(p, what.to_owned(), verb, expected, input));
    }
    p.by(o.workers[0].login);
    let own = order(
        S::Finished,
        json!({
            "how": "signed", "evaluation": "satisfied", "signature": { "how": "paper", "name": "試驗" },
        }),
    );
    let what = "paper seen by the order's own worker".to_owned();
    tried.push(refused(
        p,
        what,
        "orders.confirm",
        "own-paper-signature",
        own,
    ));
    let back = order(S::Signed, json!({}));
    tried.push(refused(
        p,
        "return by a worker".to_owned(),
        "orders.return",
        "denied",
        back,
    ));
    p.by(o.supervisor.login);
    Ok(tried)
}
