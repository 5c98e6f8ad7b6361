//! Comma-separated text that a spreadsheet opens with double click: UTF-8 with byte order mark, CRLF.

use super::{Table, TableCell};
use crate::{Error, Result};

/// The table as csv: one line of labels, then the rows.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a
/// tab, or a line end) gets an apostrophe before it, so that it is shown and never computed. Numbers, money and dates
/// of the table are written as they are.
///
/// Errors: [`crate::Code::Broken`].
pub fn to_csv(table: &Table) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer
        .write_record(
            table
                .columns
                .iter()
                .map(|column| harmless(column.label.clone())),
        )
        .map_err(Error::broken)?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(|cell| match cell {
                TableCell::Text(text) => harmless(text.clone()),
                other => other.shown(),
            }))
            .map_err(Error::broken)?;
    }
    writer.into_inner().map_err(Error::broken)
}

fn harmless(text: String) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n') => {
            format!("'{text}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnKind, TableColumn, sample};
    use super::*;

    #[test]
    fn reads_back_and_no_cell_begins_a_formula() {
        let table = sample::table();
        let bytes = to_csv(&table).unwrap();
        assert_eq!(&bytes[..3], b"\xef\xbb\xbf");
        assert!(bytes.ends_with(b"\r\n"));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[3..]);
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(
            rows[0],
            ["編號", "受理時間", "日期", "件數", "金額", "內容"]
        );
        assert_eq!(
            rows[1],
            [
                "BX20261123-001",
                "2026-11-23 20:05",
                "2026-11-23",
                "3",
                "-120.50",
                "廚房漏水，𠮷先生\n\"急\""
            ]
        );
        for (row, cells) in rows[2..].iter().zip(&table.rows[1..]) {
            assert_eq!(row[5], format!("'{}", cells[5].shown()));
        }
        assert_eq!(rows.len(), table.rows.len() + 1);
    }

    #[test]
    fn no_beginning_of_a_formula_is_left_in_labels_or_cells() {
        let text = |begin: char| format!("{begin}SUM(A1)");
        let begins = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
        let table = Table {
            title: String::new(),
            subtitle: String::new(),
            columns: begins
                .iter()
                .map(|begin| TableColumn::new(text(*begin), ColumnKind::Text, 9.0))
                .collect(),
            rows: vec![begins.iter().map(|begin| text(*begin).into()).collect()],
        };
        let bytes = to_csv(&table).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[3..]);
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), 2);
        for row in rows {
            for (cell, begin) in row.iter().zip(begins) {
                assert_eq!(cell, format!("'{}", text(begin)), "{begin:?}");
            }
        }
    }
}
