//! Lists of other shapes: headings, groups, numbers, names that stand twice.

use super::*;
use crate::error::Code;

fn fields(sheet: &Sheet) -> Vec<&'static str> {
    let columns = Columns::propose(sheet).unwrap();
    let fields = columns.fields.iter();
    fields
        .map(|field| field.map_or("?", Field::as_str))
        .collect()
}

/// Row, code, group, name and price of each item; doubts and headings by name.
fn brief(rows: &[Row]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let text = match &row.outcome {
                RowOutcome::Understood {
                    understood: item, ..
                } => {
                    format!(
                        "{} {} {} {}",
                        item.code,
                        item.group,
                        item.name,
                        price(&item.labour)
                    )
                }
                RowOutcome::Left { left: doubts, .. } => left(doubts),
                RowOutcome::Group { name } => format!("GROUP {name}"),
            };
            format!("{} {text}", row.number)
        })
        .collect()
}

#[test]
fn headings_are_known_in_traditional_simplified_and_english() {
    for (heading, expected) in [
        (
            "編號|類別|項目|單位|收費標準(元)|備註",
            "code group name unit price remarks",
        ),
        (
            "序号|维修项目|单位|人工费(元)|材料费(元)|备注",
            "code name unit labour material remarks",
        ),
        (
            "No.|Category|Item name|Unit|Unit price ($)|Remarks",
            "code group name unit price remarks",
        ),
        (
            "序號|編號|項目名稱|規格|單價（元/次）",
            "ignored code name spec price",
        ),
        ("序号|服务项目|单 价|说明", "code name price remarks"),
        ("項目|內容|收費|說明", "name spec price remarks"),
        ("項目|人工費|材料費|合計", "name labour material price"),
        ("項目|單位|價格|晚間價格", "name unit price ?"),
        ("項目|價格（美元）|單價", "name ? price"),
        ("項目|價格|合計", "name price ?"),
        ("項目|單價(含材料)", "name price"),
        ("項目|單價(含稅)|價格", "name ? price"),
    ] {
        assert_eq!(fields(&sheet(&[heading])).join(" "), expected, "{heading}");
    }
}

#[test]
fn titles_and_a_second_row_of_headings_are_passed_over() {
    let sheet = sheet(&[
        "某某花園有償維修服務價目表",
        "單位：元",
        "",
        "序號|項目|單位|收費標準(元)||備註",
        "|||人工費|材料費|",
        "1|更換燈管|支|5|18|",
        "2|更換水龍頭|只|5|業主自購|",
    ]);
    assert_eq!(
        fields(&sheet).join(" "),
        "code name unit labour material remarks"
    );
    assert_eq!(Columns::propose(&sheet).unwrap().heading_row, 5);
    assert_eq!(
        brief(&read(&sheet)),
        ["6 1  更換燈管 5", "7 2  更換水龍頭 5"]
    );
}

#[test]
fn what_a_heading_says_of_unit_and_material_holds_for_its_column() {
    let rows = read(&sheet(&["項目|單價(元/次)", "開鎖|50", "換鎖|80元/把"]));
    assert_eq!(brief(&rows), ["2 1  開鎖 50", "3 2  換鎖 80"]);
    let RowOutcome::Understood { understood, notes } = &rows[0].outcome else {
        panic!("{rows:?}");
    };
    assert_eq!(understood.unit, "次");
    assert!(notes.iter().any(|note| note.what == What::UnitFromHeading));
    let rows = read(&sheet(&[
        "項目|單位|單價(含材料)|備註",
        "鑽孔|個|15|",
        "換鎖|把|30|不含材料費",
    ]));
    let included: Vec<bool> = rows
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => understood.material.included,
            _ => panic!("{row:?}"),
        })
        .collect();
    assert_eq!(included, [true, false]);
}

