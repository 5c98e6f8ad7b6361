//! What a cell reads as.

use calamine::{CellErrorType, Data, ExcelDateTime};

use crate::error::{Code, Error, Result};

use super::sheet::column_letters;

/// The text of a cell as a person reads it: `5` for 5.0, `12.5`; a day as `2024-05-10`.
///
/// Errors: `sheet-cell-error` where the spreadsheet itself shows an error, naming row (from 1) and column (from 0).
pub(super) fn text(value: &Data, row: u32, column: usize) -> Result<String> {
    Ok(match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::String(text) => text.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(day) => day_text(day),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => return Err(cell_error(error, row, column)),
    })
}

/// A number without trailing zeros; what floating point adds beyond ten places is dropped.
fn number_text(number: f64) -> String {
    let text = format!("{number:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn day_text(day: &ExcelDateTime) -> String {
    let (year, month, date, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{date:02}")
}

fn cell_error(error: &CellErrorType, row: u32, column: usize) -> Error {
    Error::new(Code::SheetCellError)
        .with("row", row)
        .with("column", column_letters(column))
        .with("value", error)
}

/// A formula whose value the file does not hold.
pub(super) fn formula_without_value(row: u32, column: usize) -> Error {
    Error::new(Code::SheetFormula)
        .with("row", row)
        .with("column", column_letters(column))
}
