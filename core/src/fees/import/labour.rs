//! The price of labour from the statements of a row.

use crate::money::Money;
use crate::pricing::item::{Change, Price, Variant};

use super::base::each;
use super::note::{DoubtWhy, What};
use super::part::{Part, Per};
use super::units;

/// What a row says of labour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labour {
    pub price: Price,
    pub unit: String,
    pub minimum: Option<Money>,
    pub cap: Option<Money>,
    pub variants: Vec<Variant>,
    pub warranty_days: u16,
    /// Reasons, each with the words it rests on.
    pub reasons: Vec<(What, String)>,
}

/// 每增加1米加10元 (no limit), 超過20米每米5元, 每加一管多200元.
pub(super) struct Then {
    pub beyond: Option<i64>,
    pub unit: Option<String>,
    pub amount: Money,
    pub name: String,
}

/// What the statements come to before units and forms are weighed.
#[derive(Default)]
pub(super) struct Found {
    pub bases: Vec<Part>,
    /// What the remarks say of the price itself; it must be the same.
    again: Vec<Part>,
    pub kinds: Vec<(String, Money, Per)>,
    pub adds: Vec<(String, Money, Per)>,
    /// Variants of further pieces.
    pub further: Vec<(String, Money)>,
    pub first: Option<(i64, String, Money, String)>,
    pub then: Option<Then>,
    pub rest: Option<Money>,
    pub round: Option<u16>,
    pub round_after: Option<(u16, u16)>,
    pub least: Option<u16>,
    pub minimum: Option<Money>,
    cap: Option<Money>,
    warranty: Option<u16>,
}

/// Reads the price of labour. `cell` is what the price's cell says, `remarks` what the remarks add; `names` gives as
/// many kinds as asked, where the item's name lists them; `unit` is the row's own.
pub(super) fn read<'p>(
    cell: impl Iterator<Item = &'p Part>,
    remarks: impl Iterator<Item = &'p Part>,
    names: &dyn Fn(usize) -> Option<Vec<String>>,
    unit: &str,
) -> Result<Labour, DoubtWhy> {
    let mut found = Found::default();
    for part in cell {
        found.take(part, false)?;
    }
    for part in remarks {
        found.take(part, true)?;
    }
    found.one_base(unit)?;
    found.settle(names, unit)
}

/// A price by the hour without a rule for begun ones, as so much for each hour; `None` where anything else is said.
pub(super) fn each_hour<'p>(cell: impl Iterator<Item = &'p Part>, unit: &str) -> Option<Labour> {
    let mut parts = cell.filter(|part| !matches!(part, Part::Included | Part::Extra | Part::Owner));
    let (amount, per) = match (parts.next()?, parts.next()) {
        (Part::Price { amount, per } | Part::Labour { amount, per }, None) => (*amount, per),
        _ => return None,
    };
    Some(Labour {
        price: each(amount),
        unit: per.as_deref().unwrap_or(unit).to_owned(),
        minimum: None,
        cap: None,
        variants: Vec::new(),
        warranty_days: 0,
        reasons: Vec::new(),
    })
}

fn once<T>(place: &mut Option<T>, value: T) -> Result<(), DoubtWhy> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(DoubtWhy::TwoPrices),
    }
}

