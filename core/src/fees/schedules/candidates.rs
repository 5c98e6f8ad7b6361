//! Proposes items while a description is typed at the desk.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::ReadVerb;
use crate::error::Result;
use crate::fees::candidates::rank;
use crate::ledger::Reader;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};

/// The items of the version in force that a text may mean, the likeliest first (R18). None while none is in force.
#[derive(Deserialize, TS)]
pub struct Candidates {
    /// A description, pinyin initials or the beginning of a code.
    pub text: String,
}

impl ReadVerb for Candidates {
    const NAME: &'static str = "fees.candidates";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<FeeItemRow>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<FeeItemRow>> {
        let Some(schedule) = FeeSchedule::in_force(r, r.today()?)? else {
            return Ok(Vec::new());
        };
        let found = rank(&self.text, &FeeItemRow::searched(r, schedule.id)?);
        found.into_iter().map(|id| FeeItemRow::get(r, id)).collect()
    }
}
