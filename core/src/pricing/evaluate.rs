//! The evaluator: lines and circumstances become a quote. Pure; the same lines give the same answer in any order.
//!
//! A line's labour comes about in this order: the item's price, or that of the variant in its place; what variants
//! add; the item's minimum, then its cap; surcharges ([`surcharge`](super::surcharge)). Material follows.
//!
//! **Rounding.** Money is integer cents. Each product (quantity × price, minutes × rate, per cent of labour) is
//! rounded half up to the cent where it arises, line by line; sums are exact. No amount exceeds [`Money::MOST`], the
//! most that a form can say in capitals: what would is refused, as is every quantity beyond its bounds.

use crate::error::{Code, Error, Result};
use crate::money::Money;
use crate::pricing::amount::Amount;
use crate::pricing::item::Quantity;
use crate::pricing::line::{Line, Work};
use crate::pricing::quote::{Quote, QuoteLine, Reason, Verdict, Why};
use crate::pricing::surcharge::{Circumstances, Due};
use crate::pricing::{labour, material};

/// What the lines cost under these circumstances.
///
/// Errors name the field within its line, such as `lines.0.quantity` or `lines.2.materials.0.price`, counted from 0:
/// [`Code::OutOfBounds`] (quantity, minutes, agreed amount, price), [`Code::Missing`] (minutes),
/// [`Code::AgreedOutsideRange`], [`Code::PriceIsFixed`] (an amount agreed where the price is not open),
/// [`Code::UnknownVariant`], [`Code::VariantsClash`], [`Code::PriceNotListed`], [`Code::MaterialNotIncluded`],
/// [`Code::Invalid`] (a check of material that is not the
/// owner's), [`Code::PriceUnsound`] (the schedule contradicts itself), [`Code::AmountTooLarge`].
pub fn evaluate(lines: &[Line<'_>], circumstances: &Circumstances<'_>) -> Result<Quote> {
    let due = circumstances.due()?;
    let mut quote = Quote {
        lines: Vec::with_capacity(lines.len()),
        order: Vec::new(),
        total: Amount::ZERO,
        verdict: Verdict::InSchedule,
    };
    for (n, line) in lines.iter().enumerate() {
        let priced =
            price(line, circumstances, &due).map_err(|e| e.within(&format!("lines.{n}")))?;
        quote.total = quote.total.plus(priced.total).map_err(|e| e.on("lines"))?;
        quote.verdict = quote.verdict.max(priced.verdict);
        quote.lines.push(priced);
    }
    for due in &due {
        let labour = lines
            .iter()
            .zip(&quote.lines)
            .map(|(line, priced)| (circumstances.category_of(line.subject), priced.labour));
        if let Some(reason) = due.on_order(labour)? {
            quote.total = quote.total.plus(reason.adds).map_err(|e| e.on("lines"))?;
            quote.order.push(reason);
        }
    }
    Ok(quote)
}

fn price(line: &Line<'_>, circumstances: &Circumstances<'_>, due: &[Due<'_>]) -> Result<QuoteLine> {
    quantity(line.work.quantity)?;
    let mut tally = Tally {
        reasons: Vec::with_capacity(4),
        sum: Amount::ZERO,
    };
    let mut verdict = labour::add(&mut tally, line)?;
    let plain = tally.sum;
    let category = circumstances.category_of(line.subject);
    for due in due {
        if let Some(reason) = due.on_line(category, plain)? {
            tally.add(reason.why, reason.adds)?;
        }
    }
    let labour = tally.sum;
    verdict = verdict.max(material::add(
        &mut tally,
        line.subject,
        &line.work.materials,
    )?);
    Ok(QuoteLine {
        labour,
        material: Money(tally.sum.from.0 - labour.from.0),
        total: tally.sum,
        reasons: tally.reasons,
        verdict,
    })
}

/// An amount as it comes about.
pub(super) struct Tally {
    pub reasons: Vec<Reason>,
    pub sum: Amount,
}

impl Tally {
    /// A reason, also where it adds nothing.
    pub fn add(&mut self, why: Why, adds: Amount) -> Result<()> {
        self.sum = self.sum.plus(adds)?;
        self.reasons.push(Reason { why, adds });
        Ok(())
    }

    /// A reason only where it makes a difference.
    pub fn shift(&mut self, why: Why, adds: Amount) -> Result<()> {
        let nothing = adds.from == Money(0) && adds.to.is_none_or(|to| to == Money(0));
        if nothing { Ok(()) } else { self.add(why, adds) }
    }
}

/// A quantity is more than nothing and not absurd. Errors: [`Code::OutOfBounds`].
pub(super) fn quantity(quantity: Quantity) -> Result<()> {
    if (Quantity(1)..=Work::QUANTITY_MAX).contains(&quantity) {
        return Ok(());
    }
    Err(Error::new(Code::OutOfBounds)
        .with("value", quantity)
        .with("least", Quantity(1))
        .with("most", Work::QUANTITY_MAX)
        .on("quantity"))
}

/// An amount that a person may have typed. Errors: [`Code::OutOfBounds`].
pub(super) fn bounded(field: &str, amount: Money) -> Result<()> {
    if (Money(0)..=Money::MOST).contains(&amount) {
        return Ok(());
    }
    Err(Error::new(Code::OutOfBounds)
        .with("value", amount)
        .with("least", Money(0))
        .with("most", Money::MOST)
        .on(field))
}

#[cfg(test)]
mod open;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod refused;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
