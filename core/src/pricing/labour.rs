//! What the labour of one line costs before surcharges.

use crate::error::{Code, Error, Result};
use crate::money::Money;
use crate::pricing::amount::{Amount, share, times};
use crate::pricing::evaluate::{Tally, bounded};
use crate::pricing::item::{Change, FeeItem, Price, Quantity};
use crate::pricing::line::{Line, Subject, Work};
use crate::pricing::quote::{ReviewWhy, Verdict, Why};

/// Adds the labour of a line: the price, what variants add, then minimum and cap.
///
/// A line under warranty carries none. What is free and has nothing added stays free whatever the minimum.
pub(super) fn add(tally: &mut Tally, line: &Line<'_>) -> Result<Verdict> {
    let work = line.work;
    let variants = match line.subject {
        Subject::Item(item) => check_variants(item, work)?,
        Subject::Outside { name } => match work.variants.first() {
            Some(variant) => return Err(unknown(name, variant)),
            None => None,
        },
    };
    if let Some(warranty) = line.warranty {
        tally.add(Why::Warranty { warranty }, Amount::ZERO)?;
        return Ok(Verdict::InSchedule);
    }
    let Subject::Item(item) = line.subject else {
        let agreed = agreed_for_line(work)?;
        tally.add(Why::Outside { agreed }, whole(agreed))?;
        return Ok(Verdict::Review {
            why: ReviewWhy::Outside,
        });
    };
    let price = match variants {
        Some((variant, price)) => {
            let variant = variant.to_owned();
            tally.add(Why::Instead { variant }, Amount::ZERO)?;
            price
        }
        None => item.labour,
    };
    if !sound(price) || !limits_agree(item) {
        return Err(unsound(item));
    }
    let verdict = add_price(tally, item, price, work)?;
    add_variants(tally, item, work)?;

    let stays_free = price == Price::Free && tally.sum == Amount::ZERO;
    if let Some(amount) = item.minimum.filter(|_| !stays_free) {
        let adds = tally.sum.added(|end| Ok(end.max(amount)))?;
        tally.shift(Why::Minimum { amount }, adds)?;
    }
    if let Some(amount) = item.cap {
        let adds = tally.sum.added(|end| Ok(end.min(amount)))?;
        tally.shift(Why::Cap { amount }, adds)?;
    }
    Ok(verdict)
}

fn add_price(tally: &mut Tally, item: &FeeItem, price: Price, work: &Work) -> Result<Verdict> {
    let quantity = work.quantity;
    let unit = || item.unit.clone();
    let many = |price: Money| times(price, quantity).map_err(|e| e.on("quantity"));
    if work.agreed.is_some() && !matches!(price, Price::Range { .. } | Price::Actual) {
        return Err(Error::new(Code::PriceIsFixed)
            .with("item", &item.name)
            .on("agreed"));
    }
    match price {
        Price::Free => tally.add(Why::Free, Amount::ZERO)?,
        Price::Each { price } => {
            let why = Why::Each {
                quantity,
                unit: unit(),
                price,
            };
            tally.add(why, Amount::settled(many(price)?))?;
        }
        Price::Range { from, to } => {
            let Some(price) = work.agreed else {
                let why = Why::Range {
                    quantity,
                    unit: unit(),
                    from,
                    to,
                };
                let adds = Amount {
                    from: many(from)?,
                    to: Some(many(to)?),
                };
                tally.add(why, adds)?;
                return Ok(Verdict::Open);
            };
            if !(from..=to).contains(&price) {
                return Err(Error::new(Code::AgreedOutsideRange)
                    .with("value", price)
                    .with("from", from)
                    .with("to", to)
                    .on("agreed"));
            }
            let why = Why::Agreed {
                quantity,
                unit: unit(),
                from,
                to,
                price,
            };
            tally.add(why, Amount::settled(many(price)?))?;
        }
        Price::Actual => {
            let agreed = agreed_for_line(work)?;
            tally.add(Why::Actual { agreed }, whole(agreed))?;
            return Ok(Verdict::Review {
                why: ReviewWhy::ActualCase,
            });
        }
        Price::Hourly { rate, step, least } => {
            let minutes = minutes(work)?;
            let charged = minutes.next_multiple_of(step.into()).max(least.into());
            let why = Why::Hourly {
                minutes,
                charged,
                rate,
            };
            let cost = share(rate, charged.into(), 60).map_err(|e| e.on("minutes"))?;
            tally.add(why, Amount::settled(cost))?;
        }
        Price::FirstThen { first, price, then } => {
            let why = Why::First {
                first,
                unit: unit(),
                price,
            };
            tally.add(why, Amount::settled(price))?;
            if quantity > first {
                let beyond = Quantity(quantity.0 - first.0);
                let cost = times(then, beyond).map_err(|e| e.on("quantity"))?;
                let why = Why::Beyond {
                    quantity: beyond,
                    unit: unit(),
                    price: then,
                };
                tally.add(why, Amount::settled(cost))?;
            }
        }
    }
    Ok(Verdict::InSchedule)
}

