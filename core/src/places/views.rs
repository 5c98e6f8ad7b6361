//! Places and residents as the screen shows them.

use serde::Serialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::Reader;
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::places::{Relation, Resident};
use crate::mask;

/// A resident; name and phones are masked for those without the right to them (R39).
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ResidentView {
    pub id: ResidentId,
    /// Goes back with a change; a stale one is refused.
    pub version: i64,
    pub place_id: PlaceId,
    pub name: String,
    pub relation: Relation,
    pub phones: Vec<String>,
    pub note: String,
    pub active: bool,
    /// Whether name and phones are masked and the note is left out.
    pub masked: bool,
}

impl ResidentView {
    /// The resident as this reader may see him or her.
    pub fn of(r: &Reader<'_>, resident: Resident) -> Self {
        let masked = !r.may(Action::RevealContact);
        let Resident {
            id,
            version,
            place_id,
            name,
            relation,
            phones,
            note,
            active,
        } = resident;
        let (name, phones, note) = if masked {
            let phones = phones.0.iter().map(|p| mask::phone(p)).collect();
            (mask::name(&name), phones, String::new())
        } else {
            (name, phones.0, note)
        };
        Self {
            id,
            version,
            place_id,
            name,
            relation,
            phones,
            note,
            active,
            masked,
        }
    }
}
