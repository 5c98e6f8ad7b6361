//! Receipt and voucher: everything on it, in all languages, on one page or more.

use super::*;
use crate::print::clean::{all_text, assert_clean};
use crate::print::golden;

/// Everything filled in.
pub fn sample(kind: ReceiptKind) -> Receipt {
    let some = |text: &str| Some(text.to_owned());
    let line = |what: &str, amount: &str| ReceiptLine {
        what: what.into(),
        amount: amount.into(),
    };
    let refund = kind == ReceiptKind::Refund;
    Receipt {
        office: "幸福花園物業管理處".into(),
        office_phone: some("02-2345-6789"),
        kind,
        no: if refund {
            "TK2026-000017"
        } else {
            "SJ2026-000482"
        }
        .into(),
        at: "2026-11-23 21:12".into(),
        payer: some("單先生"),
        order_no: "PG20261123-004".into(),
        request_no: "BX20261123-009".into(),
        place: some("幸福花園 3 棟 1204 室"),
        lines: vec![
            line(
                "12 更換三角閥 [銅] 2 個：人工 312.00，材料 240.00",
                "552.00",
            ),
            line("15 更換編織軟管 1 條：返修，免人工費", "0.00"),
        ],
        method: "行動支付".into(),
        reference: some("4200002391202611237765"),
        amount: if refund { "52.00" } else { "300.00" }.into(),
        capitals: some(if refund {
            "伍拾貳元整"
        } else {
            "參佰元整"
        }),
        open: (!refund).then(|| "252.00（掛賬）".into()),
        reason: refund.then(|| "材料退回一件".into()),
        refunded_no: refund.then(|| "SJ2026-000482".into()),
        cashier: "趙出納".into(),
        reprint: true,
        printed_by: some("趙出納"),
        printed_at: some("2026-11-24 09:00"),
    }
}

#[test]
fn a_receipt_says_all_of_it_and_overlaps_nothing_in_any_language() {
    for locale in Locale::ALL {
        for kind in [ReceiptKind::Payment, ReceiptKind::Refund] {
            let view = sample(kind);
            let pages = receipt(&view, locale);
            assert_clean(&pages, &format!("{kind:?} {locale:?}"));
            assert!(pages.missing.is_empty(), "{:?}", pages.missing);
            assert_eq!(pages.pages.len(), 1);
            let said = all_text(&pages.pages[0]);
            let filled = [
                &view.office_phone,
                &view.payer,
                &view.place,
                &view.reference,
                &view.capitals,
                &view.open,
                &view.reason,
            ];
            let plain = [
                &view.office,
                &view.no,
                &view.at,
                &view.order_no,
                &view.request_no,
            ];
            let plain = plain
                .into_iter()
                .chain([&view.method, &view.amount, &view.cashier]);
            for text in filled.into_iter().flatten().chain(plain) {
                assert!(said.contains(text.as_str()), "{locale:?} {text}");
            }
            for line in &view.lines {
                assert!(said.contains(&line.what) && said.contains(&line.amount));
            }
            assert!(!said.contains('…'), "{said}");
        }
    }
}

#[test]
fn a_receipt_and_a_voucher_are_told_apart() {
    let said = |view: &Receipt| all_text(&receipt(view, Locale::ZhHant).pages[0]);
    let payment = said(&sample(ReceiptKind::Payment));
    for word in ["收據", "交款人", "尚欠金額", "補印"] {
        assert!(payment.contains(word), "{word}");
    }
    let refund = said(&sample(ReceiptKind::Refund));
    for word in [
        "退款憑證",
        "領款人",
        "退款原因",
        "材料退回一件",
        "無未付款項",
    ] {
        assert!(refund.contains(word), "{word}");
        assert!(!payment.contains(word), "{word}");
    }
    let first = Receipt {
        reprint: false,
        ..sample(ReceiptKind::Payment)
    };
    assert!(!said(&first).contains("補印"));
}

#[test]
fn forty_lines_go_on_a_second_page_and_none_is_lost() {
    let view = Receipt {
        lines: (1..=40)
            .map(|n| ReceiptLine {
                what: format!("第 {n} 項，{}", "更換三角閥與編織軟管".repeat(n % 4 + 1)),
                amount: format!("{n}.00"),
            })
            .collect(),
        ..sample(ReceiptKind::Payment)
    };
    let pages = receipt(&view, Locale::ZhHant);
    assert_clean(&pages, "forty lines");
    let texts: Vec<String> = pages.pages.iter().map(all_text).collect();
    assert!(texts.len() > 1);
    let all = texts.concat();
    for n in 1..=40 {
        assert_eq!(all.matches(&format!("第 {n} 項")).count(), 1, "{n}");
    }
    for (index, page) in texts.iter().enumerate() {
        let number = format!("第 {} 頁，共 {} 頁", index + 1, texts.len());
        assert!(page.contains(&number) && page.contains("SJ2026-000482"));
    }
}

#[test]
fn golden_receipt() {
    let pages = receipt(&sample(ReceiptKind::Payment), Locale::ZhHant);
    golden::check("receipt-zh-Hant", &pages);
}
