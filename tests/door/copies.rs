//! Where the three copies are (R10).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Held, Office, signed};

fn places(office: &Office, order: &Held) -> Vec<String> {
    let shown = office.order(order);
    let copies = shown["copies"].as_array().unwrap();
    copies
        .iter()
        .map(|c| c["place"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_office_always_knows_where_the_three_copies_are() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let mut order = office.issue(&request, json!({}));
    assert_eq!(places(&office, &order), ["desk", "desk", "desk"]);
    let worker = office.person(Role::Worker);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": worker }),
    );
    assert_eq!(places(&office, &order), ["worker", "worker", "worker"]);
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    office.step(
        Role::Clerk,
        &mut order,
        "finish",
        json!({ "work_done": "修好" }),
    );
    office.step(Role::Clerk, &mut order, "confirm", signed());
    assert_eq!(places(&office, &order), ["worker", "worker", "customer"]);
    office.step(Role::Clerk, &mut order, "return", json!({}));
    assert_eq!(places(&office, &order), ["desk", "department", "customer"]);
    let moves = office.order(&order)["moves"].as_array().unwrap().len();
    assert_eq!(moves, 3 + 3 + 1 + 2, "every movement stays in the history");
}

#[test]
fn a_lost_copy_needs_the_supervisor_a_reason_and_a_replacement_before_the_return() {
    let office = Office::new();
    let mut order = office.confirmed("household");
    let lost = office.copy(&order, 1, json!({ "place": "lost", "reason": "雨中遺失" }));
    assert_eq!(
        office.refused(Role::Clerk, "orders.move_copy", lost.clone()),
        Code::Denied
    );
    let mut silent = lost.clone();
    silent["reason"] = json!("");
    assert_eq!(
        office.refused(Role::DeskSupervisor, "orders.move_copy", silent),
        Code::Missing
    );
    let replace = office.copy(&order, 1, json!({ "reason": "補單" }));
    assert_eq!(
        office.refused(Role::DeskSupervisor, "orders.replace_copy", replace.clone()),
        Code::CopyNotLost
    );
    office.ok(Role::DeskSupervisor, "orders.move_copy", lost.clone());
    assert_eq!(
        office.refused(Role::DeskSupervisor, "orders.move_copy", lost),
        Code::Stale,
        "a screen that does not know of the loss"
    );
    let found = office.copy(&order, 1, json!({ "place": "desk", "reason": "找到了" }));
    assert_eq!(
        office.refused(Role::Clerk, "orders.move_copy", found),
        Code::Denied,
        "a loss is not undone by whoever moves copies"
    );
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "return", json!({})),
        Code::DeskCopyLost
    );
    let replace = office.copy(&order, 1, json!({ "reason": "補單" }));
    office.ok(Role::DeskSupervisor, "orders.replace_copy", replace);
    assert_eq!(office.order(&order)["copies"][0]["replaced"], true);
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "return", json!({})),
        Code::DeskCopyLost,
        "the replacement is not printed yet"
    );
    let form = |copies: &[u32]| json!({ "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": copies, "printer": "" });
    office.ok(Role::Clerk, "orders.print", form(&[1, 2]));
    let pages = office.ok(Role::Clerk, "orders.form", form(&[]))["pages"].clone();
    let said: Vec<_> = pages
        .as_array()
        .unwrap()
        .iter()
        .map(|page| ["補單", "補印"].map(|mark| page.to_string().contains(mark)))
        .collect();
    assert_eq!(
        said,
        [[true, false], [false, true], [false, false]],
        "each copy says of itself what it is"
    );
    office.step(Role::Clerk, &mut order, "return", json!({}));
}

/// A label that the head of the form has no room for is refused; settings of before the labels are taken as they were.
#[test]
fn a_copys_label_is_short_and_may_be_left_out() {
    let office = Office::new();
    let shown = office.ok(Role::Manager, "settings.show", json!({}));
    let change = |copies: serde_json::Value| {
        let mut settings = shown["current"].clone();
        settings["kinds"]["service"]["copies"] = copies;
        json!({
            "settings": settings, "based_on": shown["history"][0]["id"],
            "approved_by": "業主委員會", "reason": "聯單名稱", "valid_from": null,
        })
    };
    let long = json!([{ "label": "存".repeat(13), "owner": "desk" }]);
    assert_eq!(
        office.refused(Role::Manager, "settings.change", change(long)),
        Code::TooLong
    );
    let first = json!([{ "label": "存根", "owner": "customer" }]);
    assert_eq!(
        office.refused(Role::Manager, "settings.change", change(first)),
        Code::Invalid
    );
    office.ok(Role::Manager, "settings.change", change(json!(["desk"])));
}

