//! What a row says of material and who pays for it (R21, R22).

use crate::money::Money;
use crate::pricing::item::{Listed, Material};

use super::note::{DoubtWhy, What};
use super::part::{Part, Per};
use super::units;

/// What a row says of material.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub material: Material,
    pub reasons: Vec<(What, String)>,
}

/// Reads the material of a row. `cell` is what its own cell says, `others` what price and remarks add, `heading`
/// what the columns' headings say where the row says nothing.
pub(super) fn read<'p>(
    cell: impl Iterator<Item = &'p Part>,
    others: impl Iterator<Item = &'p Part>,
    heading: Option<&Part>,
    names: &dyn Fn(usize) -> Option<Vec<String>>,
    unit: &str,
) -> Result<Said, DoubtWhy> {
    let mut out = Said::default();
    let mut extra = false;
    for part in cell {
        match part {
            Part::Price { amount, per } => out.list("", *amount, per, unit),
            Part::Several { amounts, per } => {
                let kinds = names(amounts.len()).ok_or(DoubtWhy::KindsUnmatched)?;
                out.reasons.push((What::Kinds, kinds.join("/")));
                for (kind, amount) in kinds.iter().zip(amounts) {
                    out.list(kind, *amount, per, unit);
                }
            }
            Part::Kind { name, amount, per } => out.list(name, *amount, per, unit),
            Part::Nothing | Part::Apart | Part::Tools | Part::Told | Part::ByCase { .. } => {}
            // What it costs is known when the work is done: it is not included, and no more is said.
            Part::Actual => out.common(&Part::Extra, &mut extra, unit),
            Part::Included
            | Part::IncludedAt
            | Part::Extra
            | Part::Market
            | Part::MarketThing
            | Part::Owner
            | Part::OwnThing
            | Part::Parts { .. } => {
                out.common(part, &mut extra, unit);
            }
            Part::Surcharge => return Err(DoubtWhy::Surcharge),
            Part::Period => return Err(DoubtWhy::Period),
            _ => return Err(DoubtWhy::MaterialUnread),
        }
    }
    for part in others {
        out.common(part, &mut extra, unit);
    }
    let material = &out.material;
    let said = extra || *material != Material::default();
    if let (Some(part), false) = (heading, said) {
        out.common(part, &mut extra, unit);
    } else if !said {
        out.reasons.push((What::MaterialUnsaid, String::new()));
    }
    let material = &out.material;
    let paid = extra || material.market || material.owner || !material.listed.is_empty();
    let mut listed = material.listed.iter().enumerate();
    let twice = |(at, one): (usize, &Listed)| {
        material.listed[..at]
            .iter()
            .any(|other| other.name == one.name)
    };
    if (material.included && paid) || listed.any(twice) {
        return Err(DoubtWhy::MaterialTwice);
    }
    if material
        .listed
        .iter()
        .any(|listed| listed.price == Money(0))
    {
        return Err(DoubtWhy::MaterialUnread);
    }
    Ok(out)
}

impl Said {
    fn common(&mut self, part: &Part, extra: &mut bool, unit: &str) {
        match part {
            Part::Included | Part::IncludedAt if !self.material.included => {
                self.material.included = true;
                self.reasons.push((What::MaterialIncluded, String::new()));
            }
            Part::Extra if !*extra => {
                *extra = true;
                self.reasons.push((What::MaterialExtra, String::new()));
            }
            Part::Market | Part::MarketThing => self.material.market = true,
            Part::Owner | Part::OwnThing => self.material.owner = true,
            Part::Parts { amount, per } => self.list("", *amount, per, unit),
            _ => {}
        }
    }

    fn list(&mut self, name: &str, price: Money, per: &Per, unit: &str) {
        let own = per.as_deref().filter(|per| !units::fits(per, unit));
        self.material.listed.push(Listed {
            name: name.to_owned(),
            price,
            unit: own.unwrap_or("").to_owned(),
        });
    }
}
