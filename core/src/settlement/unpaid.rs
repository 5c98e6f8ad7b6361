//! Orders with an open amount: owed, on account, or to be given back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::payments::UnpaidRow;
use crate::money::Money;

/// Lists them, the oldest first.
#[derive(Deserialize, TS)]
pub struct ListUnpaid {
    /// Last order of the page before; empty for the first page.
    pub after: Option<OrderId>,
}

/// One page, and the sums of all.
#[derive(Debug, Serialize, TS)]
pub struct UnpaidPage {
    pub rows: Vec<UnpaidRow>,
    /// Whether later rows follow.
    pub more: bool,
    /// All that is owed.
    pub owed: Money,
    /// Of that, what is on account.
    pub on_account: Money,
    /// All that is to be given back.
    pub to_refund: Money,
}

/// Most rows of a page.
const PAGE: u32 = 200;

impl ReadVerb for ListUnpaid {
    const NAME: &'static str = "settlement.unpaid";
    const ACTION: Action = Action::SeeMoney;
    type Out = UnpaidPage;

    fn run(self, r: &Reader<'_>) -> Result<UnpaidPage> {
        let mut rows = UnpaidRow::page(r, self.after.unwrap_or_default(), PAGE + 1)?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let (owed, on_account, to_refund) = UnpaidRow::sums(r)?;
        Ok(UnpaidPage {
            rows,
            more,
            owed,
            on_account,
            to_refund,
        })
    }
}
