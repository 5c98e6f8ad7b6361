//! The program's window on a large ledger beside an empty window, by turns in one session: from start to sign-in, from
//! the password to the workbench, memory at rest, and the way from a key to painted rows.
//!
//! `./dev bench` builds what it needs. Release builds do not let themselves be driven; the program measured here is
//! built with the release profile but for its own crate's debug assertions, which allow it.

mod painted;
mod start;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use repair_benches::effort::Effort;
use repair_benches::figures::{machine, say};
use repair_benches::office::{Office, answer_for_time};
use repair_benches::samples::Samples;
use repair_core::error::Result;
use repair_core::moment::Moment;
use repair_tests::window::{Home, Window};

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    effort: Effort,
    /// What `cargo bench` says to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

/// Starts of each window.
const STARTS: usize = 15;

/// Times that each list is asked for.
const CALLS: usize = 100;

/// Where the two windows come from and the ledger that one of them opens.
pub struct Stage {
    home: Home,
    folder: PathBuf,
}

impl Stage {
    /// The program's window on the large ledger.
    fn program(&self) -> Window {
        let folder = self.folder.display().to_string();
        Window::start_with(&self.home, &[("REPAIR_DESK_HOME", &folder)])
    }

    /// The window with one word in it.
    fn empty(&self) -> Window {
        let program = Path::new(env!("CARGO_BIN_EXE_empty-window"));
        Window::of(program, &self.home, &[])
    }
}

/// This moment, by the clock that the window goes by.
fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.map_or(0, |d| d.as_millis());
    Moment::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}

fn main() -> Result<()> {
    let Cli { effort, .. } = Cli::parse();
    machine();
    let office = Office::of(&effort.folder(), effort.requests())?;
    let folder = office.file().parent().unwrap_or(Path::new(".")).to_owned();
    let cases = painted::cases(&office, Samples::take(&office)?)?;
    std::fs::write(
        folder.join("office.key"),
        office.desk.ledger().key().to_hex(),
    )?;
    answer_for_time(&office.desk, now())?;
    drop(office);
    say(&format!(
        "\nThe window on a ledger of {} requests, an empty window beside it",
        effort.requests()
    ));
    let stage = Stage {
        home: Home::empty(),
        folder: folder.canonicalize()?,
    };
    start::measure(&stage, effort)?;
    painted::measure(&stage, &cases, effort.tries(CALLS));
    Ok(())
}
