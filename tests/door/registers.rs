//! Registers: what is found in them, page by page, and what is taken out of them (R2, R36).

use std::collections::BTreeMap;

use repair_core::Code;
use repair_core::document::Document;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{ENGINEERING, Held, Office, called, signed};

#[test]
fn registers_find_an_order_by_its_number_and_by_several_words() {
    let office = Office::new();
    let orders: Vec<_> = ["燈不亮", "水管漏水"]
        .into_iter()
        .map(|content| office.issue(&office.report("household", content, json!({})), json!({})))
        .collect();
    let found = |verb: &str, text: &str| -> Vec<Value> {
        let input = json!({ "filter": { "text": text }, "before": null, "limit": 10 });
        let page = office.ok(Role::Clerk, verb, input);
        page["rows"].as_array().unwrap().clone()
    };
    let no = office.order(&orders[1])["order"]["no"].clone();
    let no = no.as_str().unwrap();
    for typed in [no, &no.to_lowercase(), "漏水 中庭", "小梅　水管"] {
        let rows = found("orders.list", typed);
        assert_eq!(rows.len(), 1, "{typed}");
        assert_eq!(rows[0]["no"], no, "{typed}");
        assert_eq!(found("requests.list", typed).len(), 1, "{typed}");
    }
    assert_eq!(found("orders.list", "漏水 燈").len(), 0);
}

#[test]
fn a_corrected_paper_number_is_found_and_the_wrong_one_is_not() {
    let office = Office::new();
    let request = office.report("household", "燈不亮", json!({}));
    let order = office.issue(&request, json!({ "paper_no": "A-0731" }));
    let correct = json!({
        "order": order.id, "version": order.version, "field": "paper_no", "value": "A-0713",
        "reason": "看錯",
    });
    office.ok(Role::Clerk, "orders.correct", correct);
    for (text, rows) in [("A-0713", 1), ("A-0731", 0)] {
        let input = json!({ "filter": { "text": text }, "before": null, "limit": 10 });
        let page = office.ok(Role::Clerk, "orders.list", input);
        assert_eq!(page["rows"].as_array().unwrap().len(), rows, "{text}");
    }
}

#[test]
fn a_register_is_read_page_by_page_without_gap_or_repetition() {
    let office = Office::new();
    for n in 0..7 {
        let request = office.report("household", &format!("燈不亮 {n}"), json!({}));
        office.issue(&request, json!({}));
    }
    let day = json!({ "from": "2026-11-22T16:00:00Z", "to": "2026-11-23T16:00:00Z" });
    for filter in [json!({}), json!({ "text": "燈" }), day] {
        for verb in ["orders.list", "requests.list"] {
            let (mut seen, mut before) = (Vec::new(), Value::Null);
            loop {
                let input = json!({ "filter": filter, "before": before, "limit": 3 });
                let page = office.ok(Role::Clerk, verb, input);
                for row in page["rows"].as_array().unwrap() {
                    before = row["id"].clone();
                    seen.push(before.as_i64().unwrap());
                }
                if page["more"] == false {
                    break;
                }
            }
            assert_eq!(seen, [7, 6, 5, 4, 3, 2, 1], "{verb} {filter}");
        }
    }
}

/// The request register, each row as heading → cell.
fn exported(office: &Office, role: Role, register: &str) -> Vec<BTreeMap<String, String>> {
    let input = json!({ "register": register, "filter": {}, "format": "csv", "locale": "zh-Hant" });
    let mut exported = office.ok(role, "registers.export", input);
    let document: Document = serde_json::from_value(exported["document"].take()).unwrap();
    let text = String::from_utf8(document.bytes).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let heads: Vec<_> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let cells = line.split(',').map(str::to_owned);
            heads.iter().map(|h| (*h).to_owned()).zip(cells).collect()
        })
        .collect()
}

