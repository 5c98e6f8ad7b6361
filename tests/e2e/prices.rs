//! The fee schedule at the desk and on site: items proposed while one types, the estimate read out, the owner's own
//! material checked (R18, R19, R21).

use chrono_tz::Asia::Taipei;
use serde_json::{Value, json};

use crate::book::Book;
use crate::office::{ENGINEERING, Seat, demo, now};

/// Publishes a small schedule at another desk, in the place of the demo's.
pub fn publish(desk: &Seat) {
    publish_with(desk, Value::Null);
}

/// The same with these surcharges.
pub fn publish_with(desk: &Seat, surcharges: Value) {
    let item = |code: &str, name: &str, cents: i64| {
        json!({ "at": null, "item": {
            "code": code, "category": "household", "group": "給排水", "name": name, "unit": "個",
            "labour": { "form": "each", "price": cents }, "minimum": null, "cap": null,
            "variants": [{
                "name": "高度超過3米", "change": { "change": "add", "amount": 2000, "each": true },
            }],
            "material": { "included": false, "listed": [], "market": true, "owner": true },
            "warranty_days": 0, "remarks": "",
        }})
    };
    let manager = |verb: &str, input: Value| desk.elsewhere("manager", verb, input);
    let draft = manager("fees.draft", json!({ "name": "試用", "copy_of": null }));
    let items = json!([
        item("GP-01", "更換水龍頭", 10_000),
        item("GP-02", "水龍頭漏水維修", 6000),
        item("GP-03", "廚房水槽疏通", 8000),
    ]);
    let changes = json!({
        "schedule": draft["id"], "version": draft["version"], "name": null,
        "surcharges": surcharges, "calendar": null, "items": items, "dropped": [],
    });
    manager("fees.edit", changes);
    let version = manager("fees.show", json!({ "schedule": draft["id"] }))["version"].clone();
    let approved = json!({
        "schedule": draft["id"], "version": version["schedule"]["version"],
        "edits": version["edits"], "approved_by": "業主委員會", "approval": "2026年第3次會議",
        "valid_from": now().day(Taipei),
    });
    manager("fees.publish", approved);
}

/// Types what is wrong; items are proposed.
pub fn tells(desk: &Seat, content: &str, proposed: &str) {
    desk.fill("field-content", content);
    desk.window.until(proposed, |w| w.has("option", proposed));
}

/// The schedule does not name it: that is said with what comes first.
pub fn sees_review_first(desk: &Seat) {
    let why = desk.word("quotes-review-outside");
    let first = desk.words("quotes-review-first", &[("why", why.as_str().into())]);
    desk.window.see(&first);
}

fn quantity(desk: &Seat) -> String {
    desk.words("quotes-quantity-of", &[("unit", "個".into())])
}

#[test]
fn items_are_proposed_while_one_types_and_what_is_read_out_is_kept() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    desk.finds("3-1204", "單國華");
    tells(&desk, "水龍頭漏水", "水龍頭漏水維修");
    assert!(desk.window.has("option", "更換水龍頭"));
    // Typing goes on as if there were no list: Enter begins another line of the text.
    desk.window.press("Enter");
    desk.window.type_keys("廚房");
    let typed = desk.window.value(&desk.word("field-content"));
    assert_eq!(typed, "水龍頭漏水\n廚房");
    desk.window
        .until("the sink", |w| w.has("option", "廚房水槽疏通"));
    desk.window.press("Ctrl+1");
    desk.window.see("60.00 元");
    assert!(
        !desk.window.has("option", "更換水龍頭"),
        "the list is put away"
    );
    // Another by the arrow keys; and the words stay as they were.
    desk.window.press("Down");
    desk.window
        .until("the list", |w| w.has("option", "更換水龍頭"));
    desk.window.press("Enter");
    desk.window.see("160.00 元");
    assert_eq!(desk.window.value(&desk.word("field-content")), typed);
    desk.window.fill(&quantity(&desk), "2");
    desk.window.see("220.00 元");
    // The estimate outlives the screen as the rest of the call does.
    desk.window.go("orders");
    desk.window.go("workbench");
    desk.window.see("220.00 元");
    assert_eq!(desk.window.value(&quantity(&desk)), "2");
    desk.window.focus(&desk.word("field-content"));
    let no = desk.issues();
    desk.sees("quotes-purpose-reported");
    desk.window.see("220.00 元");
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["fee"], 22_000);
}

