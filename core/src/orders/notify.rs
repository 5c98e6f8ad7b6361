//! Notifies the department to come for the order: whom, how, when; the five-minute clock stops (R7).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ledger::order_state::OrderStep;
use crate::ledger::orders::NotifyHow;
use crate::ledger::people::Department;
use crate::orders::step::{self, On, Stepped};
use crate::text_field::optional_line;

/// Records that the department was told.
#[derive(Deserialize, TS)]
pub struct Notify {
    #[serde(flatten)]
    #[ts(flatten)]
    pub on: On,
    /// Who was told; empty means the department as a whole.
    pub whom: Option<String>,
    pub how: NotifyHow,
}

impl WriteVerb for Notify {
    const NAME: &'static str = "orders.notify";
    const ACTION: Action = Action::NotifyOrder;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let mut taking = step::begin(w, &self.on, OrderStep::Notify, None)?;
        let whom = optional_line("whom", self.whom.as_deref().unwrap_or(""))?;
        let whom = if whom.is_empty() {
            Department::get(w, taking.old.department_id)?.name
        } else {
            whom
        };
        // The first notification stays whole on the order; a second call is another entry of the time line.
        if taking.old.notified_at.is_none() {
            taking.new.notified_whom = whom.clone();
            taking.new.notified_how = Some(self.how);
        }
        taking.how = Some(self.how);
        step::complete(w, taking, &whom)
    }
}
