//! The ledger's files: the encrypted database, the plain sidecar that tells what it is, and the locks.
//!
//! While a connection lives nothing but SQLite opens the database or its `-wal` and `-shm` files: on POSIX, closing
//! such a handle would drop SQLite's own locks.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Once;

use rand::RngExt;
use rand::rngs::StdRng;
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::ledger::audit::{digest, hex};

/// The raw key of a ledger: 256 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A fresh key.
    pub fn random(rng: &mut StdRng) -> Self {
        Self(rng.random())
    }

    /// As 64 hex digits, for the keyring or key file.
    pub fn to_hex(&self) -> String {
        hex(&self.0)
    }

    /// Reads 64 hex digits; blanks and dashes, as on a printed key, do not count.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        if digits.len() != 64 {
            return None;
        }
        let mut key = [0; 32];
        for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
            *byte = pair[0] << 4 | pair[1];
        }
        Some(Self(key))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// What stands beside the ledger in plain text, because the cipher cannot tell a wrong key from no ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sidecar {
    pub magic: String,
    pub ledger_id: String,
    /// Digest that only the right key gives.
    pub check: String,
}

const MAGIC: &str = "repair-desk-ledger";

/// The path with an ending put behind it.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Path of a ledger's sidecar.
pub fn sidecar_path(path: &Path) -> PathBuf {
    beside(path, ".id")
}

fn lock_file(path: &Path) -> Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(|e| Error::from(e).at(path))
}

fn locked(outcome: std::result::Result<(), TryLockError>) -> Result<()> {
    match outcome {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::new(Code::LedgerLocked)),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Takes the writer's lock of a ledger; it is freed when the file handle goes, even by a crash.
///
/// Errors: [`Code::LedgerLocked`] when another process holds it.
pub fn take_lock(path: &Path) -> Result<File> {
    let file = lock_file(&beside(path, ".lock"))?;
    locked(file.try_lock())?;
    Ok(file)
}

/// Shows that a process has the ledger open, reading or writing, so that its files are not swapped under it.
/// In a folder where nothing can be written there is nobody to swap them either: `None`.
pub fn show_use(path: &Path) -> Result<Option<File>> {
    match lock_file(&beside(path, ".use")) {
        Ok(file) => {
            locked(file.try_lock_shared())?;
            Ok(Some(file))
        }
        Err(error) if error.code == Code::NoAccess => Ok(None),
        Err(error) => Err(error),
    }
}

/// Makes sure that nobody has the ledger open. Errors: [`Code::LedgerLocked`].
pub fn alone(path: &Path) -> Result<File> {
    let file = lock_file(&beside(path, ".use"))?;
    locked(file.try_lock())?;
    Ok(file)
}

impl Sidecar {
    /// The sidecar of a ledger of this name and key.
    pub fn new(ledger_id: &str, key: &Key) -> Self {
        Self {
            magic: MAGIC.into(),
            ledger_id: ledger_id.into(),
            check: digest(ledger_id, &key.to_hex()),
        }
    }

    /// Reads the sidecar beside `path`; `None` where there is none. Errors: [`Code::NotALedger`].
    pub fn read(path: &Path) -> Result<Option<Self>> {
        let text = match std::fs::read(sidecar_path(path)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::from(error).at(&sidecar_path(path))),
        };
        match serde_json::from_slice::<Self>(&text) {
            Ok(sidecar) if sidecar.magic == MAGIC => Ok(Some(sidecar)),
            _ => Err(not_a_ledger(path)),
        }
    }

    /// Errors: [`Code::WrongKey`] when the key does not fit.
    pub fn check(&self, key: &Key) -> Result<()> {
        if *self == Self::new(&self.ledger_id, key) {
            Ok(())
        } else {
            Err(Error::new(Code::WrongKey))
        }
    }

    /// Writes it beside `path`, whole or not at all.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(Error::broken)?;
        write_whole(&sidecar_path(path), &text)
    }
}

/// A file that is not a ledger.
pub fn not_a_ledger(path: &Path) -> Error {
    Error::new(Code::NotALedger).at(path)
}

/// Tells a damaged ledger from a file that never was one, after it could not be opened.
pub fn what_it_is(path: &Path, has_sidecar: bool, error: Error) -> Error {
    if error.code != Code::LedgerDamaged {
        return error;
    }
    let mut start = [0; 16];
    let plain = File::open(path)
        .and_then(|mut f| std::io::Read::read_exact(&mut f, &mut start))
        .is_ok()
        && start == *b"SQLite format 3\0";
    if plain || !has_sidecar {
        not_a_ledger(path)
    } else {
        error
    }
}

