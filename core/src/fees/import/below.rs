//! What stands below a heading: running numbers, units, prices, words. It tells what a column holds where the heading
//! does not.

use std::collections::HashSet;

use crate::fold::fold;
use crate::import::Row;

use super::part::Part;
use super::{text, units};

/// How many rows tell what a column holds.
const ROWS: usize = 300;

/// What the cells of a column are, by most of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing at all.
    Blank,
    /// 1, 2, 3.
    Running,
    /// 個, 元/次, 1只.
    Units,
    /// 20元, 面議, 工資1200元.
    Money,
    /// Figures that say nothing of money.
    Figures,
    /// Anything else.
    Words,
}

/// What stands below one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Below {
    pub kind: Kind,
    /// Cells that hold something of their own.
    pub filled: usize,
    /// Different texts among them.
    pub distinct: usize,
    /// Rows looked at.
    pub rows: usize,
    /// Characters of the longest text.
    pub longest: usize,
    /// Every cell is 1, with or without a unit.
    pub ones: bool,
}

impl Below {
    /// Whether the texts tell the rows apart, as names do and groups do not.
    pub fn names(&self) -> bool {
        self.differ() && self.filled * 10 >= self.rows * 7
    }

    /// Whether they are words, and mostly different ones.
    pub fn differ(&self) -> bool {
        self.kind == Kind::Words && self.distinct * 10 >= self.filled * 6
    }
}

/// Looks at a column in the rows that hold more than one cell; a heading line or a note below tells nothing.
pub(super) fn look(rows: &[Row], column: usize) -> Below {
    let rows: Vec<&Row> = rows
        .iter()
        .filter(|row| row.filled().nth(1).is_some())
        .take(ROWS)
        .collect();
    let texts: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .filter(|cell| !cell.merged && !cell.text.is_empty())
        .map(|cell| cell.text.as_str())
        .collect();
    let most = |is: &dyn Fn(&str) -> bool| {
        let count = texts.iter().filter(|text| is(text)).count();
        count * 10 >= texts.len() * 6
    };
    let kind = if texts.is_empty() {
        Kind::Blank
    } else if running(&texts) {
        Kind::Running
    } else if most(&is_money) {
        Kind::Money
    } else if most(&units::is_unit) {
        Kind::Units
    } else if most(&is_figure) {
        Kind::Figures
    } else {
        Kind::Words
    };
    let folded: HashSet<String> = texts.iter().map(|text| fold(text)).collect();
    Below {
        kind,
        filled: texts.len(),
        distinct: folded.len(),
        rows: rows.len(),
        longest: texts
            .iter()
            .map(|text| text.chars().count())
            .max()
            .unwrap_or(0),
        ones: !texts.is_empty() && texts.iter().all(|text| units::count(text) == Some("1")),
    }
}

/// Whether a cell speaks of an amount of money, or says how it is come to.
pub(super) fn is_money(cell: &str) -> bool {
    let folded: String = fold(cell).split_whitespace().collect();
    let chars: Vec<char> = folded.chars().collect();
    let signed = chars.windows(2).any(|pair| {
        let amount = pair[0].is_ascii_digit() && matches!(pair[1], '元' | '圆' | '块');
        amount || (matches!(pair[0], '$' | '¥' | '￥') && pair[1].is_ascii_digit())
    });
    let read = text::read(cell);
    let said = |part: &Part| {
        matches!(
            part,
            Part::Actual | Part::Free | Part::ByCase { named: false }
        )
    };
    // Per piece, and with a figure before it: 30/次.
    let per = |part: &Part| matches!(part, Part::Price { per: Some(_), .. });
    let numbered = folded.starts_with(|c: char| c.is_ascii_digit())
        && folded.contains('/')
        && read.parts().any(per);
    signed || numbered || read.parts().any(said)
}

/// Whether a cell may be a price: money, or a figure alone.
pub(super) fn is_amount(cell: &str) -> bool {
    is_money(cell) || is_figure(cell)
}

/// A figure alone, or two with a dash or stroke between.
fn is_figure(cell: &str) -> bool {
    let folded: String = fold(cell).split_whitespace().collect();
    let plain = |c: char| c.is_ascii_digit() || ".,-~/".contains(c);
    folded.contains(|c: char| c.is_ascii_digit()) && folded.chars().all(plain)
}

/// Whole numbers of which nearly each is one more than that above, or begins anew.
fn running(texts: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = texts.iter().map(|text| fold(text).parse().ok()).collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) else {
        return false;
    };
    let steps = numbers
        .windows(2)
        .filter(|pair| pair[1] == pair[0].saturating_add(1));
    steps.count() * 10 >= (numbers.len() - 1) * 7
}
