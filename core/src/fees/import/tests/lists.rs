//! Both real lists, row by row, against a reading by hand.

use super::*;

fn list(name: &str) -> Vec<Row> {
    read(&office_list(name))
}

fn joined(parts: &[String]) -> String {
    if parts.is_empty() {
        "-".to_owned()
    } else {
        parts.join("; ")
    }
}

fn lines(rows: &[Row], group: bool) -> Vec<String> {
    rows.iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood {
                understood: item, ..
            } => {
                let group = if group {
                    format!("{} | ", item.group)
                } else {
                    String::new()
                };
                let line = format!(
                    "{} | {} | {group}{} | {} | {} | {} | {} | {}{}",
                    row.number,
                    item.code,
                    item.name,
                    item.unit,
                    price(&item.labour),
                    joined(&material(item)),
                    joined(&besides(item)),
                    item.remarks,
                    if item.noted { " (told)" } else { "" },
                );
                line.trim_end().to_owned()
            }
            RowOutcome::Left { left: doubts, .. } => {
                let doubt = &doubts[0];
                format!(
                    "{} | {} {} {}",
                    row.number,
                    left(doubts),
                    doubt.column,
                    doubt.text
                )
            }
            RowOutcome::Group { name } => format!("{} | GROUP {name}", row.number),
        })
        .collect()
}

/// Rows that are right, of all; none may be wrong.
fn compare(found: &[String], golden: &str) -> (usize, usize) {
    let expected: Vec<&str> = golden
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::trim_end)
        .collect();
    assert_eq!(found, expected);
    let right = expected
        .iter()
        .filter(|line| !line.contains("| LEFT"))
        .count();
    (right, expected.len())
}

#[test]
fn both_real_lists_come_in_with_every_row_right_or_left_for_a_person() {
    let one = compare(
        &lines(&list("fees-owner-buys.tsv"), false),
        include_str!("owner_buys.golden"),
    );
    let two = compare(
        &lines(&list("fees-flat.tsv"), true),
        include_str!("flat.golden"),
    );
    let (right, all) = (one.0 + two.0, one.1 + two.1);
    assert_eq!(all, 60);
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

#[test]
fn a_list_with_a_hundred_times_the_rows_reads_alike() {
    let mut rows = vec!["編號|項目|單位|維修材料|人工費(元)|備註".to_owned()];
    for at in 0..10_000 {
        rows.push(format!(
            "{at}|項目{at}|個|{}元或業主自購|{}|3米以上加收20元",
            at + 1,
            at + 2
        ));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = sheet(&rows);
    let columns = Columns::propose(&sheet).unwrap();
    let found = understand(&sheet, &columns, FeeCategory::Special).unwrap();
    assert_eq!(found.len(), 10_000);
    for (at, row) in found.iter().enumerate() {
        let RowOutcome::Understood { understood, .. } = &row.outcome else {
            panic!("{row:?}");
        };
        let at = i64::try_from(at).unwrap();
        assert_eq!(
            understood.labour,
            Price::Each {
                price: Money((at + 2) * 100)
            }
        );
        assert_eq!(understood.material.listed[0].price, Money((at + 1) * 100));
        assert_eq!(understood.category, FeeCategory::Special);
    }
}
