//! Reading verbs through the door beside the same statements by bare SQLite.

use std::time::{Duration, Instant};

use repair_benches::figures::{Times, line, met, ms, table};
use repair_benches::office::Office;
use repair_benches::samples::Samples;
use repair_core::error::Result;
use serde_json::{Value, json};

use crate::bare::{Bare, heard};

/// Inputs of one verb, taken in turn.
struct Case {
    name: &'static str,
    verb: &'static str,
    inputs: Vec<Value>,
}

/// Prints a line for each verb: the door and bare SQLite, by turns.
pub fn measure(office: &Office, calls: usize) -> Result<()> {
    let bare = Bare::open(&office.file(), office.desk.ledger().key())?;
    table(
        "Reading through the door",
        &[
            "",
            "door median",
            "door p99",
            "SQLite median",
            "SQLite p99",
            "aim",
        ],
    );
    for case in cases(office)? {
        let mut statements = Vec::new();
        for input in &case.inputs {
            office.ask(case.verb, input.clone())?;
            statements.push(heard(&office.desk, || {
                office.ask(case.verb, input.clone()).map(drop)
            })?);
        }
        let (mut door, mut alone) = (Vec::new(), Vec::new());
        for n in 0..calls.max(case.inputs.len()) {
            let n = n % case.inputs.len();
            let input = case.inputs[n].clone();
            let begun = Instant::now();
            office.ask(case.verb, input)?;
            door.push(begun.elapsed());
            alone.push(bare.run(&statements[n])?);
        }
        let (door, alone) = (Times::new(door), Times::new(alone));
        line(&[
            case.name,
            &ms(door.median()),
            &ms(door.p99()),
            &ms(alone.median()),
            &ms(alone.p99()),
            met(kept(door.p99(), alone.p99())),
        ]);
    }
    Ok(())
}

/// Under 2 ms where bare SQLite needs under 1 ms, else 1.5 times as long, and never over 10 ms.
fn kept(door: Duration, bare: Duration) -> bool {
    let aim = if bare < Duration::from_millis(1) {
        Duration::from_millis(2)
    } else {
        bare.mul_f64(1.5)
    };
    door <= aim.min(Duration::from_millis(10))
}

fn cases(office: &Office) -> Result<Vec<Case>> {
    let samples = Samples::take(office)?;
    let numbered = |no: String| json!({ "order": null, "no": no });
    let found = |texts: Vec<String>| -> Vec<Value> {
        let find = |text| json!({ "text": text, "limit": 12 });
        texts.into_iter().map(find).collect()
    };
    let searched = |texts: Vec<String>| -> Vec<Value> {
        let search = |text| json!({ "filter": { "text": text }, "before": null, "limit": 50 });
        texts.into_iter().map(search).collect()
    };
    let case = |name, verb, inputs| Case { name, verb, inputs };
    let states = ["issued", "accepted", "on_site", "waiting", "returned"];
    let queue = states.map(|state| json!({ "state": state, "after": null, "limit": 50 }));
    let numbers = samples.numbers.into_iter().map(numbered).collect();
    let (two, eight) = (searched(samples.two), searched(samples.eight));
    Ok(vec![
        case("first page of a queue", "orders.queue", queue.to_vec()),
        case("workbench", "desk.workbench", vec![json!({})]),
        case("order by number", "orders.show", numbers),
        case("resident by room", "places.find", found(samples.rooms)),
        case("resident by phone", "places.find", found(samples.phones)),
        case(
            "resident by initials",
            "places.find",
            found(samples.initials),
        ),
        case("orders: two characters", "orders.list", two.clone()),
        case("requests: two characters", "requests.list", two),
        case("orders: eight characters", "orders.list", eight.clone()),
        case("requests: eight characters", "requests.list", eight),
        case(
            "requests: an absent word",
            "requests.list",
            searched(samples.absent),
        ),
    ])
}
