//! A table of the form: as many lines as it has room for, the rest on the continuation.

use super::super::flow::Column;
use super::super::grid::{Cell, Content, Row};
use super::fields::row;
use crate::text::{Locale, text};

/// A table before it is fitted to a form.
pub struct Table {
    /// What the continuation calls it.
    pub name: String,
    pub columns: Vec<Column>,
    /// The cells of each line; an empty one is blank.
    pub lines: Vec<Vec<String>>,
}

/// How a table stands on a form; heights are shares of the form's.
#[derive(Debug, Clone, Copy)]
pub struct TableRoom {
    /// Lines below the head.
    pub lines: usize,
    /// Height of the head.
    pub head: f32,
    /// Height of each line.
    pub line: f32,
}

impl Table {
    /// Head and lines, filled up with blank lines. Where there are too many, the last line points to the
    /// continuation.
    pub fn rows(&self, room: TableRoom, locale: Locale) -> Vec<Row> {
        let head = self.columns.iter().map(|column| Cell {
            width: column.width,
            label: None,
            content: Content::Head(column.label.clone()),
        });
        let mut out = vec![row(room.head, head.collect())];
        let shown = if self.lines.len() > room.lines {
            room.lines - 1
        } else {
            room.lines
        };
        out.extend((0..shown).map(|index| row(room.line, self.cells(index))));
        if shown < room.lines {
            let whole: Vec<String> = (shown..self.lines.len())
                .map(|index| self.whole(index))
                .collect();
            let further = Cell {
                width: 1.0,
                label: None,
                content: Content::Further {
                    words: text(locale, "forms-continued", &[]),
                    whole: (self.name.clone(), whole.join("\n")),
                },
            };
            out.push(row(room.line, vec![further]));
        }
        out
    }

    fn cells(&self, index: usize) -> Vec<Cell> {
        let cell = |(at, column): (usize, &Column)| {
            let line = self.lines.get(index);
            let text = line.map(|line| line[at].clone());
            let content = Content::Entry {
                text: text.filter(|text| !text.is_empty()),
                align: column.align,
                table: self.name.clone(),
                at: format!("{}. {}", index + 1, column.label),
            };
            Cell {
                width: column.width,
                label: None,
                content,
            }
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    /// A whole line as the continuation says it: `1. 材料名稱 三角閥　數量 2 個`.
    fn whole(&self, index: usize) -> String {
        let cells = self.lines.get(index).into_iter().flatten();
        let said: Vec<String> = cells
            .zip(&self.columns)
            .filter(|(cell, _)| !cell.is_empty())
            .map(|(cell, column)| format!("{} {cell}", column.label))
            .collect();
        format!("{}. {}", index + 1, said.join("　"))
    }
}
