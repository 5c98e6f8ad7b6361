//! Renames a place, closes it or takes it up again.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PlaceId;
use crate::ledger::place_keys;
use crate::ledger::places::{Place, Resident};
use crate::places::add::{differs, named, open_place};
use crate::places::keys;
use crate::text_field::required_line;

/// Changes a place. A closed one keeps its history and is no longer found (R36); what was recorded there keeps the
/// name of its day.
#[derive(Deserialize, TS)]
pub struct ChangePlace {
    pub place: PlaceId,
    /// Version as it was shown.
    pub version: i64,
    pub name: String,
    pub active: bool,
}

impl WriteVerb for ChangePlace {
    const NAME: &'static str = "places.change";
    const ACTION: Action = Action::ManagePlaces;
    type Out = Place;

    fn run(self, w: &mut Writer<'_>) -> Result<Place> {
        let old = Place::get_at(w, self.place, self.version)?;
        let mut path = old.clone().path(w)?;
        let above = path.len() - 1;
        path[above].name = required_line("name", &self.name)?;
        path[above].active = self.active;
        named(&mut path);
        differs(w, &path[above])?;
        if self.active
            && !old.active
            && let Some(parent) = old.parent_id
        {
            open_place(w, "parent", parent)?;
        }
        if old.active && !self.active {
            nothing_in_use(w, old.id)?;
        }
        w.about(Place::TABLE, old.id);
        let place = path[above].clone().update(w, &old)?;
        path[above] = place.clone();
        index(w, &path)?;
        if place.label != old.label {
            rename_below(w, &mut path)?;
        }
        Ok(place)
    }
}

fn index(w: &mut Writer<'_>, path: &[Place]) -> Result<()> {
    match path.last() {
        Some(place) if place.active => {
            place_keys::replace(w, place.id, None, &keys::of_place(path))
        }
        Some(place) => place_keys::replace(w, place.id, None, &[]),
        None => Ok(()),
    }
}

/// Names and numbers of everything in a place follow its own.
fn rename_below(w: &mut Writer<'_>, path: &mut Vec<Place>) -> Result<()> {
    let Some(parent) = path.last().map(|place| place.id) else {
        return Ok(());
    };
    for old in Place::children(w, Some(parent))? {
        path.push(old.clone());
        named(path);
        if let Some(last) = path.last_mut() {
            *last = last.clone().update(w, &old)?;
        }
        index(w, path)?;
        rename_below(w, path)?;
        path.pop();
    }
    Ok(())
}

/// Errors: `PlaceBusy` with how many places and residents in use it has.
fn nothing_in_use(r: &Reader<'_>, place: PlaceId) -> Result<()> {
    let places = Place::children(r, Some(place))?
        .iter()
        .filter(|p| p.active)
        .count();
    let residents = Resident::at(r, place)?.iter().filter(|p| p.active).count();
    match places + residents {
        0 => Ok(()),
        count => Err(Error::new(Code::PlaceBusy).with("count", count)),
    }
}
