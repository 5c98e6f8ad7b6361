//! Price texts and rows of other offices, each with what it must be read as.

use super::*;

/// An item in the words of the expectations; the unit stands there where the list's column does not give it.
pub(super) fn item(item: &FeeItem, unit: &str) -> String {
    let mut parts = vec![price(&item.labour)];
    if item.unit != unit {
        parts[0] = format!("{} /{}", parts[0], item.unit);
    }
    parts.extend(besides(item));
    parts.extend(material(item).into_iter().map(|part| format!("m:{part}")));
    parts.extend(item.noted.then(|| "told".to_owned()));
    parts.join("; ")
}

pub(super) fn outcome(row: &Row, unit: &str) -> String {
    match &row.outcome {
        RowOutcome::Understood { understood, .. } => item(understood, unit),
        RowOutcome::Left { left: doubts, .. } => left(doubts),
        RowOutcome::Group { name } => format!("GROUP {name}"),
    }
}

pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

#[test]
fn price_texts_are_right_or_left_for_a_person() {
    let mut faults = Vec::new();
    let mut count = 0;
    for line in lines(include_str!("prices.txt")) {
        let parts: Vec<&str> = line.split("=>").map(str::trim).collect();
        let [text, unit, expected] = parts[..] else {
            panic!("{line}");
        };
        let (name, text) = text.split_once(" :: ").unwrap_or(("項目", text));
        let row = format!("{name} | {unit} | {text}");
        let found = outcome(&read(&sheet(&["項目 | 單位 | 價格", &row]))[0], unit);
        count += 1;
        if found != expected {
            faults.push(format!("{text} [{unit}]: {found}, not {expected}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count >= 150, "only {count} texts");
}

#[test]
fn whole_rows_are_right_or_left_for_a_person() {
    let heading = "編號 | 類別 | 項目 | 單位 | 人工費 | 材料費 | 備註";
    let mut faults = Vec::new();
    let mut count = 0;
    for line in lines(include_str!("rows.txt")) {
        let (row, expected) = line.split_once("=>").unwrap();
        let unit = row.split('|').nth(3).unwrap().trim();
        let found = outcome(&read(&sheet(&[heading, row]))[0], unit);
        count += 1;
        if found != expected.trim() {
            faults.push(format!("{row}: {found}, not {expected}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count >= 40, "only {count} rows");
}

/// Whatever is put behind a text that is understood makes it a doubt or is read too; it is never dropped.
#[test]
fn nothing_left_over_is_dropped() {
    for line in lines(include_str!("prices.txt")) {
        let parts: Vec<&str> = line.split("=>").map(str::trim).collect();
        if parts[2].starts_with("LEFT") || parts[0].contains("::") {
            continue;
        }
        for more in ["，另有規定", "，視樓層", "左右", "，80元", " 7", "折"] {
            let row = format!("項目 | {} | {}{more}", parts[1], parts[0]);
            let found = &read(&sheet(&["項目 | 單位 | 價格", &row]))[0];
            assert!(matches!(found.outcome, RowOutcome::Left { .. }), "{row}");
        }
    }
}
