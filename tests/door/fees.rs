//! Plan and price before the crew, agreement before the work (R19, R20).

use repair_core::Code;
use repair_core::access::Role;
use serde_json::{Value, json};

use crate::support::Office;

#[test]
fn outside_the_schedule_no_crew_is_sent_before_the_owner_accepts_plan_and_price() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let question = json!({ "whom": "工程主管", "question": "能否加裝？" });
    office.handle(&mut request, "review", question);
    let issue = |request: &crate::support::Held| {
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
    let request = office.report("household", "換水龍頭", json!({}));
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
    let found = json!({ "real_item": "連管路一併更換", "fee": 50_000 });
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
    let request = office.report("household", "換水龍頭", json!({}));
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
