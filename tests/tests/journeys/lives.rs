//! Every life of the demo office ends as its title says: state, ending, copies, follow-ups, chain, reasons for lateness.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use repair_core::ledger::verify::Depth;
use repair_demo::player::Player;
use repair_demo::{Played, lives::Life};
use serde_json::{Value, json};

use crate::stage::{empty_desk, now};

/// Life, states of its orders, endings of its requests.
const ENDS: &[(&str, &[&str], &[&str])] = &[
    ("plain", &["archived"], &["done"]),
    ("night_leak", &["archived"], &["done"]),
    ("not_home", &["archived"], &["done"]),
    ("wrong_fault", &["archived"], &["done"]),
    ("parts", &["archived"], &["done"]),
    ("reassigned", &["archived"], &["done"]),
    ("transferred", &["archived"], &["done"]),
    ("deputy_signs", &["archived"], &["done"]),
    ("supervisor_rejects", &["archived"], &["done"]),
    ("refuses_to_sign", &["archived"], &["done"]),
    ("copy_lost", &["archived"], &["done"]),
    ("from_paper", &["archived"], &["done"]),
    ("unreached", &["unreached"], &["unreached"]),
    (
        "exempted",
        &["redispatched", "redispatched", "exempted"],
        &["exempt"],
    ),
    ("voided", &["voided", "archived"], &["done"]),
    ("withdrawn", &["withdrawn"], &["withdrawn"]),
    ("declined", &["declined"], &["declined"]),
    ("coordinated", &["archived"], &["done"]),
    ("two_faults", &["archived", "archived"], &["done", "done"]),
    (
        "five_neighbours",
        &["archived"],
        &["done", "joined", "joined", "joined", "joined"],
    ),
    ("by_department", &["archived"], &["done"]),
    ("answered", &[], &["answered"]),
    ("asked_supervisor", &[], &["answered"]),
    ("helped_elsewhere", &[], &["helped_elsewhere"]),
    ("waited_for_crew", &["archived"], &["done"]),
    ("reviewed", &["archived"], &["done"]),
    ("quote_refused", &[], &["quote_refused"]),
    ("infeasible", &[], &["infeasible"]),
    ("defect", &[], &["defect"]),
    ("not_defect", &["archived"], &["done"]),
    ("to_coordination", &[], &["coordinated"]),
    ("request_withdrawn", &[], &["withdrawn"]),
    ("request_unreached", &[], &["unreached"]),
];

/// Views of what the lives left, as the desk supervisor sees them.
struct Seen {
    lives: Vec<Life>,
    orders: BTreeMap<i64, Value>,
    requests: BTreeMap<i64, Value>,
    handovers: Value,
}

impl Seen {
    fn of(played: &mut Played<'_>) -> Self {
        let p = &mut played.player;
        p.set(now());
        p.by(played.office.supervisor.login);
        let (mut orders, mut requests) = (BTreeMap::new(), BTreeMap::new());
        for life in &played.lives {
            for id in &life.orders {
                orders.insert(*id, show(p, "orders.show", "order", *id));
            }
            for id in &life.requests {
                requests.insert(*id, show(p, "requests.show", "request", *id));
            }
        }
        let lives = played.lives.clone();
        let handovers = p.call("desk.handover", json!({})).expect("a view");
        Self {
            lives,
            orders,
            requests,
            handovers,
        }
    }

    fn orders(&self, key: &str) -> Vec<&Value> {
        self.life(key)
            .orders
            .iter()
            .map(|id| &self.orders[id])
            .collect()
    }

    fn requests(&self, key: &str) -> Vec<&Value> {
        self.life(key)
            .requests
            .iter()
            .map(|id| &self.requests[id])
            .collect()
    }

    fn life(&self, key: &str) -> &Life {
        self.lives.iter().find(|life| life.key == key).expect(key)
    }
}

fn show(p: &mut Player<'_>, verb: &str, what: &str, id: i64) -> Value {
    p.call(verb, json!({ what: id })).expect("a view")
}

fn steps(order: &Value) -> Vec<&str> {
    let steps = order["steps"].as_array().expect("steps");
    steps
        .iter()
        .filter_map(|s| s["step"]["step"].as_str())
        .collect()
}

fn places(order: &Value) -> Vec<&str> {
    let copies = order["copies"].as_array().expect("copies");
    copies.iter().filter_map(|c| c["place"].as_str()).collect()
}

#[test]
fn every_life_ends_as_it_should() {
    let (_dir, desk) = empty_desk();
    let mut played = repair_demo::play(&desk, now()).expect("the demo office");
    let seen = Seen::of(&mut played);
    let report = desk.ledger().verify(Depth::Rows, &Arc::default());
    assert_eq!(report.expect("a report").faults, []);
    assert_eq!(
        seen.lives.iter().map(|life| life.key).collect::<Vec<_>>(),
        ENDS.iter().map(|(key, ..)| *key).collect::<Vec<_>>(),
    );
    for (key, states, endings) in ENDS {
        let of = |views: Vec<&Value>, table: &str, field: &str| -> Vec<String> {
            let text = |view: &&Value| view[table][field].as_str().unwrap_or("none").to_owned();
            views.iter().map(text).collect()
        };
        assert_eq!(of(seen.orders(key), "order", "state"), *states, "{key}");
        assert_eq!(
            of(seen.requests(key), "request", "ending"),
            *endings,
            "{key}"
        );
    }
    the_copies_lie_where_they_belong(&seen);
    what_each_life_is_about(&seen);
    lateness_has_its_reason(&seen);
    chains_and_neighbours(&seen);
}

