//! Calls, requests and their time lines.

use crate::error::Result;
use crate::ids::{
    CallId, DepartmentId, PersonId, PlaceId, QuoteId, RequestEntryId, RequestId, ResidentId,
};
use crate::ledger::column::stored_as_text;
use crate::ledger::request_state::{RequestEnding, RequestState, RequestStep};
use crate::ledger::table::table;
use crate::ledger::{Reader, Writer};
use crate::moment::Moment;
use crate::money::Money;
use crate::names::names;
use crate::office::Kind;

names! {
    /// Words of a request that a person typed.
    RequestField {
        Caller = "caller",
        Phone = "phone",
        Relation = "relation",
        Content = "content",
        Remarks = "remarks",
    }
}

names! {
    /// How a report reached the desk (R2).
    Channel { Phone = "phone", Visit = "visit", Online = "online", Patrol = "patrol", Paper = "paper" }
}

names! {
    /// Who reports.
    Source {
        Household = "household",
        Department = "department",
        /// Reported for a public area or facility.
        Area = "area",
        Outsider = "outsider",
    }
}

names! {
    /// Whether there is a phone number to call back (R2).
    PhoneState { Given = "given", Refused = "refused", None = "none" }
}

names! {
    /// How soon it must be seen to.
    Urgency { Normal = "normal", Soon = "soon", Urgent = "urgent" }
}

names! {
    /// A danger that is made safe at once, whatever the fee (R19).
    Danger { None = "none", Water = "water", Fire = "fire", Power = "power", Lift = "lift" }
}

names! {
    /// Who was on duty when it came in (R1).
    Duty { Desk = "desk", Monitor = "monitor" }
}

stored_as_text!(Channel, Source, PhoneState, Urgency, Danger, Duty);

table! {
    /// A call or visit (R2).
    Call, CallId, "call" {
        channel: Channel,
        at: Moment,
        entered_at: Moment,
        caller: String,
        phone: String,
        place_text: String,
        content: String,
        taken_by: PersonId,
    }
}

table! {
    /// A report or repair request (報事報修).
    Request, RequestId, "request" {
        no: String,
        /// ISO day of entry in the office's time zone; numbers run per entry day.
        entry_day: String,
        seq: i64,
        call_id: CallId,
        kind: Kind,
        source: Source,
        place_id: Option<PlaceId>,
        /// The place in words, as it was when recorded.
        place_text: String,
        resident_id: Option<ResidentId>,
        caller: String,
        relation: String,
        phone: String,
        phone_state: PhoneState,
        channel: Channel,
        content: String,
        urgency: Urgency,
        danger: Danger,
        wished_at: Option<Moment>,
        received_at: Moment,
        entered_at: Moment,
        /// 補錄: entered later than received.
        late_entry: bool,
        duty: Duty,
        taken_by: PersonId,
        department_id: Option<DepartmentId>,
        remarks: String,
        state: RequestState,
        ending: Option<RequestEnding>,
        ended_at: Option<Moment>,
        ended_by: Option<PersonId>,
        /// What a review found feasible (R19).
        plan: String,
        quote: Option<Money>,
        consent_at: Option<Moment>,
        told_whom: String,
        told_at: Option<Moment>,
        told_by: Option<PersonId>,
        joined_to: Option<RequestId>,
        /// What it costs, as worked out last before a crew goes.
        quote_id: Option<QuoteId>,
        /// The quote of a review that the owner accepted (R19).
        consent_quote: Option<QuoteId>,
    }
}

table! {
    /// An entry in a request's time line.
    RequestEntry, RequestEntryId, "request_entry" {
        request_id: RequestId,
        step: RequestStep,
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        whom: String,
        content: String,
    }
}

impl Request {
    /// Requests that were joined to this one.
    pub fn joined(r: &Reader<'_>, id: RequestId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request WHERE joined_to = ?1 ORDER BY id",
            [id],
            Self::read,
        )
    }

    /// Requests of the same call.
    pub fn of_call(r: &Reader<'_>, call: CallId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request WHERE call_id = ?1 ORDER BY id",
            [call],
            Self::read,
        )
    }

    /// Requests at a place, the newest first.
    pub fn at_place(r: &Reader<'_>, place: PlaceId, limit: u32) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request WHERE place_id = ?1 ORDER BY id DESC LIMIT ?2",
            (place, limit),
            Self::read,
        )
    }

    /// How many requests at a place are not ended.
    pub fn open_at(r: &Reader<'_>, place: PlaceId) -> Result<u32> {
        Ok(r.one(
            "SELECT count(*) FROM request WHERE place_id = ?1 AND state <> 'ended'",
            [place],
            |row| row.get(0),
        )?
        .unwrap_or(0))
    }

    /// Open requests in one of the states, the oldest first.
    pub fn in_state(r: &Reader<'_>, state: RequestState, limit: u32) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request WHERE state = ?1 ORDER BY id LIMIT ?2",
            (state, limit),
            Self::read,
        )
    }

    /// Puts the request's words where they are found by phrase, in place of those that stood there. Both texts are
    /// already folded and set apart; `contact` holds the names and phones.
    pub fn index<'w>(
        w: &mut impl AsMut<Writer<'w>>,
        id: RequestId,
        open: &str,
        contact: &str,
    ) -> Result<()> {
        w.as_mut()
            .conn
            .prepare_cached(
                "INSERT OR REPLACE INTO request_search (rowid, open, contact) VALUES (?1, ?2, ?3)",
            )?
            .execute((id, open, contact))?;
        Ok(())
    }
}

impl RequestEntry {
    /// The request's time line, the oldest first.
    pub fn of(r: &Reader<'_>, request: RequestId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request_entry WHERE request_id = ?1 ORDER BY id",
            [request],
            Self::read,
        )
    }
}
