//! Three-part forms: how many a second, how large, in how much memory.

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use repair_core::error::Result;
use repair_core::ids::OrderId;
use repair_core::orders::form::ShowForm;
use repair_core::print::forms::work_order::FormProfile;
use repair_core::print::page::PrintPages;
use repair_core::print::pdf::to_pdf;
use repair_core::text::Locale;

use repair_benches::effort::Effort;
use repair_benches::figures::{line, met, ms, table};
use repair_benches::office::Office;

/// Orders in one file, and orders each in a file of its own.
const TOGETHER: usize = 1000;
const ALONE: usize = 200;

pub fn measure(office: &Office, effort: Effort) -> Result<()> {
    let (in_one_file, in_their_own) = (effort.tries(TOGETHER), effort.tries(ALONE));
    let (newest, _) = office.newest()?;
    let mut rng = StdRng::seed_from_u64(4);
    let mut some = |count: usize| -> Vec<OrderId> {
        (0..count)
            .map(|_| OrderId(rng.random_range(1..=newest)))
            .collect()
    };
    let (together, alone) = (some(in_one_file), some(in_their_own));

    let begun = Instant::now();
    to_pdf("派工單", form(office, together[0])?.pages)?;
    let first = begun.elapsed();

    memory::forget_peak();
    let before = memory::resident();
    let begun = Instant::now();
    let mut failed = None;
    let pages = together.iter().flat_map(|id| match form(office, *id) {
        Ok(laid) => laid.pages,
        Err(error) => {
            failed = Some(error);
            Vec::new()
        }
    });
    let bytes = to_pdf("派工單", pages)?.len();
    let all = begun.elapsed();
    if let Some(error) = failed {
        return Err(error);
    }
    let (peak, size) = (memory::peak(), bytes);

    let (mut sizes, begun) = (Vec::new(), Instant::now());
    for id in &alone {
        sizes.push(to_pdf("派工單", form(office, *id)?.pages)?.len());
    }
    let each = begun.elapsed();
    sizes.sort_unstable();
    let (median, largest) = (sizes[in_their_own / 2], sizes[in_their_own - 1]);

    let a_second = |count: usize, time: Duration| count as f64 / time.as_secs_f64();
    table(
        "Three-part forms, read from the ledger and laid out",
        &["", "measured", "aim", ""],
    );
    let rate = a_second(in_one_file, all);
    line(&[
        "1 000 orders in one file",
        &format!("{rate:.0} a second"),
        "300",
        met(rate >= 300.0),
    ]);
    let most = format!("{} MB in all, {} MB before", peak >> 20, before >> 20);
    line(&[
        "— memory of the process",
        &most,
        "250 MB",
        met(peak <= 250 << 20),
    ]);
    line(&[
        "— the file",
        &format!("{} KB an order", size / in_one_file / 1000),
        "",
        "",
    ]);
    let rate = a_second(in_their_own, each);
    line(&[
        "each in its own file",
        &format!("{rate:.0} a second"),
        "50",
        met(rate >= 50.0),
    ]);
    let sizes = format!("{} KB median, {} KB at most", median / 1000, largest / 1000);
    line(&["— the file", &sizes, "30 KB", met(largest <= 30_000)]);
    line(&["the very first, with the fonts parsed", &ms(first), "", ""]);
    Ok(())
}

/// The order's three pages.
fn form(office: &Office, order: OrderId) -> Result<PrintPages> {
    let form = ShowForm {
        order,
        locale: Locale::ZhHant,
        profile: FormProfile::A4,
        copies: Vec::new(),
    };
    office.desk.read(office.token(), office.now, form)
}

/// What the system says of this process's memory, in bytes; 0 where it says nothing.
mod memory {
    use std::fs;

    fn status(key: &str) -> usize {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(key));
        let kilobytes = line.and_then(|rest| rest.split_whitespace().next());
        kilobytes.and_then(|n| n.parse::<usize>().ok()).unwrap_or(0) * 1024
    }

    pub fn resident() -> usize {
        status("VmRSS:")
    }

    pub fn peak() -> usize {
        status("VmHWM:")
    }

    pub fn forget_peak() {
        // Where the system knows no such file the peak is that of the whole run, which is the stricter figure.
        let _ = fs::write("/proc/self/clear_refs", "5");
    }
}
