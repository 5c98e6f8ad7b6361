//! Each price form at its edges, variants, limits, material.

use super::sample::*;
use crate::Code;
use crate::money::Money;
use crate::pricing::item::{Price, Quantity};
use crate::pricing::line::{Line, Subject, Supply, Work};
use crate::pricing::quote::{ReviewWhy, Verdict, Why};
use crate::pricing::warranty::Warranty;

const EACH: Price = Price::Each { price: Money(1000) };
const RANGE: Price = Price::Range {
    from: Money(5000),
    to: Money(8000),
};

fn agreed(thousandths: i64, cents: i64) -> Work {
    Work {
        agreed: Some(Money(cents)),
        ..work(thousandths)
    }
}

fn variants(names: &[&str]) -> Work {
    Work {
        variants: names.iter().map(|n| (*n).to_owned()).collect(),
        ..work(2000)
    }
}

#[test]
fn a_price_for_each_unit_is_rounded_half_up_to_the_cent() {
    assert_eq!(labour(&item(EACH), &work(2000)), 2000);
    let odd = item(Price::Each { price: Money(333) });
    // 2.5 × 3.33 = 8.325; 2.35 × 3.33 = 7.8255; 1.1 × 3.33 = 3.663.
    for (thousandths, cents) in [(2500, 833), (2350, 783), (1100, 366), (1, 0), (2, 1)] {
        assert_eq!(labour(&odd, &work(thousandths)), cents, "{thousandths}");
    }
    assert_eq!(labour(&item(Price::Free), &work(9000)), 0);
}

#[test]
fn the_first_units_are_together_and_each_further_one_is_added() {
    let item = item(Price::FirstThen {
        first: Quantity(20_000),
        price: Money(1500),
        then: Money(500),
    });
    for (thousandths, cents) in [
        (1, 1500),
        (19_999, 1500),
        (20_000, 1500),
        (20_001, 1501),
        (20_500, 1750),
        (23_000, 3000),
    ] {
        assert_eq!(labour(&item, &work(thousandths)), cents, "{thousandths}");
    }
}

#[test]
fn each_begun_half_hour_is_charged_and_never_less_than_the_least() {
    let item = item(Price::Hourly {
        rate: Money(10_000),
        step: 30,
        least: 60,
    });
    for (minutes, cents) in [
        (1, 10_000),
        (60, 10_000),
        (61, 15_000),
        (90, 15_000),
        (91, 20_000),
        (60_000, 10_000_000),
    ] {
        let work = Work {
            minutes: Some(minutes),
            ..work(1000)
        };
        assert_eq!(labour(&item, &work), cents, "{minutes}");
    }
    let odd = super::sample::item(Price::Hourly {
        rate: Money(10_000),
        step: 1,
        least: 50,
    });
    let work = Work {
        minutes: Some(20),
        ..work(3000)
    };
    assert_eq!(labour(&odd, &work), 8333, "50 minutes, whatever is counted");
}

#[test]
fn a_range_is_open_until_a_price_within_it_is_agreed() {
    let item = item(RANGE);
    let open = quote(line(&item, &work(2000))).unwrap();
    assert_eq!(
        (open.labour.from, open.labour.to),
        (Money(10_000), Some(Money(16_000)))
    );
    assert_eq!(open.verdict, Verdict::Open);
    for (price, cents) in [(5000, 10_000), (6050, 12_100), (8000, 16_000)] {
        let settled = quote(line(&item, &agreed(2000, price))).unwrap();
        assert_eq!(settled.labour.certain(), Some(Money(cents)));
        assert_eq!(settled.verdict, Verdict::InSchedule);
    }
    for price in [4999, 8001, -1, i64::MAX] {
        let error = refusal(&item, &agreed(2000, price));
        assert_eq!(error.code, Code::AgreedOutsideRange, "{price}");
        assert_eq!(error.field.as_deref(), Some("lines.0.agreed"));
    }
}

#[test]
fn by_the_actual_case_nobody_knows_the_most_and_the_review_stays() {
    let item = item(Price::Actual);
    let review = Verdict::Review {
        why: ReviewWhy::ActualCase,
    };
    let open = quote(line(&item, &work(3000))).unwrap();
    assert_eq!((open.labour.from, open.labour.to), (Money(0), None));
    assert_eq!(open.verdict, review);
    let settled = quote(line(&item, &agreed(3000, 25_000))).unwrap();
    assert_eq!(
        settled.labour.certain(),
        Some(Money(25_000)),
        "for the whole line"
    );
    assert_eq!(settled.verdict, review);
    for cents in [-1, Money::MOST.0 + 1] {
        assert_eq!(refusal(&item, &agreed(1000, cents)).code, Code::OutOfBounds);
    }
}

