//! Measures reading verbs through the door on a generated ledger: median and 99th percentile of each.
//!
//! `./dev bench` uses 20 000 requests; `./dev bench -- --requests 1040000` a ledger of a million orders, which is
//! made once and kept under `target/bench`.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use clap::Parser;
use repair_core::desk::Desk;
use repair_core::error::Result;
use repair_core::moment::Moment;
use repair_demo::generate::{Size, cached};
use repair_demo::player::PASSWORD;
use serde_json::{Value, json};

#[derive(Parser)]
struct Cli {
    /// Requests in the ledger.
    #[arg(long, default_value_t = 20_000)]
    requests: u32,
    /// Calls of each verb.
    #[arg(long, default_value_t = 300)]
    calls: usize,
}

/// What is measured: a name, a verb and its inputs, taken in turn.
type Case = (&'static str, &'static str, Vec<Value>);

fn cases() -> Vec<Case> {
    let search = |text: &str| json!({ "filter": { "text": text }, "before": null, "limit": 50 });
    let find = |text: &str| json!({ "text": text, "limit": 12 });
    vec![
        ("workbench", "desk.workbench", vec![json!({})]),
        (
            "queue, first page",
            "orders.queue",
            vec![json!({ "state": "returned", "after": null, "limit": 50 })],
        ),
        ("register, first page", "orders.list", vec![search("")]),
        (
            "search, two characters",
            "requests.list",
            vec![search("漏水"), search("門鎖")],
        ),
        (
            "search, eight characters",
            "requests.list",
            vec![search("廚房水龍頭滴水不")],
        ),
        (
            "search, absent word",
            "requests.list",
            vec![search("曱甴飛行器")],
        ),
        (
            "resident by room",
            "places.find",
            vec![find("3-1204"), find("7-803")],
        ),
        (
            "resident by phone",
            "places.find",
            vec![find("1234"), find("5678")],
        ),
        (
            "resident by initials",
            "places.find",
            vec![find("zxm"), find("lmh")],
        ),
        (
            "order by number",
            "orders.show",
            vec![json!({ "order": 1, "no": null })],
        ),
    ]
}

#[expect(
    clippy::print_stdout,
    reason = "a measurement speaks on standard output"
)]
fn main() -> Result<()> {
    let cli = Cli::parse();
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
    let (first, last) = (day(2024, 11, 1), day(2026, 10, 31));
    let size = Size {
        requests: cli.requests,
        ..Size::of_days(1)
    };
    let begun = Instant::now();
    let desk = cached(Path::new("target/bench"), 1, size, first, last)?;
    println!(
        "ledger of {} requests ready after {:.1?}",
        cli.requests,
        begun.elapsed()
    );

    let now = Moment::parse("2026-10-31T10:00:00Z").unwrap_or_default();
    let signed = desk.call_by_name(
        None,
        now,
        "people.sign_in",
        json!({ "login": "manager", "password": PASSWORD }),
    )?;
    let token = signed["value"]["token"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    println!("{:28} {:>12} {:>12}", "", "median", "p99");
    for (name, verb, inputs) in cases() {
        let (median, p99) = measure(&desk, &token, now, verb, &inputs, cli.calls)?;
        println!("{name:28} {median:>12.1?} {p99:>12.1?}");
    }
    Ok(())
}

fn measure(
    desk: &Desk,
    token: &str,
    now: Moment,
    verb: &str,
    inputs: &[Value],
    calls: usize,
) -> Result<(Duration, Duration)> {
    let mut times = Vec::with_capacity(calls);
    for input in inputs.iter().cycle().take(calls) {
        let begun = Instant::now();
        desk.call_by_name(Some(token), now, verb, input.clone())?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get((times.len() * share / 100).min(times.len() - 1))
            .copied()
    };
    Ok((at(50).unwrap_or_default(), at(99).unwrap_or_default()))
}
