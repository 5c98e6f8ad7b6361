//! Where the figures of the README come from: the door on a large ledger beside bare SQLite on the same file.
//!
//! `./dev bench` measures on a ledger of a million orders, which is made once and kept under `target/bench`;
//! `./dev bench --requests 20000` on a smaller one.

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
use repair_demo::generate::Size;

use repair_benches::figures::{line, machine, ms, say, table};
use repair_benches::office::Office;

#[derive(Parser)]
struct Cli {
    /// Requests in the ledger.
    #[arg(long, default_value_t = Size::million().requests)]
    requests: u32,
    /// Calls of each verb.
    #[arg(long, default_value_t = 1000)]
    calls: usize,
    /// Random searches compared with a naive scan of this ledger.
    #[arg(long, default_value_t = 20)]
    queries: usize,
    /// Random searches compared with a naive scan of a ledger of 20 000 requests.
    #[arg(long, default_value_t = 10_000)]
    queries_on_small: usize,
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    machine();
    fees::measure()?;
    let begun = Instant::now();
    let office = Office::of(cli.requests)?;
    let (orders, requests) = office.newest()?;
    let size = std::fs::metadata(office.file())?.len() / 1_000_000;
    say(&format!(
        "\n{orders} orders of {requests} requests in a ledger of {size} MB, ready after {:.0} s",
        begun.elapsed().as_secs_f64()
    ));
    let office = opening(office)?;
    // Memory is looked at before anything else has filled it.
    printing::measure(&office)?;
    reading::measure(&office, cli.calls)?;
    searching::compare(&office, cli.queries)?;
    drop(office);
    let small = Office::of(20_000)?;
    searching::compare(&small, cli.queries_on_small)?;
    stepping::measure(small, 200)
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
