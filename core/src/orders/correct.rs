//! Corrects a recorded word of an order; the old value stays with who, when and why (R36).

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{WriteVerb, Writer};
use crate::error::Result;
use crate::ids::OrderId;
use crate::ledger::orders::Order;
use crate::ledger::requests::Request;
use crate::names::names;
use crate::orders::step::Stepped;
use crate::records::correct::record;
use crate::requests::words;
use crate::text_field::{optional_line, optional_text, required_text};

names! {
    /// Words of an order that a person typed. What clocks and rights go by is corrected as a fact.
    OrderField {
        Content = "content",
        RealItem = "real_item",
        WorkDone = "work_done",
        WorkerRemarks = "worker_remarks",
        EvaluationRemarks = "evaluation_remarks",
        PaperNo = "paper_no",
    }
}

/// Corrects one field.
#[derive(Deserialize, TS)]
pub struct CorrectOrder {
    pub order: OrderId,
    pub version: i64,
    pub field: OrderField,
    pub value: String,
    pub reason: String,
}

impl WriteVerb for CorrectOrder {
    const NAME: &'static str = "orders.correct";
    const ACTION: Action = Action::CorrectRecord;
    type Out = Stepped;

    fn run(self, w: &mut Writer<'_>) -> Result<Stepped> {
        let old = Order::get_at(w, self.order, self.version)?;
        let mut new = old.clone();
        let value = &self.value;
        let (slot, checked) = match self.field {
            OrderField::Content => (&mut new.content, required_text("value", value)?),
            OrderField::RealItem => (&mut new.real_item, optional_text("value", value)?),
            OrderField::WorkDone => (&mut new.work_done, required_text("value", value)?),
            OrderField::WorkerRemarks => (&mut new.worker_remarks, optional_text("value", value)?),
            OrderField::EvaluationRemarks => {
                (&mut new.evaluation_remarks, optional_text("value", value)?)
            }
            OrderField::PaperNo => (&mut new.paper_no, optional_line("value", value)?),
        };
        let old_value = std::mem::replace(slot, checked.clone());
        let subject = format!("{}:{}", Order::TABLE, old.id);
        record(
            w,
            subject,
            self.field.as_str(),
            old_value,
            checked,
            &self.reason,
        )?;
        let order = new.update(w, &old)?;
        if self.field == OrderField::PaperNo {
            // The register finds the order by it.
            words::index(w, &Request::get(w, order.request_id)?)?;
        }
        w.about(Order::TABLE, order.id);
        Ok(Stepped::of(&order))
    }
}