#[test]
fn heading_lines_and_blank_cells_carry_the_group_on() {
    let rows = read(&sheet(&[
        "序號|項目|單位|價格",
        "一、安裝類",
        "1|洗衣機|台|50",
        "二|維修類|",
        "2|換燈泡|個|5",
        "清洗",
        "註：夜間加收50%",
        "以上價格不含材料費",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 GROUP 一、安裝類",
            "3 1 一、安裝類 洗衣機 50",
            "4 GROUP 維修類",
            "5 2 維修類 換燈泡 5",
            "6 LEFT single_line",
            "7 LEFT list_note",
            "8 LEFT list_note",
        ]
    );
    let rows = read(&sheet(&[
        "類別|項目|價格",
        "安裝類|洗衣機|50",
        "|燈具|30",
        "維修類|燈具|20",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1 安裝類 洗衣機 50",
            "3 2 安裝類 燈具 30",
            "4 3 維修類 燈具 20"
        ]
    );
}

/// Who pays for material stands in a name as well as in a remark, and never only in its words (R20).
#[test]
fn what_a_name_says_of_material_holds_for_the_row() {
    let rows = read(&sheet(&[
        "項目|規格|價格",
        "換燈泡（含材料）||20",
        "換燈管|材料自備|30",
        "換燈座||30",
        "裝熱水器（含兩米管）||80",
    ]));
    let found: Vec<String> = rows
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => material(understood).join(" "),
            RowOutcome::Left { left: doubts, .. } => left(doubts),
            RowOutcome::Group { name } => name.clone(),
        })
        .collect();
    assert_eq!(found, ["included", "owner", "", "LEFT remark_unread"]);
}

#[test]
fn a_title_that_speaks_of_prices_is_left_for_a_person() {
    let rows = read(&sheet(&["以下價格均不含材料費", "項目|價格", "開鎖|50"]));
    assert_eq!(brief(&rows), ["1 LEFT list_note", "3 1  開鎖 50"]);
    let rows = read(&sheet(&["單位：萬元", "項目|價格", "開鎖|50"]));
    assert_eq!(brief(&rows)[0], "1 LEFT list_note");
}

