//! The ledger's own name, against everything that says it too: the act that set the office up, the sidecar, and the
//! sidecars of its backups that can be reached.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::error::Result;
use crate::ledger::backup_name::BackupName;
use crate::ledger::file::{Key, Sidecar, sidecar_path};
use crate::ledger::verify::{FaultKind, Report};

/// The name, where there is one.
pub fn name(conn: &Connection) -> Result<Option<String>> {
    Ok(conn
        .query_row("SELECT ledger_id FROM identity", [], |row| row.get(0))
        .optional()?)
}

/// Checks the name that the file at `path` bears. A fault's place says who calls it otherwise: an act, or the file
/// beside which another name lies.
pub fn check(conn: &Connection, path: &Path, key: &Key, report: &mut Report) -> Result<()> {
    let name = name(conn)?;
    if name.is_none() {
        report.fault(FaultKind::Identity, "identity");
    }
    let name = name.as_deref();
    if let Some((act, said)) = at_set_up(conn)?
        && name != Some(said.as_str())
    {
        report.fault(FaultKind::Identity, format!("audit:{act}"));
    }
    let otherwise = |file: &Path| {
        let sidecar = Sidecar::read(file).ok().flatten();
        sidecar.is_some_and(|s| s.check(key).is_ok() && name != Some(s.ledger_id.as_str()))
    };
    if otherwise(path) {
        report.fault(FaultKind::Identity, sidecar_path(path).display());
    }
    for (backup, head) in backups_beside(conn, path)? {
        // A new ledger may have the key of one that was given up, whose backups still lie there.
        if otherwise(&backup) && holds(conn, &head)? {
            report.fault(FaultKind::Identity, sidecar_path(&backup).display());
        }
    }
    Ok(())
}

/// The act that set the office up, and the name that it noted.
fn at_set_up(conn: &Connection) -> Result<Option<(i64, String)>> {
    let found: Option<(i64, String)> = conn
        .query_row(
            "SELECT a.id, b.body FROM audit a JOIN audit_body b ON b.audit_id = a.id
             WHERE a.verb = 'office.set_up' AND a.outcome = 'done' ORDER BY a.id LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    // A body that cannot be read is a fault of its own.
    Ok(found.and_then(|(act, body)| {
        let body: Value = serde_json::from_str(&body).ok()?;
        Some((act, body.get("ledger")?.as_str()?.to_owned()))
    }))
}

/// Backups of any ledger in the folder of `path` and in that of the backups, each with the first digits of its head.
fn backups_beside(conn: &Connection, path: &Path) -> Result<Vec<(PathBuf, String)>> {
    let chosen: Option<String> = conn
        .query_row(
            "SELECT folder FROM backup_plan ORDER BY id LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let beside = path.parent().map(Path::to_owned);
    let mut folders: Vec<PathBuf> = beside
        .into_iter()
        .chain(chosen.map(PathBuf::from))
        .collect();
    folders.dedup();
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
    let backups = entries.filter_map(|entry| {
        let name = BackupName::parse(entry.file_name().to_str()?)?;
        Some((entry.path(), name.head))
    });
    let mut backups: Vec<_> = backups.filter(|(backup, _)| backup != path).collect();
    backups.sort();
    Ok(backups)
}

/// Whether an act whose hash begins so is part of the chain.
fn holds(conn: &Connection, start: &str) -> Result<bool> {
    Ok(conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM audit WHERE substr(hash, 1, length(?1)) = ?1)",
        [start],
        |row| row.get(0),
    )?)
}
