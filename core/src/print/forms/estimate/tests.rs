//! The estimate: settled and open amounts, with and without review and consent, nothing cut.

use super::*;
use crate::print::clean::{all_text, assert_clean};
use crate::print::golden;

fn line(code: &str, name: &str, reasons: &str, amounts: [&str; 3]) -> FormFeeLine {
    let [labour, material, sum] = amounts.map(str::to_owned);
    FormFeeLine {
        code: code.into(),
        name: name.into(),
        quantity: "2 盞".into(),
        reasons: reasons.into(),
        labour,
        material,
        sum,
        ..FormFeeLine::default()
    }
}

/// In the schedule, certain, not yet agreed to.
pub fn sample() -> Estimate {
    let some = |text: &str| Some(text.to_owned());
    Estimate {
        office: "幸福花園物業管理處".into(),
        office_phone: some("02-2345-6789"),
        request_no: "BX20261123-009".into(),
        made_at: "2026-11-23 20:05".into(),
        made_by: "林小姐".into(),
        requester: some("單先生"),
        phone: some("0912-345-678"),
        place: some("幸福花園 3 棟 1204 室　主臥室衛浴"),
        content: some("主臥室兩盞吸頂燈不亮，請帶梯子；業主說之前換過一次燈管。"),
        lines: vec![
            FormFeeLine {
                variants: "高度超過3米".into(),
                ..line(
                    "4",
                    "更換燈管",
                    "2 盞 × 10.00 元；高度超過3米：加 20.00 元；夜間加成 30%：加 12.00 元",
                    ["52.00", "130.00", "182.00"],
                )
            },
            line("7", "更換啟輝器", "免費", ["0.00", "20.00", "20.00"]),
        ],
        total: "202.00".into(),
        capitals: some("貳佰零貳元整"),
        review: None,
        schedule: FormSchedule {
            version: "2026 年版".into(),
            approved: some("業主委員會 2026-09-01"),
            from: some("2026-10-01"),
        },
        consent: None,
        printed_by: some("林小姐"),
        printed_at: some("2026-11-23 20:06"),
    }
}

/// Reviewed, a range, agreed to.
pub fn reviewed() -> Estimate {
    Estimate {
        lines: vec![line(
            "31",
            "疏通排水管",
            "2 盞 × 50.00–80.00 元，金額待議定",
            ["100.00–160.00", "0.00", "100.00–160.00"],
        )],
        total: "100.00–160.00".into(),
        capitals: None,
        review: Some(EstimateReview {
            plan: "拆下存水彎後以機器疏通主排水管，並更換止水墊；需關閉該戶給水約一小時。".into(),
            hours: "2 小時".into(),
            by: "陳主任 2026-11-23 20:30".into(),
        }),
        consent: Some(EstimateConsent {
            how: "電話".into(),
            when: "2026-11-23 20:40".into(),
            who: "單先生".into(),
            taken_by: "林小姐".into(),
        }),
        ..sample()
    }
}

fn said(view: &Estimate, locale: Locale) -> String {
    let pages = estimate(view, locale);
    assert_clean(&pages, &format!("{locale:?}"));
    assert!(pages.missing.is_empty(), "{:?}", pages.missing);
    let said: String = pages.pages.iter().map(all_text).collect();
    assert!(!said.contains('…'), "{said}");
    said.replace(char::is_whitespace, "")
}

fn bare(text: &str) -> String {
    text.replace(char::is_whitespace, "")
}

#[test]
fn an_estimate_says_every_amount_with_its_reason_in_any_language() {
    for locale in Locale::ALL {
        for view in [sample(), reviewed()] {
            let said = said(&view, locale);
            for line in &view.lines {
                for text in [&line.named(), &line.quantity, &line.reasons, &line.sum] {
                    assert!(said.contains(&bare(text)), "{locale:?} {text}");
                }
            }
            for text in [&view.total, &view.request_no, &view.schedule.version] {
                assert!(said.contains(&bare(text)), "{locale:?} {text}");
            }
            let open = [
                &view.content,
                &view.place,
                &view.capitals,
                &view.schedule.from,
            ];
            for text in open.into_iter().flatten() {
                assert!(said.contains(&bare(text)), "{locale:?} {text}");
            }
        }
    }
}

#[test]
fn before_consent_it_says_that_there_is_none_and_that_nothing_is_charged() {
    let before = said(&sample(), Locale::ZhHant);
    assert!(before.contains("尚未同意"), "{before}");
    assert!(before.contains("同意之前不收取任何費用"), "{before}");
    assert!(!before.contains("維修方案"), "{before}");

    let after = said(&reviewed(), Locale::ZhHant);
    assert!(!after.contains("尚未同意"), "{after}");
    for text in ["維修方案拆下存水彎", "2小時", "電話", "2026-11-2320:40"] {
        assert!(after.contains(text), "{text}: {after}");
    }
    // A range has no capitals.
    assert!(!after.contains("合計大寫") && before.contains("合計大寫"));
}

/// No text stands twice: an amount without an item is named by the plan that it is for, and refers to it.
#[test]
fn an_amount_without_an_item_refers_to_the_plan_or_the_report() {
    let plan = "拆下存水彎後以機器疏通主排水管";
    for (content, field) in [(plan, "報修內容"), ("浴室排水慢", "維修方案")] {
        let view = Estimate {
            content: Some(content.into()),
            lines: vec![line("", plan, "議定", ["500.00", "0.00", "500.00"])],
            review: Some(EstimateReview {
                plan: if content == plan {
                    "並更換止水墊"
                } else {
                    plan
                }
                .into(),
                ..EstimateReview::default()
            }),
            ..sample()
        };
        let said = said(&view, Locale::ZhHant);
        assert_eq!(said.matches(plan).count(), 1, "{said}");
        assert!(said.contains(&format!("見「{field}」")), "{said}");
    }
}

#[test]
fn a_plan_longer_than_a_page_and_sixty_lines_are_printed_whole() {
    let view = Estimate {
        lines: (1..=60)
            .map(|n| {
                let reasons = "2 盞 × 10.00 元；夜間加成 30%：加 6.00 元；".repeat(n % 5 + 1);
                line(
                    &format!("F{n}"),
                    "更換燈管",
                    &reasons,
                    ["1.00", "0.00", "1.00"],
                )
            })
            .collect(),
        review: Some(EstimateReview {
            plan: (1..=120)
                .map(|n| format!("第{n}步，拆下檢查。\n"))
                .collect(),
            ..EstimateReview::default()
        }),
        ..sample()
    };
    let said = said(&view, Locale::ZhHant);
    for n in 1..=60 {
        assert_eq!(said.matches(&format!("F{n}更換")).count(), 1, "{n}");
    }
    for n in 1..=120 {
        assert_eq!(said.matches(&format!("第{n}步，")).count(), 1, "{n}");
    }
    // The head of the table stands on each of its pages.
    assert!(said.matches("金額由來").count() > 2);
}

#[test]
fn golden_estimate() {
    golden::check("estimate-zh-Hant", &estimate(&reviewed(), Locale::ZhHant));
}
