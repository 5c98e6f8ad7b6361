//! What is printed of fees and money: the order's fee table, the estimate, the receipt, the takings slip, the schedule on
//! the wall (R11, R19, R22, R35). Each is read back from its PDF.

use std::process::Command;

use repair_core::Code;
use repair_core::document::Document;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::fees::planned;
use crate::quotes::{accepted, estimated, on_site, outside};
use crate::schedules::{draft, item, published, put};
use crate::settlement::{act, cash, finished};
use crate::support::{Held, Office};

/// The text of a printed document by `pdftotext` (package poppler-utils), white space left out.
pub fn said(mut printed: Value) -> String {
    assert_eq!(printed["missing"], json!([]), "the fonts have every sign");
    let document: Document = serde_json::from_value(printed["document"].take()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(&document.name);
    std::fs::write(&file, &document.bytes).unwrap();
    let out = Command::new("pdftotext").arg(&file).arg("-").output();
    let out = out.expect("pdftotext, of the package poppler-utils, is installed");
    assert!(out.status.success(), "{} is a PDF", document.name);
    String::from_utf8(out.stdout)
        .unwrap()
        .split_whitespace()
        .collect()
}

#[track_caller]
pub fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part} stands on the paper: {said}");
    }
}

#[track_caller]
pub fn lacks(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(!said.contains(part), "{part} is not on the paper: {said}");
    }
}

pub fn order_form(office: &Office, role: Role, order: &Held) -> String {
    let input = json!({
        "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": [1], "printer": "",
    });
    said(office.ok(role, "orders.print", input))
}

pub fn printing(what: &str, id: &Value) -> Value {
    json!({ what: id, "locale": "zh-Hant", "printer": "Laser" })
}

/// The newest row of an order's money.
fn last_row(office: &Office, order: &Held) -> Value {
    let input = json!({ "order": order.id });
    let shown = office.ok(Role::Clerk, "settlement.show", input);
    shown["rows"].as_array().unwrap().last().unwrap()["payment"].clone()
}

fn receipt(office: &Office, role: Role, row: &Value) -> String {
    let input = printing("payment", &row["id"]);
    said(office.ok(role, "settlement.print_receipt", input))
}

#[test]
fn an_order_changed_on_site_prints_both_versions_with_every_reason() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(&office, &mut request, plan);
    let mut order = on_site(&office, &request);
    let before = order_form(&office, Role::Clerk, &order);
    holds(
        &before,
        &["遮雨棚", "議定900.00元", "壹仟貳佰元整", "張小梅"],
    );
    lacks(&before, &["已取代", "原報合計1200.00"]);
    let lines = json!([outside("遮雨棚和支架", Some(100_000), 20_000)]);
    let found = json!({ "real_item": "牆面需加支架", "judged_by": "李班長", "lines": lines });
    office.step(Role::Clerk, &mut order, "amend", found);
    office.step(Role::Clerk, &mut order, "agree", json!({ "fee": 140_000 }));
    act(&office, Role::Clerk, &mut order, "pay", cash(40_000)).unwrap();
    let after = order_form(&office, Role::Clerk, &order);
    holds(
        &after,
        &[
            "實做",
            "遮雨棚和支架",
            "議定1000.00元",
            "原報",
            "議定900.00元",
            "1200.00（已取代，不收）",
            "1400.00",
            "壹仟肆佰元整",
            "鋁管",
            "200.00",
            "400.00",
            "電話",
            "已收400.00、未付1000.00",
        ],
    );
    // Who may not see what was paid prints the order without it.
    let foreman = order_form(&office, Role::Foreman, &order);
    holds(&foreman, &["壹仟肆佰元整"]);
    lacks(&foreman, &["已收400.00"]);
}

#[test]
fn an_order_with_one_quote_prints_it_alone_and_one_without_has_blanks_to_write_on() {
    let office = Office::new();
    let order = finished(&office);
    let said = order_form(&office, Role::Clerk, &order);
    holds(&said, &["300.00", "參佰元整"]);
    lacks(&said, &["已取代", "已收", "未付", "實做"]);
    let request = office.report("household", "燈不亮", json!({}));
    let bare = order_form(&office, Role::Clerk, &office.issue(&request, json!({})));
    lacks(&bare, &["元整", ".00"]);
}

