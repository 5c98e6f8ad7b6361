//! Spreadsheets as people hand them in (xlsx, xls, ods, csv, tsv) become sheets of text cells with row and column
//! numbers. Pure: from bytes to cells, and a clear error for whatever cannot be read.
//!
//! A file is measured before it is unpacked ([`limits`]), so that none can fill the memory. Text files may be UTF-8,
//! UTF-16, Big5 or GB18030 ([`encoding`]).

mod encoding;
pub mod limits;
mod ods;
mod separated;
pub mod sheet;
#[cfg(test)]
mod tests;
mod value;
mod xls;
mod xlsx;

use std::io::Cursor;

use calamine::{Ods, Reader, Xls, Xlsx};

use crate::error::{Code, Error, Result};
pub use sheet::{Cell, Row, Sheet, Span, column_letters};

/// An opened file. Its sheets are read one at a time.
pub struct Workbook<'a> {
    file: String,
    names: Vec<String>,
    book: Book<'a>,
}

enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
    Ods(Box<Ods<Cursor<&'a [u8]>>>, Vec<Vec<Span>>),
    Text(String, Option<u8>),
}

/// Opens a spreadsheet; what it is shows from its bytes, its name only tells tabs from commas and stands in the error.
///
/// Errors: `sheet-unreadable`, `sheet-password`, `sheet-too-big`, `sheet-bomb`, `sheet-rows`, `sheet-columns`,
/// `sheet-encoding`, `sheet-empty`.
pub fn read<'a>(bytes: &'a [u8], file_name: &str) -> Result<Workbook<'a>> {
    limits::file(bytes)?;
    if bytes.is_empty() {
        return Err(Error::new(Code::SheetEmpty));
    }
    let unreadable = || named(Error::new(Code::SheetUnreadable), file_name);
    let named = |error: Error| named(error, file_name);
    let (names, book) = if bytes.starts_with(b"PK") {
        if limits::unpacked(bytes).map_err(named)? {
            ods::open(bytes).map_err(named)?
        } else {
            let book: Xlsx<_> =
                Xlsx::new(Cursor::new(bytes)).map_err(|error| named(xlsx::trouble(&error)))?;
            (book.sheet_names(), Book::Xlsx(Box::new(book)))
        }
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let book = xls::open(bytes).map_err(named)?;
        (book.sheet_names(), Book::Xls(Box::new(book)))
    } else {
        let text = encoding::decode(bytes).map_err(named)?;
        if ["<", "%PDF", "{\\rtf"]
            .iter()
            .any(|mark| text.trim_start().starts_with(mark))
        {
            return Err(unreadable());
        }
        let tabs = file_name.to_lowercase().ends_with(".tsv").then_some(b'\t');
        (vec![file_name.to_owned()], Book::Text(text, tabs))
    };
    if names.is_empty() {
        return Err(unreadable());
    }
    Ok(Workbook {
        file: file_name.to_owned(),
        names,
        book,
    })
}

impl Workbook<'_> {
    /// Names of the sheets in their order; a text file has one sheet with the file's name.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Reads the sheet at `index` of [`names`](Self::names), blank rows left out, row numbers kept.
    ///
    /// Errors: `not-found` for another index, `sheet-empty`, `sheet-rows`, `sheet-columns`, `sheet-too-big`,
    /// `sheet-formula` (a formula whose value the file does not hold), `sheet-cell-error` (such as `#REF!`),
    /// `sheet-merged-over` (a merged block that hides texts).
    pub fn sheet(&mut self, index: usize) -> Result<Sheet> {
        let Some(name) = self.names.get(index).cloned() else {
            return Err(Error::not_found("sheet", index));
        };
        let sheet = match &mut self.book {
            Book::Xlsx(book) => xlsx::sheet(book, &name),
            Book::Xls(book) => xls::sheet(book, &name),
            Book::Ods(book, spans) => ods::sheet(book, &name, spans.get(index)),
            Book::Text(text, delimiter) => separated::sheet(text, &name, *delimiter),
        }
        .map_err(|error| named(error, &self.file))?;
        if sheet.rows.is_empty() {
            return Err(Error::new(Code::SheetEmpty));
        }
        Ok(sheet)
    }
}

/// Fills the file's name into the sentence that speaks of it.
fn named(error: Error, file: &str) -> Error {
    if error.code.params().contains(&"file") {
        error.with("file", file)
    } else {
        error
    }
}
