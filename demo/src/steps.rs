//! The steps of a desk's day as the lives use them: one call of the door each, with the fields that usually suffice.

use repair_core::error::{Error, Result};
use serde_json::{Value, json};

use crate::office::{Home, Staff};
use crate::player::{PIN, Player, Seen};

/// A household calls.
pub fn calls(p: &mut Player<'_>, home: &Home, content: &str) -> Result<Seen> {
    one(p, by_phone(home, vec![request("household", content)]))
}

/// What a household tells on the phone.
pub fn by_phone(home: &Home, requests: Vec<Value>) -> Value {
    json!({
        "channel": "phone", "source": "household", "place": home.place, "resident": home.resident,
        "relation": "本人", "phone": home.phone, "phone_refused": false, "requests": requests,
    })
}

/// One request of a call.
pub fn request(kind: &str, content: &str) -> Value {
    json!({ "kind": kind, "content": content, "urgency": "normal", "danger": "none" })
}

/// A report for a public place.
pub fn in_public(caller: &str, source: &str, place: i64, content: &str) -> Value {
    json!({
        "channel": "phone", "source": source, "place": place, "caller": caller, "phone": "02-2736-1020",
        "phone_refused": false, "requests": [request("public", content)],
    })
}

/// Records a call that brings one request.
pub fn one(p: &mut Player<'_>, call: Value) -> Result<Seen> {
    let mut all = several(p, call)?;
    all.pop().ok_or_else(|| Error::broken("requests"))
}

/// Records a call with all its requests.
pub fn several(p: &mut Player<'_>, call: Value) -> Result<Vec<Seen>> {
    let recorded = p.call("requests.record", call)?;
    let all = recorded["requests"].as_array();
    all.into_iter().flatten().map(Seen::of).collect()
}

/// The request as it stands now.
pub fn look(p: &mut Player<'_>, request: &mut Seen) -> Result<()> {
    let view = p.call("requests.show", json!({ "request": request.id }))?;
    *request = Seen::of(&view["request"])?;
    Ok(())
}

/// Issues the order of a request.
pub fn issue(p: &mut Player<'_>, request: &Seen, department: i64) -> Result<Seen> {
    issue_with(p, request, department, json!({}))
}

/// Issues the order of a request with further fields.
pub fn issue_with(
    p: &mut Player<'_>,
    request: &Seen,
    department: i64,
    mut more: Value,
) -> Result<Seen> {
    more["department"] = json!(department);
    let issued = p.call("orders.issue", crate::player::on("request", request, more))?;
    Seen::of(&issued)
}

/// Tells the department to come for the order.
pub fn notify(p: &mut Player<'_>, order: &mut Seen, whom: &Staff, how: &str) -> Result<()> {
    p.step(
        order,
        "orders.notify",
        json!({ "whom": whom.name, "how": how }),
    )?;
    Ok(())
}

/// The worker signs for the order on paper.
pub fn accept(p: &mut Player<'_>, order: &mut Seen, worker: &Staff) -> Result<()> {
    p.step(order, "orders.accept", json!({ "worker": worker.id }))?;
    Ok(())
}

/// The worker signs for the order by PIN.
pub fn accept_by_pin(p: &mut Player<'_>, order: &mut Seen, worker: &Staff) -> Result<()> {
    let signed = json!({ "worker": worker.id, "how": "pin", "pin": PIN });
    p.step(order, "orders.accept", signed)?;
    Ok(())
}

/// The worker arrives.
pub fn arrive(p: &mut Player<'_>, order: &mut Seen) -> Result<()> {
    p.step(order, "orders.arrive", json!({}))?;
    Ok(())
}

/// The work is done.
pub fn finish(p: &mut Player<'_>, order: &mut Seen, work_done: &str) -> Result<()> {
    p.step(order, "orders.finish", json!({ "work_done": work_done }))?;
    Ok(())
}

/// The requester evaluates and signs on paper.
pub fn confirm(p: &mut Player<'_>, order: &mut Seen, name: &str, evaluation: &str) -> Result<()> {
    let signed = json!({
        "how": "signed", "evaluation": evaluation, "signature": { "how": "paper", "name": name },
    });
    p.step(order, "orders.confirm", signed)?;
    Ok(())
}

/// The supervisor signs by PIN.
pub fn countersign(p: &mut Player<'_>, order: &mut Seen, supervisor: &Staff) -> Result<()> {
    let signed = json!({ "supervisor": supervisor.id, "how": "pin", "pin": PIN });
    p.step(order, "orders.countersign", signed)?;
    Ok(())
}

/// Copy 1 comes back.
pub fn returned(p: &mut Player<'_>, order: &mut Seen) -> Result<()> {
    p.step(order, "orders.return", json!({}))?;
    let money = p.call("settlement.show", json!({ "order": order.id }))?;
    if money["owed"].as_i64().is_some_and(|owed| owed > 0) {
        let paid = json!({ "amount": money["owed"], "method": "cash" });
        p.step(order, "settlement.pay", paid)?;
    }
    Ok(())
}

/// The desk calls back; the next order of the chain, where there is one.
pub fn call_back(
    p: &mut Player<'_>,
    order: &mut Seen,
    outcome: &str,
    remarks: &str,
) -> Result<Option<Seen>> {
    let call = json!({
        "outcome": outcome, "message_left": outcome == "not_reached", "remarks": remarks,
        "shoe_covers": true, "left_clean": outcome != "not_satisfied", "explained": true,
    });
    let value = p.step(order, "orders.follow_up", call)?;
    match &value["next"] {
        Value::Null => Ok(None),
        next => Seen::of(next).map(Some),
    }
}

/// The desk prints the order's copies; empty prints all.
pub fn print(p: &mut Player<'_>, order: &Seen, copies: &[u32]) -> Result<()> {
    let form = json!({
        "order": order.id, "locale": "zh-Hant", "profile": "a4", "copies": copies, "printer": "櫃檯印表機",
    });
    p.call("orders.print", form)?;
    Ok(())
}

/// Version of an order's copy, as the screen that shows it knows it.
pub fn copy_version(p: &mut Player<'_>, order: &Seen, copy_no: i64) -> Result<i64> {
    let view = p.call("orders.show", json!({ "order": order.id }))?;
    let copies = view["copies"].as_array().into_iter().flatten();
    let found = copies
        .filter(|copy| copy["copy_no"] == copy_no)
        .find_map(|copy| copy["version"].as_i64());
    found.ok_or_else(|| Error::broken("copy"))
}
