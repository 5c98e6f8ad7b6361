//! Which record has a number: typed, or read by a scanner from the code on a paper.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::{Error, Result};
use crate::fold::fold;
use crate::ledger::named::Named;
use crate::text_field::sought;

/// Finds a record by its number.
#[derive(Deserialize, TS)]
pub struct FindRecord {
    /// The number of an order, a request or a receipt, in any width and case; the code of a copy
    /// (`PG20261123-004/2`) is that of its order.
    pub no: String,
}

impl ReadVerb for FindRecord {
    const NAME: &'static str = "records.find";
    const ACTION: Action = Action::SeeOrders;
    type Out = Named;

    /// Errors: `NotFound`, `TooLong`.
    fn run(self, r: &Reader<'_>) -> Result<Named> {
        let no = sought("no", &self.no)?;
        let typed = no.split('/').next().unwrap_or_default().trim();
        // Letters of a number are an office's own, nearly always capitals.
        for no in [typed, &fold(typed).trim().to_ascii_uppercase()] {
            if let Some(found) = Named::by_no(r, no)? {
                return Ok(found);
            }
        }
        Err(Error::not_found("record", typed))
    }
}
