//! Booking in a returned paper order (返單登記): everything from 接單簽收 to return on one screen, times typed; each
//! step still stands in the time line and in the audit trail by itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{OrderId, PersonId, QuoteId};
use crate::ledger::fees::FeeItemRow;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::{Confirmation, Evaluation, Order, Step};
use crate::ledger::quotes::QuoteRow;
use crate::moment::TimeInput;
use crate::money::Money;
use crate::orders::accept::Accept;
use crate::orders::agree::Agree;
use crate::orders::amend::Amend;
use crate::orders::arrive::Arrive;
use crate::orders::confirm::Confirm;
use crate::orders::countersign::Countersign;
use crate::orders::finish::Finish;
use crate::orders::return_copy::Return;
use crate::orders::sign::SignatureInput;
use crate::orders::step::{AskLate, Late, On, Stepped};
use crate::pricing::quoted::{LineInput, QuotedLine};

/// What stands on the paper. Fields of steps already recorded are ignored.
#[derive(Deserialize, TS)]
pub struct BookIn {
    pub order: OrderId,
    pub version: i64,
    /// Required unless already signed for.
    pub worker: Option<PersonId>,
    pub accepted_at: Option<TimeInput>,
    pub arrived_at: Option<TimeInput>,
    /// When it differs from what was reported (R11); without it, items that stand on the paper are named.
    pub real_item: Option<String>,
    /// The items on the paper with their materials and what was found of the owner's own (R21, R22); none where it
    /// has one amount for all of it, or those of the order.
    pub lines: Option<Vec<LineInput>>,
    /// Fee agreed on the paper, in cents (R20): what its items come to, where it has any.
    pub fee: Option<Money>,
    /// Who of engineering judged what the schedule does not settle, or another amount than the order's items come to;
    /// required then (R19).
    pub judged_by: Option<String>,
    pub finished_at: Option<TimeInput>,
    pub work_done: String,
    pub remarks: Option<String>,
    pub confirmation: Confirmation,
    pub evaluation: Option<Evaluation>,
    pub evaluation_remarks: Option<String>,
    /// Who signed for the requester; empty takes the caller's name.
    pub signed_by: Option<String>,
    pub confirmed_at: Option<TimeInput>,
    /// Required where the kind asks for it (R13).
    pub supervisor: Option<PersonId>,
    pub countersigned_at: Option<TimeInput>,
    pub returned_at: Option<TimeInput>,
    pub late: Option<Late>,
}

/// The order after its paper was booked in.
#[derive(Debug, Serialize, TS)]
pub struct BookedIn {
    pub order: Stepped,
    /// Every step of the paper that was late and has no reason yet, in their order (R37).
    pub late: Vec<AskLate>,
}

impl WriteVerb for BookIn {
    const NAME: &'static str = "orders.book_in";
    const ACTION: Action = Action::ReturnOrder;
    type Out = BookedIn;

