//! The audit trail: one row per act, each holding the hash of the row before (R36).
//!
//! What an act changed stands in `audit_body`, apart from the chain. The chain holds only the salted digest of that
//! body, so that personal data can one day be blanked under the retention rule (R41) and the chain still verifies.

use rand::RngExt;
use rand::rngs::StdRng;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::column::stored_as_text;
use crate::moment::Moment;
use crate::names::names;

names! {
    /// Whether an act was done or refused.
    Outcome {
        /// The act is in the ledger.
        Done = "done",
        /// The door refused it; nothing but this row was written.
        Refused = "refused",
    }
}

stored_as_text!(Outcome);

/// One act, before it is chained.
pub struct Entry<'a> {
    pub at: Moment,
    pub person: Option<PersonId>,
    pub verb: &'a str,
    /// What it was about, as `table:id`.
    pub subject: Option<String>,
    pub outcome: Outcome,
    /// What changed: rows with old and new values, and the verb's notes.
    pub body: Value,
}

/// The chain's hash over one row and its predecessor, as lower-case hex.
pub fn link(prev: &str, entry: &Entry<'_>, digest: &str) -> String {
    let mut hash = Sha256::new();
    for part in [
        prev,
        &entry.at.millis().to_string(),
        &entry.person.map(|p| p.0.to_string()).unwrap_or_default(),
        entry.verb,
        entry.subject.as_deref().unwrap_or(""),
        entry.outcome.as_str(),
        digest,
    ] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize())
}

/// Digest of a body under its salt, as lower-case hex.
pub fn digest(salt: &str, body: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    hash.update([0]);
    hash.update(body.as_bytes());
    hex(&hash.finalize())
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// Hash of the newest row, or of nothing when the trail is empty: the chain's head.
pub fn head(conn: &Connection) -> Result<String> {
    let found = conn
        .prepare_cached("SELECT hash FROM audit ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_else(|| "0".repeat(64)))
}

/// Appends one act to the chain.
pub fn append(conn: &Connection, entry: &Entry<'_>, rng: &mut StdRng) -> Result<()> {
    let prev = head(conn)?;
    let salt = hex(&rng.random::<[u8; 16]>());
    let body = entry.body.to_string();
    let digest = digest(&salt, &body);
    let hash = link(&prev, entry, &digest);
    conn.prepare_cached(
        "INSERT INTO audit (at, person_id, verb, subject, outcome, digest, prev, hash) VALUES (?1,?2,?3,?4,?5,?6,?7,?8)",
    )?
    .execute((entry.at, entry.person, entry.verb, &entry.subject, entry.outcome, &digest, &prev, &hash))?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO audit_body (audit_id, salt, body) VALUES (?1,?2,?3)")?
        .execute((id, &salt, &body))?;
    Ok(())
}
