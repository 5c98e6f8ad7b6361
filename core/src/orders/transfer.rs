//! Sends the order to another department under the same number; nobody has signed for it there yet. Its copies stay
//! where they are until someone signs for them (R10).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::{Error, Result};
use crate::ids::DepartmentId;
use crate::ledger::order_state::OrderStep;
use crate::ledger::people::Department;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::required_text;

/// Transfers an order.
#[derive(Deserialize, TS)]
pub struct Transfer {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    pub department: DepartmentId,
    pub reason: String,
}

impl WriteVerb for Transfer {
    const NAME: &'static str = "orders.transfer";
    const ACTION: Action = Action::SteerOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Transfer, None)?;
        let department = Department::get(w, self.department)?;
        if department.id == taking.old.department_id || !department.active {
            return Err(Error::invalid("department", department.name));
        }
        let reason = required_text("reason", &self.reason)?;
        taking.new.department_id = department.id;
        taking.new.worker_id = None;
        step::complete(w, taking, &format!("{}: {reason}", department.name))
    }
}
