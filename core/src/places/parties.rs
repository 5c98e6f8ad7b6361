//! Outside parties that the desk asks for help: utilities, makers of lifts, the developer (R5).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PartyId;
use crate::ledger::places::Party;
use crate::text_field::{optional_line, phone, required_line};

/// Lists every outside party, the active first, by trade.
#[derive(Deserialize, TS)]
pub struct ListParties {}

impl ReadVerb for ListParties {
    const NAME: &'static str = "parties.list";
    const ACTION: Action = Action::SeePlaces;
    type Out = Vec<Party>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Party>> {
        Party::all(r)
    }
}

/// Adds an outside party.
#[derive(Deserialize, TS)]
pub struct AddParty {
    pub name: String,
    /// What it does, such as 電梯維保 or 自來水.
    pub trade: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    pub phone: Option<String>,
}

impl WriteVerb for AddParty {
    const NAME: &'static str = "parties.add";
    const ACTION: Action = Action::ManagePlaces;
    type Out = Party;

    fn run(self, w: &mut Writer<'_>) -> Result<Party> {
        Party {
            id: PartyId(0),
            version: 0,
            name: required_line("name", &self.name)?,
            trade: optional_line("trade", self.trade.as_deref().unwrap_or(""))?,
            contact: optional_line("contact", self.contact.as_deref().unwrap_or(""))?,
            phone: phone("phone", self.phone.as_deref().unwrap_or(""))?,
            active: true,
        }
        .insert(w)
        .map_err(on_name)
    }
}

/// Changes an outside party or closes it.
#[derive(Deserialize, TS)]
pub struct ChangeParty {
    pub party: PartyId,
    /// Version as it was shown.
    pub version: i64,
    pub name: String,
    pub trade: Option<String>,
    pub contact: Option<String>,
    pub phone: Option<String>,
    pub active: bool,
}

impl WriteVerb for ChangeParty {
    const NAME: &'static str = "parties.change";
    const ACTION: Action = Action::ManagePlaces;
    type Out = Party;

    fn run(self, w: &mut Writer<'_>) -> Result<Party> {
        let old = Party::get_at(w, self.party, self.version)?;
        let mut new = old.clone();
        new.name = required_line("name", &self.name)?;
        new.trade = optional_line("trade", self.trade.as_deref().unwrap_or(""))?;
        new.contact = optional_line("contact", self.contact.as_deref().unwrap_or(""))?;
        new.phone = phone("phone", self.phone.as_deref().unwrap_or(""))?;
        new.active = self.active;
        w.about(Party::TABLE, old.id);
        new.update(w, &old).map_err(on_name)
    }
}

fn on_name(error: Error) -> Error {
    if error.code == Code::Duplicate {
        error.on("name")
    } else {
        error
    }
}
