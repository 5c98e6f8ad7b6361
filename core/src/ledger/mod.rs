//! The ledger: the only place that speaks SQL. One encrypted SQLite file, one writer, any number of readers.

pub(crate) mod acts;
pub mod audit;
pub mod audit_trail;
pub mod backup;
pub mod backup_name;
pub mod backup_runs;
pub mod clocks;
pub mod column;
pub mod due;
pub mod fees;
pub mod file;
pub mod handovers;
pub mod head;
pub mod key_file;
pub mod named;
pub mod numbers;
pub mod order_papers;
pub mod order_state;
pub mod orders;
pub mod payments;
pub mod people;
#[cfg(test)]
mod phrase_test;
pub mod place_keys;
pub mod places;
pub mod queues;
pub mod quotes;
mod reader;
pub mod registers;
pub mod request_state;
pub mod requests;
pub mod schema;
pub mod settings;
pub mod swap;
pub(crate) mod table;
pub mod task;
pub mod verify;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, RwLock, RwLockReadGuard};

use rand::RngExt;
use rand::rngs::StdRng;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, TransactionBehavior};

pub use file::Key;
use file::{Sidecar, Use};
pub use reader::Reader;
pub use writer::{Doing, Writer};

use crate::error::{Code, Error, Result};

/// An open ledger.
pub struct Ledger {
    path: PathBuf,
    key: Key,
    /// The ledger's own name, as in its sidecar.
    id: String,
    /// `None` only if a restore could open neither the new nor the old file.
    open: RwLock<Option<Connections>>,
    /// Held for life so that no second process writes; `None` when opened for reading only.
    lock: Option<std::fs::File>,
}

/// Reading connections kept for the next who reads.
const READERS: usize = 3;

struct Connections {
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Held so that no other process swaps the files.
    _in_use: Option<std::fs::File>,
}

impl Ledger {
    /// Whether there is a ledger at `path`, or one is missed there: where its sidecar lies, or a restore was
    /// interrupted, no new one is made.
    pub fn is_there(path: &Path) -> bool {
        path.exists() || swap::pending(path) || file::sidecar_path(path).exists()
    }

    /// Makes a new ledger at `path` with its key. It is built beside and then renamed, so that a crash leaves none
    /// that is half made.
    ///
    /// Errors: [`Code::Duplicate`] if a ledger is there or was, [`Code::LedgerLocked`], [`Code::FileTrouble`],
    /// [`Code::NoAccess`], [`Code::DiskFull`].
    pub fn create(path: &Path, key: Key, rng: &mut StdRng) -> Result<Self> {
        if Self::is_there(path) {
            return Err(Error::new(Code::Duplicate).with("what", "ledger"));
        }
        let lock = file::take_lock(path)?;
        let id = audit::hex(&rng.random::<[u8; 16]>());
        let new = file::beside(path, ".new");
        file::remove_if_there(&new)?;
        let made = (|| {
            let mut conn = file::connect(&new, &key, Use::Make)?;
            schema::bring_up_to_date(&mut conn)?;
            conn.execute("INSERT INTO identity (id, ledger_id) VALUES (1, ?1)", [&id])?;
            drop(conn);
            std::fs::rename(&new, path).map_err(|e| Error::from(e).at(path))?;
            file::sync_folder(path)?;
            Sidecar::new(&id, &key).write(path)
        })();
        if let Err(error) = made {
            let _ = file::remove_if_there(&new);
            return Err(error);
        }
        Self::connect(path, key, Some(lock))
    }

    /// Opens an existing ledger for writing, finishes a restore that was interrupted, brings the schema up to date,
    /// and writes a lost sidecar again.
    ///
    /// Errors: [`Code::LedgerMissing`], [`Code::LedgerLocked`], [`Code::NotALedger`], [`Code::WrongKey`],
    /// [`Code::LedgerNewer`], [`Code::LedgerDamaged`].
    pub fn open(path: &Path, key: Key) -> Result<Self> {
        let missing = || Err(Error::new(Code::LedgerMissing).at(path));
        if !path.exists() && !swap::pending(path) {
            return missing();
        }
        let lock = file::take_lock(path)?;
        swap::finish(path)?;
        if !path.exists() {
            return missing();
        }
        Self::connect(path, key, Some(lock))
    }

    /// Opens an existing ledger for reading while another process writes it. Errors: as [`Ledger::open`].
    pub fn open_to_read(path: &Path, key: Key) -> Result<Self> {
        if !path.exists() {
            return Err(Error::new(Code::LedgerMissing).at(path));
        }
        Self::connect(path, key, None)
    }

