//! Kinds of wording that lists have, each in several hands.

use super::corpus::{lines, outcome};
use super::*;

#[test]
fn every_kind_is_read_however_it_is_worded() {
    let mut faults = Vec::new();
    let mut count = 0;
    for line in lines(include_str!("kinds.txt")) {
        let (row, expected) = line.split_once("=>").unwrap();
        let unit = row.split('|').nth(1).unwrap().trim();
        let found = outcome(&read(&sheet(&["項目 | 單位 | 價格 | 備註", row]))[0], unit);
        count += 1;
        if found != expected.trim() {
            faults.push(format!("{row}: {found}, not {expected}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count >= 100, "only {count} rows");
}

/// Rows of a list in brief: heading or name.
fn brief(rows: &[&str]) -> Vec<String> {
    let rows = read(&sheet(rows));
    let said = rows.iter().map(|row| match &row.outcome {
        RowOutcome::Group { name } => format!("GROUP {name}"),
        RowOutcome::Understood { understood, .. } => {
            format!("{} {}", understood.code, understood.name)
        }
        RowOutcome::Left { left: doubts, .. } => left(doubts),
    });
    said.collect()
}

#[test]
fn headings_are_known_through_what_adorns_them() {
    for (written, name) in [
        ("■ 一般水電設備/家用設備", "一般水電設備/家用設備"),
        ("◆照明設備◆", "照明設備"),
        ("【衛浴設備】", "衛浴設備"),
        ("★ 门窗五金 ★", "门窗五金"),
        ("一、水電類", "一、水電類"),
        ("(一) 水电类", "(一) 水电类"),
        ("第一部分 水電", "第一部分 水電"),
        ("2、照明工程", "2、照明工程"),
        ("▶ 空调", "空调"),
    ] {
        let found = brief(&["項目|單位|價格", written, "換燈|盞|50"]);
        assert_eq!(
            found,
            [format!("GROUP {name}"), "1 換燈".to_owned()],
            "{written}"
        );
    }
    for written in [
        "※ 夜間加收50%",
        "* 以上均不含材料費",
        "■ 材料費另計",
        "■ 80元起",
        "更換燈泡",
        "■",
    ] {
        let found = brief(&["項目|單位|價格", written, "換燈|盞|50"]);
        assert!(found[0].starts_with("LEFT"), "{written}: {found:?}");
    }
}

#[test]
fn figures_that_repeat_in_the_column_of_numbers_are_no_numbers() {
    assert_eq!(
        brief(&[
            "編號|項目|價格",
            "1|甲|5",
            "1|乙|5",
            "2|丙|5",
            "2|丁|5",
            "3|戊|5"
        ]),
        ["1 甲", "2 乙", "3 丙", "4 丁", "5 戊"]
    );
    assert_eq!(
        brief(&["编号|项目|价格", "A|甲|5", "A|乙|5", "A|丙|5", "|丁|5"]),
        ["1 甲", "2 乙", "3 丙", "4 丁"]
    );
    // A merged number that the file leaves blank below goes on.
    assert_eq!(
        brief(&["編號|項目|價格", "|甲|5", "7|乙|5", "|丙|5", "8|丁|5"]),
        ["LEFT no_code", "7 乙", "7-2 丙", "8 丁"]
    );
    // One that stands twice is a slip of the pen.
    assert_eq!(
        brief(&["編號|項目|價格", "1|甲|5", "3|乙|5", "3|丙|5", "7|丁|5"]),
        ["1 甲", "LEFT code_repeated", "LEFT code_repeated", "7 丁"]
    );
}
