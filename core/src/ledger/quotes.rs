//! What repairs cost, as it was worked out.

use crate::error::Result;
use crate::ids::{FeeScheduleId, OrderId, PersonId, PlaceId, QuoteId, RequestId};
use crate::ledger::Reader;
use crate::ledger::column::Json;
use crate::ledger::column::stored_as_text;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::money::Money;
use crate::names::names;
use crate::pricing::amount::Amount;
use crate::pricing::quote::{Reason, Verdict};
use crate::pricing::quoted::QuotedLine;

names! {
    /// What a quote was worked out for.
    QuotePurpose {
        /// Read out to the caller at the desk (R18).
        Estimate = "estimate",
        /// Plan and price of a review (R19).
        Plan = "plan",
        /// The reported items, when the order was issued.
        Reported = "reported",
        /// The actual items on site (R11).
        Actual = "actual",
    }
}

stored_as_text!(QuotePurpose);

table! {
    /// A quote. Never changed: another one stands beside it.
    QuoteRow, QuoteId, "quote" {
        request_id: RequestId,
        order_id: Option<OrderId>,
        purpose: QuotePurpose,
        /// The version it was priced by; none where the office had none.
        schedule_id: Option<FeeScheduleId>,
        /// The time whose prices and surcharges hold.
        at: Moment,
        entered_at: Moment,
        by_person: PersonId,
        urgent: bool,
        lines: Json<Vec<QuotedLine>>,
        /// What the order bears as a whole.
        order_adds: Json<Vec<Reason>>,
        total_from: Money,
        /// None while nobody knows.
        total_to: Option<Money>,
        verdict: Json<Verdict>,
        /// Who of engineering judged what the schedule does not settle (R19), or empty.
        judged_by: String,
        /// How long the work takes, in words of the review, or empty.
        hours: String,
    }
}

impl QuoteRow {
    /// Quotes of a request and its orders, the oldest first.
    pub fn of_request(r: &Reader<'_>, request: RequestId) -> Result<Vec<Self>> {
        r.all(
            "SELECT * FROM quote WHERE request_id = ?1 ORDER BY id",
            [request],
            Self::read,
        )
    }

    /// Lines of what the other orders of a request came to: of those that the crew was sent again after (R16).
    pub fn earlier(r: &Reader<'_>, request: RequestId, than: OrderId) -> Result<Vec<QuotedLine>> {
        let quotes = r.all(
            "SELECT q.* FROM work_order o JOIN quote q ON q.id = o.quote_id
             WHERE o.request_id = ?1 AND o.id < ?2 AND o.state = 'redispatched' ORDER BY o.id",
            (request, than),
            Self::read,
        )?;
        Ok(quotes.into_iter().flat_map(|quote| quote.lines.0).collect())
    }

    /// What finished orders at a place cost, each with when it was finished: by them the warranty of the same work is
    /// found (R16).
    pub fn finished_at(r: &Reader<'_>, place: PlaceId) -> Result<Vec<(Moment, Self)>> {
        r.all(
            "SELECT q.*, o.finished_at FROM request r JOIN work_order o ON o.request_id = r.id
             JOIN quote q ON q.id = o.quote_id
             WHERE r.place_id = ?1 AND o.finished_at IS NOT NULL",
            [place],
            |row| Ok((row.get("finished_at")?, Self::read(row)?)),
        )
    }

    /// What it comes to.
    pub fn total(&self) -> Amount {
        Amount {
            from: self.total_from,
            to: self.total_to,
        }
    }
}