    fn connect(path: &Path, key: Key, lock: Option<std::fs::File>) -> Result<Self> {
        let (connections, id) = Connections::open(path, &key, lock.is_some())?;
        Ok(Self {
            path: path.to_owned(),
            key,
            id,
            open: RwLock::new(Some(connections)),
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

    /// The ledger's own name, the same in every backup of it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether this process may write.
    pub fn writes(&self) -> bool {
        self.lock.is_some()
    }

    fn connections(&self) -> RwLockReadGuard<'_, Option<Connections>> {
        self.open.read().unwrap_or_else(|e| e.into_inner())
    }

    /// Runs `f` with a reader on one consistent state of the ledger.
    pub(crate) fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let open = self.connections();
        let open = open.as_ref().ok_or_else(closed)?;
        let pooled = locked(&open.readers).pop();
        let conn = match pooled {
            Some(conn) => conn,
            None => self.reading_connection()?,
        };
        let transaction = conn.unchecked_transaction()?;
        let result = f(&Reader { conn: &transaction });
        transaction.finish()?;
        let mut readers = locked(&open.readers);
        // Each keeps pages in memory: those of a crowded moment go again.
        if readers.len() < READERS {
            readers.push(conn);
        }
        result
    }

    /// Hands `heard` every statement run on the connections that are open now, its values filled in, until `None` is
    /// given: benches run the same statements on a bare connection.
    pub fn listen(&self, heard: Option<impl FnMut(String) + Clone + Send + 'static>) -> Result<()> {
        let tell = |conn: &mut Connection| {
            let heard = heard.clone().map(|mut heard| {
                move |event: TraceEvent<'_>| {
                    if let TraceEvent::Stmt(statement, _) = event {
                        heard(statement.expanded_sql().unwrap_or_default());
                    }
                }
            });
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, heard)
        };
        let open = self.connections();
        let open = open.as_ref().ok_or_else(closed)?;
        locked(&open.readers).iter_mut().try_for_each(tell)?;
        Ok(tell(&mut locked(&open.writer))?)
    }

    fn reading_connection(&self) -> Result<Connection> {
        let conn = file::connect(&self.path, &self.key, Use::Desk)?;
        conn.pragma_update(None, "query_only", true)?;
        Ok(conn)
    }

    /// Runs `f` in one immediate transaction and commits it with its audit row, or leaves no trace. `f` gives the writer
    /// back, which then closes the act. Tells what became stale.
    pub(crate) fn write<T>(
        &self,
        doing: Doing,
        rng: &mut StdRng,
        f: impl for<'w> FnOnce(Writer<'w>) -> Result<(T, Writer<'w>)>,
    ) -> Result<(T, Vec<String>)> {
        if !self.writes() {
            return Err(Error::new(Code::LedgerLocked));
        }
        let open = self.connections();
        let mut conn = locked(&open.as_ref().ok_or_else(closed)?.writer);
        transact(&mut conn, doing, rng, f)
    }

    /// Appends an audit row alone, for a refusal.
    pub(crate) fn append_audit(&self, entry: &audit::Entry<'_>, rng: &mut StdRng) -> Result<()> {
        if !self.writes() {
            return Ok(());
        }
        let open = self.connections();
        let mut conn = locked(&open.as_ref().ok_or_else(closed)?.writer);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        audit::append(&transaction, entry, rng)?;
        Ok(transaction.commit()?)
    }
}

/// One immediate transaction of one act: `f` does it, the audit row closes it.
fn transact<T>(
    conn: &mut Connection,
    doing: Doing,
    rng: &mut StdRng,
    f: impl for<'w> FnOnce(Writer<'w>) -> Result<(T, Writer<'w>)>,
) -> Result<(T, Vec<String>)> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = act(&transaction, doing, rng, f)?;
    transaction.commit()?;
    Ok(done)
}

/// One act within a transaction.
fn act<T>(
    conn: &Connection,
    doing: Doing,
    rng: &mut StdRng,
    f: impl for<'w> FnOnce(Writer<'w>) -> Result<(T, Writer<'w>)>,
) -> Result<(T, Vec<String>)> {
    let (value, writer) = f(Writer::new(Reader { conn }, doing, rng))?;
    Ok((value, writer.finish()?))
}

impl Connections {
    /// Opens the ledger at `path` and tells its name.
    fn open(path: &Path, key: &Key, writes: bool) -> Result<(Self, String)> {
        // A sidecar that cannot be read is no worse than a lost one: whether the key fits, the file itself tells.
        let sidecar = Sidecar::read(path).unwrap_or_default();
        if let Some(sidecar) = &sidecar {
            sidecar.check(key)?;
        }
        let in_use = file::show_use(path)?;
        file::not_empty(path, sidecar.is_some())?;
        let mut conn = file::connect(path, key, Use::Desk)
            .map_err(|e| file::what_it_is(path, sidecar.is_some(), e))?;
        if writes {
            schema::check(&conn).map_err(|e| e.at(path))?;
            schema::bring_up_to_date(&mut conn)?;
        } else {
            schema::check(&conn).map_err(|e| e.at(path))?;
            conn.pragma_update(None, "query_only", true)?;
        }
        // Only a lost sidecar is written again. One that bears another name and yet fits the key contradicts the file:
        // it stays, and the check tells of it.
        let id = match sidecar {
            Some(sidecar) => sidecar.ledger_id,
            None => {
                let name = verify::identity::name(&conn)?;
                let name = name.ok_or_else(|| Error::new(Code::LedgerDamaged).at(path))?;
                if writes {
                    Sidecar::new(&name, key).write(path)?;
                }
                name
            }
        };
        let connections = Self {
            writer: Mutex::new(conn),
            readers: Mutex::default(),
            _in_use: in_use,
        };
        Ok((connections, id))
    }
}

/// The ledger went away in a restore that could not be undone; the restart finishes it.
fn closed() -> Error {
    Error::new(Code::LedgerDamaged)
}

/// What a holder who panicked leaves behind is sound: a connection has rolled its transaction back on the way out, and
/// sessions and randomness are changed in single steps.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|e| e.into_inner())
}
