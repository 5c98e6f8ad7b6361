//! Shows an order: its facts, time line, copies, signatures, clocks and the steps open to this user.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::{Error, Result};
use crate::ids::{OrderId, PersonId};
use crate::ledger::clocks::{self, Clock};
use crate::ledger::order_papers::{
    CopyMove, Correction, FollowUp, OrderCopy, OrderPrint, Signature,
};
use crate::ledger::order_state::{FollowUpOutcome, OrderState, OrderStep};
use crate::ledger::orders::{Order, Step, Times};
use crate::ledger::people::{Department, Person};
use crate::ledger::requests::Request;
use crate::ledger::settings::Versions;
use crate::money::Money;
use crate::orders::exempt::departments;
use crate::orders::judge::about;
use crate::orders::state;
use crate::orders::step::facts;
use crate::records::seen;
use crate::requests::show::OrderLine;

/// Shows one order, by id or by number.
#[derive(Deserialize, TS)]
pub struct ShowOrder {
    pub order: Option<OrderId>,
    pub no: Option<String>,
}

/// An order with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct OrderView {
    pub order: Order,
    pub request: Request,
    pub department: String,
    pub worker: Option<String>,
    pub worker_phone: Option<String>,
    pub countersigned_by: Option<String>,
    pub issued_by: String,
    pub steps: Vec<StepView>,
    pub copies: Vec<OrderCopy>,
    pub moves: Vec<CopyMove>,
    pub signatures: Vec<Signature>,
    pub follow_ups: Vec<FollowUp>,
    pub prints: Vec<OrderPrint>,
    /// Of the order and of its steps (R36).
    pub corrections: Vec<Correction>,
    pub clocks: Vec<Clock>,
    /// The chain this order belongs to (第N次派工), the first order first.
    pub chain: Vec<OrderLine>,
    /// Neighbours' reports that this order serves as well.
    pub joined: Vec<Request>,
    /// Whether the kind asks for the supervisor's signature (R13).
    pub countersign: bool,
    /// What is missing from a complete record (R38): field names.
    pub missing: Vec<&'static str>,
    /// Steps open to this user now.
    pub allowed: Vec<OrderStep>,
    /// Whether paper can be booked in from here to the return.
    pub can_book_in: bool,
}

/// A step with the name of who entered it.
#[derive(Debug, Serialize, TS)]
pub struct StepView {
    pub step: Step,
    pub by: String,
    /// Signed for by a department that nobody had notified (未通知即接單, R7).
    pub unnotified: bool,
}

impl ReadVerb for ShowOrder {
    const NAME: &'static str = "orders.show";
    const ACTION: Action = Action::SeeOrders;
    type Out = OrderView;

