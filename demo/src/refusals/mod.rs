//! Every step that the two machines refuse, tried through the door on real orders and requests.

mod conditions;
mod orders;
mod requests;

use std::collections::BTreeMap;

use repair_core::error::{Error, Result};
use repair_core::ledger::order_state::OrderState;
use repair_core::ledger::request_state::RequestState;
use serde::Serialize;
use serde_json::{Value, json};

use crate::lives::Life;
use crate::office::Office;
use crate::open_desk::OpenDesk;
use crate::player::{Player, Seen};

/// One refused try.
#[derive(Debug, Clone, Serialize)]
pub struct Refusal {
    /// What was tried on what: `order archived ← void`.
    pub what: String,
    pub verb: &'static str,
    /// Code that the rules ask for.
    pub expected: &'static str,
    /// Code that the door gave; `None` when it let the step pass.
    pub got: Option<String>,
}

/// An order and a request in each state.
pub struct Samples {
    pub orders: BTreeMap<OrderState, Seen>,
    pub requests: BTreeMap<RequestState, Seen>,
}

impl Samples {
    /// Gathers them from what the lives left and what is under way.
    ///
    /// Errors: `NotFound` for a state that nothing is in.
    pub fn gather(p: &mut Player<'_>, o: &Office, lives: &[Life], desk: &OpenDesk) -> Result<Self> {
        p.by(o.supervisor.login);
        let (mut orders, mut requests) = (BTreeMap::new(), BTreeMap::new());
        let under_way = desk.orders.iter().map(|order| order.id);
        for id in under_way.chain(lives.iter().flat_map(|life| life.orders.clone())) {
            let view = p.call("orders.show", json!({ "order": id }))?;
            let order = Seen::of(&view["order"])?;
            let state = named(OrderState::ALL, OrderState::as_str, &order.state)?;
            orders.entry(state).or_insert(order);
        }
        let open = desk.requests.iter().map(|request| request.id);
        for id in open.chain(lives.iter().flat_map(|life| life.requests.clone())) {
            let view = p.call("requests.show", json!({ "request": id }))?;
            let request = Seen::of(&view["request"])?;
            let state = named(RequestState::ALL, RequestState::as_str, &request.state)?;
            requests.entry(state).or_insert(request);
        }
        for state in OrderState::ALL {
            let found = orders.contains_key(state);
            found
                .then_some(())
                .ok_or_else(|| Error::not_found("order", state.as_str()))?;
        }
        for state in RequestState::ALL {
            let found = requests.contains_key(state);
            found
                .then_some(())
                .ok_or_else(|| Error::not_found("request", state.as_str()))?;
        }
        Ok(Self { orders, requests })
    }
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Result<T> {
    let found = all.iter().copied().find(|value| name(*value) == text);
    found.ok_or_else(|| Error::broken(text))
}

/// Tries everything that must be refused.
pub fn play(p: &mut Player<'_>, o: &Office, samples: &Samples) -> Result<Vec<Refusal>> {
    p.by(o.supervisor.login);
    let mut tried = orders::play(p, o, &samples.orders)?;
    tried.extend(requests::play(p, o, &samples.requests));
    tried.extend(conditions::play(p, o, samples)?);
    Ok(tried)
}

/// Tries one step.
fn refused(
    p: &mut Player<'_>,
    what: String,
    verb: &'static str,
    expected: &'static str,
    input: Value,
) -> Refusal {
    let got = p.call(verb, input).err();
    Refusal {
        what,
        verb,
        expected,
        got: got.map(|error| error.code.as_str().to_owned()),
    }
}
