//! What a repair costs, from the estimate to what was really done (R11, R16, R19, R20).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office, called, signed};

/// Work outside the schedule at this labour, with a material of the market.
pub fn outside(name: &str, agreed: Option<i64>, material: i64) -> Value {
    json!({
        "item": null,
        "name": name,
        "work": {
            "quantity": 1000, "minutes": null, "variants": [], "agreed": agreed,
            "materials": [{
                "name": "鋁管", "spec": "", "quantity": 2000,
                "supply": { "supply": "market", "price": material },
            }],
        },
    })
}

/// What the orders of a request cost, as the screen reads it.
fn quotes(office: &Office, request: &Held, of_order: Option<&Held>) -> Vec<Value> {
    let input = json!({ "request": request.id, "locale": "zh-Hant" });
    let Value::Array(mut quotes) = office.ok(Role::Clerk, "quotes.show", input) else {
        panic!("no list");
    };
    if let Some(order) = of_order {
        quotes.retain(|view| view["quote"]["order_id"] == order.id);
    }
    quotes
}

pub fn estimated(office: &Office, request: &mut Held, lines: Value) {
    let input = json!({ "request": request.id, "version": request.version, "lines": lines });
    *request = Held::of(&office.ok(Role::Clerk, "quotes.estimate", input));
}

fn issue_refused(office: &Office, request: &Held, otherwise: Value) -> Code {
    let input = office.issuing(request, otherwise);
    office.refused(Role::Clerk, "orders.issue", input)
}

/// Reviewed, with a plan of these lines, and accepted.
pub fn accepted(office: &Office, request: &mut Held, lines: Value) {
    let asked = json!({ "whom": "工程主管", "question": "能否加裝？" });
    office.handle(request, "review", asked);
    let plan =
        json!({ "whom": "工程主管", "plan": "鋁合金棚架", "lines": lines, "hours": "約三小時" });
    office.handle(request, "feasible", plan);
    let consent = json!({ "whom": "張小梅", "how": "電話" });
    office.handle(request, "consent", consent);
}

pub fn on_site(office: &Office, request: &Held) -> Held {
    let mut order = office.issue(request, json!({}));
    let worker = office.person(Role::Worker);
    let by = json!({ "worker": worker });
    office.step(Role::Clerk, &mut order, "accept", by);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    order
}

#[test]
fn what_the_schedule_does_not_name_is_not_dispatched_whatever_the_screen_shows() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    estimated(
        &office,
        &mut request,
        json!([outside("遮雨棚", Some(90_000), 15_000)]),
    );
    for otherwise in [json!({}), json!({ "fee": 0 }), json!({ "fee": 120_000 })] {
        assert_eq!(
            issue_refused(&office, &request, otherwise),
            Code::ConsentFirst
        );
    }
    accepted(
        &office,
        &mut request,
        json!([outside("遮雨棚", Some(90_000), 15_000)]),
    );
    assert_eq!(
        issue_refused(&office, &request, json!({ "fee": 1 })),
        Code::FeeDiffers
    );
    let order = office.issue(&request, json!({}));
    let fee = &office.order(&order)["order"]["fee"];
    assert_eq!(*fee, 120_000, "90 000 and 2 × 15 000");
    let all = quotes(&office, &request, None);
    let purposes: Vec<_> = all.iter().map(|view| &view["quote"]["purpose"]).collect();
    assert_eq!(purposes, ["estimate", "plan", "reported"]);
    assert_eq!(all[2]["quote"]["judged_by"], "工程主管");
    assert_eq!(all[2]["quote"]["hours"], "約三小時");
    assert_eq!(all[2]["says"], "1200.00 元");
    let why = all[2]["lines"][0]["why"].as_str().unwrap();
    assert!(why.contains("900.00") && why.contains("150.00"), "{why}");
}

#[test]
fn other_items_after_the_consent_need_another_one() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(&office, &mut request, plan);
    let more = json!([outside("遮雨棚和曬衣架", Some(150_000), 15_000)]);
    estimated(&office, &mut request, more);
    assert_eq!(
        issue_refused(&office, &request, json!({})),
        Code::ConsentFirst
    );
}

#[test]
fn a_new_review_needs_a_plan_of_its_own() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(&office, &mut request, plan);
    let more = json!([outside("遮雨棚和曬衣架", Some(150_000), 15_000)]);
    estimated(&office, &mut request, more);
    let asked = json!({ "whom": "工程主管", "question": "連曬衣架呢？" });
    office.handle(&mut request, "review", asked);
    let consent = json!({
        "request": request.id, "version": request.version, "whom": "張小梅", "how": "電話",
    });
    assert_eq!(
        office.refused(Role::Clerk, "requests.consent", consent),
        Code::PlanFirst,
        "the plan accepted before was another one"
    );
}

