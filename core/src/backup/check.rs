//! Checks the ledger in use, or a backup before it is needed.

use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{LongVerb, Work};
use crate::error::Result;
use crate::ledger::backup::of_backup;
use crate::ledger::head::{HeadIs, Sought};
use crate::ledger::verify::{self, Depth, Report, Wanted};

/// Checks the ledger. That and what was found is recorded; the desk goes on meanwhile.
#[derive(Deserialize, TS)]
pub struct CheckLedger {
    pub depth: Depth,
    /// A printed head, typed or scanned, that is looked for in the chain.
    pub head: Option<String>,
}

impl LongVerb for CheckLedger {
    const NAME: &'static str = "backup.check_ledger";
    const ACTION: Action = Action::BackUp;
    type Out = Report;

    fn run(self, work: &Work<'_>) -> Result<Report> {
        let sought = self.head.as_deref().map(Sought::read).transpose()?;
        let wanted = Wanted {
            depth: self.depth,
            head: sought.as_ref(),
        };
        let report = work.ledger().verify(wanted, &work.task)?;
        work.record(|w| {
            w.note("depth", self.depth);
            w.note("head", &report.head);
            if let (Some(sought), Some(is)) = (&sought, &report.sought) {
                w.note("sought", sought.hash());
                w.note("found", matches!(is, HeadIs::Here { .. }));
            }
            w.note("faults", report.fault_count);
            Ok(())
        })?;
        Ok(report)
    }
}

/// Checks a backup to the last row, as a restore would, and leaves everything as it is.
#[derive(Deserialize, TS)]
pub struct CheckBackup {
    /// Path of the backup.
    pub file: String,
}

impl LongVerb for CheckBackup {
    const NAME: &'static str = "backup.check_backup";
    const ACTION: Action = Action::BackUp;
    const RECORDS: bool = false;
    type Out = Report;

    fn run(self, work: &Work<'_>) -> Result<Report> {
        let file = self.file.as_ref();
        verify::verify_file(file, work.ledger().key(), Depth::Rows, &work.task)
            .map_err(|error| of_backup(error, file))
    }
}
