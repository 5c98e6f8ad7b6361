//! The ten-second finder: a room, digits of a phone, a name in either script, by pinyin or by ear.

mod called;
mod rooms;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::fold::fold;
use crate::ids::ResidentId;
use crate::ledger::place_keys::{self, Hit, KeyKind};
use crate::ledger::places::{Place, Resident};
use crate::ledger::requests::Request;
use crate::names::names;
use crate::places::keys::{PHONE_MIN, clip, compact};
use crate::places::room;
use crate::places::views::ResidentView;
use crate::text_field::sought;

/// Finds places by `3-1204`, `3棟1204`, `12樓04`, `1204`, three digits or more of a phone, a name or part of one in
/// Traditional or Simplified, a surname with a title (`單先生`), pinyin such as `shanguohua` or `sgh`, or words of an
/// area's name in order. Exact rooms come first. Where nothing is written so, residents whose names sound alike.
///
/// Errors: `TooLong` on `text`.
#[derive(Deserialize, TS)]
pub struct FindPlaces {
    pub text: String,
    /// At most 50.
    pub limit: u32,
}

names! {
    /// By what something was found.
    FoundBy {
        Room = "room",
        Phone = "phone",
        Name = "name",
        Initials = "initials",
        Pinyin = "pinyin",
        /// The name sounds as what was typed, and is written otherwise.
        Sound = "sound",
    }
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
/// Most areas looked at whose words come in the order that was typed.
const IN_ORDER_MAX: usize = 400;

impl ReadVerb for FindPlaces {
    const NAME: &'static str = "places.find";
    const ACTION: Action = Action::SeePlaces;
    type Out = Vec<Found>;

    fn run(self, r: &Reader<'_>) -> Result<Vec<Found>> {
        let limit = usize::try_from(self.limit).map_or(LIMIT_MAX, |l| l.clamp(1, LIMIT_MAX));
        let text = sought("text", &self.text)?;
        let mut tiers = as_written(r, text, limit)?;
        if tiers.iter().all(|(_, hits)| hits.is_empty()) && residents(r) {
            tiers = vec![(FoundBy::Sound, as_heard(r, text, limit)?)];
        }
        let hits = share(tiers, limit);
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

/// All that is written as it was typed, the surest way of finding first.
fn as_written(r: &Reader<'_>, text: &str, limit: usize) -> Result<Vec<(FoundBy, Vec<Hit>)>> {
    let name = clip(&compact(text));
    let mut tiers = Vec::new();
    if name.is_empty() {
        return Ok(tiers);
    }
    let called = called::read(text);
    let room = room::read(text);
    if let Some(room) = &room {
        let numbers = rooms::numbered(r, room, limit)?;
        tiers.extend(numbers.into_iter().map(|hits| (FoundBy::Room, hits)));
    }
    // Whoever may not see phones may not try numbers out either (R39).
    if r.may(Action::RevealContact)
        && let Some(digits) = phone_digits(text)
    {
        tiers.push((FoundBy::Phone, phones(r, &digits, limit)?));
    }
    let by_name = |kind, start: &str| place_keys::starting(r, residents(r), kind, start, limit);
    tiers.push((FoundBy::Name, by_name(KeyKind::Name, &name)?));
    if residents(r) {
        for called in &called {
            tiers.push((FoundBy::Name, called.titled_people(r, limit)?));
        }
    }
    let letters = typed_letters(&name);
    if let Some(letters) = &letters {
        tiers.push((FoundBy::Initials, by_name(KeyKind::Initials, letters)?));
        for spelling in spellings(letters) {
            tiers.push((FoundBy::Pinyin, by_name(KeyKind::Pinyin, &spelling)?));
        }
    }
    tiers.push((FoundBy::Name, by_name(KeyKind::Words, &name)?));
    tiers.push((FoundBy::Name, by_name(KeyKind::Part, &name)?));
    if letters.is_none() {
        tiers.push((FoundBy::Name, words_in_order(r, &name, limit)?));
    }
    if let Some(room) = room.filter(|room| room.within.is_empty()) {
        tiers.push((FoundBy::Room, by_name(KeyKind::Room, &room.key)?));
    }
    Ok(tiers)
}

/// Residents whose names sound as what was typed; at the room typed with it, if there was one.
fn as_heard(r: &Reader<'_>, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for called in called::read(text) {
        hits.extend(called.heard(r, limit)?);
    }
    if let Some(room) = room::read(text) {
        hits.extend(rooms::heard_at(r, &room, limit)?);
    }
    Ok(hits)
}

/// Whoever sees contacts masked may not try out where somebody lives (R39).
fn residents(r: &Reader<'_>) -> bool {
    r.may(Action::RevealContact)
}

/// What was typed in Latin letters and digits, without the marks between syllables of pinyin.
fn typed_letters(name: &str) -> Option<String> {
    let letters: String = name.chars().filter(|c| !"'’-·.".contains(*c)).collect();
    let plain = letters.bytes().all(|b| b.is_ascii_alphanumeric());
    (plain && !letters.is_empty()).then_some(letters)
}

/// *lü* and *nü* are typed `lv`, `lu` or `lyu`; the index has `lv`.
fn spellings(letters: &str) -> Vec<String> {
    const VARIANTS_MAX: usize = 8;
    let mut spellings = vec![letters.to_owned()];
    for typed in ["lyu", "lu", "nyu", "nu"] {
        for at in 0..letters.len() {
            for begun in spellings.clone() {
                let rest = begun.get(at..).and_then(|rest| rest.strip_prefix(typed));
                if let Some(rest) = rest.filter(|_| spellings.len() < VARIANTS_MAX) {
                    spellings.push(format!("{}{}v{rest}", &begun[..at], &typed[..1]));
                }
            }
        }
    }
    spellings
}

/// Areas whose names hold what was typed in its order, with other words between: 地下停車場 is 地下一層停車場. A number is
/// one word.
fn words_in_order(r: &Reader<'_>, typed: &str, limit: usize) -> Result<Vec<Hit>> {
    let chars: Vec<char> = typed.chars().collect();
    let mut hits = place_keys::in_order(r, &chars, IN_ORDER_MAX)?;
    hits.retain(|hit| holds_in_order(&hit.key, typed));
    hits.truncate(limit);
    Ok(hits)
}

/// Whether the words of `label` hold those of `typed` in order, from the first on.
fn holds_in_order(label: &str, typed: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let words = chars.chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit());
        words.map(|word| word.iter().collect()).collect()
    };
    let label = words(label);
    let mut left = label.iter();
    words(typed).iter().enumerate().all(|(at, word)| match at {
        0 => left.next() == Some(word),
        _ => left.any(|other| other == word),
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_their_order_and_numbers_whole() {
        for (label, typed, holds) in [
            ("地下一层停车场", "地下停车场", true),
            ("地下一层停车场", "停车场地下", false),
            ("3栋3号电梯", "3栋电梯", true),
            ("31栋3号电梯", "3栋电梯", false),
            ("锦绣园13栋电梯", "锦3栋电梯", false),
            ("锦绣园13栋电梯", "锦13栋梯", true),
        ] {
            assert_eq!(holds_in_order(label, typed), holds, "{label} {typed}");
        }
    }

    #[test]
    fn umlauts_are_typed_as_keyboards_allow() {
        assert_eq!(spellings("shan"), ["shan"]);
        for typed in ["lvna", "luna", "lyuna"] {
            assert!(spellings(typed).iter().any(|s| s == "lvna"), "{typed}");
        }
        assert!(spellings(&"lunu".repeat(40)).len() <= 8);
    }
}
