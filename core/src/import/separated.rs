//! csv and its kin: commas, semicolons or tabs, found out from the lines.

use crate::error::{Code, Error, Result};

use super::sheet::{Builder, Sheet};

/// How many lines tell the delimiter.
const LINES: usize = 60;

/// Reads the text as one sheet; rows count as a spreadsheet program would show them, blank lines included.
pub(super) fn sheet(text: &str, name: &str, delimiter: Option<u8>) -> Result<Sheet> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or_else(|| likely(text)))
        .from_reader(text.as_bytes());
    let mut built = Builder::default();
    let mut record = csv::StringRecord::new();
    let mut row = 0_u32;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(0);
        let more = reader.read_record(&mut record).map_err(|error| {
            let mut out = Error::new(Code::SheetUnreadable);
            out.cause = Some(error.to_string());
            out
        })?;
        if !more {
            return built.finish(name, Vec::new());
        }
        // The reader passes over blank lines; the spreadsheet counts them.
        let rest = text.get(start..).unwrap_or_default();
        let rest = if text[..start].ends_with('\r') {
            rest.strip_prefix('\n').unwrap_or(rest)
        } else {
            rest
        };
        row = row.saturating_add(blank_lines(rest) + 1);
        for (column, cell) in record.iter().enumerate() {
            built.put(row, column, cell)?;
        }
    }
}

fn blank_lines(text: &str) -> u32 {
    let breaks = text.len() - text.trim_start_matches(['\r', '\n']).len();
    let run = &text[..breaks];
    let lines = run.matches('\n').count().max(run.matches('\r').count());
    u32::try_from(lines).unwrap_or(u32::MAX - 1)
}

/// The delimiter that stands equally often in most lines.
fn likely(text: &str) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in [b'\t', b';', b','] {
        let counts: Vec<usize> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(LINES)
            .map(|line| outside_quotes(line, delimiter))
            .collect();
        for count in counts.iter().filter(|count| **count > 0) {
            let lines = counts.iter().filter(|other| *other == count).count();
            if (lines, *count) > (best.0, best.1) {
                best = (lines, *count, delimiter);
            }
        }
    }
    best.2
}

fn outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == delimiter && !quoted
        })
        .count()
}
