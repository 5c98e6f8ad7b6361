//! The index by which places and residents are found: ordered keys, so that what a person typed is a range of them.

use rusqlite::{Connection, Row, TransactionBehavior};

use crate::error::Result;
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::column::stored_as_text;
use crate::ledger::{Ledger, Reader, Writer, locked};
use crate::names::names;

names! {
    /// What a key was made from.
    KeyKind {
        /// A room or building with what it stands in, such as `3-1204`.
        Room = "room",
        /// A room without its building, or typed without signs: `1204`, `31204`.
        Bare = "bare",
        /// An ending of a phone number, digits only.
        Phone = "phone",
        /// A whole name.
        Name = "name",
        /// A name from a later character on.
        Part = "part",
        /// Pinyin initials.
        Initials = "initials",
        /// The whole name of an area with what it stands in, and what is left of it from a later word on.
        Words = "words",
        /// Whole pinyin as it is typed, `shanguohua`, of a name or from a later syllable on.
        Pinyin = "pinyin",
        /// The same in syllables, `shan guo hua`, of residents: by it names are compared by ear.
        Sound = "sound",
    }
}

stored_as_text!(KeyKind);

/// A key that fits, with whose it is: a place's own or a resident's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub key: String,
    pub place: PlaceId,
    pub resident: Option<ResidentId>,
}

/// Replaces all keys of a place (its own, not its residents') or of a resident.
pub fn replace<'w>(
    w: &mut impl AsMut<Writer<'w>>,
    place: PlaceId,
    resident: Option<ResidentId>,
    keys: &[(KeyKind, String)],
) -> Result<()> {
    let w = w.as_mut();
    w.conn
        .prepare_cached("DELETE FROM place_key WHERE place_id = ?1 AND resident_id = ?2")?
        .execute((place, resident.unwrap_or_default()))?;
    put(w.conn, place, resident, keys)
}

fn put(
    conn: &Connection,
    place: PlaceId,
    resident: Option<ResidentId>,
    keys: &[(KeyKind, String)],
) -> Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT OR IGNORE INTO place_key (kind, key, place_id, resident_id) VALUES (?1,?2,?3,?4)",
    )?;
    for (kind, key) in keys {
        insert.execute((kind, key, place, resident.unwrap_or_default()))?;
    }
    Ok(())
}

/// Takes the keys of a place (its own, or those of a resident there).
pub type Put<'a> = dyn FnMut(PlaceId, Option<ResidentId>, &[(KeyKind, String)]) -> Result<()> + 'a;

impl Ledger {
    /// Makes the whole index where a schema step has emptied it: keys of another program version, or of another table
    /// of readings, are not those that are looked for. `all` hands over the keys of every place and resident in use.
    pub(crate) fn fill_place_keys(
        &self,
        all: impl FnOnce(&Reader<'_>, &mut Put<'_>) -> Result<()>,
    ) -> Result<()> {
        let open = self.connections();
        let mut conn = locked(&open.as_ref().ok_or_else(super::closed)?.writer);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let emptied: bool = transaction.query_row(
            "SELECT NOT EXISTS (SELECT 1 FROM place_key) AND EXISTS (SELECT 1 FROM place WHERE active = 1)",
            [],
            |row| row.get(0),
        )?;
        if emptied {
            let reader = Reader { conn: &transaction };
            all(&reader, &mut |place, resident, keys| {
                put(&transaction, place, resident, keys)
            })?;
        }
        Ok(transaction.commit()?)
    }

    /// As a schema step does that asks for a new index.
    #[cfg(test)]
    pub(crate) fn empty_place_keys(&self) -> Result<()> {
        let open = self.connections();
        let conn = locked(&open.as_ref().ok_or_else(super::closed)?.writer);
        conn.execute_batch("DELETE FROM place_key")
            .map_err(Into::into)
    }
}

/// Keys equal to `key`, by place; those of residents only where `residents` says so.
pub fn equal(
    r: &Reader<'_>,
    residents: bool,
    kind: KeyKind,
    key: &str,
    limit: usize,
) -> Result<Vec<Hit>> {
    range(r, residents, kind, key, "", limit)
}

/// Keys that begin with `start`, the shortest first among those that begin alike: an exact one leads.
pub fn starting(
    r: &Reader<'_>,
    residents: bool,
    kind: KeyKind,
    start: &str,
    limit: usize,
) -> Result<Vec<Hit>> {
    range(r, residents, kind, start, LAST, limit)
}

/// Areas whose words hold all of `chars` in this order, beginning with the first of them: the shortest first.
pub fn in_order(r: &Reader<'_>, chars: &[char], limit: usize) -> Result<Vec<Hit>> {
    let mut pattern = String::new();
    for c in chars {
        if "%_!".contains(*c) {
            pattern.push('!');
        }
        pattern.push(*c);
        pattern.push('%');
    }
    r.all(
        "SELECT key, place_id, resident_id FROM place_key
         WHERE kind = ?1 AND key >= ?2 AND key <= ?2 || ?3 AND key LIKE ?4 ESCAPE '!'
         ORDER BY length(key), key, place_id LIMIT ?5",
        (
            KeyKind::Words,
            chars.first().map(char::to_string).unwrap_or_default(),
            LAST,
            pattern,
            i64::try_from(limit).unwrap_or(i64::MAX),
        ),
        read,
    )
}

/// Behind every key that begins alike.
const LAST: &str = "\u{10ffff}";

fn range(
    r: &Reader<'_>,
    residents: bool,
    kind: KeyKind,
    from: &str,
    beyond: &str,
    limit: usize,
) -> Result<Vec<Hit>> {
    r.all(
        "SELECT key, place_id, resident_id FROM place_key
         WHERE kind = ?1 AND key >= ?2 AND key <= ?2 || ?3 AND (?5 OR resident_id = 0)
         ORDER BY key, place_id, resident_id LIMIT ?4",
        (
            kind,
            from,
            beyond,
            i64::try_from(limit).unwrap_or(i64::MAX),
            residents,
        ),
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let resident: ResidentId = row.get("resident_id")?;
    Ok(Hit {
        key: row.get("key")?,
        place: row.get("place_id")?,
        resident: (resident != ResidentId::default()).then_some(resident),
    })
}
