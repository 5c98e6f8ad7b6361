//! Headings that no list of words knows, read by what stands below them; and lists that cannot be read.

use super::*;
use crate::error::Code;

/// Each column's field; a star where a person must confirm it, a question mark where it must be said.
fn proposed(sheet: &Sheet) -> String {
    let columns = Columns::propose(sheet).unwrap();
    let marked = columns.fields.iter().zip(&columns.unsure);
    let marked = marked.map(|(field, unsure)| {
        let star = if *unsure { "*" } else { "" };
        format!("{}{star}", field.map_or("?", Field::as_str))
    });
    marked.collect::<Vec<_>>().join(" ")
}

#[test]
fn headings_that_nobody_knows_are_proposed_by_what_stands_below_and_marked() {
    for (rows, expected) in [
        (
            &["服務項目|实际收费标准", "更換燈管|30元/支", "疏通馬桶|面議"][..],
            "name price*",
        ),
        (
            &[
                "項目|數量|工資",
                "更換開關|1只|工資1200元",
                "換燈|1具|工資800元",
            ],
            "name unit* labour*",
        ),
        (
            &[
                "項目|單價/元|計價方式|維修時效",
                "開鎖|50|按次|2小時內",
                "換鎖|80|按把|當天",
            ],
            "name price unit* note*",
        ),
        (
            &["項目|數量|金額(元)", "開鎖|1|50", "換鎖|1|80"],
            "name ignored* price",
        ),
        (
            &["項目|計價方式|價格", "開鎖|固定收取|50", "換鎖|到場勘察|80"],
            "name note* price",
        ),
        (&["項目|晚間價格", "開鎖|50", "換鎖|80"], "name price*"),
        (
            &["服务|指导价|实际价", "开锁|80元|50元", "换锁|90元|60元"],
            "name* ? price*",
        ),
        // What the words of both say together is no price of material.
        (
            &[
                "品項|連工帶料價|純工資",
                "換燈|250元|150元",
                "換鎖|1600元|800元",
            ],
            "name* ? labour*",
        ),
        (
            &[
                "No. 編號|Item 項目|Unit 單位|Charge 收費",
                "A1|Tap 水龍頭|each 個|$50",
                "A2|Lock 門鎖|each 個|$80",
            ],
            "code name unit price",
        ),
        // Trades under 項目, names under 名稱.
        (
            &[
                "項目|名稱|價格",
                "水電|換燈|50",
                "水電|換鎖|80",
                "水電|通渠|90",
                "木工|修門|80",
            ],
            "group* name* price",
        ),
        (
            &["1|開鎖|50", "2|換鎖|80", "3|通渠|60"],
            "code* name* price*",
        ),
        // How long something takes or lasts is neither a unit nor a price, by its heading or by its cells.
        (
            &[
                "項目|工時|酬金|保修期",
                "開鎖|0.5|50|3個月",
                "換鎖|1.5|80|15天",
            ],
            "name note* price* note*",
        ),
        (
            &["項目|價格|多久", "開鎖|50|30分鐘", "換鎖|80|2小時"],
            "name price note*",
        ),
        // Fewer words than there are names, before them.
        (
            &[
                "大項|小項|工作|價格",
                "水|龍頭|換龍頭|50",
                "水|龍頭|修龍頭|20",
                "電|燈|換燈|9",
                "電|鎖|換鎖|9",
            ],
            "group* group* name* price",
        ),
        // 單位 of a flat beside that of the price.
        (
            &[
                "項|工程|單位|標準單位|複式單位",
                "1|通渠|次|100|150",
                "2|換鎖|把|150|160",
            ],
            "code* name* unit price* ?",
        ),
        // What is done at length; what tells the jobs of a name apart.
        (
            &["項目|服務內容|價格", "換燈|拆舊換新，試亮", "換鎖|拆舊換新"],
            "name note* price",
        ),
        (
            &[
                "項目|服務內容|價格",
                "熱水器|安裝|50",
                "熱水器|拆卸|20",
                "龍頭|更換|9",
                "馬桶|疏通|8",
            ],
            "name spec price",
        ),
        (
            &[
                "序號|項目|收費標準||備註",
                "||住戶|商戶|",
                "1|換燈|30|50|",
                "2|換鎖|80|90|",
            ],
            "code name price* ? remarks",
        ),
    ] {
        assert_eq!(proposed(&sheet(rows)), expected, "{}", rows[0]);
    }
}

/// Lists of other offices: what their columns are proposed as, and in which row their headings end.
#[test]
fn the_columns_of_other_offices_are_proposed() {
    for (list, row, expected) in [
        ("fees-owner-buys", 1, "code name unit material labour"),
        ("fees-flat", 1, "group name unit price remarks"),
        ("fees-notes", 1, "name price remarks"),
        ("fees-taiwan", 1, "name unit* labour*"),
        ("fees-bare", 0, "code* name* unit* price*"),
        ("fees-bilingual", 1, "code name* unit price remarks"),
        ("fees-hongkong", 1, "group name price* note* remarks*"),
        ("fees-letter", 30, "group name* price* note*"),
        ("fees-guide-prices", 1, "name* unit* ? price* note* note*"),
        ("fees-by-the-piece", 1, "group name price* unit* note*"),
        ("fees-two-flats", 3, "code* name* unit price* ? remarks"),
        ("fees-warranty", 2, "group* name* price* note* note* note*"),
        ("fees-yes-no", 1, "code name* note* price note* note*"),
        (
            "fees-two-groups",
            1,
            "group* group* name* unit* price note*",
        ),
        ("fees-contractors", 1, "group name* price note* note* ?"),
        ("fees-contents", 1, "code* name labour note* category"),
        ("fees-two-prices", 2, "name* unit* ? labour* note*"),
    ] {
        let sheet = office_list(&format!("{list}.tsv"));
        let found = Columns::propose(&sheet).unwrap().heading_row;
        assert_eq!(
            (found, proposed(&sheet).as_str()),
            (row, expected),
            "{list}"
        );
    }
}

