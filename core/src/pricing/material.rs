//! What a line's materials cost, and whether their prices are those of the list.

use crate::error::{Code, Error, Result};
use crate::money::Money;
use crate::pricing::amount::{Amount, times};
use crate::pricing::evaluate::{Tally, bounded, quantity};
use crate::pricing::line::{Subject, Supply, Used};
use crate::pricing::quote::{ReviewWhy, Verdict, Why};

/// Adds what the materials of a line cost.
///
/// A kind that the list prices by name has that price; else any price of the list will do.
///
/// Errors: [`Code::OutOfBounds`], [`Code::PriceNotListed`], [`Code::MaterialNotIncluded`], [`Code::AmountTooLarge`].
pub(super) fn add(tally: &mut Tally, subject: Subject<'_>, used: &[Used]) -> Result<Verdict> {
    let mut verdict = Verdict::InSchedule;
    for (n, used) in used.iter().enumerate() {
        let (cost, says) = one(subject, used).map_err(|e| e.within(&format!("materials.{n}")))?;
        verdict = verdict.max(says);
        let why = Why::Material {
            name: used.name.clone(),
            spec: used.spec.clone(),
            quantity: used.quantity,
            supply: used.supply,
        };
        tally.add(why, Amount::settled(cost))?;
    }
    Ok(verdict)
}

fn one(subject: Subject<'_>, used: &Used) -> Result<(Money, Verdict)> {
    quantity(used.quantity)?;
    used.sound_check()?;
    let off_list = Verdict::Review {
        why: ReviewWhy::MaterialOffList,
    };
    let (price, verdict) = match used.supply {
        Supply::Owner => (Money(0), Verdict::InSchedule),
        Supply::Included => {
            if let Subject::Item(item) = subject
                && !item.material.included
            {
                return Err(Error::new(Code::MaterialNotIncluded)
                    .with("item", &item.name)
                    .on("supply"));
            }
            (Money(0), Verdict::InSchedule)
        }
        Supply::Listed { price } => {
            bounded("price", price)?;
            if !listed(subject, used, price) {
                return Err(Error::new(Code::PriceNotListed)
                    .with("item", subject.name())
                    .with("value", price)
                    .on("price"));
            }
            (price, Verdict::InSchedule)
        }
        Supply::Market { price } => {
            bounded("price", price)?;
            let named_otherwise = match subject {
                Subject::Item(item) => {
                    let material = &item.material;
                    !material.market && (material.included || !material.listed.is_empty())
                }
                Subject::Outside { .. } => false,
            };
            let verdict = if named_otherwise {
                off_list
            } else {
                Verdict::InSchedule
            };
            (price, verdict)
        }
    };
    let cost = times(price, used.quantity).map_err(|e| e.on("quantity"))?;
    Ok((cost, verdict))
}

fn listed(subject: Subject<'_>, used: &Used, price: Money) -> bool {
    let Subject::Item(item) = subject else {
        return false;
    };
    let listed = &item.material.listed;
    let kind = |name: &str| !name.is_empty() && name == used.spec;
    let by_name = listed.iter().any(|l| kind(&l.name));
    listed
        .iter()
        .any(|l| l.price == price && (!by_name || kind(&l.name)))
}
