//! Danger noticed after the call (R19): entered whenever it is known, and a crew goes at once.

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::quotes::{estimated, outside};
use crate::support::{Held, Office};

fn noticed(danger: &str) -> Value {
    json!({ "danger": danger, "whom": "張小梅", "situation": "水漫到走廊" })
}

fn due(office: &Office, order: &Held, kind: &str) -> Value {
    let shown = office.order(order);
    let clocks = shown["clocks"].as_array().unwrap();
    let clock = clocks.iter().find(|clock| clock["kind"] == kind);
    clock.map_or(Value::Null, |clock| clock["due_at"].clone())
}

#[test]
fn danger_noticed_after_the_call_sends_a_crew_before_anybody_consents() {
    let office = Office::new();
    let mut request = office.report("household", "水管滲水", json!({}));
    let lines = json!([outside("更換整組管線", Some(90_000), 0)]);
    estimated(&office, &mut request, lines);
    let asked = json!({ "whom": "工程主管", "question": "能否維修？" });
    office.handle(&mut request, "review", asked);
    assert_eq!(
        office.refused(
            Role::Clerk,
            "orders.issue",
            office.issuing(&request, json!({}))
        ),
        Code::RequestStepNotNow
    );
    office.minutes_pass(20);
    office.handle(&mut request, "danger", noticed("water"));
    let shown = office.request(&request);
    assert_eq!(
        (&shown["request"]["danger"], &shown["request"]["urgency"]),
        (&json!("water"), &json!("urgent"))
    );
    let entry = shown["entries"].as_array().unwrap().last().unwrap()["entry"].clone();
    assert_eq!(
        (&entry["step"], &entry["whom"], &entry["content"]),
        (&json!("danger"), &json!("張小梅"), &json!("水漫到走廊"))
    );
    let order = office.issue(&request, json!({}));
    assert_eq!(
        office.order(&order)["order"]["fee"],
        Value::Null,
        "not charged before consent"
    );
    assert_eq!(
        due(&office, &order, "notify"),
        "2026-11-23T02:25:00Z",
        "five minutes from the moment it was known"
    );
}

#[test]
fn danger_ends_the_wait_for_a_crew_and_never_mends_a_clock_that_ran() {
    let office = Office::new();
    let mut waits = office.report("household", "水管滲水", json!({}));
    let told = json!({ "explanation": "晚上有人" });
    office.handle(&mut waits, "wait_crew", told.clone());
    let mut late = office.report("household", "燈不亮", json!({}));
    office.minutes_pass(30);
    office.handle(&mut waits, "danger", noticed("water"));
    assert_eq!(waits.state, "recorded");
    let again = json!({ "request": waits.id, "version": waits.version, "explanation": "晚上" });
    assert_eq!(
        office.refused(Role::Clerk, "requests.wait_crew", again),
        Code::GoesAtOnce
    );
    let order = office.issue(&waits, json!({}));
    assert_eq!(due(&office, &order, "notify"), "2026-11-23T02:35:00Z");
    office.handle(&mut late, "danger", noticed("power"));
    let order = office.issue(&late, json!({}));
    assert_eq!(
        due(&office, &order, "notify"),
        "2026-11-23T02:05:00Z",
        "it ran from the call on"
    );
}

#[test]
fn an_order_on_its_way_goes_at_once_when_danger_is_noticed() {
    let office = Office::new();
    let mut request = office.report("household", "水管滲水", json!({}));
    let mut order = office.issue(&request, json!({ "appointment": "16:00" }));
    let worker = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", worker);
    assert_eq!(due(&office, &order, "arrive"), "2026-11-23T07:55:00Z");
    office.minutes_pass(60);
    request = Held::of(&office.request(&request)["request"]);
    office.handle(&mut request, "danger", noticed("water"));
    assert_eq!(
        due(&office, &order, "arrive"),
        "2026-11-23T03:15:00Z",
        "a quarter hour from then, not from the signing"
    );
    let shown = office.order(&order);
    assert_eq!(shown["order"]["urgent"], true);
}

#[test]
fn no_danger_and_the_same_danger_are_nothing_to_enter() {
    let office = Office::new();
    let mut request = office.report("household", "水管滲水", json!({}));
    let refused = |request: &Held, facts: Value| {
        let mut input = facts;
        input["request"] = json!(request.id);
        input["version"] = json!(request.version);
        let error = office.call(Role::Clerk, "requests.danger", input);
        let error = error.unwrap_err();
        (error.code, error.field.unwrap_or_default())
    };
    assert_eq!(
        refused(&request, noticed("none")),
        (Code::Invalid, "danger".into())
    );
    let silent = json!({ "danger": "fire", "whom": "", "situation": " " });
    assert_eq!(
        refused(&request, silent),
        (Code::Missing, "situation".into())
    );
    office.handle(&mut request, "danger", noticed("water"));
    assert_eq!(
        refused(&request, noticed("water")),
        (Code::Invalid, "danger".into())
    );
    let allowed = office.request(&request)["allowed"].clone();
    assert!(!allowed.as_array().unwrap().contains(&json!("danger")));
    // Another one is another fact.
    office.handle(&mut request, "danger", noticed("power"));
    let withdrawn = json!({ "whom": "張小梅", "reason": "已自行處理" });
    office.handle(&mut request, "withdraw", withdrawn);
    assert_eq!(
        refused(&request, noticed("fire")).0,
        Code::RequestStepNotNow
    );
}
