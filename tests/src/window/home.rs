//! The folders of one run: ledger, printer, answers for dialogs.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger};
use tempfile::TempDir;

/// A computer's home for one test; several windows may be opened on it, one after another or at once.
pub struct Home(TempDir);

impl Home {
    /// An empty home.
    pub fn empty() -> Self {
        let home = Self(TempDir::with_prefix("repair-desk-").expect("a folder can be made"));
        for folder in [home.runtime(), home.printer()] {
            std::fs::create_dir(folder).expect("a folder can be made");
        }
        home.answer_dialog(Path::new(""));
        home
    }

    /// A home whose ledger was filled through the door by `fill` before any window opens. Its key lies in the key
    /// file, as on a computer without a keyring.
    pub fn with(fill: impl FnOnce(&Desk)) -> Self {
        let home = Self::empty();
        let folder = home.desk();
        std::fs::create_dir(&folder).expect("home is writable");
        let mut rng = StdRng::from_seed([7; 32]);
        let key = Key::random(&mut rng);
        std::fs::write(folder.join("office.key"), key.to_hex()).expect("home is writable");
        let ledger = Ledger::create(&folder.join("office.ledger"), key, &mut rng);
        let desk = Desk::new(ledger.expect("a ledger can be made"), [8; 32]);
        fill(&desk.expect("the door opens"));
        home
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where the program keeps its ledger.
    pub fn desk(&self) -> PathBuf {
        self.path().join("desk")
    }

    /// The folder that takes what is printed.
    pub fn printer(&self) -> PathBuf {
        self.path().join("printer")
    }

    /// What the next dialogs answer: a file or folder, or nothing for an empty path.
    pub fn answer_dialog(&self, path: &Path) {
        std::fs::write(self.answer_file(), path.display().to_string()).expect("home is writable");
    }

    pub(crate) fn answer_file(&self) -> PathBuf {
        self.path().join("answer")
    }

    pub(crate) fn runtime(&self) -> PathBuf {
        self.path().join("run")
    }

    pub(crate) fn output(&self, name: &str) -> Stdio {
        let file = File::options()
            .create(true)
            .append(true)
            .open(self.path().join(name));
        file.expect("home is writable").into()
    }
}
