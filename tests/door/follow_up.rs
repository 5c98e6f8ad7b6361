//! Called back on the same day, until satisfied; and every other end a chain can have (R15, R16, R42).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office, called};

#[test]
fn satisfied_is_archived_and_the_requester_counts_as_told() {
    let office = Office::new();
    let mut order = office.returned();
    office.step(Role::Clerk, &mut order, "follow_up", called("satisfied"));
    assert_eq!(order.state, "archived");
    let shown = office.order(&order);
    assert_eq!(shown["request"]["ending"], "done");
    assert_eq!(shown["request"]["told_whom"], "張小梅");
    assert_eq!(shown["allowed"], json!([]));
}

#[test]
fn not_satisfied_sends_a_crew_again_in_the_same_chain_until_satisfied() {
    let office = Office::new();
    let mut order = office.returned();
    let first = order.clone();
    for position in 2..=3 {
        let value = office
            .try_step(
                Role::Clerk,
                &mut order,
                "follow_up",
                called("not_satisfied"),
            )
            .unwrap();
        assert_eq!(order.state, "redispatched");
        let mut next = Held::of(&value["next"]);
        let shown = office.order(&next);
        assert_eq!(shown["order"]["chain_pos"], position);
        assert_eq!(shown["order"]["first_id"], first.id);
        assert_eq!(shown["request"]["state"], "ordered");
        let booked = json!({
            "worker": office.person(Role::Worker), "work_done": "再修", "confirmation": "signed",
            "evaluation": "mostly",
        });
        office.step(Role::Clerk, &mut next, "book_in", booked);
        order = next;
    }
    office.step(Role::Clerk, &mut order, "follow_up", called("mostly"));
    assert_eq!(office.order(&order)["chain"].as_array().unwrap().len(), 3);
    assert_eq!(office.order(&order)["request"]["ending"], "done");
}

#[test]
fn three_calls_on_two_days_with_a_message_before_it_closes_as_not_reached() {
    let office = Office::new();
    let mut order = office.returned();
    let close = |order: &Held| {
        office.step_refused(Role::DeskSupervisor, order, "close_unreached", json!({}))
    };
    let mut call = |day: &str, message: bool| {
        office.at(day);
        let facts = json!({ "outcome": "not_reached", "message_left": message });
        office.step(Role::Clerk, &mut order, "follow_up", facts);
        order.clone()
    };
    call("2026-11-23 15:00", false);
    call("2026-11-23 18:00", true);
    let held = call("2026-11-23 19:00", false);
    assert_eq!(
        close(&held),
        Code::UnreachedTooEarly,
        "three calls on one day"
    );
    let mut held = call("2026-11-24 09:00", false);
    assert_eq!(
        office.step_refused(Role::Clerk, &held, "close_unreached", json!({})),
        Code::Denied
    );
    office.step(
        Role::DeskSupervisor,
        &mut held,
        "close_unreached",
        json!({}),
    );
    assert_eq!(office.order(&held)["request"]["ending"], "unreached");
}

#[test]
fn an_exemption_has_a_cause_a_record_and_never_comes_from_the_executing_department() {
    let office = Office::new();
    let mut order = office.returned();
    let supervisor = office.person(Role::DeskSupervisor);
    let facts = |cause: &str, record: &str| json!({ "cause": cause, "record": record, "supervisor": supervisor });
    let good = facts("開發商遺留", "XT20261123-001");
    for role in [Role::Clerk, Role::Foreman, Role::DepartmentHead] {
        assert_eq!(
            office.step_refused(role, &order, "exempt", good.clone()),
            Code::Denied,
            "{role:?}"
        );
    }
    for missing in [facts("", "XT20261123-001"), facts("開發商遺留", "")] {
        assert_eq!(
            office.step_refused(Role::DeskSupervisor, &order, "exempt", missing),
            Code::Missing
        );
    }
    office.someone(
        "engineering_manager",
        &[Role::Manager, Role::DepartmentHead],
    );
    let own = json!({
        "order": order.id, "version": order.version, "cause": "開發商遺留", "record": "XT20261123-001",
        "supervisor": supervisor,
    });
    let refused = office
        .by("engineering_manager", "orders.exempt", own)
        .unwrap_err();
    assert_eq!(refused.code, Code::OwnWork);
    let mut by_clerk = good.clone();
    by_clerk["supervisor"] = json!(office.person(Role::Clerk));
    assert_eq!(
        office.step_refused(Role::DeskSupervisor, &order, "exempt", by_clerk),
        Code::Invalid,
        "a clerk does not sign for it"
    );
    office.step(Role::DeskSupervisor, &mut order, "exempt", good);
    let shown = office.order(&order);
    assert_eq!(shown["request"]["ending"], "exempt");
    let signed = shown["signatures"].as_array().unwrap().last().unwrap();
    assert_eq!(signed["purpose"], "exempt");
    assert_eq!(signed["person_id"], supervisor);
}