#[test]
fn the_copy_set_of_a_kind_is_a_setting_changed_by_approval() {
    let office = Office::new();
    let shown = office.ok(Role::Manager, "settings.show", json!({}));
    let mut settings = shown["current"].clone();
    settings["kinds"]["service"]["copies"] = json!([
        { "label": " 存根聯 ", "owner": "desk" },
        { "label": "", "owner": "department" },
    ]);
    let change = |approved: &str| {
        json!({
            "settings": settings, "based_on": shown["history"][0]["id"], "approved_by": approved,
            "reason": "清潔單只用兩聯", "valid_from": null,
        })
    };
    assert_eq!(
        office.refused(Role::Clerk, "settings.change", change("業主委員會")),
        Code::Denied
    );
    assert_eq!(
        office.refused(Role::Manager, "settings.change", change("")),
        Code::Missing
    );
    office.ok(
        Role::Manager,
        "settings.change",
        change("業主委員會 11 月決議"),
    );
    let request = office.report("service", "樓梯間要打掃", json!({}));
    let order = office.issue(&request, json!({}));
    assert_eq!(places(&office, &order).len(), 2);
    // Each copy keeps the label it was made with, on screen and on paper.
    let copies = office.order(&order)["copies"].clone();
    assert_eq!([&copies[0]["label"], &copies[1]["label"]], ["存根聯", ""]);
    let form = json!({ "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": [] });
    let pages = office.ok(Role::Clerk, "orders.form", form)["pages"].clone();
    let said = |page: usize, text: &str| pages[page].to_string().matches(text).count();
    assert_eq!(said(0, "第一聯 存根聯"), 1);
    assert_eq!(
        said(1, "第一聯 存根聯 客戶服務中心"),
        1,
        "the second copy names the first"
    );
    let history = office.ok(Role::Manager, "settings.show", json!({}));
    assert_eq!(
        history["history"].as_array().unwrap().len(),
        2,
        "the old version stays"
    );
}

#[test]
fn what_became_of_a_print_is_four_facts() {
    let office = Office::new();
    let order = office.accepted("household");
    let form = json!({
        "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": [], "printer": "櫃檯",
    });
    let print = office.ok(Role::Clerk, "orders.print", form)["print"].clone();
    let report = |fact: &str, job: Value| json!({ "print": print, "fact": fact, "job": job });
    let shown = || office.order(&order)["prints"][0].clone();
    assert!(shown()["accepted_at"].is_null(), "sent is not accepted");
    let accepted = report("accepted", json!("Laser-12"));
    office.ok(Role::Clerk, "orders.report_print", accepted.clone());
    assert_eq!(shown()["job"], "Laser-12");
    assert!(shown()["finished_at"].is_null(), "accepted is not finished");
    assert_eq!(
        office.refused(Role::Clerk, "orders.report_print", accepted),
        Code::Stale
    );
    office.minutes_pass(1);
    office.ok(
        Role::Clerk,
        "orders.report_print",
        report("finished", Value::Null),
    );
    assert!(shown()["confirmed_at"].is_null(), "finished is not in hand");
    office.minutes_pass(1);
    office.ok(
        Role::Foreman,
        "orders.report_print",
        report("confirmed", Value::Null),
    );
    let facts = ["at", "accepted_at", "finished_at", "confirmed_at"];
    let facts = facts.map(|fact| shown()[fact].as_str().unwrap().to_owned());
    assert!(facts.is_sorted() && facts[0] < facts[3], "{facts:?}");
    assert_eq!(shown()["job"], "Laser-12");
}

#[test]
fn paper_stays_with_who_has_it_until_the_next_one_signs_for_it() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let form = json!({ "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": [], "printer": "" });
    office.ok(Role::Clerk, "orders.print", form);
    let other = office.someone("other_worker", &[Role::Worker]);
    let facts = json!({ "worker": other, "reason": "換人" });
    office.step(Role::Clerk, &mut order, "reassign", facts);
    assert_eq!(places(&office, &order), ["worker", "worker", "worker"]);
    let void = json!({ "reason": "開錯", "copies_back": [] });
    assert_eq!(
        office.step_refused(Role::Clerk, &order, "void", void),
        Code::CopiesOut,
        "the first worker still has the paper"
    );
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": other }),
    );
    let holders = office.order(&order)["copies"].clone();
    assert!(
        holders
            .as_array()
            .unwrap()
            .iter()
            .all(|c| c["holder"] == "同事 other_worker"),
        "{holders}"
    );
}

#[test]
fn the_customers_copy_stays_with_the_customer_when_the_work_is_rejected() {
    let office = Office::new();
    let mut order = office.confirmed("public");
    assert_eq!(places(&office, &order)[2], "customer");
    let head = office.person(Role::DepartmentHead);
    let facts = json!({ "reason": "燈罩沒有裝回", "supervisor": head });
    office.step(Role::DepartmentHead, &mut order, "reject", facts);
    let other = office.someone("other_worker", &[Role::Worker]);
    let facts = json!({ "worker": other, "reason": "換人" });
    office.step(Role::Clerk, &mut order, "reassign", facts);
    office.step(
        Role::Clerk,
        &mut order,
        "accept",
        json!({ "worker": other }),
    );
    assert_eq!(places(&office, &order), ["worker", "worker", "customer"]);
}

/// The form is made before the transaction: who prints a long order holds nobody up who writes.
#[test]
fn a_form_is_made_while_another_writes() {
    let office = Office::new();
    let order = office.accepted("household");
    let (token, now) = (office.session("clerk"), office.now());
    let form = |copies: &[u32]| json!({ "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": copies, "printer": "" });
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        // As long as many acts are under way, nobody else may write.
        let writing = office.desk.many(|_| {
            let (desk, form) = (&office.desk, form(&[9]));
            scope.spawn(move || {
                let refused = desk.call_by_name(Some(&token), now, "orders.print", form);
                tell.send(refused.unwrap_err().code)
            });
            Ok(told.recv_timeout(std::time::Duration::from_secs(20)))
        });
        assert_eq!(
            writing.unwrap(),
            Ok(Code::NotFound),
            "read and refused meanwhile"
        );
    });
    office.ok(Role::Clerk, "orders.print", form(&[]));
    office.ok(Role::Clerk, "orders.print", form(&[1]));
    let printed = office.order(&order)["copies"].clone();
    let printed: Vec<_> = printed
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["printed"].clone())
        .collect();
    assert_eq!(printed, [2, 1, 1]);
}
