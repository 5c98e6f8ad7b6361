//! The schedule on the wall: every item once, every price form in words, heads on every page, drafts marked.

use super::*;
use crate::money::Money;
use crate::pricing::calendar::Calendar;
use crate::pricing::evaluate::sample::{instead, item, listed, plus};
use crate::pricing::item::{Material, Price, Quantity};
use crate::pricing::surcharge::{Extra, Surcharge, When};
use crate::print::clean::{all_text, assert_clean};
use crate::print::golden;

fn named(code: &str, group: &str, name: &str, unit: &str, labour: Price) -> FeeItem {
    FeeItem {
        code: code.into(),
        group: group.into(),
        name: name.into(),
        also: String::new(),
        unit: unit.into(),
        ..item(labour)
    }
}

/// An item of each form of price.
fn items() -> Vec<FeeItem> {
    let each = |cents| Price::Each {
        price: Money(cents),
    };
    let mut lamp = named(
        "4",
        "照明",
        "更換LED燈管9W/16W（不含改線路）",
        "支",
        each(1000),
    );
    lamp.material = Material {
        listed: vec![listed("9W", 6500), listed("16W", 7000)],
        owner: true,
        ..Material::default()
    };
    lamp.variants = vec![plus("高度超過3米", 2000, false)];
    lamp.warranty_days = 30;
    let mut cooler = named("21", "安裝", "空調", "台", each(5000));
    cooler.variants = vec![
        instead("分體式", each(18_000)),
        plus("無預留孔", 3000, true),
    ];
    cooler.remarks = "不含支架；高空作業另由專業單位施工，業主自行洽談".into();
    let mut drain = named(
        "31",
        "疏通",
        "疏通排水管",
        "次",
        Price::Range {
            from: Money(5000),
            to: Money(8000),
        },
    );
    drain.material.included = true;
    let mut pipe = named(
        "32",
        "疏通",
        "更換水管",
        "米",
        Price::FirstThen {
            first: Quantity(3000),
            price: Money(6000),
            then: Money(1500),
        },
    );
    pipe.material.market = true;
    pipe.minimum = Some(Money(6000));
    pipe.cap = Some(Money(60_000));
    let mut clean = named(
        "T1",
        "",
        "家居清潔",
        "小時",
        Price::Hourly {
            rate: Money(6000),
            step: 30,
            least: 60,
        },
    );
    clean.category = FeeCategory::Special;
    let mut free = named("Y1", "", "更換啟輝器", "只", Price::Free);
    free.category = FeeCategory::StaffCommunity;
    let wall = named("33", "土建", "牆面修補", "平方米", Price::Actual);
    vec![lamp, cooler, drain, pipe, wall, free, clean]
}

/// The items with the surcharges and the holidays.
pub fn sample(locale: Locale) -> FeeSchedule {
    let night = Surcharge {
        when: When::Night {
            from: "22:00:00".parse().unwrap(),
            to: "06:00:00".parse().unwrap(),
        },
        extra: Extra::Percent { basis_points: 3000 },
        categories: FeeCategory::ALL.to_vec(),
    };
    let urgent = Surcharge {
        when: When::Urgent,
        extra: Extra::Order {
            amount: Money(5000),
        },
        categories: vec![FeeCategory::Household],
    };
    let calendar = Calendar {
        weekends: true,
        days: Vec::new(),
    };
    FeeSchedule {
        office: "幸福花園物業管理處".into(),
        office_phone: Some("02-2345-6789".into()),
        version: FormSchedule {
            version: "2026 年版".into(),
            approved: Some("業主委員會 2026-09-01".into()),
            from: Some("2026-10-01".into()),
        },
        draft: false,
        sections: FeeSection::of(&items(), locale),
        surcharges: [night, urgent]
            .iter()
            .map(|row| price_words::surcharge(row, locale))
            .collect(),
        holidays: price_words::holidays(&calendar, locale),
        printed_by: Some("林小姐".into()),
        printed_at: Some("2026-09-28 10:00".into()),
    }
}

/// So many items in groups of forty.
pub fn large(count: usize) -> FeeSchedule {
    let items: Vec<FeeItem> = (1..=count)
        .map(|n| {
            let mut item = items()[n % 7].clone();
            item.code = format!("X{n:04}");
            item.group = format!("第 {} 類", n / 40);
            item.remarks = item.remarks.repeat(n % 3);
            item
        })
        .collect();
    FeeSchedule {
        sections: FeeSection::of(&items, Locale::ZhHant),
        ..sample(Locale::ZhHant)
    }
}

