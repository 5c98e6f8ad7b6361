//! What a price list says besides its prices is told wherever the price is: at the desk, on the estimate, on the order,
//! on the wall (R18, R20, R22).

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::estimates::{Catalogue, quotes, told};
use crate::price_lists::importing_from;
use crate::prints::{holds, lacks, order_form, printing, said};
use crate::schedules::{draft, publishing, shown, with};
use crate::support::Office;

const LIST: &str = "編號,項目,單位,價格,備註\n\
    1,安裝馬桶,組,4500元,不含清運\n\
    2,更換門鎖,把,80元,含材料費\n\
    3,疏通下水道,次,60元,會員八折\n\
    4,排風扇(普/特),台,85/120元,\n\
    5,安裝日光燈,具,1500元,每加一管多200元\n\
    6,安裝燈具,套,100元起,根據現場實際情況定價\n";

/// The list comes in, one row of it by what a person kept, and is published.
fn in_force() -> (Office, Catalogue) {
    let office = Office::new();
    let version = draft(&office, "2026版", Value::Null);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("價目.csv");
    std::fs::write(&path, LIST).unwrap();
    let (input, read) = importing_from(&office, &version, path);
    let left = &read["rows"][2]["outcome"];
    assert_eq!(left["left"][0]["why"], "remark_unread");
    let error = office.refused(Role::DeskSupervisor, "fees.import", input.clone());
    assert_eq!(error, Code::RowUnsettled);
    let kept = json!([{ "row": 4, "item": left["kept"] }]);
    office.ok(
        Role::DeskSupervisor,
        "fees.import",
        with(input, json!({ "decisions": kept })),
    );
    let input = publishing(&office, &version, "2026-01-01");
    office.ok(Role::Manager, "fees.publish", input);
    let rows = shown(&office, &Value::Null)["items"].clone();
    let ids = rows.as_array().unwrap().iter().map(|row| row["id"].clone());
    (office, Catalogue(ids.collect()))
}

#[test]
fn a_remark_is_told_at_the_desk_and_stands_on_the_estimate_the_order_and_the_wall() {
    let (office, list) = in_force();
    let items = shown(&office, &Value::Null)["items"].clone();
    let noted: Vec<(bool, &str)> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["item"]["noted"] == true,
                row["item"]["remarks"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        noted[..3],
        [(true, "不含清運"), (false, "含材料費"), (true, "會員八折")]
    );

    let lines = json!([list.line(0, 1000, json!({})), list.line(1, 1000, json!({}))]);
    let out = told(&office, &Value::Null, Value::Null, false, lines.clone());
    assert_eq!(
        out["lines"][0]["words"]["why"],
        "1 組 × 4500.00 元；備註：不含清運"
    );
    assert_eq!(out["lines"][1]["words"]["why"], "1 把 × 80.00 元");

    let request = office.report("household", "馬桶壞了", json!({ "lines": lines }));
    assert_eq!(
        quotes(&office, &request)[0]["quote"]["lines"][0]["remark"],
        "不含清運"
    );
    let input = printing("request", &json!(request.id));
    let paper = said(office.ok(Role::Clerk, "quotes.print_estimate", input));
    holds(&paper, &["備註：不含清運"]);
    lacks(&paper, &["備註：含材料費"]);
    let order = office.issue(&request, json!({}));
    // In the narrow column of reasons the last sign stands on a line of its own.
    holds(&order_form(&office, Role::Clerk, &order), &["備註：不含清"]);

    let version = shown(&office, &Value::Null)["version"]["schedule"]["id"].clone();
    let wall = said(office.ok(Role::Worker, "fees.print", printing("schedule", &version)));
    holds(
        &wall,
        &[
            "不含清運",
            "會員八折",
            "依種類計價",
            "100.00元起／套",
            "每加一管：另加200.00元，按份數計",
        ],
    );
}

#[test]
fn kinds_further_pieces_and_least_prices_are_told_as_the_list_means_them() {
    let (office, list) = in_force();
    let says = |line: Value| {
        let out = told(&office, &Value::Null, Value::Null, false, json!([line]));
        out["says"].as_str().unwrap().to_owned()
    };
    let of = |item: usize, variants: Value| list.line(item, 1000, json!({ "variants": variants }));
    assert_eq!(says(of(3, json!([]))), "85.00–120.00 元");
    assert_eq!(says(of(3, json!(["特"]))), "120.00 元");
    assert_eq!(says(of(4, json!(["每加一管", "每加一管"]))), "1900.00 元");
    assert_eq!(says(of(5, json!([]))), "100.00 元起");
    let agreed = |yuan: i64| {
        let line = list.line(5, 2000, json!({ "agreed": yuan * 100 }));
        let input = json!({
            "place": null, "urgent": false, "at": null, "order": null, "lines": [line], "locale": "zh-Hant",
        });
        office.call(Role::Clerk, "quotes.work_out", input)
    };
    assert_eq!(agreed(260).unwrap()["says"], "260.00 元");
    assert_eq!(agreed(199).unwrap_err().code, Code::OutOfBounds);
}
