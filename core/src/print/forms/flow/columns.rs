//! Columns of a flowing table as wide as the form says, but none so narrow that a number, an amount or a word breaks.

use super::{Column, Line, Paper};
use crate::print::fonts::glyphs;
use crate::print::page::{PT, PrintFace};
use crate::print::wrap;

/// A word longer than this part of the form may break: it is no number, phone, date or amount.
const LONGEST: f32 = 0.3;

/// The columns with their widths in mm. What one needs beyond its share the others give, each of what it can spare.
pub fn fitted(paper: &Paper, columns: &[Column], lines: &[Line]) -> Vec<Column> {
    let all: f32 = columns.iter().map(|column| column.width).sum();
    let shares: Vec<f32> = columns
        .iter()
        .map(|column| paper.body.w * column.width / all)
        .collect();
    let least: Vec<f32> = (0..columns.len())
        .map(|index| least(paper, &columns[index], index, lines))
        .collect();
    let lacking: f32 = (least.iter().zip(&shares))
        .map(|(least, share)| (least - share).max(0.0))
        .sum();
    let spare: f32 = (least.iter().zip(&shares))
        .map(|(least, share)| (share - least).max(0.0))
        .sum();
    let given = (lacking / spare.max(f32::EPSILON)).min(1.0);
    let width = |(least, share): (&f32, &f32)| {
        let spare = (share - least).max(0.0);
        share.max(*least) - spare * given
    };
    (columns.iter().zip(least.iter().zip(&shares).map(width)))
        .map(|(column, width)| Column {
            width,
            ..column.clone()
        })
        .collect()
}

/// mm below which something in the column would break that must not.
fn least(paper: &Paper, column: &Column, index: usize, lines: &[Line]) -> f32 {
    let style = paper.style;
    let piece = |text: &str, face, size: f32| {
        wrap::widest_piece(&glyphs(text, face, &mut Vec::new())) * size * PT
    };
    let texts = lines.iter().filter_map(|line| match line {
        Line::Cells(texts) => texts.get(index),
        Line::Band(_) | Line::Group(_) => None,
    });
    let widest = texts
        .map(|text| piece(text, PrintFace::Filled, style.value))
        .fold(piece(&column.label, PrintFace::Body, style.label), f32::max);
    (widest + 2.0 * style.pad + 0.1).min(paper.body.w * LONGEST)
}
