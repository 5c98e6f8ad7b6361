//! Spreadsheet files: real dates and numbers, frozen labels, a filter; every text is a text and never a formula.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{ColumnKind, Table, TableCell};
use crate::error::Code;
use crate::{Error, Result};

/// Rows that a sheet can hold below its labels.
const MOST_ROWS: usize = 1_048_575;
/// Characters that a cell can hold.
const MOST_CHARS: usize = 32_767;
/// Characters that the head of a printed sheet can hold.
const MOST_HEAD: usize = 255;

/// The table as an xlsx file with one sheet: labels in the first row, then the rows. Title and filter stand in the
/// file's properties and, as far as there is room, in the head of the printed sheet.
///
/// Errors: [`Code::TooLong`] for more rows or longer texts than a sheet can hold, [`Code::Broken`].
pub fn to_xlsx(table: &Table) -> Result<Vec<u8>> {
    if table.rows.len() > MOST_ROWS {
        return Err(Error::new(Code::TooLong).with("max", MOST_ROWS).on("rows"));
    }
    let too_long = |cell: &TableCell| matches!(cell, TableCell::Text(text) if text.encode_utf16().count() > MOST_CHARS);
    if table.rows.iter().flatten().any(too_long) {
        return Err(Error::new(Code::TooLong).with("max", MOST_CHARS).on("text"));
    }
    written(table).map_err(Error::broken)
}

