//! Every form of a price, every source of material and every surcharge in all three languages.

use super::*;
use crate::money::Money;
use crate::pricing::calendar::CalendarDay;
use crate::pricing::evaluate::sample::{instead, item, listed, plus};
use crate::pricing::item::Quantity;

fn said(words: impl Fn(Locale) -> String) -> [String; 3] {
    Locale::ALL.map(words)
}

const HOURLY: Price = Price::Hourly {
    rate: Money(6000),
    step: 30,
    least: 60,
};

#[test]
fn every_form_of_a_price_has_its_words() {
    for (price, unit, words) in [
        (Price::Free, "盞", ["免費", "免费", "Free"]),
        (
            Price::Each { price: Money(1000) },
            "盞",
            ["10.00 元／盞", "10.00 元/盞", "10.00 per 盞"],
        ),
        (
            Price::Each { price: Money(1000) },
            "",
            ["10.00 元", "10.00 元", "10.00"],
        ),
        (
            Price::Range {
                from: Money(2000),
                to: Money(4000),
            },
            "次",
            [
                "20.00–40.00 元／次",
                "20.00–40.00 元/次",
                "20.00–40.00 per 次",
            ],
        ),
        (
            Price::Actual,
            "次",
            [
                "按實際情況定價，先評審",
                "按实际情况定价，先评审",
                "By the actual case, reviewed first",
            ],
        ),
        (
            Price::From {
                price: Money(10_000),
            },
            "套",
            ["100.00 元起／套", "100.00 元起/套", "from 100.00 per 套"],
        ),
        (Price::ByKind, "台", ["依種類計價", "依种类计价", "By kind"]),
        (
            HOURLY,
            "次",
            [
                "每小時 60.00 元，不足 30 分鐘按 30 分鐘計，最少計 60 分鐘",
                "每小时 60.00 元，不足 30 分钟按 30 分钟计，最少计 60 分钟",
                "60.00 an hour, each begun 30 minutes charged whole, at least 60 minutes",
            ],
        ),
        (
            Price::Hourly {
                rate: Money(6000),
                step: 15,
                least: 0,
            },
            "次",
            [
                "每小時 60.00 元，不足 15 分鐘按 15 分鐘計",
                "每小时 60.00 元，不足 15 分钟按 15 分钟计",
                "60.00 an hour, each begun 15 minutes charged whole",
            ],
        ),
        (
            Price::FirstThen {
                first: Quantity(2500),
                price: Money(5000),
                then: Money(1200),
            },
            "米",
            [
                "2.5 米以內共 50.00 元，超出部分每米 12.00 元",
                "2.5 米以内共 50.00 元，超出部分每米 12.00 元",
                "The first 2.5 米 50.00 together, then 12.00 per 米",
            ],
        ),
    ] {
        assert_eq!(said(|locale| super::price(price, unit, locale)), words);
    }
}

#[test]
fn an_item_says_its_variants_minimum_and_cap_behind_its_price() {
    let mut item = item(Price::Each { price: Money(1000) });
    item.variants = vec![
        plus("高度超過3米", 500, true),
        plus("夜間自備梯", 2000, false),
        instead("分體式", Price::Each { price: Money(8000) }),
    ];
    item.variants.push(Variant {
        name: "每加一管".into(),
        change: Change::Further { amount: Money(700) },
    });
    item.minimum = Some(Money(2000));
    item.cap = Some(Money(20_000));
    assert_eq!(
        said(|locale| labour(&item, locale)),
        [
            "10.00 元／盞；高度超過3米：每盞另加 5.00 元；夜間自備梯：另加 20.00 元，不論數量；分體式：80.00 元／盞；\
             每加一管：另加 7.00 元，按份數計；最低收費 20.00 元；最高收費 200.00 元",
            "10.00 元/盞；高度超過3米：每盞另加 5.00 元；夜間自備梯：另加 20.00 元，不论数量；分體式：80.00 元/盞；\
             每加一管：另加 7.00 元，按份数计；最低收费 20.00 元；最高收费 200.00 元",
            "10.00 per 盞; 高度超過3米: 5.00 more per 盞; 夜間自備梯: 20.00 more, whatever the quantity; 分體式: 80.00 per 盞; \
             每加一管: 7.00 more for each; Minimum charge 20.00; Maximum charge 200.00",
        ]
    );
}

