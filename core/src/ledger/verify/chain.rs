//! The chain of acts: each holds the hash of the one before and the digest of what it changed.

use rusqlite::Connection;

use crate::clock;
use crate::error::Result;
use crate::ledger::audit::{self, Entry, Outcome};
use crate::ledger::audit_trail::{CONFIRM_CLOCK, RESTORE};
use crate::ledger::head::{Search, Sought};
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::verify::{FaultKind, Report, TimeJump, identity};
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
    // Time is measured from act to act as the door measures it: refusals and restores stand as the clock had them.
    let mut last: Option<Moment> = None;
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
        let outcome = row.get::<_, Outcome>("outcome");
        let refused = matches!(outcome, Ok(Outcome::Refused));
        let measures = matches!(outcome, Ok(Outcome::Done)) && verb != RESTORE;
        let linked = match outcome {
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
        if let Some(before) = last
            && let Some(jump) = clock::judge(before, at)
        {
            report.jump(TimeJump {
                act: id,
                jump,
                last: before,
                at,
                reason: reason(&verb, body.1.as_deref()).filter(|_| !refused),
                verb,
                refused,
            });
        }
        if measures {
            last = Some(at);
        }
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

/// Why a supervisor went on, where the act is that.
fn reason(verb: &str, body: Option<&str>) -> Option<String> {
    if verb != CONFIRM_CLOCK {
        return None;
    }
    let body: serde_json::Value = serde_json::from_str(body?).ok()?;
    Some(body.get("reason")?.as_str()?.to_owned())
}
