//! A version of the fee schedule on paper, as it hangs on the wall.

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::{Exported, Made};
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::FeeScheduleId;
use crate::ledger::fees::{FeeItemRow, FeeSchedule, ScheduleState};
use crate::pricing::item::FeeItem;
use crate::pricing::price_words;
use crate::print::forms::fee::FormSchedule;
use crate::print::forms::fee_schedule::{self, FeeSection};
use crate::text::{Locale, time};
use crate::text_field::{filled, optional_line};

/// Makes the PDF of a version and records the print. What is not published says so on every page (R35).
#[derive(Deserialize, TS)]
pub struct PrintSchedule {
    pub schedule: FeeScheduleId,
    pub locale: Locale,
    /// Printer's name; empty for a file.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

impl WriteVerb for PrintSchedule {
    const NAME: &'static str = "fees.print";
    const ACTION: Action = Action::BeHere;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let version = FeeSchedule::get(r, self.schedule)?;
        let rows = FeeItemRow::of(r, version.id)?.into_iter();
        let items: Vec<FeeItem> = rows.map(|row| row.item.0).collect();
        let office = &r.settings()?.office;
        let surcharges = version.surcharges.0.iter();
        let view = fee_schedule::FeeSchedule {
            office: office.name.clone(),
            office_phone: filled(&office.phone),
            version: named(&version),
            draft: version.state != ScheduleState::Published,
            sections: FeeSection::of(&items, self.locale),
            surcharges: surcharges
                .map(|surcharge| price_words::surcharge(surcharge, self.locale))
                .collect(),
            holidays: price_words::holidays(&version.calendar.0, self.locale),
            printed_by: Some(r.who()?.name.clone()),
            printed_at: Some(time::date_time(r.now(), r.zone()?)),
        };
        let pages = fee_schedule::fee_schedule(&view, self.locale);
        let stem = format!("fee-schedule-{}", version.id);
        self.made = Some(Made {
            version: version.version,
            file: Exported::pages(&stem, pages)?,
        });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        // Edited or published meanwhile: the paper would say something else.
        FeeSchedule::get_at(w, self.schedule, made.version)?;
        w.note("printer", optional_line("printer", &self.printer)?);
        w.about(FeeSchedule::TABLE, self.schedule);
        Ok(made.file)
    }
}

/// A version with its approval and the day from which it holds (R35).
pub fn named(version: &FeeSchedule) -> FormSchedule {
    let approved = format!("{} {}", version.approved_by, version.approval);
    FormSchedule {
        version: version.name.clone(),
        approved: filled(approved.trim()),
        from: version.valid_from.clone(),
    }
}
