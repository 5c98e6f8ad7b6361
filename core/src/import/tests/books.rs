//! Workbooks: numbers, merged cells, formulas, several sheets, in xlsx, ods and xls.

use super::*;

#[test]
fn numbers_days_and_blank_rows_read_as_they_are_seen() {
    let mut made = Made::new();
    let sheet = made.add_worksheet();
    sheet.write(0, 0, "價目表").unwrap();
    sheet.write(2, 0, "項目").unwrap();
    sheet.write(2, 2, 5).unwrap();
    sheet.write(3, 0, 12.5).unwrap();
    sheet.write(3, 1, 0.1 + 0.2).unwrap();
    sheet.write(3, 2, true).unwrap();
    let day = Format::new().set_num_format("m月d日");
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2024, 5, 10).unwrap();
    sheet.write_with_format(4, 0, &date, &day).unwrap();
    sheet.write_blank(5, 0, &day).unwrap();
    let bytes = made.save_to_buffer().unwrap();
    let sheet = first(&bytes, "list.xlsx").unwrap();
    assert_eq!(
        rows(&sheet),
        [
            "1: 價目表",
            "3: 項目||5",
            "4: 12.5|0.3|TRUE",
            "5: 2024-05-10"
        ]
    );
}

#[test]
fn a_merged_cell_counts_for_each_of_its_rows() {
    let mut made = Made::new();
    let plain = Format::new();
    let sheet = made.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "價目表", &plain).unwrap();
    sheet.merge_range(1, 0, 3, 0, "安裝類", &plain).unwrap();
    sheet.write(1, 1, "甲").unwrap();
    sheet.write(2, 1, "乙").unwrap();
    sheet.write(5, 1, "丙").unwrap();
    let bytes = made.save_to_buffer().unwrap();
    let sheet = first(&bytes, "list.xlsx").unwrap();
    // Row 4 holds nothing but the merged cell.
    assert_eq!(
        rows(&sheet),
        ["1: 價目表", "2: 安裝類|甲", "3: 安裝類|乙", "6: |丙"]
    );
    assert!(sheet.rows[2].cells[0].merged && !sheet.rows[1].cells[0].merged);
    let span = Span {
        top: 1,
        left: 0,
        bottom: 1,
        right: 3,
    };
    assert!(sheet.spans.contains(&span), "{:?}", sheet.spans);
}

#[test]
fn a_formula_counts_by_its_value_and_without_one_is_named() {
    let mut made = Made::new();
    let sheet = made.add_worksheet();
    sheet
        .write(0, 0, Formula::new("=20+30").set_result("50"))
        .unwrap();
    let bytes = made.save_to_buffer().unwrap();
    assert_eq!(rows(&first(&bytes, "list.xlsx").unwrap()), ["1: 50"]);

    for cell in [
        r#"<c r="C4"><f>A1</f></c>"#,
        r#"<c r="C4"><f>A1</f><v></v></c>"#,
    ] {
        let bytes = xlsx(&format!(r#"<row r="4">{cell}</row>"#));
        let error = first(&bytes, "list.xlsx").unwrap_err();
        let named = (
            error.params["row"].as_str(),
            error.params["column"].as_str(),
        );
        assert_eq!((error.code, named), (Code::SheetFormula, ("4", "C")));
    }

    let mut made = Made::new();
    let sheet = made.add_worksheet();
    sheet
        .write(1, 1, Formula::new("=#REF!").set_result("#REF!"))
        .unwrap();
    let bytes = made.save_to_buffer().unwrap();
    let error = first(&bytes, "list.xlsx").unwrap_err();
    assert_eq!(
        (error.code, error.params["row"].as_str()),
        (Code::SheetCellError, "2")
    );
}

#[test]
fn several_sheets_are_named_and_read_one_by_one() {
    let mut made = Made::new();
    made.add_worksheet()
        .set_name("住戶")
        .unwrap()
        .write(0, 0, "甲")
        .unwrap();
    made.add_worksheet()
        .set_name("特約")
        .unwrap()
        .write(1, 1, "乙")
        .unwrap();
    made.add_worksheet().set_name("空白").unwrap();
    let bytes = made.save_to_buffer().unwrap();
    let mut book = read(&bytes, "list.xlsx").unwrap();
    assert_eq!(book.names(), ["住戶", "特約", "空白"]);
    assert_eq!(rows(&book.sheet(1).unwrap()), ["2: |乙"]);
    assert_eq!(book.sheet(0).unwrap().name, "住戶");
    assert_eq!(book.sheet(2).unwrap_err().code, Code::SheetEmpty);
    assert_eq!(book.sheet(3).unwrap_err().code, Code::NotFound);
}

const MANIFEST: &str = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"#
    );
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    packed(&[
        ("mimetype", mime.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
    ])
}

fn cell(attributes: &str, text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>"#
    )
}

