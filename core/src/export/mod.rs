//! Tables as files: any register as it is filtered, to xlsx, csv, or (through `print::forms::register`) paper.

mod csv_file;
mod xlsx_file;

pub use csv_file::to_csv;
pub use xlsx_file::to_xlsx;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use crate::Moment;
use crate::money::Money;

/// A register ready to leave the program. All words are finished texts in the reader's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub title: String,
    /// What the rows were filtered by.
    pub subtitle: String,
    pub columns: Vec<TableColumn>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<TableCell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    pub label: String,
    pub kind: ColumnKind,
    /// In characters of Latin script; a Chinese character counts two.
    pub width: f32,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    Integer,
    Money,
    Date,
    DateTime,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    Empty,
    Text(String),
    Integer(i64),
    Money(Money),
    Date(NaiveDate),
    /// Wall-clock time in the office's zone.
    DateTime(NaiveDateTime),
}

impl TableColumn {
    /// A column; `width` in Latin characters.
    pub fn new(label: impl Into<String>, kind: ColumnKind, width: f32) -> Self {
        Self {
            label: label.into(),
            kind,
            width,
        }
    }
}

impl ColumnKind {
    /// Whether the column's cells stand at the right.
    pub fn is_number(self) -> bool {
        matches!(self, ColumnKind::Integer | ColumnKind::Money)
    }
}

impl TableCell {
    /// A time of the office; empty for none.
    pub fn at(moment: Option<Moment>, zone: Tz) -> Self {
        moment.map_or(Self::Empty, |moment| Self::DateTime(moment.local(zone)))
    }

    /// The cell as it reads on paper and in a csv file.
    pub fn shown(&self) -> String {
        match self {
            TableCell::Empty => String::new(),
            TableCell::Text(text) => text.clone(),
            TableCell::Integer(value) => value.to_string(),
            TableCell::Money(value) => value.to_string(),
            TableCell::Date(day) => day.format("%Y-%m-%d").to_string(),
            TableCell::DateTime(time) => time.format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

impl<T: Into<String>> From<T> for TableCell {
    fn from(text: T) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;

    /// A small table with every kind of cell and texts that a spreadsheet would take for formulas.
    pub fn table() -> Table {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let column = TableColumn::new;
        let formulas = ["=1+1", "+886912345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1"];
        let mut rows = vec![vec![
            "BX20261123-001".into(),
            TableCell::DateTime(day.and_hms_opt(20, 5, 0).unwrap()),
            TableCell::Date(day),
            TableCell::Integer(3),
            TableCell::Money(Money(-12_050)),
            "廚房漏水，𠮷先生\n\"急\"".into(),
        ]];
        rows.extend(formulas.iter().map(|text| {
            let mut row = vec![TableCell::Empty; 5];
            row.push((*text).into());
            row
        }));
        Table {
            title: "報事報修記錄表".into(),
            subtitle: "2026-11-23 · 幸福社區".into(),
            columns: vec![
                column("編號", ColumnKind::Text, 16.0),
                column("受理時間", ColumnKind::DateTime, 17.0),
                column("日期", ColumnKind::Date, 11.0),
                column("件數", ColumnKind::Integer, 6.0),
                column("金額", ColumnKind::Money, 10.0),
                column("內容", ColumnKind::Text, 40.0),
            ],
            rows,
        }
    }
}