#[test]
fn an_amount_for_several_pieces_is_left_and_a_count_of_one_is_the_unit() {
    let sheet = sheet(&[
        "項目|數量|價格",
        "換燈|1具|50",
        "換螺絲|2只|5",
        "換鎖|1把|80",
    ]);
    let read: Vec<String> = read(&sheet)
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => understood.unit.clone(),
            RowOutcome::Left { left: doubts, .. } => left(doubts),
            RowOutcome::Group { name } => name.clone(),
        })
        .collect();
    assert_eq!(read, ["具", "LEFT unit_differs", "把"]);
}

/// 維修時效 becomes a remark behind its heading; what speaks of money in such a column stays with a person.
#[test]
fn a_column_of_remarks_keeps_its_heading_and_hides_no_money() {
    let sheet = sheet(&[
        "項目|價格|維修時效",
        "開鎖|50|2小時內",
        "換鎖|80|當天，夜間加收30元",
        "通渠|60|",
    ]);
    let rows = read(&sheet);
    let remarks = |at: usize| match &rows[at].outcome {
        RowOutcome::Understood { understood, .. } => understood.remarks.clone(),
        RowOutcome::Left { left: doubts, .. } => left(doubts),
        RowOutcome::Group { name } => name.clone(),
    };
    assert_eq!(remarks(0), "維修時效：2小時內");
    assert!(remarks(1).starts_with("LEFT"), "{}", remarks(1));
    assert_eq!(remarks(2), "");
}

#[test]
fn headings_in_row_thirty_below_a_letter_are_found() {
    let mut rows = vec!["致各位住戶"; 29];
    rows.extend(["序號|項目|價格", "1|開鎖|50", "2|換鎖|80", "3|通渠|90"]);
    let sheet = sheet(&rows);
    assert_eq!(Columns::propose(&sheet).unwrap().heading_row, 30);
    let unknown: Vec<&str> = rows
        .iter()
        .map(|row| {
            if *row == "序號|項目|價格" {
                "第幾|哪樣|酬金"
            } else {
                row
            }
        })
        .collect();
    let columns = Columns::propose(&super::sheet(&unknown)).unwrap();
    assert_eq!(columns.heading_row, 30);
}

#[test]
fn lists_side_by_side_and_lists_in_one_column_are_called_so() {
    for (rows, expected) in [
        (
            &["項目|單位|價格|項目|單位|價格", "開鎖|次|50|換鎖|把|80"][..],
            Some("D"),
        ),
        (
            &["序號|項目|價格||序號|項目|價格", "1|開鎖|50||2|換鎖|80"],
            Some("E"),
        ),
        (
            &[
                "哪樣服務|實收酬金|哪樣服務|實收酬金",
                "開鎖|50元|換鎖|80元",
                "換燈|5元|換管|8元",
            ],
            Some("C"),
        ),
        (
            &[
                "水電類|價格|泥木類|價格",
                "換燈|50|修門|80",
                "換管|5|補牆|8",
            ],
            Some("C"),
        ),
        (
            &[
                "1|換燈|50|5|修門|80",
                "2|換管|5|6|補牆|8",
                "3|換鎖|60|7|換窗|9",
            ],
            Some("D"),
        ),
        (&["項目|單價|項目|備註", "開鎖|50|換鎖|急"], None),
    ] {
        let found = Columns::propose(&sheet(rows));
        let column = found.err().map(|error| {
            assert_eq!(error.code, Code::SheetSideBySide);
            error.params["column"].clone()
        });
        assert_eq!(column.as_deref(), expected, "{}", rows[0]);
    }
    let error = Columns::propose(&sheet(&["開鎖50元", "換鎖80元"])).unwrap_err();
    assert_eq!(error.code, Code::SheetOneColumn);
}

/// A blank cell carries on what stood above it, and the columns of groups before it.
#[test]
fn groups_of_two_columns_are_carried_on_together() {
    let sheet = sheet(&[
        "類別|種類|項目|價格",
        "水|龍頭|換龍頭|50",
        "||修龍頭|20",
        "|馬桶|換水箱|30",
        "電||換燈|9",
        "|插座|換插座|9",
    ]);
    let groups: Vec<String> = read(&sheet)
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => understood.group.clone(),
            RowOutcome::Left { left: doubts, .. } => left(doubts),
            RowOutcome::Group { name } => name.clone(),
        })
        .collect();
    let expected = ["水 / 龍頭", "水 / 龍頭", "水 / 馬桶", "電", "電 / 插座"];
    assert_eq!(groups, expected);
}

/// Below headings that give the columns another meaning nothing is read by the old ones, until these stand again.
#[test]
fn rows_below_other_headings_are_left_for_a_person() {
    let sheet = sheet(&[
        "項目|人工費|材料費",
        "換燈|10|20",
        "服務項目|材料費|人工費",
        "換鎖|80|30",
        "項目|人工費|材料費",
        "修門|50|60",
    ]);
    let found: Vec<String> = read(&sheet)
        .iter()
        .map(|row| match &row.outcome {
            RowOutcome::Understood { understood, .. } => price(&understood.labour),
            RowOutcome::Left { left: doubts, .. } => left(doubts),
            RowOutcome::Group { name } => name.clone(),
        })
        .collect();
    assert_eq!(found, ["10", "LEFT headings_differ", "50"]);
}
