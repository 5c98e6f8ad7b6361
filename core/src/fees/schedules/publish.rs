//! Publishes a draft of the fee schedule.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::fees::schedules::draft_at;
use crate::ids::FeeScheduleId;
use crate::ledger::fees::{FeeItemRow, FeeSchedule, ScheduleState};
use crate::text_field::{day, required_line};

/// Publishes a draft that was approved (R35). From then on nobody changes it.
#[derive(Deserialize, TS)]
pub struct PublishSchedule {
    pub schedule: FeeScheduleId,
    /// Version as it was shown.
    pub version: i64,
    /// Changes of its items as they were shown: what was approved is what is published.
    pub edits: i64,
    /// Who approved it, such as the owners' committee.
    pub approved_by: String,
    /// The approval's own mark: meeting, date, number.
    pub approval: String,
    /// ISO day from which it holds. The first version may begin on any day; a later one begins after the newest
    /// published one and not before today.
    pub valid_from: String,
}

impl WriteVerb for PublishSchedule {
    const NAME: &'static str = "fees.publish";
    const ACTION: Action = Action::PublishFees;
    type Out = FeeSchedule;

    fn run(self, w: &mut Writer<'_>) -> Result<FeeSchedule> {
        let old = draft_at(w, self.schedule, self.version)?;
        let counts = FeeItemRow::counts(w)?;
        let count = counts.get(&old.id).copied().unwrap_or_default();
        if count.edits != self.edits {
            return Err(Error::new(Code::Stale));
        }
        if count.items == 0 {
            return Err(Error::new(Code::ScheduleEmpty));
        }
        let approved_by = required_line("approved_by", &self.approved_by)?;
        let approval = required_line("approval", &self.approval)?;
        let from = day("valid_from", &self.valid_from)?.to_string();
        let all = FeeSchedule::all(w)?.into_iter();
        let published = all.filter_map(|s| s.valid_from.map(|begun| (begun, s.name)));
        if let Some((begun, name)) = published.max() {
            if from <= begun {
                return Err(Error::new(Code::ValidityOverlaps)
                    .with("name", name)
                    .with("from", begun)
                    .on("valid_from"));
            }
            let today = w.today()?.to_string();
            if from < today {
                return Err(Error::new(Code::TimeTooEarly)
                    .with("value", from)
                    .with("earliest", today)
                    .on("valid_from"));
            }
        }
        let mut new = old.clone();
        new.state = ScheduleState::Published;
        new.valid_from = Some(from);
        new.approved_by = approved_by;
        new.approval = approval;
        new.published_at = Some(w.now());
        new.published_by = Some(w.who()?.id);
        new.update(w, &old)
    }
}