#[test]
fn what_stands_outside_the_schedule_is_recorded_and_no_crew_is_offered_for_it() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "想加裝遮雨棚");
    desk.window.push("button", &desk.word("quotes-add-line"));
    // The keyboard is in the new line already.
    desk.window.until("the line", |w| {
        w.focused().starts_with(&desk.word("quotes-work"))
    });
    desk.window.type_keys("遮雨棚");
    sees_review_first(&desk);
    assert!(!desk.window.has("button", &desk.word("intake-issue")));
    desk.window.press("Ctrl+Enter");
    desk.sees("quotes-purpose-estimate");
    desk.key("F8");
    desk.window.until("the order asks", |w| w.dialogs() == 1);
    desk.window.press("Ctrl+Enter");
    desk.sees("error-consent-first");
}

#[test]
fn the_owners_material_is_checked_on_site_before_the_work_is_finished() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    desk.finds("3-1204", "單國華");
    tells(&desk, "更換水龍頭", "更換水龍頭");
    desk.window.press("Ctrl+1");
    desk.window.see("100.00 元");
    owners_tap(&desk);
    // Nobody has seen it yet.
    assert!(!desk.window.has("radios", &desk.word("quotes-check")));
    let no = desk.issues();
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    desk.other("agree", |s| s.fill("field-fee", "100"));
    let name = desk.word("order-step-finish");
    desk.window.push("button", &name);
    desk.window.until("finish asks", |w| w.has("dialog", &name));
    desk.fill("field-work-done", "已更換");
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("error-check-material-first", &[("name", "水龍頭".into())]));
    desk.window.press("Escape");
    desk.other("amend", |s| {
        s.fill("field-real-item", "業主自備水龍頭螺紋不合");
        s.window.push("button", &s.word("quotes-take-up"));
        s.window.see("100.00 元");
        s.window.press("Ctrl+Enter");
        s.window
            .see(&s.words("error-check-material-first", &[("name", "水龍頭".into())]));
        finds_unfit(s);
    });
    desk.window
        .see("業主自購，檢查不合格；已告知：日後會漏水；業主選擇：改由管理處供料");
    desk.other("agree", |s| s.fill("field-fee", "100"));
    desk.next("finish", |s| s.fill("field-work-done", "已更換"));
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(order["order"]["state"], "finished");
}

/// The owner brings his own tap for the line last added.
pub fn owners_tap(desk: &Seat) {
    desk.window
        .push("button", &desk.word("quotes-add-material"));
    desk.fill("quotes-material", "水龍頭");
    desk.choose("quotes-supply", &desk.word("quotes-supply-owner"));
}

/// It will not do; the owner was told, and has the office supply another.
pub fn finds_unfit(desk: &Seat) {
    desk.picks("quotes-check", "quotes-check-not-fit");
    desk.fill("quotes-warning", "日後會漏水");
    desk.choose("quotes-choice", &desk.word("fees-choice-office-supplies"));
}

#[test]
fn the_items_proposed_are_those_of_what_was_typed_last() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    publish(&desk);
    desk.key("F2");
    desk.window.hold_back("fees.candidates");
    desk.fill("field-content", "更換水龍頭");
    desk.window
        .until("the first question", |w| w.held_back() == 1);
    desk.fill("field-content", "水槽不通");
    desk.window
        .until("the second question", |w| w.held_back() == 2);
    // The answer for the second comes first.
    desk.window.let_through();
    desk.window.settle();
    assert!(desk.window.has("option", "廚房水槽疏通"));
    assert!(!desk.window.has("option", "更換水龍頭"));
}