fn bare(text: &str) -> String {
    text.replace(char::is_whitespace, "")
}

#[test]
fn every_price_hangs_on_the_wall_in_words_in_any_language() {
    for locale in Locale::ALL {
        let view = sample(locale);
        let pages = fee_schedule(&view, locale);
        assert_clean(&pages, &format!("{locale:?}"));
        assert!(pages.missing.is_empty(), "{:?}", pages.missing);
        let said: String = pages.pages.iter().map(all_text).collect();
        assert!(!said.contains('…'), "{said}");
        let said = bare(&said);
        let mut rows = 0;
        for section in &view.sections {
            assert!(said.contains(&bare(&section.category)));
            for group in &section.groups {
                assert!(said.contains(&bare(&group.name)));
                for row in &group.items {
                    rows += 1;
                    for text in [&row.name, &row.labour, &row.material, &row.warranty] {
                        assert!(said.contains(&bare(text)), "{locale:?} {text}");
                    }
                    assert!(said.contains(&bare(&row.remarks)));
                }
            }
        }
        assert_eq!(rows, items().len());
        for text in view.surcharges.iter().chain([&view.holidays]) {
            assert!(said.contains(&bare(text)), "{locale:?} {text}");
        }
        for text in ["2026年版", "業主委員會2026-09-01", "2026-10-01"] {
            assert!(said.contains(text), "{locale:?} {text}");
        }
    }
}

#[test]
fn two_thousand_items_stand_once_each_and_every_page_has_its_heads() {
    let view = large(2000);
    let pages = fee_schedule(&view, Locale::ZhHant);
    let texts: Vec<String> = pages.pages.iter().map(all_text).collect();
    let all = texts.concat();
    for n in 1..=2000 {
        let code = format!("X{n:04}");
        assert_eq!(all.matches(&code).count(), 1, "{code}");
    }
    for (index, page) in texts.iter().enumerate() {
        let number = format!("第 {} 頁，共 {} 頁", index + 1, texts.len());
        for said in [number.as_str(), "維修項目收費標準", "2026 年版"] {
            assert!(page.contains(said), "page {}: {said}", index + 1);
        }
        // All but the last, which may hold the notes only, go on with the table under its heads and category.
        if index + 1 < texts.len() {
            assert!(page.contains("人工費") && page.contains("保固"));
            let category = view.sections.iter().any(|s| page.contains(&s.category));
            assert!(category, "page {}", index + 1);
        }
    }
    assert!(!all.contains('…'));
    for page in &pages.pages {
        let clean = PrintPages {
            pages: vec![page.clone()],
            missing: Vec::new(),
        };
        assert_clean(&clean, "large");
    }
}

#[test]
fn a_draft_says_on_every_page_that_it_is_none_to_charge_by() {
    let draft = FeeSchedule {
        draft: true,
        version: FormSchedule {
            version: "2027 年版".into(),
            ..FormSchedule::default()
        },
        ..large(60)
    };
    let pages = fee_schedule(&draft, Locale::ZhHant).pages;
    assert!(pages.len() > 1);
    for page in &pages {
        let said = all_text(page);
        assert!(said.contains("草稿") && said.contains("尚未核准"), "{said}");
    }
    let valid = fee_schedule(&sample(Locale::ZhHant), Locale::ZhHant).pages;
    assert!(!all_text(&valid[0]).contains("草稿"));
}

#[test]
fn a_version_called_as_the_form_is_says_so_once() {
    let mut view = sample(Locale::ZhHant);
    view.version.version = "維修項目收費標準".into();
    for page in &fee_schedule(&view, Locale::ZhHant).pages {
        let said = all_text(page);
        assert_eq!(said.matches("維修項目收費標準").count(), 1, "{said}");
        assert!(said.contains("業主委員會 2026-09-01"), "{said}");
    }
}

#[test]
fn golden_fee_schedule() {
    let view = sample(Locale::ZhHant);
    golden::check("fee-schedule-zh-Hant", &fee_schedule(&view, Locale::ZhHant));
}
