//! Versions of the fee schedule behind the door: drafts are made, edited, compared and published; price lists come in.

pub mod candidates;
pub mod check;
pub mod compare;
pub mod draft;
pub mod drop;
pub mod edit;
pub mod import;
pub mod list;
pub mod print;
pub mod publish;
pub mod read_sheet;
pub mod say;
pub mod show;

use crate::door::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{FeeItemId, FeeScheduleId};
use crate::ledger::column::Json;
use crate::ledger::fees::{FeeItemRow, FeeSchedule, ScheduleState};
use crate::pricing::candidates::search_text;
use crate::pricing::item::FeeItem;

/// The draft as it was shown. Errors: `NotFound`, [`Code::ScheduleFixed`], `Stale`.
fn draft_at(r: &Reader<'_>, id: FeeScheduleId, version: i64) -> Result<FeeSchedule> {
    let schedule = FeeSchedule::get(r, id)?;
    if schedule.state != ScheduleState::Draft {
        return Err(Error::new(Code::ScheduleFixed).with("name", schedule.name));
    }
    if schedule.version != version {
        return Err(Error::new(Code::Stale));
    }
    Ok(schedule)
}

/// Puts an item that was checked into a draft.
fn put(
    w: &mut Writer<'_>,
    draft: FeeScheduleId,
    position: i64,
    item: FeeItem,
) -> Result<FeeItemRow> {
    FeeItemRow {
        id: FeeItemId::default(),
        version: 0,
        schedule_id: draft,
        position,
        code: item.code.clone(),
        search: search_text(&item),
        item: Json(item),
        dropped: false,
    }
    .insert(w)
}

/// Where the next item stands in the list.
fn next_position(rows: &[FeeItemRow]) -> i64 {
    rows.last().map_or(1, |row| row.position + 1)
}
