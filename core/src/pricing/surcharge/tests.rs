//! When surcharges are due, on what, and how several combine.

use super::*;
use crate::Code;
use crate::pricing::calendar::CalendarDay;
use crate::pricing::evaluate::sample::{at, instead, item, line, plus, used, work};
use crate::pricing::item::{FeeItem, Price};
use crate::pricing::line::{Line, Supply, Work};
use crate::pricing::quote::Quote;
use crate::pricing::warranty::Warranty;

const ALL: &[FeeCategory] = FeeCategory::ALL;
/// A Monday.
const MORNING: &str = "2026-11-23T10:00:00";

fn row(when: When, extra: Extra, categories: &[FeeCategory]) -> Surcharge {
    Surcharge {
        when,
        extra,
        categories: categories.to_vec(),
    }
}

fn night(from: &str, to: &str) -> When {
    When::Night {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    }
}

fn percent(basis_points: u32) -> Extra {
    Extra::Percent { basis_points }
}

fn each(cents: i64) -> FeeItem {
    item(Price::Each {
        price: Money(cents),
    })
}

fn none() -> Calendar {
    Calendar::default()
}

/// Total in cents, which must be certain.
fn total(quote: &Quote) -> i64 {
    quote.total.certain().unwrap().0
}

#[test]
fn night_runs_over_midnight_from_its_first_minute_to_before_its_last() {
    let item = each(2000);
    let work = work(1000);
    let over = [row(night("22:00:00", "06:00:00"), percent(3000), ALL)];
    let within = [row(night("00:00:00", "06:00:00"), percent(3000), ALL)];
    let never = [row(night("22:00:00", "22:00:00"), percent(3000), ALL)];
    for (time, is_over, is_within) in [
        ("21:59:59", false, false),
        ("22:00:00", true, false),
        ("23:59:59", true, false),
        ("00:00:00", true, true),
        ("05:59:59", true, true),
        ("06:00:00", false, false),
        ("12:00:00", false, false),
    ] {
        let when = format!("2026-11-23T{time}");
        for (rows, is) in [(&over, is_over), (&within, is_within), (&never, false)] {
            let quote = at(&when, rows, &none(), &[line(&item, &work)]).unwrap();
            assert_eq!(total(&quote), if is { 2600 } else { 2000 }, "{time}");
        }
    }
}

#[test]
fn a_holiday_on_a_weekend_is_charged_once_and_after_midnight_it_is_the_next_day() {
    let rows = [row(When::Holiday, percent(5000), ALL)];
    let calendar = Calendar {
        weekends: true,
        days: vec![CalendarDay {
            day: "2026-10-10".parse().unwrap(),
            name: "國慶日".into(),
            holiday: true,
        }],
    };
    let (item, work) = (each(1000), work(1000));
    for (when, cents) in [
        ("2026-10-09T23:59:59", 1000),
        ("2026-10-10T00:00:00", 1500),
        ("2026-10-11T23:59:59", 1500),
        ("2026-10-12T00:00:00", 1000),
    ] {
        let quote = at(when, &rows, &calendar, &[line(&item, &work)]).unwrap();
        assert_eq!(total(&quote), cents, "{when}");
    }
    let occasion = |when| {
        let quote = at(when, &rows, &calendar, &[line(&item, &work)]).unwrap();
        match &quote.lines[0].reasons[1].why {
            Why::Surcharge { occasion, .. } => occasion.clone(),
            other => panic!("{other:?}"),
        }
    };
    let name = "國慶日".to_owned();
    assert_eq!(occasion("2026-10-10T10:00:00"), Occasion::Holiday { name });
    assert_eq!(occasion("2026-10-11T10:00:00"), Occasion::Weekend);
}

#[test]
fn several_are_added_each_on_the_labour_before_any() {
    let rows = [
        row(When::Urgent, percent(5000), ALL),
        row(night("09:00:00", "11:00:00"), percent(3000), ALL),
        row(When::Urgent, Extra::Line { amount: Money(700) }, ALL),
        row(When::Urgent, Extra::Order { amount: Money(900) }, ALL),
        row(When::Holiday, percent(9000), ALL),
    ];
    let (item, work) = (each(1001), work(1000));
    let lines = [line(&item, &work), line(&item, &work)];
    let circumstances = Circumstances {
        at: MORNING.parse().unwrap(),
        urgent: true,
        category: FeeCategory::Household,
        surcharges: &rows,
        calendar: &none(),
    };
    let quote = crate::pricing::evaluate::evaluate(&lines, &circumstances).unwrap();
    let adds: Vec<i64> = quote.lines[0]
        .reasons
        .iter()
        .map(|r| r.adds.from.0)
        .collect();
    // 5.005 and 3.003, each rounded half up.
    assert_eq!(adds, [1001, 501, 300, 700]);
    assert_eq!(quote.order.len(), 1);
    assert_eq!(quote.order[0].adds, Amount::settled(Money(900)));
    assert_eq!(total(&quote), 2 * 2502 + 900);
    let calm = at("2026-11-23T12:00:00", &rows, &none(), &lines).unwrap();
    assert_eq!(total(&calm), 2002, "neither urgent nor night");
}