#[test]
fn the_estimate_is_printed_as_it_was_told_and_then_with_plan_and_consent() {
    let office = Office::new();
    let mut request = office.report("household", "加裝陽臺遮雨棚", json!({}));
    let print = |role: Role| {
        let input = printing("request", &json!(request.id));
        office.call(role, "quotes.print_estimate", input)
    };
    let none = print(Role::Clerk).unwrap_err();
    assert_eq!(none.code, Code::NoEstimate);
    assert_eq!(none.params["no"], request.no);
    assert_eq!(print(Role::Administrator).unwrap_err().code, Code::Denied);
    let told = json!([outside("遮雨棚", None, 15_000)]);
    estimated(&office, &mut request, told);
    let print = |role: Role| {
        let input = printing("request", &json!(request.id));
        said(office.ok(role, "quotes.print_estimate", input))
    };
    let told = print(Role::Clerk);
    holds(
        &told,
        &[
            &request.no,
            "錦繡園物業服務中心",
            "張小梅",
            "0922-111-222",
            "不在收費標準內，待評審",
            "300.00元起",
            "尚未同意",
        ],
    );
    lacks(&told, &["維修方案", "合計大寫"]);
    // The office has no schedule yet, and no empty field for one: only the reason names it.
    assert_eq!(told.matches("收費標準").count(), 1, "{told}");
    // Contacts are masked for who may not see them (R39).
    let worker = print(Role::Worker);
    lacks(&worker, &["張小梅", "0922-111-222"]);

    let items = [item("1", "更換水龍頭", 1000)];
    published(&office, "2026版", "2026-01-01", &items);
    let plan = json!([outside("遮雨棚", Some(90_000), 15_000)]);
    accepted(&office, &mut request, plan);
    let input = printing("request", &json!(request.id));
    let planned = said(office.ok(Role::Clerk, "quotes.print_estimate", input));
    holds(
        &planned,
        &[
            "鋁合金棚架",
            "約三小時",
            "工程主管",
            "2026版；業主委員會2026年第3次會議核准",
            "1200.00元",
            "壹仟貳佰元整",
            "同意方案與價格",
            "電話",
            "2026-11-2310:00",
        ],
    );
    lacks(&planned, &["尚未同意"]);
    let acts = json!({ "filter": { "verb": "quotes.print_estimate" }, "before": null, "limit": 5 });
    let acts = office.ok(Role::Manager, "audit.list", acts);
    assert_eq!(acts["acts"][0]["outcome"], "done", "a print is recorded");
}

#[test]
fn a_receipt_is_counted_and_says_so_when_it_is_printed_again() {
    let office = Office::new();
    let mut order = finished(&office);
    act(&office, Role::Clerk, &mut order, "pay", cash(10_000)).unwrap();
    let row = last_row(&office, &order);
    let first = receipt(&office, Role::Clerk, &row);
    holds(
        &first,
        &[
            "SJ2026-000001",
            "收據",
            "張小梅",
            &order.no,
            "換水龍頭",
            "壹佰元整",
            "現金",
            "200.00",
            "同事clerk",
        ],
    );
    lacks(&first, &["補印", "無未付款項"]);
    assert_eq!(last_row(&office, &order)["printed"], 1);
    // What was settled since is not on the reprint: it is the same receipt.
    let rest = json!({ "amount": 20_000, "method": "transfer", "reference": "T-0815" });
    act(&office, Role::Clerk, &mut order, "pay", rest).unwrap();
    let second = receipt(&office, Role::Cashier, &row);
    holds(&second, &["補印", "張小梅", "200.00"]);
    let last = last_row(&office, &order);
    let paid_off = receipt(&office, Role::Clerk, &last);
    holds(
        &paid_off,
        &["SJ2026-000002", "收款SJ2026-000001-100.00", "T-0815"],
    );
    holds(&paid_off, &["無未付款項", "貳佰元整"]);
    lacks(&paid_off, &["補印"]);
    let shown = json!({ "order": order.id });
    let shown = office.ok(Role::Clerk, "settlement.show", shown);
    let counts = shown["rows"].as_array().unwrap().iter();
    let counts: Vec<_> = counts
        .map(|row| row["payment"]["printed"].clone())
        .collect();
    assert_eq!(counts, [2, 1]);
}

#[test]
fn a_refund_has_a_voucher_and_what_moves_no_money_has_no_receipt() {
    let office = Office::new();
    let mut order = finished(&office);
    act(&office, Role::Clerk, &mut order, "pay", cash(20_000)).unwrap();
    let paid = last_row(&office, &order);
    let back = json!({
        "payment": paid["id"], "amount": 5_000, "method": "cash", "reason": "多收一件材料",
    });
    act(&office, Role::Cashier, &mut order, "refund", back).unwrap();
    let voucher = receipt(&office, Role::Cashier, &last_row(&office, &order));
    holds(
        &voucher,
        &[
            "退款憑證",
            "SJ2026-000002",
            "SJ2026-000001",
            "多收一件材料",
            "伍拾元整",
            "150.00",
        ],
    );
    let why = json!({ "reason": "月底繳" });
    act(&office, Role::Cashier, &mut order, "on_account", why).unwrap();
    let part = json!({ "amount": 1_000, "reason": "延誤到場" });
    let no_receipt = |row: Value| {
        let input = printing("payment", &row["id"]);
        office.refused(Role::Clerk, "settlement.print_receipt", input)
    };
    assert_eq!(no_receipt(last_row(&office, &order)), Code::NoReceipt);
    act(&office, Role::Manager, &mut order, "waive", part).unwrap();
    assert_eq!(no_receipt(last_row(&office, &order)), Code::NoReceipt);
    assert_eq!(no_receipt(json!({ "id": 9_999 })), Code::NotFound);
    act(&office, Role::Clerk, &mut order, "pay", cash(4_000)).unwrap();
    let row = last_row(&office, &order);
    // 300 − 200 + 50 − 10 − 40.
    let later = receipt(&office, Role::Clerk, &row);
    holds(&later, &["減免-10.00", "100.00（掛賬）"]);
    for role in [Role::Worker, Role::Manager] {
        let input = printing("payment", &row["id"]);
        let refused = office.refused(role, "settlement.print_receipt", input);
        assert_eq!(refused, Code::Denied);
    }
    assert_eq!(last_row(&office, &order)["printed"], 1);
}

