//! A quote as it is kept: each line with its item as it was then, so that it can be explained for good (R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::FeeItemId;
use crate::money::Money;
use crate::pricing::item::{FeeCategory, Quantity};
use crate::pricing::line::Work;
use crate::pricing::quote::QuoteLine;
use crate::pricing::warranty::Warranty;
use crate::text_field::LINE_MAX;

/// A line to be priced, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineInput {
    /// The item of the schedule in force; none for work that it does not name.
    pub item: Option<FeeItemId>,
    /// What the work is, where no item names it (R19).
    pub name: String,
    pub work: Work,
}

impl LineInput {
    /// Work outside the schedule as one piece at one price; named by the first line of what is said of it.
    pub fn whole(said: &str, price: Money) -> Self {
        let first = said.lines().next().unwrap_or_default();
        Self {
            item: None,
            name: first.chars().take(LINE_MAX).collect(),
            work: Work {
                quantity: Quantity(1000),
                agreed: Some(price),
                ..Work::default()
            },
        }
    }
}

/// A priced line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuotedLine {
    pub item: Option<FeeItemId>,
    pub code: String,
    /// The item's heading in the list.
    #[serde(default)]
    pub group: String,
    pub name: String,
    /// What the list says besides and the price does not hold; empty where that is nothing.
    #[serde(default)]
    pub remark: String,
    pub unit: String,
    pub category: FeeCategory,
    pub work: Work,
    pub warranty: Option<Warranty>,
    pub priced: QuoteLine,
}

impl QuotedLine {
    /// The line as it could be typed again.
    pub fn input(&self) -> LineInput {
        LineInput {
            item: self.item,
            name: self.name.clone(),
            work: self.work.clone(),
        }
    }
}
