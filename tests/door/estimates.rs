//! What a repair costs by a published schedule: read out at the desk, kept with the call (R16, R18, R19).

use repair_core::Code;
use repair_core::office::Role;
use repair_core::text::{Locale, text};
use serde_json::{Value, json};

use crate::schedules::{draft, edit, item, publishing, with};
use crate::support::{Held, Office};

/// Office hours by day, a night that costs half as much again, a holiday at 20.00 a line, urgent work at 50.00 an order.
pub fn surcharges() -> Value {
    let due = |when: Value, extra: Value| json!({ "when": when, "extra": extra, "categories": ["household"] });
    json!([
        due(
            json!({ "when": "night", "from": "22:00:00", "to": "06:00:00" }),
            json!({ "extra": "percent", "basis_points": 5000 }),
        ),
        due(
            json!({ "when": "holiday" }),
            json!({ "extra": "line", "amount": 2000 })
        ),
        due(
            json!({ "when": "urgent" }),
            json!({ "extra": "order", "amount": 5000 })
        ),
    ])
}

/// An office whose schedule has an item of each kind that is asked for something of its own.
pub fn priced() -> (Office, Catalogue) {
    let office = Office::new();
    let high = json!([{ "name": "高度超過3米", "change": { "change": "add", "amount": 500, "each": true } }]);
    let items = [
        with(item("1", "更換水龍頭", 10_000), json!({ "variants": high })),
        with(
            item("2", "疏通下水道", 0),
            json!({ "labour": { "form": "range", "from": 5000, "to": 9000 } }),
        ),
        with(
            item("3", "電路檢修", 0),
            json!({ "labour": { "form": "hourly", "rate": 6000, "step": 30, "least": 60 } }),
        ),
    ];
    let version = draft(&office, "2026版", Value::Null);
    let items: Vec<Value> = items
        .iter()
        .map(|item| json!({ "at": null, "item": item }))
        .collect();
    let calendar = json!({ "weekends": false, "days": [{ "day": "2026-11-25", "name": "校慶", "holiday": true }] });
    let changes = json!({ "items": items, "surcharges": surcharges(), "calendar": calendar });
    edit(&office, &version, changes).unwrap();
    let input = publishing(&office, &version, "2026-01-01");
    office.ok(Role::Manager, "fees.publish", input);
    let shown = office.ok(Role::Clerk, "fees.show", json!({ "schedule": null }));
    let ids = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].clone());
    (office, Catalogue(ids.collect()))
}

/// Ids of the items, in their order.
pub struct Catalogue(pub Vec<Value>);

impl Catalogue {
    /// A line of so many thousandths of the item, with these facts of the work otherwise.
    pub fn line(&self, item: usize, quantity: i64, otherwise: Value) -> Value {
        let work = json!({
            "quantity": quantity, "minutes": null, "variants": [], "agreed": null, "materials": [],
        });
        json!({ "item": self.0[item], "name": "", "work": with(work, otherwise) })
    }

    /// Two taps.
    pub fn taps(&self) -> Value {
        self.line(0, 2000, json!({}))
    }
}

pub fn quotes(office: &Office, request: &Held) -> Vec<Value> {
    let input = json!({ "request": request.id, "locale": "zh-Hant" });
    let shown = office.ok(Role::Clerk, "quotes.show", input);
    shown.as_array().unwrap().clone()
}

/// What lines are told to cost for a place, when wished so.
pub fn told(office: &Office, place: &Value, wished: Value, urgent: bool, lines: Value) -> Value {
    let input = json!({
        "place": place, "urgent": urgent, "at": wished, "order": null, "lines": lines,
        "locale": "zh-Hant",
    });
    office.ok(Role::Clerk, "quotes.work_out", input)
}

