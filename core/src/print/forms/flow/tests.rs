//! Headings stay with their lines, heads stand on every page, nothing is lost between two pages.

use super::*;
use crate::print::clean::all_text;
use crate::print::page::PrintItem;

fn table(lines: Vec<Line>) -> Vec<String> {
    let column = |label: &str, align| Column {
        width: 1.0,
        label: label.into(),
        align,
    };
    let columns = vec![column("編號", Align::Left), column("金額", Align::Right)];
    let blocks = vec![Block::Table { columns, lines }];
    let pages = flow(&Paper::A4, blocks, &mut Vec::new());
    pages.iter().map(all_text).collect()
}

fn line(n: usize) -> Line {
    Line::Cells(vec![format!("第{n}行"), "1.00".into()])
}

#[test]
fn a_heading_stands_on_the_page_of_its_first_line_wherever_that_is() {
    for before in 0..80 {
        let mut lines: Vec<Line> = (0..before).map(line).collect();
        let high = format!("第999行{}", "\n.".repeat(before % 12));
        lines.extend([
            Line::Band("甲類".into()),
            Line::Group("乙組".into()),
            Line::Cells(vec![high, "1.00".into()]),
        ]);
        let pages = table(lines);
        let found = pages.iter().find(|page| page.contains("第999行")).unwrap();
        assert!(found.contains("甲類") && found.contains("乙組"), "{before}");
    }
}

#[test]
fn a_column_is_as_wide_as_its_longest_number() {
    let column = |label: &str, width| Column {
        width,
        label: label.into(),
        align: Align::Left,
    };
    let columns = vec![
        column("編號", 4.0),
        column("項目", 92.0),
        column("金額", 4.0),
    ];
    let line = ["SD-2026-00017", "更換三角閥", "1234567.00"];
    let lines = vec![Line::Cells(line.map(str::to_owned).into())];
    let blocks = vec![Block::Table { columns, lines }];
    let pages = flow(&Paper::A4, blocks, &mut Vec::new());
    let texts: Vec<_> = pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            PrintItem::Text { text, size, .. } => Some((text.as_str(), *size)),
            _ => None,
        })
        .collect();
    for whole in line {
        assert!(texts.contains(&(whole, Paper::A4.style.value)), "{texts:?}");
    }
}

#[test]
fn heads_and_category_stand_again_where_a_table_goes_on() {
    let mut lines = vec![Line::Band("甲類".into()), Line::Group("乙組".into())];
    lines.extend((0..150).map(line));
    let pages = table(lines);
    assert!(pages.len() > 2);
    for page in &pages {
        assert!(page.contains("編號") && page.contains("甲類"));
    }
    assert_eq!(pages.concat().matches("乙組").count(), 1);
}

#[test]
fn a_row_higher_than_a_page_goes_on_with_every_line_once() {
    let text: Vec<String> = (0..130).map(|n| format!("<{n}>")).collect();
    let row = Line::Cells(vec![text.join("\n"), "1.00".into()]);
    let pages = table(vec![line(1), row, line(2)]);
    assert!(pages.len() > 2);
    let all = pages.concat();
    for n in 0..130 {
        assert_eq!(all.matches(&format!("<{n}>")).count(), 1, "{n}");
    }
    assert!(pages.last().unwrap().contains("第2行"));
}
