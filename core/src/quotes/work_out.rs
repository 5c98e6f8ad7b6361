//! Works out what lines would cost, to be read out; nothing is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{FeeScheduleId, OrderId, PlaceId};
use crate::ledger::orders::Order;
use crate::moment::{Moment, TimeInput};
use crate::pricing::amount::Amount;
use crate::pricing::calendar::priced_at;
use crate::pricing::quote::Verdict;
use crate::pricing::quoted::{LineInput, QuotedLine};
use crate::pricing::words;
use crate::quotes::price::{Asked, on_site, price};
use crate::quotes::show::LineWords;
use crate::text::Locale;

/// What lines would cost, told by the same rules by which they are kept.
#[derive(Deserialize, TS)]
pub struct WorkOut {
    pub place: Option<PlaceId>,
    pub urgent: bool,
    /// When the work is wished, or was found on site; empty means now. Surcharges go by it.
    pub at: Option<TimeInput>,
    /// The order on whose site the lines are found; place and urgency are its own then.
    pub order: Option<OrderId>,
    pub lines: Vec<LineInput>,
    /// Language of the words.
    pub locale: Locale,
}

/// A quote that was not kept, with its words.
#[derive(Debug, Serialize, TS)]
pub struct WorkedOut {
    /// The version in force; none where the office has none.
    pub schedule: Option<FeeScheduleId>,
    pub lines: Vec<SaidLine>,
    /// Why the order bears more as a whole, in words; empty where it does not.
    pub order: String,
    pub total: Amount,
    /// The total as it is read out.
    pub says: String,
    pub verdict: Verdict,
}

/// A line with its words.
#[derive(Debug, Serialize, TS)]
pub struct SaidLine {
    pub line: QuotedLine,
    pub words: LineWords,
}

impl ReadVerb for WorkOut {
    const NAME: &'static str = "quotes.work_out";
    const ACTION: Action = Action::SeeOrders;
    type Out = WorkedOut;

    fn run(self, r: &Reader<'_>) -> Result<WorkedOut> {
        let priced = match self.order {
            Some(order) => {
                let at = r.happened("at", self.at.as_ref(), None)?;
                on_site(r, &Order::get(r, order)?, &self.lines, at, false)?
            }
            None => {
                let wished = r.planned("at", self.at.as_ref(), Moment::default())?;
                let asked = Asked {
                    place: self.place,
                    at: priced_at(r.now(), wished),
                    urgent: self.urgent,
                    earlier: &[],
                    schedule: None,
                    whole: false,
                };
                price(r, &self.lines, asked)?
            }
        };
        let said = |line: QuotedLine| SaidLine {
            words: LineWords::of(&line, self.locale),
            line,
        };
        Ok(WorkedOut {
            schedule: priced.schedule,
            lines: priced.lines.into_iter().map(said).collect(),
            order: words::reasons(&priced.order, self.locale),
            total: priced.total,
            says: words::amount(priced.total, self.locale),
            verdict: priced.verdict,
        })
    }
}
