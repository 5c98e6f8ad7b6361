//! Price and remark apart: what may be told with a price, and what may never only be told.

use super::corpus::{item, lines};
use super::*;

fn row(price: &str, remark: &str) -> Row {
    let row = format!("開鎖 | 次 | {price} | {remark}");
    read(&sheet(&["項目 | 單位 | 價格 | 備註", &row])).remove(0)
}

#[test]
fn a_remark_that_says_nothing_of_money_comes_in_with_the_price_and_is_told() {
    let mut count = 0;
    for remark in lines(include_str!("remarks.txt")) {
        let row = row("50元", remark);
        let RowOutcome::Understood { understood, notes } = &row.outcome else {
            panic!("{remark}: {row:?}");
        };
        assert_eq!(item(understood, "次"), "50; told", "{remark}");
        assert_eq!(understood.remarks, remark);
        assert!(notes.iter().any(|note| note.what == What::Told));
        count += 1;
    }
    assert!(count >= 10);
    // Where nothing is said besides, nothing is told.
    for remark in ["", "含材料費", "最高150元", "保修30天"] {
        let RowOutcome::Understood { understood, .. } = row("50元", remark).outcome else {
            panic!("{remark}");
        };
        assert!(!understood.noted, "{remark}");
    }
}

#[test]
fn a_condition_on_money_is_understood_or_left_and_never_only_told() {
    let mut count = 0;
    for remark in lines(include_str!("conditions.txt")) {
        for text in [remark.to_owned(), format!("{remark}，需提前預約")] {
            let outcome = row("50元", &text).outcome;
            let RowOutcome::Understood { understood, .. } = outcome else {
                continue;
            };
            // Understood: something of the item says it.
            let said = item(&understood, "次");
            let plain = ["50", "50; told"].contains(&said.as_str());
            let extra = remark == "materials extra";
            assert!(!plain || extra, "{text}: {said}");
        }
        count += 1;
    }
    assert!(count >= 70);
}

/// 全包 was once read as material that is paid for besides.
#[test]
fn all_inclusive_is_material_included_however_it_is_written() {
    for text in [
        "全包",
        "全包價",
        "费用全包",
        "工料全包",
        "包工包料",
        "連工帶料",
        "含材料+人工",
        "含工料",
    ] {
        let RowOutcome::Understood { understood, .. } = row("50元", text).outcome else {
            panic!("{text}");
        };
        assert!(understood.material.included, "{text}");
        assert!(!understood.noted, "{text}");
    }
}

/// What a person may take with one key: the price as its cell says it, and every word that is not in it.
#[test]
fn beside_a_doubt_of_words_the_price_is_offered_with_the_words_kept() {
    for (price, remark, offered, remarks) in [
        ("50元", "22:00後另加20元", "50; told", "22:00後另加20元"),
        ("50元", "夜間加收30元", "50; told", "夜間加收30元"),
        ("50元", "80元", "50; told", "80元"),
        ("50元（會員8折）", "", "50; told", "會員8折"),
        ("50元，會員8折", "需預約", "50; told", "需預約；會員8折"),
        ("50元/小時", "", "50 /小時; told", ""),
        (
            "面議",
            "以下均不含材料費",
            "actual; told",
            "以下均不含材料費",
        ),
    ] {
        let outcome = row(price, remark).outcome;
        let RowOutcome::Left {
            kept: Some(kept), ..
        } = outcome
        else {
            panic!("{price} {remark}: {outcome:?}");
        };
        assert_eq!(
            (item(&kept, "次").as_str(), kept.remarks.as_str()),
            (offered, remarks)
        );
    }
    for price in [
        "約50元",
        "50元或80元",
        "80-50",
        "50/80元",
        "待定",
        "首小時60元，之後每半小時20元",
    ] {
        let outcome = row(price, "").outcome;
        assert!(
            matches!(outcome, RowOutcome::Left { kept: None, .. }),
            "{price}: {outcome:?}"
        );
    }
    let rows = read(&sheet(&[
        "項目 | 單位 | 人工費 | 材料費",
        "開鎖 | 個 | 25元/套 | 約20元",
    ]));
    let RowOutcome::Left {
        kept: Some(kept), ..
    } = &rows[0].outcome
    else {
        panic!("{rows:?}");
    };
    assert_eq!(item(kept, "個"), "25 /套; told");
    assert_eq!(kept.remarks, "單位：個；材料費：約20元");
}