fn the_copies_lie_where_they_belong(seen: &Seen) {
    for key in [
        "plain",
        "night_leak",
        "transferred",
        "from_paper",
        "five_neighbours",
    ] {
        assert_eq!(
            places(seen.orders(key)[0]),
            ["desk", "department", "customer"],
            "{key}"
        );
    }
    let refused = seen.orders("refuses_to_sign")[0];
    assert_eq!(
        places(refused),
        ["desk", "department", "worker"],
        "nobody took the customer's copy"
    );
    for key in ["voided", "withdrawn"] {
        assert_eq!(
            places(seen.orders(key)[0]),
            ["desk", "desk", "desk"],
            "{key}"
        );
    }
    let lost = seen.orders("copy_lost")[0];
    assert_eq!(lost["copies"][1]["replaced"], true);
    assert_eq!(places(lost), ["desk", "department", "customer"]);
    let moves = lost["moves"].as_array().expect("moves");
    assert!(
        moves
            .iter()
            .any(|m| m["place"] == "lost" && m["reason"] != "")
    );
}

fn what_each_life_is_about(seen: &Seen) {
    let night = seen.orders("night_leak")[0];
    assert_eq!(seen.requests("night_leak")[0]["request"]["duty"], "monitor");
    assert_eq!(seen.requests("plain")[0]["request"]["duty"], "desk");
    let leak = &seen.requests("night_leak")[0]["request"]["id"];
    let past = seen.handovers["past"].as_array().expect("handovers");
    assert!(
        past.iter().any(|p| &p["handover"]["upto"] == leak
            && p["gave"] == "吳國強"
            && p["took"] == "林美玲")
    );
    assert!(steps(night).windows(2).any(|s| s == ["resume", "reassign"]));
    assert_eq!(night["worker"], "黃俊傑");
    let amended = &seen.orders("wrong_fault")[0]["order"];
    assert_ne!(amended["real_item"], "");
    assert_eq!(amended["content"], "浴室插座沒電");
    assert_eq!(amended["fee"], 35_000);
    assert!(amended["fee_agreed_at"].is_string());
    let parts = &seen.orders("parts")[0]["order"];
    let day = |field: &str| parts[field].as_str().expect(field)[..10].to_owned();
    assert_ne!(day("issued_at"), day("finished_at"));
    assert_eq!(seen.orders("reassigned")[0]["worker"], "黃俊傑");
    assert_eq!(seen.orders("transferred")[0]["department"], "清潔部");
    assert_eq!(seen.orders("deputy_signs")[0]["countersigned_by"], "蔡孟儒");
    let rejected = steps(seen.orders("supervisor_rejects")[0]);
    let at = |step| rejected.iter().position(|s| *s == step).expect(step);
    assert!(at("reject") < at("countersign"));
    let refused = &seen.orders("refuses_to_sign")[0]["order"];
    assert_eq!(
        (&refused["confirmation"], &refused["evaluation"]),
        (&json!("refused"), &Value::Null)
    );
    let paper = seen.orders("from_paper")[0];
    assert_eq!(
        seen.requests("from_paper")[0]["request"]["late_entry"],
        true
    );
    assert_eq!(paper["order"]["paper_no"], "紙 000317");
    assert!(paper["order"]["issued_at"].as_str() < paper["order"]["entered_at"].as_str());
    assert_eq!(
        seen.requests("two_faults")[0]["same_call"][0]["id"],
        seen.requests("two_faults")[1]["request"]["id"]
    );
    assert_eq!(
        seen.requests("by_department")[0]["request"]["source"],
        "department"
    );
    assert_eq!(
        seen.requests("helped_elsewhere")[0]["request"]["told_whom"],
        "林家豪"
    );
}

fn lateness_has_its_reason(seen: &Seen) {
    let mut reasons = BTreeSet::new();
    for (id, order) in &seen.orders {
        for step in order["steps"].as_array().expect("steps") {
            let step = &step["step"];
            if !step["late_by"].is_null() {
                let reason = step["late_reason"].as_str();
                reasons.insert(
                    reason
                        .unwrap_or_else(|| panic!("order {id}: {step}"))
                        .to_owned(),
                );
            }
        }
    }
    let expected = ["computer_down", "requester_delayed"].map(str::to_owned);
    assert_eq!(reasons, BTreeSet::from(expected));
}

fn chains_and_neighbours(seen: &Seen) {
    let chain = seen.orders("exempted");
    let positions: Vec<&Value> = chain.iter().map(|o| &o["order"]["chain_pos"]).collect();
    assert_eq!(positions, [1, 2, 3]);
    assert_eq!(chain[2]["order"]["first_id"], chain[0]["order"]["id"]);
    assert_eq!(chain[2]["order"]["exempt_record"], "遺留問題 2026-017");
    assert_eq!(chain[1]["follow_ups"][0]["outcome"], "not_satisfied");
    let unreached = seen.orders("unreached")[0];
    let calls = unreached["follow_ups"].as_array().expect("calls");
    let days: BTreeSet<&str> = calls
        .iter()
        .filter_map(|c| c["at"].as_str()?.get(..10))
        .collect();
    assert_eq!((calls.len(), days.len()), (3, 2));
    let one = seen.orders("five_neighbours")[0];
    assert_eq!(one["joined"].as_array().map(Vec::len), Some(4));
    assert_eq!(one["follow_ups"].as_array().map(Vec::len), Some(5));
    for reporter in seen.requests("five_neighbours") {
        assert!(
            reporter["request"]["told_at"].is_string(),
            "every reporter is told"
        );
    }
}
