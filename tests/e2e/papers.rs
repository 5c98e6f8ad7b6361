//! What leaves the window: orders on paper and as files, registers as tables.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use repair_tests::window::Home;

use crate::book::Book;
use crate::office::{ENGINEERING, PRINTER, Seat, demo};

/// The text of a PDF, blanks squeezed out: CJK text has none that mean anything.
pub fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output();
    let output = output.expect("pdftotext is installed");
    assert!(output.status.success(), "{} is a PDF", pdf.display());
    let text = String::from_utf8(output.stdout).expect("pdftotext writes UTF-8");
    text.split_whitespace().collect()
}

#[test]
fn an_order_is_previewed_printed_and_printed_again() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "水龍頭滴水");
    desk.notifies(ENGINEERING);

    // Each layout is on screen before it is on paper.
    desk.key("F7");
    let pages = |w: &repair_tests::window::Window| {
        w.script("return document.querySelectorAll('[role=dialog] svg[role=img]').length")
    };
    for (profile, count) in [("a4-sheet", 1), ("a5", 3), ("a4", 3)] {
        desk.choose(
            "print-profile",
            &desk.word(&format!("name-profile-{profile}")),
        );
        desk.window
            .until(&format!("{count} pages of {profile}"), |w| {
                pages(w) == count
            });
    }
    desk.window.press("Escape");
    desk.prints();
    let paper = home.printer().join(format!("{no}.pdf"));
    let first = text_of(&paper);
    let reprint = desk.word("forms-mark-reprint");
    for part in [
        no.as_str(),
        "單國華",
        "水龍頭滴水",
        "0926-713-058",
        ENGINEERING,
    ] {
        assert!(first.contains(part), "{part} stands on the paper: {first}");
    }
    assert!(!first.contains(&reprint), "the first print is no reprint");
    // Taken by the printer and held in a hand are two facts.
    desk.sees("print-fact-accepted");
    desk.sees("print-fact-finished");
    desk.window.push("button", &desk.word("print-confirm"));
    desk.sees("print-fact-confirmed");

    desk.key("F7");
    desk.sees("print-again");
    desk.window.press("Escape");
    desk.prints();
    let second = text_of(&paper);
    assert!(
        second.contains(&reprint),
        "the second print says so: {second}"
    );
    drop(desk);

    let order = Book::of(&home).order(&no);
    let prints = order["prints"].as_array().unwrap();
    let fact = |n: usize, fact: &str| !prints[n][fact].is_null();
    assert_eq!(prints.len(), 2);
    assert_eq!(prints[0]["printer"], PRINTER);
    assert_eq!(
        (fact(0, "accepted_at"), fact(0, "confirmed_at")),
        (true, true)
    );
    assert_eq!(
        (fact(1, "accepted_at"), fact(1, "confirmed_at")),
        (true, false)
    );
    assert_eq!(prints[1]["reprint"], true);
}

/// What the office calls a copy stands with the order, in the print's dialog and on the paper, beside its owner (R10).
#[test]
fn a_copys_own_label_stands_on_screen_and_on_paper() {
    let home = demo();
    let desk = Seat::take(&home, "manager");
    desk.window.push("link", &desk.word("ui-nav-settings"));
    let second = format!(
        "{} {} {}",
        desk.word("common-kind-household"),
        desk.words("settings-copy-n", &[("n", "2".into())]),
        desk.word("settings-copy-label")
    );
    desk.window.fill(&second, "存根聯");
    desk.fill("settings-approved-by", "業主委員會");
    desk.fill("field-reason", "聯單名稱");
    desk.window.push("button", &desk.word("ui-save"));
    desk.sees("settings-saved");
    desk.window.see(&format!(
        "存根聯 {}",
        desk.word("common-copy-owner-department")
    ));

    desk.hand_over("clerk");
    let no = desk.reports("3-1204", "單國華", "水龍頭滴水");
    let name = format!("{} 存根聯", desk.word("forms-copy-2"));
    desk.window.see(&name);
    desk.key("F7");
    desk.window
        .until("the copy to choose", |w| w.has("checkbox", &name));
    desk.window.press("Escape");
    desk.prints();
    let paper = text_of(&home.printer().join(format!("{no}.pdf")));
    // At the head of its own copy, and where each of the two others names it.
    let name: String = name.split_whitespace().collect();
    assert_eq!(paper.matches(&name).count(), 3, "{paper}");
}

#[test]
fn without_its_printer_the_order_is_saved_as_a_file() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    let no = desk.reports("3-1204", "單國華", "水龍頭滴水");
    desk.key("F7");
    let printer = desk.word("print-printer");
    desk.window
        .until("a printer", |w| w.value(&printer) == PRINTER);
    std::fs::remove_dir(home.printer()).unwrap();
    desk.window.press("Ctrl+Enter");
    desk.window
        .see(&desk.words("error-printer-missing", &[("printer", PRINTER.into())]));

    home.answer_dialog(home.path());
    desk.window.push("button", &desk.word("print-save"));
    let path = home.path().join(format!("{no}.pdf"));
    let shown = path.display().to_string();
    desk.window
        .see(&desk.words("ui-saved-to", &[("path", shown.as_str().into())]));
    assert!(text_of(&path).contains("水龍頭滴水"));
    desk.sees("print-to-file");
    desk.key("F7");
    desk.sees("print-none-found");
    drop(desk);

    let order = Book::of(&home).order(&no);
    assert_eq!(
        order["prints"].as_array().unwrap().len(),
        1,
        "only the file"
    );
    assert_eq!(order["prints"][0]["printer"], "");
}

