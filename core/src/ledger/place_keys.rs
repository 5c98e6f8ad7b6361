//! The index by which places and residents are found: ordered keys, so that what a person typed is a range of them.

use crate::error::Result;
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::column::stored_as_text;
use crate::ledger::{Reader, Writer};
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
    let resident = resident.unwrap_or_default();
    w.conn
        .prepare_cached("DELETE FROM place_key WHERE place_id = ?1 AND resident_id = ?2")?
        .execute((place, resident))?;
    let mut insert = w.conn.prepare_cached(
        "INSERT OR IGNORE INTO place_key (kind, key, place_id, resident_id) VALUES (?1,?2,?3,?4)",
    )?;
    for (kind, key) in keys {
        insert.execute((kind, key, place, resident))?;
    }
    Ok(())
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
    range(r, residents, kind, start, "\u{10ffff}", limit)
}

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
        |row| {
            let resident: ResidentId = row.get("resident_id")?;
            Ok(Hit {
                key: row.get("key")?,
                place: row.get("place_id")?,
                resident: (resident != ResidentId::default()).then_some(resident),
            })
        },
    )
}
