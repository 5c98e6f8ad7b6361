//! The fault on site differs from the order: the real item and fee are written beside the reported ones (R11).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::Order;
use crate::ledger::quotes::QuoteRow;
use crate::money::Money;
use crate::orders::step::{self, On, Stepped};
use crate::pricing::line::Supply;
use crate::pricing::material_check::all_checked;
use crate::pricing::quote::Verdict;
use crate::pricing::quoted::LineInput;
use crate::quotes::price::{Keeping, on_site};
use crate::text_field::{optional_line, required_text};

/// Records what was really found.
#[derive(Deserialize, TS)]
pub struct Amend {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub real_item: String,
    /// Fee for the real item as a whole, in cents; empty leaves the fee as it is.
    pub fee: Option<Money>,
    /// The actual items, where they are not those reported; what they come to is the fee then (R11, R22).
    pub lines: Option<Vec<LineInput>>,
    /// Who of engineering judged the items that the schedule does not settle; required then (R19).
    pub judged_by: Option<String>,
}

impl WriteVerb for Amend {
    const NAME: &'static str = "orders.amend";
    const ACTION: Action = Action::RecordWork;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Amend, None)?;
        taking.new.real_item = required_text("real_item", &self.real_item)?;
        let judged_by = optional_line("judged_by", self.judged_by.as_deref().unwrap_or(""))?;
        let itemized = self.lines.is_some();
        let lines = match (self.lines, self.fee) {
            (Some(_), Some(fee)) => return Err(Error::invalid("fee", fee)),
            (Some(lines), None) => Some(lines),
            (None, Some(fee)) if Some(fee) != taking.old.fee => {
                Some(vec![LineInput::whole(&taking.new.real_item, fee)])
            }
            (None, _) => None,
        };
        if let Some(lines) = lines {
            all_checked(lines.iter().map(|line| &line.work))?;
            if !itemized {
                amount_alone(w, &taking.old)?;
            }
            let priced = on_site(w, &taking.old, &lines, taking.at, !itemized);
            // One amount for all of it is mended where it was typed.
            let priced = match itemized {
                true => priced?,
                false => priced.map_err(|e| e.on("fee"))?,
            };
            let reviewed = matches!(priced.verdict, Verdict::Review { .. });
            if (itemized || taking.old.quote_id.is_some()) && reviewed && judged_by.is_empty() {
                return Err(Error::missing("judged_by"));
            }
            let quote = priced.keep(w, Keeping::on_site(&taking.old, taking.at, judged_by))?;
            taking.new.quote_id = Some(quote.id);
            taking.new.fee = quote.total().certain();
            // An agreement to other items is no agreement to these (R20).
            taking.new.fee_agreed_at = None;
        }
        let note = taking.new.real_item.clone();
        step::complete(w, taking, &note)
    }
}

/// One amount for all of it takes the place of items, never of the owner's material: what was found of that stays on
/// record (R21).
///
/// Errors: `CheckMaterialFirst`, on `lines`.
fn amount_alone(r: &Reader<'_>, order: &Order) -> Result<()> {
    let quote = order.quote_id.map(|id| QuoteRow::get(r, id)).transpose()?;
    let mut used = quote
        .iter()
        .flat_map(|quote| &quote.lines.0)
        .flat_map(|line| &line.work.materials);
    match used.find(|used| used.supply == Supply::Owner) {
        None => Ok(()),
        Some(used) => Err(Error::new(Code::CheckMaterialFirst)
            .with("name", &used.name)
            .on("lines")),
    }
}
