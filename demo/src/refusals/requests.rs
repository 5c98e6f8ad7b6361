//! Every state × step that the request's machine refuses.

use std::collections::BTreeMap;

use repair_core::ledger::request_state::{RequestState, RequestStep};
use repair_core::requests::state;
use serde_json::{Value, json};

use super::{Refusal, refused};
use crate::office::Office;
use crate::player::{Player, Seen, on};

/// Tries each refused step on the request that stands in that state; the one in review has no plan yet.
pub fn play(
    p: &mut Player<'_>,
    o: &Office,
    requests: &BTreeMap<RequestState, Seen>,
) -> Vec<Refusal> {
    let mut tried = Vec::new();
    let other = requests.get(&RequestState::Recorded).map(|r| r.id);
    for (state, request) in requests {
        for step in RequestStep::ALL {
            let Err(error) = state::next(*state, *step, state::Facts::default()) else {
                continue;
            };
            // Voiding the order alone opens a request again; its machine holds that.
            let Some((verb, input)) = step_call(p, o, *step, other) else {
                continue;
            };
            let what = format!("request {} ← {}", state.as_str(), step.as_str());
            let input = on("request", request, input);
            tried.push(refused(p, what, verb, error.code.as_str(), input));
        }
    }
    tried
}

/// The verb of a step with an input that nothing but the machine refuses.
fn step_call(
    p: &Player<'_>,
    o: &Office,
    step: RequestStep,
    other: Option<i64>,
) -> Option<(&'static str, Value)> {
    use RequestStep as T;
    let whom = json!({ "whom": o.head.name, "reason": "試驗" });
    let record = json!({ "whom": o.head.name, "record": "試驗", "reason": "試驗" });
    Some(match step {
        T::Reopen => return None,
        T::Answer => ("requests.answer", json!({ "answer": "試驗" })),
        T::Ask => {
            let asked = json!({ "supervisor": o.supervisor.id, "question": "試驗" });
            ("requests.ask", asked)
        }
        T::Reply => {
            let reply = json!({ "supervisor": o.supervisor.id, "reply": "試驗" });
            ("requests.reply", reply)
        }
        T::Contact => (
            "requests.contact",
            json!({ "whom": "試驗", "reply": "試驗" }),
        ),
        T::Help => ("requests.help", json!({ "whom": "試驗", "result": "試驗" })),
        T::WaitCrew => ("requests.wait_crew", json!({ "explanation": "試驗" })),
        T::Arrange => ("requests.arrange", json!({ "wished_at": p.later(2, 0) })),
        T::Review => (
            "requests.review",
            json!({ "whom": "試驗", "question": "試驗" }),
        ),
        T::Feasible => {
            let plan = json!({ "whom": "試驗", "plan": "試驗", "quote": 100 });
            ("requests.feasible", plan)
        }
        T::Infeasible => ("requests.infeasible", whom),
        T::Consent => ("requests.consent", json!({ "whom": "試驗", "how": "試驗" })),
        T::RefuseQuote => ("requests.refuse_quote", whom),
        T::AskDefect => ("requests.ask_defect", whom),
        T::Defect => ("requests.defect", record),
        T::NotDefect => ("requests.not_defect", whom),
        T::Danger => {
            let danger = json!({ "danger": "water", "whom": "試驗", "situation": "試驗" });
            ("requests.danger", danger)
        }
        T::Order => ("orders.issue", json!({ "department": o.engineering })),
        T::Coordinate => ("requests.coordinate", record),
        T::Join => ("requests.join", json!({ "to": other })),
        T::Withdraw => ("requests.withdraw", whom),
        T::Unreached => ("requests.unreached", json!({ "tries": "試驗" })),
        T::Tell => ("requests.tell", whom),
    })
}
