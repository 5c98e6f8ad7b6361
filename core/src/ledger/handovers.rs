//! What the night handed over to the day desk (R1).

use crate::error::Result;
use crate::ids::{HandoverId, PersonId, RequestId};
use crate::ledger::Reader;
use crate::ledger::requests::Request;
use crate::ledger::table::table;
use crate::moment::Moment;

table! {
    /// A handover of the night's entries.
    Handover, HandoverId, "handover" {
        at: Moment,
        entered_at: Moment,
        gave: PersonId,
        took: PersonId,
        /// The last request it covers.
        upto: RequestId,
        /// How many requests it covers.
        entries: i64,
        remarks: String,
    }
}

impl Handover {
    /// The latest handovers, the newest first.
    pub fn latest(r: &Reader<'_>, limit: u32) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM handover ORDER BY id DESC LIMIT ?1",
            [limit],
            Self::read,
        )
    }
}

impl Request {
    /// Requests that the night duty received, entered after the request `after` and received from `from` on, the
    /// oldest entry first.
    pub fn of_the_night(
        r: &Reader<'_>,
        after: RequestId,
        from: Moment,
        limit: u32,
    ) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM request INDEXED BY request_received WHERE received_at >= ?1 AND id > ?2
             AND duty = 'monitor' ORDER BY id LIMIT ?3",
            (from, after, limit),
            Self::read,
        )
    }
}
