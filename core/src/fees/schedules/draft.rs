//! Makes a draft of the fee schedule.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::fees::schedules::put;
use crate::ids::{FeeScheduleId, PersonId};
use crate::ledger::column::Json;
use crate::ledger::fees::{FeeItemRow, FeeSchedule, ScheduleState};
use crate::moment::Moment;
use crate::text_field::required_line;

/// Makes a draft, empty or with all that another version holds.
#[derive(Deserialize, TS)]
pub struct DraftSchedule {
    pub name: String,
    /// The version it is copied from.
    pub copy_of: Option<FeeScheduleId>,
}

impl WriteVerb for DraftSchedule {
    const NAME: &'static str = "fees.draft";
    const ACTION: Action = Action::EditFees;
    type Out = FeeSchedule;

    fn run(self, w: &mut Writer<'_>) -> Result<FeeSchedule> {
        let name = required_line("name", &self.name)?;
        let base = self.copy_of.map(|id| FeeSchedule::get(w, id)).transpose()?;
        let by = w.who()?.id;
        let draft = empty(name, base, w.now(), by).insert(w)?;
        if let Some(base) = draft.base_id {
            for row in FeeItemRow::of(w, base)? {
                put(w, draft.id, row.position, row.item.0)?;
            }
        }
        Ok(draft)
    }
}

fn empty(name: String, base: Option<FeeSchedule>, now: Moment, by: PersonId) -> FeeSchedule {
    let base_id = base.as_ref().map(|base| base.id);
    let (surcharges, calendar) = base.map_or_else(
        || (Json::default(), Json::default()),
        |base| (base.surcharges, base.calendar),
    );
    FeeSchedule {
        id: FeeScheduleId::default(),
        version: 0,
        name,
        state: ScheduleState::Draft,
        base_id,
        surcharges,
        calendar,
        entered_at: now,
        entered_by: by,
        valid_from: None,
        approved_by: String::new(),
        approval: String::new(),
        published_at: None,
        published_by: None,
    }
}
