//! Copies of the ledger that can be opened, and the way back (R40).
//!
//! A backup is made beside its name as `….partial`: copied page by page from one consistent state while the desk
//! goes on writing, synced, opened again with the key, checked, and only then renamed. It is encrypted as the ledger
//! is and has the same sidecar.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rand::rngs::StdRng;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::backup_name::BackupName;
use crate::ledger::backup_runs::{BackupKind, BackupRun};
use crate::ledger::file::{self, Key, Sidecar, Use, beside, remove_if_there, sync_folder};
use crate::ledger::settings::Versions;
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::verify::{self, Depth, Report};
use crate::ledger::{Connections, Doing, Ledger, Reader, audit, schema, swap, transact};
use crate::moment::Moment;

/// Pages copied between two looks at whether to stop: 4 MB.
const PAGES: i32 = 1024;

/// A backup that was made and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub path: PathBuf,
    /// Bytes.
    pub size: u64,
    /// Hash of the newest act in it.
    pub head: String,
}

impl Ledger {
    /// Makes a backup in `folder`; `name` makes its file name from the head of the chain.
    ///
    /// Errors: [`Code::BackupFolderGone`], [`Code::NoAccess`], [`Code::DiskFull`], [`Code::Duplicate`],
    /// [`Code::Untrue`] when the copy does not pass the checks, [`Code::Cancelled`]. Nothing half made stays.
    pub fn back_up(
        &self,
        folder: &Path,
        name: impl FnOnce(&str) -> String,
        task: &Arc<Task>,
    ) -> Result<Made> {
        if !folder.is_dir() {
            return Err(Error::new(Code::BackupFolderGone).at(folder));
        }
        let from = self.reading_connection()?;
        // One state of the ledger from first page to last, whatever is written meanwhile.
        let state = from.unchecked_transaction()?;
        let head = audit::head(&state)?;
        let path = folder.join(name(&head));
        if path.exists() {
            return Err(Error::new(Code::Duplicate)
                .with("what", "backup")
                .with("name", path.display()));
        }
        let partial = beside(&path, ".partial");
        let made = (|| {
            self.remove_left_over(folder);
            self.copy_to(&state, &partial, task)?;
            let report = verify::verify_file(&partial, &self.key, Depth::Chain, task)?;
            report.sound()?;
            if report.head != head {
                return Err(Error::new(Code::Untrue).with("count", 1));
            }
            Sidecar::new(&self.id, &self.key).write(&path)?;
            std::fs::rename(&partial, &path)?;
            sync_folder(&path)?;
            Ok(std::fs::metadata(&path)?.len())
        })();
        match made {
            Ok(size) => Ok(Made { path, size, head }),
            Err(error) => {
                remove_partial(&partial);
                let _ = remove_if_there(&file::sidecar_path(&path));
                Err(gone_meanwhile(error, folder))
            }
        }
    }

    /// Removes what an earlier backup of this ledger left when the power went or the program was ended. One at a time
    /// makes backups: the door sees to it.
    fn remove_left_over(&self, folder: &Path) {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        for name in files.filter_map(|file| file.file_name().into_string().ok()) {
            let backup = name.strip_suffix(".partial").and_then(BackupName::parse);
            if backup.is_some_and(|backup| backup.is_of(&self.id)) {
                remove_partial(&folder.join(name));
            }
        }
    }