/// A character that no font has is told before the paper is printed, and after a register was (R38).
#[test]
fn characters_that_no_font_has_are_told() {
    let home = demo();
    let desk = Seat::take(&home, "clerk");
    desk.finds("3-1204", "單國華");
    let content = desk.word("field-content");
    desk.window.focus(&content);
    desk.window.compose("門口有\u{1f980}");
    desk.window.until("the composed words", |w| {
        w.value(&content) == "門口有\u{1f980}"
    });
    let told = desk.words("ui-form-missing", &[("characters", "\u{1f980}".into())]);
    desk.issues();
    desk.window.see(&told);
    desk.key("F7");
    desk.window.until("the preview", |w| w.dialogs() == 1);
    desk.window.until("the warning in the preview", |w| {
        let said = w.script("return document.querySelector('[role=dialog]').innerText");
        said.as_str().unwrap_or_default().contains(&told)
    });
    desk.window.press("Escape");

    desk.key("Alt+4");
    desk.window.see("單國華");
    desk.window.see_no(&told);
    let title = desk.word("register-print");
    desk.key("F7");
    desk.window
        .until("the question", |w| w.has("dialog", &title));
    let printer = desk.word("print-printer");
    desk.window
        .until("a printer", |w| w.value(&printer) == PRINTER);
    desk.window.press("Ctrl+Enter");
    desk.window.see(&told);
}

/// Saves the register on screen and returns the file.
fn save(desk: &Seat, home: &Home, format: &str) -> PathBuf {
    home.answer_dialog(&home.path().join(format!("register.{format}")));
    desk.window.push("button", &format.to_uppercase());
    let path = home.path().join(format!("register.{format}"));
    let shown = path.display().to_string();
    desk.window
        .see(&desk.words("ui-saved-to", &[("path", shown.as_str().into())]));
    path
}

/// A sheet as texts, times as the window writes them.
fn sheet(path: &Path) -> Vec<Vec<String>> {
    let mut book = open_workbook_auto(path).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    let text = |cell: &Data| match cell {
        Data::DateTime(at) => at
            .as_datetime()
            .map(|at| at.format("%Y-%m-%d %H:%M").to_string())
            .unwrap_or_default(),
        other => other.to_string(),
    };
    range
        .rows()
        .map(|row| row.iter().map(text).collect())
        .collect()
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("UTF-8, marked");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// The columns of those labels, below their heading.
fn columns(rows: &[Vec<String>], labels: &[String]) -> Vec<Vec<String>> {
    let at = |label: &String| {
        let found = rows[0].iter().position(|cell| cell == label);
        found.unwrap_or_else(|| panic!("a column {label}: {:?}", rows[0]))
    };
    let picked: Vec<_> = labels.iter().map(at).collect();
    let rows = rows[1..].iter();
    rows.map(|row| picked.iter().map(|n| row[*n].clone()).collect())
        .collect()
}

/// What is filtered on screen is what stands in the file, row by row.
#[test]
fn a_register_is_exported_as_it_is_filtered() {
    let home = demo();
    let desk = Seat::take(&home, "supervisor");
    desk.window.press("Alt+3");
    desk.sees("field-issued-at");
    desk.fill("register-search", "1204");
    desk.choose("field-kind", &desk.word("common-kind-household"));
    let table = "return [...document.querySelectorAll('[role=grid] [role=row]:has([role=gridcell])')]
        .map((row) => [...row.querySelectorAll('[role=gridcell]')].map((c) => c.textContent.trim()))";
    let shown = |desk: &Seat| -> Vec<Vec<String>> {
        desk.window.settle();
        serde_json::from_value(desk.window.script(table)).unwrap()
    };
    desk.window.until("fewer rows", |_| {
        let rows = shown(&desk);
        !rows.is_empty() && rows.iter().all(|row| row[2].contains("1204"))
    });
    let on_screen = shown(&desk);
    let labels = [
        "no",
        "issued-at",
        "place",
        "content",
        "department",
        "worker",
        "state",
    ];
    let labels: Vec<_> = labels
        .iter()
        .map(|label| desk.word(&format!("field-{label}")))
        .collect();
    let xlsx = save(&desk, &home, "xlsx");
    assert_eq!(columns(&sheet(&xlsx), &labels), on_screen);
    let csv = save(&desk, &home, "csv");
    assert_eq!(columns(&csv_rows(&csv), &labels), on_screen);
    let pdf = text_of(&save(&desk, &home, "pdf"));
    for row in &on_screen {
        assert!(
            pdf.contains(&row[0]),
            "{} stands in the printed register",
            row[0]
        );
    }

    // A day that cannot be read is told, and filters nothing.
    desk.fill("register-from", "2026-13-45");
    desk.window.press("Tab");
    desk.sees("ui-bad-day");
    assert_eq!(shown(&desk), on_screen);
    desk.window.fill(&desk.word("register-from"), "2031-01-01");
    desk.sees("register-empty");
    drop(desk);

    let book = Book::of(&home);
    let filter = serde_json::json!({
        "from": null, "to": null, "person": null, "verb": "registers", "subject": "", "outcome": null,
    });
    let acts = book.call(
        "audit.list",
        serde_json::json!({ "filter": filter, "before": null, "limit": 10 }),
    );
    assert_eq!(
        acts["acts"].as_array().unwrap().len(),
        3,
        "every export is recorded"
    );
}

/// Who may not see contacts sees them masked, finds nobody by phone, and is offered no export (R39).
#[test]
fn contacts_are_masked_for_who_may_not_see_them() {
    let home = demo();
    let desk = Seat::take(&home, "cashier");
    desk.window.press("Alt+4");
    desk.sees("field-received-at");
    desk.window.see("單");
    let text = desk.window.text();
    assert!(!text.contains("單國華"), "the caller's name is masked");
    assert!(!desk.window.has("button", "XLSX"));
    desk.fill("register-search", "0926-713-058");
    desk.sees("register-empty");
}
