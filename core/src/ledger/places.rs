//! Places, residents and outside parties.

use crate::ids::{PartyId, PlaceId, ResidentId};
use crate::ledger::column::{Json, names};
use crate::ledger::table::table;

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
