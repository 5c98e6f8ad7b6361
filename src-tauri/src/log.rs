//! The log: codes, places and causes, never what people typed and never a resident's data.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use repair_core::Moment;

static LOG: Mutex<Option<File>> = Mutex::new(None);

/// A log of this size is put aside at the next start, and the one put aside before is dropped.
const FULL: u64 = 1024 * 1024;

/// Opens `repair-desk.log` in the program's folder and routes panics there: the place only, because the message
/// of a panic may hold data. Without a log the program works on.
pub fn start(home: &Path) {
    let path = home.join("repair-desk.log");
    if std::fs::metadata(&path).is_ok_and(|m| m.len() > FULL) {
        let _ = std::fs::rename(&path, home.join("repair-desk.log.1"));
    }
    let file = OpenOptions::new().create(true).append(true).open(path).ok();
    *LOG.lock().unwrap_or_else(|e| e.into_inner()) = file;
    std::panic::set_hook(Box::new(|info| match info.location() {
        Some(place) => line(&format!("panic at {}:{}", place.file(), place.line())),
        None => line("panic"),
    }));
}

/// Writes one line with the time.
pub fn line(text: &str) {
    let mut log = LOG.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(file) = log.as_mut() {
        // Nobody can be told that the log cannot be written.
        let _ = writeln!(file, "{} {text}", now().utc().format("%FT%TZ"));
    }
}

/// The computer's clock; the core is handed it and never asks.
pub fn now() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let now = Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or_default());
    #[cfg(debug_assertions)]
    let now = now.plus_minutes(put_elsewhere());
    now
}

/// For window tests, which cannot set the computer's clock: by how many minutes it was put elsewhere, in a file that an
/// environment variable names. A release build has none of this.
#[cfg(debug_assertions)]
fn put_elsewhere() -> i64 {
    let file = std::env::var_os("REPAIR_DESK_CLOCK");
    let minutes = file.and_then(|file| std::fs::read_to_string(file).ok());
    minutes.and_then(|m| m.parse().ok()).unwrap_or_default()
}
