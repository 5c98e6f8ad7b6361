//! Plan and price before the crew, agreement before the work (R19, R20).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office};

/// A household's request outside the schedule whose plan, one piece of work at this price, was accepted.
pub fn planned(office: &Office, content: &str, cents: i64) -> Held {
    let mut request = office.report("household", content, json!({}));
    let asked = json!({ "whom": "工程主管", "question": "能否維修？" });
    office.handle(&mut request, "review", asked);
    let plan = json!({ "whom": "工程主管", "plan": content, "quote": cents });
    office.handle(&mut request, "feasible", plan);
    let consent = json!({ "whom": "張小梅", "how": "電話" });
    office.handle(&mut request, "consent", consent);
    request
}

#[test]
fn outside_the_schedule_no_crew_is_sent_before_the_owner_accepts_plan_and_price() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let question = json!({ "whom": "工程主管", "question": "能否加裝？" });
    office.handle(&mut request, "review", question);
    let issue = |request: &Held| {
        office.call(
            Role::Clerk,
            "orders.issue",
            office.issuing(request, json!({})),
        )
    };
    let consent = json!({
        "request": request.id, "version": request.version, "whom": "張小梅", "how": "電話",
    });
    assert_eq!(issue(&request).unwrap_err().code, Code::RequestStepNotNow);
    assert_eq!(
        office.refused(Role::Clerk, "requests.consent", consent),
        Code::PlanFirst
    );
    let plan = json!({ "whom": "工程主管", "plan": "鋁合金棚架", "quote": 120_000 });
    office.handle(&mut request, "feasible", plan);
    assert_eq!(issue(&request).unwrap_err().code, Code::RequestStepNotNow);
    let consent = json!({ "whom": "張小梅", "how": "電話" });
    office.handle(&mut request, "consent", consent);
    let order = office.issue(&request, json!({}));
    assert_eq!(office.order(&order)["order"]["fee"], 120_000);
}

#[test]
fn an_owner_who_refuses_the_quote_ends_the_request_without_an_order() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    office.handle(
        &mut request,
        "review",
        json!({ "whom": "工程主管", "question": "能否加裝？" }),
    );
    let plan = json!({ "whom": "工程主管", "plan": "鋁合金棚架", "quote": 120_000 });
    office.handle(&mut request, "feasible", plan);
    office.handle(
        &mut request,
        "refuse_quote",
        json!({ "whom": "張小梅", "reason": "太貴" }),
    );
    let shown = office.request(&request);
    assert_eq!(shown["request"]["ending"], "quote_refused");
    assert_eq!(shown["orders"], json!([]));
    assert_eq!(shown["request"]["told_whom"], "張小梅");
}

#[test]
fn danger_is_dispatched_at_once_and_charged_only_with_consent() {
    let office = Office::new();
    let danger = json!({ "urgency": "urgent", "danger": "water" });
    let request = office.report("household", "水管爆裂", danger);
    let mut order = office.issue(&request, json!({}));
    let worker = office.person(Role::Worker);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": worker }),
    );
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let found = json!({ "real_item": "更換總閥", "fee": 80_000 });
    office.step(Role::Clerk, &mut order, "amend", found);
    let done = json!({ "work_done": "已止水並更換總閥" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done.clone()),
        Code::AgreeFeeFirst
    );
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 80_000 }));
    office.step(Role::Clerk, &mut order, "finish", done);
}

#[test]
fn the_fee_is_agreed_before_the_work_is_finished_and_a_changed_fee_anew() {
    let office = Office::new();
    let request = planned(&office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({ "fee": 30_000 }));
    let worker = office.person(Role::Worker);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": worker }),
    );
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let done = json!({ "work_done": "已更換" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done.clone()),
        Code::AgreeFeeFirst
    );
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 30_000 }));
    let found = json!({ "real_item": "連管路一併更換", "fee": 50_000, "judged_by": "許工" });
    office.step(Role::Clerk, &mut order, "amend", found);
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done.clone()),
        Code::AgreeFeeFirst,
        "the agreement was to another amount"
    );
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 50_000 }));
    office.step(Role::Clerk, &mut order, "finish", done);
    let shown = office.order(&order);
    assert_eq!(
        shown["order"]["content"], "換水龍頭",
        "what was reported stays (R11)"
    );
    assert_eq!(shown["order"]["real_item"], "連管路一併更換");
}

