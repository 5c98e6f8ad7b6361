//! Versions of the fee schedule and their items.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::error::Result;
use crate::ids::{FeeItemId, FeeScheduleId, PersonId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::column::stored_as_text;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::names::names;
use crate::pricing::calendar::Calendar;
use crate::pricing::item::FeeItem;
use crate::pricing::surcharge::Surcharge;

names! {
    /// Where a version of the schedule stands.
    ScheduleState {
        /// Still edited; nothing is priced by it.
        Draft = "draft",
        /// Approved, and never changed again (R35).
        Published = "published",
        /// A draft that was given up.
        Dropped = "dropped",
    }
}

stored_as_text!(ScheduleState);

table! {
    /// A version of the fee schedule (R35).
    FeeSchedule, FeeScheduleId, "fee_schedule" {
        name: String,
        state: ScheduleState,
        /// The version it was made from.
        base_id: Option<FeeScheduleId>,
        surcharges: Json<Vec<Surcharge>>,
        calendar: Json<Calendar>,
        entered_at: Moment,
        entered_by: PersonId,
        /// ISO day in the office's time zone from which it holds, once published; it holds until the next one does.
        valid_from: Option<String>,
        /// Who approved it, such as the owners' committee.
        approved_by: String,
        /// The approval's own mark: meeting, date, number.
        approval: String,
        published_at: Option<Moment>,
        published_by: Option<PersonId>,
    }
}

table! {
    /// An item of a version.
    FeeItemRow, FeeItemId, "fee_item" {
        schedule_id: FeeScheduleId,
        /// Where it stands in the list.
        position: i64,
        code: String,
        item: Json<FeeItem>,
        /// By which it is found: see `fees::candidates`.
        search: String,
        /// Taken out of the draft again.
        dropped: bool,
    }
}

impl FeeSchedule {
    /// Every version, the last entered first.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM fee_schedule ORDER BY id DESC",
            [],
            Self::read,
        )
    }

    /// The published version that holds on `day`: of those that have begun, the last.
    pub fn in_force(r: &Reader<'_>, day: NaiveDate) -> Result<Option<Self>> {
        r.one(
            "SELECT * FROM fee_schedule WHERE state = 'published' AND valid_from <= ?1
             ORDER BY valid_from DESC LIMIT 1",
            [day.to_string()],
            Self::read,
        )
    }
}

impl FeeItemRow {
    /// The items of a version in the order of the list.
    pub fn of(r: &Reader<'_>, schedule: FeeScheduleId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM fee_item WHERE schedule_id = ?1 AND dropped = 0 ORDER BY position, id",
            [schedule],
            Self::read,
        )
    }
    /// How many items each version has, and how many changes they have seen.
    pub fn counts(r: &Reader<'_>) -> Result<HashMap<FeeScheduleId, ItemCount>> {
        let rows = r.all(
            "SELECT schedule_id, sum(dropped = 0), sum(version) FROM fee_item GROUP BY schedule_id",
            [],
            |row| {
                let count = ItemCount {
                    items: row.get(1)?,
                    edits: row.get(2)?,
                };
                Ok((row.get(0)?, count))
            },
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The items of a version and what they are searched by, in the order of the list.
    pub fn searched(r: &Reader<'_>, schedule: FeeScheduleId) -> Result<Vec<(FeeItemId, String)>> {
        r.all(
            "SELECT id, search FROM fee_item WHERE schedule_id = ?1 AND dropped = 0 ORDER BY position, id",
            [schedule],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

/// What is counted of a version's items.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemCount {
    pub items: u32,
    /// Rises with each item that is put in, changed or dropped.
    pub edits: i64,
}
