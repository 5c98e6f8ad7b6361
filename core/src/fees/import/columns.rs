//! Which column holds what, as proposed or as a person says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::import::{Cell, Row, Sheet};
use crate::names::names;

use super::heading::{self, Heading};

names! {
    /// What a column holds.
    Field {
        Code = "code",
        Category = "category",
        /// May stand over several columns; their texts are joined.
        Group = "group",
        Name = "name",
        /// Size or model, which belongs to the name.
        Spec = "spec",
        Unit = "unit",
        Labour = "labour",
        Material = "material",
        /// The only price, or the sum of labour and material where those have columns too.
        Price = "price",
        /// May stand over several columns; their texts are joined.
        Remarks = "remarks",
        /// A remark with the column's heading before it (維修時效：24小時內); money apart nothing in it is weighed.
        Note = "note",
        /// Left out on purpose.
        Ignored = "ignored",
    }
}

/// Which column holds what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Columns {
    /// Rows above and with this one are titles and headings, as the spreadsheet counts.
    pub heading_row: u32,
    /// For each column from A.
    pub fields: Vec<Option<Field>>,
    /// Headings as the list writes them; what stands in them beside the name (元/次, 含材料) holds for the column.
    pub headings: Vec<String>,
    /// Columns whose field was proposed by what stands in them, until a person confirms it.
    #[serde(default)]
    pub unsure: Vec<bool>,
}

impl Columns {
    /// Whether a price list can be read by them: a name, and labour, material or a price.
    ///
    /// Errors: `missing` for a field that has no column, `duplicate` for one with two.
    pub fn check(&self) -> Result<()> {
        if self.column(Field::Name).is_none() {
            return Err(Error::missing("name"));
        }
        let priced = [Field::Labour, Field::Price];
        if priced.iter().all(|field| self.column(*field).is_none()) {
            return Err(Error::missing("price"));
        }
        for field in Field::ALL {
            let many = matches!(
                field,
                Field::Group | Field::Remarks | Field::Note | Field::Ignored
            );
            if !many && self.all(*field).count() > 1 {
                return Err(Error::new(Code::Duplicate)
                    .with("what", field.as_str())
                    .on(field.as_str()));
            }
        }
        Ok(())
    }

    /// The column of a field, counted from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.all(field).next()
    }

    /// Every column of a field.
    pub fn all(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        let fields = self.fields.iter().enumerate();
        fields.filter_map(move |(at, of)| (*of == Some(field)).then_some(at))
    }

    /// Columns that wait for a person: proposed and not confirmed, or filled and not assigned.
    pub fn open(&self, sheet: &Sheet) -> Vec<usize> {
        let below = |row: &&Row| row.number > self.heading_row;
        let width = sheet.rows.iter().map(|row| row.cells.len()).max();
        // A line that is alone in its row is a heading or a note, whatever its column holds.
        let own = |row: &Row, at: usize| {
            let filled = |cell: &Cell| !cell.text.is_empty() && !cell.merged;
            row.cells.get(at).is_some_and(filled) && row.filled().nth(1).is_some()
        };
        (0..width.unwrap_or_default())
            .filter(|at| {
                let unsure = self.unsure.get(*at).is_some_and(|unsure| *unsure);
                let nobody = self.fields.get(*at).copied().flatten().is_none();
                unsure || (nobody && sheet.rows.iter().filter(below).any(|row| own(row, *at)))
            })
            .collect()
    }

    /// What the heading of a column says besides its name.
    pub(super) fn heading(&self, column: usize) -> Heading {
        let heading = self.headings.get(column);
        heading.map_or_else(Heading::default, |text| heading::besides(text))
    }
}
