//! Lists the versions of the fee schedule.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};

/// A version and its place among the others.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScheduleView {
    pub schedule: FeeSchedule,
    /// ISO day, the last on which it holds; none while no later one is published.
    pub until: Option<String>,
    /// Whether it holds today.
    pub in_force: bool,
    pub items: u32,
    /// Counts the changes of its items: who publishes says which state was seen.
    pub edits: i64,
}

/// Every version, the last entered first (R35).
#[derive(Deserialize, TS)]
pub struct ListSchedules {}

impl ReadVerb for ListSchedules {
    const NAME: &'static str = "fees.list";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<ScheduleView>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<ScheduleView>> {
        views(r)
    }
}

/// Every version, the last entered first.
pub(super) fn views(r: &Reader<'_>) -> Result<Vec<ScheduleView>> {
    let all = FeeSchedule::all(r)?;
    let counts = FeeItemRow::counts(r)?;
    let in_force = FeeSchedule::in_force(r, r.today()?)?.map(|schedule| schedule.id);
    let begins: Vec<String> = all.iter().filter_map(|s| s.valid_from.clone()).collect();
    let views = all.into_iter().map(|schedule| {
        let count = counts.get(&schedule.id).copied().unwrap_or_default();
        let next = schedule
            .valid_from
            .as_ref()
            .and_then(|from| begins.iter().filter(|other| *other > from).min());
        ScheduleView {
            until: next.and_then(|next| day_before(next)),
            in_force: in_force == Some(schedule.id),
            items: count.items,
            edits: count.edits,
            schedule,
        }
    });
    Ok(views.collect())
}

fn day_before(day: &str) -> Option<String> {
    let day: NaiveDate = day.parse().ok()?;
    Some(day.pred_opt()?.to_string())
}