/// Refuses an empty file, which SQLite would take for a new database.
///
/// Errors: [`Code::LedgerDamaged`], or [`Code::NotALedger`] where no sidecar says that it was one.
pub fn not_empty(path: &Path, has_sidecar: bool) -> Result<()> {
    if std::fs::metadata(path).is_ok_and(|m| m.len() == 0) {
        let damaged = Error::new(Code::LedgerDamaged);
        return Err(what_it_is(path, has_sidecar, damaged));
    }
    Ok(())
}

/// Removes a file that may not be there.
pub fn remove_if_there(path: &Path) -> Result<()> {
    #[cfg(test)]
    trouble::ask(trouble::Asked::Remove, path).map_err(|e| Error::from(e).at(path))?;
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::from(error).at(path))
        }
        _ => Ok(()),
    }
}

/// Writes a small file so that after a crash it is there whole or not at all.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let partial = beside(path, ".tmp");
    let written = (|| {
        let mut file = File::create(&partial)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&partial, path)
    })();
    if let Err(error) = written {
        let _ = std::fs::remove_file(&partial);
        return Err(Error::from(error).at(path));
    }
    sync_folder(path)
}

/// Makes renames in the folder of `path` last through a power cut.
pub fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(test)]
    trouble::ask(trouble::Asked::Sync, path).map_err(|e| Error::from(e).at(path))?;
    // Windows neither needs nor allows it.
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        File::open(folder)
            .and_then(|f| f.sync_all())
            .map_err(|e| Error::from(e).at(folder))?;
    }
    Ok(())
}

/// How a connection is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The ledger in use: write-ahead log, several connections.
    Desk,
    /// A file at rest, such as a backup: one file, no log beside it, nothing is written.
    Rest,
    /// A file that is being made: one file, no log beside it.
    Make,
}

/// Starts SQLite and its cipher, once. SQLite lets other threads in before the cipher's own start has ended: whoever
/// then opens a ledger is told that its key does not work.
pub(in crate::ledger) fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

/// Opens a connection with the key and the pragmas every connection needs.
///
/// Errors: [`Code::LedgerDamaged`] when the file cannot be read with this key.
pub fn connect(path: &Path, key: &Key, how: Use) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match how {
            Use::Desk => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Use::Rest => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Use::Make => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
    start();
    let at = |error: rusqlite::Error| Error::from(error).at(path);
    let conn = Connection::open_with_flags(path, flags).map_err(at)?;
    // What SQLCipher would print on standard error reaches the caller as an error already.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.to_hex()))?;
    let readable = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| {
        row.get::<_, i64>(0)
    });
    if let Err(error) = readable {
        let mut damaged = at(error);
        if damaged.code == Code::WrongKey {
            damaged.code = Code::LedgerDamaged;
        }
        return Err(damaged);
    }
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.execute_batch(match how {
        Use::Desk => "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
        Use::Make => "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;",
        Use::Rest => "PRAGMA query_only = ON;",
    })
    .map_err(at)?;
    conn.execute_batch(
        // macOS keeps what is synced in the disk's own memory unless asked for more.
        "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;",
    )?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

#[cfg(test)]
pub(crate) mod trouble;

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn a_file_is_written_whole_or_the_old_one_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("register.xlsx");
        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");

        std::fs::create_dir(dir.path().join("register.csv.tmp")).unwrap();
        let error = write_whole(&dir.path().join("register.csv"), b"x").unwrap_err();
        assert_eq!(error.code, Code::FileTrouble);
        assert!(error.params["path"].ends_with("register.csv"));
        assert!(!dir.path().join("register.csv").exists());
    }

    #[test]
    fn a_printed_key_is_read_again_with_its_blanks_and_dashes() {
        let key = Key::random(&mut StdRng::seed_from_u64(1));
        let hex = key.to_hex();
        let printed: Vec<&str> = (0..16).map(|i| &hex[i * 4..i * 4 + 4]).collect();
        for text in [
            hex.clone(),
            printed.join(" "),
            printed.join("-") + "\n",
            hex.to_uppercase(),
        ] {
            assert_eq!(Key::from_hex(&text), Some(key.clone()), "{text}");
        }
        for text in [
            "",
            "abc",
            &hex[..62],
            &(hex.clone() + "00"),
            &hex.replace('a', "x"),
        ] {
            assert_eq!(Key::from_hex(text), None, "{text}");
        }
    }
}
