//! What the evaluator refuses, and the field it names.

use super::sample::*;
use crate::Code;
use crate::money::Money;
use crate::pricing::item::{Price, Quantity};
use crate::pricing::line::Work;

const EACH: Price = Price::Each { price: Money(1000) };

#[test]
fn absurd_input_is_refused_with_its_field() {
    let each = item(EACH);
    for thousandths in [0, -1, i64::MIN, 10_000_001, i64::MAX] {
        let error = refusal(&each, &work(thousandths));
        assert_eq!(error.code, Code::OutOfBounds, "{thousandths}");
        assert_eq!(error.field.as_deref(), Some("lines.0.quantity"));
    }
    let error = refusal(
        &each,
        &Work {
            agreed: Some(Money(500)),
            ..work(1000)
        },
    );
    assert_eq!(error.code, Code::PriceIsFixed);
    let hourly = item(Price::Hourly {
        rate: Money(10_000),
        step: 30,
        least: 0,
    });
    assert_eq!(refusal(&hourly, &work(1000)).code, Code::Missing);
    for minutes in [0, 60_001, u32::MAX] {
        let error = refusal(
            &hourly,
            &Work {
                minutes: Some(minutes),
                ..work(1000)
            },
        );
        assert_eq!(error.code, Code::OutOfBounds);
        assert_eq!(error.field.as_deref(), Some("lines.0.minutes"));
    }
    let dear = item(Price::Each { price: Money::MOST });
    let error = refusal(&dear, &work(1001));
    assert_eq!(error.code, Code::AmountTooLarge);
    assert_eq!(error.field.as_deref(), Some("lines.0.quantity"));
    let one = work(1000);
    let lines = [line(&dear, &one), line(&dear, &one)];
    let error = at("2026-11-23T10:00:00", &[], &Default::default(), &lines).unwrap_err();
    assert_eq!(
        (error.code, error.field.as_deref()),
        (Code::AmountTooLarge, Some("lines"))
    );
}

#[test]
fn a_schedule_that_contradicts_itself_is_not_followed() {
    let (low, high, below) = (Money(100), Money(200), Money(-1));
    let hourly = |rate, step| Price::Hourly {
        rate,
        step,
        least: 0,
    };
    let first = |first, price, then| Price::FirstThen {
        first: Quantity(first),
        price,
        then,
    };
    let mut wrong = vec![
        item(Price::Each { price: below }),
        item(Price::Each {
            price: Money(i64::MAX),
        }),
        item(Price::Range {
            from: high,
            to: low,
        }),
        item(hourly(low, 0)),
        item(hourly(below, 30)),
        item(first(-1, low, low)),
        item(first(1000, below, low)),
        item(first(1000, low, below)),
    ];
    for (minimum, cap) in [
        (Some(high), Some(low)),
        (Some(below), None),
        (None, Some(below)),
    ] {
        wrong.push(item(EACH));
        let last = wrong.last_mut().unwrap();
        (last.minimum, last.cap) = (minimum, cap);
    }
    for item in wrong {
        let work = Work {
            minutes: Some(10),
            ..work(1000)
        };
        assert_eq!(refusal(&item, &work).code, Code::PriceUnsound, "{item:?}");
    }
    let mut item = item(EACH);
    item.variants = vec![plus("高處", -1, false)];
    assert_eq!(
        refusal(
            &item,
            &Work {
                variants: vec!["高處".into()],
                ..work(1000)
            }
        )
        .code,
        Code::PriceUnsound
    );
}
