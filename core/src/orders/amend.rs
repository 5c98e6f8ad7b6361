//! The fault on site differs from the order: the real item and fee are written beside the reported ones (R11).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::desk::WriteVerb;
use crate::error::{Error, Result};
use crate::ledger::Writer;
use crate::money::Money;
use crate::orders::state::OrderStep;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::required_text;

/// Records what was really found.
#[derive(Deserialize, TS)]
pub struct Amend {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub real_item: String,
    /// Fee for the real item, in cents; empty leaves the fee as it is.
    pub fee: Option<Money>,
}

impl WriteVerb for Amend {
    const NAME: &'static str = "orders.amend";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Amend, None)?;
        taking.new.real_item = required_text("real_item", &self.real_item)?;
        if let Some(fee) = self.fee {
            if fee.0 < 0 {
                return Err(Error::invalid("fee", fee));
            }
            if Some(fee) != taking.old.fee {
                // An agreement to another amount is no agreement to this one (R20).
                taking.new.fee = Some(fee);
                taking.new.fee_agreed_at = None;
            }
        }
        let note = taking.new.real_item.clone();
        step::complete(w, taking, &note)
    }
}
