//! The chain of acts: each holds the hash of the one before and the digest of what it changed.

use rusqlite::Connection;

use crate::error::Result;
use crate::ledger::audit::{self, Entry};
use crate::ledger::head::{Search, Sought};
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::verify::{FaultKind, Report, identity};
use crate::moment::Moment;

/// Checks it; `sought` is looked for on the way.
pub fn check(
    conn: &Connection,
    task: &Task,
    sought: Option<&Sought>,
    report: &mut Report,
) -> Result<()> {
    let mut search = sought.map(Search::of);
    let last: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM audit", [], |r| r.get(0))?;
    task.begin(WorkStage::Chain, last.unsigned_abs())?;
    let mut statement = conn.prepare(
        "SELECT a.*, b.salt, b.body FROM audit a LEFT JOIN audit_body b ON b.audit_id = a.id ORDER BY a.id",
    )?;
    let mut rows = statement.query([])?;
    let mut before = "0".repeat(64);
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        if id != expected {
            report.fault(FaultKind::Chain, format!("audit:{expected}"));
        }
        expected = id + 1;
        let verb: String = row.get("verb")?;
        let digest: String = row.get("digest")?;
        let prev: String = row.get("prev")?;
        let hash: String = row.get("hash")?;
        // An outcome that the program does not know was not written by it.
        let at: Moment = row.get("at")?;
        let linked = match row.get("outcome") {
            Ok(outcome) => {
                let entry = Entry {
                    at,
                    person: row.get("person_id")?,
                    verb: &verb,
                    subject: row.get("subject")?,
                    outcome,
                    body: serde_json::Value::Null,
                };
                audit::link(&prev, &entry, &digest) == hash
            }
            Err(_) => false,
        };
        let linked = linked && prev == before;
        if let Some(search) = &mut search {
            search.pass(id, at, &verb, linked.then_some(&hash));
        }
        if !linked {
            report.fault(FaultKind::Chain, format!("audit:{id}"));
        }
        let body: (Option<String>, Option<String>) = (row.get("salt")?, row.get("body")?);
        let intact =
            matches!(&body, (Some(salt), Some(body)) if audit::digest(salt, body) == digest);
        if !intact {
            report.fault(FaultKind::Body, format!("audit:{id}"));
        }
        before = hash;
        report.acts += 1;
        task.at(report.acts)?;
    }
    let name = identity::name(conn)?.unwrap_or_default();
    report.sought = search.map(|search| search.ended(&name, report.acts));
    Ok(())
}
