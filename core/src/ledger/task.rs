//! A long work under way: how far it is, and whether someone asked to stop it.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed};

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::ledger::column::stored_as_text;
use crate::names::names;

names! {
    /// What a long work is doing now.
    WorkStage {
        /// Copying the ledger or a backup.
        Copy = "copy",
        /// Reading every page and its seal.
        Pages = "pages",
        /// Checking the tables and indexes.
        Structure = "structure",
        /// Checking that every reference leads somewhere.
        References = "references",
        /// Checking the chain of acts.
        Chain = "chain",
        /// Holding every row against the acts that made it.
        Rows = "rows",
        /// Putting the files in their places; cannot be stopped any more.
        Swap = "swap",
    }
}

stored_as_text!(WorkStage);

/// How far a long work is. `total` is 0 while it cannot be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    pub stage: WorkStage,
    pub done: u64,
    pub total: u64,
}

/// Shared between the one who works and those who watch.
#[derive(Debug, Default)]
pub struct Task {
    stage: AtomicU8,
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Task {
    /// Begins a stage. Errors: [`Code::Cancelled`].
    pub fn begin(&self, stage: WorkStage, total: u64) -> Result<()> {
        self.stage.store(stage as u8, Relaxed);
        self.done.store(0, Relaxed);
        self.total.store(total, Relaxed);
        self.go_on()
    }

    /// Tells how far the stage is. Errors: [`Code::Cancelled`].
    pub fn at(&self, done: u64) -> Result<()> {
        self.done.store(done, Relaxed);
        self.go_on()
    }

    /// One more unit of a stage without a known end; `true` when it must stop.
    pub fn tick(&self) -> bool {
        self.done.fetch_add(1, Relaxed);
        self.stop.load(Relaxed)
    }

    fn go_on(&self) -> Result<()> {
        if self.stop.load(Relaxed) {
            Err(Error::new(Code::Cancelled))
        } else {
            Ok(())
        }
    }

    /// Asks the work to stop at the next occasion.
    pub fn cancel(&self) {
        self.stop.store(true, Relaxed);
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress {
            stage: WorkStage::ALL[usize::from(self.stage.load(Relaxed))],
            done: self.done.load(Relaxed),
            total: self.total.load(Relaxed),
        }
    }
}
