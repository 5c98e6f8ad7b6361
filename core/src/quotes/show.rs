//! Shows what a request and its orders cost, with the words that explain every amount (R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::RequestId;
use crate::ledger::fees::FeeItemRow;
use crate::ledger::people::Person;
use crate::ledger::quotes::QuoteRow;
use crate::pricing::item::FeeItem;
use crate::pricing::quoted::QuotedLine;
use crate::pricing::words;
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
    /// The item of each line as the schedule has it, so that the lines can be taken up anew; none outside the schedule.
    pub items: Vec<Option<FeeItem>>,
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
    /// How the owner's own materials were found, one sentence each (R21).
    pub checks: Vec<String>,
}

impl LineWords {
    /// What is said of a priced line.
    pub fn of(line: &QuotedLine, locale: Locale) -> Self {
        let used = line.work.materials.iter();
        Self {
            why: words::with_remark(
                words::reasons(&line.priced.reasons, locale),
                &line.remark,
                locale,
            ),
            says: words::amount(line.priced.total, locale),
            checks: used.filter_map(|used| words::check(used, locale)).collect(),
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
                let lines = quote.lines.0.iter();
                let items = lines.clone().map(|line| match line.item {
                    Some(id) => Ok(Some(FeeItemRow::get(r, id)?.item.0)),
                    None => Ok(None),
                });
                Ok(QuoteView {
                    items: items.collect::<Result<_>>()?,
                    by: Person::get(r, quote.by_person)?.name,
                    lines: lines.map(|line| LineWords::of(line, self.locale)).collect(),
                    order: words::reasons(&quote.order_adds.0, self.locale),
                    says: words::amount(quote.total(), self.locale),
                    quote,
                })
            })
            .collect()
    }
}
