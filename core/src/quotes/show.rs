//! Shows what a request and its orders cost, with the words that explain every amount (R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::ReadVerb;
use crate::error::Result;
use crate::fees::quote::QuoteLine;
use crate::fees::words;
use crate::ids::RequestId;
use crate::ledger::Reader;
use crate::ledger::people::Person;
use crate::ledger::quotes::QuoteRow;
use crate::text::Locale;

/// Shows every quote of a request and its orders, the oldest first.
#[derive(Deserialize, TS)]
pub struct ShowQuotes {
    pub request: RequestId,
    /// Language of the words.
    pub locale: Locale,
}

/// A quote with its words.
#[derive(Debug, Serialize, TS)]
pub struct QuoteView {
    pub quote: QuoteRow,
    /// Who entered it.
    pub by: String,
    /// Line by line, in the order of the quote.
    pub lines: Vec<LineWords>,
    /// Why the order bears more as a whole; empty where it does not.
    pub order: String,
    /// The total as it is read out.
    pub says: String,
}

/// The words of a line.
#[derive(Debug, Serialize, TS)]
pub struct LineWords {
    /// How its amount came about.
    pub why: String,
    /// Its amount as it is read out.
    pub says: String,
}

impl LineWords {
    /// What is said of a priced line.
    pub fn of(line: &QuoteLine, locale: Locale) -> Self {
        Self {
            why: words::reasons(&line.reasons, locale),
            says: words::amount(line.total, locale),
        }
    }
}

impl ReadVerb for ShowQuotes {
    const NAME: &'static str = "quotes.show";
    const ACTION: Action = Action::SeeOrders;
    type Out = Vec<QuoteView>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<QuoteView>> {
        let quotes = QuoteRow::of_request(r, self.request)?.into_iter();
        quotes
            .map(|quote| {
                let priced = quote.lines.0.iter().map(|line| &line.priced);
                Ok(QuoteView {
                    by: Person::get(r, quote.by_person)?.name,
                    lines: priced
                        .map(|line| LineWords::of(line, self.locale))
                        .collect(),
                    order: words::reasons(&quote.order_adds.0, self.locale),
                    says: words::amount(quote.total(), self.locale),
                    quote,
                })
            })
            .collect()
    }
}
