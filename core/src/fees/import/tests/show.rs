//! Every reason and every doubt has its words.

use super::*;
use crate::text::Locale;

#[test]
fn every_note_and_doubt_speaks_three_languages_and_quotes_the_list() {
    for locale in Locale::ALL {
        for what in What::ALL {
            let said = Note::at(*what, 1, "‹text›").words(locale);
            assert!(said.contains('B'), "{said}");
            let silent = [
                What::UnitUnsaid,
                What::MaterialIncluded,
                What::MaterialExtra,
                What::MaterialUnsaid,
            ];
            assert_eq!(said.contains("‹text›"), !silent.contains(what), "{said}");
            assert!(!Note::of(*what, "").words(locale).contains('B'));
        }
        for why in DoubtWhy::ALL {
            let doubt = Doubt {
                why: *why,
                row: 3,
                column: "C".to_owned(),
                text: "‹text›".to_owned(),
            };
            let said = doubt.words(locale);
            let silent = [DoubtWhy::NoName, DoubtWhy::NoCode, DoubtWhy::NoPrice];
            assert_eq!(said.contains("‹text›"), !silent.contains(why), "{said}");
        }
    }
}

#[test]
fn a_row_tells_what_was_taken_from_where() {
    let sheet = sheet(&[
        "序號 | 維修項目 | 單位 | 維修材料 | 人工費(元) | 備註",
        "4 | 更換燈管9W/16W | 支 | 65/70元或業主自購 | 10元/支 | 3米以上加收20元",
    ]);
    let rows = read(&sheet);
    let RowOutcome::Understood { notes, .. } = &rows[0].outcome else {
        panic!("{rows:?}");
    };
    let said: Vec<String> = notes
        .iter()
        .map(|note| note.words(Locale::ZhHant))
        .collect();
    assert_eq!(
        said,
        [
            "B 欄：項目名稱為「更換燈管9W/16W」。",
            "E 欄：人工價格取自「10元/支」。",
            "E 欄：「3米以上」的加收沒有寫明按單位計，整筆只加一次。",
            "D 欄：材料取自「65/70元或業主自購」。",
            "D 欄：名稱裡的各種「9W/16W」與價格依次相配。",
            "C 欄：單位為「支」。",
            "F 欄：備註照錄：「3米以上加收20元」。",
            "A 欄：編號「4」照表上所列。",
        ]
    );
}
