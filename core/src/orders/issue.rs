//! Issues a work order for a request: number, copies, due times (R7, R8, R10, R19).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{DepartmentId, OrderId, PersonId, RequestId};
use crate::ledger::clocks;
use crate::ledger::numbers::Numbering;
use crate::ledger::order_state::{OrderState, OrderStep};
use crate::ledger::orders::Order;
use crate::ledger::orders::Times;
use crate::ledger::people::Department;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Danger, Request, RequestEntry, Urgency};
use crate::ledger::settings::Versions;
use crate::moment::{Moment, TimeInput};
use crate::money::Money;
use crate::orders::copies;
use crate::orders::step::{Entry, Late, Stepped};
use crate::people::active_person;
use crate::pricing::amount::Amount;
use crate::pricing::quote::Verdict;
use crate::quotes::estimate::for_another_time;
use crate::quotes::price::{again, for_order};
use crate::requests::step as request_step;
use crate::requests::words;
use crate::text_field::optional_line;

/// Issues the first order of a request's chain, or the next one where a later one was voided.
#[derive(Deserialize, TS)]
pub struct Issue {
    pub request: RequestId,
    /// Version of the request as it was shown.
    pub version: i64,
    pub department: DepartmentId,
    /// The worker meant, if one is already chosen.
    pub worker: Option<PersonId>,
    /// Appointment; empty takes the request's wished time. For another time the estimate is worked out anew.
    pub appointment: Option<TimeInput>,
    /// Fee announced to the requester, in cents: what the request's quote comes to, and no other.
    pub fee: Option<Money>,
    /// When it was written; empty means now.
    pub at: Option<TimeInput>,
    pub late: Option<Late>,
    /// Number of the paper pad it was first written on (補錄).
    pub paper_no: Option<String>,
}

/// The order that was issued.
#[derive(Debug, Serialize, TS)]
pub struct Issued {
    #[serde(flatten)]
    #[ts(flatten)]
    pub order: Stepped,
    /// Set where the estimate came to another amount for the appointment than was told: the caller is to hear it.
    pub anew: Option<Anew>,
}

/// An estimate worked out anew.
#[derive(Debug, Serialize, TS)]
pub struct Anew {
    pub told: Amount,
    pub now: Amount,
}

impl WriteVerb for Issue {
    const NAME: &'static str = "orders.issue";
    const ACTION: Action = Action::IssueOrder;
    type Out = Issued;

    fn run(self, w: &mut Writer<'_>) -> Result<Issued> {
        let mut taking = request_step::begin(
            w,
            self.request,
            self.version,
            RequestStep::Order,
            self.at.as_ref(),
        )?;
        if let Some(fee) = self.fee.filter(|fee| *fee < Money(0)) {
            return Err(Error::invalid("fee", fee));
        }
        let request = taking.old.clone();
        let appointment = w
            .planned(
                "appointment",
                self.appointment.as_ref(),
                request.received_at,
            )?
            .or(request.wished_at);
        let previous = sent_again(w, request.id)?;
        // What is done again goes by what was done before, not by what was told at first (R16).
        let mut quote = match previous {
            Some(_) => None,
            None => consented(w, &request)?,
        };
        let told = quote.as_ref().map(QuoteRow::total);
        if quote.is_some() && appointment != request.wished_at {
            // Night and holiday cost what that time costs, not the one the caller wished before (R18).
            taking.new.wished_at = appointment;
            taking.new.quote_id = for_another_time(w, &taking.new)?;
            taking.new.wished_at = request.wished_at;
            quote = taking
                .new
                .quote_id
                .map(|id| QuoteRow::get(w, id))
                .transpose()?;
        }
        let now = quote.as_ref().map(QuoteRow::total);
        let itemized = quote.is_some() || previous.as_ref().is_some_and(|p| p.quote_id.is_some());
        if let Some(fee) = self.fee.filter(|_| !itemized) {
            // An amount that no item explains is work outside the schedule that nobody has consented to (R19). Danger
            // goes all the same, and is not charged before consent.
            return Err(match request.danger {
                Danger::None => Error::new(Code::ConsentFirst).on("fee"),
                _ => fee_differs(fee, Amount::ZERO),
            });
        }
        let new = NewOrder {
            department: self.department,
            worker: self.worker,
            appointment,
            fee: self.fee,
            quote,
            content: request.content.clone(),
            at: taking.at,
            late: self.late,
            paper_no: optional_line("paper_no", self.paper_no.as_deref().unwrap_or(""))?,
            previous,
        };
        taking.new.department_id = Some(self.department);
        let order = create(w, &request, new)?;
        request_step::complete(w, taking, "", &order.no)?;
        w.about(Order::TABLE, order.id);
        let anew = told.zip(now).filter(|(told, now)| told != now);
        Ok(Issued {
            order,
            anew: anew.map(|(told, now)| Anew { told, now }),
        })
    }
}

/// What a new order of a chain consists of.
pub struct NewOrder {
    pub department: DepartmentId,
    pub worker: Option<PersonId>,
    pub appointment: Option<Moment>,
    /// As it was announced; refused where the quote comes to another amount.
    pub fee: Option<Money>,
    /// What the request's items cost; its total is the fee then.
    pub quote: Option<QuoteRow>,
    pub content: String,
    pub at: Moment,
    pub late: Option<Late>,
    pub paper_no: String,
    /// The order before it in the chain (第N次派工, R16).
    pub previous: Option<Order>,
}

