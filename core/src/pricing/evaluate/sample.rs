//! Items and lines for tests.

use crate::money::Money;
use crate::pricing::calendar::Calendar;
use crate::pricing::evaluate::evaluate;
use crate::pricing::item::{
    Change, FeeCategory, FeeItem, Listed, Material, Price, Quantity, Variant,
};
use crate::pricing::line::{Line, Subject, Supply, Used, Work};
use crate::pricing::quote::{Quote, QuoteLine, Reason};
use crate::pricing::surcharge::{Circumstances, Surcharge};
use crate::{Error, Result};

/// An item at this price, with nothing else.
pub fn item(labour: Price) -> FeeItem {
    FeeItem {
        code: "1".into(),
        category: FeeCategory::Household,
        group: String::new(),
        name: "換燈".into(),
        also: String::new(),
        unit: "盞".into(),
        labour,
        minimum: None,
        cap: None,
        variants: Vec::new(),
        material: Material::default(),
        warranty_days: 0,
        remarks: String::new(),
        noted: false,
    }
}

pub fn instead(name: &str, labour: Price) -> Variant {
    Variant {
        name: name.into(),
        change: Change::Instead { labour },
    }
}

pub fn plus(name: &str, cents: i64, each: bool) -> Variant {
    Variant {
        name: name.into(),
        change: Change::Add {
            amount: Money(cents),
            each,
        },
    }
}

pub fn listed(name: &str, cents: i64) -> Listed {
    Listed {
        name: name.into(),
        price: Money(cents),
        unit: String::new(),
    }
}

/// So many thousandths, and nothing else.
pub fn work(thousandths: i64) -> Work {
    Work {
        quantity: Quantity(thousandths),
        ..Work::default()
    }
}

/// One piece of a material.
pub fn used(spec: &str, supply: Supply) -> Used {
    Used {
        name: "燈管".into(),
        spec: spec.into(),
        quantity: Quantity(1000),
        supply,
        check: None,
    }
}

pub fn line<'a>(item: &'a FeeItem, work: &'a Work) -> Line<'a> {
    Line {
        subject: Subject::Item(item),
        work,
        warranty: None,
    }
}

/// The lines at that local time, such as `2026-11-23T10:00:00`, without haste.
pub fn at(
    when: &str,
    surcharges: &[Surcharge],
    calendar: &Calendar,
    lines: &[Line<'_>],
) -> Result<Quote> {
    let circumstances = Circumstances {
        at: when.parse().unwrap(),
        urgent: false,
        category: FeeCategory::Household,
        surcharges,
        calendar,
    };
    evaluate(lines, &circumstances)
}

/// One line on a common morning.
pub fn quote(line: Line<'_>) -> Result<QuoteLine> {
    let quote = at("2026-11-23T10:00:00", &[], &Calendar::default(), &[line])?;
    Ok(quote.lines[0].clone())
}

/// Labour of one line in cents, which must be certain.
pub fn labour(item: &FeeItem, work: &Work) -> i64 {
    let line = quote(line(item, work)).unwrap();
    line.labour.certain().expect("a certain amount").0
}

pub fn refusal(item: &FeeItem, work: &Work) -> Error {
    quote(line(item, work)).unwrap_err()
}

/// Both ends of what reasons add up to.
pub fn sum(reasons: &[Reason]) -> (i64, Option<i64>) {
    let from = reasons.iter().map(|r| r.adds.from.0).sum();
    let to = reasons.iter().map(|r| r.adds.to.map(|to| to.0)).sum();
    (from, to)
}
