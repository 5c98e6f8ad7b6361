//! SQLite alone on the same file: the statements that a verb ran, run again with nothing around them.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use repair_core::desk::Desk;
use repair_core::error::{Error, Result};
use repair_core::ledger::Key;
use rusqlite::{Connection, Statement};

/// Statements with their values filled in.
pub type Statements = Vec<String>;

/// A connection of its own, opened as the ledger opens its own.
pub struct Bare {
    conn: Connection,
}

impl Bare {
    pub fn open(file: &Path, key: &Key) -> Result<Self> {
        let conn = Connection::open(file)?;
        conn.execute_batch(&format!(
            "PRAGMA key = \"x'{}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;",
            key.to_hex()
        ))?;
        Ok(Self { conn })
    }

    /// Runs prepared statements one after the other and reads every value of every row. Preparing is not timed: the
    /// ledger keeps its statements prepared too.
    pub fn run(&self, statements: &Statements) -> Result<Duration> {
        let mut prepared: Vec<Statement<'_>> = Vec::new();
        for sql in statements {
            prepared.push(self.conn.prepare(sql)?);
        }
        let begun = Instant::now();
        for statement in &mut prepared {
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    std::hint::black_box(row.get_ref(column)?);
                }
            }
        }
        Ok(begun.elapsed())
    }

    /// Every order's request with the order's number and the number of its paper, in the order of their making.
    pub fn numbers(&self) -> Result<Vec<(i64, String, String)>> {
        let sql = "SELECT request_id, no, paper_no FROM work_order ORDER BY id";
        let mut statement = self.conn.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The same between BEGIN IMMEDIATE and COMMIT.
    pub fn commit(&self, statements: &Statements) -> Result<Duration> {
        let mut whole = vec!["BEGIN IMMEDIATE".to_owned()];
        whole.extend(statements.iter().cloned());
        whole.push("COMMIT".to_owned());
        self.run(&whole)
    }
}

/// What the ledger runs while `f` does. What the word index runs within is left out: its statement does it again.
pub fn heard(desk: &Desk, f: impl FnOnce() -> Result<()>) -> Result<Statements> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = Arc::clone(&heard);
    desk.ledger().listen(Some(move |sql: String| {
        ear.lock().unwrap_or_else(PoisonError::into_inner).push(sql);
    }))?;
    let done = f();
    desk.ledger().listen(None::<fn(String)>)?;
    done?;
    let mut all = heard.lock().map_err(Error::broken)?;
    all.retain(|sql| !sql.starts_with("--") && !sql.contains("request_search_"));
    Ok(std::mem::take(&mut all))
}
