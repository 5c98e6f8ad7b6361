//! The register of orders, with filters and search, page by page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::registers::{self, ListedOrder, RegisterFilter};
use crate::records::PAGE_MAX;
use crate::requests::words;

/// A page of the order register, the newest first.
#[derive(Deserialize, TS)]
pub struct ListOrders {
    #[serde(default)]
    pub filter: RegisterFilter,
    /// Last order of the page before; empty for the first page.
    pub before: Option<OrderId>,
    /// At most 500.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Serialize, TS)]
pub struct OrderPage {
    pub rows: Vec<ListedOrder>,
    /// Whether older rows follow.
    pub more: bool,
}

impl ReadVerb for ListOrders {
    const NAME: &'static str = "orders.list";
    const ACTION: Action = Action::SeeOrders;
    type Out = OrderPage;

    fn run(self, r: &Reader<'_>) -> Result<OrderPage> {
        let limit = self.limit.clamp(1, PAGE_MAX);
        let phrases = words::phrases(r, &self.filter.text)?;
        let phrases = phrases.as_deref();
        let mut rows = registers::order_lines(r, &self.filter, phrases, self.before, limit + 1)?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        Ok(OrderPage { rows, more })
    }
}
