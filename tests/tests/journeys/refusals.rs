//! Every refused step is refused with its code and changes nothing.

use repair_demo::player::Player;
use repair_demo::refusals::{self, Samples};
use serde_json::{Value, json};

use crate::stage::{empty_desk, now};

/// Everything a person can see of the samples, and the registers' first pages.
fn seen(p: &mut Player<'_>, samples: &Samples) -> Vec<Value> {
    let mut all = Vec::new();
    for order in samples.orders.values() {
        all.push(
            p.call("orders.show", json!({ "order": order.id }))
                .expect("an order"),
        );
    }
    for request in samples.requests.values() {
        let view = p.call("requests.show", json!({ "request": request.id }));
        all.push(view.expect("a request"));
    }
    for register in ["orders.list", "requests.list"] {
        all.push(
            p.call(register, json!({ "limit": 500 }))
                .expect("a register"),
        );
    }
    all
}

#[test]
fn every_refused_step_is_refused_and_leaves_no_trace() {
    let (_dir, desk) = empty_desk();
    let mut played = repair_demo::play(&desk, now()).expect("the demo office");
    let p = &mut played.player;
    p.set(now());
    let samples = Samples::gather(p, &played.office, &played.lives, &played.open_desk);
    let samples = samples.expect("an order and a request in every state");
    let before = seen(p, &samples);
    let tried = refusals::play(p, &played.office, &samples).expect("the tries");
    assert_eq!(seen(p, &samples), before);
    for refusal in &tried {
        assert_eq!(
            refusal.got.as_deref(),
            Some(refusal.expected),
            "{}: {}",
            refusal.what,
            refusal.verb
        );
    }
    let of = |machine: &str| tried.iter().filter(|t| t.what.starts_with(machine)).count();
    // 16 states × 22 steps and 6 × 22, less what each machine lets pass in these samples.
    assert_eq!((of("order "), of("request ")), (321, 101));
}
