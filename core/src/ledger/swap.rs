//! Puts a restored file in the place of the ledger so that a crash at any instant leaves no mixture: the ledger is
//! afterwards wholly the old or wholly the restored one, and the old one stays beside it.
//!
//! The restored file waits as `<ledger>.restored`, checked and synced. A marker `<ledger>.swap` is written before the
//! first rename and removed after the last; whoever opens the ledger next finishes what the marker tells.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::ledger::file::{beside, remove_if_there, sidecar_path, sync_folder, write_whole};

/// What the marker holds.
#[derive(Serialize, Deserialize)]
struct Marker {
    /// File name under which the replaced ledger is kept, in the same folder.
    kept: String,
}

fn marker_path(path: &Path) -> PathBuf {
    beside(path, ".swap")
}

/// Where a restored file waits.
pub fn waiting(path: &Path) -> PathBuf {
    beside(path, ".restored")
}

/// Whether a swap was begun and not finished.
pub fn pending(path: &Path) -> bool {
    marker_path(path).exists()
}

/// Begins and finishes the swap. Nobody may have the ledger open. `stamp` names the replaced ledger.
///
/// Returns where the replaced ledger is kept, or `None` where there was none. After an error the old ledger lies where
/// it lay, and no later start swaps. Where the disk refuses even that, the swap stays [`pending`]: nobody may write
/// the ledger before the next who opens it has finished the swap.
pub fn swap(path: &Path, stamp: &str) -> Result<Option<PathBuf>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut kept = format!("{name}.replaced-{stamp}");
    let mut n = 1;
    while folder.join(&kept).exists() {
        n += 1;
        kept = format!("{name}.replaced-{stamp}-{n}");
    }
    let there_was = path.exists();
    let marker = serde_json::to_vec(&Marker { kept: kept.clone() }).map_err(Error::broken)?;
    let kept = folder.join(kept);
    // A marker that was not written for sure may lie there all the same.
    if let Err(error) = write_whole(&marker_path(path), &marker) {
        put_back(path, &kept)?;
        return Err(error);
    }
    match finish(path) {
        // As long as the restored file waits, the old ledger can be put back.
        Err(error) if waiting(path).exists() => {
            put_back(path, &kept)?;
            Err(error)
        }
        // The restored ledger lies in its place; whoever opens it next does what is left.
        _ => Ok(there_was.then_some(kept)),
    }
}

/// Puts the old ledger back where it lay, and the marker away last.
fn put_back(path: &Path, kept: &Path) -> Result<()> {
    let own = |p: &Path| p.to_owned();
    // As long as the old ledger and its log do not lie together, the marker must stay.
    if !path.exists() {
        Step::Move(own(kept), own(path)).run()?;
    }
    Step::Move(beside(kept, "-wal"), beside(path, "-wal")).run()?;
    // From here on the marker must go, whatever the disk says meanwhile: the desk works on in the old ledger.
    let done = [
        Step::Sync(own(path)),
        Step::Remove(marker_path(path)),
        Step::Sync(own(path)),
    ]
    .map(|step| step.run());
    // A copy that nobody looks for.
    let _ = remove_if_there(&sidecar_path(kept));
    done.into_iter().collect()
}

/// Finishes a swap that was begun, if there is one.
pub fn finish(path: &Path) -> Result<()> {
    let Ok(marker) = std::fs::read(marker_path(path)) else {
        return Ok(());
    };
    for step in steps(path, &marker)? {
        step.run()?;
    }
    Ok(())
}

/// One step of the swap. Each can be run again after a crash without harm.
enum Step {
    Move(PathBuf, PathBuf),
    Copy(PathBuf, PathBuf),
    Remove(PathBuf),
    /// Makes the steps before it last.
    Sync(PathBuf),
}

/// The steps that are still to be done: as long as the restored file waits, what lies at `path` is the old ledger.
fn steps(path: &Path, marker: &[u8]) -> Result<Vec<Step>> {
    use Step::{Copy, Move, Remove, Sync};
    let marker: Marker = serde_json::from_slice(marker).map_err(Error::broken)?;
    let kept = path.with_file_name(&marker.kept);
    let restored = waiting(path);
    let own = |p: &Path| p.to_owned();
    let mut steps = Vec::new();
    if restored.exists() {
        steps.extend([
            Move(beside(path, "-wal"), beside(&kept, "-wal")),
            Remove(beside(path, "-shm")),
            Copy(sidecar_path(path), sidecar_path(&kept)),
            Move(own(path), own(&kept)),
            Sync(own(path)),
            Move(own(&restored), own(path)),
            Sync(own(path)),
        ]);
    }
    steps.extend([
        Move(sidecar_path(&restored), sidecar_path(path)),
        Sync(own(path)),
        Remove(marker_path(path)),
        Sync(own(path)),
    ]);
    Ok(steps)
}

