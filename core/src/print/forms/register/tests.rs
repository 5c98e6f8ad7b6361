//! The printed registers.

use super::*;
use crate::export::{ColumnKind, TableCell, TableColumn, sample};
use crate::money::Money;
use crate::print::clean::assert_clean;
use crate::print::golden;
use crate::print::page::PrintItem;

fn head() -> RegisterHead {
    RegisterHead {
        office: "幸福花園物業管理處".into(),
        audit_head: Some(AuditHead {
            hash: "9f2c 4a1b e07d 55aa".into(),
            act: "18204".into(),
            code: format!("RD-1A2B3C4D-18204-{}", "9F2C4A1BE07D55AA".repeat(4)),
        }),
        printed_by: "林小姐".into(),
        printed_at: "2026-11-23 22:00".into(),
    }
}

/// `count` rows with contents of different length.
fn table(count: usize) -> Table {
    let mut table = sample::table();
    let row = table.rows[0].clone();
    table.rows = (1..=count)
        .map(|n| {
            let mut row = row.clone();
            row[0] = TableCell::Text(format!("BX20261123-{n:03}"));
            row[5] = TableCell::Text("廚房水槽下方漏水，請派人。".repeat(n % 5 + 1));
            row
        })
        .collect();
    table
}

fn texts(pages: &PrintPages) -> Vec<Vec<&str>> {
    fn of(item: &PrintItem) -> Option<&str> {
        match item {
            PrintItem::Text { text, .. } => Some(text.as_str()),
            _ => None,
        }
    }
    pages
        .pages
        .iter()
        .map(|page| page.items.iter().filter_map(of).collect())
        .collect()
}

#[test]
fn every_row_stands_once_and_every_page_has_its_head() {
    let pages = register(&table(90), &head(), Locale::ZhHant);
    let texts = texts(&pages);
    assert!(texts.len() > 2);
    for (index, page) in texts.iter().enumerate() {
        assert!(page.contains(&"受理時間") && page.contains(&"報事報修記錄表"));
        let number = format!("第 {} 頁，共 {} 頁", index + 1, texts.len());
        assert!(page.contains(&number.as_str()), "{number}");
        assert!(page.iter().any(|text| text.contains("9f2c 4a1b e07d 55aa")));
        let modules = pages.pages[index]
            .items
            .iter()
            .filter_map(|item| match item {
                PrintItem::Code { side, modules, .. } => Some(side / f32::from(*modules)),
                _ => None,
            });
        // A scanner held by hand reads modules of a third of a millimetre.
        assert!(
            modules
                .collect::<Vec<_>>()
                .iter()
                .all(|module| *module > 0.4)
        );
    }
    for n in 1..=90 {
        let no = format!("BX20261123-{n:03}");
        let count = texts.iter().flatten().filter(|text| **text == no).count();
        assert_eq!(count, 1, "{no}");
    }
}

#[test]
fn rows_stay_within_the_page() {
    let pages = register(&table(90), &head(), Locale::En);
    for page in &pages.pages {
        for item in &page.items {
            if let PrintItem::Line { y2, .. } = item {
                assert!(*y2 <= BODY.bottom() + 0.01);
            }
        }
    }
}

#[test]
fn an_empty_register_is_one_page_with_its_head() {
    let mut table = table(0);
    table.subtitle = "共 0 筆".into();
    let pages = register(&table, &head(), Locale::ZhHant);
    assert_eq!(pages.pages.len(), 1);
    assert!(texts(&pages)[0].contains(&"共 0 筆") && texts(&pages)[0].contains(&"受理時間"));
}

