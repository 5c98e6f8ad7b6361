//! Native dialogs for files and folders: the only place that opens them.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use repair_core::{Error, Result};
use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::State;

/// What to ask for.
#[derive(Debug, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Wanted {
    /// A file that is there, with one of these endings (`xlsx`).
    Open {
        title: String,
        endings: Vec<String>,
    },
    /// A place for a new file of this name.
    Save {
        title: String,
        name: String,
    },
    Folder {
        title: String,
    },
}

/// The places that the user chose in this run: the window may have files written there and nowhere else.
#[derive(Default)]
pub struct Picked(Mutex<HashSet<PathBuf>>);

impl Picked {
    fn add(&self, path: &Path) {
        let mut held = self.0.lock().unwrap_or_else(|e| e.into_inner());
        held.insert(path.to_owned());
    }

    /// Whether the user chose this place.
    pub fn holds(&self, path: &Path) -> bool {
        let held = self.0.lock().unwrap_or_else(|e| e.into_inner());
        held.contains(path)
    }
}

/// Writes a file whole or not at all: an old one of that name stays until the new one is on the disk.
///
/// Errors: [`repair_core::Code::DiskFull`], [`repair_core::Code::FileTrouble`] with the path.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = path.with_added_extension("part");
    write_and_rename(&part, path, bytes).map_err(|error| {
        // What is left of a file that could not be written is of no use.
        let _ = std::fs::remove_file(&part);
        Error::from(error).with("path", path.display())
    })
}

fn write_and_rename(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(part, path)
}

/// Asks the user for a file or folder; nothing when the dialog is closed without a choice.
#[tauri::command]
pub async fn pick(
    picked: State<'_, Picked>,
    wanted: Wanted,
) -> std::result::Result<Option<PathBuf>, ()> {
    let path = ask(wanted).await;
    if let Some(path) = &path {
        picked.add(path);
    }
    Ok(path)
}

async fn ask(wanted: Wanted) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(answer) = prepared::answer(&wanted) {
        return answer;
    }
    let dialog = AsyncFileDialog::new();
    let chosen = match wanted {
        Wanted::Open { title, endings } => {
            let dialog = dialog.set_title(title);
            let name = endings.join(", ");
            dialog.add_filter(name, &endings).pick_file().await
        }
        Wanted::Save { title, name } => {
            let dialog = dialog.set_title(title).set_file_name(name);
            dialog.save_file().await
        }
        Wanted::Folder { title } => dialog.set_title(title).pick_folder().await,
    };
    chosen.map(|handle| handle.path().to_owned())
}

/// Answers for window tests, which cannot reach a native dialog. A release build has none of this.
#[cfg(debug_assertions)]
mod prepared {
    use super::{PathBuf, Wanted};

    /// Names a file whose text is the path to answer with; an empty text closes the dialog. For a new file the
    /// path may be the folder that takes it.
    const PICK: &str = "REPAIR_DESK_PICK";

    pub fn answer(wanted: &Wanted) -> Option<Option<PathBuf>> {
        let text = std::fs::read_to_string(std::env::var_os(PICK)?).ok()?;
        let text = text.trim();
        if text.is_empty() {
            return Some(None);
        }
        let path = PathBuf::from(text);
        Some(Some(match wanted {
            Wanted::Save { name, .. } if path.is_dir() => path.join(name),
            _ => path,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_or_the_old_one_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("register.xlsx");
        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");

        std::fs::create_dir(dir.path().join("register.csv.part")).unwrap();
        let error = write_whole(&dir.path().join("register.csv"), b"x").unwrap_err();
        assert_eq!(error.code, repair_core::Code::FileTrouble);
        assert!(error.params["path"].ends_with("register.csv"));
        assert!(!dir.path().join("register.csv").exists());
    }

    #[test]
    fn only_what_was_chosen_may_be_written() {
        let picked = Picked::default();
        picked.add(Path::new("/a/b.pdf"));
        assert!(picked.holds(Path::new("/a/b.pdf")));
        assert!(!picked.holds(Path::new("/a/c.pdf")));
    }
}
