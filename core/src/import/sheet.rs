//! Rows of text cells, with the row and column numbers that the person sees in the spreadsheet.

use crate::error::{Code, Error, Result};

use super::limits::{COLUMNS, ROWS, TEXT_BYTES};

/// One sheet: the rows that hold something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
    /// Ranges of merged cells. csv has none.
    pub spans: Vec<Span>,
}

/// A row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet counts, from 1.
    pub number: u32,
    /// From column A on; cells beyond the last that holds something are left out.
    pub cells: Vec<Cell>,
}

/// A cell as it reads, without blanks around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    /// The text stands in a row above; the merged cell reaches down to here.
    pub merged: bool,
}

/// A range of merged cells; rows count from 1, columns from 0, both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub top: u32,
    pub left: usize,
    pub bottom: u32,
    pub right: usize,
}

impl Row {
    /// Text of a column, counted from 0; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// Columns that hold something, with their cells.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.text.is_empty())
    }
}

/// What a spreadsheet calls a column counted from 0: A, B … Z, AA.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Takes cells in any order of columns, rows ascending or not, and holds the limits.
#[derive(Default)]
pub(super) struct Builder {
    rows: std::collections::BTreeMap<u32, Vec<Cell>>,
    bytes: usize,
}

impl Builder {
    /// Puts a text at a row counted from 1 and a column counted from 0; blank texts are nothing.
    pub(super) fn put(&mut self, row: u32, column: usize, text: &str) -> Result<()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row > ROWS {
            return Err(Error::new(Code::SheetRows).with("limit", ROWS));
        }
        if column >= COLUMNS {
            return Err(Error::new(Code::SheetColumns)
                .with("row", row)
                .with("limit", COLUMNS));
        }
        self.bytes += text.len();
        if self.bytes > TEXT_BYTES {
            return Err(Error::new(Code::SheetTooBig).with("limit", TEXT_BYTES >> 20));
        }
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::default());
        }
        cells[column].text = text.to_owned();
        Ok(())
    }

    /// Refuses a merged block of rows and columns over cells with texts of their own.
    fn hides(&self, span: &Span) -> Result<()> {
        if span.top >= span.bottom || span.left >= span.right {
            return Ok(());
        }
        let mut covered = self.rows.range(span.top..=span.bottom);
        let hidden = covered.any(|(row, cells)| {
            let within = cells
                .iter()
                .enumerate()
                .take(span.right + 1)
                .skip(span.left);
            let mut texts = within.filter(|(_, cell)| !cell.text.is_empty() && !cell.merged);
            texts.any(|(column, _)| (*row, column) != (span.top, span.left))
        });
        if !hidden {
            return Ok(());
        }
        let range = format!(
            "{}{}:{}{}",
            column_letters(span.left),
            span.top,
            column_letters(span.right),
            span.bottom
        );
        Err(Error::new(Code::SheetMergedOver).with("range", range))
    }

    /// The sheet. A merged cell's text counts for each row of its range, in its first column; a row that holds
    /// nothing else is as good as blank.
    ///
    /// Errors: `sheet-merged-over` where a block hides what other cells hold; nobody who looks at the sheet sees it.
    pub(super) fn finish(mut self, name: &str, spans: Vec<Span>) -> Result<Sheet> {
        for span in &spans {
            let above = self.rows.get(&span.top);
            let Some(cell) = above.and_then(|cells| cells.get(span.left)).cloned() else {
                continue;
            };
            if cell.text.is_empty() {
                continue;
            }
            self.hides(span)?;
            let reached = |row: &u32| (span.top + 1..=span.bottom).contains(row);
            for (_, cells) in self
                .rows
                .range_mut(span.top..)
                .skip(1)
                .take_while(|(row, _)| reached(row))
            {
                self.bytes += cell.text.len();
                if self.bytes > TEXT_BYTES {
                    return Err(Error::new(Code::SheetTooBig).with("limit", TEXT_BYTES >> 20));
                }
                if cells.len() <= span.left {
                    cells.resize(span.left + 1, Cell::default());
                }
                if cells[span.left].text.is_empty() {
                    cells[span.left] = Cell {
                        text: cell.text.clone(),
                        merged: true,
                    };
                }
            }
        }
        let rows = self
            .rows
            .into_iter()
            .map(|(number, cells)| Row { number, cells })
            .collect();
        Ok(Sheet {
            name: name.to_owned(),
            rows,
            spans,
        })
    }
}
