//! The owner's own material is checked on site; if it will not do, he is told and his choice is respected (R21).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::fees::planned;
use crate::prints::{holds, order_form};
use crate::quotes::outside;
use crate::schedules::{item, published, with};
use crate::support::{Held, Office};

/// Replacing a tap by the schedule, with a material of the owner that was found so.
fn tap(item: &Value, supply: Value, check: Value) -> Value {
    json!({
        "item": item, "name": "",
        "work": {
            "quantity": 1000, "minutes": null, "variants": [], "agreed": null,
            "materials": [{
                "name": "水龍頭", "spec": "4分", "quantity": 1000, "supply": supply, "check": check,
            }],
        },
    })
}

fn own() -> Value {
    json!({ "supply": "owner" })
}

fn not_fit(warning: &str, choice: &str) -> Value {
    json!({ "result": "not_fit", "warning": warning, "choice": choice })
}

/// The one item of the schedule, and an order for it on whose site the worker is; nobody had seen the owner's tap.
fn on_site() -> (Office, Value, Held) {
    let office = Office::new();
    published(
        &office,
        "2026版",
        "2026-01-01",
        &[item("1", "更換水龍頭", 10_000)],
    );
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let item = shown["items"][0]["id"].clone();
    let mut unseen = tap(&item, own(), Value::Null);
    let used = unseen["work"]["materials"][0].as_object_mut().unwrap();
    used.remove("check").unwrap();
    let request = office.report("household", "換水龍頭", json!({ "lines": [unseen] }));
    let mut order = office.issue(&request, json!({}));
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 10_000 }));
    (office, item, order)
}

fn found(lines: Value) -> Value {
    json!({ "real_item": "業主自備水龍頭", "lines": lines })
}

/// What the screen says of the checks of an order's last items.
fn said(office: &Office, order: &Held) -> Value {
    let shown = office.order(order);
    let input = json!({ "request": shown["order"]["request_id"], "locale": "zh-Hant" });
    let quotes = office.ok(Role::Clerk, "quotes.show", input);
    quotes.as_array().unwrap().last().unwrap()["lines"][0]["checks"].clone()
}

#[test]
fn work_with_the_owners_material_is_not_finished_before_that_is_checked() {
    let (office, item, mut order) = on_site();
    let done = json!({ "work_done": "已更換" });
    let mut tried = order.clone();
    let unchecked = office.try_step(Role::Clerk, &mut tried, "finish", done.clone());
    let unchecked = unchecked.unwrap_err();
    assert_eq!(unchecked.code, Code::CheckMaterialFirst);
    assert_eq!(
        (unchecked.params["name"].as_str(), unchecked.field),
        ("水龍頭", None)
    );
    // On site somebody sees it: without a result its line is not taken.
    let still = found(json!([tap(&item, own(), Value::Null)]));
    let refused = office
        .try_step(Role::Clerk, &mut tried, "amend", still)
        .unwrap_err();
    assert_eq!(refused.code, Code::CheckMaterialFirst);
    assert_eq!(refused.field.as_deref(), Some("lines.0.materials.0.check"));
    let fit = json!({ "result": "fit" });
    let checked = found(json!([tap(&item, own(), fit)]));
    office.step(Role::Clerk, &mut order, "amend", checked);
    assert_eq!(
        said(&office, &order),
        json!(["水龍頭 4分：業主自購，檢查合格"])
    );
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 10_000 }));
    office.step(Role::Clerk, &mut order, "finish", done);
}

#[test]
fn a_paper_is_not_booked_in_past_an_unchecked_material_either() {
    let (office, _, order) = on_site();
    let paper = json!({
        "order": order.id, "version": order.version, "worker": null, "accepted_at": null,
        "arrived_at": null, "real_item": null, "fee": null, "finished_at": "10:00",
        "work_done": "已更換", "remarks": null, "confirmation": "signed",
        "evaluation": "satisfied", "evaluation_remarks": null, "signed_by": null,
        "confirmed_at": "10:00", "supervisor": null, "countersigned_at": null,
        "returned_at": null, "late": null,
    });
    assert_eq!(
        office.refused(Role::Clerk, "orders.book_in", paper),
        Code::CheckMaterialFirst
    );
}

