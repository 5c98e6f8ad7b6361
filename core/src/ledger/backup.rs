//! Copies of the ledger that can be opened, and the way back (R40).
//!
//! A backup is made beside its name as `….partial`: copied page by page from one consistent state while the desk
//! goes on writing, synced, opened again with the key, checked, and only then renamed. It is encrypted as the ledger
//! is and has the same sidecar.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::error::{Code, Error, Result};
use crate::ledger::file::{self, Key, Sidecar, Use, beside, remove_if_there, sync_folder};
use crate::ledger::task::{Stage, Task};
use crate::ledger::verify::{self, Depth, Report};
use crate::ledger::{Connections, Ledger, audit, swap};

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
            remove_if_there(&partial)?;
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

    fn copy_to(&self, state: &Connection, partial: &Path, task: &Task) -> Result<()> {
        let mut to = file::connect(partial, &self.key, Use::Make)?;
        let backup = Backup::new(state, &mut to)?;
        task.begin(Stage::Copy, 0)?;
        loop {
            let step = backup.step(PAGES)?;
            let progress = backup.progress();
            let pages = |n: i32| u64::try_from(n).unwrap_or(0);
            let total = pages(progress.pagecount);
            if task.progress().total != total {
                task.begin(Stage::Copy, total)?;
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
        std::fs::File::open(partial)?.sync_all()?;
        Ok(())
    }

    /// Puts a checked file, waiting as [`swap::waiting`], in the place of this ledger, and opens it. Nobody else may
    /// have the ledger open. Returns where the replaced file is kept.
    ///
    /// Errors: [`Code::LedgerLocked`] while another process reads it; then, and when the disk refuses, the ledger is
    /// as it was.
    pub fn swap_in(&self, stamp: &str) -> Result<Option<PathBuf>> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let mut open = self.open.write().unwrap_or_else(|e| e.into_inner());
        *open = None;
        let swapped = file::alone(&self.path).and_then(|_| swap::swap(&self.path, stamp));
        // Whatever happened, what lies there now is opened: the restored ledger, or the one before.
        let (connections, _) = Connections::open(&self.path, &self.key, true)?;
        *open = Some(connections);
        swapped
    }
}

/// Copies a backup beside the ledger at `path` and checks it there to the last row, so that what was checked is what
/// will be put in place. The ledger itself is not touched; `id` is its name where it has one.
///
/// Errors: [`Code::LedgerMissing`], [`Code::NotALedger`], [`Code::LedgerForeign`], [`Code::WrongKey`],
/// [`Code::LedgerNewer`], [`Code::LedgerDamaged`], [`Code::LedgerLocked`] for a ledger in use, [`Code::Untrue`],
/// [`Code::DiskFull`], [`Code::Cancelled`].
pub fn prepare_restore(
    path: &Path,
    id: Option<&str>,
    key: &Key,
    backup: &Path,
    task: &Arc<Task>,
) -> Result<Report> {
    if !backup.exists() {
        return Err(Error::new(Code::LedgerMissing).at(backup));
    }
    if beside(backup, "-wal").exists() || backup == path {
        // Without its log the file is only a part of a ledger.
        return Err(Error::new(Code::LedgerLocked));
    }
    let sidecar = Sidecar::read(backup)?;
    if let Some(sidecar) = &sidecar {
        if id.is_some_and(|id| id != sidecar.ledger_id) {
            return Err(Error::new(Code::LedgerForeign));
        }
        sidecar.check(key)?;
    }
    let waiting = swap::waiting(path);
    forget_restore(path);
    let checked = (|| {
        copy_file(backup, &waiting, task)?;
        if let Some(sidecar) = &sidecar {
            sidecar.write(&waiting)?;
        }
        let report = verify::verify_file(&waiting, key, Depth::Rows, task).map_err(|e| {
            if e.params.contains_key("path") {
                e.at(backup)
            } else {
                e
            }
        })?;
        report.sound()?;
        let inside = identity(&waiting, key)?;
        if id.is_some_and(|id| id != inside) {
            return Err(Error::new(Code::LedgerForeign));
        }
        Sidecar::new(&inside, key).write(&waiting)?;
        Ok(report)
    })();
    if checked.is_err() {
        forget_restore(path);
    }
    checked
}

/// Removes what a restore that did not come about left waiting.
pub fn forget_restore(path: &Path) {
    if !swap::pending(path) {
        remove_partial(&swap::waiting(path));
    }
}

fn identity(path: &Path, key: &Key) -> Result<String> {
    let conn = verify::open_at_rest(path, key)?;
    Ok(conn.query_row("SELECT ledger_id FROM identity", [], |row| row.get(0))?)
}

fn copy_file(from: &Path, to: &Path, task: &Task) -> Result<()> {
    use std::io::{Read as _, Write as _};
    let mut source = std::fs::File::open(from).map_err(|e| Error::from(e).at(from))?;
    let here = |e: std::io::Error| Error::from(e).at(to);
    let mut target = std::fs::File::create(to).map_err(here)?;
    task.begin(Stage::Copy, source.metadata()?.len())?;
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

/// A folder that vanished while it was written to.
fn gone_meanwhile(error: Error, folder: &Path) -> Error {
    if error.code == Code::FileTrouble && !folder.is_dir() {
        let mut gone = Error::new(Code::BackupFolderGone).at(folder);
        gone.cause = error.cause;
        gone
    } else if error.params.get("path").is_some_and(|p| p == "none") {
        error.at(folder)
    } else {
        error
    }
}
