//! Price lists come into a draft of the fee schedule, row by row right or left for a person (R18, R35).

use std::path::PathBuf;

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::schedules::{draft, item, shown, with};
use crate::support::Office;
use crate::walls::root;

fn list(name: &str) -> PathBuf {
    root().join("tests/data/price-lists").join(name)
}

/// What the import of a file asks for, with every row that was not understood left out; and what was read.
pub fn importing(office: &Office, draft: &Value, file: &str) -> (Value, Value) {
    importing_from(office, draft, list(file))
}

pub fn importing_from(office: &Office, draft: &Value, path: PathBuf) -> (Value, Value) {
    let look = json!({ "path": path, "sheet": 0, "columns": null, "category": "household" });
    let read = office.ok(Role::DeskSupervisor, "fees.read_sheet", look);
    let input = json!({
        "schedule": draft["id"], "version": draft["version"], "path": path, "digest": read["digest"],
        "sheet": 0, "columns": read["columns"], "category": "household", "prefix": "", "decisions": [],
    });
    (input, read)
}

fn left(read: &Value) -> Vec<u64> {
    let rows = read["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["outcome"]["outcome"] == "left")
        .map(|row| row["number"].as_u64().unwrap())
        .collect()
}

#[test]
fn both_real_lists_come_in_with_every_row_right_or_settled_by_a_person() {
    let office = Office::new();
    let draft = draft(&office, "2026版", Value::Null);
    let mut expected = Vec::new();
    for (file, prefix) in [("fees-owner-buys.tsv", "A-"), ("fees-flat.tsv", "B-")] {
        let (mut input, read) = importing(&office, &draft, file);
        input["prefix"] = json!(prefix);
        let mut settled = Vec::new();
        for row in read["rows"].as_array().unwrap() {
            let outcome = &row["outcome"];
            let item = match outcome["outcome"].as_str().unwrap() {
                "understood" => outcome["understood"].clone(),
                "left" => {
                    assert!(!outcome["left"].as_array().unwrap().is_empty());
                    let number = row["number"].as_u64().unwrap();
                    let item = item(&format!("m{number}"), &format!("人工填寫 {number}"), 100);
                    settled.push(json!({ "row": number, "item": item }));
                    item
                }
                _ => continue,
            };
            let code = format!("{prefix}{}", item["code"].as_str().unwrap());
            expected.push(with(item, json!({ "code": code })));
        }
        input["decisions"] = json!(settled);
        office.ok(Role::DeskSupervisor, "fees.import", input);
    }
    let rows = shown(&office, &draft["id"])["items"].clone();
    let kept: Vec<Value> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["item"].clone())
        .collect();
    assert_eq!(kept, expected);
    assert_eq!(kept.len(), 60);
}

#[test]
fn a_row_that_nobody_settled_stops_the_import_and_nothing_of_it_comes_in() {
    let office = Office::new();
    let draft = draft(&office, "2026版", Value::Null);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("價目.csv");
    let text = "編號,項目,單位,價格\n1,更換水龍頭,個,10元\n2,更換門鎖,個,看情況大概十來塊\n3,疏通,次,20--40元\n";
    std::fs::write(&path, text).unwrap();
    let (input, read) = importing_from(&office, &draft, path.clone());
    assert_eq!(left(&read), [3]);
    let import = |otherwise: Value| {
        office.call(
            Role::DeskSupervisor,
            "fees.import",
            with(input.clone(), otherwise),
        )
    };
    let error = import(json!({})).unwrap_err();
    assert_eq!(error.code, Code::RowUnsettled);
    assert_eq!(
        (error.params["row"].as_str(), error.params["count"].as_str()),
        ("3", "1")
    );
    let lock = |code: &str| json!({ "row": 3, "item": item(code, "更換門鎖", 1500) });
    let out = json!({ "row": 3, "item": null });
    for (decisions, code, field) in [
        (
            json!([{ "row": 9, "item": null }]),
            Code::NotFound,
            "decisions.0.row",
        ),
        (json!([out, lock("2")]), Code::Duplicate, "decisions.1.row"),
        (json!([lock("1")]), Code::Duplicate, "rows.3.code"),
        (json!([lock("")]), Code::Missing, "rows.3.code"),
    ] {
        let error = import(json!({ "decisions": decisions })).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (code, Some(field)));
    }
    assert_eq!(shown(&office, &draft["id"])["items"], json!([]));
    let done = import(json!({ "decisions": [out] })).unwrap();
    assert_eq!((&done["items"], &done["left_out"]), (&json!(2), &json!(1)));

    std::fs::write(&path, text.replace("10元", "99元")).unwrap();
    assert_eq!(import(json!({})).unwrap_err().code, Code::SheetChanged);
    let look = |path: &std::path::Path| {
        let input = json!({ "path": path, "sheet": 0, "columns": null, "category": "household" });
        office.refused(Role::Manager, "fees.read_sheet", input)
    };
    assert_eq!(look(dir.path()), Code::FileTrouble);
    assert_eq!(look(&dir.path().join("none.csv")), Code::FileTrouble);
    let bare = dir.path().join("bare.csv");
    std::fs::write(&bare, "甲,乙\n1,2\n").unwrap();
    let (_, read) = importing_from(&office, &draft, bare);
    assert_eq!(read["columns"], Value::Null);
    assert_eq!(read["top"][1]["cells"], json!(["1", "2"]));
}