fn written(table: &Table) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(
        &rust_xlsxwriter::DocProperties::new()
            .set_title(&table.title)
            .set_comment(&table.subtitle)
            .set_creation_datetime(&rust_xlsxwriter::ExcelDateTime::from_timestamp(0)?),
    );
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    let label = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let formats: Vec<Format> = table.columns.iter().map(|c| format_of(c.kind)).collect();
    for (index, column) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(index, f64::from(column.width))?;
        sheet.write_string_with_format(0, index, &column.label, &label)?;
    }
    for (line, row) in (1u32..).zip(&table.rows) {
        for ((index, cell), format) in (0u16..).zip(row).zip(&formats) {
            write(sheet, line, index, cell, format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let Some(last) = u16::try_from(table.columns.len())
        .ok()
        .and_then(|n| n.checked_sub(1))
    {
        sheet.autofilter(0, 0, table.rows.len() as u32, last)?;
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_repeat_rows(0, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_header(head_line(&table.title, &table.subtitle));
    sheet.set_footer("&C&P / &N");
    book.save_to_buffer()
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &TableCell,
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    match cell {
        TableCell::Empty => sheet.write_blank(row, column, format)?,
        TableCell::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        // A double holds whole numbers to 2^53; ids and amounts stay far below.
        TableCell::Integer(value) => {
            sheet.write_number_with_format(row, column, *value as f64, format)?
        }
        TableCell::Money(value) => {
            sheet.write_number_with_format(row, column, value.0 as f64 / 100.0, format)?
        }
        TableCell::Date(day) => sheet.write_datetime_with_format(row, column, day, format)?,
        TableCell::DateTime(time) => sheet.write_datetime_with_format(row, column, time, format)?,
    };
    Ok(())
}

fn format_of(kind: ColumnKind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        ColumnKind::Text => format.set_text_wrap(),
        ColumnKind::Integer => format.set_num_format("0"),
        ColumnKind::Money => format.set_num_format("#,##0.00"),
        ColumnKind::Date => format.set_num_format("yyyy-mm-dd"),
        ColumnKind::DateTime => format.set_num_format("yyyy-mm-dd hh:mm"),
    }
}

/// The head of the printed sheet: title at the left, filter at the right. A head that is too long would be left out
/// whole by whoever reads the file, so the filter is cut with "…"; all of it stands in the file's properties.
fn head_line(title: &str, subtitle: &str) -> String {
    let mut head = String::from("&L");
    let mut free = MOST_HEAD - "&L&R……".encode_utf16().count();
    // An ampersand stands twice.
    let cost = |c: char| c.len_utf16() * if c == '&' { 2 } else { 1 };
    let mut put = |head: &mut String, text: &str| {
        for c in text.chars() {
            let Some(rest) = free.checked_sub(cost(c)) else {
                head.push('…');
                free = 0;
                return;
            };
            free = rest;
            head.push(c);
            if c == '&' {
                head.push('&');
            }
        }
    };
    put(&mut head, title);
    head += "&R";
    put(&mut head, subtitle);
    head
}

/// At most 31 characters, without the signs that a sheet's name cannot hold.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|c| {
            if "[]:*?/\\'".contains(c) || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .take(31)
        .collect();
    let name = name.trim();
    if name.is_empty() {
        "1".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[test]
    fn reads_back_with_real_dates_and_no_formula() {
        let table = sample::table();
        let bytes = to_xlsx(&table).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["報事報修記錄表"]);
        let sheet = book.worksheet_range("報事報修記錄表").unwrap();
        let text = |row, column| sheet.get_value((row, column)).unwrap().to_string();
        assert_eq!(text(0, 5), "內容");
        let Some(Data::DateTime(time)) = sheet.get_value((1, 1)) else {
            panic!("a real date and time");
        };
        let TableCell::DateTime(expected) = table.rows[0][1] else {
            panic!()
        };
        assert_eq!(time.as_datetime().unwrap(), expected);
        assert!(matches!(sheet.get_value((1, 2)), Some(Data::DateTime(_))));
        assert_eq!(sheet.get_value((1, 3)), Some(&Data::Float(3.0)));
        assert_eq!(sheet.get_value((1, 4)), Some(&Data::Float(-120.5)));
        for (row, cells) in (2u32..).zip(&table.rows[1..]) {
            let Some(Data::String(found)) = sheet.get_value((row, 5)) else {
                panic!("a text");
            };
            assert_eq!(found.trim(), cells[5].shown().trim());
        }
        let formulas = book.worksheet_formula("報事報修記錄表").unwrap();
        assert!(formulas.used_cells().next().is_none());
    }

    #[test]
    fn labels_are_frozen_and_filtered() {
        let bytes = to_xlsx(&sample::table()).unwrap();
        let mut archive = zip_text(&bytes, "xl/worksheets/sheet1.xml");
        archive.retain(|c| c != '\n');
        assert!(archive.contains("state=\"frozen\""));
        assert!(archive.contains("<autoFilter ref=\"A1:F8\""));
    }

    #[test]
    fn a_text_longer_than_a_cell_is_refused() {
        let mut table = sample::table();
        table.rows[0][5] = "水".repeat(MOST_CHARS + 1).into();
        assert_eq!(to_xlsx(&table).unwrap_err().code, Code::TooLong);
    }

    #[test]
    fn a_long_filter_is_cut_in_the_head_and_whole_in_the_properties() {
        let mut table = sample::table();
        table.subtitle = format!("2026-11-01 – 2026-11-30  「{}」  120", "水&電𠮷".repeat(60));
        let bytes = to_xlsx(&table).unwrap();
        let sheet = zip_text(&bytes, "xl/worksheets/sheet1.xml");
        let begin = sheet.find("<oddHeader>").expect("a head") + "<oddHeader>".len();
        let end = sheet[begin..].find("</oddHeader>").unwrap();
        let head = sheet[begin..begin + end].replace("&amp;", "&");
        assert!(head.encode_utf16().count() <= MOST_HEAD, "{head}");
        assert!(head.starts_with("&L報事報修記錄表&R2026-11-01 – 2026-11-30  「水&&電𠮷"));
        assert!(head.ends_with('…'));
        let properties = zip_text(&bytes, "docProps/core.xml").replace("&amp;", "&");
        assert!(properties.contains(&table.subtitle));

        assert_eq!(head_line("a&b", "c"), "&La&&b&Rc");
        let all = head_line(&"水".repeat(300), "c");
        assert_eq!(all.encode_utf16().count(), MOST_HEAD);
    }

    #[test]
    fn sheet_names_hold_no_forbidden_sign() {
        assert_eq!(sheet_name("a/b:c"), "a b c");
        assert_eq!(sheet_name("///"), "1");
        assert_eq!(sheet_name(&"水".repeat(40)).chars().count(), 31);
    }

    fn zip_text(bytes: &[u8], name: &str) -> String {
        use std::io::Read;
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }
}