#[test]
fn work_outside_the_schedule_is_reviewed() {
    let of = |work: &Work| {
        quote(Line {
            subject: Subject::Outside { name: "修圍欄" },
            work,
            warranty: None,
        })
    };
    let mut work = agreed(1000, 30_000);
    let priced = of(&work).unwrap();
    assert_eq!(priced.labour.certain(), Some(Money(30_000)));
    let why = ReviewWhy::Outside;
    assert_eq!(priced.verdict, Verdict::Review { why });
    work.agreed = None;
    work.materials = vec![used("", Supply::Market { price: Money(700) })];
    let open = of(&work).unwrap();
    assert_eq!((open.total.from, open.total.to), (Money(700), None));
    work.materials = vec![used("", Supply::Listed { price: Money(700) })];
    assert_eq!(of(&work).unwrap_err().code, Code::PriceNotListed);
    assert_eq!(
        of(&variants(&["高處"])).unwrap_err().code,
        Code::UnknownVariant
    );
}

#[test]
fn a_variant_stands_in_for_the_price_or_adds_to_it() {
    let mut item = item(EACH);
    item.variants = vec![
        instead("分體式", Price::Each { price: Money(8000) }),
        instead("特大", Price::Actual),
        plus("高度超過3米", 2000, false),
        plus("夾層", 150, true),
    ];
    for (names, cents) in [
        (&[][..], 2000),
        (&["分體式"], 16_000),
        (&["高度超過3米"], 4000),
        (&["夾層"], 2300),
        (&["夾層", "高度超過3米", "分體式"], 18_300),
        (&["分體式", "高度超過3米", "夾層"], 18_300),
    ] {
        assert_eq!(labour(&item, &variants(names)), cents, "{names:?}");
    }
    let special = quote(line(&item, &variants(&["特大", "高度超過3米"]))).unwrap();
    assert_eq!(
        (special.labour.from, special.labour.to),
        (Money(2000), None)
    );
    for (names, code) in [
        (&["三相"][..], Code::UnknownVariant),
        (&["分體式", "特大"], Code::VariantsClash),
        (&["夾層", "夾層"], Code::VariantsClash),
        (&["分體式", "分體式"], Code::VariantsClash),
    ] {
        let error = refusal(&item, &variants(names));
        assert_eq!(error.code, code, "{names:?}");
        assert_eq!(error.field.as_deref(), Some("lines.0.variants"));
    }
}

#[test]
fn minimum_and_cap_hold_for_the_labour_with_its_variants() {
    let mut item = item(EACH);
    item.variants = vec![plus("高處", 500, false)];
    item.minimum = Some(Money(3000));
    item.cap = Some(Money(4000));
    for (thousandths, cents) in [
        (1, 3000),
        (3000, 3000),
        (3100, 3100),
        (4000, 4000),
        (4001, 4000),
    ] {
        assert_eq!(labour(&item, &work(thousandths)), cents, "{thousandths}");
    }
    assert_eq!(
        labour(&item, &variants(&["高處"])),
        3000,
        "20 + 5, at least 30"
    );
    item.labour = RANGE;
    item.cap = Some(Money(6000));
    let open = quote(line(&item, &work(1000))).unwrap();
    assert_eq!(
        (open.labour.from, open.labour.to),
        (Money(5000), Some(Money(6000)))
    );
    item.labour = Price::Free;
    assert_eq!(labour(&item, &work(1000)), 0, "free stays free");
    assert_eq!(labour(&item, &variants(&["高處"])), 3000);
}

#[test]
fn warranty_takes_the_labour_and_leaves_the_material() {
    let mut item = item(Price::Actual);
    item.minimum = Some(Money(3000));
    item.material.listed = vec![listed("", 1800)];
    let mut work = work(1000);
    work.materials = vec![used("", Supply::Listed { price: Money(1800) })];
    let redone = quote(Line {
        warranty: Some(Warranty::Redone),
        ..line(&item, &work)
    })
    .unwrap();
    assert_eq!(redone.labour.certain(), Some(Money(0)));
    assert_eq!(redone.total.certain(), Some(Money(1800)));
    assert_eq!(
        redone.verdict,
        Verdict::InSchedule,
        "no price is left to agree"
    );
}

