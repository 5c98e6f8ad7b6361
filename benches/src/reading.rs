//! Reading verbs through the door beside the same statements by bare SQLite.

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use repair_core::error::Result;
use repair_core::fold::initials;
use serde_json::{Value, json};

use crate::bare::{Bare, heard};
use crate::figures::{Times, line, met, ms, table};
use crate::office::{Office, text};

/// Inputs of one verb, taken in turn.
struct Case {
    name: &'static str,
    verb: &'static str,
    inputs: Vec<Value>,
}

/// Different inputs of a case.
const INPUTS: usize = 50;

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
    let mut rng = StdRng::seed_from_u64(2);
    let (orders, requests) = office.newest()?;
    let (mut numbers, mut rooms, mut phones, mut names) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut two, mut eight) = (Vec::new(), Vec::new());
    while two.len() < INPUTS {
        let order = json!({ "order": rng.random_range(1..=orders), "no": null });
        let shown = office.ask("orders.show", order)?;
        numbers.push(json!({ "order": null, "no": shown["order"]["no"] }));
        let request = json!({ "request": rng.random_range(1..=requests) });
        let shown = &office.ask("requests.show", request)?["request"];
        let content: Vec<char> = text(&shown["content"]).chars().collect();
        let phone = text(&shown["phone"]);
        if content.len() < 8 || phone.len() < 4 || shown["place_id"].is_null() {
            continue;
        }
        let part = |length: usize, from: usize| content[from..from + length].iter().collect();
        two.push(part(2, rng.random_range(0..=content.len() - 2)));
        eight.push(part(8, rng.random_range(0..=content.len() - 8)));
        phones.push(phone[phone.len() - 4..].to_owned());
        names.extend(initials(&text(&shown["caller"])).into_iter().next());
        rooms.push(text(&shown["place_text"]));
    }
    let rooms = rooms.iter().filter_map(|label| room(label));
    let absent = (0..INPUTS).map(|n| format!("曱甴{n}飛行器"));
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
    Ok(vec![
        case("first page of a queue", "orders.queue", queue.to_vec()),
        case("workbench", "desk.workbench", vec![json!({})]),
        case("order by number", "orders.show", numbers),
        case("resident by room", "places.find", found(rooms.collect())),
        case("resident by phone", "places.find", found(phones)),
        case("resident by initials", "places.find", found(names)),
        case(
            "orders: two characters",
            "orders.list",
            searched(two.clone()),
        ),
        case("requests: two characters", "requests.list", searched(two)),
        case(
            "orders: eight characters",
            "orders.list",
            searched(eight.clone()),
        ),
        case(
            "requests: eight characters",
            "requests.list",
            searched(eight),
        ),
        case(
            "requests: an absent word",
            "requests.list",
            searched(absent.collect()),
        ),
    ])
}

/// A household's label as a caller would say it: the building's number and the room's.
fn room(label: &str) -> Option<String> {
    let numbers: Vec<&str> = label
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    match numbers.as_slice() {
        [.., building, room] => Some(format!("{building}-{room}")),
        _ => None,
    }
}
