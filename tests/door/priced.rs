//! By which time, which item and which category work is priced (R16, R18, R22).

use repair_core::Code;
use repair_core::office::Role;
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

#[test]
fn what_was_read_out_is_kept_or_told_anew() {
    let (office, list) = priced();
    office.at("2026-11-23 21:58");
    let lines = json!([list.taps()]);
    let read = told(&office, &Value::Null, Value::Null, false, lines.clone());
    assert_eq!(read["total"]["from"], 20_000);
    office.at("2026-11-23 22:01");
    let facts = json!({ "lines": lines, "told": read["total"] });
    let call = office.call_in("household", "水龍頭漏水", facts);
    let error = office
        .call(Role::Clerk, "requests.record", call)
        .unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::FeeDiffers, Some("lines"))
    );
    assert_eq!(error.params["amount"], "300.00");
    let anew = told(&office, &Value::Null, Value::Null, false, lines.clone());
    let facts = json!({ "lines": lines, "told": anew["total"] });
    let request = office.report("household", "水龍頭漏水", facts);
    assert_eq!(quotes(&office, &request)[0]["says"], "300.00 元");
}

#[test]
fn items_are_proposed_by_the_version_that_prices_the_order() {
    let office = Office::new();
    published(
        &office,
        "2026版",
        "2026-01-01",
        &[item("1", "更換水龍頭", 10_000)],
    );
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let old = shown["items"][0]["id"].clone();
    let list = Catalogue(vec![old.clone()]);
    let lines = json!({ "lines": [list.line(0, 1000, json!({}))] });
    let request = office.report("household", "水龍頭漏水", lines);
    let order = office.issue(&request, json!({}));
    let next = draft(
        &office,
        "2027版",
        shown["version"]["schedule"]["id"].clone(),
    );
    let input = publishing(&office, &next, "2027-01-01");
    office.ok(Role::Manager, "fees.publish", input);
    let find = |order: Value, at: Value| {
        let asked = json!({ "text": "水龍頭", "order": order, "at": at, "locale": "zh-Hant" });
        office.ok(Role::Clerk, "fees.candidates", asked)[0]["id"].clone()
    };
    assert_eq!(find(Value::Null, Value::Null), old);
    let wished = find(Value::Null, json!("2027-01-02 10:00"));
    assert_ne!(wished, old, "wished next year");
    office.at("2027-01-05 10:00");
    assert_eq!(find(Value::Null, Value::Null), wished);
    assert_eq!(find(json!(order.id), Value::Null), old);
}

#[test]
fn danger_goes_at_once_while_it_is_reviewed() {
    let office = Office::new();
    let danger = json!({ "danger": "water" });
    let mut request = office.report("household", "水管爆裂", danger);
    let asked = json!({ "whom": "許工", "question": "能否修復？" });
    office.handle(&mut request, "review", asked);
    let order = office.issue(&request, json!({}));
    assert_eq!(office.order(&order)["order"]["fee"], Value::Null);
    let mut calm = office.report("household", "加裝遮雨棚", json!({}));
    let asked = json!({ "whom": "許工", "question": "能否加裝？" });
    office.handle(&mut calm, "review", asked);
    let input = office.issuing(&calm, json!({}));
    assert_eq!(
        office.refused(Role::Clerk, "orders.issue", input),
        Code::RequestStepNotNow
    );
}
