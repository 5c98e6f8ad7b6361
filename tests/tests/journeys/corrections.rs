//! Whatever an order went through: gone through again, its time line makes of it what the steps made of it, one by one.

use repair_demo::player::Player;
use serde_json::{Value, json};

use crate::stage::{empty_desk, now};

fn show(p: &mut Player<'_>, verb: &str, what: &str, id: i64) -> Value {
    p.call(verb, json!({ what: id })).expect("a view")
}

/// A correction that no clock goes by judges every order of the request anew: to the same end (R36).
#[test]
fn what_is_judged_anew_without_cause_stays_as_it_was() {
    let (_dir, desk) = empty_desk();
    let mut played = repair_demo::play(&desk, now()).expect("the demo office");
    let p = &mut played.player;
    p.set(now());
    p.by(played.office.supervisor.login);
    let mut judged = 0;
    for life in &played.lives {
        let before: Vec<Value> = life
            .orders
            .iter()
            .map(|id| show(p, "orders.show", "order", *id))
            .collect();
        for id in &life.requests {
            let request = show(p, "requests.show", "request", *id)["request"].clone();
            let other = if request["channel"] == "visit" {
                "phone"
            } else {
                "visit"
            };
            let correction = json!({
                "request": id, "version": request["version"], "reason": "查核",
                "fact": { "fact": "channel", "channel": other },
            });
            p.call("requests.correct_fact", correction)
                .expect("corrected");
        }
        for (id, before) in life.orders.iter().zip(before) {
            let after = show(p, "orders.show", "order", *id);
            for key in ["order", "steps", "corrections", "clocks"] {
                assert_eq!(after[key], before[key], "{}: {key}", life.key);
            }
            judged += 1;
        }
    }
    assert!(judged > 25, "{judged} orders");
}