    fn run(self, w: &mut Writer<'_>) -> Result<BookedIn> {
        let order = Order::get_at(w, self.order, self.version)?;
        let mut desk = Booking {
            order: Stepped::of(&order),
            late: self.late.clone(),
            open: Vec::new(),
        };
        if desk.order.state == OrderState::Issued {
            let worker = self
                .worker
                .or(order.worker_id)
                .ok_or_else(|| Error::missing("worker"))?;
            let on = desk.on(&self.accepted_at);
            desk.take(
                w,
                "accepted_at",
                Accept {
                    on,
                    worker,
                    how: None,
                    pin: None,
                    strokes: None,
                },
            )?;
        }
        if desk.order.state == OrderState::Accepted {
            let on = desk.on(&self.arrived_at);
            desk.take(w, "arrived_at", Arrive { on })?;
        }
        if desk.order.state == OrderState::OnSite {
            // It was seen and agreed to when the worker was there, however late the paper is entered.
            let seen = Step::last_at(w, self.order)?.map(TimeInput::from);
            let lines = found(w, order.quote_id, self.lines)?;
            let real_item = match self.real_item.filter(|text| !text.trim().is_empty()) {
                Some(real_item) => Some(real_item),
                None => lines.as_deref().map(|lines| named(w, lines)).transpose()?,
            };
            if let Some(real_item) = real_item {
                let on = desk.on(&seen);
                let amend = Amend {
                    on,
                    real_item,
                    fee: self.fee.filter(|_| lines.is_none()),
                    lines,
                    judged_by: self.judged_by,
                };
                desk.take(w, "real_item", amend)?;
            }
            if let Some(fee) = self.fee {
                let on = desk.on(&seen);
                desk.take(
                    w,
                    "fee",
                    Agree {
                        on,
                        fee,
                        signature: None,
                    },
                )?;
            }
            let on = desk.on(&self.finished_at);
            let finish = Finish {
                on,
                work_done: self.work_done,
                remarks: self.remarks,
                worker: None,
                how: None,
                pin: None,
                strokes: None,
            };
            desk.take(w, "finished_at", finish).map_err(unagreed)?;
        }
        if desk.order.state == OrderState::Finished {
            let request = crate::ledger::requests::Request::get(w, order.request_id)?;
            let name = self
                .signed_by
                .filter(|n| !n.trim().is_empty())
                .unwrap_or(request.caller);
            let confirm = Confirm {
                on: desk.on(&self.confirmed_at),
                how: self.confirmation,
                evaluation: self.evaluation,
                remarks: self.evaluation_remarks,
                signature: (self.confirmation == Confirmation::Signed)
                    .then(|| SignatureInput::on_paper_by(&name)),
            };
            desk.take(w, "confirmed_at", confirm)?;
        }
        let countersign = w.settings()?.kinds.of(order.kind).countersign;
        if desk.order.state == OrderState::Confirmed && countersign {
            let supervisor = self
                .supervisor
                .ok_or_else(|| Error::missing("supervisor"))?;
            let on = desk.on(&self.countersigned_at);
            desk.take(
                w,
                "countersigned_at",
                Countersign {
                    on,
                    supervisor,
                    how: None,
                    pin: None,
                    strokes: None,
                },
            )?;
        }
        let on = desk.on(&self.returned_at);
        desk.take(w, "returned_at", Return { on })?;
        Ok(BookedIn {
            order: desk.order,
            late: desk.open,
        })
    }
}

/// The items of a paper, where they are not those of the order already.
fn found(
    r: &Reader<'_>,
    quote: Option<QuoteId>,
    lines: Option<Vec<LineInput>>,
) -> Result<Option<Vec<LineInput>>> {
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else {
        return Ok(None);
    };
    let quote = quote.map(|id| QuoteRow::get(r, id)).transpose()?;
    let known = quote.is_some_and(|quote| {
        quote
            .lines
            .0
            .iter()
            .map(QuotedLine::input)
            .eq(lines.iter().cloned())
    });
    Ok((!known).then_some(lines))
}

/// What the items are called, one after another.
fn named(r: &Reader<'_>, lines: &[LineInput]) -> Result<String> {
    let name = |line: &LineInput| match line.item {
        Some(item) => Ok(FeeItemRow::get(r, item)?.item.0.name),
        None => Ok(line.name.clone()),
    };
    let names = lines.iter().map(name).collect::<Result<Vec<_>>>()?;
    Ok(names.join("、"))
}

/// An amount that nobody agreed to is mended where the agreed one is typed.
fn unagreed(error: Error) -> Error {
    match error.code {
        Code::AgreeFeeFirst => error.on("fee"),
        _ => error,
    }
}

struct Booking {
    order: Stepped,
    late: Option<Late>,
    /// Late steps that still want their reason.
    open: Vec<AskLate>,
}

impl Booking {
    fn on(&self, at: &Option<TimeInput>) -> On {
        On {
            order: self.order.id,
            version: self.order.version,
            at: at.clone(),
            late: self.late.clone(),
        }
    }

    /// Takes one step under its own name; an error of its time is shown at the field of this screen.
    fn take<V: WriteVerb<Out = Stepped>>(
        &mut self,
        w: &mut Writer<'_>,
        field: &str,
        verb: V,
    ) -> Result<()> {
        self.order = verb.run(w).map_err(|error| match error.field.as_deref() {
            Some("at") => Error {
                field: Some(field.to_owned()),
                ..error
            },
            _ => error,
        })?;
        self.open.extend(self.order.ask_late.clone());
        w.audited_as(V::NAME)
    }
}