/// A register of sixteen columns as the office keeps it.
fn orders(count: usize) -> Table {
    use ColumnKind::{DateTime, Money as Amount, Text};
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let at = |n: usize| {
        let minute = u32::try_from(n % 60).unwrap();
        TableCell::DateTime(day.and_hms_opt(20, minute, 0).unwrap())
    };
    let column = |(label, kind): (&str, ColumnKind)| TableColumn::new(label, kind, 10.0);
    let columns = [
        ("編號", Text),
        ("派工時間", DateTime),
        ("類別", Text),
        ("地點", Text),
        ("報修人", Text),
        ("聯繫電話", Text),
        ("內容", Text),
        ("責任部門", Text),
        ("維修人員", Text),
        ("接單簽收", DateTime),
        ("完工", DateTime),
        ("返單", DateTime),
        ("維修情況", Text),
        ("評價", Text),
        ("費用", Amount),
        ("狀態", Text),
    ];
    let phones = [
        "0912-345-678",
        "+886 912 345 678",
        "(02) 2345-6789#123",
        "0912-345-678、02-2345-6789",
    ];
    let row = |n: usize| -> Vec<TableCell> {
        vec![
            format!("PG20261123-{n:03}").into(),
            at(n),
            "住戶維修".into(),
            format!("幸福花園 3 棟 {n} 樓 1204 室").into(),
            "單小姐".into(),
            phones[n % 4].into(),
            "廚房漏水，已關總閥，請打 0912 345 678。"
                .repeat(n % 7)
                .into(),
            "工程部".into(),
            "王大明".into(),
            at(n + 3),
            at(n + 30),
            at(n + 50),
            "換三角閥 1/2 吋；housekeeping informed；"
                .repeat(n % 4)
                .into(),
            "基本滿意".into(),
            TableCell::Money(Money(123_456_700)),
            "完單存檔".into(),
        ]
    };
    Table {
        title: "派工單登記簿".into(),
        subtitle: format!("共 {count} 筆"),
        columns: columns.into_iter().map(column).collect(),
        rows: (1..=count).map(row).collect(),
    }
}

/// Numbers, phones, days with their times, amounts and words of a text.
fn figures(text: &str) -> Vec<String> {
    let plain = |c: char| c.is_ascii_graphic() || c == ' ';
    text.split(|c: char| !plain(c))
        .map(|part| part.trim().to_owned())
        .filter(|part| part.chars().any(|c| c.is_ascii_alphanumeric()))
        .collect()
}

#[test]
fn no_number_phone_time_amount_or_word_breaks_and_nothing_is_shrunk() {
    let table = orders(60);
    let pages = register(&table, &head(), Locale::ZhHant);
    assert_clean(&pages, "orders");
    let found = texts(&pages).concat().concat();
    for (row, cells) in table.rows.iter().enumerate() {
        for (cell, column) in cells.iter().zip(&table.columns) {
            for figure in figures(&cell.shown()) {
                assert!(found.contains(&figure), "{row} {}: {figure}", column.label);
            }
        }
    }
    let lines: Vec<&str> = texts(&pages).concat();
    for whole in [
        "PG20261123-007",
        "+886 912 345 678",
        "2026-11-23 20:07",
        "1234567.00",
    ] {
        assert!(lines.contains(&whole), "{whole}");
    }
    for page in &pages.pages {
        for item in &page.items {
            if let PrintItem::Text { y, size, text, .. } = item
                && *y > BODY.y
                && *y < BODY.bottom()
            {
                // A label shrinks a little rather than break.
                let label = (STYLE.label * 0.85..=STYLE.label).contains(size);
                assert!(*size == STYLE.value || label, "{size}: {text}");
            }
        }
    }
}

/// Sixteen columns have no room side by side: each record takes two lines, and so does the head (landscape A4).
#[test]
fn a_record_that_is_too_wide_takes_two_lines() {
    let pages = register(&orders(3), &head(), Locale::ZhHant);
    let at = |wanted: &str| {
        let mut items = pages.pages[0].items.iter();
        items
            .find_map(|item| match item {
                PrintItem::Text { y, text, .. } if text == wanted => Some(*y),
                _ => None,
            })
            .unwrap_or_else(|| panic!("{wanted}"))
    };
    assert!(at("編號") < at("狀態"));
    assert!(at("狀態") < at("PG20261123-001"));
    assert!(at("PG20261123-001") < at("完單存檔"));
    assert!(at("完單存檔") < at("PG20261123-002"));
}

/// What stands in a register stands there once: the number of its rows too.
#[test]
fn nothing_around_the_table_stands_twice() {
    let pages = register(&orders(2), &head(), Locale::ZhHant);
    let around = texts(&pages).concat();
    for said in ["共 2 筆", "派工單登記簿", "幸福花園物業管理處"] {
        let count = around.iter().filter(|text| text.contains(said)).count();
        assert_eq!(count, 1, "{said}");
    }
}

#[test]
fn golden_register() {
    golden::check(
        "register-zh-Hant",
        &register(&table(6), &head(), Locale::ZhHant),
    );
}
