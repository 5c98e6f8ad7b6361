//! What holds for every quote, whatever the schedule.

use proptest::prelude::*;

use super::sample::{instead, item, plus, sum, work};
use super::*;
use crate::pricing::amount::times;
use crate::pricing::calendar::{Calendar, CalendarDay};
use crate::pricing::item::{Change, FeeCategory, FeeItem, Listed, Price, Variant};
use crate::pricing::line::{Subject, Supply, Used};
use crate::pricing::surcharge::{Extra, Surcharge, When};
use crate::pricing::warranty::Warranty;

/// What a line is made of.
#[derive(Debug, Clone)]
struct Case {
    /// `None`: outside the schedule.
    item: Option<FeeItem>,
    work: Work,
    warranty: Option<Warranty>,
}

impl Case {
    fn line(&self) -> Line<'_> {
        Line {
            subject: match &self.item {
                Some(item) => Subject::Item(item),
                None => Subject::Outside { name: "修圍欄" },
            },
            work: &self.work,
            warranty: self.warranty,
        }
    }

    /// The price that holds, variants considered.
    fn price(&self) -> Option<Price> {
        let item = self.item.as_ref()?;
        let instead = item.variants.iter().find_map(|v| match v.change {
            Change::Instead { labour } if self.work.variants.contains(&v.name) => Some(labour),
            _ => None,
        });
        Some(instead.unwrap_or(item.labour))
    }
}

/// Where and when.
#[derive(Debug, Clone)]
struct Scene {
    at: chrono::NaiveDateTime,
    urgent: bool,
    surcharges: Vec<Surcharge>,
    calendar: Calendar,
}

impl Scene {
    fn quote(&self, cases: &[Case]) -> Quote {
        let lines: Vec<Line<'_>> = cases.iter().map(Case::line).collect();
        let circumstances = Circumstances {
            at: self.at,
            urgent: self.urgent,
            category: FeeCategory::Household,
            surcharges: &self.surcharges,
            calendar: &self.calendar,
        };
        evaluate(&lines, &circumstances).unwrap()
    }
}

fn money() -> impl Strategy<Value = Money> {
    prop_oneof![Just(0), 1_i64..10, 1_i64..100_000].prop_map(Money)
}

fn quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![1_i64..3000, (1_i64..200).prop_map(|n| n * 1000)].prop_map(Quantity)
}

fn price() -> impl Strategy<Value = Price> {
    prop_oneof![
        Just(Price::Free),
        money().prop_map(|price| Price::Each { price }),
        (money(), money()).prop_map(|(from, more)| Price::Range {
            from,
            to: Money(from.0 + more.0)
        }),
        Just(Price::Actual),
        money().prop_map(|price| Price::From { price }),
        (money(), 1_u16..200, 0_u16..200).prop_map(|(rate, step, least)| Price::Hourly {
            rate,
            step,
            least
        }),
        (quantity(), money(), money()).prop_map(|(first, price, then)| Price::FirstThen {
            first,
            price,
            then
        }),
    ]
}

/// An item with any price, limits, two variants that add and one in place of the price.
fn items() -> impl Strategy<Value = FeeItem> {
    let limits = (proptest::option::of(money()), proptest::option::of(money()));
    let own = prop_oneof![4 => price(), 1 => Just(Price::ByKind)];
    (own, price(), limits, money(), money(), 0_usize..3).prop_map(
        |(labour, other, (minimum, over), once, each, category)| {
            let mut item = item(labour);
            item.category = FeeCategory::ALL[category];
            item.minimum = minimum;
            item.cap = over.map(|over| Money(minimum.unwrap_or_default().0 + over.0));
            item.material.included = true;
            item.material.listed = vec![Listed {
                name: String::new(),
                price: Money(1800),
                unit: String::new(),
            }];
            item.variants = vec![
                plus("once", once.0, false),
                instead("instead", other),
                plus("each", each.0, true),
                Variant {
                    name: "further".into(),
                    change: Change::Further { amount: once },
                },
            ];
            item
        },
    )
}

fn material() -> impl Strategy<Value = Used> {
    let supply = prop_oneof![
        Just(Supply::Included),
        Just(Supply::Owner),
        money().prop_map(|price| Supply::Market { price }),
    ];
    (supply, quantity()).prop_map(|(supply, quantity)| Used {
        name: "燈管".into(),
        spec: String::new(),
        quantity,
        supply,
        check: None,
    })
}

