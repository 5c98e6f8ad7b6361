//! How wide the columns of a register are, and on how many lines a record stands: measured by what is in them.
//!
//! A column is never narrower than its widest number, phone, date, amount or word, nor than a few characters of running
//! text. Where that is more than the paper has, a record takes as many lines as it needs, its columns in their order.
//! What is left goes to those that would need the most lines.

use std::ops::Range;

use super::{BODY, STYLE};
use crate::export::{ColumnKind, Table};
use crate::print::fonts::glyphs;
use crate::print::page::{PT, PrintFace};
use crate::print::wrap;

/// One line of a record: some columns and the mm of each.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordLine {
    pub columns: Range<usize>,
    pub widths: Vec<f32>,
}

/// What a column needs, mm, its margins included.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Need {
    /// Below it something would break that must not.
    least: f32,
    /// For most of its texts to stand on one line.
    whole: f32,
    /// For all of them.
    longest: f32,
}

/// Running text is not squeezed narrower than so many characters.
const LEGIBLE: f32 = 6.0;
/// A word longer than this part of a line may break: it is no number, phone, date or amount.
const LONGEST: f32 = 0.3;
/// Of ten texts, so many decide how much room their column wants.
const MOST_OF_TEN: usize = 9;

/// The lines of a record, as few as it can do with.
pub fn lines(table: &Table) -> Vec<RecordLine> {
    let needs = needs(table);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut used = f32::INFINITY;
    for (index, need) in needs.iter().enumerate() {
        used += need.least;
        match lines.last_mut() {
            Some(line) if used <= BODY.w => line.end = index + 1,
            _ => {
                lines.push(index..index + 1);
                used = need.least;
            }
        }
    }
    if let [one, two] = lines.as_mut_slice() {
        let middle = fairest(&needs);
        (one.end, two.start) = (middle, middle);
    }
    let line = |columns: Range<usize>| RecordLine {
        widths: widths(&needs[columns.clone()]),
        columns,
    };
    lines.into_iter().map(line).collect()
}

/// Where the second of two lines begins so that both are about equally crowded.
fn fairest(needs: &[Need]) -> usize {
    let crowd = |part: &[Need]| -> f32 {
        let least: f32 = part.iter().map(|need| need.least).sum();
        if least > BODY.w {
            return f32::INFINITY;
        }
        crowding(part)
    };
    let worse = |at: &usize| crowd(&needs[..*at]).max(crowd(&needs[*at..]));
    (1..needs.len())
        .min_by(|a, b| worse(a).total_cmp(&worse(b)))
        .unwrap_or(needs.len())
}

