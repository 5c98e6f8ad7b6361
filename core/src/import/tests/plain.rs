//! Text files: encodings, delimiters, blank lines.

use super::*;

const LIST: &str = "序號,維修項目,單位,收費標準(元),備註\n1,更換燈管、節能燈,支,5,不含材料費\n2,座廁、地漏堵塞疏通,次,50-80,\n\
    3,電氣線路短路檢查維修,次,按實際情況定價,\n";
const SIMPLE: &str = "序号,维修项目,单位,收费标准(元),备注\n1,更换灯管、节能灯,支,5,不含材料费\n2,座厕、地漏堵塞疏通,次,50-80,\n\
    3,电气线路短路检查维修,次,按实际情况定价,\n";

fn wide(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn one_list_in_every_encoding_reads_alike() {
    let expected = rows(&first(LIST.as_bytes(), "list.csv").unwrap());
    assert_eq!(expected[1], "2: 1|更換燈管、節能燈|支|5|不含材料費");
    let mut marked = vec![0xEF, 0xBB, 0xBF];
    marked.extend(LIST.as_bytes());
    for (name, bytes) in [
        ("UTF-8 with a mark", marked),
        ("UTF-16 LE", wide(LIST, true, false)),
        ("UTF-16 BE", wide(LIST, true, true)),
        ("UTF-16 LE without a mark", wide(LIST, false, false)),
        ("UTF-16 BE without a mark", wide(LIST, false, true)),
        ("Big5", BIG5.encode(LIST).0.into_owned()),
        ("GB18030, traditional", GB18030.encode(LIST).0.into_owned()),
    ] {
        assert_eq!(
            rows(&first(&bytes, "list.csv").unwrap()),
            expected,
            "{name}"
        );
    }
    let simple = rows(&first(SIMPLE.as_bytes(), "list.csv").unwrap());
    let bytes = GB18030.encode(SIMPLE).0.into_owned();
    assert_eq!(rows(&first(&bytes, "list.csv").unwrap()), simple);
    // A character that only GB18030 has, in four bytes.
    let rare = format!("{SIMPLE}4,更换㛃灯,支,5,𠮷\n");
    let bytes = GB18030.encode(&rare).0.into_owned();
    assert_eq!(
        rows(&first(&bytes, "list.csv").unwrap())[4],
        "5: 4|更换㛃灯|支|5|𠮷"
    );
}

#[test]
fn bytes_that_fit_no_encoding_are_refused() {
    for bytes in [
        &b"\xFF\xFE\x00\xD8\x00\x00"[..],
        b"\xEF\xBB\xBFabc\xFF",
        b"a,b\n\x81\xFF\xFF\xFE,1\n",
    ] {
        let code = read(bytes, "list.csv").err().unwrap().code;
        assert_eq!(code, Code::SheetEncoding, "{bytes:?}");
    }
}

#[test]
fn commas_semicolons_and_tabs_are_found_out() {
    for (text, expected) in [
        ("a,b\n1,2\n", "1: a|b"),
        ("a;b\n1,5;2\n3,5;4\n", "1: a|b"),
        ("a\tb\n1,5\t2;3\n", "1: a|b"),
        ("a,b\n\"1;2;3\",2\n", "1: a|b"),
        ("only\none\n", "1: only"),
    ] {
        assert_eq!(
            rows(&first(text.as_bytes(), "list.csv").unwrap())[0],
            expected,
            "{text}"
        );
    }
    let tabs = first("a,b\tc\n".as_bytes(), "LIST.TSV").unwrap();
    assert_eq!(rows(&tabs), ["1: a,b|c"]);
}

#[test]
fn blank_lines_are_left_out_and_counted() {
    let text = "\n\r\n項目,價格\r\n\r\n,,\r\n甲,5\r\n\"乙\n丙\",6\r\n丁,7";
    let sheet = first(text.as_bytes(), "list.csv").unwrap();
    assert_eq!(
        rows(&sheet),
        ["3: 項目|價格", "6: 甲|5", "7: 乙\n丙|6", "8: 丁|7"]
    );
}

#[test]
fn a_million_lines_and_a_hundred_columns_are_refused() {
    let many = "甲,5\n".repeat(1_000_000);
    let error = first(many.as_bytes(), "list.csv").unwrap_err();
    assert_eq!(
        (error.code, error.params["limit"].as_str()),
        (Code::SheetRows, "20000")
    );
    let most = "甲,5\n".repeat(20_000);
    assert_eq!(
        first(most.as_bytes(), "list.csv").unwrap().rows.len(),
        20_000
    );
    let wide = format!("a,b\n{}\n", "x,".repeat(100));
    let error = first(wide.as_bytes(), "list.csv").unwrap_err();
    assert_eq!(
        (error.code, error.params["row"].as_str()),
        (Code::SheetColumns, "2")
    );
    // Empty cells far to the right hold nothing.
    let empty = format!("a,b{}\n", ",".repeat(200));
    assert!(first(empty.as_bytes(), "list.csv").is_ok());
}

#[test]
fn columns_are_called_as_the_spreadsheet_calls_them() {
    let called: Vec<String> = [0, 25, 26, 51, 52, 701, 702]
        .into_iter()
        .map(column_letters)
        .collect();
    assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}
