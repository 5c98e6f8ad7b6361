//! Makes a backup: when someone asks, or once a day by itself.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::backup::plan::backups_in;
use crate::backup::thin;
use crate::door::{LongVerb, Work};
use crate::error::{Code, Result};
use crate::ledger::backup::Made;
use crate::ledger::backup_name::BackupName;
use crate::ledger::backup_runs::{BackupKind, BackupPlan, BackupRun};
use crate::ledger::file::{remove_if_there, sidecar_path};

/// Makes a backup now.
#[derive(Deserialize, TS)]
pub struct BackUpNow {
    /// Another folder than the chosen one, such as a stick to take away.
    pub folder: Option<String>,
}

/// A backup that was made.
#[derive(Debug, Serialize, TS)]
pub struct BackedUp {
    pub run: BackupRun,
    /// How many old backups were thinned out.
    pub thinned: usize,
}

impl LongVerb for BackUpNow {
    const NAME: &'static str = "backup.now";
    const ACTION: Action = Action::BackUp;
    type Out = BackedUp;

    fn run(self, work: &Work<'_>) -> Result<BackedUp> {
        match self.folder.filter(|f| !f.trim().is_empty()) {
            Some(folder) => back_up(work, folder.as_ref(), BackupKind::Now, false),
            None => back_up(
                work,
                &work.read(|r| BackupPlan::folder(r))?,
                BackupKind::Now,
                true,
            ),
        }
    }
}

/// Makes the daily backup if its folder has none of this day. `None` when it is not due or not wanted.
pub(crate) fn daily(work: &Work<'_>) -> Result<Option<BackedUp>> {
    let due = work.read(|r| {
        let Some(plan) = BackupPlan::chosen(r)?.filter(|p| p.daily) else {
            return Ok(None);
        };
        let at = |run: Option<BackupRun>| run.map(|run| run.at);
        // A stick that someone took away is no backup where the office keeps its own.
        let made = at(BackupRun::newest_in(r, &plan.folder)?);
        let failed = at(BackupRun::newest_daily_failure(r)?);
        Ok(thin::due(r.now(), r.zone()?, made, failed).then_some(plan.folder))
    })?;
    due.map(|folder| back_up(work, folder.as_ref(), BackupKind::Daily, true))
        .transpose()
}

fn back_up(work: &Work<'_>, folder: &Path, kind: BackupKind, thins: bool) -> Result<BackedUp> {
    let local = work.now().local(work.settings()?.office.zone);
    let ledger = work.ledger();
    let name = |head: &str| BackupName::new(ledger.id(), local, head).to_string();
    match ledger.back_up(folder, name, &work.task) {
        Ok(made) => {
            let run = record(work, kind, Some(&made), None)?;
            let thinned = if thins {
                thin_out(folder, ledger.id(), local.date())
            } else {
                0
            };
            Ok(BackedUp { run, thinned })
        }
        Err(error) => {
            // A failed backup is a fact that the screen shows; if even that cannot be written, the error still says so.
            if error.code != Code::Cancelled {
                let _ = record(work, kind, None, Some(error.code));
            }
            Err(error)
        }
    }
}

fn record(
    work: &Work<'_>,
    kind: BackupKind,
    made: Option<&Made>,
    failed: Option<Code>,
) -> Result<BackupRun> {
    work.record(|w| {
        BackupRun {
            id: Default::default(),
            version: 0,
            kind,
            at: work.now(),
            by_person: work.who().map(|who| who.id),
            file: made.map_or_else(String::new, |m| m.path.display().to_string()),
            size: made.map_or(0, |m| i64::try_from(m.size).unwrap_or(i64::MAX)),
            head: made.map_or_else(String::new, |m| m.head.clone()),
            kept: String::new(),
            failed: failed.map(|code| code.as_str().to_owned()),
        }
        .insert(w)
    })
}

/// Removes superfluous backups of this ledger; one that cannot be removed stays and is tried again next time.
fn thin_out(folder: &Path, ledger_id: &str, today: chrono::NaiveDate) -> usize {
    let files = backups_in(folder, ledger_id);
    let times: Vec<_> = files.iter().map(|f| f.name.at).collect();
    let superfluous = thin::superfluous(today, &times);
    files
        .iter()
        .filter(|file| superfluous.contains(&file.name.at))
        .filter(|file| {
            remove_if_there(&file.path).is_ok()
                && remove_if_there(&sidecar_path(&file.path)).is_ok()
        })
        .count()
}
