//! By which time, which item and which category work is priced (R16, R18, R22).

use repair_core::access::Role;
use serde_json::{Value, json};

use crate::estimates::{Catalogue, priced, quotes, surcharges, told};
use crate::schedules::{draft, edit, item, published, publishing, with};
use crate::support::Office;

#[test]
fn a_plan_and_an_arranged_time_cost_what_the_wished_time_costs() {
    let (office, list) = priced();
    let wished = json!({ "wished_at": "2026-11-23 23:30", "lines": [list.taps()] });
    let mut request = office.report("household", "水龍頭漏水", wished);
    assert_eq!(quotes(&office, &request)[0]["says"], "300.00 元");
    office.handle(
        &mut request,
        "wait_crew",
        json!({ "explanation": "今日無班次" }),
    );
    let day = json!({ "wished_at": "2026-11-24 10:00" });
    office.handle(&mut request, "arrange", day);
    let kept = quotes(&office, &request);
    assert_eq!(kept.last().unwrap()["says"], "200.00 元");
    assert_eq!(
        office.request(&request)["request"]["quote_id"],
        kept[1]["quote"]["id"]
    );

    let night = json!({ "wished_at": "2026-11-23 23:30" });
    let mut request = office.report("household", "水龍頭漏水", night);
    let asked = json!({ "whom": "許工", "question": "能否夜間更換？" });
    office.handle(&mut request, "review", asked);
    let plan = json!({ "whom": "許工", "plan": "夜間更換", "lines": [list.taps()] });
    office.handle(&mut request, "feasible", plan);
    assert_eq!(office.request(&request)["request"]["quote"], 30_000);
}

#[test]
fn items_of_one_name_under_two_headings_have_each_their_own_warranty() {
    let office = Office::new();
    let hood =
        |code: &str, group: &str| with(item(code, "抽油煙機", 5000), json!({ "group": group }));
    published(
        &office,
        "2026版",
        "2026-01-01",
        &[hood("1", "安裝類"), hood("2", "保潔類")],
    );
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let ids = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].clone());
    let list = Catalogue(ids.collect());
    let place = json!({ "parent": null, "kind": "community", "name": "錦繡園" });
    let home = office.ok(Role::Clerk, "places.add", place)["id"].clone();
    let done = |n: usize| {
        let lines = json!({ "place": home, "lines": [list.line(n, 1000, json!({}))] });
        let request = office.report("household", "抽油煙機", lines);
        let says = quotes(&office, &request)[0]["says"].clone();
        let mut order = office.issue(&request, json!({}));
        let by = json!({ "worker": office.person(Role::Worker) });
        office.step(Role::Clerk, &mut order, "accept", by);
        office.step(Role::Clerk, &mut order, "arrive", json!({}));
        let fee = office.order(&order)["order"]["fee"].clone();
        office.step(Role::Clerk, &mut order, "agree", json!({ "fee": fee }));
        office.step(
            Role::Clerk,
            &mut order,
            "finish",
            json!({ "work_done": "已完成" }),
        );
        says
    };
    assert_eq!(done(0), "50.00 元");
    assert_eq!(done(1), "50.00 元", "cleaning is not what was installed");
    assert_eq!(done(0), "0.00 元");
}

#[test]
fn what_is_asked_in_another_order_costs_the_same() {
    let office = Office::new();
    let version = draft(&office, "2026版", Value::Null);
    let special = with(
        item("2", "家具搬移", 10_000),
        json!({ "category": "special" }),
    );
    let items =
        [item("1", "更換水龍頭", 10_000), special].map(|item| json!({ "at": null, "item": item }));
    edit(
        &office,
        &version,
        json!({ "items": items, "surcharges": surcharges() }),
    )
    .unwrap();
    let input = publishing(&office, &version, "2026-01-01");
    office.ok(Role::Manager, "fees.publish", input);
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let ids = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].clone());
    let list = Catalogue(ids.collect());
    let (tap, move_) = (list.line(0, 1000, json!({})), list.line(1, 1000, json!({})));
    let work = json!({ "quantity": 1000, "minutes": null, "variants": [], "agreed": 90_000, "materials": [] });
    let more = json!({ "item": null, "name": "牆內管路", "work": work });
    let cost = |lines: [&Value; 3]| {
        told(
            &office,
            &Value::Null,
            json!("2026-11-23 23:00"),
            false,
            json!(lines),
        )["total"]
            .clone()
    };
    let one = cost([&tap, &move_, &more]);
    assert_eq!(
        one["from"], 160_000,
        "half as much again for what households pay"
    );
    assert_eq!(cost([&move_, &tap, &more]), one);
    assert_eq!(cost([&more, &move_, &tap]), one);
}