#[test]
fn a_file_that_is_no_price_list_is_named_and_nothing_of_it_comes_in() {
    let office = Office::new();
    let draft = draft(&office, "2026版", Value::Null);
    let folder = tempfile::tempdir().unwrap();
    let long = format!("項目,價格\n{}", "更換門鎖,15元\n".repeat(1_000_000));
    let wide = format!("項目,價格\n更換門鎖,15元{}\n", ",x".repeat(100));
    for (name, bytes, code) in [
        (
            "broken.xlsx",
            b"PK\x03\x04 and no more".to_vec(),
            Code::SheetUnreadable,
        ),
        ("blank.csv", b" \n\n".to_vec(), Code::SheetEmpty),
        ("long.csv", long.into_bytes(), Code::SheetRows),
        ("wide.csv", wide.into_bytes(), Code::SheetColumns),
        (
            "beside.csv",
            "項目,價格,項目,價格\n換鎖,15,換燈,5\n".into(),
            Code::SheetSideBySide,
        ),
        (
            "one.csv",
            "換鎖15元\n換燈5元\n".into(),
            Code::SheetOneColumn,
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let look = json!({ "path": path, "sheet": 0, "columns": null, "category": "household" });
        let error = office.call(Role::DeskSupervisor, "fees.read_sheet", look);
        assert_eq!(error.unwrap_err().code, code, "{name}");
    }
    assert_eq!(shown(&office, &draft["id"])["items"], json!([]));
}

/// What was proposed by the cells alone, and what nobody assigned, is decided column by column before anything comes in
/// (R18).
#[test]
fn a_column_that_waits_for_a_person_stops_the_import_until_it_is_decided() {
    let office = Office::new();
    let draft = draft(&office, "2026版", Value::Null);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("價目.csv");
    let text = "項目,數量,實際收費,維修時效\n開鎖,1只,50元,2小時內\n換鎖,1把,80元,當天\n";
    std::fs::write(&path, text).unwrap();
    let (mut input, read) = importing_from(&office, &draft, path);
    assert_eq!(read["open"], json!([1, 2, 3]));
    assert_eq!(
        read["columns"]["fields"],
        json!(["name", "unit", "price", "note"])
    );
    let import = |input: &Value| office.call(Role::DeskSupervisor, "fees.import", input.clone());
    let error = import(&input).unwrap_err();
    assert_eq!(error.code, Code::SheetColumnOpen);
    assert_eq!(
        (error.params["column"].as_str(), error.field.as_deref()),
        ("B", Some("columns"))
    );
    assert_eq!(shown(&office, &draft["id"])["items"], json!([]));
    // Half assigned by hand: nothing is read by it, and the person goes on.
    let mut half = input["columns"].clone();
    half["fields"] = json!(["name", null, null, null]);
    half["unsure"] = json!([]);
    let look = json!({
        "path": input["path"], "sheet": 0, "columns": half, "category": "household",
    });
    let read = office.ok(Role::DeskSupervisor, "fees.read_sheet", look);
    assert_eq!(
        (&read["rows"], &read["open"]),
        (&json!([]), &json!([1, 2, 3]))
    );

    input["columns"]["unsure"] = json!([false, false, false, false]);
    assert_eq!(import(&input).unwrap()["items"], json!(2));
    let items = shown(&office, &draft["id"])["items"].clone();
    assert_eq!(items[0]["item"]["unit"], "只");
    assert_eq!(items[0]["item"]["remarks"], "維修時效：2小時內");
}