#[test]
fn the_items_named_in_the_call_are_kept_as_its_estimate_and_the_order_goes_by_it() {
    let (office, list) = priced();
    let lines = json!([list.taps()]);
    let request = office.report("household", "廚房水龍頭漏水", json!({ "lines": lines }));
    let kept = quotes(&office, &request);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["items"][0]["variants"][0]["name"], "高度超過3米");
    assert_eq!(kept[0]["quote"]["purpose"], "estimate");
    assert_eq!(kept[0]["says"], "200.00 元");
    let shown = office.request(&request);
    assert_eq!(shown["request"]["quote_id"], kept[0]["quote"]["id"]);
    let order = office.issue(&request, json!({}));
    assert_eq!(office.order(&order)["order"]["fee"], 20_000);
    let without = office.report("household", "燈不亮", json!({ "lines": [] }));
    assert!(quotes(&office, &without).is_empty());
}

#[test]
fn a_call_with_a_line_that_cannot_be_is_not_recorded_at_all() {
    let (office, list) = priced();
    let absurd = list.line(0, -1000, json!({}));
    let call = |lines: Value| office.call_in("household", "漏水", json!({ "lines": lines }));
    let refused = |input: Value| {
        let error = office
            .call(Role::Clerk, "requests.record", input)
            .unwrap_err();
        (error.code, error.field.unwrap())
    };
    let at = |field: &str| (Code::OutOfBounds, field.to_owned());
    let wrong = json!([list.taps(), absurd]);
    assert_eq!(refused(call(wrong.clone())), at("lines.1.quantity"));
    let mut two = call(json!([list.taps()]));
    let second = call(wrong)["requests"][0].clone();
    two["requests"].as_array_mut().unwrap().push(second);
    assert_eq!(refused(two), at("requests.1.lines.1.quantity"));
    let filter = json!({ "filter": {}, "before": null, "limit": 9 });
    let found = office.ok(Role::Clerk, "requests.list", filter);
    assert_eq!(found["rows"], json!([]));
}

#[test]
fn what_is_read_out_for_a_wished_time_is_what_is_kept() {
    let (office, list) = priced();
    let lines = json!([list.taps()]);
    for (wished, urgency, says, total) in [
        (Value::Null, "normal", "", 20_000),
        (json!("23:30"), "normal", "夜間", 30_000),
        (json!("11-25 10:00"), "normal", "校慶", 22_000),
        (json!("11-24 10:00"), "urgent", "急修", 25_000),
        (json!("11-25 23:30"), "urgent", "夜間", 37_000),
    ] {
        let out = told(
            &office,
            &Value::Null,
            wished.clone(),
            urgency == "urgent",
            lines.clone(),
        );
        assert_eq!(
            out["total"],
            json!({ "from": total, "to": total }),
            "{wished} {urgency}"
        );
        let words = format!("{}{}", out["lines"][0]["words"]["why"], out["order"]);
        assert!(words.contains(says), "{words}");
        let otherwise = json!({ "lines": lines, "wished_at": wished, "urgency": urgency });
        let request = office.report("household", "換水龍頭", otherwise);
        let kept = quotes(&office, &request);
        assert_eq!(kept[0]["says"], out["says"]);
        let order = office.issue(&request, json!({}));
        assert_eq!(office.order(&order)["order"]["fee"], total);
        let anew = json!({ "request": request.id, "version": request.version, "lines": lines });
        assert_eq!(
            office.refused(Role::Clerk, "quotes.estimate", anew),
            Code::Stale,
            "an order was issued meanwhile"
        );
    }
    let past = told(&office, &Value::Null, json!("03:00"), false, lines);
    assert_eq!(past["total"]["from"], 20_000, "that night is over");
}