/// Writes an order with the day's next number, its copies and its first time-line entry.
pub fn create(w: &mut Writer<'_>, request: &Request, new: NewOrder) -> Result<Stepped> {
    let department = Department::get(w, new.department)?;
    if !department.active {
        return Err(Error::invalid("department", department.name));
    }
    if let Some(worker) = new.worker {
        active_person(w, "worker", worker)?;
    }
    let entry_day = w.today()?;
    let letters = &w.settings()?.numbers.order_prefix;
    let number = Numbering::ORDER.next(w, letters, entry_day)?;
    let first = new.previous.as_ref().map(|p| p.first_id.unwrap_or(p.id));
    let (intake_at, notify_from) = if first.is_some() {
        (new.at, new.at)
    } else {
        due_from(
            request.received_at,
            &RequestEntry::of(w, request.id)?,
            new.at,
        )
    };
    let mut order = Order {
        id: OrderId(0),
        version: 0,
        no: number.no,
        entry_day: entry_day.to_string(),
        seq: number.seq,
        paper_no: new.paper_no,
        request_id: request.id,
        kind: request.kind,
        first_id: first,
        chain_pos: new.previous.as_ref().map_or(1, |p| p.chain_pos + 1),
        state: OrderState::Issued,
        department_id: department.id,
        worker_id: new.worker,
        urgent: request.urgency == Urgency::Urgent,
        content: new.content,
        appointment_at: new.appointment,
        issued_at: new.at,
        issued_by: w.who()?.id,
        intake_at,
        notify_from,
        entered_at: w.now(),
        notified_at: None,
        notified_whom: String::new(),
        notified_how: None,
        accepted_at: None,
        arrival_from: None,
        arrived_at: None,
        real_item: String::new(),
        fee: new.fee,
        fee_agreed_at: None,
        finished_at: None,
        work_done: String::new(),
        worker_remarks: String::new(),
        confirmed_at: None,
        confirmation: None,
        evaluation: None,
        evaluation_remarks: String::new(),
        countersigned_at: None,
        countersigned_by: None,
        waiting_for: None,
        waiting_until: None,
        coordination: String::new(),
        returned_at: None,
        called_at: None,
        ended_at: None,
        ended_by: None,
        end_reason: String::new(),
        exempt_record: String::new(),
        quote_id: None,
        owed: Money(0),
        on_account: false,
    }
    .insert(w)?;
    let before = new.previous.and_then(|p| p.quote_id);
    let quote = match (before, new.quote) {
        (Some(before), _) => Some(again(w, before, request.place_id, &order)?),
        (None, Some(quote)) => Some(for_order(w, quote, order.id)?),
        (None, None) => None,
    };
    if let Some(quote) = quote {
        if let Some(fee) = new.fee.filter(|fee| quote.total().certain() != Some(*fee)) {
            return Err(fee_differs(fee, quote.total()));
        }
        let bare = order.clone();
        order.quote_id = Some(quote.id);
        order.fee = quote.total().certain();
        order = order.update(w, &bare)?;
    }
    words::index(w, request)?;
    let entry = Entry {
        step: OrderStep::Issue,
        at: new.at,
        how: None,
        note: "",
        late_by: clocks::late_by(
            OrderStep::Issue,
            &Times::from(&order),
            &*Versions::load(w)?.of_order(order.issued_at)?,
            new.at,
        ),
        late: new.late,
        sets_at: new.appointment,
    };
    let entry = entry.record(w, order.id)?;
    copies::make(w, order.id, order.kind, new.at)?;
    Ok(Stepped::after(&order, &entry))
}

/// A fee that was typed beside a quote says what the quote says, or nothing.
fn fee_differs(fee: Money, total: Amount) -> Error {
    Error::new(Code::FeeDiffers)
        .with("value", fee)
        .with("amount", total)
        .on("fee")
}

/// The quote that the order goes by. Danger goes at once to make safe; what nobody consented to is not charged then.
///
/// Errors: `ConsentFirst` while the schedule does not settle the price and the owner has not accepted it (R19).
fn consented(r: &Reader<'_>, request: &Request) -> Result<Option<QuoteRow>> {
    let Some(id) = request.quote_id else {
        return Ok(None);
    };
    let quote = QuoteRow::get(r, id)?;
    let reviewed = matches!(quote.verdict.0, Verdict::Review { .. });
    if !reviewed || request.consent_quote == Some(id) {
        return Ok(Some(quote));
    }
    if request.danger == Danger::None {
        return Err(Error::new(Code::ConsentFirst));
    }
    Ok(None)
}

/// The order of the request that was sent again and whose place in the chain no later one has taken (R16).
fn sent_again(w: &Writer<'_>, request: RequestId) -> Result<Option<Order>> {
    let mut orders = Order::of_request(w, request)?;
    orders.retain(|order| order.state == OrderState::Redispatched);
    Ok(orders.into_iter().max_by_key(|order| order.chain_pos))
}

/// From when the clocks to write and to notify run (R7, R8): receipt, or the voiding of the order before. The one to
/// notify also waits while the request rightly waits (待約, review, confirmation). `entries` are those before the issue.
pub fn due_from(received: Moment, entries: &[RequestEntry], issued: Moment) -> (Moment, Moment) {
    use RequestStep as T;
    let reopened = entries.iter().rfind(|entry| entry.step == T::Reopen);
    let from = reopened.map_or(received, |entry| entry.at);
    let (mut notify, mut waits, mut for_crew) = (from, false, false);
    for entry in entries {
        match entry.step {
            T::WaitCrew => (waits, for_crew) = (true, true),
            T::Review | T::AskDefect => waits = true,
            // Danger ends the wait; where nothing was waited for the clock has been running all along.
            T::Arrange | T::Consent | T::NotDefect | T::Danger if waits => {
                notify = entry.at.max(from);
                (waits, for_crew) = (false, false);
            }
            _ => {}
        }
    }
    (from, if for_crew { issued } else { notify })
}