impl Found {
    fn take(&mut self, part: &Part, remark: bool) -> Result<(), DoubtWhy> {
        match part.clone() {
            Part::Free
            | Part::Actual
            | Part::ByCase { .. }
            | Part::Price { .. }
            | Part::Range { .. }
            | Part::Several { .. }
            | Part::From { .. }
            | Part::Labour { .. }
                if remark =>
            {
                self.again.push(part.clone());
            }
            Part::Free
            | Part::Actual
            | Part::ByCase { .. }
            | Part::Price { .. }
            | Part::Range { .. }
            | Part::Several { .. }
            | Part::From { .. }
            | Part::Labour { .. } => {
                // 窗式50元，分體式80元，80元: what would the last one be?
                if !self.kinds.is_empty() {
                    return Err(DoubtWhy::TwoPrices);
                }
                self.bases.push(part.clone());
            }
            Part::Minimum { amount } => once(&mut self.minimum, amount)?,
            Part::Cap { amount } => once(&mut self.cap, amount)?,
            Part::First {
                count,
                unit,
                amount,
                name,
            } => {
                once(&mut self.first, (count, unit, amount, name))?;
            }
            Part::Then {
                beyond,
                unit,
                amount,
                name,
            } => {
                let then = Then {
                    beyond,
                    unit,
                    amount,
                    name,
                };
                once(&mut self.then, then)?;
            }
            Part::Rest { amount } => once(&mut self.rest, amount)?,
            Part::Round { minutes } => once(&mut self.round, minutes)?,
            Part::RoundAfter { after, minutes } => once(&mut self.round_after, (after, minutes))?,
            Part::Least { minutes } => once(&mut self.least, minutes)?,
            // 帶支架80元: instead of the price, or the bracket's own?
            Part::Kind { name, .. } if remark && name.starts_with(['有', '帶', '带']) => {
                return Err(DoubtWhy::TwoPrices);
            }
            Part::Kind { name, amount, per } => self.kinds.push((name, amount, per)),
            Part::Add { name, amount, each } => self.adds.push((name, amount, each)),
            Part::Warranty { days } => once(&mut self.warranty, days)?,
            Part::Surcharge => return Err(DoubtWhy::Surcharge),
            Part::Period => return Err(DoubtWhy::Period),
            // What is said of material is read beside; what is only told changes no price.
            Part::Included
            | Part::IncludedAt
            | Part::Apart
            | Part::Tools
            | Part::Told
            | Part::Extra
            | Part::Market
            | Part::MarketThing
            | Part::Owner
            | Part::OwnThing
            | Part::Within { .. }
            | Part::Parts { .. }
            | Part::Nothing => {}
        }
        Ok(())
    }

    /// 按實際情況定價 is an open price where nothing else is said, and no more than what a price that is open already
    /// goes by: 20-50元，視燈具大小.
    fn by_case(&mut self) {
        let by_case = |part: &Part| matches!(part, Part::ByCase { .. });
        let open = |part: &Part| {
            matches!(
                part,
                Part::Range { .. } | Part::From { .. } | Part::Actual | Part::ByCase { .. }
            )
        };
        let parts = || self.bases.iter().chain(&self.again);
        if parts().any(by_case) && self.bases.iter().any(open) && parts().all(open) {
            self.bases.retain(|part| !by_case(part));
            self.again.retain(|part| !by_case(part));
            if self.bases.is_empty() {
                self.bases.push(Part::Actual);
            }
        }
    }

    /// Makes one of what is said of the price twice: 100元起，按實際情況定價 is the least of an open price, 20元/米(30元起) a
    /// minimum beside a price, and the same said again is the same.
    fn one_base(&mut self, unit: &str) -> Result<(), DoubtWhy> {
        self.by_case();
        let is = |part: &Part, from: bool| match part {
            Part::From { .. } => from,
            Part::Actual => !from,
            _ => false,
        };
        let has = |parts: &[Part], from| parts.iter().any(|part| is(part, from));
        if has(&self.bases, false) && (has(&self.bases, true) || has(&self.again, true)) {
            self.bases.retain(|part| !is(part, false));
            if self.bases.is_empty() {
                let at = self.again.iter().position(|part| is(part, true));
                self.bases.extend(at.map(|at| self.again.remove(at)));
            }
        } else if let [other, Part::From { amount, per }] = &self.bases[..] {
            let (amount, other) = (*amount, other.clone());
            if !per.as_deref().is_none_or(units::counts_job) {
                return Err(DoubtWhy::UnitDiffers);
            }
            if is(&other, true) {
                return Err(DoubtWhy::TwoPrices);
            }
            once(&mut self.minimum, amount)?;
            self.bases = vec![other];
        }
        for part in std::mem::take(&mut self.again) {
            let same = match (self.bases.first(), &part) {
                (Some(Part::From { .. }), Part::Actual) => true,
                (Some(Part::From { amount: base, .. }), Part::From { amount, .. }) => {
                    base == amount
                }
                (
                    Some(Part::Price { amount: base, .. } | Part::Labour { amount: base, .. }),
                    Part::Price { amount, per } | Part::Labour { amount, per },
                ) => {
                    let fits = |per: &String| units::fits(per, unit);
                    base == amount && per.as_ref().is_none_or(fits)
                }
                (Some(Part::Price { .. } | Part::Labour { .. }), Part::From { amount, per })
                    if per.as_deref().is_none_or(units::counts_job) =>
                {
                    once(&mut self.minimum, *amount)?;
                    true
                }
                (Some(base), part) => base == part,
                (None, _) => false,
            };
            if !same {
                return Err(DoubtWhy::TwoPrices);
            }
        }
        Ok(())
    }

