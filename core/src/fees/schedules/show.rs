//! Shows a version of the fee schedule with its items.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::{Error, Result};
use crate::fees::schedules::list::{ScheduleView, views};
use crate::ids::FeeScheduleId;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};

/// A version with everything in it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ShownSchedule {
    /// The version, its surcharges and its calendar.
    pub version: ScheduleView,
    /// In the order of the list.
    pub items: Vec<FeeItemRow>,
}

/// Shows a version; `null` where none was asked for and none is in force yet (R18).
#[derive(Deserialize, TS)]
pub struct ShowSchedule {
    /// The one in force where none is named.
    pub schedule: Option<FeeScheduleId>,
}

impl ReadVerb for ShowSchedule {
    const NAME: &'static str = "fees.show";
    const ACTION: Action = Action::BeHere;
    type Out = Option<ShownSchedule>;

    fn run(self, r: &Reader<'_>) -> Result<Option<ShownSchedule>> {
        let wanted = |view: &ScheduleView| match self.schedule {
            Some(id) => view.schedule.id == id,
            None => view.in_force,
        };
        match (views(r)?.into_iter().find(wanted), self.schedule) {
            (Some(version), _) => Ok(Some(ShownSchedule {
                items: FeeItemRow::of(r, version.schedule.id)?,
                version,
            })),
            (None, Some(id)) => Err(Error::not_found(FeeSchedule::TABLE, id)),
            (None, None) => Ok(None),
        }
    }
}