#[test]
fn an_estimate_of_nothing_says_no_fee_but_takes_no_review_away() {
    let office = Office::new();
    let lines = json!([outside("查漏", Some(10_000), 0)]);
    let leak = json!({ "danger": "water" });
    let mut danger = office.report("household", "水管爆裂", leak);
    estimated(&office, &mut danger, lines.clone());
    estimated(&office, &mut danger, json!([]));
    let order = office.issue(&danger, json!({}));
    assert_eq!(office.order(&order)["order"]["fee"], Value::Null);

    let mut request = office.report("household", "水管滲水", json!({}));
    estimated(&office, &mut request, lines);
    let emptied = json!({ "request": request.id, "version": request.version, "lines": [] });
    let error = office
        .call(Role::Clerk, "quotes.estimate", emptied)
        .unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::ConsentFirst, Some("lines"))
    );
}

#[test]
fn a_plan_without_a_certain_price_cannot_be_accepted() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let asked = json!({ "whom": "工程主管", "question": "能否加裝？" });
    office.handle(&mut request, "review", asked);
    let plan = |facts: Value| {
        let mut plan = json!({
            "request": request.id, "version": request.version, "whom": "工程主管", "plan": "棚架",
        });
        plan.as_object_mut()
            .unwrap()
            .extend(facts.as_object().unwrap().clone());
        office
            .call(Role::Clerk, "requests.feasible", plan)
            .unwrap_err()
    };
    let open = plan(json!({ "lines": [outside("遮雨棚", None, 15_000)] }));
    assert_eq!(open.code, Code::Missing);
    assert_eq!(open.field.as_deref(), Some("lines.agreed"));
    let nothing = plan(json!({ "lines": [] }));
    assert_eq!(nothing.field.as_deref(), Some("quote"));
    let both = plan(json!({ "lines": [outside("遮雨棚", Some(1), 1)], "quote": 100 }));
    assert_eq!(
        (both.code, both.field.as_deref()),
        (Code::Invalid, Some("quote"))
    );
    let below = plan(json!({ "quote": -1 }));
    assert_eq!(below.code, Code::OutOfBounds);
    assert_eq!(below.field.as_deref(), Some("quote"));
}

#[test]
fn danger_goes_at_once_and_what_nobody_accepted_is_not_charged() {
    let office = Office::new();
    let danger = json!({ "urgency": "urgent", "danger": "water" });
    let mut request = office.report("household", "水管爆裂", danger);
    let lines = json!([outside("更換總閥", Some(80_000), 0)]);
    estimated(&office, &mut request, lines);
    let order = office.issue(&request, json!({}));
    assert_eq!(office.order(&order)["order"]["fee"], Value::Null);
    assert!(quotes(&office, &request, Some(&order)).is_empty());
}

#[test]
fn other_items_on_site_stand_beside_the_reported_ones_and_are_agreed_anew() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(&office, &mut request, plan);
    let mut order = on_site(&office, &request);
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 120_000 }));
    let more = json!([outside("遮雨棚和支架", Some(100_000), 20_000)]);
    let found = |otherwise: Value| {
        let mut found = json!({ "real_item": "牆面需加支架", "lines": more });
        found
            .as_object_mut()
            .unwrap()
            .extend(otherwise.as_object().unwrap().clone());
        found
    };
    // Nobody of engineering has judged it (R19); items have no amount beside them.
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "amend", found(json!({}))),
        Code::Missing
    );
    let typed = json!({ "judged_by": "李班長", "fee": 1 });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "amend", found(typed)),
        Code::Invalid
    );
    let judged = found(json!({ "judged_by": "李班長" }));
    office.step(Role::Clerk, &mut order, "amend", judged);
    let done = json!({ "work_done": "已加裝" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done.clone()),
        Code::AgreeFeeFirst,
        "the agreement was to other items"
    );
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "agree", json!({ "fee": 120_000 })),
        Code::FeeDiffers
    );
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 140_000 }));
    office.step(Role::Clerk, &mut order, "finish", done);
    let both = quotes(&office, &request, Some(&order));
    let totals: Vec<_> = both
        .iter()
        .map(|view| &view["quote"])
        .map(|quote| (quote["purpose"].clone(), quote["total_to"].clone()))
        .collect();
    assert_eq!(
        totals,
        [
            (json!("reported"), json!(120_000)),
            (json!("actual"), json!(140_000)),
        ]
    );
    assert_eq!(
        office.order(&order)["order"]["quote_id"],
        both[1]["quote"]["id"]
    );
}

#[test]
fn an_amount_that_is_not_settled_is_agreed_before_the_work_is_finished() {
    let office = Office::new();
    let request = office.report("household", "水管滲水", json!({}));
    let mut order = on_site(&office, &request);
    let open = json!({
        "real_item": "牆內水管", "judged_by": "李班長", "lines": [outside("查漏", None, 0)],
    });
    office.step(Role::Clerk, &mut order, "amend", open);
    let done = json!({ "work_done": "已修" });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "finish", done),
        Code::AgreeFeeFirst
    );
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "agree", json!({ "fee": 50_000 })),
        Code::FeeDiffers,
        "the amount is written to the item first, so that it can be explained"
    );
}