    fn settle(
        mut self,
        names: &dyn Fn(usize) -> Option<Vec<String>>,
        unit: &str,
    ) -> Result<Labour, DoubtWhy> {
        let mut reasons = Vec::new();
        let (price, unit) = self.price(names, unit, &mut reasons)?;
        let unit = unit.replace('\n', " ");
        let by_time = matches!(price, Price::Hourly { .. } | Price::FirstThen { .. });
        if by_time && !(self.kinds.is_empty() && self.adds.is_empty()) {
            return Err(DoubtWhy::PriceUnread);
        }
        let variants = self.variants(&unit, &mut reasons)?;
        if self.minimum.is_some() && self.cap.is_some() && self.minimum > self.cap {
            return Err(DoubtWhy::MinimumOverCap);
        }
        let least = match price {
            Price::From { price } => Some(price),
            _ => None,
        };
        if least.zip(self.cap).is_some_and(|(least, cap)| least > cap) {
            return Err(DoubtWhy::MinimumOverCap);
        }
        if price == Price::Free && (self.minimum.is_some() || self.cap.is_some()) {
            return Err(DoubtWhy::TwoPrices);
        }
        for (what, amount) in [(What::Minimum, self.minimum), (What::Cap, self.cap)] {
            if let Some(amount) = amount {
                reasons.push((what, amount.to_string()));
            }
        }
        if let Some(days) = self.warranty {
            reasons.push((What::Warranty, days.to_string()));
        }
        Ok(Labour {
            price,
            unit,
            minimum: self.minimum,
            cap: self.cap,
            variants,
            warranty_days: self.warranty.unwrap_or(0),
            reasons,
        })
    }

    /// Kinds, additions and further pieces as variants of an item that is counted in `unit`.
    fn variants(
        &mut self,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<Vec<Variant>, DoubtWhy> {
        let mut variants: Vec<Variant> = Vec::new();
        for (name, amount, per) in std::mem::take(&mut self.kinds) {
            if !per.is_none_or(|per| units::fits(&per, unit)) {
                return Err(DoubtWhy::UnitDiffers);
            }
            if measured(&name, unit) {
                return Err(DoubtWhy::UnitDiffers);
            }
            reasons.push((What::Variant, name.clone()));
            let labour = each(amount);
            variants.push(Variant {
                name,
                change: Change::Instead { labour },
            });
        }
        for (name, amount, per) in std::mem::take(&mut self.adds) {
            // 超過3米加20元 where metres are counted: is that a height or a length?
            if measured(&name, unit) || per.as_ref().is_some_and(|per| !units::fits(per, unit)) {
                return Err(DoubtWhy::UnitDiffers);
            }
            let what = if per.is_some() {
                What::Variant
            } else {
                What::AddOnce
            };
            reasons.push((what, name.clone()));
            let each = per.is_some();
            variants.push(Variant {
                name,
                change: Change::Add { amount, each },
            });
        }
        for (name, amount) in std::mem::take(&mut self.further) {
            reasons.push((What::Further, name.clone()));
            variants.push(Variant {
                name,
                change: Change::Further { amount },
            });
        }
        let mut names = std::collections::HashSet::new();
        if !variants.iter().all(|variant| names.insert(&variant.name)) {
            return Err(DoubtWhy::TwoPrices);
        }
        Ok(variants)
    }
}

/// Whether a kind is told by a measure of what is counted: 20米以上 where metres are, of which nobody knows whether it is
/// for all of them or for those beyond.
fn measured(name: &str, unit: &str) -> bool {
    let measures = [
        "米", "m", "公尺", "層", "层", "樓", "楼", "坪", "平方", "平米", "吨", "噸", "升", "公斤",
    ];
    let figures = name.contains(|c: char| c.is_ascii_digit());
    figures
        && measures
            .iter()
            .any(|m| units::fits(m, unit) && name.contains(m))
}