/// Into how many lines a text as long as its column's usual ones breaks, the same in every column.
fn crowding(needs: &[Need]) -> f32 {
    let fits = |lines: f32| {
        let wanted = |need: &Need| (need.whole / lines).max(need.least);
        needs.iter().map(wanted).sum::<f32>() <= BODY.w
    };
    let (mut low, mut high) = (0.05, 400.0);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if fits(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// mm of each column, together as wide as the table.
fn widths(needs: &[Need]) -> Vec<f32> {
    let lines = crowding(needs).max(1.0);
    let mut out: Vec<f32> = needs
        .iter()
        .map(|need| (need.whole / lines).max(need.least))
        .collect();
    // What is still left goes to the few longer texts, and then to all columns, to the wide ones more.
    let room = BODY.w - out.iter().sum::<f32>();
    let lacks: Vec<f32> = (out.iter().zip(needs))
        .map(|(width, need)| (need.longest - width).max(0.0))
        .collect();
    let lacking: f32 = lacks.iter().sum();
    if room > 0.0 && lacking > 0.0 {
        let part = (room / lacking).min(1.0);
        (out.iter_mut().zip(&lacks)).for_each(|(width, lack)| *width += lack * part);
    }
    // Where even the least is too much, all give way alike.
    let room = BODY.w - out.iter().sum::<f32>();
    let weight = |width: f32| if room > 0.0 { width * width } else { width };
    let weights: f32 = out.iter().map(|width| weight(*width)).sum();
    for width in &mut out {
        *width += room * weight(*width) / weights;
    }
    out
}

fn needs(table: &Table) -> Vec<Need> {
    (0..table.columns.len())
        .map(|index| need(table, index))
        .collect()
}

fn need(table: &Table, index: usize) -> Need {
    let column = &table.columns[index];
    let text = column.kind == ColumnKind::Text;
    let (mut least, mut wholes) = (0.0_f32, Vec::with_capacity(table.rows.len()));
    for row in &table.rows {
        let all = glyphs(&row[index].shown(), PrintFace::Filled, &mut Vec::new());
        let whole = wrap::width(&all);
        // A time is read as one, day and hour on one line.
        let piece = match text {
            true => wrap::widest_piece(&all),
            false => whole,
        };
        least = least.max(piece);
        wholes.push(whole);
    }
    wholes.sort_unstable_by(f32::total_cmp);
    let most = wholes.get((wholes.len() * MOST_OF_TEN / 10).min(wholes.len().saturating_sub(1)));
    let longest = wholes.last().copied().unwrap_or(0.0);
    if text {
        least = least.max(longest.min(LEGIBLE));
    }
    let em = STYLE.value * PT;
    let label = glyphs(&column.label, PrintFace::Body, &mut Vec::new());
    let label_em = STYLE.label * PT;
    let word = wrap::widest_piece(&label).max(wrap::width(&label).min(2.0));
    let margins = 2.0 * STYLE.pad + 0.1;
    let least = (least * em).max(word * label_em) + margins;
    let least = match text {
        true => least.min(BODY.w * LONGEST),
        false => least,
    };
    let whole = (most.copied().unwrap_or(0.0) * em).max(wrap::width(&label) * label_em) + margins;
    Need {
        least,
        whole: whole.max(least),
        longest: longest * em + margins,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{TableCell, TableColumn};

    fn table(columns: &[(&str, ColumnKind)], row: Vec<TableCell>) -> Table {
        let column = |(label, kind): &(&str, ColumnKind)| TableColumn::new(*label, *kind, 10.0);
        Table {
            title: String::new(),
            subtitle: String::new(),
            columns: columns.iter().map(column).collect(),
            rows: vec![row],
        }
    }

    fn text(label: &str) -> (&str, ColumnKind) {
        (label, ColumnKind::Text)
    }

    #[test]
    fn a_line_is_as_wide_as_the_paper_and_each_column_as_its_content() {
        let long = "水槽下方漏水，請派人。".repeat(12);
        let row = vec!["PG20261123-004".into(), "電話".into(), long.into()];
        let lines = lines(&table(&[text("編號"), text("方式"), text("內容")], row));
        assert_eq!(lines.len(), 1);
        let widths = &lines[0].widths;
        assert!((widths.iter().sum::<f32>() - BODY.w).abs() < 0.01);
        assert!(widths[0] > 20.0 && widths[0] < 40.0, "{widths:?}");
        assert!(widths[1] < 15.0 && widths[2] > 200.0, "{widths:?}");
    }

    #[test]
    fn more_columns_than_the_paper_has_room_for_stand_on_more_lines() {
        for (count, wanted) in [(9, 1), (16, 2), (24, 3)] {
            let columns = vec![text("電話"); count];
            let row = vec!["+886 912 345 678".into(); count];
            let lines = lines(&table(&columns, row));
            assert_eq!(lines.len(), wanted);
            let all: Vec<usize> = lines.iter().flat_map(|line| line.columns.clone()).collect();
            assert_eq!(all, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn two_lines_are_about_equally_crowded() {
        let columns = vec![text("地點"); 16];
        let row = vec![TableCell::from("幸福花園三棟十二樓之四室"); 16];
        let lines = lines(&table(&columns, row));
        assert_eq!([lines[0].columns.len(), lines[1].columns.len()], [8, 8]);
    }

    #[test]
    fn one_endless_word_takes_no_more_than_its_part() {
        let row = vec!["a".repeat(400).into(), "PG20261123-004".into()];
        let lines = lines(&table(&[text("附註"), text("編號")], row));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].widths[1] > 20.0);
    }
}
