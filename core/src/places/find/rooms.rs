//! Finding by room, with the words typed before it.

use crate::access::Action;
use crate::door::Reader;
use crate::error::Result;
use crate::ids::ResidentId;
use crate::ledger::place_keys::{self, Hit, KeyKind};
use crate::ledger::places::{Place, Resident};
use crate::places::find::called::{self, Called};
use crate::places::keys::compact;
use crate::places::room::Room;

/// Most equal room numbers looked at when words beside them choose among them.
const SAME_ROOM_MAX: usize = 400;

/// Rooms of this number: by their whole number, by a part of it, and, only where there is none, those that the number
/// says too much of.
pub fn numbered(r: &Reader<'_>, room: &Room, limit: usize) -> Result<Vec<Vec<Hit>>> {
    let mut tiers = Vec::new();
    for kind in [KeyKind::Room, KeyKind::Bare] {
        let mut hits = Vec::new();
        for key in std::iter::once(&room.key).chain(&room.apart) {
            hits.extend(named(r, kind, room, key, limit)?);
        }
        tiers.push(hits);
    }
    if tiers.iter().all(Vec::is_empty) {
        for key in shorter(&room.key) {
            let mut exact = Vec::new();
            for hit in named(r, KeyKind::Room, room, &key, limit)? {
                // 3-2-1204 is another flat than 3-1-1204.
                if Place::get(r, hit.place)?.code == key {
                    exact.push(hit);
                }
            }
            tiers.push(exact);
        }
    }
    Ok(tiers)
}

/// What a number in three parts may mean where there is none such: floor and flat apart (`3-12-04`), or a unit
/// (`3-1-1204`) in a building that has none.
fn shorter(key: &str) -> Vec<String> {
    let parts: Vec<&str> = key.split('-').collect();
    let [building, between, flat] = parts[..] else {
        return Vec::new();
    };
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let on_floor = (flat.len() <= 2 && number(flat) && number(between))
        .then(|| format!("{building}-{between}{flat:0>2}"));
    on_floor
        .into_iter()
        .chain([format!("{building}-{flat}")])
        .collect()
}

/// Rooms of exactly this number, in places or with residents of the name typed before it.
fn named(r: &Reader<'_>, kind: KeyKind, room: &Room, key: &str, limit: usize) -> Result<Vec<Hit>> {
    let within = compact(&room.within);
    if within.is_empty() {
        return place_keys::equal(r, r.may(Action::RevealContact), kind, key, limit);
    }
    let called = called::read(&room.within);
    let mut fitting = Vec::new();
    for mut hit in place_keys::equal(r, false, kind, key, SAME_ROOM_MAX)? {
        let there = compact(&Place::get(r, hit.place)?.label).contains(&within);
        if !there {
            hit.resident = living_there(r, &hit, &called, Called::fits)?;
        }
        if there || hit.resident.is_some() {
            fitting.push(hit);
            if fitting.len() == limit {
                break;
            }
        }
    }
    Ok(fitting)
}

/// Rooms of this number where someone lives whose name sounds as the words before it.
pub fn heard_at(r: &Reader<'_>, room: &Room, limit: usize) -> Result<Vec<Hit>> {
    let called = called::read(&room.within);
    let mut hits = Vec::new();
    for kind in [KeyKind::Room, KeyKind::Bare] {
        for mut hit in place_keys::equal(r, false, kind, &room.key, SAME_ROOM_MAX)? {
            hit.resident = living_there(r, &hit, &called, Called::sounds_like)?;
            if hit.resident.is_some() {
                hits.push(hit);
            }
        }
    }
    hits.truncate(limit);
    Ok(hits)
}

/// Who of those living there is meant. Who sees contacts masked finds nobody by name (R39).
fn living_there(
    r: &Reader<'_>,
    hit: &Hit,
    called: &[Called],
    fits: fn(&Called, &str) -> bool,
) -> Result<Option<ResidentId>> {
    if !r.may(Action::RevealContact) {
        return Ok(None);
    }
    let meant = Resident::at(r, hit.place)?.into_iter().find(|resident| {
        resident.active && called.iter().any(|called| fits(called, &resident.name))
    });
    Ok(meant.map(|resident| resident.id))
}