#[test]
fn a_joined_neighbour_is_called_and_told_too() {
    let office = Office::new();
    let request = office.report("public", "電梯停了", json!({}));
    let neighbour = office.report("public", "電梯不動", json!({ "caller": "陳先生" }));
    let join = json!({ "request": neighbour.id, "version": neighbour.version, "to": request.id });
    office.ok(Role::Clerk, "requests.join", join);
    let mut order = office.issue(&request, json!({}));
    let booked = json!({
        "worker": office.person(Role::Worker), "work_done": "復位", "confirmation": "signed",
        "evaluation": "satisfied", "supervisor": office.person(Role::Foreman),
    });
    office.step(Role::Clerk, &mut order, "book_in", booked);
    let mut facts = called("satisfied");
    facts["reporter"] = json!(neighbour.id);
    office.step(Role::Clerk, &mut order, "follow_up", facts);
    assert_eq!(
        order.state, "returned",
        "the neighbour's word does not end the order"
    );
    assert_eq!(office.request(&neighbour)["request"]["told_whom"], "陳先生");
    office.step(Role::Clerk, &mut order, "follow_up", called("satisfied"));
    assert_eq!(order.state, "archived");
}

#[test]
fn an_order_that_returns_after_closing_is_called_about_the_next_desk_day() {
    let office = Office::new();
    office.at("2026-11-23 20:30");
    let order = office.returned();
    let shown = office.order(&order);
    let clocks = shown["clocks"].as_array().unwrap();
    let follow_up = clocks.iter().find(|c| c["kind"] == "follow_up").unwrap();
    assert_eq!(
        follow_up["due_at"], "2026-11-24T12:00:00Z",
        "closing time of the next day"
    );
    assert_eq!(follow_up["met_at"], Value::Null);
}

#[test]
fn an_end_without_follow_up_leaves_the_requester_to_be_told() {
    let office = Office::new();
    let mut request = office.report("household", "外牆滲水", json!({}));
    office.handle(&mut request, "ask_defect", json!({ "whom": "工程主管" }));
    let listed = json!({ "whom": "工程主管", "record": "YL-017" });
    office.handle(&mut request, "defect", listed);
    let to_tell = |office: &Office| {
        let bench = office.ok(Role::Clerk, "desk.workbench", json!({}));
        bench["to_tell"].as_array().unwrap().len()
    };
    assert_eq!(to_tell(&office), 1);
    office.handle(&mut request, "tell", json!({ "whom": "張小梅" }));
    assert_eq!(to_tell(&office), 0);
}

#[test]
fn a_neighbour_who_is_not_satisfied_sends_a_crew_again_too() {
    let office = Office::new();
    let request = office.report("household", "電梯停了", json!({}));
    let neighbour = office.report("household", "電梯不動", json!({ "caller": "陳先生" }));
    let join = json!({ "request": neighbour.id, "version": neighbour.version, "to": request.id });
    office.ok(Role::Clerk, "requests.join", join);
    let mut order = office.issue(&request, json!({}));
    let booked = json!({
        "worker": office.person(Role::Worker), "work_done": "復位", "confirmation": "signed",
        "evaluation": "satisfied",
    });
    office.step(Role::Clerk, &mut order, "book_in", booked);
    let mut word = called("not_satisfied");
    word["reporter"] = json!(neighbour.id);
    let mut silent = word.clone();
    silent["remarks"] = json!("");
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "follow_up", silent),
        Code::Missing,
        "what is still wrong is written down"
    );
    let sent = office.try_step(Role::Clerk, &mut order, "follow_up", word);
    assert_eq!(order.state, "redispatched");
    let next = Held::of(&sent.unwrap()["next"]);
    let shown = office.order(&next);
    assert_eq!(shown["order"]["chain_pos"], 2);
    assert_eq!(shown["request"]["id"], request.id, "the chain stays one");
    assert_eq!(shown["order"]["content"], "還是不亮");
    assert_eq!(
        office.request(&neighbour)["request"]["told_at"],
        Value::Null
    );
}

#[test]
fn a_later_order_of_a_chain_that_is_voided_leaves_the_request_open_until_satisfied() {
    let office = Office::new();
    let mut order = office.returned();
    let sent = office
        .try_step(
            Role::Clerk,
            &mut order,
            "follow_up",
            called("not_satisfied"),
        )
        .unwrap();
    let mut second = Held::of(&sent["next"]);
    office.minutes_pass(30);
    let void = json!({ "reason": "部門選錯", "copies_back": [] });
    office.step(Role::Clerk, &mut second, "void", void);
    let request = office.order(&second)["request"].clone();
    assert_eq!(request["state"], "recorded");
    assert_eq!(request["ending"], Value::Null);
    let again = office.issue(&Held::of(&request), json!({}));
    let shown = office.order(&again);
    assert_eq!(shown["order"]["chain_pos"], 2, "第2次派工 again");
    assert_eq!(shown["order"]["first_id"], order.id);
    let late: Vec<_> = shown["clocks"].as_array().unwrap().iter().collect();
    assert!(late.iter().all(|c| c["state"] != "late"), "{late:?}");
}
