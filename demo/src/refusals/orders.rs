//! Every state × step that the order's machine refuses.

use std::collections::BTreeMap;

use repair_core::error::Result;
use repair_core::ledger::order_state::{FollowUpOutcome, OrderState, OrderStep};
use repair_core::orders::state::{self, Facts};
use serde_json::{Value, json};

use super::{Refusal, refused};
use crate::office::Office;
use crate::player::{Player, Seen, on};

/// Tries each refused step on the order that stands in that state.
pub fn play(
    p: &mut Player<'_>,
    o: &Office,
    orders: &BTreeMap<OrderState, Seen>,
) -> Result<Vec<Refusal>> {
    let mut tried = Vec::new();
    for (state, order) in orders {
        let view = p.call("orders.show", json!({ "order": order.id }))?;
        let facts = Facts {
            countersign: view["countersign"] == true,
            fee_open: !view["order"]["fee"].is_null() && view["order"]["fee_agreed_at"].is_null(),
            ..Facts::default()
        };
        for step in OrderStep::ALL {
            let satisfied = Some(FollowUpOutcome::Satisfied);
            let Err(error) = state::next(*state, *step, satisfied, facts) else {
                continue;
            };
            // A chain begins on a request; its machine holds the step.
            let Some((verb, input)) = step_call(p, o, *step) else {
                continue;
            };
            let what = format!("order {} ← {}", state.as_str(), step.as_str());
            let input = on("order", order, input);
            tried.push(refused(p, what, verb, error.code.as_str(), input));
        }
    }
    Ok(tried)
}

/// The verb of a step with an input that nothing but the machine refuses.
fn step_call(p: &Player<'_>, o: &Office, step: OrderStep) -> Option<(&'static str, Value)> {
    use OrderStep as T;
    let reason = json!({ "reason": "試驗" });
    Some(match step {
        T::Issue | T::Hurry => return None,
        T::Notify => ("orders.notify", json!({ "how": "phone" })),
        T::Accept => ("orders.accept", json!({ "worker": o.workers[0].id })),
        T::Arrive => ("orders.arrive", json!({})),
        T::Amend => ("orders.amend", json!({ "real_item": "試驗" })),
        T::Agree => ("orders.agree", json!({ "fee": 100 })),
        T::Finish => ("orders.finish", json!({ "work_done": "試驗" })),
        T::Confirm => (
            "orders.confirm",
            json!({ "how": "absent", "remarks": "試驗" }),
        ),
        T::Countersign => ("orders.countersign", json!({ "supervisor": o.head.id })),
        T::Reject => {
            let back = json!({ "supervisor": o.head.id, "reason": "試驗" });
            ("orders.reject", back)
        }
        T::Return => ("orders.return", json!({})),
        T::FollowUp => {
            let call = json!({ "outcome": "satisfied", "message_left": false });
            ("orders.follow_up", call)
        }
        T::Decline => ("orders.decline", reason),
        T::Transfer => {
            let to = json!({ "department": o.security, "reason": "試驗" });
            ("orders.transfer", to)
        }
        T::Reassign => {
            let to = json!({ "worker": o.cleaner.id, "reason": "試驗" });
            ("orders.reassign", to)
        }
        T::Pause => {
            let until = json!({ "waiting_for": "parts", "until": p.later(24, 0) });
            ("orders.pause", until)
        }
        T::Resume => ("orders.resume", json!({})),
        T::Coordinate => (
            "orders.coordinate",
            json!({ "reason": "試驗", "record": "試驗" }),
        ),
        T::Conclude => ("orders.conclude", json!({ "work_done": "試驗" })),
        T::CloseUnreached => ("orders.close_unreached", json!({})),
        T::Exempt => (
            "orders.exempt",
            json!({ "cause": "試驗", "record": "試驗", "supervisor": o.supervisor.id }),
        ),
        T::Void => (
            "orders.void",
            json!({ "reason": "試驗", "copies_back": [] }),
        ),
        T::Withdraw => {
            let back = json!({ "whom": "試驗", "reason": "試驗", "copies_back": [] });
            ("orders.withdraw", back)
        }
    })
}