#[test]
fn an_opendocument_sheet_reads_with_its_merged_cells_and_its_blanks() {
    let head = cell(r#"table:number-rows-spanned="2""#, "安裝類");
    let table = format!(
        r#"<table:table table:name="價目"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>{head}{}</table:table-row><table:table-row><table:covered-table-cell/>{}<table:table-cell office:value-type="float" office:value="5"><text:p>5.00</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>"#,
        cell("", "甲"),
        cell("", "乙"),
    );
    let bytes = ods(&table);
    let mut book = read(&bytes, "list.ods").unwrap();
    assert_eq!(book.names(), ["價目"]);
    assert_eq!(
        rows(&book.sheet(0).unwrap()),
        ["3: 安裝類|甲", "4: 安裝類|乙|5"]
    );
}

#[test]
fn what_an_opendocument_sheet_repeats_keeps_to_the_limits() {
    let row = |rows: u32, columns: u32| {
        let many = cell(
            &format!(r#"table:number-columns-repeated="{columns}""#),
            "甲",
        );
        let row = format!(
            r#"<table:table-row table:number-rows-repeated="{rows}">{many}</table:table-row>"#
        );
        ods(&format!(
            r#"<table:table table:name="價目">{row}</table:table>"#
        ))
    };
    assert_eq!(
        read(&row(1_000_000, 1), "list.ods").err().unwrap().code,
        Code::SheetRows
    );
    assert_eq!(
        read(&row(1, 16_000), "list.ods").err().unwrap().code,
        Code::SheetColumns
    );
    assert_eq!(first(&row(20, 60), "list.ods").unwrap().rows.len(), 20);
}

/// A workbook of the old kind: one sheet, its cells as records.
fn xls(cells: &[(u16, u16, &str)], before: &[u8]) -> Vec<u8> {
    let record = |kind: u16, body: &[u8]| {
        let length = u16::try_from(body.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
    };
    let begin = |what: u8| record(0x0809, &[0, 6, what, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let globals = |at: u32| {
        let name: Vec<u8> = "價目".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let sheet = [&at.to_le_bytes()[..], &[0, 0, 2, 1], &name].concat();
        [
            begin(5),
            before.to_vec(),
            record(0x0085, &sheet),
            record(0x000A, &[]),
        ]
        .concat()
    };
    let mut stream = globals(u32::try_from(globals(0).len()).unwrap());
    stream.extend(begin(0x10));
    for (row, column, text) in cells {
        let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
        let body = if let Ok(number) = text.parse::<f64>() {
            record(0x0203, &[&place[..], &number.to_le_bytes()].concat())
        } else {
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let count = u16::try_from(wide.len() / 2).unwrap().to_le_bytes();
            record(0x0204, &[&place[..], &count, &[1], &wide].concat())
        };
        stream.extend(body);
    }
    stream.extend(record(0x000A, &[]));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_workbook_of_the_old_kind_reads_and_keeps_to_the_limits() {
    let bytes = xls(
        &[
            (1, 0, "項目"),
            (1, 1, "價格"),
            (3, 0, "換燈泡"),
            (3, 1, "5"),
        ],
        &[],
    );
    let mut book = read(&bytes, "list.xls").unwrap();
    assert_eq!(book.names(), ["價目"]);
    assert_eq!(
        rows(&book.sheet(0).unwrap()),
        ["2: 項目|價格", "4: 換燈泡|5"]
    );
    let code = |bytes: &[u8]| read(bytes, "list.xls").err().unwrap().code;
    assert_eq!(code(&xls(&[(65_000, 0, "甲")], &[])), Code::SheetRows);
    assert_eq!(code(&xls(&[(0, 200, "甲")], &[])), Code::SheetColumns);
    let scrambled = [0x2F, 0, 2, 0, 1, 0];
    assert_eq!(code(&xls(&[(0, 0, "甲")], &scrambled)), Code::SheetPassword);
}

#[test]
fn a_workbook_with_a_password_is_named_as_one() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage")
        .unwrap()
        .write_all(b"secret")
        .unwrap();
    file.flush().unwrap();
    let bytes = file.into_inner().into_inner();
    let error = read(&bytes, "locked.xlsx").err().unwrap();
    assert_eq!(
        (error.code, error.params["file"].as_str()),
        (Code::SheetPassword, "locked.xlsx")
    );
    let locked = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let bytes = packed(&[
        ("content.xml", &b"\x01\x02scrambled<"[..]),
        ("META-INF/manifest.xml", locked.as_bytes()),
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
    ]);
    assert_eq!(
        read(&bytes, "locked.ods").err().unwrap().code,
        Code::SheetPassword
    );
}
