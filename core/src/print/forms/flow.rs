//! A form as long as its content: rows, tables and notes one below the other, on as many pages as they need. A row is
//! as high as its texts need; nothing is shortened. The head of a table stands on each of its pages.

mod columns;
mod pen;

use super::grid::Cell;
use crate::print::page::{Area, PrintPage};
use crate::print::sheet::{Align, Style};
use pen::{Pen, Running};

/// The paper of a flowing form. Measures in mm.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    pub width: f32,
    pub height: f32,
    /// Where the content stands; above and below it is room for head and foot.
    pub body: Area,
    /// Width of the labels.
    pub label: f32,
    pub style: Style,
}

impl Paper {
    /// A4 upright.
    pub const A4: Paper = Paper {
        width: 210.0,
        height: 297.0,
        body: Area {
            x: 15.0,
            y: 28.0,
            w: 180.0,
            h: 255.0,
        },
        label: 24.0,
        style: STYLE,
    };
}

/// Sizes on A4.
const STYLE: Style = Style {
    label: 9.0,
    value: 10.5,
    least: 7.0,
    hair: 0.15,
    rule: 0.4,
    frame: 0.55,
    pad: 1.4,
};

/// A piece of a flowing form.
#[derive(Debug)]
pub enum Block {
    /// Cells side by side, at least so many mm high.
    Row { cells: Vec<Cell>, least: f32 },
    Table {
        columns: Vec<Column>,
        lines: Vec<Line>,
    },
    /// Printed words without a frame.
    Note(String),
    /// mm
    Gap(f32),
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Share of the form's width; wider where a number or word in it needs more.
    pub width: f32,
    pub label: String,
    pub align: Align,
}

/// A line of a table.
#[derive(Debug)]
pub enum Line {
    /// A heading; stands again on each page on which its lines go on.
    Band(String),
    /// A heading below that; never the last of a page.
    Group(String),
    /// One text for each column.
    Cells(Vec<String>),
}

/// Pages with the blocks on them, without head and foot.
pub fn flow(paper: &Paper, blocks: Vec<Block>, missing: &mut Vec<char>) -> Vec<PrintPage> {
    let mut pen = Pen::new(paper, missing);
    for block in blocks {
        match block {
            Block::Row { cells, least } => pen.row(cells, least, &Running::default()),
            Block::Table { columns, lines } => {
                pen.table(&columns::fitted(paper, &columns, &lines), lines);
            }
            Block::Note(text) => pen.note(&text),
            Block::Gap(gap) => pen.gap(gap),
        }
    }
    pen.pages()
}

#[cfg(test)]
mod tests;