    fn copy_to(&self, state: &Connection, partial: &Path, task: &Task) -> Result<()> {
        // Made by hand first: the system says why it refuses more clearly than SQLite does.
        std::fs::File::create_new(partial)?;
        let mut to = file::connect(partial, &self.key, Use::Make)?;
        let backup = Backup::new(state, &mut to)?;
        task.begin(WorkStage::Copy, 0)?;
        loop {
            let step = backup.step(PAGES)?;
            let progress = backup.progress();
            let pages = |n: i32| u64::try_from(n).unwrap_or(0);
            let total = pages(progress.pagecount);
            if task.progress().total != total {
                task.begin(WorkStage::Copy, total)?;
            }
            task.at(total - pages(progress.remaining))?;
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(Error::new(Code::LedgerLocked)),
            }
        }
        drop(backup);
        // The copied header asks for a write-ahead log; a backup is one file.
        to.execute_batch("PRAGMA journal_mode = DELETE")?;
        to.close().map_err(|(_, error)| error)?;
        self.is_one_file(partial)?;
        sync_file(partial)
    }

    /// Whether the copy asks for no log. SQLite says nothing when a disk without room refuses to write that down.
    fn is_one_file(&self, partial: &Path) -> Result<()> {
        let copy = file::connect(partial, &self.key, Use::Rest)?;
        let mode: String = copy.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
        if mode == "delete" {
            Ok(())
        } else {
            Err(Error::new(Code::DiskFull).at(partial))
        }
    }

    /// Puts a checked file, waiting as [`swap::waiting`], in the place of this ledger, and opens it. Nobody else may
    /// have the ledger open. Returns where the replaced file is kept.
    ///
    /// Errors: [`Code::LedgerLocked`] while another process reads it; then, and when the disk refuses, the ledger is
    /// as it was. Where the disk refuses even to put it back, nothing opens it before the next start.
    pub(crate) fn swap_in(&self, stamp: &str) -> Result<Option<PathBuf>> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let mut open = self.open.write().unwrap_or_else(|e| e.into_inner());
        *open = None;
        let swapped = file::alone(&self.path).and_then(|alone| {
            let kept = swap::swap(&self.path, stamp);
            drop(alone);
            kept
        });
        // What would be written now, the next start would put aside.
        if swapped.is_err() && swap::pending(&self.path) {
            return swapped;
        }
        // Whatever happened, what lies there now is opened: the restored ledger, or the one before.
        let (connections, _) = Connections::open(&self.path, &self.key, true)?;
        *open = Some(connections);
        swapped
    }
}

/// Who restores, and what is recorded about it in the restored ledger.
pub struct Restoring<'a> {
    pub now: Moment,
    pub verb: &'static str,
    pub rng: &'a mut StdRng,
    /// Finds the person among those of the backup; refuses one who may not restore. `None`: the backup does not know
    /// the person, whose right the present ledger vouched for.
    pub who: &'a dyn Fn(&Reader<'_>) -> Result<Option<PersonId>>,
}

/// A checked backup, waiting beside the ledger with the record of its restore already in it.
#[derive(Debug)]
pub struct Prepared {
    pub report: Report,
    pub run: BackupRun,
    /// Names the replaced ledger: day and time in the office's zone.
    pub stamp: String,
}

/// Copies a backup beside the ledger at `path`, checks it there to the last row, so that what was checked is what
/// will be put in place, and writes the record of the restore into it. The ledger itself is not touched; `id` is its
/// name where it has one.
///
/// Errors: [`Code::NotABackup`], [`Code::BackupDamaged`], [`Code::LedgerForeign`], [`Code::WrongKey`],
/// [`Code::LedgerNewer`], [`Code::LedgerLocked`] for a ledger in use, [`Code::Untrue`], [`Code::DiskFull`],
/// [`Code::Cancelled`], and those of `who`.
pub fn prepare_restore(
    path: &Path,
    id: Option<&str>,
    key: &Key,
    backup: &Path,
    task: &Arc<Task>,
    by: &mut Restoring<'_>,
) -> Result<Prepared> {
    if !backup.is_file() {
        return Err(Error::new(Code::NotABackup).at(backup));
    }
    if beside(backup, "-wal").exists() || backup == path {
        // Without its log the file is only a part of a ledger.
        return Err(Error::new(Code::LedgerLocked));
    }
    let waiting = swap::waiting(path);
    forget_restore(path);
    let prepared = (|| {
        let name = allowed(backup, id, key, by).map_err(|e| of_backup(e, backup))?;
        copy_file(backup, &waiting, task)?;
        Sidecar::new(&name, key).write(&waiting)?;
        let report = verify::verify_file(&waiting, key, Depth::Rows, task)
            .map_err(|e| of_backup(e, backup))?;
        report.sound()?;
        record(backup, &waiting, key, report, by)
    })();
    if prepared.is_err() {
        forget_restore(path);
    }
    prepared
}

/// What is said of a ledger is said of a backup: it is not the ledger in use that is damaged or missing.
pub fn of_backup(mut error: Error, backup: &Path) -> Error {
    error.code = match error.code {
        Code::NotALedger | Code::LedgerMissing => Code::NotABackup,
        Code::LedgerDamaged => Code::BackupDamaged,
        code => code,
    };
    error.at(backup)
}

