//! What comes up after the call: danger, another appointment, money given back; and a dialog that another person
//! interrupts (R18, R19, R22).

use chrono_tz::Asia::Taipei;
use serde_json::json;

use crate::book::Book;
use crate::office::{ENGINEERING, Seat, demo, now};
use crate::prices::publish_with;

#[test]
fn danger_noticed_after_the_call_sends_a_crew_at_once() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    let order = desk.elsewhere("clerk", "orders.show", json!({ "order": null, "no": no }));
    let request = order["request"]["no"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    desk.window.push("link", &request);
    desk.of_request("danger", |s| {
        s.picks("field-danger", "name-danger-water");
        s.fill("field-situation", "the ceiling below is wet");
    });
    desk.window.see(&desk.word("name-danger-water"));
    desk.window.see("the ceiling below is wet");
    desk.opens(&no);
    desk.window.see(&desk.word("order-step-hurry"));
    desk.window.see(&desk.word("common-urgency-urgent"));
}

#[test]
fn another_appointment_while_issuing_says_what_it_costs_then() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let night = json!({ "when": "night", "from": "22:00:00", "to": "06:00:00" });
    let half_more = json!({ "extra": "percent", "basis_points": 5000 });
    let surcharge = json!({ "when": night, "extra": half_more, "categories": ["household"] });
    publish_with(&desk, json!([surcharge]));
    let schedule = desk.elsewhere("clerk", "fees.show", json!({ "schedule": null }));
    let tomorrow = now().plus_minutes(24 * 60).day(Taipei);
    let line = json!({ "item": schedule["items"][0]["id"], "name": "", "work": {
        "quantity": 1000, "minutes": null, "variants": [], "agreed": null, "materials": [],
    }});
    let fault = json!({
        "kind": "household", "content": "Tap drips", "urgency": "normal", "danger": "none",
        "wished_at": format!("{tomorrow} 10:00"), "remarks": null, "place": null, "lines": [line],
    });
    let call = json!({
        "channel": "phone", "received_at": null, "source": "area", "place": null,
        "place_text": "Lobby", "resident": null, "reporting_department": null, "caller": "Chen",
        "relation": null, "phone": null, "phone_refused": true, "requests": [fault],
    });
    let told = desk.elsewhere("clerk", "requests.record", call);
    let request = told["requests"][0]["no"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    desk.key("F3");
    desk.window.type_keys(&request);
    desk.window.press("Enter");
    desk.window
        .until("the request", |_| desk.heading() == request);
    desk.key("F8");
    desk.fill("field-appointment", &format!("{tomorrow} 23:30"));
    let amounts = [("told", "100.00 元".into()), ("now", "150.00 元".into())];
    desk.window.see(&desk.words("issue-other-amount", &amounts));
    desk.window.press("Ctrl+Enter");
    desk.window.see("150.00");
    desk.window
        .until("the order", |_| desk.heading() != request);
    let no = desk.heading();
    drop(desk);
    assert_eq!(Book::of(&home).order(&no)["order"]["fee"], 15_000);
}

#[test]
fn a_refund_names_the_payment_that_it_gives_back() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    desk.other("agree", |s| s.fill("field-fee", "80"));
    desk.of_money("payment", |s| s.fill("field-amount", "50"));
    desk.of_money("payment", |s| s.fill("field-amount", "30"));
    desk.hand_over("supervisor");
    desk.opens(&no);
    let order = desk.elsewhere(
        "supervisor",
        "orders.show",
        json!({ "order": null, "no": no }),
    );
    let money = json!({ "order": order["order"]["id"] });
    let money = desk.elsewhere("supervisor", "settlement.show", money);
    let receipt = money["returnable"][1]["receipt_no"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let option = desk.words(
        "money-returnable",
        &[("no", receipt.as_str().into()), ("amount", "30.00".into())],
    );
    desk.of_money("refund", |s| {
        s.window.pick(&s.word("field-payment"), &option);
        s.fill("field-amount", "20");
        s.fill("field-reason", "charged too much");
    });
    desk.window
        .see(&desk.words("money-gives-back", &[("no", receipt.as_str().into())]));
}

#[test]
fn a_dialog_half_filled_in_outlives_another_person_in_the_seat() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "Tap drips");
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    let finish = desk.word("order-step-finish");
    desk.key("F8");
    desk.window
        .until("the dialog", |w| w.has("dialog", &finish));
    desk.fill("field-work-done", "washer repl");
    // The phone of another one rings: the desk is left in the middle of a word.
    desk.window.press("F9");
    desk.window.push("button", &desk.word("ui-other-person"));
    desk.sign_in("supervisor");
    assert_eq!(desk.window.dialogs(), 0, "another one's dialog is not his");
    desk.key("Alt+1");
    desk.key("F9");
    desk.window.push("button", "林美玲");
    desk.unlocks();
    desk.window
        .until("the dialog is back", |w| w.has("dialog", &finish));
    assert_eq!(
        desk.window.value(&desk.word("field-work-done")),
        "washer repl"
    );
    desk.window.focus(&desk.word("field-work-done"));
    desk.window.type_keys("aced");
    desk.window.press("Ctrl+Enter");
    desk.sees("order-state-finished");
    drop(desk);
    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["state"], "finished");
}
