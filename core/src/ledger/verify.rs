//! Is the ledger sound and true? The file, its structure, its references, its schema, the chain of acts, and
//! whether every row stands as the acts left it (R36).

mod chain;
pub(in crate::ledger) mod identity;
mod rows;

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::clock::Jump;
use crate::error::{Code, Error, Result};
use crate::ledger::column::stored_as_text;
use crate::ledger::file::{self, Key, Sidecar, Use};
use crate::ledger::head::{HeadIs, Sought};
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::{Ledger, audit, due, schema};
use crate::moment::Moment;
use crate::names::names;

names! {
    /// What kind of fault was found.
    FaultKind {
        /// A page of the file does not carry its seal: bytes were changed or lost.
        Page = "page",
        /// A table or index contradicts itself.
        Structure = "structure",
        /// A row refers to one that is not there.
        Reference = "reference",
        /// A table, index or trigger is not as the program made it.
        Schema = "schema",
        /// An act does not hold the hash of the one before, or not its own.
        Chain = "chain",
        /// What an act changed is not what its digest says, or is gone.
        Body = "body",
        /// The ledger's own name is not the one that its sidecar, its backups or the act that set it up say.
        Identity = "identity",
        /// A row has a value that no act gave it.
        RowUntrue = "row_untrue",
        /// A row that no act wrote.
        RowUnaudited = "row_unaudited",
        /// A row that an act wrote is not there.
        RowGone = "row_gone",
    }
}

names! {
    /// How far the check goes.
    Depth {
        /// File, structure, references, schema, the ledger's name and chain.
        Chain = "chain",
        /// And every row against the acts that made it.
        Rows = "rows",
    }
}

stored_as_text!(FaultKind, Depth);

/// What is checked, and which kept head is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub depth: Depth,
    pub head: Option<&'a Sought>,
}

impl From<Depth> for Wanted<'_> {
    fn from(depth: Depth) -> Self {
        Self { depth, head: None }
    }
}

/// One fault: what, and where (`work_order:12.state`, `audit:7`, a page); never what residents said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    pub kind: FaultKind,
    pub place: String,
}

/// An act whose time lies out of order with the one before it: no fault, where somebody answered for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimeJump {
    pub act: i64,
    pub jump: Jump,
    /// When the act before it was done, and when this one.
    pub last: Moment,
    pub at: Moment,
    pub verb: String,
    /// Whether the door refused the act, so that only the try stands in the trail.
    pub refused: bool,
    /// The reason that a supervisor gave for going on.
    pub reason: Option<String>,
}

/// How many faults, and how many jumps in time, a report names; the rest are only counted.
pub const FAULTS_NAMED: usize = 100;

/// What the checks found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Report {
    pub schema: i64,
    /// Acts in the chain.
    pub acts: u64,
    /// Hash of the newest act, as printed on reports and backups.
    pub head: String,
    /// The first acts out of the order of time, and gaps of more than a week.
    pub jumps: Vec<TimeJump>,
    pub jump_count: u64,
    /// Where the head stands that was looked for.
    pub sought: Option<HeadIs>,
    /// Business rows held against the acts; 0 where the check did not go so far.
    pub rows: u64,
    /// The first faults.
    pub faults: Vec<Fault>,
    pub fault_count: u64,
}

impl Report {
    fn new(schema: i64, head: String) -> Self {
        Self {
            schema,
            acts: 0,
            head,
            jumps: Vec::new(),
            jump_count: 0,
            sought: None,
            rows: 0,
            faults: Vec::new(),
            fault_count: 0,
        }
    }

    pub(in crate::ledger) fn fault(&mut self, kind: FaultKind, place: impl std::fmt::Display) {
        self.fault_count += 1;
        if self.faults.len() < FAULTS_NAMED {
            let place = place.to_string();
            self.faults.push(Fault { kind, place });
        }
    }

    fn jump(&mut self, jump: TimeJump) {
        self.jump_count += 1;
        if self.jumps.len() < FAULTS_NAMED {
            self.jumps.push(jump);
        }
    }

    /// Errors: [`Code::Untrue`] with the count when there are faults.
    pub fn sound(&self) -> Result<()> {
        if self.fault_count == 0 {
            Ok(())
        } else {
            Err(Error::new(Code::Untrue).with("count", self.fault_count))
        }
    }
}

