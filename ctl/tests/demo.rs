//! The demo office that a newcomer makes in a folder: what lies there afterwards is what was promised.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn ctl(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_repairctl"))
        .args(args)
        .env_remove("REPAIR_LANG")
        .env_remove("REPAIR_LEDGER")
        .env_remove("REPAIR_KEY_FILE")
        .output()
        .unwrap()
}

/// What it says, once it did well.
fn said(output: Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{trouble}");
    said
}

/// The text of a PDF by `pdftotext` (package poppler-utils).
fn text_of(pdf: &Path) -> String {
    let out = Command::new("pdftotext").arg(pdf).arg("-").output();
    let out = out.expect("pdftotext, of the package poppler-utils, is installed");
    assert!(out.status.success(), "{}", pdf.display());
    String::from_utf8(out.stdout).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    let list = value[key].as_array().unwrap();
    assert!(!list.is_empty(), "{key}");
    list
}

#[test]
fn a_demo_office_lies_in_its_folder_with_forms_registers_and_every_call() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("demo");
    let folder = out.display().to_string();
    let told = said(ctl(&["demo", "--out", &folder]));

    let journey = fs::read(out.join("journey.json")).unwrap();
    let journey: Value = serde_json::from_slice(&journey).unwrap();
    let calls = list(&journey, "calls");
    // Each is a verb of the program, and has either a result or an error.
    let verbs = said(ctl(&["verbs"]));
    let verbs: Vec<&str> = verbs.lines().filter_map(|l| l.split(' ').next()).collect();
    for call in calls {
        let verb = call["verb"].as_str().unwrap();
        assert!(verbs.contains(&verb), "{verb}");
        let answered = [call.get("ok"), call.get("err")];
        assert_eq!(answered.iter().flatten().count(), 1, "{call}");
        assert!(
            call["at"].is_string() && call.get("input").is_some(),
            "{call}"
        );
    }
    // Every refusal was tried, refused as the rules ask, and stands among the calls with its code.
    for refusal in list(&journey, "refusals") {
        assert_eq!(refusal["got"], refusal["expected"], "{refusal}");
        let among = calls.iter().any(|call| {
            call["verb"] == refusal["verb"] && call["err"]["code"] == refusal["expected"]
        });
        assert!(among, "{refusal}");
    }

    // Each order of each life has its form, and the form says which order it is.
    let mut numbers = Vec::new();
    for life in list(&journey, "lives") {
        assert!(told.contains(life["title"].as_str().unwrap()), "{life}");
        for order in life["orders"].as_array().unwrap() {
            let shown = calls
                .iter()
                .rfind(|call| call["verb"] == "orders.show" && call["input"]["order"] == *order);
            let no = &shown.unwrap()["ok"]["order"]["no"];
            numbers.push(no.as_str().unwrap().to_owned());
        }
    }
    assert!(numbers.len() >= 10, "{numbers:?}");
    for no in &numbers {
        let form = text_of(&out.join("forms").join(format!("{no}.pdf")));
        assert!(form.contains(no.as_str()), "{no}: {form}");
        assert!(told.contains(no.as_str()), "{no}: {told}");
    }
    let forms = fs::read_dir(out.join("forms")).unwrap().count();
    assert_eq!(forms, numbers.len());
    // A narrow column breaks a number over two lines.
    let register: String = text_of(&out.join("orders.pdf"))
        .split_whitespace()
        .collect();
    for no in &numbers {
        assert!(register.contains(no.as_str()), "{no} in the register");
    }
    assert!(text_of(&out.join("requests.pdf")).contains("BX20"));

    // No secret in the record; the ledger opens with the key beside it and is true to the last row.
    let record = journey.to_string();
    assert!(!record.contains(repair_demo::player::PASSWORD));
    let ledger = out.join("demo.ledger").display().to_string();
    let verified = ctl(&["--lang", "en", "verify", "--rows", "--ledger", &ledger]);
    assert!(said(verified).contains("no faults found"));

    // A demo that lies there is not played over.
    let again = ctl(&["demo", "--out", &folder]);
    let trouble = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(
        !again.status.success() && trouble.contains("[duplicate"),
        "{trouble}"
    );
}
