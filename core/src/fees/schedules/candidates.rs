//! Proposes items while a description is typed at the desk.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::ReadVerb;
use crate::error::Result;
use crate::fees::candidates::rank;
use crate::fees::item::FeeItem;
use crate::fees::price_words;
use crate::ids::FeeItemId;
use crate::ledger::Reader;
use crate::ledger::fees::{FeeItemRow, FeeSchedule};
use crate::text::Locale;

/// The items of the version in force that a text may mean, the likeliest first (R18). None while none is in force.
#[derive(Deserialize, TS)]
pub struct Candidates {
    /// A description, pinyin initials or the beginning of a code.
    pub text: String,
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

impl ReadVerb for Candidates {
    const NAME: &'static str = "fees.candidates";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<Candidate>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Candidate>> {
        let Some(schedule) = FeeSchedule::in_force(r, r.today()?)? else {
            return Ok(Vec::new());
        };
        let found = rank(&self.text, &FeeItemRow::searched(r, schedule.id)?);
        let told = found.into_iter().map(|id| {
            let item = FeeItemRow::get(r, id)?.item.0;
            let price = price_words::labour(&item, self.locale);
            Ok(Candidate { id, item, price })
        });
        told.collect()
    }
}
