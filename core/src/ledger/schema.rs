//! Numbered schema steps. A step, once released, is never changed: new ones are added behind it.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Code, Error, Result};
use crate::ledger::due;

const STEPS: &[&str] = &[
    include_str!("schema/0001_office.sql"),
    include_str!("schema/0002_places.sql"),
    include_str!("schema/0003_requests_orders.sql"),
    include_str!("schema/0004_durability.sql"),
    include_str!("schema/0005_handover.sql"),
    include_str!("schema/0006_prints.sql"),
    include_str!("schema/0007_fees.sql"),
    include_str!("schema/0008_due.sql"),
    include_str!("schema/0009_place_keys.sql"),
    include_str!("schema/0010_corrections.sql"),
    include_str!("schema/0011_copy_labels.sql"),
];

/// The newest schema this program knows.
pub const KNOWN: i64 = STEPS.len() as i64;

/// Digest of every step, for copies that are kept only as long as the schema stays.
pub fn digest() -> String {
    crate::ledger::audit::digest("", &STEPS.concat())
}

/// Marks the file as ours: "RDsk".
const APPLICATION_ID: i64 = 0x5244_736b;

/// Runs the steps that the file lacks and fills what they brought, in one transaction: no ledger is half of a schema.
/// Errors: as [`check`].
pub fn bring_up_to_date(conn: &mut Connection) -> Result<()> {
    let found = version(conn)?;
    if found == 0 {
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    check(conn)?;
    if found == KNOWN {
        return Ok(());
    }
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    due::bring_up_to_date(&transaction, found)?;
    transaction.pragma_update(None, "user_version", KNOWN)?;
    Ok(transaction.commit()?)
}

/// Errors: [`Code::LedgerNewer`] with `found` and `known`, [`Code::NotALedger`].
pub fn check(conn: &Connection) -> Result<()> {
    let application: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(Error::new(Code::NotALedger).with("path", "none"));
    }
    let found = version(conn)?;
    if found > KNOWN {
        return Err(Error::new(Code::LedgerNewer)
            .with("found", found)
            .with("known", KNOWN));
    }
    Ok(())
}

/// Every table, index and trigger of a schema version as `(name, sql)`, by name.
pub fn objects_of(version: i64) -> Result<Vec<(String, String)>> {
    crate::ledger::file::start();
    let conn = Connection::open_in_memory()?;
    for step in STEPS.iter().take(usize::try_from(version).unwrap_or(0)) {
        conn.execute_batch(step)?;
    }
    objects(&conn)
}

/// Every table, index and trigger of the file as `(name, sql)`, by name.
pub fn objects(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Schema version of the file.
pub fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
