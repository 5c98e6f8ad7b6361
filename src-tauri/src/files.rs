//! Native dialogs for files and folders: the only place that opens them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::State;

/// What to ask for.
#[derive(Debug, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Wanted {
    /// A file that is there, with one of these endings (`xlsx`), looked for first in this folder.
    Open {
        title: String,
        endings: Vec<String>,
        folder: Option<PathBuf>,
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

/// The places for new files that the user chose in this run: documents are written there and nowhere else.
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

/// Asks the user for a file or folder; nothing when the dialog is closed without a choice.
#[tauri::command]
pub async fn pick(
    picked: State<'_, Picked>,
    wanted: Wanted,
) -> std::result::Result<Option<PathBuf>, ()> {
    let to_write = matches!(wanted, Wanted::Save { .. });
    let path = ask(wanted).await;
    if let Some(path) = path.as_deref().filter(|_| to_write) {
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
        Wanted::Open {
            title,
            endings,
            folder,
        } => {
            let mut dialog = dialog.set_title(title);
            // A folder that is gone begins nowhere in particular; any other can be chosen.
            if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
                dialog = dialog.set_directory(folder);
            }
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
    fn only_what_was_chosen_may_be_written() {
        let picked = Picked::default();
        picked.add(Path::new("/a/b.pdf"));
        assert!(picked.holds(Path::new("/a/b.pdf")));
        assert!(!picked.holds(Path::new("/a/c.pdf")));
    }
}
