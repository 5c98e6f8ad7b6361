//! Prices that wait for an agreement or for a choice, and further pieces.

use super::sample::*;
use crate::Code;
use crate::money::Money;
use crate::pricing::item::{Change, Price, Variant};
use crate::pricing::line::Work;
use crate::pricing::quote::{ReviewWhy, Verdict};

fn agreed(thousandths: i64, cents: i64) -> Work {
    Work {
        agreed: Some(Money(cents)),
        ..work(thousandths)
    }
}

#[test]
fn a_price_from_an_amount_is_no_certain_price_and_nothing_is_agreed_below_it() {
    let item = item(Price::From {
        price: Money(10_000),
    });
    let review = Verdict::Review {
        why: ReviewWhy::ActualCase,
    };
    let open = quote(line(&item, &work(3000))).unwrap();
    assert_eq!((open.labour.from, open.labour.to), (Money(30_000), None));
    assert_eq!(open.labour.certain(), None);
    assert_eq!(open.verdict, review);
    let settled = quote(line(&item, &agreed(3000, 45_000))).unwrap();
    assert_eq!(settled.labour.certain(), Some(Money(45_000)));
    assert_eq!(settled.verdict, review, "the review stays");
    let error = refusal(&item, &agreed(3000, 29_999));
    assert_eq!(error.code, Code::OutOfBounds);
    assert_eq!(error.field.as_deref(), Some("lines.0.agreed"));
}

#[test]
fn a_price_by_kind_lies_between_the_kinds_until_one_is_chosen() {
    let mut item = item(Price::ByKind);
    item.variants = vec![
        instead("普", Price::Each { price: Money(8500) }),
        instead(
            "特",
            Price::Each {
                price: Money(12_000),
            },
        ),
        plus("高空", 500, false),
    ];
    let open = quote(line(&item, &work(2000))).unwrap();
    let ends = (Money(17_000), Some(Money(24_000)));
    assert_eq!((open.labour.from, open.labour.to), ends);
    assert_eq!(open.verdict, Verdict::Open);
    let mut chosen = work(2000);
    chosen.variants = vec!["特".into()];
    assert_eq!(labour(&item, &chosen), 24_000);
    assert_eq!(
        refusal(&item, &agreed(2000, 20_000)).code,
        Code::PriceIsFixed
    );
    item.variants.truncate(0);
    assert_eq!(refusal(&item, &work(1000)).code, Code::PriceUnsound);
}

#[test]
fn further_pieces_are_counted_one_by_one() {
    let mut item = item(Price::Each {
        price: Money(150_000),
    });
    item.variants = vec![Variant {
        name: "每加一管".into(),
        change: Change::Further {
            amount: Money(20_000),
        },
    }];
    let mut more = work(1000);
    for pieces in 0..4 {
        assert_eq!(labour(&item, &more), 150_000 + pieces * 20_000);
        more.variants.push("每加一管".into());
    }
    more.variants = vec!["每加一管".into(); Work::VARIANTS_MAX + 1];
    let error = refusal(&item, &more);
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::OutOfBounds, Some("lines.0.variants"))
    );
}
