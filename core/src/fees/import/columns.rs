//! Which column holds what. The headings propose it in the words that people use; the caller may say otherwise.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::import::{Row, Sheet};
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
        /// Left out on purpose.
        Ignored = "ignored",
    }
}

/// How far down headings are looked for.
const DEEP: usize = 40;

/// Which column holds what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Columns {
    /// Rows above and with this one are titles and headings, as the spreadsheet counts.
    pub heading_row: u32,
    /// For each column from A. A column that nobody assigned puts each row that fills it in doubt.
    pub fields: Vec<Option<Field>>,
    /// Headings as the list writes them; what stands in them beside the name (元/次, 含材料) holds for the column.
    pub headings: Vec<String>,
}

impl Columns {
    /// Proposes the columns of a sheet from its headings, in one row or two.
    ///
    /// Errors: `sheet-no-heading` where no row names an item and a price.
    pub fn propose(sheet: &Sheet) -> Result<Self> {
        let rows = &sheet.rows[..sheet.rows.len().min(DEEP)];
        let alone = |at: usize| Self::of(rows[at].number, &one_row(&rows[at]));
        let pair = |at: usize| {
            let (upper, lower) = (rows.get(at)?, rows.get(at + 1)?);
            Some(Self::of(lower.number, &two_rows(sheet, upper, lower)?))
        };
        for at in 0..rows.len() {
            if let Some(columns) = pair(at).filter(|columns| columns.check().is_ok()) {
                return Ok(columns);
            }
            let columns = alone(at);
            if columns.check().is_ok() {
                return Ok(columns);
            }
        }
        Err(Error::new(Code::SheetNoHeading))
    }

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
            let many = matches!(field, Field::Group | Field::Remarks | Field::Ignored);
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

    /// What the heading of a column says besides its name.
    pub(super) fn heading(&self, column: usize) -> Heading {
        self.headings
            .get(column)
            .and_then(|text| heading::read(text))
            .unwrap_or_default()
    }

    fn of(heading_row: u32, headings: &[String]) -> Self {
        let mut fields: Vec<Option<Field>> = headings
            .iter()
            .map(|text| heading::read(text).and_then(|heading| heading.field))
            .collect();
        heading::settle(&mut fields, headings);
        Self {
            heading_row,
            fields,
            headings: headings.to_vec(),
        }
    }
}

fn one_row(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text.clone()).collect()
}

/// Headings over two rows: the lower one names the column, unless the upper says what is not understood. `None` where
/// the lower row is no heading.
fn two_rows(sheet: &Sheet, upper: &Row, lower: &Row) -> Option<Vec<String>> {
    let mut below = lower.filled().filter(|(_, cell)| !cell.merged).peekable();
    below.peek()?;
    if upper.filled().filter(|(_, cell)| known(&cell.text)).count() < 2 {
        return None;
    }
    if lower.number != upper.number + 1 || !below.all(|(_, cell)| known(&cell.text)) {
        return None;
    }
    let width = upper.cells.len().max(lower.cells.len());
    let mut headings = Vec::new();
    for column in 0..width {
        let over = sheet.spans.iter().find(|span| {
            (span.top..=span.bottom).contains(&upper.number)
                && (span.left..=span.right).contains(&column)
        });
        let above = upper.text(over.map_or(column, |span| span.left));
        let own = lower.cells.get(column).filter(|cell| !cell.merged);
        let own = own.map_or("", |cell| &cell.text);
        headings.push(match (above, own) {
            (above, "") => above.to_owned(),
            ("", own) => own.to_owned(),
            (above, own) if known(above) => own.to_owned(),
            // A name below a name that nobody knows: 晚間 over 價格.
            (above, own) => format!("{above} {own}"),
        });
    }
    Some(headings)
}

fn known(text: &str) -> bool {
    heading::read(text).is_some_and(|heading| heading.field.is_some())
}
