//! Takings: who has taken money, and its handing over to another who counts it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{PaymentId, PersonId, TakingsId};
use crate::ledger::column::Json;
use crate::ledger::payments::{ByMethod, PayMethod, Payment, PaymentKind, Takings};
use crate::ledger::people::Person;
use crate::money::Money;
use crate::settlement::show::PaymentView;
use crate::text_field::{optional_text, required_text};

/// Shows who has taken money that is not handed over yet, and the last takings that were.
#[derive(Deserialize, TS)]
pub struct ShowTakings {}

/// What is to be handed over, and what was.
#[derive(Debug, Serialize, TS)]
pub struct TakingsView {
    pub open: Vec<OpenTakings>,
    /// The newest first.
    pub handed_over: Vec<HandedOver>,
}

/// Receipts of one person that are not handed over.
#[derive(Debug, Serialize, TS)]
pub struct OpenTakings {
    pub person: PersonId,
    pub name: String,
    pub sums: ByMethod,
    /// By receipt number.
    pub receipts: Vec<PaymentView>,
}

/// Takings with the names of who gave and who received them.
#[derive(Debug, Serialize, TS)]
pub struct HandedOver {
    pub takings: Takings,
    pub gave: String,
    pub received: String,
    pub receipts: Vec<PaymentView>,
}

/// How many takings are shown.
const LATEST: u32 = 30;

impl ReadVerb for ShowTakings {
    const NAME: &'static str = "settlement.takings";
    const ACTION: Action = Action::SeeMoney;
    type Out = TakingsView;

    fn run(self, r: &Reader<'_>) -> Result<TakingsView> {
        let name = |id| Person::get(r, id).map(|person| person.name);
        let mut open: Vec<OpenTakings> = Vec::new();
        for row in Payment::not_handed_over(r)? {
            let person = row.taken_by.unwrap_or(row.by_person);
            let known = open.iter().position(|takings| takings.person == person);
            let at = match known {
                Some(at) => at,
                None => {
                    open.push(OpenTakings {
                        person,
                        name: name(person)?,
                        sums: ByMethod::default(),
                        receipts: Vec::new(),
                    });
                    open.len() - 1
                }
            };
            open[at].sums.add(&row);
            open[at].receipts.push(PaymentView::of(r, row)?);
        }
        let latest = Takings::latest(r, LATEST)?.into_iter();
        let handed_over = latest.map(|takings| {
            let receipts = Payment::of_takings(r, takings.id)?.into_iter();
            Ok(HandedOver {
                gave: name(takings.person_id)?,
                received: name(takings.received_by)?,
                receipts: receipts
                    .map(|row| PaymentView::of(r, row))
                    .collect::<Result<_>>()?,
                takings,
            })
        });
        Ok(TakingsView {
            open,
            handed_over: handed_over.collect::<Result<_>>()?,
        })
    }
}

/// Receives all that one person has taken: who signs the money off is who counted it, never who took it.
#[derive(Deserialize, TS)]
pub struct ReceiveTakings {
    /// Who took the money.
    pub person: PersonId,
    /// Receipts as they were shown; others that came meanwhile make this one stale.
    pub receipts: Vec<PaymentId>,
    /// Cash that was counted, in cents.
    pub counted: Money,
    /// Why the counted cash is not what the receipts come to; required then.
    pub note: Option<String>,
}

impl WriteVerb for ReceiveTakings {
    const NAME: &'static str = "settlement.receive_takings";
    const ACTION: Action = Action::KeepMoney;
    type Out = TakingsId;

    fn run(self, w: &mut Writer<'_>) -> Result<TakingsId> {
        let receiver = w.who()?.id;
        if receiver == self.person {
            return Err(Error::new(Code::OwnTakings));
        }
        let mut rows = Payment::not_handed_over(w)?;
        rows.retain(|row| row.taken_by == Some(self.person));
        if rows.is_empty() {
            return Err(Error::new(Code::NothingToHandOver));
        }
        let shown = self.receipts.iter().copied();
        if !rows.iter().map(|row| row.id).eq(shown) {
            return Err(Error::new(Code::Stale));
        }
        if !(Money(0)..=Money::MOST).contains(&self.counted) {
            return Err(Error::new(Code::OutOfBounds)
                .with("value", self.counted)
                .with("least", Money(0))
                .with("most", Money::MOST)
                .on("counted"));
        }
        let mut expected = ByMethod::default();
        for row in &rows {
            expected.add(row);
        }
        let note = self.note.as_deref().unwrap_or("");
        let takings = Takings {
            id: TakingsId(0),
            version: 0,
            person_id: self.person,
            received_by: receiver,
            at: w.now(),
            expected: Json(expected),
            counted: self.counted,
            note: if self.counted == expected.cash {
                optional_text("note", note)?
            } else {
                required_text("note", note)?
            },
        }
        .insert(w)?;
        for old in rows {
            let mut new = old.clone();
            new.takings_id = Some(takings.id);
            new.update(w, &old)?;
        }
        w.about(Takings::TABLE, takings.id);
        Ok(takings.id)
    }
}

impl ByMethod {
    /// Adds a payment, or takes a refund off.
    pub(super) fn add(&mut self, row: &Payment) {
        let sum = match row.method {
            Some(PayMethod::Cash) => &mut self.cash,
            Some(PayMethod::Transfer) => &mut self.transfer,
            Some(PayMethod::Mobile) => &mut self.mobile,
            None => return,
        };
        match row.kind {
            PaymentKind::Payment => sum.0 += row.amount.0,
            PaymentKind::Refund => sum.0 -= row.amount.0,
            PaymentKind::Waiver | PaymentKind::OnAccount => {}
        }
    }
}
