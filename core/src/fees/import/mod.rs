//! A price list as an office wrote it becomes items of a schedule, row by row, or is left for a person (R18, R35).
//!
//! Nothing is guessed. A row is understood only if every character of its price, its material and every remark that
//! may speak of money ([`remark`]) was read by a sentence of [`patterns`]; whatever is left over makes the row a
//! [`Doubt`]. Remarks that say nothing of money stay on the item word for word and are told with its price. Where the
//! price alone is clear the item is offered beside the doubt, so that a person may take it and keep the words. What
//! was decided:
//!
//! - 30元起 alone is a least price, and more by the actual case; beside a price it is the item's minimum.
//! - By the hour without a rule for begun hours is left for a person; 首小時…之後每半小時… no form can hold.
//! - Several kinds (窗式50元 分體式80元, 9W/16W 65/70元) become variants, all of them named; the item has no price of its own
//!   then, unless the list says one for the rest. An addition is once for the line unless the list says for each what;
//!   for each further piece (每加一管多200元) the line says how many.
//! - 視燈具大小 says what a range or a least price goes by, and alone that the price is open; beside a certain price it is
//!   left for a person. 含鉸鏈 is the material where the work puts in just that thing, else it is left.
//! - 如需拆裝馬桶另加80元 is an addition by that name; what comes with every visit, or goes by size or height, is none.
//! - A price for another unit than the row's is left for a person, but where the row only counts jobs (項, 5元/米) the
//!   price's own holds. 0 is free of charge.
//! - Rows of one name, group and unit become items of their own, told apart by their remarks, which are put behind
//!   the name; rows that nothing tells apart are left for a person.
//! - Where the list has no numbers the items get running ones. Where numbers begin anew under each heading, the
//!   heading's own is put before. One number that stands twice is left for a person; where many repeat the column
//!   holds no numbers, and running ones are made. Missing ones are nothing, and a blank one
//!   below a number goes on with it.
//! - A column that nobody needs, or that is all remarks, is one decision for the column. Of the latter the text is kept
//!   behind its heading, unless it speaks of money.
//! - Where nothing is said of material it is not included; what a name says of it (更換燈泡（含材料）) holds like a remark.

mod amount;
mod base;
mod below;
mod beside;
mod check;
mod clause;
mod clean;
mod columns;
mod heading;
mod in_name;
mod kinds;
mod labour;
mod lines;
mod material;
mod note;
mod noted;
mod part;
mod patterns;
mod priced;
mod propose;
mod remark;
mod row;
mod sentence;
mod stacked;
#[cfg(test)]
mod tests;
mod text;
mod units;

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::import::Sheet;
use crate::pricing::item::{FeeCategory, FeeItem};

pub use columns::{Columns, Field};
pub use note::{Doubt, DoubtWhy, Note, What};

/// A row of the list and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Row {
    /// As the spreadsheet counts.
    pub number: u32,
    /// What stands in the row, by what its columns hold.
    pub texts: Vec<(Field, String)>,
    pub outcome: RowOutcome,
}

/// What came of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum RowOutcome {
    /// The row is this item, for these reasons.
    Understood {
        understood: Box<FeeItem>,
        notes: Vec<Note>,
    },
    /// A person must settle these; nothing of the row is taken meanwhile.
    Left {
        left: Vec<Doubt>,
        /// The item by what is clear of it, with the rest as remarks to be told; none where the price is not clear.
        kept: Option<Box<FeeItem>>,
    },
    /// The row is a heading and names the group of the rows below.
    Group { name: String },
}

/// Reads a sheet by its columns. Rows without a category of their own are of `category`.
///
/// Errors: those of [`Columns::check`]; a row that is not understood is no error.
pub fn understand(sheet: &Sheet, columns: &Columns, category: FeeCategory) -> Result<Vec<Row>> {
    columns.check()?;
    let mut reader = row::Reader::new(sheet, columns, category);
    let mut drafts = Vec::new();
    for row in &sheet.rows {
        drafts.extend(if row.number <= columns.heading_row {
            lines::title(row, columns)
        } else {
            reader.read(row)
        });
    }
    Ok(check::finish(drafts))
}
