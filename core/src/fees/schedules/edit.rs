//! Edits a draft of the fee schedule.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::fees::schedules::{check, draft_at, next_position, put};
use crate::ids::{FeeItemId, FeeScheduleId};
use crate::ledger::column::Json;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::pricing::calendar::Calendar;
use crate::pricing::candidates::search_text;
use crate::pricing::item::FeeItem;
use crate::pricing::surcharge::Surcharge;
use crate::text_field::required_line;

/// Changes a draft: all of it or nothing.
#[derive(Deserialize, TS)]
pub struct EditSchedule {
    pub schedule: FeeScheduleId,
    /// Version as it was shown.
    pub version: i64,
    /// What stays as it is is left out.
    pub name: Option<String>,
    pub surcharges: Option<Vec<Surcharge>>,
    pub calendar: Option<Calendar>,
    /// Items put in or changed.
    pub items: Vec<PutItem>,
    /// Items taken out.
    pub dropped: Vec<ItemAt>,
}

/// An item as it shall be.
#[derive(Deserialize, TS)]
pub struct PutItem {
    /// The item that is changed; none for a new one, which stands at the end of the list.
    pub at: Option<ItemAt>,
    pub item: FeeItem,
}

/// An item of the draft, as it was shown.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ItemAt {
    pub id: FeeItemId,
    pub version: i64,
}

/// The draft and the items that were put, in the order of the call.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EditedSchedule {
    pub schedule: FeeSchedule,
    pub items: Vec<FeeItemRow>,
}

impl WriteVerb for EditSchedule {
    const NAME: &'static str = "fees.edit";
    const ACTION: Action = Action::EditFees;
    type Out = EditedSchedule;

    fn run(self, w: &mut Writer<'_>) -> Result<EditedSchedule> {
        let old = draft_at(w, self.schedule, self.version)?;
        let mut new = old.clone();
        if let Some(name) = &self.name {
            new.name = required_line("name", name)?;
        }
        if let Some(surcharges) = self.surcharges {
            check::surcharges(&surcharges)?;
            new.surcharges = Json(surcharges);
        }
        if let Some(mut calendar) = self.calendar {
            check::calendar(&mut calendar)?;
            new.calendar = Json(calendar);
        }
        w.about(FeeSchedule::TABLE, old.id);
        let schedule = new.update(w, &old)?;

        let rows = FeeItemRow::of(w, old.id)?;
        let mut position = next_position(&rows);
        let mut kept: BTreeMap<FeeItemId, FeeItemRow> =
            rows.into_iter().map(|row| (row.id, row)).collect();
        for at in &self.dropped {
            let row = take(&mut kept, *at)?;
            let mut gone = row.clone();
            gone.dropped = true;
            gone.update(w, &row)?;
        }
        let mut puts = Vec::with_capacity(self.items.len());
        for (n, PutItem { at, item }) in self.items.into_iter().enumerate() {
            let item = check::item(item).map_err(|e| e.within(&format!("items.{n}")))?;
            let row = at.map(|at| take(&mut kept, at)).transpose()?;
            puts.push((row, item));
        }
        let mut taken = check::Taken::default();
        for row in kept.values() {
            taken.take(&row.item.0)?;
        }
        let mut items = Vec::with_capacity(puts.len());
        for (n, (row, item)) in puts.into_iter().enumerate() {
            taken
                .take(&item)
                .map_err(|e| e.within(&format!("items.{n}")))?;
            items.push(match row {
                Some(row) => change(w, &row, item)?,
                None => {
                    position += 1;
                    put(w, old.id, position - 1, item)?
                }
            });
        }
        Ok(EditedSchedule { schedule, items })
    }
}

/// The row as it was shown, once a call. Errors: `Stale` where it was changed, is gone, or is not of this draft.
fn take(kept: &mut BTreeMap<FeeItemId, FeeItemRow>, at: ItemAt) -> Result<FeeItemRow> {
    let row = kept.remove(&at.id);
    row.filter(|row| row.version == at.version)
        .ok_or_else(|| Error::new(Code::Stale))
}

fn change(w: &mut Writer<'_>, row: &FeeItemRow, item: FeeItem) -> Result<FeeItemRow> {
    let mut new = row.clone();
    new.code.clone_from(&item.code);
    new.search = search_text(&item);
    new.item = Json(item);
    new.update(w, row)
}
