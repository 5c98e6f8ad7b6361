//! Makes a generated office and tells how long it took: `large DIR REQUESTS`. Two years of it; a million orders take
//! about 1 010 000 requests.

use std::path::PathBuf;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use repair_demo::generate::{Size, cached};

#[expect(
    clippy::print_stdout,
    reason = "a command line speaks on standard output"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let dir = PathBuf::from(args.next().ok_or("a folder")?);
    let requests = args.next().ok_or("a number of requests")?.parse()?;
    let size = Size {
        requests,
        ..Size::of_days(730)
    };
    let first = NaiveDate::from_ymd_opt(2024, 11, 24).ok_or("a day")?;
    let last = first.checked_add_days(Days::new(729)).ok_or("a day")?;
    let begun = Instant::now();
    let desk = cached(&dir, 1, size, first, last)?;
    let bytes = std::fs::metadata(desk.ledger().path())?.len();
    println!(
        "{requests} requests: {:.1?}, {} MB",
        begun.elapsed(),
        bytes / 1_000_000
    );
    Ok(())
}