impl Step {
    /// Does it; what is not there was moved already.
    fn run(&self) -> Result<()> {
        let done = match self {
            Self::Move(from, to) => std::fs::rename(from, to),
            Self::Copy(from, to) => std::fs::copy(from, to).map(drop),
            Self::Remove(path) => return remove_if_there(path),
            Self::Sync(path) => return sync_folder(path),
        };
        match (done, self) {
            (Err(error), Self::Move(path, _) | Self::Copy(path, _))
                if error.kind() != std::io::ErrorKind::NotFound =>
            {
                Err(Error::from(error).at(path))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::file::trouble::{Asked, Trouble};
    use std::fs;

    const OLD: [(&str, &str); 4] = [
        ("l", "old"),
        ("l-wal", "old log"),
        ("l-shm", "old index"),
        ("l.id", "old id"),
    ];

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in OLD {
            fs::write(dir.path().join(name), text).unwrap();
        }
        fs::write(dir.path().join("l.restored"), "new").unwrap();
        fs::write(dir.path().join("l.restored.id"), "new id").unwrap();
        let path = dir.path().join("l");
        (dir, path)
    }

    fn listing(dir: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(dir)
            .unwrap()
            .map(|e| e.unwrap())
            .map(|e| {
                (
                    e.file_name().into_string().unwrap(),
                    fs::read_to_string(e.path()).unwrap(),
                )
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn a_crash_after_any_step_is_finished_by_the_next_who_opens() {
        let (dir, path) = folder();
        let kept = swap(&path, "D").unwrap().unwrap();
        assert_eq!(kept, dir.path().join("l.replaced-D"));
        let wanted = listing(dir.path());
        let names: Vec<&str> = wanted.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(
            names,
            [
                "l",
                "l.id",
                "l.replaced-D",
                "l.replaced-D-wal",
                "l.replaced-D.id"
            ]
        );
        assert_eq!(wanted[0].1, "new");
        assert_eq!(wanted[2].1, "old");

        let marker = br#"{"kept":"l.replaced-D"}"#;
        let total = steps(&folder().1, marker).unwrap().len();
        for crash in 0..total {
            let (dir, path) = folder();
            fs::write(marker_path(&path), marker).unwrap();
            for step in steps(&path, marker).unwrap().iter().take(crash) {
                step.run().unwrap();
            }
            finish(&path).unwrap();
            assert_eq!(listing(dir.path()), wanted, "crash after step {crash}");
        }
    }

    #[test]
    fn a_swap_that_fails_leaves_the_old_ledger_and_no_later_start_swaps() {
        for blocked in ["l-shm", "l.replaced-D.id"] {
            let (dir, path) = folder();
            let _ = fs::remove_file(dir.path().join(blocked));
            // Neither can a folder be removed as a file nor a file be copied over it.
            fs::create_dir_all(dir.path().join(blocked).join("in the way")).unwrap();
            swap(&path, "D").unwrap_err();
            assert!(!pending(&path), "{blocked}");
            fs::remove_dir_all(dir.path().join(blocked)).unwrap();
            finish(&path).unwrap();
            for (name, text) in OLD {
                // SQLite makes its index anew.
                if name != "l-shm" {
                    let found = fs::read_to_string(dir.path().join(name)).unwrap();
                    assert_eq!(found, text, "{name} with {blocked} in the way");
                }
            }
        }
    }

    #[test]
    fn a_disk_that_refuses_to_make_it_last_leaves_the_old_ledger_or_the_restored_one() {
        let old: Vec<_> = OLD.iter().filter(|(name, _)| *name != "l-shm").collect();
        let whole = |path: &Path, left: &[(String, String)]| {
            let text = |name: &str| {
                left.iter()
                    .find(|(n, _)| n == name)
                    .map(|(_, t)| t.as_str())
            };
            assert!(!pending(path));
            if text("l") == Some("new") {
                assert_eq!(text("l.id"), Some("new id"));
                assert_eq!(text("l-wal"), None);
                return;
            }
            for (name, is) in &old {
                assert_eq!(text(name), Some(*is), "{name}");
            }
        };
        let mut failed = 0;
        for first in 0..6 {
            for lasting in [false, true] {
                let (dir, path) = folder();
                let trouble = Trouble::with_syncs(move |n| n == first || lasting && n > first);
                let swapped = swap(&path, "D");
                drop(trouble);
                if swapped.is_err() {
                    failed += 1;
                    assert_eq!(fs::read_to_string(&path).unwrap(), "old", "sync {first}");
                    whole(&path, &listing(dir.path()));
                }
                finish(&path).unwrap();
                let is = fs::read_to_string(&path).unwrap();
                let wanted = if swapped.is_err() { "old" } else { "new" };
                assert_eq!(is, wanted, "sync {first}, lasting: {lasting}");
                whole(&path, &listing(dir.path()));
            }
        }
        assert_eq!(
            failed, 4,
            "of the marker, and after the old ledger was moved"
        );
    }

    #[test]
    fn a_marker_that_cannot_be_put_away_stays_and_the_next_start_finishes() {
        let (_dir, path) = folder();
        let trouble = Trouble::when(|asked, path| {
            asked == Asked::Sync || path.extension().is_some_and(|e| e == "swap")
        });
        swap(&path, "D").unwrap_err();
        drop(trouble);
        assert!(pending(&path));
        finish(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn an_earlier_replaced_ledger_of_the_same_second_is_not_overwritten() {
        let (dir, path) = folder();
        fs::write(dir.path().join("l.replaced-D"), "earlier").unwrap();
        let kept = swap(&path, "D").unwrap().unwrap();
        assert_eq!(kept, dir.path().join("l.replaced-D-2"));
        assert_eq!(
            fs::read_to_string(dir.path().join("l.replaced-D")).unwrap(),
            "earlier"
        );
    }
}
