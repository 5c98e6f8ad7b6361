//! A paper is booked in with what stands on it: items, materials, the owner's own, the amount agreed (R11, R20–R22).

use repair_core::office::Role;
use repair_core::{Code, Error};
use serde_json::{Value, json};

use crate::quotes::outside;
use crate::schedules::{item, published, with};
use crate::support::{Held, Office};

/// An office with two items in its schedule, an order for none of them, issued, and the items.
fn issued() -> (Office, Held, [Value; 2]) {
    let office = Office::new();
    let items = [
        item("1", "更換水龍頭", 10_000),
        item("2", "疏通下水道", 8000),
    ];
    published(&office, "2026版", "2026-01-01", &items);
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let id = |n: usize| shown["items"][n]["id"].clone();
    let items = [id(0), id(1)];
    let request = office.report("household", "廚房漏水", json!({}));
    let order = office.issue(&request, json!({}));
    office.at("2026-11-23 16:00");
    (office, order, items)
}

/// What stands on every paper, with these fields otherwise.
fn paper(office: &Office, otherwise: Value) -> Value {
    let plain = json!({
        "worker": office.person(Role::Worker), "accepted_at": "10:05", "arrived_at": "10:15",
        "finished_at": "11:00", "work_done": "已修復", "confirmation": "signed",
        "evaluation": "satisfied", "confirmed_at": "11:05", "returned_at": "15:00",
    });
    with(plain, otherwise)
}

fn tried(office: &Office, order: &Held, otherwise: Value) -> Error {
    let paper = paper(office, otherwise);
    office
        .try_step(Role::Clerk, &mut order.clone(), "book_in", paper)
        .unwrap_err()
}

fn line(item: &Value, quantity: i64, materials: Value) -> Value {
    json!({ "item": item, "name": "", "work": {
        "quantity": quantity, "minutes": null, "variants": [], "agreed": null, "materials": materials,
    }})
}

fn used(name: &str, supply: Value, check: Value) -> Value {
    json!({ "name": name, "spec": "", "quantity": 1000, "supply": supply, "check": check })
}

/// The owner's own tap, found so.
fn own_tap(check: Value) -> Value {
    json!([used("水龍頭", json!({ "supply": "owner" }), check)])
}

fn last_quote(office: &Office, order: &Held) -> Value {
    let request = office.order(order)["order"]["request_id"].clone();
    let input = json!({ "request": request, "locale": "zh-Hant" });
    let quotes = office.ok(Role::Clerk, "quotes.show", input);
    quotes.as_array().unwrap().last().unwrap().clone()
}

#[test]
fn a_paper_with_three_lines_is_booked_in_with_each_amounts_reason() {
    let (office, mut order, [tap, drain]) = issued();
    let hose = json!([used(
        "軟管",
        json!({ "supply": "market", "price": 1500 }),
        Value::Null
    )]);
    let unfit = json!({ "result": "not_fit", "warning": "閥芯易裂", "choice": "use_anyway" });
    let lines = json!([
        line(&tap, 2000, own_tap(unfit)),
        line(&drain, 1000, hose),
        outside("改櫥櫃開孔", Some(5000), 0),
    ]);
    let whole = json!({ "lines": lines, "fee": 34_500, "judged_by": "許工" });
    office.step(Role::Clerk, &mut order, "book_in", paper(&office, whole));
    let shown = office.order(&order);
    assert_eq!(shown["order"]["fee"], 34_500, "200 + 80 + 15 + 50");
    assert_eq!(
        shown["order"]["real_item"], "更換水龍頭、疏通下水道、改櫥櫃開孔",
        "where the paper names no other, its items do"
    );
    let steps = shown["steps"].as_array().unwrap().iter();
    let on_site = steps
        .filter(|s| ["arrive", "amend", "agree"].contains(&s["step"]["step"].as_str().unwrap()));
    let at: Vec<_> = on_site.map(|s| s["step"]["at"].clone()).collect();
    assert_eq!(
        at,
        vec![json!("2026-11-23T02:15:00Z"); 3],
        "seen and agreed to when the worker was there"
    );
    let quote = last_quote(&office, &order);
    assert_eq!(quote["quote"]["judged_by"], "許工");
    let said = |n: usize, what: &str| quote["lines"][n][what].to_string();
    assert!(said(0, "checks").contains("閥芯易裂"), "{quote}");
    assert!(said(1, "why").contains("軟管") && said(1, "why").contains("15.00"));
    assert!(said(2, "why").contains("50.00"));
}