/// The quick checks, before anything is copied: the ledger's name, the key, the schema and the person. Returns the
/// name.
fn allowed(backup: &Path, id: Option<&str>, key: &Key, by: &Restoring<'_>) -> Result<String> {
    let foreign = |name: &str| id.is_some_and(|id| id != name);
    let sidecar = Sidecar::read(backup)?.map(|s| s.ledger_id);
    if sidecar.as_deref().is_some_and(foreign) {
        return Err(Error::new(Code::LedgerForeign));
    }
    let conn = verify::open_at_rest(backup, key)?;
    // Where the file bears another name than its sidecar, the check that follows says so.
    let name = match sidecar {
        Some(name) => name,
        None => verify::identity::name(&conn)?.ok_or_else(|| Error::new(Code::LedgerDamaged))?,
    };
    if foreign(&name) {
        return Err(Error::new(Code::LedgerForeign));
    }
    if schema::version(&conn)? == schema::KNOWN {
        // An older backup can only be asked once it was brought up to date.
        (by.who)(&Reader { conn: &conn })?;
    }
    Ok(name)
}

/// Brings the waiting file up to date and writes the record of its restore into it.
fn record(
    backup: &Path,
    waiting: &Path,
    key: &Key,
    report: Report,
    by: &mut Restoring<'_>,
) -> Result<Prepared> {
    let mut conn = file::connect(waiting, key, Use::Make)?;
    schema::bring_up_to_date(&mut conn)?;
    let reader = Reader { conn: &conn };
    let zone = Versions::load(&reader)?
        .in_force(by.now)
        .map_or(chrono_tz::UTC, |settings| settings.office.zone);
    let doing = Doing {
        at: by.now,
        // A person's password is tried here, where an older backup was not asked before, and never within the
        // transaction.
        person: (by.who)(&reader)?,
        verb: by.verb,
    };
    let size = i64::try_from(std::fs::metadata(backup)?.len()).unwrap_or(i64::MAX);
    let stamp = by.now.local(zone).format("%Y%m%d-%H%M%S").to_string();
    let (run, _) = transact(&mut conn, doing, by.rng, |mut w| {
        let run = BackupRun {
            id: Default::default(),
            version: 0,
            kind: BackupKind::Restore,
            at: doing.at,
            by_person: doing.person,
            file: backup.display().to_string(),
            size,
            head: report.head.clone(),
            kept: stamp.clone(),
            failed: None,
        }
        .insert(&mut w)?;
        Ok((run, w))
    })?;
    conn.close().map_err(|(_, error)| error)?;
    sync_file(waiting)?;
    Ok(Prepared { report, run, stamp })
}

/// Waits until the file is on the disk. Opened for writing: Windows refuses it otherwise.
fn sync_file(path: &Path) -> Result<()> {
    let file = std::fs::OpenOptions::new().write(true).open(path)?;
    Ok(file.sync_all()?)
}

/// Removes what a restore that did not come about left waiting.
pub fn forget_restore(path: &Path) {
    if !swap::pending(path) {
        remove_partial(&swap::waiting(path));
    }
}

fn copy_file(from: &Path, to: &Path, task: &Task) -> Result<()> {
    use std::io::{Read as _, Write as _};
    let mut source = std::fs::File::open(from).map_err(|e| Error::from(e).at(from))?;
    let here = |e: std::io::Error| Error::from(e).at(to);
    let mut target = std::fs::File::create(to).map_err(here)?;
    task.begin(WorkStage::Copy, source.metadata()?.len())?;
    let mut buffer = vec![0; 1 << 20];
    let mut done = 0;
    loop {
        let n = source
            .read(&mut buffer)
            .map_err(|e| Error::from(e).at(from))?;
        if n == 0 {
            break;
        }
        target.write_all(&buffer[..n]).map_err(here)?;
        done += n as u64;
        task.at(done)?;
    }
    target.sync_all().map_err(here)
}

/// Removes a half-made file with whatever SQLite laid beside it. That it cannot be removed from a disk that is gone
/// is no further failure: a partial file never passes for a backup.
fn remove_partial(partial: &Path) {
    for ending in ["", "-journal", "-wal", "-shm", ".id", ".id.tmp"] {
        let _ = remove_if_there(&beside(partial, ending));
    }
}

/// The folder is what a person can do something about: it vanished meanwhile, or may not be written to.
fn gone_meanwhile(error: Error, folder: &Path) -> Error {
    match error.code {
        Code::FileTrouble if !folder.is_dir() => Error {
            cause: error.cause,
            ..Error::new(Code::BackupFolderGone).at(folder)
        },
        Code::FileTrouble | Code::NoAccess => error.at(folder),
        _ => error,
    }
}
