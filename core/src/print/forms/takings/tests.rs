//! The takings slip: every receipt once, sums, difference and signatures, on as many pages as it needs.

use super::*;
use crate::print::clean::{all_text, assert_clean};
use crate::print::golden;

/// So many receipts, the third of them a refund.
pub fn sample(count: usize) -> Takings {
    let some = |text: &str| Some(text.to_owned());
    let line = |n: usize| TakingsLine {
        no: format!("SJ2026-{:06}", 480 + n),
        time: format!("{:02}:{:02}", 8 + n / 60 % 12, n % 60),
        order_no: format!("PG20261123-{n:03}"),
        payer: "單先生".into(),
        method: ["現金", "轉賬", "行動支付"][n % 3].into(),
        amount: if n == 3 {
            "-52.00".into()
        } else {
            format!("{n}00.00")
        },
    };
    let sum = |method: &str, count: &str, amount: &str| TakingsSum {
        method: method.into(),
        count: count.into(),
        amount: amount.into(),
    };
    let signed = |who: &str| {
        Some(FormSignature {
            who: who.into(),
            how: "憑密碼簽".into(),
            when: "2026-11-23 18:05".into(),
            ..FormSignature::default()
        })
    };
    Takings {
        office: "幸福花園物業管理處".into(),
        office_phone: some("02-2345-6789"),
        person: "趙出納".into(),
        day: "2026-11-23".into(),
        lines: (1..=count).map(line).collect(),
        sums: vec![
            sum("現金", "2", "548.00"),
            sum("轉賬", "2", "500.00"),
            sum("行動支付", "2", "700.00"),
        ],
        total: "1748.00".into(),
        cash_due: "548.00".into(),
        cash_counted: some("540.00"),
        difference: some("-8.00"),
        reason: some("找零時多找，已向主管說明"),
        handed_over: signed("趙出納"),
        received: signed("陳主任"),
        printed_by: some("趙出納"),
        printed_at: some("2026-11-23 18:00"),
    }
}

#[test]
fn a_slip_says_every_receipt_the_sums_and_the_difference_in_any_language() {
    for locale in Locale::ALL {
        let view = sample(6);
        let pages = takings(&view, locale);
        assert_clean(&pages, &format!("{locale:?}"));
        assert!(pages.missing.is_empty(), "{:?}", pages.missing);
        assert_eq!(pages.pages.len(), 1);
        let said = all_text(&pages.pages[0]);
        assert!(!said.contains('…'), "{said}");
        for line in &view.lines {
            for text in [&line.no, &line.order_no, &line.time, &line.amount] {
                assert!(said.contains(text.as_str()), "{locale:?} {text}");
            }
        }
        for sum in &view.sums {
            assert!(said.contains(&format!("{}{}{}", sum.method, sum.count, sum.amount)));
        }
        for text in [
            "-52.00",
            "1748.00",
            "540.00",
            "-8.00",
            "找零時多找",
            "陳主任",
        ] {
            assert!(said.contains(text), "{locale:?} {text}");
        }
    }
}

#[test]
fn two_hundred_receipts_stand_once_each_under_their_heads() {
    let pages = takings(&sample(200), Locale::ZhHant);
    assert_clean(&pages, "two hundred");
    let texts: Vec<String> = pages.pages.iter().map(all_text).collect();
    assert!(texts.len() > 4);
    let all = texts.concat();
    for n in 1..=200 {
        let no = format!("SJ2026-{:06}", 480 + n);
        assert_eq!(all.matches(&no).count(), 1, "{no}");
    }
    for page in &texts[..texts.len() - 1] {
        assert!(page.contains("收據編號") && page.contains("收款人 趙出納　"));
    }
}

#[test]
fn a_slip_that_nobody_signed_yet_leaves_room_to() {
    let view = Takings {
        cash_counted: None,
        difference: None,
        reason: None,
        handed_over: None,
        received: None,
        ..sample(0)
    };
    let said = all_text(&takings(&view, Locale::ZhHant).pages[0]);
    for label in ["實點現金", "差額", "差額原因", "交款人簽名", "接收人簽名"] {
        assert!(said.contains(label), "{label}");
    }
    // The date's blank, once for each signature.
    assert_eq!(said.matches('年').count(), 2);
    assert!(!said.contains("憑密碼簽"));
}

#[test]
fn golden_takings() {
    golden::check("takings-zh-Hant", &takings(&sample(6), Locale::ZhHant));
}
