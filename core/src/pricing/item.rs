//! Items of a fee schedule: what is charged for, and in which form its price is given.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;
use crate::names::names;

names! {
    /// Whom a price is for.
    FeeCategory {
        /// 住戶維修.
        Household = "household",
        /// 員工社區維修.
        StaffCommunity = "staff_community",
        /// 特約服務.
        Special = "special",
    }
}

/// One line of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FeeItem {
    /// The item's number in the office's list; unique within a version.
    pub code: String,
    pub category: FeeCategory,
    /// Heading under which the list shows it, such as 安裝類; may be empty.
    pub group: String,
    pub name: String,
    /// Other names by which people ask for it, such as 水喉; found by, never printed.
    #[serde(default)]
    pub also: String,
    /// What is counted: 盞, 個/次, 米, 平方米.
    pub unit: String,
    pub labour: Price,
    /// Least and most labour of one line, whatever is counted.
    pub minimum: Option<Money>,
    pub cap: Option<Money>,
    /// Cases that are priced otherwise: over 3 m, split unit, three-phase.
    pub variants: Vec<Variant>,
    pub material: Material,
    /// Days within which the same work done again carries no labour (R16).
    pub warranty_days: u16,
    /// What the list says besides, as it says it.
    pub remarks: String,
    /// The remarks say something that nothing above holds; whoever tells the price reads them out with it.
    #[serde(default)]
    pub noted: bool,
}

/// The form of a price for labour. Money is integer cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Price {
    /// 免費.
    Free,
    /// So much for each unit, metre or square metre.
    Each { price: Money },
    /// Between two amounts for each unit; the one asked is agreed with the owner.
    Range { from: Money, to: Money },
    /// 按實際情況定價: no price before a review (R19).
    Actual,
    /// So much for each unit and more by the actual case (100元起): no certain price before a review (R19).
    From { price: Money },
    /// No price of its own: that of the variant that is chosen, between the least and the most of them until then.
    ByKind,
    /// By time: each begun step is charged whole, and never less than the least time.
    Hourly {
        /// For one hour.
        rate: Money,
        /// Minutes of a step, such as 30; at least 1.
        step: u16,
        /// Least minutes charged; may be 0.
        least: u16,
    },
    /// The first units together for one price, each further one for another.
    FirstThen {
        /// How many units the first price covers, in thousandths.
        first: Quantity,
        price: Money,
        then: Money,
    },
}

/// A case of an item that is priced otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Variant {
    /// As the list says it: 高度超過3米, 分體式, 無預留孔.
    pub name: String,
    pub change: Change,
}

/// What a variant does to the price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// This price stands in place of the item's own.
    Instead { labour: Price },
    /// So much more, once for the line or for each unit.
    Add { amount: Money, each: bool },
    /// So much more for each further piece (每加一管多200元); the line names the variant once for each of them.
    Further { amount: Money },
}

/// What material an item takes and who pays for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Material {
    /// The price of labour covers it (含材料費).
    pub included: bool,
    /// At these prices, for each unit; several where the list names several kinds (9W/16W 65/70元).
    pub listed: Vec<Listed>,
    /// At the price of the market (市價).
    pub market: bool,
    /// The owner may bring his own (業主自購).
    pub owner: bool,
}

/// A material with the price of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Listed {
    /// Its kind, such as 9W; empty where there is only one.
    pub name: String,
    pub price: Money,
    /// For what the price is, where it is another unit than the item's (15元/單相, 5元/米); else empty.
    pub unit: String,
}

/// How many units, in thousandths: 2.5 m is 2 500.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl std::fmt::Display for Quantity {
    /// Plain decimal without zeros at its end, such as `2` or `2.5`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let part = format!("{part:03}");
        write!(f, "{sign}{whole}.{}", part.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_written_without_zeros_at_its_end() {
        for (thousandths, said) in [
            (2000, "2"),
            (2500, "2.5"),
            (1, "0.001"),
            (10_050, "10.05"),
            (-1500, "-1.5"),
            (0, "0"),
        ] {
            assert_eq!(Quantity(thousandths).to_string(), said);
        }
    }
}
