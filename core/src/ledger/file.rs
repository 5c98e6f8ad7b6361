//! The ledger's files: the encrypted database, the plain sidecar that tells what it is, and the lock.
//!
//! While a connection lives nothing but SQLite opens the database or its `-wal` and `-shm` files: on POSIX, closing
//! such a handle would drop SQLite's own locks.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use rand::RngExt;
use rand::rngs::StdRng;
use rusqlite::Connection;
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

    /// Reads 64 hex digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        let mut key = [0; 32];
        for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
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

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Path of a ledger's sidecar.
pub fn sidecar_path(path: &Path) -> PathBuf {
    beside(path, ".id")
}

/// Takes the lock of a ledger; it is freed when the file handle goes, even by a crash.
///
/// Errors: [`Code::LedgerLocked`] when another process holds it.
pub fn take_lock(path: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(beside(path, ".lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::new(Code::LedgerLocked)),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Writes the sidecar of a new ledger.
pub fn write_sidecar(path: &Path, key: &Key, rng: &mut StdRng) -> Result<()> {
    let ledger_id = hex(&rng.random::<[u8; 16]>());
    let sidecar = Sidecar {
        magic: MAGIC.into(),
        check: check_value(&ledger_id, key),
        ledger_id,
    };
    let text = serde_json::to_string_pretty(&sidecar).map_err(Error::broken)?;
    std::fs::write(sidecar_path(path), text)?;
    Ok(())
}

/// Errors: [`Code::NotALedger`] without a readable sidecar, [`Code::WrongKey`] when the key does not fit.
pub fn check_sidecar(path: &Path, key: &Key) -> Result<Sidecar> {
    let not_a_ledger = || Error::new(Code::NotALedger).with("path", path.display());
    let text = std::fs::read_to_string(sidecar_path(path)).map_err(|_| not_a_ledger())?;
    let sidecar: Sidecar = serde_json::from_str(&text).map_err(|_| not_a_ledger())?;
    if sidecar.magic != MAGIC {
        return Err(not_a_ledger());
    }
    if sidecar.check != check_value(&sidecar.ledger_id, key) {
        return Err(Error::new(Code::WrongKey));
    }
    Ok(sidecar)
}

fn check_value(ledger_id: &str, key: &Key) -> String {
    digest(ledger_id, &key.to_hex())
}

/// Opens a connection with the key and the pragmas every connection needs.
///
/// Errors: [`Code::LedgerDamaged`] when the file cannot be read although the sidecar accepted the key.
pub fn connect(path: &Path, key: &Key) -> Result<Connection> {
    let conn = Connection::open(path)?;
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.to_hex()))?;
    let readable = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| {
        row.get::<_, i64>(0)
    });
    if let Err(error) = readable {
        let mut damaged: Error = error.into();
        if damaged.code == Code::WrongKey {
            damaged.code = Code::LedgerDamaged;
        }
        return Err(damaged);
    }
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;",
    )?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(conn)
}
