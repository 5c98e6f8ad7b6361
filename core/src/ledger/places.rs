//! Places, residents and outside parties.

use std::collections::HashMap;

use crate::error::Result;
use crate::ids::{PartyId, PlaceId, ResidentId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::column::stored_as_text;
use crate::ledger::table::table;
use crate::names::names;

names! {
    /// What a place is.
    PlaceKind {
        Community = "community",
        Building = "building",
        Unit = "unit",
        Household = "household",
        PublicArea = "public_area",
        Facility = "facility",
    }
}

names! {
    /// What a resident is to the household.
    Relation { Owner = "owner", Tenant = "tenant", Family = "family", Other = "other" }
}

stored_as_text!(PlaceKind, Relation);

table! {
    /// A node of the tree of places.
    Place, PlaceId, "place" {
        parent_id: Option<PlaceId>,
        kind: PlaceKind,
        /// Own name, such as `3棟` or `1204`.
        name: String,
        /// What people type for it, such as `3-1204`; folded, empty where there is none.
        code: String,
        /// Whole name for forms, such as `錦繡園 3棟 1204`.
        label: String,
        active: bool,
    }
}

table! {
    /// A resident of a household.
    Resident, ResidentId, "resident" {
        place_id: PlaceId,
        name: String,
        relation: Relation,
        phones: Json<Vec<String>>,
        note: String,
        active: bool,
    }
}

table! {
    /// Someone outside the office who can be asked for help (R5).
    Party, PartyId, "party" {
        name: String,
        trade: String,
        contact: String,
        phone: String,
        active: bool,
    }
}

impl Place {
    /// What stands directly in a place, or the communities; in the order they were entered.
    pub fn children(r: &Reader<'_>, parent: Option<PlaceId>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM place WHERE parent_id IS ?1 ORDER BY id",
            [parent],
            Self::read,
        )
    }

    /// Everything but the households, parents first.
    pub fn frame(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM place WHERE kind <> 'household' ORDER BY id",
            [],
            Self::read,
        )
    }

    /// How many active households stand directly in each place that has some.
    pub fn household_counts(r: &Reader<'_>) -> Result<HashMap<PlaceId, u32>> {
        let rows = r.all(
            "SELECT parent_id, count(*) FROM place WHERE kind = 'household' AND active = 1 GROUP BY parent_id",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The place and what it stands in, the community first.
    pub fn path(self, r: &Reader<'_>) -> Result<Vec<Self>> {
        let mut path = vec![self];
        while let Some(parent) = path.last().and_then(|place| place.parent_id) {
            path.push(Self::get(r, parent)?);
        }
        path.reverse();
        Ok(path)
    }
}

impl Resident {
    /// Residents of a place, those who live there first.
    pub fn at(r: &Reader<'_>, place: PlaceId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM resident WHERE place_id = ?1 ORDER BY active DESC, id",
            [place],
            Self::read,
        )
    }
}

impl Party {
    /// All outside parties, the active first.
    pub fn all(r: &Reader<'_>) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM party ORDER BY active DESC, trade, id",
            [],
            Self::read,
        )
    }
}
