//! Shows a request with its time line, orders, joined reports and the steps open to this user.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::{OrderId, RequestId};
use crate::ledger::order_papers::Correction;
use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Order;
use crate::ledger::people::Person;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, RequestEntry};
use crate::records::seen;
use crate::requests::state;
use crate::requests::step::RequestStepped;
use crate::requests::{crew, estimate};

/// Shows one request.
#[derive(Deserialize, TS)]
pub struct ShowRequest {
    pub request: RequestId,
}

/// A request with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct RequestView {
    pub request: Request,
    pub taken_by: String,
    pub entries: Vec<RequestEntryView>,
    pub orders: Vec<OrderLine>,
    /// Other requests of the same call.
    pub same_call: Vec<RequestStepped>,
    /// Neighbours' reports joined to this one.
    pub joined: Vec<RequestStepped>,
    /// Of the request and of its time line (R36).
    pub corrections: Vec<Correction>,
    /// Steps open to this user now.
    pub allowed: Vec<RequestStep>,
    /// Whether this user can tell anew what it costs.
    pub can_estimate: bool,
    /// What is missing from a complete record (R38): field names.
    pub missing: Vec<&'static str>,
}

/// An entry with the name of who made it.
#[derive(Debug, Serialize, TS)]
pub struct RequestEntryView {
    pub entry: RequestEntry,
    pub by: String,
}

/// An order of the request in one line.
#[derive(Debug, Serialize, TS)]
pub struct OrderLine {
    pub id: OrderId,
    pub no: String,
    pub chain_pos: i64,
    pub state: OrderState,
}

impl ReadVerb for ShowRequest {
    const NAME: &'static str = "requests.show";
    const ACTION: Action = Action::SeeRequests;
    type Out = RequestView;

    fn run(self, r: &Reader<'_>) -> Result<RequestView> {
        let request = Request::get(r, self.request)?;
        let name = |id| Person::get(r, id).map(|person| person.name);
        let mut entries = Vec::new();
        for entry in RequestEntry::of(r, request.id)? {
            entries.push(RequestEntryView {
                by: name(entry.by_person)?,
                entry: seen::entry(r, entry),
            });
        }
        let mut corrected = vec![format!("{}:{}", Request::TABLE, request.id)];
        let lines = entries.iter().map(|view| view.entry.id);
        corrected.extend(lines.map(|id| format!("{}:{id}", RequestEntry::TABLE)));
        let orders = Order::of_request(r, request.id)?.into_iter();
        let same_call = Request::of_call(r, request.call_id)?
            .into_iter()
            .filter(|other| other.id != request.id);
        Ok(RequestView {
            taken_by: name(request.taken_by)?,
            entries,
            orders: orders
                .map(|o| OrderLine {
                    id: o.id,
                    no: o.no,
                    chain_pos: o.chain_pos,
                    state: o.state,
                })
                .collect(),
            same_call: same_call.map(|other| RequestStepped::of(&other)).collect(),
            joined: Request::joined(r, request.id)?
                .iter()
                .map(RequestStepped::of)
                .collect(),
            corrections: seen::corrections(r, Correction::of(r, corrected)?),
            can_estimate: estimate::open(request.state) && r.may(Action::HandleRequest),
            allowed: allowed(r, &request),
            missing: missing(&request),
            request: seen::request(r, request),
        })
    }
}

/// Steps that the machine and the user's rights allow now.
fn allowed(r: &Reader<'_>, request: &Request) -> Vec<RequestStep> {
    let right = |step| match step {
        RequestStep::Order => Action::IssueOrder,
        RequestStep::Unreached => Action::SuperviseDesk,
        _ => Action::HandleRequest,
    };
    let facts = state::Facts::of(request);
    let open = |step: &RequestStep| {
        state::next(request.state, *step, facts).is_ok() && r.may(right(*step))
    };
    let told = request.told_at.is_some();
    RequestStep::ALL
        .iter()
        .copied()
        .filter(open)
        .filter(|s| !(told && *s == RequestStep::Tell))
        .filter(|s| !(facts.danger && *s == RequestStep::Danger))
        .filter(|s| *s != RequestStep::WaitCrew || crew::may_wait(request))
        .collect()
}

/// What a complete record would also have (R38).
fn missing(request: &Request) -> Vec<&'static str> {
    let phone = request.phone.is_empty().then_some("phone");
    phone.into_iter().collect()
}