    fn run(self, r: &Reader<'_>) -> Result<OrderView> {
        let order = match (self.order, &self.no) {
            (Some(id), _) => Order::get(r, id)?,
            (None, Some(no)) => {
                let no = no.trim().to_uppercase();
                Order::by_no(r, &no)?.ok_or_else(|| Error::not_found(Order::TABLE, no))?
            }
            (None, None) => return Err(Error::missing("no")),
        };
        let name = |id: PersonId| Person::get(r, id).map(|person| person.name);
        let mut steps = Vec::new();
        let mut notified = false;
        for step in Step::of(r, order.id)? {
            match step.step {
                OrderStep::Notify => notified = true,
                OrderStep::Transfer | OrderStep::Reassign => notified = false,
                _ => {}
            }
            steps.push(StepView {
                by: name(step.by_person)?,
                unnotified: step.step == OrderStep::Accept && !notified,
                step,
            });
        }
        let mut corrected = vec![format!("{}:{}", Order::TABLE, order.id)];
        corrected.extend(steps.iter().map(|view| about(view.step.id)));
        let worker = order.worker_id.map(|id| Person::get(r, id)).transpose()?;
        let chain = Order::of_request(r, order.request_id)?
            .into_iter()
            .map(|o| OrderLine {
                id: o.id,
                no: o.no,
                chain_pos: o.chain_pos,
                state: o.state,
            })
            .collect();
        let allowed = allowed(r, &order)?;
        let can_book_in = r.may(Action::ReturnOrder)
            && matches!(
                order.state,
                OrderState::Issued
                    | OrderState::Accepted
                    | OrderState::OnSite
                    | OrderState::Finished
                    | OrderState::Confirmed
                    | OrderState::Signed
            );
        Ok(OrderView {
            request: seen::request(r, Request::get(r, order.request_id)?),
            department: Department::get(r, order.department_id)?.name,
            missing: missing(&order, worker.as_ref()),
            worker_phone: worker.as_ref().map(|p| p.phone.clone()),
            worker: worker.map(|p| p.name),
            countersigned_by: order.countersigned_by.map(name).transpose()?,
            issued_by: name(order.issued_by)?,
            steps,
            copies: seen::copies(r, OrderCopy::of(r, order.id)?),
            moves: seen::moves(r, CopyMove::of(r, order.id)?),
            signatures: seen::signatures(r, Signature::of(r, order.id)?),
            follow_ups: seen::follow_ups(r, FollowUp::of(r, order.id)?),
            prints: OrderPrint::of(r, order.id)?,
            corrections: Correction::of(r, corrected)?,
            clocks: clocks::of_order(
                &Times::from(&order),
                &*Versions::load(r)?.of_order(order.issued_at)?,
                r.now(),
            ),
            chain,
            joined: seen::requests(r, Request::joined(r, order.request_id)?),
            countersign: r.settings()?.kinds.of(order.kind).countersign,
            allowed,
            can_book_in,
            order,
        })
    }
}

/// What a complete record of an order that came this far would also have (R38).
fn missing(order: &Order, worker: Option<&Person>) -> Vec<&'static str> {
    let confirmed = order.confirmed_at.is_some();
    [
        ("worker_phone", worker.is_some_and(|w| w.phone.is_empty())),
        ("evaluation", confirmed && order.evaluation.is_none()),
    ]
    .into_iter()
    .filter_map(|(field, empty)| empty.then_some(field))
    .collect()
}

/// The right that a step needs.
fn right(step: OrderStep) -> Action {
    use OrderStep as T;
    match step {
        T::Issue => Action::IssueOrder,
        T::Hurry => Action::HandleRequest,
        T::Notify => Action::NotifyOrder,
        T::Accept => Action::AcceptOrder,
        T::Arrive | T::Amend | T::Agree | T::Finish | T::Decline | T::Pause | T::Resume => {
            Action::RecordWork
        }
        T::Confirm => Action::ConfirmOrder,
        T::Countersign | T::Reject => Action::Countersign,
        T::Return | T::Conclude => Action::ReturnOrder,
        T::FollowUp => Action::FollowUp,
        T::CloseUnreached => Action::SuperviseDesk,
        T::Transfer | T::Reassign | T::Coordinate => Action::SteerOrder,
        T::Exempt => Action::Exempt,
        T::Void | T::Withdraw => Action::VoidOrder,
    }
}

/// Steps that the machine, the facts and the user's rights allow now.
pub fn allowed(r: &Reader<'_>, order: &Order) -> Result<Vec<OrderStep>> {
    let mut facts = facts(r, order)?;
    // Voiding brings copies back in the same act; the screen offers it and asks for them.
    facts.copies_out = 0;
    // Who is not satisfied, or not reached, is called whatever is open; and the door says what is to be paid first.
    facts.owed = Money(0);
    let own_department = departments(r, order.request_id)?.contains(&r.who()?.department_id);
    Ok(OrderStep::ALL
        .iter()
        .copied()
        .filter(|step| r.may(right(*step)))
        .filter(|step| !(*step == OrderStep::Exempt && own_department))
        .filter(|step| {
            state::next(order.state, *step, Some(FollowUpOutcome::Satisfied), facts).is_ok()
        })
        .collect())
}
