//! Excel workbooks of today, cell by cell, so that a sheet beyond the limits is never held.

use std::io::Cursor;

use calamine::{Data, Dimensions, Xlsx, XlsxCellReader, XlsxError};

use crate::error::{Code, Error, Result};

use super::sheet::{Builder, Sheet, Span};
use super::value;

/// Reads one sheet.
pub(super) fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet> {
    let mut built = Builder::default();
    match book.worksheet_cells_reader(name) {
        Ok(cells) => take(cells, &mut built)?,
        // A sheet that is a chart holds no cells.
        Err(XlsxError::NotAWorksheet(_)) => return built.finish(name, Vec::new()),
        Err(error) => return Err(trouble(&error)),
    }
    let merged = book
        .merge_cells_by_sheet_name(name)
        .map_err(|error| trouble(&error))?;
    built.finish(name, merged.iter().map(span).collect())
}

fn take(mut cells: XlsxCellReader<'_, Cursor<&[u8]>>, into: &mut Builder) -> Result<()> {
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(|error| trouble(&error))?
    {
        let (row, column) = (cell.pos.0.saturating_add(1), cell.pos.1 as usize);
        let value = Data::from(cell.value);
        if cell.formula.is_some() && value == Data::Empty {
            return Err(value::formula_without_value(row, column));
        }
        into.put(row, column, &value::text(&value, row, column)?)?;
    }
    Ok(())
}

/// A merged range as calamine counts it, from 0.
pub(super) fn span(range: &Dimensions) -> Span {
    Span {
        top: range.start.0.saturating_add(1),
        left: range.start.1 as usize,
        bottom: range.end.0.saturating_add(1),
        right: range.end.1 as usize,
    }
}

/// What calamine could not read.
pub(super) fn trouble(error: &XlsxError) -> Error {
    let mut out = Error::new(match error {
        XlsxError::Password => Code::SheetPassword,
        _ => Code::SheetUnreadable,
    });
    out.cause = Some(error.to_string());
    out
}
