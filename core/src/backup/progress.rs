//! How far the backup, check or restore is, and stopping it.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{LongVerb, Work};
use crate::error::Result;
use crate::ledger::task::Progress;

/// Shows how far the long work under way is; `null` when there is none.
#[derive(Deserialize, TS)]
pub struct ShowProgress {}

impl LongVerb for ShowProgress {
    const NAME: &'static str = "backup.progress";
    const ACTION: Action = Action::BeHere;
    const ALONE: bool = false;
    const RECORDS: bool = false;
    type Out = Option<Progress>;

    fn run(self, work: &Work<'_>) -> Result<Option<Progress>> {
        Ok(work.under_way.as_ref().map(|task| task.progress()))
    }
}

/// Stops the long work under way at the next occasion; nothing half made stays.
#[derive(Deserialize, TS)]
pub struct Stop {}

impl LongVerb for Stop {
    const NAME: &'static str = "backup.stop";
    const ACTION: Action = Action::BackUp;
    const ALONE: bool = false;
    const RECORDS: bool = false;
    type Out = ();

    fn run(self, work: &Work<'_>) -> Result<()> {
        if let Some(task) = &work.under_way {
            task.cancel();
        }
        Ok(())
    }
}
