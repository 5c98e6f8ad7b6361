//! The request register (報事報修記錄表) with filters and search, and the history of a place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{PlaceId, RequestId};
use crate::ledger::registers::{self, RegisterFilter};
use crate::ledger::requests::Request;
use crate::records::{PAGE_MAX, seen};
use crate::requests::words;

/// A page of the request register, the newest first.
#[derive(Deserialize, TS)]
pub struct ListRequests {
    #[serde(default)]
    pub filter: RegisterFilter,
    /// Last request of the page before; empty for the first page.
    pub before: Option<RequestId>,
    /// At most 500.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Serialize, TS)]
pub struct RequestPage {
    pub rows: Vec<Request>,
    /// Whether older rows follow.
    pub more: bool,
}

impl ReadVerb for ListRequests {
    const NAME: &'static str = "requests.list";
    const ACTION: Action = Action::SeeRequests;
    type Out = RequestPage;

    fn run(self, r: &Reader<'_>) -> Result<RequestPage> {
        let limit = self.limit.clamp(1, PAGE_MAX);
        let phrases = words::phrases(r, &self.filter.text)?;
        let mut rows =
            registers::requests(r, &self.filter, phrases.as_deref(), self.before, limit + 1)?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        Ok(RequestPage {
            rows: seen::requests(r, rows),
            more,
        })
    }
}

/// What was reported at a place: open requests warn of a duplicate, the rest is its history.
#[derive(Deserialize, TS)]
pub struct RequestsAtPlace {
    pub place: PlaceId,
}

impl ReadVerb for RequestsAtPlace {
    const NAME: &'static str = "requests.at_place";
    const ACTION: Action = Action::SeeRequests;
    type Out = Vec<Request>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Request>> {
        Ok(seen::requests(r, Request::at_place(r, self.place, 20)?))
    }
}