fn case() -> impl Strategy<Value = Case> {
    (
        proptest::option::weighted(0.9, items()),
        quantity(),
        1_u32..2000,
        proptest::sample::subsequence(vec!["once", "instead", "each", "further", "further"], 0..=5),
        proptest::option::of(0_i64..=100),
        proptest::collection::vec(material(), 0..3),
        proptest::option::weighted(0.15, Just(Warranty::Redone)),
    )
        .prop_map(
            |(item, quantity, minutes, names, agreed, materials, warranty)| {
                let mut case = Case {
                    item,
                    work: work(quantity.0),
                    warranty,
                };
                case.work.minutes = Some(minutes);
                case.work.materials = materials;
                if case.item.is_some() {
                    case.work.variants = names.into_iter().map(str::to_owned).collect();
                }
                case.work.agreed = match case.price() {
                    Some(Price::Range { from, to }) => {
                        agreed.map(|part| Money(from.0 + (to.0 - from.0) * part / 100))
                    }
                    Some(Price::Actual) | None => agreed.map(|yuan| Money(yuan * 100)),
                    Some(Price::From { price }) => {
                        // Enough for the most that any case counts, and as much again.
                        let least = times(price, Quantity(400_000)).unwrap();
                        agreed.map(|yuan| Money(least.0 + yuan * 100))
                    }
                    _ => None,
                };
                case
            },
        )
}