#[test]
fn work_done_again_for_who_is_not_satisfied_carries_no_labour() {
    let office = Office::new();
    let (request, next) = sent_again(&office);
    assert_eq!(office.order(&next)["order"]["fee"], 0);
    let line = &quotes(&office, &request, Some(&next))[0]["quote"]["lines"][0];
    assert_eq!(line["name"], "遮雨棚");
    assert_eq!(line["warranty"]["warranty"], "redone");
    assert_eq!(line["work"]["materials"], json!([]));
}

/// An order whose requester agreed to 1 200.00 and is not satisfied, and the next one of its chain.
fn sent_again(office: &Office) -> (Held, Held) {
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(office, &mut request, plan);
    let mut order = on_site(office, &request);
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 120_000 }));
    let done = json!({ "work_done": "已加裝" });
    office.step(Role::Clerk, &mut order, "finish", done);
    office.step(Role::Clerk, &mut order, "confirm", signed());
    office.step(Role::Clerk, &mut order, "return", json!({}));
    let call = called("not_satisfied");
    let answer = office.try_step(Role::Clerk, &mut order, "follow_up", call);
    (request, Held::of(&answer.unwrap()["next"]))
}

#[test]
fn work_done_again_carries_no_labour_after_a_voided_order_either() {
    let office = Office::new();
    let (mut request, mut next) = sent_again(&office);
    let void = json!({ "reason": "寫錯部門", "copies_back": [1, 2, 3] });
    office.step(Role::Clerk, &mut next, "void", void);
    request.version = office.request(&request)["request"]["version"]
        .as_i64()
        .unwrap();
    assert_eq!(
        issue_refused(&office, &request, json!({ "fee": 120_000 })),
        Code::FeeDiffers
    );
    let third = office.issue(&request, json!({}));
    assert_eq!(office.order(&third)["order"]["fee"], 0);
}

#[test]
fn other_work_found_on_a_redone_order_is_charged_and_agreed() {
    let office = Office::new();
    let (request, mut next) = sent_again(&office);
    let by = json!({ "worker": office.person(Role::Worker) });
    office.step(Role::Clerk, &mut next, "accept", by);
    office.step(Role::Clerk, &mut next, "arrive", json!({}));
    let lines = json!([
        outside("遮雨棚", Some(90_000), 0),
        outside("曬衣架", Some(30_000), 0),
    ]);
    let found = json!({ "real_item": "加做曬衣架", "judged_by": "李班長", "lines": lines });
    office.step(Role::Clerk, &mut next, "amend", found);
    assert_eq!(office.order(&next)["order"]["fee"], 30_000);
    let kept = quotes(&office, &request, Some(&next));
    let lines = &kept[1]["quote"]["lines"];
    assert_eq!(lines[0]["warranty"]["warranty"], "redone");
    assert_eq!(lines[1]["warranty"], Value::Null);
}

#[test]
fn an_estimate_names_the_line_that_cannot_be() {
    let office = Office::new();
    let request = office.report("household", "換燈", json!({}));
    let refused = |lines: Value| {
        let input = json!({ "request": request.id, "version": request.version, "lines": lines });
        let refused = office
            .call(Role::Clerk, "quotes.estimate", input)
            .unwrap_err();
        (refused.code, refused.field.unwrap())
    };
    let line = outside("換燈", Some(100), 0);
    let mut negative = line.clone();
    negative["work"]["quantity"] = json!(-1000);
    let mut absurd = line.clone();
    absurd["work"]["quantity"] = json!(10_000_001);
    let mut nameless = line.clone();
    nameless["name"] = json!("　");
    for (wrong, code, field) in [
        (negative, Code::OutOfBounds, "lines.1.quantity"),
        (absurd, Code::OutOfBounds, "lines.1.quantity"),
        (nameless, Code::Missing, "lines.1.name"),
    ] {
        assert_eq!(refused(json!([line, wrong])), (code, field.to_owned()));
    }
    let many = vec![line; 101];
    assert_eq!(
        refused(json!(many)),
        (Code::OutOfBounds, "lines".to_owned())
    );
}

#[test]
fn what_lines_would_cost_is_told_in_words_and_not_kept() {
    let office = Office::new();
    let input = json!({
        "place": null, "urgent": false, "locale": "zh-Hant",
        "lines": [outside("遮雨棚", Some(90_000), 15_000)],
    });
    let told = office.ok(Role::Clerk, "quotes.work_out", input);
    assert_eq!(told["total"], json!({ "from": 120_000, "to": 120_000 }));
    assert_eq!(told["says"], "1200.00 元");
    assert_eq!(told["verdict"]["verdict"], "review");
    let why = told["lines"][0]["words"]["why"].as_str().unwrap();
    assert!(why.contains("900.00") && why.contains("150.00"), "{why}");
}
