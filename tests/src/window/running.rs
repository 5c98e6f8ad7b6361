//! What the system says of a running process.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

/// Ticks of a second in what Linux says of processes; the same on all of its machines.
const TICKS: f64 = 100.0;

/// A running process.
pub struct Running(u32);

impl Running {
    /// The process that `parent` started.
    pub fn child_of(parent: u32) -> Option<Self> {
        let all = fs::read_dir("/proc").ok()?.flatten();
        let mut numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.find_map(|number| {
            let process = Self(number);
            (process.said(4)? == f64::from(parent)).then_some(process)
        })
    }

    /// When it was started, in milliseconds since 1970, to ten of them.
    pub fn started_at(&self) -> f64 {
        let uptime = fs::read_to_string("/proc/uptime").unwrap_or_default();
        let uptime = uptime.split(' ').next().and_then(|text| text.parse().ok());
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.expect("the clock is set").as_secs_f64();
        let age = uptime.unwrap_or(0.0) - self.said(22).unwrap_or(0.0) / TICKS;
        (now - age) * 1000.0
    }

    /// Memory that is its own, and its share of what it has in common with others (PSS), in bytes.
    pub fn memory(&self) -> u64 {
        let path = format!("/proc/{}/smaps_rollup", self.0);
        let said = fs::read_to_string(path).unwrap_or_default();
        let line = said.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kilobytes = line.and_then(|rest| rest.split_whitespace().next());
        kilobytes.and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) * 1024
    }

    /// A number of its status line, counted from 1.
    fn said(&self, field: usize) -> Option<f64> {
        let line = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        // The second field, in brackets, is a name and may hold anything.
        let (_, rest) = line.rsplit_once(')')?;
        rest.split_whitespace().nth(field - 3)?.parse().ok()
    }
}
