//! Money of orders: paid, given back, waived, on account, handed over (R22).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::fees::planned;
use crate::support::{Held, Office, called, signed};

/// A finished order whose requester agreed to 300.00.
pub fn finished(office: &Office) -> Held {
    let request = planned(office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({}));
    let worker = office.person(Role::Worker);
    let by = json!({ "worker": worker });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 30_000 }));
    let done = json!({ "work_done": "已更換" });
    office.step(Role::Clerk, &mut order, "finish", done);
    order
}

fn returned(office: &Office) -> Held {
    let mut order = finished(office);
    office.step(Role::Clerk, &mut order, "confirm", signed());
    office.step(Role::Clerk, &mut order, "return", json!({}));
    order
}

/// The worker comes, works free of charge and returns the paper.
fn done(office: &Office, order: &mut Held) {
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, order, "accept", by);
    office.step(Role::Clerk, order, "arrive", json!({}));
    let done = json!({ "work_done": "已修妥" });
    office.step(Role::Clerk, order, "finish", done);
    office.step(Role::Clerk, order, "confirm", signed());
    office.step(Role::Clerk, order, "return", json!({}));
}

/// Takes an act of the money; the order is the newer one after it.
pub fn act(
    office: &Office,
    role: Role,
    order: &mut Held,
    verb: &str,
    facts: Value,
) -> Result<Value, Code> {
    let Value::Object(mut input) = facts else {
        panic!("no object");
    };
    input.insert("order".into(), json!(order.id));
    input.insert("version".into(), json!(order.version));
    let verb = format!("settlement.{verb}");
    let done = office
        .call(role, &verb, Value::Object(input))
        .map_err(|e| e.code)?;
    *order = Held::of(&done["order"]);
    Ok(done)
}

pub fn cash(amount: i64) -> Value {
    json!({ "amount": amount, "method": "cash" })
}

fn shown(office: &Office, order: &Held) -> Value {
    let input = json!({ "order": order.id });
    office.ok(Role::Cashier, "settlement.show", input)
}

fn unpaid(office: &Office) -> Value {
    let input = json!({ "after": null });
    office.ok(Role::Manager, "settlement.unpaid", input)
}

#[test]
fn an_order_is_paid_in_parts_with_receipts_without_gaps() {
    let office = Office::new();
    let mut order = finished(&office);
    let stale = order.clone();
    let first = act(&office, Role::Clerk, &mut order, "pay", cash(10_000)).unwrap();
    assert_eq!(first["receipt_no"], "SJ2026-000001");
    assert_eq!(first["owed"], 20_000);
    for (facts, code) in [
        (cash(0), Code::OutOfBounds),
        (cash(-1), Code::OutOfBounds),
        (cash(20_001), Code::MoreThanOpen),
        (json!({ "amount": 1, "method": "transfer" }), Code::Missing),
    ] {
        let refused = act(&office, Role::Clerk, &mut order, "pay", facts);
        assert_eq!(refused.unwrap_err(), code);
    }
    let seen_before = act(&office, Role::Clerk, &mut stale.clone(), "pay", cash(1));
    assert_eq!(seen_before.unwrap_err(), Code::Stale);
    let transfer = json!({ "amount": 20_000, "method": "transfer", "reference": "T-0815" });
    let second = act(&office, Role::Cashier, &mut order, "pay", transfer).unwrap();
    assert_eq!(
        second["receipt_no"], "SJ2026-000002",
        "what was refused left no gap"
    );
    assert_eq!(second["owed"], 0);
    let back = json!({
        "payment": second["payment"], "amount": 5_000, "method": "cash", "reason": "多收",
    });
    let back = act(&office, Role::Cashier, &mut order, "refund", back).unwrap();
    assert_eq!(back["receipt_no"], "SJ2026-000003");
    assert_eq!(back["owed"], 5_000);
    let view = shown(&office, &order);
    assert_eq!(view["balance"]["paid"], 30_000);
    assert_eq!(view["balance"]["refunded"], 5_000);
    assert_eq!(view["refundable"], 25_000);
    assert_eq!(view["rows"].as_array().unwrap().len(), 3);
    assert_eq!(view["rows"][0]["payment"]["payer"], "張○梅");
    assert_eq!(view["rows"][2]["gives_back"], "SJ2026-000002");
    let open = json!([
        { "payment": first["payment"], "receipt_no": "SJ2026-000001", "amount": 10_000 },
        { "payment": second["payment"], "receipt_no": "SJ2026-000002", "amount": 15_000 },
    ]);
    assert_eq!(view["returnable"], open);
    for (payment, amount, code) in [
        (&first["payment"], 10_001, Code::MoreThanOpen),
        (&second["payment"], 15_001, Code::MoreThanOpen),
        (&back["payment"], 1, Code::Invalid),
        (&json!(9999), 1, Code::Invalid),
    ] {
        let much = json!({
            "payment": payment, "amount": amount, "method": "cash", "reason": "多收",
        });
        let refused = act(&office, Role::Cashier, &mut order, "refund", much);
        assert_eq!(refused.unwrap_err(), code);
    }
}

