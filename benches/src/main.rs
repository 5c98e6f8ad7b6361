//! Where the figures of the README come from: the door on a large ledger beside bare SQLite on the same file.
//!
//! `./dev bench` measures on a ledger of a million orders, which is made once and kept under `target/bench`;
//! `./dev bench --requests 20000` on a smaller one. `--short` runs everything and measures nothing.

mod bare;
mod fees;
mod printing;
mod reading;
mod searching;
mod stepping;

use std::time::Instant;

use clap::Parser;
use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::error::Result;
use repair_core::ledger::Ledger;
use repair_core::people::secret::Chosen;

use repair_benches::effort::Effort;
use repair_benches::figures::{line, machine, ms, say, table};
use repair_benches::office::Office;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    effort: Effort,
}

/// Calls of each verb.
const CALLS: usize = 1000;

/// Random searches compared with a naive scan: of the ledger, and of a smaller one.
const QUERIES: usize = 20;
const QUERIES_ON_SMALL: usize = 10_000;

/// Requests of the smaller ledger, where the other is no smaller itself.
const SMALL: u32 = 20_000;

/// Steps of orders committed.
const STEPS: usize = 200;

fn main() -> Result<()> {
    let Cli { effort } = Cli::parse();
    machine();
    effort.begin()?;
    let folder = effort.folder();
    fees::measure(effort)?;
    let begun = Instant::now();
    let office = Office::of(&folder, effort.requests())?;
    let (orders, requests) = office.newest()?;
    let size = std::fs::metadata(office.file())?.len() / 1_000_000;
    say(&format!(
        "\n{orders} orders of {requests} requests in a ledger of {size} MB, ready after {:.0} s",
        begun.elapsed().as_secs_f64()
    ));
    let office = opening(office)?;
    // Memory is looked at before anything else has filled it.
    printing::measure(&office, effort)?;
    reading::measure(&office, effort.tries(CALLS))?;
    searching::compare(&office, effort.tries(QUERIES))?;
    drop(office);
    let small = Office::of(&folder, effort.requests().min(SMALL))?;
    searching::compare(&small, effort.tries(QUERIES_ON_SMALL))?;
    stepping::measure(small, effort.tries(STEPS))
}

/// Opens the ledger anew and signs in.
fn opening(office: Office) -> Result<Office> {
    let (file, key) = (office.file(), office.desk.ledger().key().clone());
    drop(office);
    let begun = Instant::now();
    let desk = Desk::new(Ledger::open(&file, key)?, [5; 32])?;
    let opened = begun.elapsed();
    let begun = Instant::now();
    let office = Office::at(desk, "manager")?;
    let signed_in = begun.elapsed();
    let begun = Instant::now();
    Chosen::from("bench-password").hash(&mut StdRng::seed_from_u64(6))?;
    let hashed = begun.elapsed();
    table("Opening", &["", "measured"]);
    line(&["open the ledger", &ms(opened)]);
    line(&["sign in", &ms(signed_in)]);
    line(&["— of it argon2id", &ms(hashed)]);
    Ok(office)
}