fn surcharge() -> impl Strategy<Value = Surcharge> {
    let time = (0_u32..24).prop_map(|hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    let when = prop_oneof![
        (time.clone(), time).prop_map(|(from, to)| When::Night { from, to }),
        Just(When::Holiday),
        Just(When::Urgent),
    ];
    let extra = prop_oneof![
        (0_u32..30_000).prop_map(|basis_points| Extra::Percent { basis_points }),
        money().prop_map(|amount| Extra::Line { amount }),
        money().prop_map(|amount| Extra::Order { amount }),
    ];
    let categories = proptest::sample::subsequence(FeeCategory::ALL, 1..=3);
    (when, extra, categories).prop_map(|(when, extra, categories)| Surcharge {
        when,
        extra,
        categories,
    })
}

fn scene() -> impl Strategy<Value = Scene> {
    let day = |n: u64| "2026-10-05".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(n);
    let surcharges = proptest::collection::vec(surcharge(), 0..5);
    (
        0_u64..14,
        0_u32..24,
        any::<bool>(),
        any::<bool>(),
        surcharges,
    )
        .prop_map(move |(days, hour, urgent, weekends, surcharges)| Scene {
            at: day(days).and_hms_opt(hour, 30, 0).unwrap(),
            urgent,
            surcharges,
            calendar: Calendar {
                weekends,
                days: vec![CalendarDay {
                    day: day(5),
                    name: "國慶日".into(),
                    holiday: true,
                }],
            },
        })
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    proptest::collection::vec(case(), 0..8)
}

/// Both ends in cents.
fn ends(amount: Amount) -> (i64, Option<i64>) {
    (amount.from.0, amount.to.map(|to| to.0))
}

/// Whether `more` is nowhere below `less`; the unknown is above everything.
fn rises(less: Amount, more: Amount) -> bool {
    let most = |amount: Amount| amount.to.unwrap_or(Money(i64::MAX));
    less.from <= more.from && most(less) <= most(more)
}

proptest! {
    #[test]
    fn the_total_is_the_sum_of_the_lines_and_of_what_the_order_bears(cases in cases(), scene in scene()) {
        let quote = scene.quote(&cases);
        let parts = || quote.lines.iter().map(|l| ends(l.total)).chain([sum(&quote.order)]);
        let from: i64 = parts().map(|(from, _)| from).sum();
        let to: Option<i64> = parts().map(|(_, to)| to).sum();
        prop_assert_eq!(ends(quote.total), (from, to));
        prop_assert_eq!(quote.lines.len(), cases.len());
        let worst = quote.lines.iter().map(|l| l.verdict).max();
        prop_assert_eq!(quote.verdict, worst.unwrap_or(Verdict::InSchedule));
    }

    #[test]
    fn every_amount_has_its_reason(cases in cases(), scene in scene()) {
        for line in scene.quote(&cases).lines {
            prop_assert!(!line.reasons.is_empty());
            prop_assert_eq!(sum(&line.reasons), ends(line.total));
            let (material, labour): (Vec<_>, Vec<_>) = line
                .reasons
                .into_iter()
                .partition(|r| matches!(r.why, Why::Material { .. }));
            prop_assert_eq!(sum(&labour), ends(line.labour));
            prop_assert_eq!(sum(&material), (line.material.0, Some(line.material.0)));
        }
    }

    #[test]
    fn nothing_is_negative_and_the_most_is_not_below_the_least(cases in cases(), scene in scene()) {
        let quote = scene.quote(&cases);
        let lines = quote.lines.iter().flat_map(|l| [l.labour, l.total]);
        for amount in lines.chain(quote.order.iter().map(|r| r.adds)).chain([quote.total]) {
            prop_assert!(amount.from >= Money(0));
            prop_assert!(amount.to.is_none_or(|to| to >= amount.from));
        }
        prop_assert!(quote.lines.iter().all(|l| l.material >= Money(0)));
    }

    #[test]
    fn more_of_it_never_costs_less(case in case(), more in quantity(), scene in scene()) {
        let less = scene.quote(std::slice::from_ref(&case));
        let mut larger = case;
        larger.work.quantity = Quantity(larger.work.quantity.0 + more.0);
        let more = scene.quote(std::slice::from_ref(&larger));
        prop_assert!(rises(less.lines[0].labour, more.lines[0].labour));
        prop_assert!(rises(less.total, more.total));
    }

    #[test]
    fn more_time_never_costs_less(case in case(), more in 1_u32..500, scene in scene()) {
        let less = scene.quote(std::slice::from_ref(&case)).total;
        let mut longer = case;
        longer.work.minutes = longer.work.minutes.map(|minutes| minutes + more);
        prop_assert!(rises(less, scene.quote(&[longer]).total));
    }

    #[test]
    fn cap_and_minimum_hold_before_surcharges(case in case(), mut scene in scene()) {
        scene.surcharges.clear();
        let labour = scene.quote(std::slice::from_ref(&case)).lines[0].labour;
        let Some(item) = &case.item else { return Ok(()) };
        if case.warranty.is_some() {
            prop_assert_eq!(labour, Amount::ZERO);
            return Ok(());
        }
        if let Some(cap) = item.cap {
            prop_assert!(labour.from <= cap);
            prop_assert!(labour.to.is_none_or(|to| to <= cap));
        }
        if let Some(minimum) = item.minimum {
            let free = case.price() == Some(Price::Free) && labour == Amount::ZERO;
            prop_assert!(free || labour.from >= minimum);
        }
    }

    #[test]
    fn the_order_of_lines_changes_nothing(
        (cases, turned) in cases().prop_flat_map(|cases| {
            let places: Vec<usize> = (0..cases.len()).collect();
            (Just(cases), Just(places).prop_shuffle())
        }),
        scene in scene(),
    ) {
        let quote = scene.quote(&cases);
        let other: Vec<Case> = turned.iter().map(|at| cases[*at].clone()).collect();
        let other = scene.quote(&other);
        prop_assert_eq!(quote.total, other.total);
        prop_assert_eq!(quote.verdict, other.verdict);
        prop_assert_eq!(&quote.order, &other.order);
        for (line, at) in other.lines.iter().zip(turned) {
            prop_assert_eq!(line, &quote.lines[at]);
        }
        prop_assert_eq!(quote, scene.quote(&cases));
    }

    #[test]
    fn an_agreed_price_lies_within_its_estimate(case in case(), scene in scene()) {
        let settled = scene.quote(std::slice::from_ref(&case)).total;
        let mut open = case;
        open.work.agreed = None;
        let open = scene.quote(&[open]).total;
        prop_assert!(open.from <= settled.from);
        prop_assert!(open.to.is_none_or(|most| settled.to.is_some_and(|to| to <= most)));
    }

    #[test]
    fn a_quote_is_the_same_after_it_was_kept(cases in cases(), scene in scene()) {
        let quote = scene.quote(&cases);
        let kept = serde_json::to_string(&quote).unwrap();
        prop_assert_eq!(serde_json::from_str::<Quote>(&kept).unwrap(), quote);
    }

    #[test]
    fn no_number_makes_it_fail_otherwise_than_by_an_error(
        case in case(),
        (quantity, minutes, agreed, amount) in any::<(i64, u32, i64, i64)>(),
    ) {
        let mut case = case;
        case.work.quantity = Quantity(quantity);
        case.work.minutes = Some(minutes);
        case.work.agreed = Some(Money(agreed));
        if let Some(item) = &mut case.item {
            item.labour = Price::Each { price: Money(amount) };
            item.minimum = Some(Money(amount));
        }
        let calendar = Calendar::default();
        let circumstances = Circumstances {
            at: chrono::NaiveDateTime::MIN,
            urgent: true,
            category: FeeCategory::Special,
            surcharges: &[Surcharge {
                when: When::Urgent,
                extra: Extra::Percent { basis_points: u32::MAX },
                categories: FeeCategory::ALL.to_vec(),
            }],
            calendar: &calendar,
        };
        for quantity in [Quantity(quantity), Quantity(1), Work::QUANTITY_MAX] {
            case.work.quantity = quantity;
            if let Ok(quote) = evaluate(&[case.line()], &circumstances) {
                prop_assert!(quote.total.to.is_none_or(|to| to <= Money::MOST));
                prop_assert!(quote.total.from >= Money(0));
            }
        }
    }
}
