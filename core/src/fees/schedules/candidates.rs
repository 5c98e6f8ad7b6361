//! Proposes items while a description is typed at the desk.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{FeeItemId, FeeScheduleId, OrderId};
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::ledger::orders::Order;
use crate::ledger::quotes::QuoteRow;
use crate::moment::{Moment, TimeInput};
use crate::pricing::calendar::priced_at;
use crate::pricing::candidates::rank;
use crate::pricing::item::FeeItem;
use crate::pricing::price_words;
use crate::text::Locale;
use crate::text_field::optional_text;

/// The items of the version that the work is priced by that a text may mean, the likeliest first (R18). None while none is in force.
#[derive(Deserialize, TS)]
pub struct Candidates {
    /// A description, pinyin initials or the beginning of a code.
    pub text: String,
    /// The order on whose site they are looked for: by its version it is priced (R35).
    pub order: Option<OrderId>,
    /// When the work is wished; empty means now.
    pub at: Option<TimeInput>,
    /// Language of the prices.
    pub locale: Locale,
}

/// An item that may be meant.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Candidate {
    pub id: FeeItemId,
    pub item: FeeItem,
    /// What its labour costs, in words.
    pub price: String,
}

impl Candidates {
    /// The version that what is chosen will be priced by.
    fn schedule(&self, r: &Reader<'_>) -> Result<Option<FeeScheduleId>> {
        let order = self.order.map(|id| Order::get(r, id)).transpose()?;
        let quote = order.and_then(|order| order.quote_id);
        let priced = quote.map(|id| QuoteRow::get(r, id)).transpose()?;
        if let Some(schedule) = priced.and_then(|quote| quote.schedule_id) {
            return Ok(Some(schedule));
        }
        let wished = r.planned("at", self.at.as_ref(), Moment::default())?;
        let day = priced_at(r.now(), wished).day(r.zone()?);
        Ok(FeeSchedule::in_force(r, day)?.map(|schedule| schedule.id))
    }
}

impl ReadVerb for Candidates {
    const NAME: &'static str = "fees.candidates";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<Candidate>;

    /// Errors: `TooLong` on `text`, where it is longer than a description may be.
    fn run(self, r: &Reader<'_>) -> Result<Vec<Candidate>> {
        let typed = optional_text("text", &self.text)?;
        let Some(schedule) = self.schedule(r)? else {
            return Ok(Vec::new());
        };
        let found = rank(&typed, &FeeItemRow::searched(r, schedule)?);
        let told = found.into_iter().map(|id| {
            let item = FeeItemRow::get(r, id)?.item.0;
            let price = price_words::labour(&item, self.locale);
            Ok(Candidate { id, item, price })
        });
        told.collect()
    }
}
