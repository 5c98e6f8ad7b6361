//! Takes a price list that was looked at into a draft.

use rand::rngs::StdRng;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::fees::import::{Columns, Row, RowOutcome, understand};
use crate::fees::schedules::read_sheet::PriceFile;
use crate::fees::schedules::{check, draft_at, next_position, put};
use crate::ids::FeeScheduleId;
use crate::import::column_letters;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::pricing::item::{FeeCategory, FeeItem};
use crate::text_field::required_line;

/// Puts every row of a sheet into a draft, as it was understood or as a person settled it: all of them or none, and
/// none before every column is decided.
#[derive(Deserialize, TS)]
pub struct ImportSheet {
    pub schedule: FeeScheduleId,
    /// Version as it was shown.
    pub version: i64,
    pub path: String,
    /// Of the file as it was looked at.
    pub digest: String,
    /// Which sheet, counted from 0.
    pub sheet: usize,
    pub columns: Columns,
    /// For rows without a category of their own.
    pub category: FeeCategory,
    /// Put before each number of the list, such as `A-`, where another list in the draft has the same; may be empty.
    pub prefix: String,
    /// What a person decided, by row.
    pub decisions: Vec<Decision>,
    /// The rows as they are read before the transaction.
    #[serde(skip)]
    #[ts(skip)]
    pub rows: Vec<Row>,
}

/// What a person decided of a row.
#[derive(Deserialize, TS)]
pub struct Decision {
    /// As the spreadsheet counts.
    pub row: u32,
    /// The item in its place; none to leave the row out.
    pub item: Option<FeeItem>,
}

/// How many items came in, and how many rows a person left out.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Imported {
    pub items: usize,
    pub left_out: usize,
}

impl WriteVerb for ImportSheet {
    const NAME: &'static str = "fees.import";
    const ACTION: Action = Action::EditFees;
    type Out = Imported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, _r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let file = PriceFile::open(&self.path)?;
        if file.digest() != self.digest {
            return Err(Error::new(Code::SheetChanged).with("file", file.name));
        }
        let sheet = crate::import::read(&file.bytes, &file.name)?.sheet(self.sheet)?;
        if let Some(open) = self.columns.open(&sheet).first() {
            return Err(Error::new(Code::SheetColumnOpen)
                .with("column", column_letters(*open))
                .on("columns"));
        }
        self.rows = understand(&sheet, &self.columns, self.category)?;
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Imported> {
        let draft = draft_at(w, self.schedule, self.version)?;
        w.about(FeeSchedule::TABLE, draft.id);
        w.note("digest", &self.digest);
        let prefix = self.prefix.trim().to_owned();
        let left_out = self.decisions.iter().filter(|s| s.item.is_none()).count();
        let there = FeeItemRow::of(w, draft.id)?;
        let position = next_position(&there);
        let mut taken = check::Taken::default();
        for row in &there {
            taken.take(&row.item.0)?;
        }
        let items = decided(self.rows, self.decisions)?;
        let imported = Imported {
            items: items.len(),
            left_out,
        };
        w.note("left_out", left_out);
        for (position, (number, mut item)) in (position..).zip(items) {
            let in_row = |e: Error| e.within(&format!("rows.{number}")).with("row", number);
            item.code = required_line("code", &item.code).map_err(in_row)?;
            item.code.insert_str(0, &prefix);
            let item = check::item(item).map_err(in_row)?;
            taken.take(&item).map_err(in_row)?;
            put(w, draft.id, position, item)?;
        }
        Ok(imported)
    }
}

/// The item of each row, by its number.
///
/// Errors: `NotFound` and `Duplicate` for a decision on no row or on one decided already, on `decisions.N.row`;
/// [`Code::RowUnsettled`] with the first row that is neither understood nor decided.
fn decided(rows: Vec<Row>, decisions: Vec<Decision>) -> Result<Vec<(u32, FeeItem)>> {
    let mut by_row: HashMap<u32, Option<FeeItem>> = HashMap::new();
    for (n, Decision { row, item }) in decisions.into_iter().enumerate() {
        let field = format!("decisions.{n}.row");
        if !rows.iter().any(|known| known.number == row) {
            return Err(Error::not_found("row", row).on(&field));
        }
        if by_row.insert(row, item).is_some() {
            return Err(Error::new(Code::Duplicate).with("what", row).on(&field));
        }
    }
    let mut items = Vec::with_capacity(rows.len());
    let mut open = Vec::new();
    for Row {
        number, outcome, ..
    } in rows
    {
        match (by_row.remove(&number), outcome) {
            (Some(item), _) => items.extend(item.map(|item| (number, item))),
            (None, RowOutcome::Understood { understood, .. }) => items.push((number, *understood)),
            (None, RowOutcome::Left { .. }) => open.push(number),
            (None, RowOutcome::Group { .. }) => {}
        }
    }
    match open.first() {
        None => Ok(items),
        Some(row) => Err(Error::new(Code::RowUnsettled)
            .with("row", row)
            .with("count", open.len())
            .on(&format!("rows.{row}"))),
    }
}
