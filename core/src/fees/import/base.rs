//! The form of a price and what is counted, from what was found of it.

use crate::money::Money;
use crate::pricing::item::{Price, Quantity};

use super::labour::{Found, Then};
use super::note::{DoubtWhy, What};
use super::part::Part;
use super::sentence::HALF_HOUR;
use super::units;

impl Found {
    /// The form of the price and what is counted.
    pub(super) fn price(
        &mut self,
        names: &dyn Fn(usize) -> Option<Vec<String>>,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        if self.first.is_some() {
            return self.first_then(unit, reasons);
        }
        if let Some(then) = self.then.take() {
            return self.and_further(then, names, unit, reasons);
        }
        self.plain(names, unit, reasons)
    }

    fn plain(
        &mut self,
        names: &dyn Fn(usize) -> Option<Vec<String>>,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        if let Some(amount) = self.rest.take() {
            // 3米以上5元，其餘免費: what is none of the kinds has the item's own price.
            if !self.bases.is_empty() {
                return Err(DoubtWhy::TwoPrices);
            }
            if self.kinds.is_empty() {
                return Err(DoubtWhy::NoPrice);
            }
            reasons.push((What::Rest, amount.to_string()));
            let per = self.kinds.iter().find_map(|kind| kind.2.as_deref());
            return Ok((each(amount), counted(per, unit, reasons)?));
        }
        let base = match self.bases.len() {
            0 if self.kinds.len() > 1 => return self.by_kind(unit, reasons),
            // 最低收費100元 and nothing else is the least of an open price.
            0 if self.kinds.is_empty() && self.minimum.is_some() => Part::From {
                amount: self.minimum.take().unwrap_or_default(),
                per: None,
            },
            0 => return Err(DoubtWhy::NoPrice),
            1 => self.bases.remove(0),
            _ => return Err(DoubtWhy::TwoPrices),
        };
        let timed = self.round.is_some() || self.round_after.is_some() || self.least.is_some();
        let by_hour = |per: &Option<String>| {
            let hour = per.as_deref().unwrap_or(unit);
            units::is_hour(hour) || hour == HALF_HOUR || half_hour(hour)
        };
        let (price, per) = match base {
            Part::Price { amount, per } | Part::Labour { amount, per } => {
                if timed || by_hour(&per) {
                    let hour = per.as_deref().unwrap_or(unit);
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
            Part::Range { per, .. } | Part::From { per, .. } if by_hour(&per) => {
                return Err(DoubtWhy::HourRounding);
            }
            Part::Range { from, to, per } => (Price::Range { from, to }, per),
            Part::From {
                amount: Money(0), ..
            } => return Err(DoubtWhy::PriceUnread),
            Part::From { amount, per } => {
                reasons.push((What::From, amount.to_string()));
                (Price::From { price: amount }, per)
            }
            Part::Several { amounts, per } => {
                let kinds = names(amounts.len()).ok_or(DoubtWhy::KindsUnmatched)?;
                reasons.push((What::Kinds, kinds.join("/")));
                let priced = kinds.into_iter().zip(&amounts);
                self.kinds
                    .extend(priced.map(|(name, amount)| (name, *amount, per.clone())));
                return self.by_kind(unit, reasons);
            }
            _ => return Err(DoubtWhy::PriceUnread),
        };
        Ok((price, counted(per.as_deref(), unit, reasons)?))
    }

    /// 窗式50元 分體式80元: each kind has its price, and the item none of its own.
    fn by_kind(
        &self,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        let named: Vec<&str> = self.kinds.iter().map(|kind| kind.0.as_str()).collect();
        reasons.push((What::ByKind, named.join("/")));
        let per = self.kinds.iter().find_map(|kind| kind.2.as_deref());
        Ok((Price::ByKind, counted(per, unit, reasons)?))
    }

    /// 1500元，每加一管多200元: more of what is counted, or of something else that comes on top.
    fn and_further(
        &mut self,
        then: Then,
        names: &dyn Fn(usize) -> Option<Vec<String>>,
        unit: &str,
        reasons: &mut Vec<(What, String)>,
    ) -> Result<(Price, String), DoubtWhy> {
        if then.beyond.is_some() || then.name.is_empty() {
            return Err(DoubtWhy::FirstThen);
        }
        let (price, unit) = self.plain(names, unit, reasons)?;
        let piece = then.unit.as_deref().unwrap_or("");
        if units::is_hour(piece) || half_hour(piece) || matches!(price, Price::Hourly { .. }) {
            return Err(DoubtWhy::FirstThen);
        }
        match price {
            Price::Each { price } if units::fits(piece, &unit) && self.kinds.is_empty() => {
                let price = Price::FirstThen {
                    first: Quantity(1000),
                    price,
                    then: then.amount,
                };
                Ok((price, unit))
            }
            // More of what is counted, and the price is none of a first one.
            _ if units::fits(piece, &unit) => Err(DoubtWhy::FirstThen),
            price => {
                self.further.push((then.name, then.amount));
                Ok((price, unit))
            }
        }
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
        let Some(then) = then else {
            // 3米以內50元，3米以上80元 where pieces are counted: two kinds of the work.
            let some = !self.kinds.is_empty() || self.rest.is_some();
            if !some || units::fits(&of, unit) || units::is_hour(&of) {
                return Err(DoubtWhy::FirstThen);
            }
            self.kinds.insert(0, (name, price, None));
            return self.plain(&|_| None, unit, reasons);
        };
        let fits = then.unit.is_none_or(|per| units::fits(&per, &of));
        let joined = then.beyond.is_none_or(|beyond| beyond == count);
        // Begun hours are not said how to count, and the form counts whole units of anything else.
        if !fits || !joined || self.rest.is_some() || units::is_hour(&of) || half_hour(&of) {
            return Err(DoubtWhy::FirstThen);
        }
        let unit = counted(Some(&of), unit, reasons).map_err(|_| DoubtWhy::FirstThen)?;
        let (first, then) = (Quantity(count), then.amount);
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

/// What is counted, where the price is for one `per` and the row counts in `unit`: the price's own where the row names
/// none, or only counts jobs (5元/米 beside 項).
fn counted(
    per: Option<&str>,
    unit: &str,
    reasons: &mut Vec<(What, String)>,
) -> Result<String, DoubtWhy> {
    let Some(per) = per.filter(|per| !units::fits(per, unit)) else {
        return Ok(unit.to_owned());
    };
    if !(unit.is_empty() || units::counts_job(unit)) || units::is_hour(per) {
        return Err(DoubtWhy::UnitDiffers);
    }
    reasons.push((What::UnitFromPrice, per.to_owned()));
    Ok(per.to_owned())
}

fn half_hour(unit: &str) -> bool {
    ["半小时", "半个小时", "30分钟"].contains(&crate::fold::fold(unit).as_str())
}

/// So much for each unit; nothing is free of charge.
pub(super) fn each(price: Money) -> Price {
    if price == Money(0) {
        Price::Free
    } else {
        Price::Each { price }
    }
}