#[test]
fn the_takings_slip_has_blanks_to_sign_until_they_are_received() {
    let office = Office::new();
    let mut order = finished(&office);
    let clerk = office.person(Role::Clerk);
    let open = json!({ "of": "open", "person": clerk });
    let print = |role: Role, which: &Value| {
        let input = printing("which", which);
        office.call(role, "settlement.print_takings", input)
    };
    let nothing = print(Role::Cashier, &open).unwrap_err();
    assert_eq!(nothing.code, Code::NothingToHandOver);
    act(&office, Role::Clerk, &mut order, "pay", cash(10_000)).unwrap();
    office.at("2026-11-24 09:15");
    let mobile = json!({ "amount": 20_000, "method": "mobile", "reference": "M-1" });
    act(&office, Role::Clerk, &mut order, "pay", mobile).unwrap();
    let blank = said(print(Role::Clerk, &open).unwrap());
    holds(
        &blank,
        &[
            "收款交款單",
            "同事clerk",
            "2026-11-23–2026-11-24",
            "SJ2026-000001",
            "11-2310:00",
            "SJ2026-000002",
            "09:15",
            "張小梅",
            &order.no,
            "合計2300.00",
        ],
    );
    lacks(&blank, &["程式內登記", "90.00"]);
    // The cashier sees no residents' names, on paper as on screen (R39).
    lacks(&said(print(Role::Cashier, &open).unwrap()), &["張小梅"]);

    let takings = office.ok(Role::Cashier, "settlement.takings", json!({}));
    let rows = takings["open"][0]["receipts"].as_array().unwrap().iter();
    let receipts: Vec<_> = rows.map(|row| row["payment"]["id"].clone()).collect();
    let received = json!({
        "person": clerk, "receipts": receipts, "counted": 9_000, "note": "找零短少",
    });
    let received = office.ok(Role::Cashier, "settlement.receive_takings", received);
    let which = json!({ "of": "received", "takings": received });
    let slip = said(print(Role::Manager, &which).unwrap());
    holds(
        &slip,
        &[
            "SJ2026-000001",
            "90.00",
            "-10.00",
            "找零短少",
            "同事cashier",
            "程式內登記",
        ],
    );
    let gone = print(Role::Cashier, &open).unwrap_err();
    assert_eq!(gone.code, Code::NothingToHandOver);
    let unknown = json!({ "of": "received", "takings": 9_999 });
    let unknown = print(Role::Cashier, &unknown).unwrap_err();
    assert_eq!(unknown.code, Code::NotFound);
    assert_eq!(print(Role::Worker, &which).unwrap_err().code, Code::Denied);
}

#[test]
fn the_schedule_is_printed_for_the_wall_and_a_draft_says_that_it_is_one() {
    let office = Office::new();
    let items = [item("1", "更換水龍頭", 1000), item("2", "更換門鎖", 2550)];
    let wall = published(&office, "2026版", "2026-01-01", &items);
    let print = |schedule: &Value| {
        let input = printing("schedule", schedule);
        office.call(Role::Worker, "fees.print", input)
    };
    let hangs = said(print(&wall["id"]).unwrap());
    holds(
        &hangs,
        &[
            "維修項目收費標準",
            "2026版",
            "業主委員會2026年第3次會議核准",
            "自2026-01-01起施行",
            "更換水龍頭",
            "10.00元／個",
            "25.50元／個",
            "90天",
        ],
    );
    lacks(&hangs, &["草稿", "尚未核准"]);
    let next = draft(&office, "2027版", Value::Null);
    put(&office, &next, &items[..1]).unwrap();
    let drafted = said(print(&next["id"]).unwrap());
    holds(&drafted, &["草稿", "尚未核准", "更換水龍頭"]);
    lacks(&drafted, &["更換門鎖", "起施行"]);
    let unknown = print(&json!(9_999)).unwrap_err();
    assert_eq!(unknown.code, Code::NotFound);
}

#[test]
fn a_signature_stands_only_under_the_amount_it_was_given_for() {
    let office = Office::new();
    let mut order = on_site(&office, &planned(&office, "換水龍頭", 90_000));
    let fee = office.order(&order)["order"]["fee"].clone();
    let agreed = json!({ "fee": fee, "signature": { "how": "paper", "name": "歐陽代簽" } });
    office.step(Role::Clerk, &mut order, "agree", agreed);
    holds(&order_form(&office, Role::Clerk, &order), &["歐陽代簽"]);
    let found = json!({
        "real_item": "牆內管段也破裂", "lines": [outside("牆內管段", Some(140_000), 0)], "judged_by": "許工",
    });
    office.step(Role::Clerk, &mut order, "amend", found);
    lacks(&order_form(&office, Role::Clerk, &order), &["歐陽代簽"]);
}
