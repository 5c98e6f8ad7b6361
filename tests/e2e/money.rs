//! A repair outside the fee schedule, from the call to the receipts and takings received, in a real window.

use serde_json::json;

use repair_tests::window::Home;

use crate::book::{Book, life};
use crate::office::{ENGINEERING, PRINTER, Seat, demo};
use crate::papers::text_of;

/// No crew before the owner's consent; what changes on site is agreed anew; paid in parts; archived only when nothing is
/// open (R11, R19, R20, R22).
#[test]
fn an_out_of_schedule_repair_from_the_call_to_the_receipt() {
    let home = demo();
    let desk = Seat::take(&home, "supervisor");
    desk.finds("3-1204", "單國華");
    desk.fill("field-content", "整組排水管老化");
    desk.window.push("button", &desk.word("intake-record"));
    let issue = format!("{} F8", desk.word("request-issue"));
    desk.window
        .until("an order could be issued", |w| w.has("button", &issue));
    // Another desk has found meanwhile that the schedule does not name it: the door refuses what the screen offers.
    let request = desk.window.script("return location.hash.split('/')[2]");
    let request: i64 = request.as_str().unwrap().parse().unwrap();
    let shown = desk.elsewhere("clerk", "requests.show", json!({ "request": request }));
    let work = json!({
        "quantity": 1000, "minutes": null, "variants": [], "agreed": null, "materials": [],
    });
    let estimate = json!({
        "request": request, "version": shown["request"]["version"],
        "lines": [{ "item": null, "name": "更換整組排水管", "work": work }],
    });
    desk.elsewhere("clerk", "quotes.estimate", estimate);
    desk.key("F8");
    desk.window.until("the order asks", |w| w.dialogs() == 1);
    desk.window.press("Ctrl+Enter");
    desk.sees("error-stale");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-consent-first");
    desk.window.press("Escape");
    desk.of_request("review", |s| {
        s.fill("field-whom", "許榮昌");
        s.fill("field-question", "能否更換，費用多少");
    });
    desk.of_request("feasible", |s| {
        s.fill("field-whom", "許榮昌");
        s.fill("field-plan", "更換整組排水管");
        s.fill("field-quote", "900");
    });
    desk.window.see(&desk.word("quotes-purpose-plan"));
    let estimate = prints(&desk, &home, "quotes-print");
    assert!(estimate.contains("許榮昌") && estimate.contains("玖佰元整"));
    assert!(estimate.contains(&desk.word("forms-estimate-not-agreed")));
    // Nobody accepted it yet: there is nothing to issue, by button or by key.
    assert!(!desk.window.has("button", &issue));
    desk.key("F8");
    assert_eq!(desk.window.dialogs(), 0);
    desk.of_request("consent", |s| s.fill("field-consent-how", "電話"));
    desk.window
        .until("an order can be issued", |w| w.has("button", &issue));
    desk.key("F8");
    desk.window.until("the order asks", |w| w.dialogs() == 1);
    desk.window.press("Ctrl+Enter");
    let notify = desk.word("order-notify-now");
    desk.window.until("the order", |w| {
        desk.explains("desk-busy");
        w.has("button", &notify)
    });
    let no = desk.heading();
    desk.notifies(ENGINEERING);
    desk.next("accept", |s| s.choose("field-worker", "李建宏"));
    desk.next("arrive", |_| ());
    desk.other("amend", |s| {
        s.fill("field-real-item", "牆內管段也破裂");
        s.fill("field-fee", "1500");
        s.fill("field-judged-by", "許榮昌");
    });
    desk.window.see(&desk.word("quotes-superseded"));
    // Another amount than the one worked out is not what was shown to the owner.
    desk.other("agree", |s| {
        s.fill("field-fee", "900");
        s.window.press("Ctrl+Enter");
        s.window.see("1500.00");
        s.fill("field-fee", "1500");
    });
    desk.next("finish", |s| s.fill("field-work-done", "更換排水管兩段"));
    desk.confirmed();
    desk.next("return", |_| ());
    desk.of_money("payment", |s| {
        s.fill("field-amount", "1500.01");
        s.window.press("Ctrl+Enter");
        s.window.see("1500.01");
        s.fill("field-amount", "1000");
        s.picks("field-method", "name-pay-method-cash");
    });
    desk.window.see("SJ2");
    let first = prints(&desk, &home, "money-print-receipt");
    let reprint = desk.word("forms-mark-reprint");
    assert!(first.contains("單國華") && first.contains("壹仟元整") && first.contains("500.00"));
    assert!(!first.contains(&reprint), "the first print is no reprint");
    let second = prints(&desk, &home, "money-reprint");
    assert!(second.contains(&reprint), "the second says so: {second}");
    desk.next_refused("follow-up", "500.00");
    desk.of_money("payment", |s| {
        s.picks("field-method", "name-pay-method-mobile");
        s.fill("field-reference", "M-20261");
    });
    desk.sees("money-settled");
    desk.calls_back();
    desk.sees("order-state-archived");

    desk.window.go("money");
    // The clerk's, who took payments in cash before; one's own are received by another.
    let slip = prints(&desk, &home, "money-print-takings");
    assert!(slip.contains(&desk.word("forms-takings-title")) && slip.contains("SJ2"));
    let receive = desk.word("money-receive");
    desk.window.push("button", &receive);
    desk.window
        .until("the takings", |w| w.has("dialog", &receive));
    desk.fill("field-counted", "1");
    desk.window.press("Ctrl+Enter");
    desk.sees("error-missing");
    desk.fill("field-note", "短少，待查");
    desk.window.press("Ctrl+Enter");
    desk.sees("money-received");
    drop(desk);

    let book = Book::of(&home);
    let order = book.order(&no);
    let all = "issue notify accept arrive amend agree finish confirm return follow_up";
    let all: Vec<String> = all.split_whitespace().map(str::to_owned).collect();
    assert_eq!(life(&order), ("archived".into(), all));
    assert_eq!(order["order"]["fee"], 150_000);
    let input = json!({ "order": order["order"]["id"] });
    let money = book.call("settlement.show", input);
    assert_eq!(money["owed"], 0);
    assert_eq!(money["balance"]["paid"], 150_000);
    let printed = money["rows"].as_array().unwrap().iter();
    let printed: Vec<_> = printed.map(|row| &row["payment"]["printed"]).collect();
    assert_eq!(printed, [2, 0]);
}

