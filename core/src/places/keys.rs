//! By which keys a place or resident is found.

use crate::error::Result;
use crate::fold::{fold, initials, sounds, sounds_within, word_sounds};
use crate::ledger::Reader;
use crate::ledger::place_keys::{KeyKind, Put};
use crate::ledger::places::{Place, PlaceKind, Resident};
use crate::places::room;

/// Longest key of a name, in characters; nobody types more to find it.
const KEY_MAX: usize = 32;
/// Fewest digits by which a phone is found.
pub const PHONE_MIN: usize = 3;

/// What people type for the last place of a path, such as `3-1204`: the path begins with the community. Empty for what
/// has a name only.
pub fn code(path: &[Place]) -> String {
    match path.last() {
        Some(place) if is_area(place) => String::new(),
        Some(_) => parts(path).join("-"),
        None => String::new(),
    }
}

/// The last place's whole name for forms.
pub fn label(path: &[Place]) -> String {
    let names: Vec<&str> = path.iter().map(|place| place.name.as_str()).collect();
    names.join(" ")
}

/// Hands over every key of all places and residents in use.
pub fn all(r: &Reader<'_>, put: &mut Put<'_>) -> Result<()> {
    below(r, &mut Vec::new(), put)
}

/// The keys of what stands in the last place of a path.
fn below(r: &Reader<'_>, path: &mut Vec<Place>, put: &mut Put<'_>) -> Result<()> {
    for place in Place::children(r, path.last().map(|place| place.id))? {
        let id = place.id;
        path.push(place);
        if path.last().is_some_and(|place| place.active) {
            put(id, None, &of_place(path))?;
        }
        for resident in Resident::at(r, id)? {
            if resident.active {
                let keys = of_resident(&resident.name, &resident.phones.0);
                put(id, Some(resident.id), &keys)?;
            }
        }
        below(r, path, put)?;
        path.pop();
    }
    Ok(())
}

/// Every key of the last place of a path.
pub fn of_place(path: &[Place]) -> Vec<(KeyKind, String)> {
    let Some(place) = path.last() else {
        return Vec::new();
    };
    let own = compact(&place.name);
    let mut keys = Vec::new();
    if is_area(place) {
        keys.extend(words(&compact(&label(path))).map(|key| (KeyKind::Words, key)));
    } else {
        let parts = parts(path);
        let numbered = !parts.is_empty();
        for parts in std::iter::once(parts).chain(floors(path)) {
            keys.extend(numbers(&parts));
        }
        // A plain room number is no name: whoever types it means the room.
        if numbered && own.is_ascii() {
            return keys;
        }
        keys.extend(endings(&compact(&label(path))));
    }
    keys.push((KeyKind::Name, clip(&own)));
    let initials = initials(&place.name).into_iter();
    keys.extend(initials.map(|key| (KeyKind::Initials, key)));
    if room::read(&place.name).is_none() {
        keys.extend(word_sounds(&place.name).iter().map(|s| pinyin(s)));
    }
    keys
}

/// Keys of a number such as `3-2-1204`: whole, without what stands between, and without signs.
fn numbers(parts: &[String]) -> Vec<(KeyKind, String)> {
    let mut keys = Vec::new();
    if let Some(own) = parts.last() {
        keys.push((KeyKind::Room, parts.join("-")));
        let bare = [own.clone(), parts.concat().replace('-', "")];
        keys.extend(bare.map(|key| (KeyKind::Bare, key)));
    }
    if let [first, _, .., last] = parts {
        keys.push((KeyKind::Room, format!("{first}-{last}")));
        keys.push((KeyKind::Bare, format!("{first}{last}").replace('-', "")));
    }
    keys
}

/// The numbers of a path whose flat is named with its floor or stands in it, with both as one number and apart.
fn floors(path: &[Place]) -> Vec<Vec<String>> {
    let first = path.iter().position(|place| !is_area(place));
    let (above, below) = path.split_at(first.unwrap_or(path.len()));
    let Some(room) = room::read(&label(below)) else {
        return Vec::new();
    };
    let known = compact(&label(above)).contains(&compact(&room.within));
    let keys = room.apart.filter(|_| known).map(|apart| [room.key, apart]);
    let split = |key: String| key.split('-').map(str::to_owned).collect();
    keys.into_iter().flatten().map(split).collect()
}

/// Every key of a resident.
pub fn of_resident(name: &str, phones: &[String]) -> Vec<(KeyKind, String)> {
    let folded = compact(name);
    let mut keys = endings(&folded);
    keys.push((KeyKind::Name, clip(&folded)));
    keys.extend(initials(name).into_iter().map(|i| (KeyKind::Initials, i)));
    if !folded.is_ascii() {
        for sound in sounds(name).into_iter().chain(sounds_within(name)) {
            keys.push(pinyin(&sound));
            keys.push((KeyKind::Sound, clip(&sound)));
        }
    }
    for phone in phones {
        // An extension is dialled later, nobody is found by it.
        let main = phone.split('#').next().unwrap_or_default();
        let digits: String = main.chars().filter(char::is_ascii_digit).collect();
        for start in 0..(digits.len() + 1).saturating_sub(PHONE_MIN) {
            keys.push((KeyKind::Phone, digits[start..].to_owned()));
        }
    }
    keys
}

/// A name as it is compared: folded and without blanks.
pub fn compact(name: &str) -> String {
    fold(name).chars().filter(|c| *c != ' ').collect()
}

/// The first characters that a key of a name holds.
pub fn clip(name: &str) -> String {
    name.chars().take(KEY_MAX).collect()
}

fn is_area(place: &Place) -> bool {
    matches!(
        place.kind,
        PlaceKind::Community | PlaceKind::PublicArea | PlaceKind::Facility
    )
}

/// Number or letter of each place below the community that has one.
fn parts(path: &[Place]) -> Vec<String> {
    let mut parts = Vec::new();
    for (at, place) in path.iter().enumerate() {
        if is_area(place) {
            continue;
        }
        let Some(room) = room::read(&place.name) else {
            continue;
        };
        let above = compact(&label(&path[..at]));
        let within = compact(&room.within);
        // 錦繡園3棟 in 錦繡園 is 3; but 商鋪12 is not the room 12.
        parts.push(if above.contains(&within) {
            room.key
        } else {
            format!("{within}{}", room.key)
        });
    }
    parts
}

/// A name from its second character on, from its third, and so forth.
fn endings(name: &str) -> Vec<(KeyKind, String)> {
    let starts = name.char_indices().skip(1);
    starts
        .map(|(start, _)| (KeyKind::Part, clip(&name[start..])))
        .collect()
}

/// A label, and what is left of it from each later character on; a number stays whole.
fn words(label: &str) -> impl Iterator<Item = String> {
    let inside = |at: usize| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(label[..at].chars().next_back()) && digit(label[at..].chars().next())
    };
    let starts = label.char_indices().map(|(at, _)| at);
    let starts = starts.filter(move |&at| !inside(at));
    starts.map(|at| clip(&label[at..]))
}

/// What is typed for a sound on a keyboard.
fn pinyin(sound: &str) -> (KeyKind, String) {
    (KeyKind::Pinyin, clip(&sound.replace(' ', "")))
}
