//! Copy 1 comes back to the desk (返單); copy 2 stays with the department (R10, R15).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_papers::CopyPlace;
use crate::ledger::order_state::OrderStep;
use crate::ledger::people::Department;
use crate::office::CopyOwner;
use crate::orders::copies;
use crate::orders::step::{self, On, Stepped};

/// Takes copy 1 back.
#[derive(Deserialize, TS)]
pub struct Return {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
}

impl WriteVerb for Return {
    const NAME: &'static str = "orders.return";
    const ACTION: Action = Action::ReturnOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let taking = step::begin(w, &self.on, OrderStep::Return, None)?;
        let order = taking.old.id;
        copies::to_desk(w, order, taking.at)?;
        let department = Department::get(w, taking.old.department_id)?.name;
        copies::move_all(
            w,
            order,
            CopyPlace::Department,
            &department,
            taking.at,
            |c| c.owner == CopyOwner::Department,
        )?;
        step::complete(w, taking, "")
    }
}
