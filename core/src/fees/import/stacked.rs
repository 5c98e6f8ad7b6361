//! Headings over two rows.

use crate::import::{Row, Sheet};

use super::below;
use super::heading::known;

/// Headings of both rows: the lower one names the column where it is known, and else says more of the upper one.
/// `None` where the lower row is no heading.
pub(super) fn two_rows(sheet: &Sheet, upper: &Row, lower: &Row) -> Option<Vec<String>> {
    let knows = upper
        .filled()
        .filter(|(_, cell)| known(&cell.text).is_some());
    if knows.count() < 2 || lower.number != upper.number + 1 {
        return None;
    }
    let over = |column: usize| over(sheet, upper, column);
    let own: Vec<(usize, &str)> = lower
        .filled()
        .filter(|(_, cell)| !cell.merged)
        .map(|(column, cell)| (column, cell.text.as_str()))
        .collect();
    let named = own.iter().all(|(_, text)| known(text).is_some());
    // 住戶 and 商戶 below 收費標準: words that nobody knows, below a heading that spreads over them.
    let parts = own.len() > 1
        && own.iter().all(|(column, text)| {
            let alone = over(*column).filter(|at| {
                let beside = (0..=column + 1).filter(|near| over(*near) == Some(*at));
                beside.count() > 1
            });
            alone.is_some() && !below::is_amount(text)
        });
    if own.is_empty() || !(named || parts) {
        return None;
    }
    let width = upper.cells.len().max(lower.cells.len());
    let heading = |column: usize| {
        let own = own.iter().find(|(at, _)| *at == column);
        let own = own.map_or("", |(_, text)| text);
        let above = match own {
            "" => upper.text(column),
            _ => over(column).map_or("", |at| upper.text(at)),
        };
        match (above, own) {
            (above, "") => above.to_owned(),
            ("", own) => own.to_owned(),
            (above, own) if known(above).is_none() => joined(above, own),
            (_, own) if known(own).is_some() => own.to_owned(),
            (above, own) => joined(own, above),
        }
    };
    Some((0..width).map(heading).collect())
}

/// The column of the upper row whose heading reaches over this one: by a merged cell, or in a file without any by the
/// blanks behind it.
fn over(sheet: &Sheet, upper: &Row, column: usize) -> Option<usize> {
    if sheet.spans.is_empty() {
        return (0..=column).rev().find(|at| !upper.text(*at).is_empty());
    }
    let span = sheet.spans.iter().find(|span| {
        (span.top..=span.bottom).contains(&upper.number)
            && (span.left..=span.right).contains(&column)
    });
    Some(span.map_or(column, |span| span.left)).filter(|at| !upper.text(*at).is_empty())
}

/// 住戶 before 收費標準; a blank between words of an alphabet.
fn joined(first: &str, then: &str) -> String {
    let blank = if first.ends_with(|c: char| c.is_ascii()) {
        " "
    } else {
        ""
    };
    format!("{first}{blank}{then}")
}