#[test]
fn material_free_work_and_warranty_bear_none() {
    let day = night("00:00:00", "23:59:59");
    let rows = [
        row(day, percent(10_000), ALL),
        row(day, Extra::Line { amount: Money(700) }, ALL),
        row(day, Extra::Order { amount: Money(900) }, ALL),
    ];
    let mut charged = each(1000);
    charged.material.market = true;
    let free = item(Price::Free);
    let with_material = Work {
        materials: vec![used("", Supply::Market { price: Money(333) })],
        ..work(1000)
    };
    let quote = at(MORNING, &rows, &none(), &[line(&free, &with_material)]).unwrap();
    assert_eq!((total(&quote), quote.order.len()), (333, 0));
    let under_warranty = Line {
        warranty: Some(Warranty::Redone),
        ..line(&charged, &with_material)
    };
    let quote = at(MORNING, &rows, &none(), &[under_warranty]).unwrap();
    assert_eq!((total(&quote), quote.order.len()), (333, 0));
    let quote = at(
        MORNING,
        &rows,
        &none(),
        &[line(&charged, &with_material), under_warranty],
    );
    assert_eq!(total(&quote.unwrap()), 2700 + 333 + 333 + 900);
}

#[test]
fn only_the_categories_named_bear_it() {
    let day = night("00:00:00", "23:59:59");
    let rows = [
        row(
            day,
            Extra::Line { amount: Money(700) },
            &[FeeCategory::Special],
        ),
        row(
            day,
            Extra::Order { amount: Money(900) },
            &[FeeCategory::Special],
        ),
        row(
            day,
            Extra::Line { amount: Money(50) },
            &[FeeCategory::Household],
        ),
    ];
    let household = each(1000);
    let mut special = each(1000);
    special.category = FeeCategory::Special;
    let work = work(1000);
    let of = |lines: &[Line<'_>]| total(&at(MORNING, &rows, &none(), lines).unwrap());
    assert_eq!(of(&[line(&household, &work)]), 1050);
    assert_eq!(of(&[line(&special, &work)]), 2600);
    assert_eq!(of(&[line(&special, &work), line(&household, &work)]), 3650);
    let agreed = Work {
        agreed: Some(Money(1000)),
        ..work.clone()
    };
    let outside = Line {
        subject: Subject::Outside { name: "修圍欄" },
        work: &agreed,
        warranty: None,
    };
    assert_eq!(of(&[outside]), 1050, "outside the schedule: as the order");
}

#[test]
fn an_estimate_is_surcharged_at_both_ends() {
    let day = night("00:00:00", "23:59:59");
    let rows = [
        row(day, percent(3000), ALL),
        row(day, Extra::Line { amount: Money(700) }, ALL),
    ];
    let mut range = item(Price::Range {
        from: Money(0),
        to: Money(1000),
    });
    range.variants = vec![instead("特大", Price::Actual), plus("高處", 200, false)];
    let mut work = work(1000);
    let quote = at(MORNING, &rows, &none(), &[line(&range, &work)]).unwrap();
    // Who agrees on nothing bears nothing.
    assert_eq!(
        (quote.total.from, quote.total.to),
        (Money(0), Some(Money(2000)))
    );
    work.variants = vec!["特大".into(), "高處".into()];
    let quote = at(MORNING, &rows, &none(), &[line(&range, &work)]).unwrap();
    assert_eq!((quote.total.from, quote.total.to), (Money(960), None));
}

#[test]
fn a_negative_or_boundless_surcharge_is_refused() {
    let day = night("00:00:00", "23:59:59");
    let (item, work) = (each(1000), work(1000));
    let of = |extra| {
        at(
            MORNING,
            &[row(day, extra, ALL)],
            &none(),
            &[line(&item, &work)],
        )
    };
    let code = |extra| of(extra).unwrap_err().code;
    let below = Money(-1);
    assert_eq!(code(Extra::Line { amount: below }), Code::Invalid);
    assert_eq!(code(Extra::Order { amount: below }), Code::Invalid);
    for amount in [Money::MOST, Money(i64::MAX)] {
        assert_eq!(code(Extra::Line { amount }), Code::AmountTooLarge);
        assert_eq!(code(Extra::Order { amount }), Code::AmountTooLarge);
    }
    let dear = each(Money::MOST.0);
    let rows = [row(day, percent(u32::MAX), ALL)];
    let error = at(MORNING, &rows, &none(), &[line(&dear, &work)]).unwrap_err();
    assert_eq!(error.code, Code::AmountTooLarge);
}
