//! Says prices in words, while they are typed and looked through.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::pricing::item::FeeItem;
use crate::pricing::price_words;
use crate::text::Locale;

/// Says what items cost, as the wall shows it; whether a draft may hold them is seen when they are put in (R22).
#[derive(Deserialize, TS)]
pub struct SayPrices {
    pub items: Vec<FeeItem>,
    pub locale: Locale,
}

/// The prices of an item in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PriceSaid {
    pub labour: String,
    /// Empty where the list says nothing of it.
    pub material: String,
}

impl ReadVerb for SayPrices {
    const NAME: &'static str = "fees.say";
    const ACTION: Action = Action::BeHere;
    type Out = Vec<PriceSaid>;

    fn run(self, _r: &Reader<'_>) -> Result<Vec<PriceSaid>> {
        let said = self.items.iter().map(|item| PriceSaid {
            labour: price_words::labour(item, self.locale),
            material: price_words::material(&item.material, self.locale),
        });
        Ok(said.collect())
    }
}
