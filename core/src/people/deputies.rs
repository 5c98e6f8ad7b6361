//! Deputies with dates: who stands in for whom, and for how long (R13).

use std::collections::HashMap;

use chrono::Days;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{DeputyId, PersonId};
use crate::ledger::people::{Deputy, Person};
use crate::people::active_person;
use crate::text_field::{day, required_line};

/// Lists every deputation, the newest first.
#[derive(Deserialize, TS)]
pub struct ListDeputies {}

/// A period in which one person stands in for another, first and last day included.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeputyView {
    pub id: DeputyId,
    /// Goes back with the ending; a stale one is refused.
    pub version: i64,
    pub principal_id: PersonId,
    pub principal: String,
    pub deputy_id: PersonId,
    pub deputy: String,
    /// ISO day in the office's time zone.
    pub from_day: String,
    /// ISO day in the office's time zone.
    pub to_day: String,
    pub reason: String,
    /// Ended before the day first set.
    pub ended: bool,
    /// Whether it holds today.
    pub today: bool,
}

impl ReadVerb for ListDeputies {
    const NAME: &'static str = "people.deputies";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<DeputyView>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<DeputyView>> {
        let names: HashMap<PersonId, String> = Person::all(r)?
            .into_iter()
            .map(|p| (p.id, p.name))
            .collect();
        let today = r.today()?.to_string();
        let name = |id| names.get(&id).cloned().unwrap_or_default();
        Ok(Deputy::all(r)?
            .into_iter()
            .map(|d| DeputyView {
                id: d.id,
                version: d.version,
                principal_id: d.principal_id,
                principal: name(d.principal_id),
                deputy_id: d.deputy_id,
                deputy: name(d.deputy_id),
                today: d.from_day <= today && today <= d.to_day,
                from_day: d.from_day,
                to_day: d.to_day,
                reason: d.reason,
                ended: d.ended,
            })
            .collect())
    }
}

/// Names a deputy. Days may lie in the past, for a deputation that was on paper first; the audit trail shows when it
/// was entered (R37).
#[derive(Deserialize, TS)]
pub struct AddDeputy {
    pub principal: PersonId,
    pub deputy: PersonId,
    /// First day, such as `2026-11-23`.
    pub from_day: String,
    /// Last day.
    pub to_day: String,
    pub reason: String,
}

impl WriteVerb for AddDeputy {
    const NAME: &'static str = "people.add_deputy";
    const ACTION: Action = Action::ManagePeople;
    type Out = DeputyId;

    fn run(self, w: &mut Writer<'_>) -> Result<DeputyId> {
        let principal = active_person(w, "principal", self.principal)?;
        let deputy = active_person(w, "deputy", self.deputy)?;
        if principal.id == deputy.id {
            return Err(Error::invalid("deputy", deputy.name));
        }
        let from = day("from_day", &self.from_day)?;
        let to = day("to_day", &self.to_day)?;
        if to < from {
            return Err(Error::invalid("to_day", to));
        }
        let overlaps = Deputy::all(w)?.into_iter().any(|d| {
            d.principal_id == principal.id
                && d.deputy_id == deputy.id
                && d.from_day <= to.to_string()
                && from.to_string() <= d.to_day
        });
        if overlaps {
            return Err(Error::new(Code::DeputyOverlaps)
                .with("name", deputy.name)
                .on("from_day"));
        }
        let row = Deputy {
            id: DeputyId(0),
            version: 0,
            principal_id: principal.id,
            deputy_id: deputy.id,
            from_day: from.to_string(),
            to_day: to.to_string(),
            reason: required_line("reason", &self.reason)?,
            ended: false,
        }
        .insert(w)?;
        Ok(row.id)
    }
}

/// Ends a deputation early. What the deputy signed up to the last day stays good.
#[derive(Deserialize, TS)]
pub struct EndDeputy {
    pub deputation: DeputyId,
    /// Version as it was shown.
    pub version: i64,
    /// The new last day, not before yesterday; empty means yesterday: it no longer holds today.
    pub last_day: Option<String>,
}

impl WriteVerb for EndDeputy {
    const NAME: &'static str = "people.end_deputy";
    const ACTION: Action = Action::ManagePeople;
    type Out = DeputyId;

    fn run(self, w: &mut Writer<'_>) -> Result<DeputyId> {
        let old = Deputy::get_at(w, self.deputation, self.version)?;
        let yesterday = w.today()? - Days::new(1);
        let last = match self.last_day.as_deref().map(str::trim) {
            None | Some("") => yesterday,
            Some(text) => day("last_day", text)?,
        };
        if last < yesterday || last.to_string() >= old.to_day {
            return Err(Error::invalid("last_day", last));
        }
        let mut new = old.clone();
        new.to_day = last.to_string();
        new.ended = true;
        Ok(new.update(w, &old)?.id)
    }
}
