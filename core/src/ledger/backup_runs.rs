//! Where backups go, and every backup and restore that was done or failed.

use std::path::Path;

use crate::error::{Code, Result};
use crate::ids::{BackupPlanId, BackupRunId, PersonId};
use crate::ledger::Reader;
use crate::ledger::column::stored_as_text;
use crate::ledger::table::table;
use crate::moment::Moment;
use crate::names::names;

names! {
    /// What was done with a backup.
    BackupKind {
        /// Made because someone asked.
        Now = "now",
        /// Made by the program, once a day.
        Daily = "daily",
        /// Put in the ledger's place.
        Restore = "restore",
    }
}

stored_as_text!(BackupKind);

table! {
    /// Where backups go; there is at most one row.
    BackupPlan, BackupPlanId, "backup_plan" {
        folder: String,
        /// Whether the program makes one every day by itself.
        daily: bool,
    }
}

table! {
    /// A backup or restore, done or failed (R40).
    BackupRun, BackupRunId, "backup_run" {
        kind: BackupKind,
        at: Moment,
        /// Nobody for the automatic ones, and for a restore by someone whom the restored ledger does not know.
        by_person: Option<PersonId>,
        /// The backup's path; empty if it failed before there was one.
        file: String,
        /// Bytes.
        size: i64,
        /// Hash of the newest act in the backup.
        head: String,
        /// Where a restore kept the replaced ledger.
        kept: String,
        /// Code of the error, if it failed.
        failed: Option<String>,
    }
}

impl BackupPlan {
    /// The plan, if one was chosen.
    pub fn chosen(r: &Reader<'_>) -> Result<Option<Self>> {
        r.one(
            "SELECT * FROM backup_plan ORDER BY id LIMIT 1",
            [],
            Self::read,
        )
    }

    /// The folder. Errors: [`Code::NoBackupFolder`].
    pub fn folder(r: &Reader<'_>) -> Result<std::path::PathBuf> {
        match Self::chosen(r)? {
            Some(plan) => Ok(plan.folder.into()),
            None => Err(crate::Error::new(Code::NoBackupFolder)),
        }
    }
}

impl BackupRun {
    /// The newest backup that was made in this very folder.
    pub fn newest_in(r: &Reader<'_>, folder: &str) -> Result<Option<Self>> {
        // With the separator behind it, and none in the name that follows.
        let start = Path::new(folder).join("");
        let separator = std::path::MAIN_SEPARATOR.to_string();
        r.one(
            "SELECT * FROM backup_run WHERE kind <> 'restore' AND failed IS NULL
             AND substr(file, 1, length(?1)) = ?1 AND instr(substr(file, length(?1) + 1), ?2) = 0
             ORDER BY id DESC LIMIT 1",
            (start.display().to_string(), separator),
            Self::read,
        )
    }

    /// The program's own newest try that failed.
    pub fn newest_daily_failure(r: &Reader<'_>) -> Result<Option<Self>> {
        r.one(
            "SELECT * FROM backup_run WHERE kind = 'daily' AND failed IS NOT NULL ORDER BY id DESC LIMIT 1",
            [],
            Self::read,
        )
    }

    /// The newest backup that was made, or the newest that failed.
    pub fn newest(r: &Reader<'_>, failed: bool) -> Result<Option<Self>> {
        r.one(
            "SELECT * FROM backup_run WHERE kind <> 'restore' AND (failed IS NOT NULL) = ?1 ORDER BY id DESC LIMIT 1",
            [failed],
            Self::read,
        )
    }
}
