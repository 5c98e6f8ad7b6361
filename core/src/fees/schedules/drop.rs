//! Gives a draft of the fee schedule up.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::fees::schedules::draft_at;
use crate::ids::FeeScheduleId;
use crate::ledger::fees::{FeeSchedule, ScheduleState};

/// Gives a draft up; it stays in the ledger (R36).
#[derive(Deserialize, TS)]
pub struct DropSchedule {
    pub schedule: FeeScheduleId,
    /// Version as it was shown.
    pub version: i64,
}

impl WriteVerb for DropSchedule {
    const NAME: &'static str = "fees.drop";
    const ACTION: Action = Action::EditFees;
    type Out = FeeSchedule;

    fn run(self, w: &mut Writer<'_>) -> Result<FeeSchedule> {
        let old = draft_at(w, self.schedule, self.version)?;
        let mut new = old.clone();
        new.state = ScheduleState::Dropped;
        new.update(w, &old)
    }
}
