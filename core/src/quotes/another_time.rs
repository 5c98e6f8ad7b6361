//! What an estimate would come to at another time than the one it was told for; nothing is kept (R18).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::RequestId;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::requests::Request;
use crate::moment::TimeInput;
use crate::pricing::words;
use crate::quotes::estimate::worked_out_anew;
use crate::text::Locale;

/// Works out a request's estimate for an appointment, as issuing its order would.
#[derive(Deserialize, TS)]
pub struct AtAnotherTime {
    pub request: RequestId,
    pub at: TimeInput,
    /// Language of the words.
    pub locale: Locale,
}

/// What was told before and what it comes to now, as they are read out.
#[derive(Debug, Serialize, TS)]
pub struct OtherAmount {
    pub told: String,
    pub now: String,
}

impl ReadVerb for AtAnotherTime {
    const NAME: &'static str = "quotes.at_another_time";
    const ACTION: Action = Action::SeeOrders;
    /// Nothing where it stays what it was.
    type Out = Option<OtherAmount>;

    fn run(self, r: &Reader<'_>) -> Result<Option<OtherAmount>> {
        let mut request = Request::get(r, self.request)?;
        let Some(quote) = request.quote_id else {
            return Ok(None);
        };
        let told = QuoteRow::get(r, quote)?.total();
        let planned = r.planned("at", Some(&self.at), request.received_at)?;
        request.wished_at = planned.or(request.wished_at);
        let Some(anew) = worked_out_anew(r, &request)?.filter(|anew| anew.total != told) else {
            return Ok(None);
        };
        Ok(Some(OtherAmount {
            told: words::amount(told, self.locale),
            now: words::amount(anew.total, self.locale),
        }))
    }
}
