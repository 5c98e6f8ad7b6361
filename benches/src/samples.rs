//! What callers ask of a ledger: numbers, rooms, phones, names and words that stand in it.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use repair_core::error::Result;
use repair_core::fold::initials;
use serde_json::json;

use crate::office::{Office, text};

/// Different inputs of one kind.
const COUNT: usize = 50;

/// Inputs of each kind, taken from random rows.
pub struct Samples {
    /// Numbers of orders.
    pub numbers: Vec<String>,
    /// Rooms as a caller says them, `3-1204`.
    pub rooms: Vec<String>,
    /// Last four digits of phones.
    pub phones: Vec<String>,
    /// Initials of callers' names.
    pub initials: Vec<String>,
    /// Two characters of a fault.
    pub two: Vec<String>,
    /// Eight of them.
    pub eight: Vec<String>,
    /// Words that stand nowhere.
    pub absent: Vec<String>,
}

impl Samples {
    /// Takes them from this office, the same ones each time.
    pub fn take(office: &Office) -> Result<Self> {
        let mut rng = StdRng::seed_from_u64(2);
        let (orders, requests) = office.newest()?;
        let (mut numbers, mut rooms, mut phones, mut names) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut two, mut eight) = (Vec::new(), Vec::new());
        while two.len() < COUNT {
            let order = json!({ "order": rng.random_range(1..=orders), "no": null });
            let shown = office.ask("orders.show", order)?;
            numbers.push(text(&shown["order"]["no"]));
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
        Ok(Self {
            numbers,
            rooms: rooms.iter().filter_map(|label| room(label)).collect(),
            phones,
            initials: names,
            two,
            eight,
            absent: (0..COUNT).map(|n| format!("曱甴{n}飛行器")).collect(),
        })
    }
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