impl Ledger {
    /// Checks the ledger in use, on one consistent state of it; writers go on meanwhile.
    ///
    /// Errors: [`Code::Cancelled`]; what is wrong with the ledger is in the report.
    pub fn verify<'w>(&self, wanted: impl Into<Wanted<'w>>, task: &Arc<Task>) -> Result<Report> {
        let conn = self.reading_connection()?;
        check(conn, &self.path, &self.key, wanted.into(), task)
    }
}

/// Checks a file at rest, such as a backup.
///
/// Errors: [`Code::LedgerMissing`], [`Code::NotALedger`], [`Code::WrongKey`], [`Code::LedgerNewer`],
/// [`Code::LedgerDamaged`], [`Code::Cancelled`]; what else is wrong is in the report.
pub fn verify_file<'w>(
    path: &Path,
    key: &Key,
    wanted: impl Into<Wanted<'w>>,
    task: &Arc<Task>,
) -> Result<Report> {
    check(open_at_rest(path, key)?, path, key, wanted.into(), task)
}

/// Opens a file at rest to read it. Errors: as [`verify_file`].
pub(in crate::ledger) fn open_at_rest(path: &Path, key: &Key) -> Result<Connection> {
    if !path.exists() {
        return Err(Error::new(Code::LedgerMissing).at(path));
    }
    let sidecar = Sidecar::read(path)?;
    if let Some(sidecar) = &sidecar {
        sidecar.check(key)?;
    }
    file::not_empty(path, sidecar.is_some())?;
    let conn = file::connect(path, key, Use::Rest)
        .map_err(|e| file::what_it_is(path, sidecar.is_some(), e))?;
    schema::check(&conn).map_err(|e| e.at(path))?;
    Ok(conn)
}

fn check(
    mut conn: Connection,
    path: &Path,
    key: &Key,
    wanted: Wanted<'_>,
    task: &Arc<Task>,
) -> Result<Report> {
    let watch = Arc::clone(task);
    conn.progress_handler(20_000, Some(move || watch.tick()))?;
    let conn = conn.unchecked_transaction()?;
    // A damaged page may stop any of the readings; what was found until then stands.
    let mut report = Report::new(schema::version(&conn)?, String::new());
    let outcome = (|| {
        report.head = audit::head(&conn)?;
        pages(&conn, task, &mut report)?;
        structure(&conn, task, &mut report)?;
        references(&conn, task, &mut report)?;
        schema_objects(&conn, &mut report)?;
        identity::check(&conn, path, key, &mut report)?;
        chain::check(&conn, task, wanted.head, &mut report)?;
        if wanted.depth == Depth::Rows {
            rows::check(&conn, task, &mut report)?;
            due::check(&conn, &mut report)?;
        }
        Ok(())
    })();
    match outcome {
        Err(Error {
            code: Code::LedgerDamaged | Code::WrongKey | Code::FileTrouble,
            ..
        }) => {
            report.fault(FaultKind::Page, "?");
            Ok(report)
        }
        Err(error) => Err(error),
        Ok(()) => Ok(report),
    }
}

fn texts(conn: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The seal of every page. A page that the writer renews meanwhile may look torn: only what two readings find counts.
fn pages(conn: &Connection, task: &Task, report: &mut Report) -> Result<()> {
    task.begin(WorkStage::Pages, 0)?;
    let find = || texts(conn, "PRAGMA cipher_integrity_check");
    let mut found = find()?;
    if !found.is_empty() {
        let again = find()?;
        found.retain(|text| again.contains(text));
    }
    for text in found {
        report.fault(FaultKind::Page, text);
    }
    Ok(())
}

fn structure(conn: &Connection, task: &Task, report: &mut Report) -> Result<()> {
    task.begin(WorkStage::Structure, 0)?;
    for text in texts(conn, &format!("PRAGMA integrity_check({FAULTS_NAMED})"))? {
        if text != "ok" {
            report.fault(FaultKind::Structure, text);
        }
    }
    Ok(())
}

fn references(conn: &Connection, task: &Task, report: &mut Report) -> Result<()> {
    task.begin(WorkStage::References, 0)?;
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, id, to): (String, Option<i64>, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let id = id.unwrap_or_default();
        report.fault(FaultKind::Reference, format!("{table}:{id} > {to}"));
    }
    Ok(())
}

fn schema_objects(conn: &Connection, report: &mut Report) -> Result<()> {
    let wanted = schema::objects_of(report.schema)?;
    let found = schema::objects(conn)?;
    for object in wanted.iter().filter(|o| !found.contains(o)) {
        report.fault(FaultKind::Schema, &object.0);
    }
    for object in &found {
        if !wanted.iter().any(|o| o.0 == object.0) {
            report.fault(FaultKind::Schema, &object.0);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
