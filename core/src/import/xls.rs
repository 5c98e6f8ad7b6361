//! Excel workbooks of old (BIFF). calamine lays a whole sheet out in memory, so the cells are counted first.

use std::io::{Cursor, Read};

use calamine::{Reader, Xls, XlsError};

use crate::error::{Code, Error, Result};

use super::limits::{COLUMNS, ROWS};
use super::sheet::{Builder, Sheet};
use super::{value, xlsx};

/// Records that hold a value: formula, label, number, error or boolean, RK, shared label, rich label; MULRK apart.
const CELLS: &[u16] = &[0x0006, 0x0204, 0x0203, 0x0205, 0x027E, 0x00FD, 0x00D6];
const MANY_NUMBERS: u16 = 0x00BD;
const SCRAMBLED: u16 = 0x002F;

/// Opens the file if its cells keep to the limits.
pub(super) fn open(bytes: &[u8]) -> Result<Xls<Cursor<&[u8]>>> {
    measure(bytes)?;
    Xls::new(Cursor::new(bytes)).map_err(|error| trouble(&error))
}

/// Reads one sheet.
pub(super) fn sheet(book: &mut Xls<Cursor<&[u8]>>, name: &str) -> Result<Sheet> {
    let range = book
        .worksheet_range(name)
        .map_err(|error| trouble(&error))?;
    let mut built = Builder::default();
    let (top, left) = range.start().unwrap_or((0, 0));
    for (row, column, data) in range.used_cells() {
        let row = top
            .saturating_add(u32::try_from(row).unwrap_or(u32::MAX))
            .saturating_add(1);
        let column = column + left as usize;
        built.put(row, column, &value::text(data, row, column)?)?;
    }
    let merged = book
        .merge_cells_by_sheet_name(name)
        .map_err(|error| trouble(&error))?;
    built.finish(name, merged.iter().map(xlsx::span).collect())
}

/// Walks the records of the workbook: `type, length, content`; a cell begins with its row and column.
fn measure(bytes: &[u8]) -> Result<()> {
    let unreadable = |cause: String| {
        let mut error = Error::new(Code::SheetUnreadable);
        error.cause = Some(cause);
        error
    };
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| unreadable(e.to_string()))?;
    if file.exists("/EncryptedPackage") {
        return Err(Error::new(Code::SheetPassword));
    }
    let stream = ["/Workbook", "/Book"].iter().find(|path| file.exists(path));
    let Some(stream) = stream else {
        return Err(unreadable("no workbook inside".to_owned()));
    };
    let mut records = Vec::new();
    file.open_stream(stream)
        .and_then(|mut stream| stream.read_to_end(&mut records))
        .map_err(|e| unreadable(e.to_string()))?;
    let number = |at: usize| {
        let pair = records.get(at..at + 2)?;
        Some(u16::from_le_bytes([pair[0], pair[1]]))
    };
    let mut at = 0;
    while let (Some(kind), Some(length)) = (number(at), number(at + 2)) {
        let (body, end) = (at + 4, at + 4 + usize::from(length));
        if kind == SCRAMBLED && number(body).is_some_and(|how| how != 0) {
            return Err(Error::new(Code::SheetPassword));
        }
        // Blank cells with a border may reach further; calamine leaves them out.
        let last = match kind {
            // The last column of a run of numbers stands at its end.
            MANY_NUMBERS => number(end.saturating_sub(2)),
            _ if CELLS.contains(&kind) => number(body + 2),
            _ => None,
        };
        if let (Some(row), Some(last)) = (number(body), last) {
            if u32::from(row) >= ROWS {
                return Err(Error::new(Code::SheetRows).with("limit", ROWS));
            }
            if usize::from(last) >= COLUMNS {
                return Err(Error::new(Code::SheetColumns)
                    .with("row", u32::from(row) + 1)
                    .with("limit", COLUMNS));
            }
        }
        at = end;
    }
    Ok(())
}

fn trouble(error: &XlsError) -> Error {
    let mut out = Error::new(match error {
        XlsError::Password => Code::SheetPassword,
        _ => Code::SheetUnreadable,
    });
    out.cause = Some(error.to_string());
    out
}
