//! What the evaluator answers: amounts, each with its reasons, and whether the schedule covers them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;
use crate::names::names;
use crate::pricing::amount::Amount;
use crate::pricing::item::Quantity;
use crate::pricing::line::Supply;
use crate::pricing::surcharge::{Extra, Occasion};
use crate::pricing::warranty::Warranty;

/// What the work costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Quote {
    /// In the order of the lines asked for.
    pub lines: Vec<QuoteLine>,
    /// What the order bears as a whole.
    pub order: Vec<Reason>,
    /// Lines and order together.
    pub total: Amount,
    /// That of the line which needs the most doing.
    pub verdict: Verdict,
}

/// What one line costs, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuoteLine {
    /// Surcharges included.
    pub labour: Amount,
    pub material: Money,
    /// Labour and material.
    pub total: Amount,
    /// In the order in which the amount came about; what they add makes up the total, at each of its ends.
    pub reasons: Vec<Reason>,
    pub verdict: Verdict,
}

/// Whether the schedule settles the price. The later outweighs the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It does (R18).
    InSchedule,
    /// Within a range of the schedule; the amount is still to be agreed.
    Open,
    /// It does not: plan and price are reviewed and accepted before a crew goes (R19). Stays so when the amount is
    /// agreed.
    Review { why: ReviewWhy },
}

names! {
    /// Why a line needs a review.
    ReviewWhy {
        /// The list prices it by the actual case.
        ActualCase = "actual_case",
        /// A material at a price of the market where the list names one, or has it included.
        MaterialOffList = "material_off_list",
        /// The list does not name the work.
        Outside = "outside",
    }
}

/// One step on the way to an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reason {
    pub why: Why,
    pub adds: Amount,
}

/// Why an amount is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// No labour, for it was done before.
    Warranty {
        warranty: Warranty,
    },
    /// A variant's price stands in place of the item's own.
    Instead {
        variant: String,
    },
    Free,
    Each {
        quantity: Quantity,
        unit: String,
        price: Money,
    },
    /// A range whose amount is still to be agreed.
    Range {
        quantity: Quantity,
        unit: String,
        from: Money,
        to: Money,
    },
    /// A range with the price agreed for a unit.
    Agreed {
        quantity: Quantity,
        unit: String,
        from: Money,
        to: Money,
        price: Money,
    },
    /// By the actual case; the amount once it is agreed.
    Actual {
        agreed: Option<Money>,
    },
    /// At least so much for each unit, more by the actual case; the amount of the whole once it is agreed.
    From {
        quantity: Quantity,
        unit: String,
        price: Money,
        agreed: Option<Money>,
    },
    /// Kinds of different prices, and none is chosen yet: between these for each unit.
    ByKind {
        quantity: Quantity,
        unit: String,
        each: Amount,
    },
    /// Outside the schedule; the amount once it is agreed.
    Outside {
        agreed: Option<Money>,
    },
    /// By time.
    Hourly {
        minutes: u32,
        /// After begun steps and the least time.
        charged: u32,
        rate: Money,
    },
    /// The first units together.
    First {
        first: Quantity,
        unit: String,
        price: Money,
    },
    /// Each unit beyond the first.
    Beyond {
        quantity: Quantity,
        unit: String,
        price: Money,
    },
    /// A variant costs more; `quantity` where it does so for each unit, or for each further piece.
    Add {
        variant: String,
        amount: Money,
        quantity: Option<Quantity>,
    },
    Minimum {
        amount: Money,
    },
    Cap {
        amount: Money,
    },
    Surcharge {
        occasion: Occasion,
        extra: Extra,
    },
    Material {
        name: String,
        spec: String,
        quantity: Quantity,
        supply: Supply,
    },
}