#[test]
fn material_says_each_way_that_the_list_allows() {
    let words = |material: &Material| said(|locale| super::material(material, locale));
    assert_eq!(words(&Material::default()), ["", "", ""]);
    let included = Material {
        included: true,
        ..Material::default()
    };
    assert_eq!(
        words(&included),
        ["已含材料費", "已含材料费", "Material included"]
    );
    let mut metre = listed("", 500);
    metre.unit = "米".into();
    let all = Material {
        listed: vec![listed("9W", 6500), listed("16W", 7000), metre],
        market: true,
        owner: true,
        ..Material::default()
    };
    assert_eq!(
        words(&all),
        [
            "9W 65.00 元、16W 70.00 元、5.00 元／米，或按市價，或業主自購",
            "9W 65.00 元、16W 70.00 元、5.00 元/米，或按市价，或业主自购",
            "9W 65.00, 16W 70.00, 5.00 per 米, or at the price of the market, or the owner's own",
        ]
    );
}

#[test]
fn surcharges_say_when_how_much_and_of_what() {
    let surcharge = |when, extra, categories: &[FeeCategory]| {
        let row = Surcharge {
            when,
            extra,
            categories: categories.to_vec(),
        };
        said(|locale| super::surcharge(&row, locale))
    };
    let night = When::Night {
        from: "22:00:00".parse().unwrap(),
        to: "06:30:00".parse().unwrap(),
    };
    let percent = Extra::Percent { basis_points: 3050 };
    assert_eq!(
        surcharge(night, percent, FeeCategory::ALL),
        [
            "夜間 22:00–06:30：人工費加 30.5%（住戶維修、員工社區維修、特約服務）",
            "夜间 22:00–06:30：人工费加 30.5%（住户维修、员工社区维修、特约服务）",
            "At night 22:00–06:30: labour plus 30.5% (Household repairs, Staff community repairs, Special services)",
        ]
    );
    let line = Extra::Line { amount: Money(500) };
    assert_eq!(
        surcharge(When::Holiday, line, &[FeeCategory::Special])[0],
        "假日：每項加 5.00 元（特約服務）"
    );
    let order = Extra::Order {
        amount: Money(5000),
    };
    assert_eq!(
        surcharge(When::Urgent, order, &[FeeCategory::Household])[0],
        "急修：每單加 50.00 元（住戶維修）"
    );
}

#[test]
fn holidays_are_listed_by_day_and_worked_weekends_apart() {
    let day = |day: &str, name: &str, holiday| CalendarDay {
        day: day.parse().unwrap(),
        name: name.into(),
        holiday,
    };
    let mut calendar = Calendar {
        weekends: true,
        days: vec![
            day("2026-10-10", "國慶日", true),
            day("2026-10-17", "補班", false),
            day("2026-09-25", "中秋節", true),
        ],
    };
    assert_eq!(
        said(|locale| holidays(&calendar, locale)),
        [
            "假日：星期六與星期日、2026-09-25 中秋節、2026-10-10 國慶日；不算假日：2026-10-17 補班",
            "假日：星期六和星期日、2026-09-25 中秋節、2026-10-10 國慶日；不算假日：2026-10-17 補班",
            "Holidays: Saturdays and Sundays, 2026-09-25 中秋節, 2026-10-10 國慶日; worked as any day: 2026-10-17 補班",
        ]
    );
    calendar.weekends = false;
    calendar.days.retain(|day| !day.holiday);
    assert_eq!(holidays(&calendar, Locale::ZhHant), "");
}

#[test]
fn the_warranty_is_said_in_days() {
    assert_eq!(said(|locale| warranty(0, locale)), ["", "", ""]);
    assert_eq!(
        said(|locale| warranty(30, locale)),
        ["30 天", "30 天", "30 days"]
    );
}