#[test]
fn what_will_not_do_stands_with_the_warning_and_the_owners_choice() {
    let (office, item, mut order) = on_site();
    let refused = |supply: Value, check: Value| {
        let lines = found(json!([tap(&item, supply, check)]));
        let error = office.try_step(Role::Clerk, &mut order.clone(), "amend", lines);
        let error = error.unwrap_err();
        (error.code, error.field.unwrap_or_default())
    };
    let at = |field: &str| format!("lines.0.materials.0.{field}");
    assert_eq!(
        refused(own(), not_fit(" ", "use_anyway")),
        (Code::Missing, at("check.warning"))
    );
    assert_eq!(
        refused(own(), not_fit(&"長".repeat(201), "use_anyway")),
        (Code::TooLong, at("check.warning"))
    );
    assert_eq!(
        refused(own(), not_fit("會漏水", "perhaps")).0,
        Code::BadCall,
        "no such choice"
    );
    let market = json!({ "supply": "market", "price": 3000 });
    assert_eq!(
        refused(market, json!({ "result": "fit" })),
        (Code::Invalid, at("check"))
    );
    for (choice, words) in [
        ("use_anyway", "仍使用自購材料"),
        ("office_supplies", "改由管理處供料"),
        ("gives_up", "放棄維修"),
    ] {
        let warned = not_fit("螺紋不合，日後會漏水", choice);
        let lines = found(json!([tap(&item, own(), warned)]));
        office.step(Role::Clerk, &mut order, "amend", lines);
        let sentence = format!(
            "水龍頭 4分：業主自購，檢查不合格；已告知：螺紋不合，日後會漏水；業主選擇：{words}"
        );
        assert_eq!(said(&office, &order), json!([sentence]));
    }
}

#[test]
fn owners_material_outside_the_schedule_is_checked_likewise() {
    let office = Office::new();
    let request = planned(&office, "加裝扶手", 20_000);
    let mut order = office.issue(&request, json!({}));
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let line = tap(&Value::Null, own(), Value::Null);
    let work = with(line["work"].clone(), json!({ "agreed": 20_000 }));
    let line = with(line, json!({ "name": "加裝扶手", "work": work }));
    let found = with(found(json!([line])), json!({ "judged_by": "李班長" }));
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "amend", found),
        Code::CheckMaterialFirst
    );
}

#[test]
fn an_amount_alone_does_not_take_the_owners_material_away() {
    let (office, _, order) = on_site();
    let whole = json!({ "real_item": "水龍頭", "fee": 10_001, "judged_by": "許工" });
    let error = office
        .try_step(Role::Clerk, &mut order.clone(), "amend", whole)
        .unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::CheckMaterialFirst, Some("lines"))
    );
}

#[test]
fn nobody_checks_a_material_before_he_sees_it() {
    let (office, item, _) = on_site();
    let line = tap(&item, own(), json!({ "result": "fit" }));
    let call = office.call_in("household", "換水龍頭", json!({ "lines": [line] }));
    let error = office
        .call(Role::Clerk, "requests.record", call)
        .unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::Invalid, Some("lines.0.materials.0.check"))
    );
}

#[test]
fn what_was_found_of_the_owners_material_stands_on_the_order() {
    let office = Office::new();
    let mut order = crate::quotes::on_site(&office, &planned(&office, "換水龍頭", 90_000));
    let mut line = outside("換水龍頭", Some(20_000), 0);
    line["work"]["materials"] = json!([{
        "name": "水龍頭", "spec": "", "quantity": 1000, "supply": { "supply": "owner" },
        "check": { "result": "not_fit", "warning": "閥芯易裂", "choice": "use_anyway" },
    }]);
    let found = json!({ "real_item": "業主自購水龍頭", "lines": [line], "judged_by": "許工" });
    office.step(Role::Clerk, &mut order, "amend", found);
    let said = order_form(&office, Role::Clerk, &order);
    holds(&said, &["檢查不合格", "閥芯易裂", "仍使用自購材料"]);
}

#[test]
fn work_that_the_owner_gave_up_is_not_finished() {
    let (office, item, mut order) = on_site();
    let line = tap(&item, own(), not_fit("閥芯易裂", "gives_up"));
    office.step(Role::Clerk, &mut order, "amend", found(json!([line])));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 10_000 }));
    let done = json!({ "work_done": "已更換" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done),
        Code::OwnerGaveUp
    );
    let why = json!({ "reason": "業主放棄維修" });
    office.step(Role::Clerk, &mut order, "decline", why);
    assert_eq!(order.state, "declined");
}
