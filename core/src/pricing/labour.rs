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
    if !followed(item, price) || !limits_agree(item) {
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
    let open = matches!(
        price,
        Price::Range { .. } | Price::Actual | Price::From { .. }
    );
    if work.agreed.is_some() && !open {
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
        Price::From { price } => {
            let agreed = agreed_for_line(work)?;
            let least = many(price)?;
            if agreed.is_some_and(|agreed| agreed < least) {
                return Err(Error::new(Code::OutOfBounds)
                    .with("value", agreed.unwrap_or_default())
                    .with("least", least)
                    .with("most", Money::MOST)
                    .on("agreed"));
            }
            let why = Why::From {
                quantity,
                unit: unit(),
                price,
                agreed,
            };
            let adds = Amount {
                from: agreed.unwrap_or(least),
                to: agreed,
            };
            tally.add(why, adds)?;
            return Ok(Verdict::Review {
                why: ReviewWhy::ActualCase,
            });
        }
        Price::ByKind => {
            let each = kinds(item);
            let why = Why::ByKind {
                quantity,
                unit: unit(),
                each,
            };
            let adds = Amount {
                from: many(each.from)?,
                to: each.to.map(many).transpose()?,
            };
            tally.add(why, adds)?;
            return Ok(Verdict::Open);
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
        let named = work.variants.iter().filter(|name| **name == variant.name);
        let pieces = i64::try_from(named.count()).unwrap_or(i64::MAX);
        let (amount, quantity) = match variant.change {
            Change::Instead { .. } => continue,
            _ if pieces == 0 => continue,
            Change::Add { amount, each } => (amount, each.then_some(work.quantity)),
            Change::Further { amount } => (amount, Some(Quantity(pieces * 1000))),
        };
        if !charged(amount) {
            return Err(unsound(item));
        }
        let cost = match quantity {
            Some(quantity) => times(amount, quantity).map_err(|e| e.on("quantity"))?,
            None => amount,
        };
        let why = Why::Add {
            variant: variant.name.clone(),
            amount,
            quantity,
        };
        tally.add(why, Amount::settled(cost))?;
    }
    Ok(())
}

/// Whether every variant named is the item's and none shuts another out; the one that stands in for its price.
fn check_variants<'a>(item: &'a FeeItem, work: &Work) -> Result<Option<(&'a str, Price)>> {
    let mut instead: Option<(&str, Price)> = None;
    if work.variants.len() > Work::VARIANTS_MAX {
        return Err(Error::new(Code::OutOfBounds)
            .with("value", work.variants.len())
            .with("least", 0)
            .with("most", Work::VARIANTS_MAX)
            .on("variants"));
    }
    for (n, name) in work.variants.iter().enumerate() {
        let Some(variant) = item.variants.iter().find(|v| v.name == *name) else {
            return Err(unknown(&item.name, name));
        };
        let again = work.variants[..n].contains(name).then_some(name.as_str());
        let twice = again.filter(|_| !matches!(variant.change, Change::Further { .. }));
        let rival = match variant.change {
            Change::Instead { .. } => instead.map(|(other, _)| other),
            Change::Add { .. } | Change::Further { .. } => None,
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
        Price::Free | Price::Actual | Price::ByKind => true,
        Price::Each { price } | Price::From { price } => charged(price),
        Price::Range { from, to } => charged(from) && charged(to) && from <= to,
        Price::Hourly { rate, step, .. } => charged(rate) && step > 0,
        Price::FirstThen { first, price, then } => {
            first >= Quantity(0) && charged(price) && charged(then)
        }
    }
}

/// Whether the item, or a variant of it, can be priced so: by kind only where there are kinds with prices of their own.
fn followed(item: &FeeItem, price: Price) -> bool {
    sound(price) && (price != Price::ByKind || (item.labour == Price::ByKind && has_kinds(item)))
}

/// Whether variants stand in for the item's price, each with one of its own.
pub fn has_kinds(item: &FeeItem) -> bool {
    let mut own = instead(item).peekable();
    own.peek().is_some() && own.all(|price| price != Price::ByKind)
}

/// The prices of the variants that stand in for the item's own.
fn instead(item: &FeeItem) -> impl Iterator<Item = Price> + '_ {
    item.variants
        .iter()
        .filter_map(|variant| match variant.change {
            Change::Instead { labour } => Some(labour),
            Change::Add { .. } | Change::Further { .. } => None,
        })
}

/// The least and the most that a unit costs, whichever kind it is.
fn kinds(item: &FeeItem) -> Amount {
    let each = instead(item).map(|price| match price {
        Price::Free => Amount::ZERO,
        Price::Each { price } => Amount::settled(price),
        Price::Range { from, to } => Amount { from, to: Some(to) },
        Price::From { price } => Amount {
            from: price,
            to: None,
        },
        // What goes by time, by the actual case or by steps has no price of a unit.
        _ => Amount {
            from: Money(0),
            to: None,
        },
    });
    each.reduce(|one, other| Amount {
        from: one.from.min(other.from),
        to: one.to.zip(other.to).map(|(one, other)| one.max(other)),
    })
    .unwrap_or(Amount::ZERO)
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
