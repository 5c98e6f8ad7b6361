//! How much a file may hold. A packed file is unpacked into nothing first, and counted, because what it says about
//! its own size need not be true.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::{Code, Error, Result};

/// Largest file, in bytes.
pub const FILE_BYTES: usize = 20 << 20;
/// Most rows, counted as the spreadsheet counts them.
pub const ROWS: u32 = 20_000;
/// Most columns.
pub const COLUMNS: usize = 60;
/// Most text of one sheet, in bytes; a shared text counts wherever it stands.
pub const TEXT_BYTES: usize = 32 << 20;

/// Most bytes that all parts of a packed file unpack to.
const UNPACKED_BYTES: u64 = 256 << 20;
/// Most bytes of a part that is held whole, such as the shared texts.
const PART_BYTES: u64 = 32 << 20;
/// Most parts.
const PARTS: usize = 2_000;
/// A part this large may be at most so many times as large as its packed form. Tables of a price list come to 30.
const RATIO: u64 = 200;
const RATIO_FROM: u64 = 1 << 20;

/// Refuses a file that is too large to look at.
pub(super) fn file(bytes: &[u8]) -> Result<()> {
    if bytes.len() > FILE_BYTES {
        return Err(Error::new(Code::SheetTooBig).with("limit", FILE_BYTES >> 20));
    }
    Ok(())
}

/// Measures a packed file. True for an OpenDocument spreadsheet, false for an Excel workbook.
pub(super) fn unpacked(bytes: &[u8]) -> Result<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let bomb = || Error::new(Code::SheetBomb).with("limit", UNPACKED_BYTES >> 20);
    if archive.len() > PARTS {
        return Err(bomb());
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|error| unreadable(&error))?;
        if part.encrypted() {
            return Err(Error::new(Code::SheetPassword));
        }
        declared = declared.saturating_add(part.size());
    }
    if declared > UNPACKED_BYTES {
        return Err(bomb());
    }
    let (mut total, mut office, mut excel) = (0_u64, false, false);
    for index in 0..archive.len() {
        let mut part = archive
            .by_index(index)
            .map_err(|error| unreadable(&error))?;
        let name = part
            .name()
            .map_err(|error| unreadable(&error))?
            .into_owned();
        // Streamed by the reader: only rows within the limits are kept.
        let streamed = name.starts_with("xl/worksheets/") || name == "content.xml";
        let most = if streamed { UNPACKED_BYTES } else { PART_BYTES };
        let packed = part.compressed_size();
        let mut size = 0_u64;
        let mut chunk = [0_u8; 16 << 10];
        loop {
            let got = part.read(&mut chunk).map_err(|error| unreadable(&error))?;
            if got == 0 {
                break;
            }
            size += got as u64;
            let swollen = size > RATIO_FROM && size > packed.saturating_mul(RATIO);
            if size > most || total + size > UNPACKED_BYTES || swollen {
                return Err(bomb());
            }
        }
        total += size;
        office |= name == "content.xml";
        excel |= name == "xl/workbook.xml" || name == "[Content_Types].xml";
    }
    if office == excel {
        return Err(Error::new(Code::SheetUnreadable));
    }
    Ok(office)
}

fn unreadable(error: &dyn std::error::Error) -> Error {
    let mut out = Error::new(Code::SheetUnreadable);
    out.cause = Some(error.to_string());
    out
}
