//! The ledger: the only place that speaks SQL. One encrypted SQLite file, one writer, any number of readers.

pub mod audit;
pub mod column;
pub mod file;
pub mod order_papers;
pub mod orders;
pub mod people;
pub mod places;
mod reader;
pub mod registers;
pub mod requests;
pub mod schema;
pub mod settings;
pub(crate) mod table;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use rand::rngs::StdRng;
use rusqlite::{Connection, TransactionBehavior};

pub use file::Key;
pub use reader::Reader;
pub use writer::Writer;

use crate::desk::session::SessionChange;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::settings::Settings;

/// An open ledger.
pub struct Ledger {
    path: PathBuf,
    key: Key,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Held for life so that no second process writes; `None` when opened for reading only.
    lock: Option<std::fs::File>,
}

impl Ledger {
    /// Makes a new ledger at `path` with its key.
    ///
    /// Errors: [`Code::Duplicate`] if something is there, [`Code::LedgerLocked`], [`Code::FileTrouble`].
    pub fn create(path: &Path, key: Key, rng: &mut StdRng) -> Result<Self> {
        if path.exists() {
            return Err(Error::new(Code::Duplicate).with("what", "ledger"));
        }
        let lock = file::take_lock(path)?;
        file::write_sidecar(path, &key, rng)?;
        Self::connect(path, key, Some(lock))
    }

    /// Opens an existing ledger for writing and brings its schema up to date.
    ///
    /// Errors: [`Code::LedgerMissing`], [`Code::LedgerLocked`], [`Code::NotALedger`], [`Code::WrongKey`],
    /// [`Code::LedgerNewer`], [`Code::LedgerDamaged`].
    pub fn open(path: &Path, key: Key) -> Result<Self> {
        if !path.exists() {
            return Err(Error::new(Code::LedgerMissing).with("path", path.display()));
        }
        let lock = file::take_lock(path)?;
        file::check_sidecar(path, &key)?;
        Self::connect(path, key, Some(lock))
    }

    /// Opens an existing ledger for reading while another process writes it. Errors: as [`Ledger::open`].
    pub fn open_to_read(path: &Path, key: Key) -> Result<Self> {
        if !path.exists() {
            return Err(Error::new(Code::LedgerMissing).with("path", path.display()));
        }
        file::check_sidecar(path, &key)?;
        Self::connect(path, key, None)
    }

    fn connect(path: &Path, key: Key, lock: Option<std::fs::File>) -> Result<Self> {
        let mut conn = file::connect(path, &key)?;
        if lock.is_some() {
            schema::bring_up_to_date(&mut conn)?;
        } else {
            schema::check(&conn)?;
            conn.pragma_update(None, "query_only", true)?;
        }
        Ok(Self {
            path: path.to_owned(),
            key,
            writer: Mutex::new(conn),
            readers: Mutex::default(),
            lock,
        })
    }

    /// Where the ledger lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key it was opened with, for backups that must open alike.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Whether this process may write.
    pub fn writes(&self) -> bool {
        self.lock.is_some()
    }

    /// Runs `f` with a reader on one consistent state of the ledger.
    pub(crate) fn read<T>(
        &self,
        now: Moment,
        person: Option<PersonId>,
        settings: Option<Arc<Settings>>,
        f: impl FnOnce(&Reader<'_>) -> Result<T>,
    ) -> Result<T> {
        let pooled = locked(&self.readers).pop();
        let conn = match pooled {
            Some(conn) => conn,
            None => {
                let conn = file::connect(&self.path, &self.key)?;
                conn.pragma_update(None, "query_only", true)?;
                conn
            }
        };
        let transaction = conn.unchecked_transaction()?;
        let who = person
            .map(|p| who(&transaction, now, p, settings.clone()))
            .transpose()?;
        let result = f(&Reader::new(&transaction, now, who, settings));
        transaction.finish()?;
        locked(&self.readers).push(conn);
        result
    }

    /// Runs `f` in one immediate transaction and commits it with its audit row, or leaves no trace.
    pub(crate) fn write<T>(
        &self,
        now: Moment,
        person: Option<PersonId>,
        settings: Option<Arc<Settings>>,
        verb: &'static str,
        rng: &mut StdRng,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Vec<String>, Option<SessionChange>)> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let mut conn = locked(&self.writer);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = person
            .map(|p| who(&transaction, now, p, settings.clone()))
            .transpose()?;
        let mut writer = Writer::new(Reader::new(&transaction, now, who, settings), rng, verb);
        let value = f(&mut writer)?;
        let (touched, session) = writer.finish()?;
        transaction.commit()?;
        Ok((value, touched, session))
    }

    /// Appends an audit row alone, for a refusal.
    pub(crate) fn append_audit(&self, entry: &audit::Entry<'_>, rng: &mut StdRng) -> Result<()> {
        if !self.writes() {
            return Ok(());
        }
        let mut conn = locked(&self.writer);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        audit::append(&transaction, entry, rng)?;
        Ok(transaction.commit()?)
    }
}

fn who(
    conn: &Connection,
    now: Moment,
    person: PersonId,
    settings: Option<Arc<Settings>>,
) -> Result<Arc<crate::people::who::Who>> {
    crate::desk::load_who(&Reader::new(conn, now, None, settings), person)
}

/// A connection whose user panicked has rolled its transaction back on the way out; it is sound.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|e| e.into_inner())
}
