//! The folders of one run: ledger, printer, answers for dialogs.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::Code;
use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger};
use tempfile::TempDir;

use super::PATIENCE;

/// A ledger with its key, whole in memory: what took long to fill is filled once and copied for every test.
pub struct Prepared(Vec<(OsString, Vec<u8>)>);

impl Prepared {
    /// Fills a new ledger through the door.
    pub fn fill(fill: impl FnOnce(&Desk)) -> Self {
        let home = Home::with(fill);
        let files = std::fs::read_dir(home.desk()).expect("the folder is there");
        let files = files.map(|file| {
            let file = file.expect("the folder can be read");
            let bytes = std::fs::read(file.path()).expect("the file can be read");
            (file.file_name(), bytes)
        });
        Self(files.collect())
    }
}

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
        let ledger = Ledger::create(&home.ledger(), key, &mut rng);
        let desk = Desk::new(ledger.expect("a ledger can be made"), [8; 32]);
        fill(&desk.expect("the door opens"));
        home
    }

    /// A home with a copy of a prepared ledger.
    pub fn holding(prepared: &Prepared) -> Self {
        let home = Self::empty();
        std::fs::create_dir(home.desk()).expect("home is writable");
        for (name, bytes) in &prepared.0 {
            std::fs::write(home.desk().join(name), bytes).expect("home is writable");
        }
        home
    }

    /// The ledger, opened as the program would, after its window was closed.
    pub fn door(&self) -> Desk {
        let key = std::fs::read_to_string(self.desk().join("office.key"));
        let key = Key::from_hex(key.expect("the key lies in its file").trim());
        let key = key.expect("it is a key");
        // A window that was just closed may hold the ledger a moment longer.
        let begun = Instant::now();
        let ledger = loop {
            match Ledger::open(&self.ledger(), key.clone()) {
                Err(error) if error.code == Code::LedgerLocked && begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                opened => break opened,
            }
        };
        Desk::new(ledger.expect("the ledger opens"), [9; 32]).expect("the door opens")
    }

    pub fn ledger(&self) -> PathBuf {
        self.desk().join("office.ledger")
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

    /// Puts the program's clock elsewhere by so many minutes, as an empty battery does.
    pub fn put_clock(&self, minutes: i64) {
        std::fs::write(self.clock_file(), minutes.to_string()).expect("home is writable");
    }

    pub(crate) fn clock_file(&self) -> PathBuf {
        self.path().join("clock")
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