#[test]
fn receipts_begin_anew_with_the_year() {
    let office = Office::new();
    let mut order = finished(&office);
    office.at("2026-12-31 23:59");
    let old = act(&office, Role::Clerk, &mut order, "pay", cash(1)).unwrap();
    assert_eq!(old["receipt_no"], "SJ2026-000001");
    office.at("2027-01-01 00:01");
    let new = act(&office, Role::Clerk, &mut order, "pay", cash(1)).unwrap();
    assert_eq!(new["receipt_no"], "SJ2027-000001");
}

#[test]
fn nothing_is_taken_before_the_requester_agreed() {
    let office = Office::new();
    let request = planned(&office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({}));
    let refused = act(&office, Role::Clerk, &mut order, "pay", cash(1));
    assert_eq!(refused.unwrap_err(), Code::AgreeFeeFirst);
}

#[test]
fn what_was_paid_in_advance_is_not_given_back_while_the_work_goes_on() {
    let office = Office::new();
    let request = planned(&office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({}));
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 30_000 }));
    act(&office, Role::Clerk, &mut order, "pay", cash(30_000)).unwrap();
    assert_eq!(unpaid(&office)["rows"], json!([]));
    let found = json!({ "real_item": "墊片", "fee": 10_000, "judged_by": "許工" });
    office.step(Role::Clerk, &mut order, "amend", found);
    assert_eq!(unpaid(&office)["rows"], json!([]));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 10_000 }));
    let done = json!({ "work_done": "換墊片" });
    office.step(Role::Clerk, &mut order, "finish", done);
    assert_eq!(unpaid(&office)["to_refund"], 20_000);
}

#[test]
fn an_open_amount_is_archived_only_on_account_and_still_takes_payment_and_refund() {
    let office = Office::new();
    let mut order = returned(&office);
    for outcome in ["satisfied", "mostly"] {
        assert_eq!(
            office.step_refused(Role::Clerk, &order, "follow_up", called(outcome)),
            Code::OpenAmount
        );
    }
    let page = unpaid(&office);
    assert_eq!(page["owed"], 30_000);
    assert_eq!(page["rows"][0]["no"], order.no);
    let reason = json!({ "reason": "月底隨管理費繳" });
    let clerk = act(
        &office,
        Role::Clerk,
        &mut order,
        "on_account",
        reason.clone(),
    );
    assert_eq!(clerk.unwrap_err(), Code::Denied);
    act(&office, Role::Cashier, &mut order, "on_account", reason).unwrap();
    assert_eq!(unpaid(&office)["on_account"], 30_000);
    let content = called("satisfied");
    office.step(Role::Clerk, &mut order, "follow_up", content);
    assert_eq!(order.state, "archived");
    act(&office, Role::Cashier, &mut order, "pay", cash(30_000)).unwrap();
    assert_eq!(unpaid(&office)["rows"], json!([]));
    let paid = shown(&office, &order)["returnable"][0]["payment"].clone();
    let back = json!({
        "payment": paid, "amount": 30_000, "method": "cash", "reason": "同意退費",
    });
    act(&office, Role::Cashier, &mut order, "refund", back).unwrap();
    let page = unpaid(&office);
    assert_eq!(
        (&page["owed"], &page["on_account"]),
        (&json!(30_000), &json!(30_000)),
        "what a refund opens again is on account"
    );
    assert_eq!(order.state, "archived");
}

#[test]
fn a_fee_is_waived_by_who_may_and_with_a_reason() {
    let office = Office::new();
    let mut order = returned(&office);
    let part = json!({ "amount": 10_000, "reason": "延誤到場" });
    for role in [Role::Clerk, Role::Cashier] {
        let denied = act(&office, role, &mut order, "waive", part.clone());
        assert_eq!(denied.unwrap_err(), Code::Denied);
    }
    let silent = json!({ "amount": 10_000, "reason": " " });
    let refused = act(&office, Role::Manager, &mut order, "waive", silent);
    assert_eq!(refused.unwrap_err(), Code::Missing);
    act(&office, Role::Manager, &mut order, "waive", part).unwrap();
    let rest = json!({ "amount": 20_001, "reason": "延誤到場" });
    let refused = act(&office, Role::Manager, &mut order, "waive", rest);
    assert_eq!(refused.unwrap_err(), Code::MoreThanOpen);
    act(&office, Role::Clerk, &mut order, "pay", cash(20_000)).unwrap();
    office.step(Role::Clerk, &mut order, "follow_up", called("satisfied"));
    let view = shown(&office, &order);
    assert_eq!(view["balance"]["waived"], 10_000);
    assert_eq!(view["owed"], 0);
}

