//! Places, residents and outside parties through the door.

mod calling;
mod finding;
mod keeping;

use super::add::AddPlace;
use super::change::ChangePlace;
use super::find::{FindPlaces, Found, FoundBy};
use super::list::{ListPlaces, PlaceTree, ShowPlace};
use super::parties::{AddParty, ChangeParty, ListParties};
use super::residents::{AddResident, ChangeResident, Contact};
use crate::desk::Desk;
use crate::desk::testing::{at, desk_with_office, sign_in};
use crate::error::{Code, Error};
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::places::{Place, PlaceKind, Relation};
use crate::office::Role;
use crate::people::add::AddPerson;
use crate::people::departments::ListDepartments;
use crate::people::session::SignIn;

/// An office, and someone signed in who may see and change everything here.
struct Office {
    _dir: tempfile::TempDir,
    desk: Desk,
    token: String,
}

fn office() -> Office {
    let (dir, desk) = desk_with_office();
    let token = sign_in(&desk, at(1));
    Office {
        _dir: dir,
        desk,
        token,
    }
}

impl Office {
    fn add(&self, parent: Option<PlaceId>, kind: PlaceKind, name: &str) -> Result<Place, Error> {
        let verb = AddPlace {
            parent,
            kind,
            name: name.into(),
        };
        let changed = self.desk.call(Some(&self.token), at(2), verb)?;
        Ok(changed.value)
    }

    fn live(&self, place: PlaceId, name: &str, phones: &[&str]) -> Result<ResidentId, Error> {
        let verb = AddResident {
            place,
            name: name.into(),
            relation: Relation::Owner,
            phones: phones.iter().map(|&p| p.to_owned()).collect(),
            note: Some("請按兩次鈴".into()),
        };
        Ok(self.desk.call(Some(&self.token), at(2), verb)?.value.id)
    }

    fn find_as(&self, token: &str, text: &str, limit: u32) -> Vec<Found> {
        let verb = FindPlaces {
            text: text.into(),
            limit,
        };
        self.desk.read(Some(token), at(3), verb).unwrap()
    }

    fn find(&self, text: &str) -> Vec<Found> {
        self.find_as(&self.token, text, 20)
    }

    fn labels(&self, text: &str) -> Vec<String> {
        self.find(text).into_iter().map(|f| f.place.label).collect()
    }

    /// A signed-in person of one role.
    fn someone(&self, role: Role) -> String {
        let departments = self.desk.read(Some(&self.token), at(2), ListDepartments {});
        let verb = AddPerson {
            name: "林文".into(),
            phone: None,
            department: departments.unwrap()[0].id,
            roles: vec![role],
            login: Some(role.as_str().into()),
            password: Some("a long password".into()),
        };
        self.desk.call(Some(&self.token), at(2), verb).unwrap();
        let verb = SignIn {
            login: role.as_str().into(),
            password: "a long password".into(),
        };
        self.desk.call(None, at(2), verb).unwrap().value.token
    }
}

/// 錦繡園 with 3棟 (1204, 1205), 3棟2單元 (0801), B1停車場 and 3號電梯; 翠湖 with A座 (12B) and 3棟 (1204).
fn furnished() -> Office {
    use PlaceKind::{Building, Community, Facility, Household, PublicArea, Unit};
    let o = office();
    let add = |parent: &Place, kind, name: &str| o.add(Some(parent.id), kind, name).unwrap();
    let garden = o.add(None, Community, "錦繡園").unwrap();
    let third = add(&garden, Building, "3棟");
    let home = add(&third, Household, "1204");
    add(&third, Household, "1205");
    let unit = add(&third, Unit, "2單元");
    let in_unit = add(&unit, Household, "0801室");
    add(&garden, PublicArea, "B1停車場");
    add(&third, Facility, "3號電梯");
    let lake = o.add(None, Community, "翠湖").unwrap();
    let a = add(&lake, Building, "A座");
    let flat = add(&a, Household, "12樓B");
    let other = add(&lake, Building, "３棟");
    let same = add(&other, Household, "1204");
    o.live(home.id, "單小明", &["0912-345 678", "(02)2345-6789#12"])
        .unwrap();
    o.live(home.id, "曾美玲", &[]).unwrap();
    o.live(in_unit.id, "歐陽樂", &["0922-000-111"]).unwrap();
    o.live(flat.id, "Mary Chan", &["+852 9123 4567"]).unwrap();
    o.live(same.id, "張衞國", &["0933-120-400"]).unwrap();
    o
}
