//! Figures as the README shows them.

use std::time::Duration;

/// Times of many tries of one thing.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that `share` percent of the tries kept within.
    pub fn within(&self, share: usize) -> Duration {
        let at = (self.0.len() * share / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        self.within(50)
    }

    pub fn p99(&self) -> Duration {
        self.within(99)
    }
}

/// Milliseconds with as many digits as are worth reading.
pub fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms >= 100.0 {
        format!("{ms:.0} ms")
    } else if ms >= 10.0 {
        format!("{ms:.1} ms")
    } else {
        format!("{ms:.2} ms")
    }
}

/// A line of a Markdown table.
#[expect(
    clippy::print_stdout,
    reason = "a measurement speaks on standard output"
)]
pub fn line(cells: &[&str]) {
    println!("| {} |", cells.join(" | "));
}

/// The head of a Markdown table under its title.
pub fn table(title: &str, heads: &[&str]) {
    say(&format!("\n### {title}\n"));
    line(heads);
    line(&vec!["---"; heads.len()]);
}

#[expect(
    clippy::print_stdout,
    reason = "a measurement speaks on standard output"
)]
pub fn say(text: &str) {
    println!("{text}");
}

/// Whether an aim was met, as the tables say it.
pub fn met(met: bool) -> &'static str {
    if met { "met" } else { "not met" }
}

/// Says what it is measured on.
pub fn machine() {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model
        .and_then(|rest| rest.split_once(':'))
        .map_or("", |(_, name)| name.trim());
    say(&format!("{cores} cores, {model}, {}", std::env::consts::OS));
}