#[test]
fn an_owner_who_does_not_agree_on_site_declines() {
    let office = Office::new();
    let request = planned(&office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({ "fee": 30_000 }));
    let worker = office.person(Role::Worker);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": worker }),
    );
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let facts = json!({ "reason": "嫌貴" });
    office.step(Role::Clerk, &mut order, "decline", facts);
    let shown = office.order(&order);
    assert_eq!(shown["request"]["ending"], "declined");
    assert_eq!(shown["order"]["fee_agreed_at"], Value::Null);
}

#[test]
fn an_amount_that_no_item_explains_is_not_announced_with_an_order() {
    let office = Office::new();
    let refused = |request: &Held, fee: i64| {
        let input = office.issuing(request, json!({ "fee": fee }));
        let error = office.call(Role::Clerk, "orders.issue", input).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("fee"));
        error.code
    };
    let request = office.report("household", "換水龍頭", json!({}));
    assert_eq!(refused(&request, 30_000), Code::ConsentFirst);
    assert_eq!(refused(&request, 0), Code::ConsentFirst);
    assert_eq!(refused(&request, -1), Code::Invalid);
    let danger = json!({ "urgency": "urgent", "danger": "water" });
    let burst = office.report("household", "水管爆裂", danger);
    assert_eq!(
        refused(&burst, 30_000),
        Code::FeeDiffers,
        "nothing is charged before consent"
    );
    office.issue(&burst, json!({}));
    let planned = planned(&office, "加裝遮雨棚", 30_000);
    assert_eq!(refused(&planned, 29_999), Code::FeeDiffers);
    let order = office.issue(&planned, json!({ "fee": 30_000 }));
    assert_eq!(office.order(&order)["order"]["fee"], 30_000);
}

#[test]
fn an_amount_agreed_on_site_or_read_from_paper_is_one_piece_of_work_at_that_price() {
    let office = Office::new();
    let explained = |order: &Held| {
        let shown = office.order(order);
        let input = json!({ "request": shown["order"]["request_id"], "locale": "zh-Hant" });
        let quotes = office.ok(Role::Clerk, "quotes.show", input);
        let last = quotes.as_array().unwrap().last().unwrap().clone();
        assert_eq!(shown["order"]["quote_id"], last["quote"]["id"]);
        assert_eq!(last["quote"]["purpose"], "actual");
        let why = last["lines"][0]["why"].as_str().unwrap().to_owned();
        (
            shown["order"]["fee"].as_i64().unwrap(),
            last["quote"]["lines"][0]["name"].clone(),
            why,
        )
    };
    let mut order = office.accepted("household");
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 12_000 }));
    let (fee, name, why) = explained(&order);
    assert_eq!((fee, name), (12_000, json!("燈不亮")));
    assert!(why.contains("120.00"), "{why}");

    let request = office.report("household", "馬桶漏水", json!({}));
    let order = office.issue(&request, json!({}));
    let paper = json!({
        "order": order.id, "version": order.version, "worker": office.person(Role::Worker),
        "accepted_at": "10:00", "arrived_at": "10:00", "real_item": null, "fee": 8000,
        "finished_at": "10:00", "work_done": "換墊片", "remarks": null, "confirmation": "signed",
        "evaluation": "satisfied", "evaluation_remarks": null, "signed_by": null,
        "confirmed_at": "10:00", "supervisor": null, "countersigned_at": null,
        "returned_at": null, "late": null,
    });
    office.ok(Role::Clerk, "orders.book_in", paper);
    let (fee, name, _) = explained(&order);
    assert_eq!((fee, name), (8000, json!("馬桶漏水")));
}
