//! Where backups go, which there are, and when the last was made.

use rand::rngs::StdRng;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{LongVerb, Reader, Work, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ledger::backup_name::BackupName;
use crate::ledger::backup_runs::{BackupPlan, BackupRun};
use crate::ledger::file::{beside, remove_if_there};
use crate::text_field::required_text;

/// Shows the plan and the backups.
#[derive(Deserialize, TS)]
pub struct ShowPlan {}

/// Where backups go and what became of them.
#[derive(Debug, Serialize, TS)]
pub struct PlanView {
    pub folder: Option<String>,
    pub daily: bool,
    /// Whether the folder can be reached now.
    pub folder_there: bool,
    /// The newest backup that was made.
    pub last: Option<BackupRun>,
    /// The newest that failed, if none was made since.
    pub failed_since: Option<BackupRun>,
    /// This ledger's backups in the folder, the newest first.
    pub files: Vec<BackupFile>,
}

/// A backup in the folder.
#[derive(Debug, Serialize, TS)]
pub struct BackupFile {
    pub path: String,
    /// When it was begun, in office time: `2026-11-23 14:30:05`.
    pub at: String,
    /// Bytes.
    pub size: u64,
    /// First digits of the newest act's hash.
    pub head: String,
}

impl LongVerb for ShowPlan {
    const NAME: &'static str = "backup.plan";
    const ACTION: Action = Action::BackUp;
    const ALONE: bool = false;
    const RECORDS: bool = false;
    type Out = PlanView;

    fn run(self, work: &Work<'_>) -> Result<PlanView> {
        let (plan, last, failed) = work.read(|r| {
            Ok((
                BackupPlan::chosen(r)?,
                BackupRun::newest(r, false)?,
                BackupRun::newest(r, true)?,
            ))
        })?;
        let folder = plan.as_ref().map(|p| p.folder.clone());
        let files = folder
            .iter()
            .flat_map(|f| backups_in(f.as_ref(), work.ledger().id()))
            .map(|found| BackupFile {
                path: found.path.display().to_string(),
                at: found.name.at.to_string(),
                size: found.size,
                head: found.name.head,
            });
        Ok(PlanView {
            folder_there: folder.as_ref().is_some_and(|f| Path::new(f).is_dir()),
            daily: plan.is_some_and(|p| p.daily),
            failed_since: failed.filter(|f| last.as_ref().is_none_or(|l| l.id < f.id)),
            last,
            files: files.collect(),
            folder,
        })
    }
}

/// A backup found in a folder.
pub struct Found {
    pub name: BackupName,
    pub path: PathBuf,
    pub size: u64,
}

/// This ledger's backups in a folder, the newest first; none where the folder cannot be read.
pub fn backups_in(folder: &Path, ledger_id: &str) -> Vec<Found> {
    let mut found: Vec<Found> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = BackupName::parse(entry.file_name().to_str()?)?;
            name.is_of(ledger_id).then_some(Found {
                name,
                path: entry.path(),
                size: entry.metadata().ok()?.len(),
            })
        })
        .collect();
    found.sort_by(|a, b| b.name.cmp(&a.name));
    found
}

/// Chooses the folder for backups.
#[derive(Deserialize, TS)]
pub struct ChoosePlan {
    /// Full path of a folder that is there and can be written to.
    pub folder: String,
    /// Whether the program makes a backup every day by itself.
    pub daily: bool,
}

impl WriteVerb for ChoosePlan {
    const NAME: &'static str = "backup.choose_plan";
    const ACTION: Action = Action::BackUp;
    type Out = BackupPlan;

    fn prepares(&self) -> bool {
        true
    }

    /// A folder on the network may not answer for minutes.
    fn prepare(&mut self, _r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        self.folder = required_text("folder", &self.folder)?;
        usable(Path::new(&self.folder)).map_err(|e| e.on("folder"))
    }

    fn run(self, w: &mut Writer<'_>) -> Result<BackupPlan> {
        let old = BackupPlan::chosen(w)?;
        let plan = BackupPlan {
            id: old.as_ref().map(|p| p.id).unwrap_or_default(),
            version: old.as_ref().map(|p| p.version).unwrap_or_default(),
            folder: self.folder,
            daily: self.daily,
        };
        match &old {
            Some(old) => plan.update(w, old),
            None => plan.insert(w),
        }
    }
}

/// Errors: [`Code::BackupFolderGone`], [`Code::NoAccess`], [`Code::DiskFull`].
fn usable(folder: &Path) -> Result<()> {
    if !folder.is_absolute() || !folder.is_dir() {
        return Err(Error::new(Code::BackupFolderGone).at(folder));
    }
    let probe = beside(&folder.join("repair-desk"), ".probe");
    std::fs::write(&probe, b"probe").map_err(|e| Error::from(e).at(folder))?;
    // Another desk may have chosen the same folder at the same moment.
    remove_if_there(&probe).map_err(|e| e.at(folder))
}