/// Every field of 報事報修記錄表 has its column and says what was recorded (R2, R7, R38).
#[test]
fn the_request_register_has_every_field_of_the_paper_form() {
    let office = Office::new();
    office.at("2026-11-23 10:00");
    let told = json!({
        "relation": "業主之子", "received_at": "09:10", "wished_at": "11:00", "remarks": "請先打電話",
        "channel": "visit", "urgency": "soon",
    });
    let request = office.report("household", "水龍頭漏水", told);
    let mut order = office.issue(&request, json!({}));
    let clerk =
        |order: &mut Held, step: &str, facts: Value| office.step(Role::Clerk, order, step, facts);
    clerk(
        &mut order,
        "notify",
        json!({ "how": "radio", "whom": "王班長" }),
    );
    let worker = office.person(Role::Worker);
    clerk(&mut order, "accept", json!({ "worker": worker }));
    clerk(&mut order, "arrive", json!({}));
    clerk(&mut order, "finish", json!({ "work_done": "換墊片" }));
    clerk(&mut order, "confirm", signed());
    clerk(&mut order, "return", json!({}));
    office.minutes_pass(30);
    clerk(&mut order, "follow_up", called("mostly"));

    let row = exported(&office, Role::Manager, "requests").remove(0);
    let shown = office.order(&order);
    let no = |of: &Value| of["no"].as_str().unwrap().to_owned();
    for (head, cell) in [
        ("編號", no(&shown["request"]).as_str()),
        ("受理時間", "2026-11-23 09:10"),
        ("登錄時間", "2026-11-23 10:00"),
        ("報修人", "張小梅"),
        ("與住戶關係", "業主之子"),
        ("聯繫電話", "0922-111-222"),
        ("地點", "一期中庭"),
        ("受理方式", "來訪"),
        ("類別", "住戶維修"),
        ("報修內容", "水龍頭漏水"),
        ("緊急程度", "盡快"),
        ("希望時間", "2026-11-23 11:00"),
        ("派工單編號", no(&shown["order"]).as_str()),
        ("處理結果", "已完成 換墊片"),
        ("完工時間", "2026-11-23 10:00"),
        ("備註", "補錄 請先打電話"),
    ] {
        assert_eq!(row[head], cell, "{head}");
    }
    for (head, parts) in [
        (
            "通知（部門、對象、方式、時間）",
            &[ENGINEERING, "王班長", "對講機", "10:00"][..],
        ),
        ("接單簽收", &[shown["worker"].as_str().unwrap(), "10:00"]),
        ("回訪", &["基本滿意", "10:30"]),
    ] {
        for part in parts {
            assert!(row[head].contains(part), "{head}: {}", row[head]);
        }
    }
    assert!(!row["受理人"].is_empty());
}

/// A character that no font has is told with the printed table, which shows 〓 in its place.
#[test]
fn a_printed_register_tells_which_characters_no_font_has() {
    let office = Office::new();
    office.report("household", "門口有\u{1f980}", json!({}));
    let mut input =
        json!({ "register": "requests", "filter": {}, "locale": "zh-Hant", "printer": "Laser" });
    let lacking = json!(["\u{1f980}"]);
    let printed = office.ok(Role::Clerk, "registers.print", input.clone());
    assert_eq!(printed["missing"], lacking);
    for (format, missing) in [("pdf", &lacking), ("csv", &json!([])), ("xlsx", &json!([]))] {
        input["format"] = json!(format);
        let exported = office.ok(Role::Manager, "registers.export", input.clone());
        assert_eq!(exported["missing"], *missing, "{format}");
    }
    let sheet = json!({ "day": null, "format": "pdf", "locale": "zh-Hant" });
    let sheet = office.ok(Role::Clerk, "desk.export_day_end", sheet);
    assert_eq!(sheet["missing"], lacking);
}

/// Printing the register is the desk's daily work; taking it out as a file is not.
#[test]
fn the_clerk_prints_the_register_and_exports_nothing() {
    let office = Office::new();
    office.report("household", "燈不亮", json!({}));
    let mut input =
        json!({ "register": "requests", "filter": {}, "locale": "zh-Hant", "printer": "Laser" });
    let mut printed = office.ok(Role::Clerk, "registers.print", input.clone());
    let document: Document = serde_json::from_value(printed["document"].take()).unwrap();
    assert!(document.bytes.starts_with(b"%PDF"));
    let acts = json!({ "filter": { "verb": "registers.print" }, "before": null, "limit": 5 });
    let acts = office.ok(Role::Manager, "audit.list", acts);
    assert_eq!(acts["acts"][0]["outcome"], "done");
    assert_eq!(
        office.refused(Role::Worker, "registers.print", input.clone()),
        Code::Denied
    );
    input["format"] = json!("pdf");
    assert_eq!(
        office.refused(Role::Clerk, "registers.export", input),
        Code::Denied
    );
}