#[test]
fn the_amount_on_the_paper_is_what_its_items_come_to() {
    let (office, order, [tap, _]) = issued();
    let lines = json!([line(&tap, 1000, json!([]))]);
    let error = tried(&office, &order, json!({ "lines": lines, "fee": 9000 }));
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::FeeDiffers, Some("fee"))
    );
    assert_eq!(error.params["amount"], "100.00");
    // Nobody says of a fee that was not written down that it was agreed to.
    let error = tried(&office, &order, json!({ "lines": lines }));
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::AgreeFeeFirst, Some("fee"))
    );
    assert_eq!(office.order(&order)["order"]["state"], "issued");
}

#[test]
fn what_is_wrong_on_a_line_of_the_paper_is_told_at_its_field() {
    let (office, order, [tap, _]) = issued();
    let refused = |lines: Value| {
        let error = tried(&office, &order, json!({ "lines": lines, "fee": 10_000 }));
        (error.code, error.field.unwrap_or_default())
    };
    assert_eq!(
        refused(json!([line(&tap, 1000, own_tap(Value::Null))])),
        (Code::CheckMaterialFirst, "lines.0.materials.0.check".into())
    );
    assert_eq!(
        refused(json!([line(&tap, 0, json!([]))])),
        (Code::OutOfBounds, "lines.0.quantity".into())
    );
    assert_eq!(
        refused(json!([outside("改櫥櫃開孔", Some(10_000), 0)])),
        (Code::Missing, "judged_by".into())
    );
    let unknown = json!(99_999);
    assert_eq!(
        refused(json!([line(&unknown, 1000, json!([]))])).0,
        Code::NotFound
    );
    let many = vec![line(&tap, 1000, json!([])); 101];
    assert_eq!(refused(json!(many)), (Code::OutOfBounds, "lines".into()));
    let gives_up = json!({ "result": "not_fit", "warning": "會漏水", "choice": "gives_up" });
    assert_eq!(
        refused(json!([line(&tap, 1000, own_tap(gives_up))])).0,
        Code::OwnerGaveUp
    );
    assert_eq!(
        office.order(&order)["order"]["state"],
        "issued",
        "nothing half-written"
    );
}

/// Items that the order has already are no other ones; and without items one amount for all of it does.
#[test]
fn a_paper_that_says_what_the_order_says_changes_no_item() {
    let (office, _, [tap, _]) = issued();
    let lines = json!([with(
        line(&tap, 1000, json!([])),
        json!({ "name": "更換水龍頭" })
    )]);
    for (day, lines_on_paper, fee) in [
        ("2026-11-24", lines.clone(), 10_000),
        ("2026-11-25", json!([]), 10_000),
        ("2026-11-26", Value::Null, 10_000),
    ] {
        office.at(&format!("{day} 09:00"));
        let request = office.report("household", "換水龍頭", json!({ "lines": lines }));
        let mut order = office.issue(&request, json!({}));
        office.at(&format!("{day} 18:00"));
        let times = json!({
            "accepted_at": "09:05", "arrived_at": "09:15", "lines": lines_on_paper, "fee": fee,
        });
        office.step(Role::Clerk, &mut order, "book_in", paper(&office, times));
        let shown = office.order(&order);
        assert_eq!(
            (&shown["order"]["fee"], &shown["order"]["real_item"]),
            (&json!(fee), &json!(""))
        );
        assert_eq!(last_quote(&office, &order)["quote"]["purpose"], "reported");
    }
}

/// Who was on site before and is booked in later: what the paper says of the site goes by the time there.
#[test]
fn what_was_found_is_not_entered_after_the_work_was_finished() {
    let (office, mut order, [tap, _]) = issued();
    office.at("2026-11-23 10:05");
    let worker = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", worker);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.at("2026-11-23 16:00");
    let lines = json!([line(&tap, 1000, json!([]))]);
    let found = paper(&office, json!({ "lines": lines, "fee": 10_000 }));
    office.step(Role::Clerk, &mut order, "book_in", found);
    assert_eq!(order.state, "returned");
}
