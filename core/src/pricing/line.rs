//! What a quote is asked for: items with what is done of them, and what stands outside the schedule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;
use crate::pricing::item::{FeeItem, Quantity};
use crate::pricing::material_check::MaterialCheck;
use crate::pricing::warranty::Warranty;

/// One line to be priced.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub subject: Subject<'a>,
    pub work: &'a Work,
    /// Why the line carries no labour, where it carries none (R16).
    pub warranty: Option<Warranty>,
}

/// What a line is about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    Item(&'a FeeItem),
    /// Work that the schedule does not name (R19).
    Outside {
        name: &'a str,
    },
}

impl Subject<'_> {
    /// For sentences.
    pub(super) fn name(&self) -> &str {
        match self {
            Subject::Item(item) => &item.name,
            Subject::Outside { name } => name,
        }
    }
}

/// What is done of an item, as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Work {
    /// More than 0, at most [`Work::QUANTITY_MAX`]. The price of an hourly item goes by its minutes alone, that of
    /// one agreed for the whole line by what was agreed.
    pub quantity: Quantity,
    /// Minutes of work on the whole line, for hourly items; others may leave them out.
    pub minutes: Option<u32>,
    /// Names of the item's variants that apply, in any order; that of further pieces once for each of them.
    pub variants: Vec<String>,
    /// What was agreed with the owner: for a range the price of one unit; by the actual case (a least price
    /// included, below which nothing is agreed) and outside the schedule the labour of the whole line. Variants and
    /// surcharges come on top.
    pub agreed: Option<Money>,
    pub materials: Vec<Used>,
}

impl Work {
    /// 10 000 units.
    pub const QUANTITY_MAX: Quantity = Quantity(10_000_000);
    /// A thousand hours.
    pub const MINUTES_MAX: u32 = 60_000;
    /// Variants named in one line, further pieces counted one by one.
    pub const VARIANTS_MAX: usize = 200;
}

/// A material used for a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Used {
    pub name: String,
    /// Its kind or size, such as 9W; may be empty. Where the list prices several kinds, the kind's name.
    pub spec: String,
    pub quantity: Quantity,
    pub supply: Supply,
    /// How the owner's own was found on site; none before anyone has seen it, and none for other material (R21).
    #[serde(default)]
    pub check: Option<MaterialCheck>,
}

/// Where a material comes from, with its price for one unit where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "supply", rename_all = "snake_case")]
pub enum Supply {
    /// The price of labour covers it.
    Included,
    /// At a price of the list.
    Listed { price: Money },
    /// At the price of the market (市價).
    Market { price: Money },
    /// The owner's own (業主自購).
    Owner,
}
