//! Every reason has its words in all three languages.

use super::*;
use crate::pricing::item::Quantity;

/// A reason of each kind that adds 6.00, with its words in the order of [`Locale::ALL`].
fn table() -> Vec<(Why, [&'static str; 3])> {
    let (quantity, unit) = (Quantity(2500), "米".to_owned());
    let (price, from, to) = (Money(1000), Money(500), Money(2000));
    let surcharge = |occasion, extra| Why::Surcharge { occasion, extra };
    let percent = |basis_points| Extra::Percent { basis_points };
    let material = |spec: &str, supply| Why::Material {
        name: "燈管".into(),
        spec: spec.into(),
        quantity,
        supply,
    };
    let until = "2026-12-01".parse().unwrap();
    let name = "國慶日".to_owned();
    vec![
        (
            Why::Warranty {
                warranty: Warranty::Redone,
            },
            [
                "返修（再次派單），免人工費",
                "返修（再次派单），免人工费",
                "Redone (dispatched again), no labour",
            ],
        ),
        (
            Why::Warranty {
                warranty: Warranty::Within { until },
            },
            [
                "保固期內返修（至 2026-12-01），免人工費",
                "保修期内返修（至 2026-12-01），免人工费",
                "Redone under warranty (to 2026-12-01), no labour",
            ],
        ),
        (
            Why::Instead {
                variant: "分體式".into(),
            },
            ["按「分體式」計價", "按“分體式”计价", "Priced as “分體式”"],
        ),
        (Why::Free, ["免費", "免费", "Free"]),
        (
            Why::Each {
                quantity,
                unit: unit.clone(),
                price,
            },
            ["2.5 米 × 10.00 元", "2.5 米 × 10.00 元", "2.5 米 × 10.00"],
        ),
        (
            Why::Range {
                quantity,
                unit: unit.clone(),
                from,
                to,
            },
            [
                "2.5 米 × 5.00–20.00 元，金額待議定",
                "2.5 米 × 5.00–20.00 元，金额待议定",
                "2.5 米 × 5.00–20.00, still to be agreed",
            ],
        ),
        (
            Why::Agreed {
                quantity,
                unit: unit.clone(),
                from,
                to,
                price,
            },
            [
                "2.5 米 × 10.00 元（標準 5.00–20.00 元，已議定）",
                "2.5 米 × 10.00 元（标准 5.00–20.00 元，已议定）",
                "2.5 米 × 10.00 (agreed within 5.00–20.00)",
            ],
        ),
        (
            Why::Actual { agreed: None },
            [
                "按實際情況定價，待評審",
                "按实际情况定价，待评审",
                "Priced by the actual case, to be reviewed",
            ],
        ),
        (
            Why::Actual {
                agreed: Some(price),
            },
            [
                "按實際情況定價，議定 10.00 元",
                "按实际情况定价，议定 10.00 元",
                "Priced by the actual case: 10.00 agreed",
            ],
        ),
        (
            Why::From {
                quantity: Quantity(2000),
                unit: "套".into(),
                price,
                agreed: None,
            },
            [
                "2 套 × 10.00 元起，按實際情況定價，待評審",
                "2 套 × 10.00 元起，按实际情况定价，待评审",
                "2 套 × at least 10.00, priced by the actual case, to be reviewed",
            ],
        ),
        (
            Why::From {
                quantity: Quantity(2000),
                unit: "套".into(),
                price,
                agreed: Some(Money(3000)),
            },
            [
                "2 套 × 10.00 元起，按實際情況議定 30.00 元",
                "2 套 × 10.00 元起，按实际情况议定 30.00 元",
                "2 套 × at least 10.00, by the actual case: 30.00 agreed",
            ],
        ),
        (
            Why::ByKind {
                quantity: Quantity(2000),
                unit: "台".into(),
                each: Amount {
                    from: Money(3000),
                    to: Some(Money(5000)),
                },
            },
            [
                "2 台 × 30.00–50.00 元，依種類而定",
                "2 台 × 30.00–50.00 元，依种类而定",
                "2 台 × 30.00–50.00, by kind",
            ],
        ),
        (
            Why::Outside { agreed: None },
            [
                "不在收費標準內，待評審",
                "不在收费标准内，待评审",
                "Not in the schedule, to be reviewed",
            ],
        ),
        (
            Why::Outside {
                agreed: Some(price),
            },
            [
                "不在收費標準內，議定 10.00 元",
                "不在收费标准内，议定 10.00 元",
                "Not in the schedule: 10.00 agreed",
            ],
        ),
        (
            Why::Hourly {
                minutes: 61,
                charged: 90,
                rate: price,
            },
            [
                "工時 61 分鐘，計 90 分鐘 × 每小時 10.00 元",
                "工时 61 分钟，计 90 分钟 × 每小时 10.00 元",
                "61 min worked, 90 min charged × 10.00 per hour",
            ],
        ),
        (
            Why::First {
                first: quantity,
                unit: unit.clone(),
                price,
            },
            [
                "前 2.5 米以內 10.00 元",
                "前 2.5 米以内 10.00 元",
                "First 2.5 米 together 10.00",
            ],
        ),
        (
            Why::Beyond {
                quantity,
                unit,
                price,
            },
            [
                "超出 2.5 米 × 10.00 元",
                "超出 2.5 米 × 10.00 元",
                "2.5 米 beyond × 10.00",
            ],
        ),
        (
            Why::Add {
                variant: "高度超過3米".into(),
                amount: to,
                quantity: None,
            },
            [
                "高度超過3米：加 20.00 元",
                "高度超過3米：加 20.00 元",
                "高度超過3米: +20.00",
            ],
        ),
        (
            Why::Add {
                variant: "夾層".into(),
                amount: Money(240),
                quantity: Some(quantity),
            },
            [
                "夾層：2.5 × 2.40 元，加 6.00 元",
                "夾層：2.5 × 2.40 元，加 6.00 元",
                "夾層: 2.5 × 2.40, +6.00",
            ],
        ),
        (
            Why::Minimum { amount: to },
            [
                "最低收費 20.00 元",
                "最低收费 20.00 元",
                "Minimum charge 20.00",
            ],
        ),
        (
            Why::Cap { amount: to },
            [
                "最高收費 20.00 元",
                "最高收费 20.00 元",
                "Maximum charge 20.00",
            ],
        ),
        (
            surcharge(Occasion::Night, percent(3000)),
            [
                "夜間加成 30%：加 6.00 元",
                "夜间加成 30%：加 6.00 元",
                "Night surcharge 30 %: +6.00",
            ],
        ),
        (
            surcharge(Occasion::Holiday { name }, percent(1250)),
            [
                "假日（國慶日）加成 12.5%：加 6.00 元",
                "节假日（國慶日）加成 12.5%：加 6.00 元",
                "Holiday (國慶日) surcharge 12.5 %: +6.00",
            ],
        ),
        (
            surcharge(Occasion::Weekend, Extra::Line { amount: Money(600) }),
            [
                "假日（週末）加收：加 6.00 元",
                "节假日（周末）加收：加 6.00 元",
                "Holiday (weekend) surcharge: +6.00",
            ],
        ),
        (
            surcharge(Occasion::Urgent, Extra::Order { amount: Money(600) }),
            [
                "急修加收（每單）：加 6.00 元",
                "急修加收（每单）：加 6.00 元",
                "Urgent surcharge (per order): +6.00",
            ],
        ),
        (
            material("9W", Supply::Listed { price }),
            [
                "材料 燈管 9W：2.5 × 10.00 元（標準價）",
                "材料 燈管 9W：2.5 × 10.00 元（标准价）",
                "Material 燈管 9W: 2.5 × 10.00 (list price)",
            ],
        ),
        (
            material("", Supply::Market { price }),
            [
                "材料 燈管：2.5 × 10.00 元（市價）",
                "材料 燈管：2.5 × 10.00 元（市场价）",
                "Material 燈管: 2.5 × 10.00 (market price)",
            ],
        ),
        (
            material("", Supply::Included),
            [
                "材料 燈管：2.5，已含在收費內",
                "材料 燈管：2.5，已含在收费内",
                "Material 燈管: 2.5, included",
            ],
        ),
        (
            material("", Supply::Owner),
            [
                "材料 燈管：2.5，業主自購，不計費",
                "材料 燈管：2.5，业主自购，不计费",
                "Material 燈管: 2.5, owner's own, no charge",
            ],
        ),
    ]
}

#[test]
fn every_reason_says_why_in_three_languages() {
    for (why, said) in table() {
        let reason = Reason {
            why,
            adds: Amount::settled(Money(600)),
        };
        for (locale, said) in Locale::ALL.into_iter().zip(said) {
            assert_eq!(words(&reason, locale), said);
        }
    }
}

#[test]
fn a_line_is_told_step_by_step() {
    let said: Vec<Reason> = [
        Why::Each {
            quantity: Quantity(2000),
            unit: "盞".into(),
            price: Money(1000),
        },
        Why::Minimum {
            amount: Money(3000),
        },
    ]
    .into_iter()
    .map(|why| Reason {
        why,
        adds: Amount::ZERO,
    })
    .collect();
    assert_eq!(
        reasons(&said, Locale::ZhHant),
        "2 盞 × 10.00 元；最低收費 30.00 元"
    );
    assert_eq!(
        reasons(&said, Locale::En),
        "2 盞 × 10.00; Minimum charge 30.00"
    );
}

#[test]
fn an_amount_is_read_out_as_far_as_it_is_known() {
    let of = |from, to: Option<i64>| Amount {
        from: Money(from),
        to: to.map(Money),
    };
    for (from, to, said) in [
        (3000, Some(3000), ["30.00 元", "30.00 元", "30.00"]),
        (
            5000,
            Some(8000),
            ["50.00–80.00 元", "50.00–80.00 元", "50.00–80.00"],
        ),
        (2000, None, ["20.00 元起", "20.00 元起", "from 20.00"]),
        (0, None, ["待定", "待定", "not known yet"]),
    ] {
        for (locale, said) in Locale::ALL.into_iter().zip(said) {
            assert_eq!(amount(of(from, to), locale), said);
        }
    }
}