/// Another appointment given while issuing costs what that time costs, and the caller is to hear it (R18).
#[test]
fn another_appointment_works_the_estimate_out_anew_and_says_so() {
    let (office, list) = priced();
    let lines = json!([list.taps()]);
    let at = |request: &Held, at: &str| {
        let asked = json!({ "request": request.id, "at": at, "locale": "zh-Hant" });
        office.ok(Role::Clerk, "quotes.at_another_time", asked)
    };
    let issued = |request: &Held, appointment: &str| {
        let input = office.issuing(request, json!({ "appointment": appointment }));
        office.ok(Role::Clerk, "orders.issue", input)
    };
    let both = |told: i64, now: i64| {
        let of = |amount: i64| json!({ "from": amount, "to": amount });
        json!({ "told": of(told), "now": of(now) })
    };
    let report = |otherwise: Value| office.report("household", "換水龍頭", otherwise);
    let day = report(json!({ "lines": lines, "wished_at": "15:00" }));
    assert_eq!(
        at(&day, "23:30"),
        json!({ "told": "200.00 元", "now": "300.00 元" })
    );
    assert_eq!(at(&day, "16:00"), Value::Null, "it stays what it was");
    let order = issued(&day, "23:30");
    assert_eq!(order["anew"], both(20_000, 30_000));
    assert_eq!(office.order(&Held::of(&order))["order"]["fee"], 30_000);
    let kept = quotes(&office, &day);
    let says: Vec<_> = kept
        .iter()
        .map(|q| (&q["quote"]["purpose"], &q["says"]))
        .collect();
    assert_eq!(
        says,
        [
            (&json!("estimate"), &json!("200.00 元")),
            (&json!("estimate"), &json!("300.00 元")),
            (&json!("reported"), &json!("300.00 元")),
        ],
        "what was told before stays on record"
    );
    assert_eq!(
        office.request(&day)["request"]["wished_at"],
        "2026-11-23T07:00:00Z"
    );
    // By day it costs less than the night that was wished; and the same price is not said again.
    let night = report(json!({ "lines": lines, "wished_at": "23:30" }));
    assert_eq!(issued(&night, "11-24 10:00")["anew"], both(30_000, 20_000));
    let day = report(json!({ "lines": lines }));
    assert_eq!(issued(&day, "16:00")["anew"], Value::Null);
    let bare = report(json!({}));
    assert_eq!(at(&bare, "23:30"), Value::Null);
    assert_eq!(issued(&bare, "23:30")["anew"], Value::Null);
    let soon = json!({ "request": bare.id, "at": "soon", "locale": "en" });
    let refused = office.call(Role::Clerk, "quotes.at_another_time", soon);
    assert_eq!(refused.unwrap(), Value::Null, "nothing hangs on the time");
    let soon = json!({ "request": night.id, "at": "soon", "locale": "en" });
    assert_eq!(
        office.refused(Role::Clerk, "quotes.at_another_time", soon),
        Code::TimeUnreadable
    );
}

#[test]
fn what_nobody_can_mean_is_refused_at_its_field_with_a_sentence() {
    let (office, list) = priced();
    let request = office.report("household", "換水龍頭", json!({}));
    for (line, code, field, names) in [
        (
            list.line(0, -1000, json!({})),
            Code::OutOfBounds,
            "quantity",
            "-1",
        ),
        (
            list.line(0, 0, json!({})),
            Code::OutOfBounds,
            "quantity",
            "0",
        ),
        (
            list.line(0, 10_000_001, json!({})),
            Code::OutOfBounds,
            "quantity",
            "10000",
        ),
        (
            list.line(0, 1000, json!({ "variants": ["水下"] })),
            Code::UnknownVariant,
            "variants",
            "水下",
        ),
        (
            list.line(0, 1000, json!({ "agreed": 1 })),
            Code::PriceIsFixed,
            "agreed",
            "更換水龍頭",
        ),
        (
            list.line(1, 1000, json!({ "agreed": 4999 })),
            Code::AgreedOutsideRange,
            "agreed",
            "49.99",
        ),
        (
            list.line(1, 1000, json!({ "agreed": 9001 })),
            Code::AgreedOutsideRange,
            "agreed",
            "90.01",
        ),
        (list.line(2, 1000, json!({})), Code::Missing, "minutes", ""),
        (
            list.line(2, 1000, json!({ "minutes": 60_001 })),
            Code::OutOfBounds,
            "minutes",
            "60001",
        ),
    ] {
        let lines = json!([list.taps(), line]);
        let input = json!({ "request": request.id, "version": request.version, "lines": lines });
        let error = office
            .call(Role::Clerk, "quotes.estimate", input)
            .unwrap_err();
        let at = format!("lines.1.{field}");
        assert_eq!(
            (error.code, error.field.as_deref()),
            (code, Some(at.as_str()))
        );
        for locale in Locale::ALL {
            let args: Vec<_> = error
                .params
                .iter()
                .map(|(k, v)| (k.as_str(), v.as_str().into()))
                .collect();
            let said = text(locale, &format!("error-{}", error.code.as_str()), &args);
            assert!(said.contains(names), "{said}");
        }
    }
}

