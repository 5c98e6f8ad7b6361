//! Who lives in a household.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::column::Json;
use crate::ledger::place_keys;
use crate::ledger::places::{PlaceKind, Relation, Resident};
use crate::places::add::open_place;
use crate::places::keys::{self, compact};
use crate::places::views::ResidentView;
use crate::text_field::{self, optional_text, required_line};

/// Most phone numbers of one resident.
const PHONES_MAX: usize = 8;

/// Adds a resident to a household.
#[derive(Deserialize, TS)]
pub struct AddResident {
    pub place: PlaceId,
    pub name: String,
    pub relation: Relation,
    /// The one to call first leads; may be empty.
    pub phones: Vec<String>,
    pub note: Option<String>,
}

impl WriteVerb for AddResident {
    const NAME: &'static str = "residents.add";
    const ACTION: Action = Action::ManagePlaces;
    type Out = ResidentView;

    fn run(self, w: &mut Writer<'_>) -> Result<ResidentView> {
        let place = open_place(w, "place", self.place)?;
        if place.kind != PlaceKind::Household {
            return Err(Error::invalid("place", place.label));
        }
        let resident = Resident {
            id: ResidentId(0),
            version: 0,
            place_id: place.id,
            name: required_line("name", &self.name)?,
            relation: self.relation,
            phones: Json(phones(&self.phones)?),
            note: optional_text("note", self.note.as_deref().unwrap_or(""))?,
            active: true,
        };
        differs(w, &resident)?;
        let resident = resident.insert(w)?;
        index(w, &resident)?;
        Ok(ResidentView::of(w, resident))
    }
}

/// Changes a resident; one who moved out is set inactive, never deleted (R36).
#[derive(Deserialize, TS)]
pub struct ChangeResident {
    pub resident: ResidentId,
    /// Version as it was shown.
    pub version: i64,
    /// Name, phones and note, by those who may see them; absent leaves them as they are.
    pub contact: Option<Contact>,
    pub relation: Relation,
    pub active: bool,
}

/// What only those may change who may see it (R39).
#[derive(Deserialize, TS)]
pub struct Contact {
    pub name: String,
    pub phones: Vec<String>,
    pub note: Option<String>,
}

impl WriteVerb for ChangeResident {
    const NAME: &'static str = "residents.change";
    const ACTION: Action = Action::ManagePlaces;
    type Out = ResidentView;

    fn run(self, w: &mut Writer<'_>) -> Result<ResidentView> {
        let old = Resident::get_at(w, self.resident, self.version)?;
        let mut new = old.clone();
        if let Some(contact) = self.contact {
            if !w.may(Action::RevealContact) {
                // What was shown masked would come back masked.
                return Err(Error::new(Code::Denied).with("action", Action::RevealContact.as_str()));
            }
            new.name = required_line("name", &contact.name)?;
            new.phones = Json(phones(&contact.phones)?);
            new.note = optional_text("note", contact.note.as_deref().unwrap_or(""))?;
        }
        new.relation = self.relation;
        new.active = self.active;
        if new.active {
            differs(w, &new)?;
        }
        if new.active && !old.active {
            open_place(w, "place", old.place_id)?;
        }
        w.about(Resident::TABLE, old.id);
        let resident = new.update(w, &old)?;
        index(w, &resident)?;
        Ok(ResidentView::of(w, resident))
    }
}

/// Phone numbers without repetitions; one entry may hold several. Errors: `BadPhone`, `TooLong`, `Invalid` when there
/// are too many; on `phones`.
fn phones(typed: &[String]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for text in typed {
        for number in text_field::phones("phones", text)? {
            if !all.contains(&number) {
                all.push(number);
            }
        }
    }
    if all.len() > PHONES_MAX {
        return Err(Error::invalid("phones", all.len()));
    }
    Ok(all)
}

/// Errors: `Duplicate` on `name` when someone of that name lives there already.
fn differs(r: &Reader<'_>, resident: &Resident) -> Result<()> {
    let name = compact(&resident.name);
    let taken = Resident::at(r, resident.place_id)?
        .iter()
        .any(|other| other.id != resident.id && other.active && compact(&other.name) == name);
    if taken {
        Err(Error::new(Code::Duplicate)
            .with("what", Resident::TABLE)
            .on("name"))
    } else {
        Ok(())
    }
}

fn index(w: &mut Writer<'_>, resident: &Resident) -> Result<()> {
    let keys = if resident.active {
        keys::of_resident(&resident.name, &resident.phones.0)
    } else {
        Vec::new()
    };
    place_keys::replace(w, resident.place_id, Some(resident.id), &keys)
}
