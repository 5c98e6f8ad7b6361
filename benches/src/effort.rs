//! How much is measured.

use std::path::{Path, PathBuf};

use repair_core::error::{Error, Result};
use repair_demo::generate::Size;

/// Enough for figures, or just enough to see that everything that is measured still runs.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Effort {
    /// Requests in the ledger: about a million for figures, 2 000 in short.
    #[arg(long)]
    requests: Option<u32>,
    /// Everything once or twice on a small ledger that is made anew: the figures say nothing.
    #[arg(long)]
    short: bool,
}

impl Effort {
    pub fn requests(self) -> u32 {
        let usual = if self.short {
            2_000
        } else {
            Size::million().requests
        };
        self.requests.unwrap_or(usual)
    }

    /// Of so many tries that figures take, how many there are.
    pub fn tries(self, for_figures: usize) -> usize {
        if self.short {
            (for_figures / 100).max(1)
        } else {
            for_figures
        }
    }

    pub fn short(self) -> bool {
        self.short
    }

    /// Where generated ledgers are kept. In short it is a folder of its own.
    pub fn folder(self) -> PathBuf {
        let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        if self.short { all.join("short") } else { all }
    }

    /// Forgets the short form's ledgers, so that they are made by the generator as it is now.
    pub fn begin(self) -> Result<()> {
        let folder = self.folder();
        if self.short && folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|e| Error::from(e).at(&folder))?;
        }
        Ok(())
    }
}
