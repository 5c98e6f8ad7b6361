//! OpenDocument spreadsheets. calamine repeats what the file says is repeated, and says nothing of merged cells; so
//! the tables are walked once before, for their size and for their merged ranges.

use std::io::{BufReader, Cursor};

use calamine::{Data, Ods, OdsError, Reader};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::error::{Code, Error, Result};

use super::limits::{COLUMNS, ROWS};
use super::sheet::{Builder, Sheet, Span};
use super::{Book, value};

/// Opens the file if its tables keep to the limits: names of the sheets, and the book with each sheet's ranges.
pub(super) fn open(bytes: &[u8]) -> Result<(Vec<String>, Book<'_>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| unreadable(&e))?;
    let spans = walk(&mut archive);
    if let Err(error) = &spans
        && error.code != Code::SheetUnreadable
    {
        return Err(error.clone());
    }
    // With a password the content is no XML, and the book's own manifest tells why.
    let book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
    Ok((book.sheet_names(), Book::Ods(Box::new(book), spans?)))
}

/// Reads one sheet.
pub(super) fn sheet(
    book: &mut Ods<Cursor<&[u8]>>,
    name: &str,
    spans: Option<&Vec<Span>>,
) -> Result<Sheet> {
    let range = book.worksheet_range(name).map_err(|e| trouble(&e))?;
    let formulas = book.worksheet_formula(name).map_err(|e| trouble(&e))?;
    let mut built = Builder::default();
    let (top, left) = range.start().unwrap_or((0, 0));
    for (row, column, data) in range.used_cells() {
        let at = (
            top + as_row(row),
            left + u32::try_from(column).unwrap_or(u32::MAX),
        );
        let (row, column) = (at.0 + 1, at.1 as usize);
        built.put(row, column, &value::text(data, row, column)?)?;
    }
    for (row, column, _) in formulas.used_cells() {
        let start = formulas.start().unwrap_or((0, 0));
        let at = (
            start.0 + as_row(row),
            start.1 + u32::try_from(column).unwrap_or(u32::MAX),
        );
        if matches!(range.get_value(at), None | Some(Data::Empty)) {
            return Err(value::formula_without_value(at.0 + 1, at.1 as usize));
        }
    }
    built.finish(name, spans.cloned().unwrap_or_default())
}

fn as_row(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX - ROWS)
}

/// Where the walk is within a table, counted from 0.
#[derive(Default)]
struct Place {
    row: u32,
    column: usize,
    /// How often the row is repeated.
    repeat: u32,
}

/// The merged ranges of every table, in their order.
fn walk(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Vec<Span>>> {
    let content = archive.by_name("content.xml").map_err(|e| unreadable(&e))?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut tables: Vec<Vec<Span>> = Vec::new();
    let (mut at, mut buffer) = (Place::default(), Vec::new());
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(|e| unreadable(&e))?
        {
            Event::Eof => return Ok(tables),
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => {
                    tables.push(Vec::new());
                    at = Place::default();
                }
                "table:table-row" => {
                    at.row = at.row.saturating_add(at.repeat);
                    at.column = 0;
                    at.repeat = count(&tag, "table:number-rows-repeated");
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    if let (Some(span), Some(table)) = (merged(&tag, &at), tables.last_mut()) {
                        table.push(span);
                    }
                    let repeat = count(&tag, "table:number-columns-repeated") as usize;
                    at.column = at.column.saturating_add(repeat);
                    let holds = ["office:value-type", "table:formula"];
                    if holds
                        .iter()
                        .any(|name| matches!(tag.try_get_attribute(name), Ok(Some(_))))
                    {
                        // Empty rows and columns at the end may reach far beyond the limits.
                        check(&at)?;
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn check(at: &Place) -> Result<()> {
    if at.row.saturating_add(at.repeat) > ROWS {
        return Err(Error::new(Code::SheetRows).with("limit", ROWS));
    }
    if at.column > COLUMNS {
        return Err(Error::new(Code::SheetColumns)
            .with("row", at.row + 1)
            .with("limit", COLUMNS));
    }
    Ok(())
}

/// The range that the cell at this place covers, when it is more than the cell.
fn merged(tag: &BytesStart<'_>, at: &Place) -> Option<Span> {
    let rows = count(tag, "table:number-rows-spanned");
    let columns = count(tag, "table:number-columns-spanned");
    (rows > 1 || columns > 1).then(|| Span {
        top: at.row.saturating_add(1),
        left: at.column,
        bottom: at.row.saturating_add(rows),
        right: at.column.saturating_add(columns as usize - 1),
    })
}

/// A count in an attribute; 1 where there is none or nothing sensible.
fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    let attribute = tag.try_get_attribute(name).ok().flatten();
    let number = attribute.and_then(|attribute| attribute.value.parse().ok());
    number.filter(|number| *number > 0).unwrap_or(1)
}

fn unreadable(error: &dyn std::error::Error) -> Error {
    let mut out = Error::new(Code::SheetUnreadable);
    out.cause = Some(error.to_string());
    out
}

fn trouble(error: &OdsError) -> Error {
    let mut out = unreadable(error);
    if matches!(error, OdsError::Password) {
        out.code = Code::SheetPassword;
    }
    out
}
