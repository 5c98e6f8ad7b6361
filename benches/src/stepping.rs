//! A step of an order through the door beside a bare transaction that writes the same rows.

use std::path::Path;
use std::time::{Duration, Instant};

use repair_core::desk::Desk;
use repair_core::error::{Error, Result};
use repair_core::ledger::{Key, Ledger};
use serde_json::{Value, json};

use crate::bare::{Bare, Statements, heard};
use repair_benches::figures::{Times, line, met, ms, table};
use repair_benches::office::{Office, text};

/// Accepts `steps` orders through the door of one copy of the ledger, and commits what `steps` others wrote by bare
/// SQLite to another copy, by turns.
pub fn measure(office: Office, steps: usize) -> Result<()> {
    let (file, key) = (office.file(), office.desk.ledger().key().clone());
    drop(office);
    let dir = file.with_file_name("step");
    let (at_door, at_bare) = (dir.join("door.ledger"), dir.join("bare.ledger"));
    let made = copy(&file, &at_door).and_then(|()| {
        let office = open(&at_door, &key)?;
        let orders = new_orders(&office, 2 * steps)?;
        drop(office);
        copy(&at_door, &at_bare)?;
        // Both begin alike: the trail of the one at the door grows by the sign-in.
        drop(open(&at_bare, &key)?);
        compare(open(&at_door, &key)?, &Bare::open(&at_bare, &key)?, &orders)
    });
    std::fs::remove_dir_all(&dir)?;
    made
}

fn compare(office: Office, bare: &Bare, orders: &[Value]) -> Result<()> {
    let (listened, timed) = orders.split_at(orders.len() / 2);
    let mut written: Vec<Statements> = Vec::new();
    for order in listened {
        let mut statements = heard(&office.desk, || {
            office.ask("orders.accept", order.clone()).map(drop)
        })?;
        statements.retain(|sql| sql.starts_with("INSERT") || sql.starts_with("UPDATE"));
        written.push(statements);
    }
    let (mut door, mut alone) = (Vec::new(), Vec::new());
    for (order, statements) in timed.iter().zip(&written) {
        let begun = Instant::now();
        office.ask("orders.accept", order.clone())?;
        door.push(begun.elapsed());
        alone.push(bare.commit(statements)?);
    }
    let (door, alone) = (Times::new(door), Times::new(alone));
    let added = door.median().saturating_sub(alone.median());
    table(
        "A step, committed",
        &[
            "",
            "door median",
            "door p99",
            "SQLite median",
            "SQLite p99",
            "added",
            "aim: 0.30 ms",
        ],
    );
    line(&[
        &format!(
            "`orders.accept`, {} rows",
            written.first().map_or(0, Vec::len)
        ),
        &ms(door.median()),
        &ms(door.p99()),
        &ms(alone.median()),
        &ms(alone.p99()),
        &ms(added),
        met(added <= Duration::from_micros(300)),
    ]);
    Ok(())
}

/// Orders as fresh from the phone: recorded, issued, the department notified. Returns what accepts each.
fn new_orders(office: &Office, count: usize) -> Result<Vec<Value>> {
    let home = office.ask("places.find", json!({ "text": "1-1", "limit": 1 }))?;
    let place = &home[0]["place"]["id"];
    let departments = office.ask("departments.list", json!({}))?;
    let engineering = departments.as_array().into_iter().flatten();
    let engineering = engineering.into_iter().find(|d| d["kind"] == "engineering");
    let engineering = engineering.ok_or_else(|| Error::broken("departments"))?["id"].clone();
    let people = office.ask("people.list", json!({}))?;
    let worker = people.as_array().into_iter().flatten();
    let worker = worker.into_iter().find(|p| p["roles"] == json!(["worker"]));
    let worker = worker.ok_or_else(|| Error::broken("people"))?["id"].clone();
    let mut accepting = Vec::new();
    for _ in 0..count {
        let call = json!({
            "channel": "phone", "source": "household", "place": place, "caller": "測試", "phone_refused": true,
            "requests": [{ "kind": "household", "content": "廚房水龍頭滴水不止", "urgency": "normal", "danger": "none" }],
        });
        let recorded = office.ask("requests.record", call)?;
        let request = &recorded["requests"][0];
        let issue = json!({
            "request": request["id"], "version": request["version"], "department": engineering,
        });
        let issued = office.ask("orders.issue", issue)?;
        let notify = json!({ "order": issued["id"], "version": issued["version"], "how": "phone" });
        let told = office.ask("orders.notify", notify)?;
        if text(&told["state"]) != "issued" {
            return Err(Error::broken("notify"));
        }
        accepting
            .push(json!({ "order": told["id"], "version": told["version"], "worker": worker }));
    }
    Ok(accepting)
}

fn open(file: &Path, key: &Key) -> Result<Office> {
    Office::at(
        Desk::new(Ledger::open(file, key.clone())?, [7; 32])?,
        "clerk1",
    )
}

/// Copies a ledger that nobody has open.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to.parent().unwrap_or(to))?;
    std::fs::copy(from, to)?;
    Ok(())
}