/// What the variants that apply add, in the order of the item.
fn add_variants(tally: &mut Tally, item: &FeeItem, work: &Work) -> Result<()> {
    if work.variants.is_empty() {
        return Ok(());
    }
    for variant in &item.variants {
        let Change::Add { amount, each } = variant.change else {
            continue;
        };
        if !work.variants.contains(&variant.name) {
            continue;
        }
        if !charged(amount) {
            return Err(unsound(item));
        }
        let cost = if each {
            times(amount, work.quantity).map_err(|e| e.on("quantity"))?
        } else {
            amount
        };
        let why = Why::Add {
            variant: variant.name.clone(),
            amount,
            quantity: each.then_some(work.quantity),
        };
        tally.add(why, Amount::settled(cost))?;
    }
    Ok(())
}

/// Whether every variant named is the item's and none shuts another out; the one that stands in for its price.
fn check_variants<'a>(item: &'a FeeItem, work: &Work) -> Result<Option<(&'a str, Price)>> {
    let mut instead: Option<(&str, Price)> = None;
    for (n, name) in work.variants.iter().enumerate() {
        let Some(variant) = item.variants.iter().find(|v| v.name == *name) else {
            return Err(unknown(&item.name, name));
        };
        let twice = work.variants[..n].contains(name).then_some(name.as_str());
        let rival = match variant.change {
            Change::Instead { .. } => instead.map(|(other, _)| other),
            Change::Add { .. } => None,
        };
        if let Some(other) = twice.or(rival) {
            return Err(Error::new(Code::VariantsClash)
                .with("first", other)
                .with("second", name)
                .on("variants"));
        }
        if let Change::Instead { labour } = variant.change {
            instead = Some((&variant.name, labour));
        }
    }
    Ok(instead)
}

/// What was agreed for the whole line, if anything.
fn agreed_for_line(work: &Work) -> Result<Option<Money>> {
    if let Some(agreed) = work.agreed {
        bounded("agreed", agreed)?;
    }
    Ok(work.agreed)
}

fn whole(agreed: Option<Money>) -> Amount {
    Amount {
        from: agreed.unwrap_or_default(),
        to: agreed,
    }
}

fn minutes(work: &Work) -> Result<u32> {
    let minutes = work.minutes.ok_or_else(|| Error::missing("minutes"))?;
    if !(1..=Work::MINUTES_MAX).contains(&minutes) {
        return Err(Error::new(Code::OutOfBounds)
            .with("value", minutes)
            .with("least", 1)
            .with("most", Work::MINUTES_MAX)
            .on("minutes"));
    }
    Ok(minutes)
}

/// Whether a price, minimum or cap is one that can be charged.
pub(crate) fn charged(amount: Money) -> bool {
    (Money(0)..=Money::MOST).contains(&amount)
}

/// Whether the price can be followed.
pub(crate) fn sound(price: Price) -> bool {
    match price {
        Price::Free | Price::Actual => true,
        Price::Each { price } => charged(price),
        Price::Range { from, to } => charged(from) && charged(to) && from <= to,
        Price::Hourly { rate, step, .. } => charged(rate) && step > 0,
        Price::FirstThen { first, price, then } => {
            first >= Quantity(0) && charged(price) && charged(then)
        }
    }
}

/// Whether the item's minimum and cap can both be held.
pub(crate) fn limits_agree(item: &FeeItem) -> bool {
    item.minimum.into_iter().chain(item.cap).all(charged)
        && item
            .minimum
            .zip(item.cap)
            .is_none_or(|(min, cap)| min <= cap)
}

fn unsound(item: &FeeItem) -> Error {
    Error::new(Code::PriceUnsound)
        .with("item", &item.name)
        .on("item")
}

fn unknown(item: &str, variant: &str) -> Error {
    Error::new(Code::UnknownVariant)
        .with("item", item)
        .with("variant", variant)
        .on("variants")
}
