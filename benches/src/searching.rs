//! Search against a naive scan: random words must find the same requests in both.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use repair_core::error::{Error, Result};
use repair_core::fold::fold;
use serde_json::{Value, json};

use repair_benches::figures::{ms, say};
use repair_benches::office::{Office, text};

use crate::bare::Bare;

/// Rows of a page.
const PAGE: u32 = 500;

/// A request's id, with what everyone may find it by and what only contacts are found by.
type Words = (i64, String, String);

/// Asks so many random queries both ways. Errors: `Broken` with the first query that differs.
pub fn compare(office: &Office, queries: usize) -> Result<()> {
    let words = words(office)?;
    let mut rng = StdRng::seed_from_u64(3);
    let (mut by_door, mut by_scan, mut hits) = (Duration::ZERO, Duration::ZERO, 0);
    for _ in 0..queries {
        let query = query(&words, &mut rng);
        let begun = Instant::now();
        let found = found(office, &query)?;
        by_door += begun.elapsed();
        let begun = Instant::now();
        let naive = naive(&words, &query);
        by_scan += begun.elapsed();
        if found != naive {
            return Err(Error::broken(format!(
                "search and scan differ on {query:?}"
            )));
        }
        hits += found.len();
    }
    say(&format!(
        "\nSearch equals a naive scan: {queries} random queries on {} requests, {hits} finds in all; together {} \
         through the door with every page read, {} by the scan in memory.",
        words.len(),
        ms(by_door),
        ms(by_scan)
    ));
    Ok(())
}

/// Every request's words, the newest first, read through its register; its orders' numbers from the file.
fn words(office: &Office) -> Result<Vec<Words>> {
    let bare = Bare::open(&office.file(), office.desk.ledger().key())?;
    let mut numbers: HashMap<i64, String> = HashMap::new();
    for (request, no, paper_no) in bare.numbers()? {
        *numbers.entry(request).or_default() += &format!(" {no} {paper_no}");
    }
    let mut all = Vec::new();
    pages(office, "", |row| {
        let id = row["id"].as_i64();
        let of = |key: &str| text(&row[key]);
        let orders = id.and_then(|id| numbers.remove(&id)).unwrap_or_default();
        let open = format!(
            "{}{orders} {} {}",
            of("no"),
            of("place_text"),
            of("content")
        );
        let digits: String = of("phone").chars().filter(char::is_ascii_digit).collect();
        let contact = format!("{} {} {digits}", of("caller"), of("phone"));
        all.push((id.unwrap_or(0), fold(&open), fold(&contact)));
        id
    })?;
    Ok(all)
}

/// Hands every row of the register of requests to `take`, which returns its id.
fn pages(office: &Office, typed: &str, mut take: impl FnMut(&Value) -> Option<i64>) -> Result<()> {
    let mut before = None;
    loop {
        let input = json!({ "filter": { "text": typed }, "before": before, "limit": PAGE });
        let page = office.ask("requests.list", input)?;
        for row in page["rows"].as_array().into_iter().flatten() {
            before = take(row);
        }
        if page["more"] != json!(true) {
            return Ok(());
        }
    }
}

/// One or two pieces of a request's words; one in ten of characters that may stand nowhere together.
fn query(words: &[Words], rng: &mut StdRng) -> String {
    let mut pieces = Vec::new();
    for _ in 0..rng.random_range(1..=2) {
        let (_, open, contact) = &words[rng.random_range(0..words.len())];
        let from = if rng.random_range(0..4) == 0 {
            contact
        } else {
            open
        };
        let from: Vec<char> = from.chars().collect();
        let length = [1, 2, 2, 3, 3, 4, 5, 6][rng.random_range(0..8)].min(from.len());
        let start = rng.random_range(0..=from.len() - length);
        let mut piece: Vec<char> = from[start..start + length].to_vec();
        if rng.random_range(0..10) == 0 {
            piece.reverse();
        }
        pieces.push(piece.into_iter().collect::<String>());
    }
    pieces.join(" ")
}

fn found(office: &Office, query: &str) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    pages(office, query, |row| {
        let id = row["id"].as_i64();
        ids.extend(id);
        id
    })?;
    Ok(ids)
}

/// Requests with every word in one of their two texts; all for an empty query, as the register shows them.
fn naive(words: &[Words], query: &str) -> Vec<i64> {
    let query = fold(query);
    let wanted: Vec<&str> = query.split_whitespace().collect();
    words
        .iter()
        .filter(|(_, open, contact)| {
            wanted
                .iter()
                .all(|word| open.contains(word) || contact.contains(word))
        })
        .map(|(id, _, _)| *id)
        .collect()
}