#[test]
fn repeated_numbers_are_left_for_a_person_and_missing_ones_are_nothing() {
    let rows = read(&sheet(&[
        "編號|項目|價格",
        "1|甲|5",
        "3|乙|5",
        "3|丙|5",
        "7|丁|5",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1  甲 5",
            "3 LEFT code_repeated",
            "4 LEFT code_repeated",
            "5 7  丁 5"
        ]
    );
}

#[test]
fn numbers_that_begin_anew_under_each_heading_get_the_headings_own() {
    let rows = read(&sheet(&[
        "序號|類別|項目|價格",
        "1|安裝類|甲|5",
        "2|安裝類|乙|5",
        "1|維修類|丙|5",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1-1 安裝類 甲 5",
            "3 1-2 安裝類 乙 5",
            "4 2-1 維修類 丙 5"
        ]
    );
    let rows = read(&sheet(&[
        "序號|類別|項目|價格",
        "1|安裝類|甲|5",
        "2|安裝類|乙|5",
        "2|維修類|丙|5",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1 安裝類 甲 5",
            "3 LEFT code_repeated",
            "4 LEFT code_repeated"
        ]
    );
}

#[test]
fn one_name_twice_is_told_apart_by_its_remarks_or_left_for_a_person() {
    let heading = "編號|項目|單位|價格|備註";
    let rows = read(&sheet(&[
        heading,
        "1|空調|台|50|有預留孔",
        "2|空調|台|80|無預留孔，不含材料費",
        "3|空調|台|90|",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1  空調（有預留孔） 50",
            "3 2  空調（無預留孔） 80",
            "4 3  空調 90"
        ]
    );
    let rows = read(&sheet(&[
        heading,
        "1|空調|台|50|不含材料費",
        "2|空調|台|80|",
        "3|空調|套|80|",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 LEFT name_repeated",
            "3 LEFT name_repeated",
            "4 3  空調 80"
        ]
    );
}

#[test]
fn a_column_that_nobody_assigned_is_asked_for_and_may_be_left_out() {
    let sheet = sheet(&["項目|單位|價格|難度", "開鎖|次|50|高", "換鎖|把|80|"]);
    let mut columns = Columns::propose(&sheet).unwrap();
    assert_eq!(columns.open(&sheet), [3]);
    columns.fields[3] = None;
    columns.unsure[3] = false;
    assert_eq!(columns.open(&sheet), [3]);
    columns.fields[3] = Some(Field::Ignored);
    let rows = understand(&sheet, &columns, FeeCategory::Household).unwrap();
    assert_eq!(brief(&rows)[0], "2 1  開鎖 50");
    columns.fields[3] = Some(Field::Spec);
    let rows = understand(&sheet, &columns, FeeCategory::Household).unwrap();
    assert_eq!(brief(&rows)[0], "2 1  開鎖（高） 50");
    columns.fields[3] = Some(Field::Unit);
    let error = understand(&sheet, &columns, FeeCategory::Household).unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::Duplicate, Some("unit"))
    );
    columns.fields[0] = None;
    let error = columns.check().unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::Missing, Some("name"))
    );
}

#[test]
fn a_total_must_be_the_sum_and_a_price_beside_material_must_be_explained() {
    let rows = read(&sheet(&[
        "項目|人工費|材料費|合計",
        "甲|20|30|50",
        "乙|20|30|60",
        "丙|20||20",
    ]));
    assert_eq!(
        brief(&rows),
        ["2 1  甲 20", "3 LEFT total_differs", "4 3  丙 20"]
    );
    let rows = read(&sheet(&["項目|材料費|價格", "甲|30|50", "乙|業主自購|50"]));
    assert_eq!(brief(&rows), ["2 LEFT price_meaning", "3 2  乙 50"]);
}

#[test]
fn two_currencies_in_one_list_are_left_for_a_person() {
    let rows = read(&sheet(&[
        "項目|價格",
        "甲|NT$50",
        "乙|50元",
        "丙|$50",
        "丁|¥50",
    ]));
    assert_eq!(
        brief(&rows),
        [
            "2 1  甲 50",
            "3 2  乙 50",
            "4 3  丙 50",
            "5 LEFT currency_differs"
        ]
    );
}

#[test]
fn categories_come_from_their_column() {
    let rows = read(&sheet(&[
        "對象|項目|價格",
        "住戶|甲|5",
        "員工社區|甲|3",
        "特約服務|乙|9",
        "其他|丙|5",
    ]));
    let found: Vec<_> = rows
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => Some(understood.category),
            _ => None,
        })
        .collect();
    let expected = [
        Some(FeeCategory::Household),
        Some(FeeCategory::StaffCommunity),
        Some(FeeCategory::Special),
        None,
    ];
    assert_eq!(found, expected);
}

#[test]
fn headings_printed_again_are_no_rows_and_without_a_price_nothing_is_proposed() {
    let rows = read(&sheet(&["項目|價格", "甲|5", "項目|價格", "乙|5"]));
    assert_eq!(brief(&rows), ["2 1  甲 5", "4 2  乙 5"]);
    let error = Columns::propose(&sheet(&["開鎖|快", "換鎖|慢"])).unwrap_err();
    assert_eq!(error.code, Code::SheetNoHeading);
}

#[test]
fn a_unit_column_that_writes_the_currency_says_the_unit_behind_it() {
    let rows = read(&sheet(&[
        "項目|單位|價格",
        "甲|元/次|5",
        "乙|元|5",
        "合計|元|10",
    ]));
    let units: Vec<_> = rows
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => understood.unit.as_str(),
            _ => "?",
        })
        .collect();
    assert_eq!(units, ["次", "", "?"]);
}
