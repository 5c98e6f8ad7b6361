//! The ten-second finder: a room, digits of a phone, a name in either script, or pinyin initials.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::fold::fold;
use crate::ids::{PlaceId, ResidentId};
use crate::ledger::place_keys::{self, Hit, KeyKind};
use crate::ledger::places::{Place, Resident};
use crate::ledger::requests::Request;
use crate::names::names;
use crate::places::keys::{PHONE_MIN, clip, compact};
use crate::places::room::{self, Room};
use crate::places::views::ResidentView;

/// Finds places by `3-1204`, `3棟1204`, `1204`, three digits or more of a phone, a name or part of one in Traditional
/// or Simplified, or initials such as `zxm`. Exact rooms come first.
#[derive(Deserialize, TS)]
pub struct FindPlaces {
    pub text: String,
    /// At most 50.
    pub limit: u32,
}

names! {
    /// By what something was found.
    FoundBy { Room = "room", Phone = "phone", Name = "name", Initials = "initials" }
}

/// A place that fits.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    pub place: Place,
    pub by: FoundBy,
    /// The resident who was found, where it was not the place itself.
    pub resident: Option<ResidentId>,
    /// Who lives there now.
    pub residents: Vec<ResidentView>,
    /// Requests from there that are not ended; empty for those who may not see requests.
    pub open_requests: Option<u32>,
}

/// Most places of one answer.
const LIMIT_MAX: usize = 50;
/// Fewest digits of a phone typed with signs between them.
const SIGNED_PHONE_MIN: usize = 6;
/// Most equal room numbers looked at when words beside them choose among them.
const SAME_ROOM_MAX: usize = 400;

impl ReadVerb for FindPlaces {
    const NAME: &'static str = "places.find";
    const ACTION: Action = Action::SeePlaces;
    type Out = Vec<Found>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Found>> {
        let limit = usize::try_from(self.limit).map_or(LIMIT_MAX, |l| l.clamp(1, LIMIT_MAX));
        let hits = share(tiers(r, &self.text, limit)?, limit);
        hits.into_iter()
            .map(|(by, hit)| found(r, by, hit))
            .collect()
    }
}

fn found(r: &Reader<'_>, by: FoundBy, hit: Hit) -> Result<Found> {
    let place = Place::get(r, hit.place)?;
    let residents = Resident::at(r, place.id)?
        .into_iter()
        .filter(|resident| resident.active)
        .map(|resident| ResidentView::of(r, resident))
        .collect();
    let open_requests = if r.may(Action::SeeRequests) {
        Some(Request::open_at(r, place.id)?)
    } else {
        None
    };
    Ok(Found {
        place,
        by,
        resident: hit.resident,
        residents,
        open_requests,
    })
}

/// All that fits, the surest way of finding first.
fn tiers(r: &Reader<'_>, text: &str, limit: usize) -> Result<Vec<(FoundBy, Vec<Hit>)>> {
    let name = clip(&compact(text));
    let mut tiers = Vec::new();
    if name.is_empty() {
        return Ok(tiers);
    }
    let room = room::read(text);
    if let Some(room) = &room {
        tiers.push((FoundBy::Room, rooms(r, KeyKind::Room, room, limit)?));
        tiers.push((FoundBy::Room, rooms(r, KeyKind::Bare, room, limit)?));
    }
    // Whoever may not see phones may not try numbers out either (R39).
    if r.may(Action::RevealContact)
        && let Some(digits) = phone_digits(text)
    {
        tiers.push((FoundBy::Phone, phones(r, &digits, limit)?));
    }
    let by_name = |kind, start: &str| place_keys::starting(r, residents(r), kind, start, limit);
    tiers.push((FoundBy::Name, by_name(KeyKind::Name, &name)?));
    if name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        tiers.push((FoundBy::Initials, by_name(KeyKind::Initials, &name)?));
    }
    tiers.push((FoundBy::Name, by_name(KeyKind::Part, &name)?));
    if let Some(room) = room.filter(|room| room.within.is_empty()) {
        tiers.push((FoundBy::Room, by_name(KeyKind::Room, &room.key)?));
    }
    Ok(tiers)
}

/// Whoever sees contacts masked may not try out where somebody lives (R39).
fn residents(r: &Reader<'_>) -> bool {
    r.may(Action::RevealContact)
}

/// Rooms of exactly this number, in places or with residents of the name typed before it.
fn rooms(r: &Reader<'_>, kind: KeyKind, room: &Room, limit: usize) -> Result<Vec<Hit>> {
    let within = compact(&room.within);
    if within.is_empty() {
        return place_keys::equal(r, residents(r), kind, &room.key, limit);
    }
    let mut fitting = Vec::new();
    for hit in place_keys::equal(r, residents(r), kind, &room.key, SAME_ROOM_MAX)? {
        let at_place = compact(&Place::get(r, hit.place)?.label).contains(&within);
        if at_place || (r.may(Action::RevealContact) && lives_at(r, hit.place, &within)?) {
            fitting.push(hit);
            if fitting.len() == limit {
                break;
            }
        }
    }
    Ok(fitting)
}

fn lives_at(r: &Reader<'_>, place: PlaceId, name: &str) -> Result<bool> {
    Ok(Resident::at(r, place)?
        .iter()
        .any(|resident| resident.active && compact(&resident.name).contains(name)))
}

/// Digits of what can be a phone number, or, written in one, a part of it: `3-12` is a room.
fn phone_digits(text: &str) -> Option<String> {
    let folded = fold(text);
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let odd = folded
        .chars()
        .any(|c| !c.is_ascii_digit() && !"+-() ".contains(c));
    let signs = folded.trim().len() > digits.len();
    let fewest = if signs { SIGNED_PHONE_MIN } else { PHONE_MIN };
    (!odd && digits.len() >= fewest).then_some(digits)
}

/// Phones that end in the digits, then those that have them further in. A number shown by the exchange may carry a
/// country code that nobody wrote down: its last eight digits count too.
fn phones(r: &Reader<'_>, digits: &str, limit: usize) -> Result<Vec<Hit>> {
    const LOCAL: usize = 8;
    let mut hits = place_keys::starting(r, residents(r), KeyKind::Phone, digits, limit)?;
    if hits.is_empty() && digits.len() > LOCAL {
        hits = place_keys::equal(
            r,
            residents(r),
            KeyKind::Phone,
            &digits[digits.len() - LOCAL..],
            limit,
        )?;
    }
    Ok(hits)
}

/// Each place once, in the order of the tiers; while there are others no tier takes more than half, so that forty
/// rooms 1204 leave room for the phone that ends in 1204.
fn share(tiers: Vec<(FoundBy, Vec<Hit>)>, limit: usize) -> Vec<(FoundBy, Hit)> {
    let mut seen = HashSet::new();
    let mut fresh: Vec<(FoundBy, Vec<Hit>)> = Vec::new();
    for (by, hits) in tiers {
        let hits: Vec<Hit> = hits.into_iter().filter(|h| seen.insert(h.place)).collect();
        fresh.push((by, hits));
    }
    let half = limit.div_ceil(2);
    let mut taken: Vec<usize> = Vec::new();
    let mut left = limit;
    for (_, hits) in &fresh {
        let count = hits.len().min(half).min(left);
        left -= count;
        taken.push(count);
    }
    for ((_, hits), count) in fresh.iter().zip(&mut taken) {
        let more = (hits.len() - *count).min(left);
        left -= more;
        *count += more;
    }
    let tiers = fresh.into_iter().zip(taken);
    tiers
        .flat_map(|((by, hits), count)| hits.into_iter().take(count).map(move |hit| (by, hit)))
        .collect()
}