#[test]
fn material_costs_what_its_supply_says() {
    let mut item = item(Price::Free);
    item.material.listed = vec![listed("9W", 6500), listed("16W", 7000)];
    let listed = |cents| Supply::Listed {
        price: Money(cents),
    };
    let market = Supply::Market { price: Money(333) };
    let with = |spec, supply, thousandths| {
        let mut material = used(spec, supply);
        material.quantity = Quantity(thousandths);
        Work {
            materials: vec![material],
            ..work(1000)
        }
    };
    for (spec, supply, thousandths, cents) in [
        ("9W", listed(6500), 2000, 13_000),
        ("16W", listed(7000), 1000, 7000),
        ("T8", listed(7000), 1000, 7000),
        ("", Supply::Owner, 5000, 0),
        ("", market, 2500, 833),
    ] {
        let priced = quote(line(&item, &with(spec, supply, thousandths))).unwrap();
        assert_eq!(priced.material, Money(cents), "{spec} {supply:?}");
    }
    for (spec, supply, thousandths, code, field) in [
        ("9W", listed(7000), 1000, Code::PriceNotListed, "price"),
        ("", listed(6400), 1000, Code::PriceNotListed, "price"),
        ("", listed(-1), 1000, Code::OutOfBounds, "price"),
        (
            "",
            Supply::Included,
            1000,
            Code::MaterialNotIncluded,
            "supply",
        ),
        ("", market, 0, Code::OutOfBounds, "quantity"),
    ] {
        let error = refusal(&item, &with(spec, supply, thousandths));
        assert_eq!(error.code, code, "{spec} {supply:?}");
        let field = format!("lines.0.materials.0.{field}");
        assert_eq!(error.field, Some(field));
    }
    item.material.included = true;
    let covered = quote(line(&item, &with("", Supply::Included, 1000))).unwrap();
    assert_eq!(covered.material, Money(0));
}

#[test]
fn a_market_price_where_the_list_says_otherwise_is_reviewed() {
    let mut item = item(EACH);
    let mut work = work(1000);
    work.materials = vec![used("", Supply::Market { price: Money(9900) })];
    let why = ReviewWhy::MaterialOffList;
    let off = Verdict::Review { why };
    for (included, named, market, verdict) in [
        (false, false, false, Verdict::InSchedule),
        (false, true, false, off),
        (true, false, false, off),
        (false, true, true, Verdict::InSchedule),
    ] {
        item.material.included = included;
        item.material.listed = named.then(|| listed("", 1800)).into_iter().collect();
        item.material.market = market;
        let priced = quote(line(&item, &work)).unwrap();
        assert_eq!(priced.verdict, verdict, "{included} {named} {market}");
    }
}

#[test]
fn reasons_stand_in_the_order_in_which_the_amount_came_about() {
    let mut item = item(RANGE);
    item.variants = vec![instead("分體式", EACH), plus("高處", 500, false)];
    item.minimum = Some(Money(9000));
    item.material.market = true;
    let mut work = variants(&["高處", "分體式"]);
    work.materials = vec![used("", Supply::Market { price: Money(700) })];
    let priced = quote(line(&item, &work)).unwrap();
    let (unit, quantity) = ("盞".to_owned(), Quantity(2000));
    let whys: Vec<Why> = priced.reasons.iter().map(|r| r.why.clone()).collect();
    let expected = [
        Why::Instead {
            variant: "分體式".into(),
        },
        Why::Each {
            quantity,
            unit,
            price: Money(1000),
        },
        Why::Add {
            variant: "高處".into(),
            amount: Money(500),
            quantity: None,
        },
        Why::Minimum {
            amount: Money(9000),
        },
        Why::Material {
            name: "燈管".into(),
            spec: String::new(),
            quantity: Quantity(1000),
            supply: Supply::Market { price: Money(700) },
        },
    ];
    assert_eq!(whys, expected);
    let adds: Vec<i64> = priced.reasons.iter().map(|r| r.adds.from.0).collect();
    assert_eq!(adds, [0, 2000, 500, 6500, 700]);
    assert_eq!(priced.total.certain(), Some(Money(9700)));
}
