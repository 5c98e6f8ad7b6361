//! Adds a place to the tree.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PlaceId;
use crate::ledger::place_keys;
use crate::ledger::places::{Place, PlaceKind};
use crate::places::keys::{self, compact};
use crate::text_field::required_line;

/// Adds a community, building, unit, household, public area or facility.
#[derive(Deserialize, TS)]
pub struct AddPlace {
    /// What it stands in; only a community stands in nothing.
    pub parent: Option<PlaceId>,
    pub kind: PlaceKind,
    /// Own name, such as `錦繡園`, `3棟`, `1204`, `B1停車場`.
    pub name: String,
}

impl WriteVerb for AddPlace {
    const NAME: &'static str = "places.add";
    const ACTION: Action = Action::ManagePlaces;
    type Out = Place;

    fn run(self, w: &mut Writer<'_>) -> Result<Place> {
        let mut path = match self.parent {
            Some(id) => open_place(w, "parent", id)?.path(w)?,
            None => Vec::new(),
        };
        let parent = path.last();
        match parent {
            None if self.kind != PlaceKind::Community => return Err(Error::missing("parent")),
            Some(parent) if !fits(self.kind, parent.kind) => {
                return Err(Error::invalid("parent", &parent.label));
            }
            _ => {}
        }
        path.push(Place {
            id: PlaceId(0),
            version: 0,
            parent_id: self.parent,
            kind: self.kind,
            name: required_line("name", &self.name)?,
            code: String::new(),
            label: String::new(),
            active: true,
        });
        named(&mut path);
        let Some(mut place) = path.pop() else {
            return Err(Error::missing("name"));
        };
        differs(w, &place)?;
        place = place.insert(w)?;
        path.push(place.clone());
        place_keys::replace(w, place.id, None, &keys::of_place(&path))?;
        Ok(place)
    }
}

/// Whether a place of this kind can stand in one of that kind.
fn fits(kind: PlaceKind, parent: PlaceKind) -> bool {
    use PlaceKind as K;
    match kind {
        K::Community => false,
        K::Building => parent == K::Community,
        K::Unit => parent == K::Building,
        K::Household => matches!(parent, K::Community | K::Building | K::Unit),
        K::PublicArea | K::Facility => {
            matches!(parent, K::Community | K::Building | K::Unit | K::PublicArea)
        }
    }
}

/// A place in use. Errors: `NotFound`; `Invalid` on `field` when it is closed.
pub(super) fn open_place(r: &Reader<'_>, field: &str, id: PlaceId) -> Result<Place> {
    let place = Place::get(r, id).map_err(|e| e.on(field))?;
    if place.active {
        Ok(place)
    } else {
        Err(Error::invalid(field, place.label))
    }
}

/// Gives the last place of a path its code and label.
pub(super) fn named(path: &mut [Place]) {
    let (code, label) = (keys::code(path), keys::label(path));
    if let Some(place) = path.last_mut() {
        place.code = code;
        place.label = label;
    }
}

/// Errors: `Duplicate` on `name` when a neighbour has that name or number, however it is written.
pub(super) fn differs(r: &Reader<'_>, place: &Place) -> Result<()> {
    let name = compact(&place.name);
    let taken = Place::children(r, place.parent_id)?
        .into_iter()
        .any(|other| {
            let same_number = !place.code.is_empty() && other.code == place.code;
            other.id != place.id && (same_number || compact(&other.name) == name)
        });
    if taken {
        Err(Error::new(Code::Duplicate)
            .with("what", Place::TABLE)
            .with("name", &place.label)
            .on("name"))
    } else {
        Ok(())
    }
}
