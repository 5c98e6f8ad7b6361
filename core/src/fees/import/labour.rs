//! The price of labour from the statements of a row.

use crate::money::Money;
use crate::pricing::item::{Change, Price, Quantity, Variant};

use super::clause::HALF_HOUR;
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

/// What the statements come to before units and forms are weighed.
#[derive(Default)]
struct Found {
    bases: Vec<Part>,
    kinds: Vec<(String, Money, Per)>,
    adds: Vec<(String, Money, Per)>,
    first: Option<(i64, String, Money, String)>,
    then: Option<(Option<i64>, Option<String>, Money)>,
    round: Option<u16>,
    round_after: Option<(u16, u16)>,
    least: Option<u16>,
    minimum: Option<Money>,
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
    // 20元/米(30元起): beside a price, 起 is a least amount; alone it leaves the price open.
    let open = |part: &Part| matches!(part, Part::From { .. });
    if found.bases.len() > 1 && found.bases.iter().filter(|part| open(part)).count() == 1 {
        let at = found.bases.iter().position(open).unwrap_or(0);
        if let Part::From { amount } = found.bases.remove(at) {
            once(&mut found.minimum, amount)?;
        }
    }
    for part in remarks {
        found.take(part, true)?;
    }
    found.settle(names, unit)
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
            Part::From { amount } if remark => once(&mut self.minimum, amount)?,
            Part::Free
            | Part::Actual
            | Part::Price { .. }
            | Part::Range { .. }
            | Part::Several { .. }
            | Part::Labour { .. }
                if remark =>
            {
                return Err(DoubtWhy::TwoPrices);
            }
            Part::Free
            | Part::Actual
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
            } => once(&mut self.then, (beyond, unit, amount))?,
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
            // What is said of material is read beside.
            Part::Included
            | Part::Extra
            | Part::Market
            | Part::Owner
            | Part::Parts { .. }
            | Part::Nothing => {}
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
        let mut variants = Vec::new();
        let own = matches!(
            price,
            Price::Each { .. } | Price::Free | Price::Range { .. } | Price::Actual
        );
        let plain = self.kinds.is_empty() && self.adds.is_empty();
        if !(own || plain) {
            return Err(DoubtWhy::PriceUnread);
        }
        for (name, amount, per) in self.kinds {
            if !per.is_none_or(|per| units::fits(&per, &unit)) {
                return Err(DoubtWhy::UnitDiffers);
            }
            reasons.push((What::Variant, name.clone()));
            let labour = each(amount);
            variants.push(Variant {
                name,
                change: Change::Instead { labour },
            });
        }
        for (name, amount, per) in self.adds {
            // 超過3米加20元 where metres are counted: is that a height or a length?
            let measures = ["米", "m", "公尺", "層", "层", "樓", "楼"];
            let same = measures
                .iter()
                .any(|m| units::fits(m, &unit) && name.contains(m));
            if same || per.as_ref().is_some_and(|per| !units::fits(per, &unit)) {
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
        for (at, variant) in variants.iter().enumerate() {
            if variants[..at]
                .iter()
                .any(|other| other.name == variant.name)
            {
                return Err(DoubtWhy::TwoPrices);
            }
        }
        if self.minimum.is_some() && self.cap.is_some() && self.minimum > self.cap {
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

    /// The form of the price and what is counted.
    fn price(
        &mut self,
        names: &dyn Fn(usize) -> Option<Vec<String>>,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        if self.first.is_some() || self.then.is_some() {
            return self.first_then(unit, reasons);
        }
        let base = match self.bases.len() {
            0 if self.kinds.len() > 1 => {
                let (name, amount, per) = self.kinds[0].clone();
                reasons.push((What::FirstKind, name));
                Part::Price { amount, per }
            }
            0 => return Err(DoubtWhy::NoPrice),
            1 => self.bases.remove(0),
            _ => return Err(DoubtWhy::TwoPrices),
        };
        let timed = self.round.is_some() || self.round_after.is_some() || self.least.is_some();
        let (price, per) = match base {
            Part::Price { amount, per } | Part::Labour { amount, per } => {
                let hour = per.as_deref().unwrap_or(unit);
                if timed || units::is_hour(hour) || hour == HALF_HOUR || half_hour(hour) {
                    reasons.push((What::Hourly, hour.to_owned()));
                    return self.hourly(amount, per.as_deref(), unit);
                }
                if amount == Money(0) {
                    reasons.push((What::Zero, "0".to_owned()));
                }
                (each(amount), per)
            }
            _ if timed => return Err(DoubtWhy::HourRounding),
            Part::Free => (Price::Free, None),
            Part::Actual => (Price::Actual, None),
            Part::Range { from, to, .. } if from >= to => return Err(DoubtWhy::RangeOrder),
            Part::Range { per, .. } if units::is_hour(per.as_deref().unwrap_or(unit)) => {
                return Err(DoubtWhy::HourRounding);
            }
            Part::Range { from, to, per } => (Price::Range { from, to }, per),
            Part::Several { amounts, per } => {
                let kinds = names(amounts.len()).ok_or(DoubtWhy::KindsUnmatched)?;
                reasons.push((What::Kinds, kinds.join("/")));
                reasons.push((What::FirstKind, kinds[0].clone()));
                let priced = kinds.into_iter().zip(&amounts);
                self.kinds
                    .extend(priced.map(|(name, amount)| (name, *amount, None)));
                (each(amounts[0]), per)
            }
            Part::From { .. } => return Err(DoubtWhy::OpenPrice),
            _ => return Err(DoubtWhy::PriceUnread),
        };
        let Some(per) = per else {
            return Ok((price, unit.to_owned()));
        };
        if unit.is_empty() {
            reasons.push((What::UnitFromPrice, per.clone()));
            return Ok((price, per));
        }
        if !units::fits(&per, unit) {
            return Err(DoubtWhy::UnitDiffers);
        }
        Ok((price, unit.to_owned()))
    }

    /// 首米50元，每增加1米加10元; 20米內15元，超過20米每米5元.
    fn first_then(
        &mut self,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        if !self.bases.is_empty() || self.round.is_some() || self.round_after.is_some() {
            return Err(DoubtWhy::TwoPrices);
        }
        let (Some((count, of, price, name)), then) = (self.first.take(), self.then.take()) else {
            return Err(DoubtWhy::FirstThen);
        };
        let Some((beyond, per, then)) = then else {
            // 3米以內50元，3米以上80元 where pieces are counted: two kinds of the work.
            if self.kinds.is_empty() || units::fits(&of, unit) || units::is_hour(&of) {
                return Err(DoubtWhy::FirstThen);
            }
            reasons.push((What::FirstKind, name.clone()));
            self.kinds.insert(0, (name, price, None));
            return Ok((each(price), unit.to_owned()));
        };
        let fits = per.is_none_or(|per| units::fits(&per, &of));
        let counted = unit.is_empty() || units::fits(&of, unit);
        let joined = beyond.is_none_or(|beyond| beyond == count);
        // Begun hours are not said how to count, and the form counts whole units of anything else.
        if !fits || !counted || !joined || units::is_hour(&of) || half_hour(&of) {
            return Err(DoubtWhy::FirstThen);
        }
        let unit = if unit.is_empty() { of } else { unit.to_owned() };
        let first = Quantity(count);
        Ok((Price::FirstThen { first, price, then }, unit))
    }

    /// By time. Without a rule for begun hours nobody can charge by it.
    fn hourly(
        &self,
        amount: Money,
        per: Option<&str>,
        unit: &str,
    ) -> Result<(Price, String), DoubtWhy> {
        let named = per.unwrap_or(unit);
        let half = named == HALF_HOUR || half_hour(named);
        let timed = half || units::is_hour(named);
        if !timed || !(units::counts_work(unit) || half_hour(unit)) {
            return Err(if timed {
                DoubtWhy::UnitDiffers
            } else {
                DoubtWhy::HourRounding
            });
        }
        let rate = if half { Money(amount.0 * 2) } else { amount };
        let (step, least) = match (self.round, self.round_after) {
            (Some(step), None) => (step, step),
            (Some(least), Some((after, step))) if after == least => (step, least),
            (None, Some((after, step))) if self.least == Some(after) => (step, after),
            _ => return Err(DoubtWhy::HourRounding),
        };
        // The price of a half hour counts by half hours.
        if half && step != 30 {
            return Err(DoubtWhy::HourRounding);
        }
        let least = least.max(self.least.unwrap_or(0));
        let hour = per.filter(|_| !half).unwrap_or("小時");
        let unit = if unit.is_empty() || half_hour(unit) {
            hour
        } else {
            unit
        };
        Ok((Price::Hourly { rate, step, least }, unit.to_owned()))
    }
}

fn half_hour(unit: &str) -> bool {
    ["半小时", "半个小时", "30分钟"].contains(&crate::fold::fold(unit).as_str())
}

fn each(price: Money) -> Price {
    if price == Money(0) {
        Price::Free
    } else {
        Price::Each { price }
    }
}