/// Prints by the first button that says so, and reads the paper that came of it.
fn prints(desk: &Seat, home: &Home, word: &str) -> String {
    let papers = || -> Vec<_> {
        let folder = std::fs::read_dir(home.printer()).unwrap();
        folder.map(|entry| entry.unwrap().path()).collect()
    };
    for old in papers() {
        std::fs::remove_file(old).unwrap();
    }
    asks_for_printer(desk, word);
    let printer = desk.word("print-printer");
    desk.window
        .until("a printer", |w| w.value(&printer) == PRINTER);
    desk.window.press("Ctrl+Enter");
    desk.window.until("paper", |w| w.dialogs() == 0);
    let papers = papers();
    assert_eq!(papers.len(), 1, "{papers:?}");
    text_of(&papers[0])
}

/// Opens the dialog of the first button that begins with this word: some say behind it which receipt they print.
pub fn asks_for_printer(desk: &Seat, word: &str) {
    let word = desk.word(word);
    let script = format!(
        "return [...document.querySelectorAll('main [aria-haspopup=dialog]')]
            .map((b) => b.ariaLabel ?? b.textContent.trim())
            .find((name) => name.startsWith('{word}')) ?? ''"
    );
    let name = || match desk.window.script(&script) {
        serde_json::Value::String(name) => name,
        other => panic!("no name: {other}"),
    };
    desk.window.until(&word, |_| !name().is_empty());
    desk.window.push("button", &name());
    desk.window.until("which printer", |w| w.dialogs() == 1);
}
