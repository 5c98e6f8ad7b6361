//! What work costs more at night, on a holiday or in haste.
//!
//! Each row of the table that fits is added by itself, always reckoned on the labour before any surcharge: a night of
//! 30 % on a holiday of 50 % is 80 %. Material is never surcharged, nor is a line whose labour is nothing (free, or
//! under warranty). An amount for the order is due once if any line of its categories bears labour.

use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::money::Money;
use crate::pricing::amount::{Amount, share};
use crate::pricing::calendar::{Calendar, Holiday};
use crate::pricing::item::FeeCategory;
use crate::pricing::line::Subject;
use crate::pricing::quote::{Reason, Why};

/// One row of a version's surcharges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Surcharge {
    pub when: When,
    pub extra: Extra,
    /// Which items bear it; an item of another category does not.
    pub categories: Vec<FeeCategory>,
}

/// When a surcharge is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum When {
    /// From `from` on, before `to`; over midnight where `from` is the later one. Two like times are no time at all.
    Night {
        #[ts(type = "string")]
        from: NaiveTime,
        #[ts(type = "string")]
        to: NaiveTime,
    },
    /// On a holiday of the calendar. The small hours belong to the day that has begun.
    Holiday,
    Urgent,
}

/// How much a surcharge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "extra", rename_all = "snake_case")]
pub enum Extra {
    /// Of each line's labour, in hundredths of a per cent; rounded half up to the cent, line by line.
    Percent { basis_points: u32 },
    /// For each line.
    Line { amount: Money },
    /// Once for the order.
    Order { amount: Money },
}

/// What made a surcharge due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "occasion", rename_all = "snake_case")]
pub enum Occasion {
    Night,
    Holiday { name: String },
    Weekend,
    Urgent,
}

/// When and how work is done, and what the schedule's version says of it.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// In the office's own time.
    pub at: NaiveDateTime,
    pub urgent: bool,
    /// Whom the order is for. An item has its own category; work outside the schedule is counted to this one.
    pub category: FeeCategory,
    pub surcharges: &'a [Surcharge],
    pub calendar: &'a Calendar,
}

/// A surcharge that is due now.
pub(super) struct Due<'a> {
    row: &'a Surcharge,
    occasion: Occasion,
}

impl<'a> Circumstances<'a> {
    /// The rows that are due, in the order of the table.
    ///
    /// Errors: [`Code::Invalid`](crate::Code::Invalid) for a negative amount in the table.
    pub(super) fn due(&self) -> Result<Vec<Due<'a>>> {
        let mut due = Vec::new();
        for row in self.surcharges {
            if let Extra::Line { amount } | Extra::Order { amount } = row.extra
                && amount < Money(0)
            {
                return Err(Error::invalid("surcharges", amount));
            }
            if let Some(occasion) = self.occasion(row.when) {
                due.push(Due { row, occasion });
            }
        }
        Ok(due)
    }

    /// Whose surcharges a line bears.
    pub(super) fn category_of(&self, subject: Subject<'_>) -> FeeCategory {
        match subject {
            Subject::Item(item) => item.category,
            Subject::Outside { .. } => self.category,
        }
    }

    fn occasion(&self, when: When) -> Option<Occasion> {
        match when {
            When::Night { from, to } => {
                let now = self.at.time();
                let night = if from <= to {
                    from <= now && now < to
                } else {
                    from <= now || now < to
                };
                night.then_some(Occasion::Night)
            }
            When::Holiday => self.calendar.holiday(self.at.date()).map(|day| match day {
                Holiday::Named(name) => Occasion::Holiday { name: name.into() },
                Holiday::Weekend => Occasion::Weekend,
            }),
            When::Urgent => self.urgent.then_some(Occasion::Urgent),
        }
    }
}

impl Due<'_> {
    /// What a line of `category` with this labour bears; `None` where it bears nothing of this row.
    pub(super) fn on_line(&self, category: FeeCategory, labour: Amount) -> Result<Option<Reason>> {
        if !self.row.categories.contains(&category) || labour == Amount::ZERO {
            return Ok(None);
        }
        let adds = match self.row.extra {
            Extra::Percent { basis_points } => {
                let part = |of: Money| share(of, basis_points.into(), 10_000);
                Amount {
                    from: part(labour.from)?,
                    to: labour.to.map(part).transpose()?,
                }
            }
            Extra::Line { amount } => once(amount, labour),
            Extra::Order { .. } => return Ok(None),
        };
        Ok(Some(self.reason(adds)))
    }

    /// What the order bears, where `labour` is that of its lines, each with its category.
    pub(super) fn on_order(
        &self,
        labour: impl Iterator<Item = (FeeCategory, Amount)>,
    ) -> Result<Option<Reason>> {
        let Extra::Order { amount } = self.row.extra else {
            return Ok(None);
        };
        let mut borne = Amount::ZERO;
        for (category, labour) in labour {
            if self.row.categories.contains(&category) {
                borne = borne.plus(labour)?;
            }
        }
        if borne == Amount::ZERO {
            return Ok(None);
        }
        Ok(Some(self.reason(once(amount, borne))))
    }

    fn reason(&self, adds: Amount) -> Reason {
        let why = Why::Surcharge {
            occasion: self.occasion.clone(),
            extra: self.row.extra,
        };
        Reason { why, adds }
    }
}

/// A fixed amount at each end that has labour.
fn once(amount: Money, labour: Amount) -> Amount {
    let due = |end: Money| if end > Money(0) { amount } else { Money(0) };
    Amount {
        from: due(labour.from),
        to: Some(labour.to.map_or(amount, due)),
    }
}

#[cfg(test)]
mod tests;