#[test]
fn who_is_not_satisfied_gets_a_crew_again_before_he_pays() {
    let office = Office::new();
    let mut order = returned(&office);
    let call = called("not_satisfied");
    office.step(Role::Clerk, &mut order, "follow_up", call);
    assert_eq!(order.state, "redispatched");
    assert_eq!(unpaid(&office)["owed"], 30_000);

    // The chain is not archived while its first order is owed, whichever of them comes back last.
    let newest = json!({ "before": null, "limit": 1 });
    let newest = office.ok(Role::Clerk, "orders.list", newest);
    let newest = json!({ "order": newest["rows"][0]["id"], "no": null });
    let mut next = Held::of(&office.ok(Role::Clerk, "orders.show", newest)["order"]);
    assert_ne!(next.no, order.no);
    done(&office, &mut next);
    let satisfied = called("satisfied");
    assert_eq!(
        office.step_refused(Role::Clerk, &next, "follow_up", satisfied.clone()),
        Code::OpenAmount
    );
    act(&office, Role::Cashier, &mut order, "pay", cash(30_000)).unwrap();
    office.step(Role::Clerk, &mut next, "follow_up", satisfied);
    assert_eq!(next.state, "archived");
}

#[test]
fn what_was_paid_for_work_that_is_declined_is_to_be_given_back() {
    let office = Office::new();
    let request = planned(&office, "換水龍頭", 30_000);
    let mut order = office.issue(&request, json!({}));
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 30_000 }));
    act(&office, Role::Clerk, &mut order, "pay", cash(30_000)).unwrap();
    let why = json!({ "reason": "改由自己處理" });
    office.step(Role::Clerk, &mut order, "decline", why);
    let page = unpaid(&office);
    assert_eq!(page["to_refund"], 30_000);
    assert_eq!(page["rows"][0]["owed"], -30_000);
}

#[test]
fn takings_are_handed_over_to_another_and_matched_with_the_receipts() {
    let office = Office::new();
    let mut order = finished(&office);
    act(&office, Role::Clerk, &mut order, "pay", cash(10_000)).unwrap();
    let mobile = json!({ "amount": 20_000, "method": "mobile", "reference": "M-1" });
    act(&office, Role::Clerk, &mut order, "pay", mobile).unwrap();
    let open = || office.ok(Role::Cashier, "settlement.takings", json!({}));
    let takings = open();
    let sums = json!({ "cash": 10_000, "transfer": 0, "mobile": 20_000 });
    assert_eq!(takings["open"][0]["sums"], sums);
    let receipts: Vec<_> = takings["open"][0]["receipts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["payment"]["id"].clone())
        .collect();
    let clerk = office.person(Role::Clerk);
    let receive = |role: Role, receipts: &[Value], counted: i64, note: &str| {
        let input = json!({
            "person": clerk, "receipts": receipts, "counted": counted, "note": note,
        });
        let done = office.call(role, "settlement.receive_takings", input);
        done.map_err(|e| e.code)
    };
    let by_cashier =
        |receipts: &[Value], counted, note| receive(Role::Cashier, receipts, counted, note);
    assert_eq!(
        receive(Role::Clerk, &receipts, 10_000, ""),
        Err(Code::Denied)
    );
    assert_eq!(by_cashier(&receipts[..1], 10_000, ""), Err(Code::Stale));
    assert_eq!(by_cashier(&receipts, -1, "少"), Err(Code::OutOfBounds));
    assert_eq!(
        by_cashier(&receipts, 9_900, ""),
        Err(Code::Missing),
        "a difference has its reason"
    );
    by_cashier(&receipts, 9_900, "找零短少").unwrap();
    assert_eq!(
        by_cashier(&receipts, 9_900, ""),
        Err(Code::NothingToHandOver)
    );
    let takings = open();
    assert_eq!(takings["open"], json!([]));
    let kept = &takings["handed_over"][0];
    assert_eq!(kept["takings"]["expected"], sums);
    assert_eq!(kept["takings"]["counted"], 9_900);
    assert_eq!(kept["takings"]["received_by"], office.person(Role::Cashier));
    assert_eq!(kept["receipts"].as_array().unwrap().len(), 2);
    let paid = shown(&office, &order)["returnable"][0]["payment"].clone();
    let back = json!({ "payment": paid, "amount": 1_000, "method": "cash", "reason": "多收" });
    act(&office, Role::Cashier, &mut order, "refund", back).unwrap();
    let own = json!({
        "person": office.person(Role::Cashier), "receipts": [], "counted": 0, "note": "",
    });
    assert_eq!(
        office.refused(Role::Cashier, "settlement.receive_takings", own),
        Code::OwnTakings
    );
}
