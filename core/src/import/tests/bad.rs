//! Files that must not come in, and must not fill the memory.

use super::*;

fn code(bytes: &[u8], name: &str) -> Code {
    let error = first(bytes, name).unwrap_err();
    assert_eq!(
        error.params.keys().map(String::as_str).collect::<Vec<_>>(),
        {
            let mut params = error.code.params().to_vec();
            params.sort_unstable();
            params
        },
        "{error}"
    );
    error.code
}

#[test]
fn what_is_no_spreadsheet_is_called_none() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";
    for (bytes, name) in [
        (&png[..], "picture.png"),
        (b"%PDF-1.7\nabc", "list.pdf"),
        (
            b"<html><table><tr><td>5</td></tr></table></html>",
            "list.xls",
        ),
        (b"{\\rtf1 abc}", "list.rtf"),
        (b"PK\x03\x04 broken", "list.xlsx"),
        (&[0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3][..], "list.xls"),
        (b"\0\0\0\0\0\0", "zeros"),
        (b"a\x07b", "bell.csv"),
    ] {
        assert_eq!(code(bytes, name), Code::SheetUnreadable, "{name}");
    }
    let document = packed(&[
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/document.xml", b"<w/>"),
    ]);
    assert_eq!(code(&document, "letter.docx"), Code::SheetUnreadable);
    assert_eq!(
        code(&packed(&[("readme.txt", &b"hello"[..])]), "some.zip"),
        Code::SheetUnreadable
    );
}

#[test]
fn a_workbook_cut_short_anywhere_is_an_error_and_never_a_panic() {
    let mut made = Made::new();
    made.add_worksheet().write(0, 0, "甲").unwrap();
    let bytes = made.save_to_buffer().unwrap();
    for length in (0..bytes.len()).step_by(37) {
        assert!(first(&bytes[..length], "list.xlsx").is_err(), "{length}");
    }
}

#[test]
fn an_empty_file_or_sheet_is_called_empty() {
    assert_eq!(code(b"", "list.csv"), Code::SheetEmpty);
    assert_eq!(code(b"\xEF\xBB\xBF", "list.csv"), Code::SheetEmpty);
    assert_eq!(code(b" , ,\n\n,,\n", "list.csv"), Code::SheetEmpty);
    let mut made = Made::new();
    made.add_worksheet();
    assert_eq!(
        code(&made.save_to_buffer().unwrap(), "list.xlsx"),
        Code::SheetEmpty
    );
}

#[test]
fn a_zip_bomb_is_measured_and_not_unpacked() {
    let swollen = vec![b' '; 64 << 20];
    let bomb = packed(&[
        ("xl/workbook.xml", &b"<w/>"[..]),
        ("xl/worksheets/sheet1.xml", &swollen),
    ]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(code(&bomb, "list.xlsx"), Code::SheetBomb);
    // The same with a lie about its size, in the entry and in the directory.
    let honest = u32::try_from(swollen.len()).unwrap().to_le_bytes();
    let mut lying = bomb;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == honest {
            lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert!(matches!(
        code(&lying, "list.xlsx"),
        Code::SheetBomb | Code::SheetUnreadable
    ));
    let names: Vec<String> = (0..2_100).map(|n| format!("part{n}")).collect();
    let many: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), &b"x"[..]))
        .collect();
    assert_eq!(code(&packed(&many), "list.xlsx"), Code::SheetBomb);
}

#[test]
fn a_million_rows_in_a_workbook_are_refused_by_their_number() {
    let mut rows = String::new();
    for row in 1..=1_000_000 {
        rows.push_str(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"
        ));
    }
    let bytes = xlsx(&rows);
    assert_eq!(code(&bytes, "list.xlsx"), Code::SheetRows);
}

#[test]
fn a_cell_far_away_takes_no_memory() {
    let mut made = Made::new();
    let sheet = made.add_worksheet();
    sheet.write(0, 0, "甲").unwrap();
    sheet.write(1_048_575, 16_383, "乙").unwrap();
    assert_eq!(
        code(&made.save_to_buffer().unwrap(), "list.xlsx"),
        Code::SheetRows
    );
    let mut made = Made::new();
    let sheet = made.add_worksheet();
    sheet.write(4, 16_383, "乙").unwrap();
    assert_eq!(
        code(&made.save_to_buffer().unwrap(), "list.xlsx"),
        Code::SheetColumns
    );
}

#[test]
fn one_long_text_repeated_in_every_cell_is_refused() {
    let mut made = Made::new();
    let sheet = made.add_worksheet();
    let long = "長".repeat(32_000);
    for row in 0..400 {
        sheet.write(row, 0, &long).unwrap();
    }
    assert_eq!(
        code(&made.save_to_buffer().unwrap(), "list.xlsx"),
        Code::SheetTooBig
    );
    let large = vec![b'a'; (20 << 20) + 1];
    assert_eq!(code(&large, "list.csv"), Code::SheetTooBig);
}

#[test]
fn a_merged_block_that_hides_texts_is_refused_and_a_title_over_blanks_is_not() {
    let book = |hidden: bool| {
        let mut made = Made::new();
        let sheet = made.add_worksheet();
        sheet
            .merge_range(0, 0, 3, 2, "價目表", &Format::new())
            .unwrap();
        if hidden {
            sheet.write(2, 1, "開鎖50元").unwrap();
        }
        sheet.write(4, 0, "項目").unwrap();
        made.save_to_buffer().unwrap()
    };
    let error = first(&book(true), "list.xlsx").unwrap_err();
    assert_eq!(error.code, Code::SheetMergedOver);
    assert_eq!(error.params["range"], "A1:C4");
    assert_eq!(first(&book(false), "list.xlsx").unwrap().rows.len(), 2);
}