#[test]
fn the_same_work_within_its_warranty_carries_no_labour_and_after_it_does() {
    let (office, list) = priced();
    let place = json!({ "parent": null, "kind": "community", "name": "錦繡園" });
    let home = office.ok(Role::Clerk, "places.add", place)["id"].clone();
    let lines = json!([list.taps()]);
    let report = || {
        let otherwise = json!({ "place": home, "lines": lines });
        office.report("household", "換水龍頭", otherwise)
    };
    let request = report();
    let mut order = office.issue(&request, json!({}));
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 20_000 }));
    office.step(
        Role::Clerk,
        &mut order,
        "finish",
        json!({ "work_done": "已換" }),
    );
    // 90 days from 23 November.
    for (day, fee) in [("2027-02-21 10:00", 0), ("2027-02-22 10:00", 20_000)] {
        office.at(day);
        let out = told(&office, &home, Value::Null, false, lines.clone());
        assert_eq!(out["total"]["from"], fee, "{day}");
        let again = report();
        let why = &quotes(&office, &again)[0]["lines"][0]["why"];
        assert_eq!(
            why.as_str().unwrap().contains("2027-02-21"),
            fee == 0,
            "{why}"
        );
        let order = office.issue(&again, json!({}));
        assert_eq!(office.order(&order)["order"]["fee"], fee);
    }
}

#[test]
fn what_is_worked_out_on_site_is_what_is_kept_and_a_whole_amount_bears_no_surcharge() {
    let (office, list) = priced();
    office.at("2026-11-23 23:00");
    let mut order = office.accepted("household");
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let lines = json!([list.line(0, 1000, json!({ "variants": ["高度超過3米"] }))]);
    let input = json!({
        "place": null, "urgent": false, "at": "23:00", "order": order.id, "lines": lines,
        "locale": "zh-Hant",
    });
    let out = office.ok(Role::Worker, "quotes.work_out", input.clone());
    assert_eq!(
        out["says"], "157.50 元",
        "(100 + 5) and half as much at night"
    );
    let ahead = with(input, json!({ "at": "23:50" }));
    assert_eq!(
        office.refused(Role::Worker, "quotes.work_out", ahead),
        Code::TimeInFuture
    );
    let found = json!({ "real_item": "水龍頭在高處", "lines": lines });
    office.step(Role::Clerk, &mut order, "amend", found);
    assert_eq!(office.order(&order)["order"]["fee"], 15_750);
    let whole = json!({ "real_item": "連管路", "fee": 30_000, "judged_by": "許工" });
    office.step(Role::Clerk, &mut order, "amend", whole);
    assert_eq!(office.order(&order)["order"]["fee"], 30_000);
    let mut agreed = office.accepted("household");
    office.step(Role::Clerk, &mut agreed, "arrive", json!({}));
    office.step(Role::Clerk, &mut agreed, "agree", json!({ "fee": 4000 }));
    assert_eq!(office.order(&agreed)["order"]["fee"], 4000);
}
