//! The desk calls the requester on the day the order returns (回訪, R15); not satisfied sends a crew again (R16).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, PersonId, RequestId};
use crate::ledger::order_papers::FollowUp;
use crate::ledger::order_state::{FollowUpOutcome, OrderStep};
use crate::ledger::orders::Order;
use crate::ledger::request_state::RequestEnding;
use crate::ledger::requests::Request;
use crate::orders::issue::{NewOrder, create};
use crate::orders::step::{self, On, Stepped};
use crate::requests::step as request_step;
use crate::text_field::{optional_line, optional_text, required_text};

/// Records a follow-up call.
#[derive(Deserialize, TS)]
pub struct CallBack {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// A neighbour whose report was joined to this order's request; empty means the requester himself. A neighbour who
    /// is not satisfied sends a crew again as the requester does; any other word of his is recorded and the order waits
    /// for the requester's own.
    pub reporter: Option<RequestId>,
    pub outcome: FollowUpOutcome,
    pub whom: Option<String>,
    pub message_left: bool,
    pub shoe_covers: Option<bool>,
    pub left_clean: Option<bool>,
    pub explained: Option<bool>,
    /// Required when not satisfied: what is still wrong.
    pub remarks: Option<String>,
    /// When not satisfied: the department of the next order; empty sends the same one.
    pub department: Option<DepartmentId>,
    pub worker: Option<PersonId>,
}

/// The order after the call, and the next one of the chain if there is one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowedUp {
    pub order: Stepped,
    pub next: Option<Stepped>,
}

impl WriteVerb for CallBack {
    const NAME: &'static str = "orders.follow_up";
    const ACTION: Action = Action::FollowUp;
    type Out = FollowedUp;

    fn run(self, w: &mut Writer<'_>) -> Result<FollowedUp> {
        let own = Order::get_at(w, self.on.order, self.on.version)?.request_id;
        let reporter = self.reporter.filter(|r| *r != own);
        let not_satisfied = self.outcome == FollowUpOutcome::NotSatisfied;
        let decisive = if reporter.is_some() && !not_satisfied {
            FollowUpOutcome::NotReached
        } else {
            self.outcome
        };
        let mut taking = step::begin(w, &self.on, OrderStep::FollowUp, Some(decisive))?;
        let text = self.remarks.as_deref().unwrap_or("");
        let remarks = if not_satisfied {
            required_text("remarks", text)?
        } else {
            optional_text("remarks", text)?
        };
        let called = Request::get(w, reporter.unwrap_or(own))?;
        if reporter.is_some() && called.joined_to != Some(own) {
            return Err(Error::invalid("reporter", &called.no));
        }
        let call = FollowUp {
            id: Default::default(),
            version: 0,
            order_id: taking.old.id,
            request_id: called.id,
            at: taking.at,
            entered_at: w.now(),
            by_person: w.who()?.id,
            whom: optional_line("whom", self.whom.as_deref().unwrap_or(&called.caller))?,
            outcome: self.outcome,
            message_left: self.message_left,
            shoe_covers: self.shoe_covers,
            left_clean: self.left_clean,
            explained: self.explained,
            remarks: remarks.clone(),
        }
        .insert(w)?;
        if reporter.is_some() {
            // The day's call is the one to the requester himself (R15).
            taking.new.called_at = taking.old.called_at;
            taking.late_by = None;
        }
        let (at, previous) = (taking.at, taking.old.clone());
        let reached = self.outcome != FollowUpOutcome::NotReached;
        let order = step::complete(w, taking, &remarks)?;
        let mut next = None;
        if not_satisfied {
            let new = NewOrder {
                department: self.department.unwrap_or(previous.department_id),
                worker: self.worker,
                appointment: None,
                fee: None,
                quote: None,
                content: remarks,
                at,
                late: None,
                paper_no: String::new(),
                previous: Some(previous),
            };
            next = Some(create(w, &Request::get(w, own)?, new)?);
        } else if reporter.is_some() {
            if reached {
                request_step::told(w, called.id, &call.whom, at)?;
            }
        } else if reached {
            request_step::close(w, own, RequestEnding::Done, at)?;
            request_step::told(w, own, &call.whom, at)?;
        }
        w.about(Order::TABLE, order.id);
        Ok(FollowedUp { order, next })
    }
}
