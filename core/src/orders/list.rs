//! The register of orders, with filters and search, page by page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::ReadVerb;
use crate::error::Result;
use crate::fold;
use crate::ids::OrderId;
use crate::ledger::Reader;
use crate::ledger::registers::{self, OrderRow, RegisterFilter};
use crate::requests::seen;

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
    pub rows: Vec<OrderRow>,
    /// Whether older rows follow.
    pub more: bool,
}

/// Most rows of a page.
pub const PAGE_MAX: u32 = 500;

impl ReadVerb for ListOrders {
    const NAME: &'static str = "orders.list";
    const ACTION: Action = Action::SeeOrders;
    type Out = OrderPage;

    fn run(self, r: &Reader<'_>) -> Result<OrderPage> {
        let limit = self.limit.clamp(1, PAGE_MAX);
        let phrase = fold::fts_query(&self.filter.text);
        let mut rows = registers::orders(r, &self.filter, phrase, self.before, limit + 1)?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let rows = seen::found_orders(r, &self.filter.text, rows);
        let more = more && !rows.is_empty();
        Ok(OrderPage { rows, more })
    }
}
