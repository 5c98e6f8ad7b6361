//! By which keys a place or resident is found.

use crate::fold::{fold, initials};
use crate::ledger::place_keys::KeyKind;
use crate::ledger::places::{Place, PlaceKind};
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

/// Every key of the last place of a path.
pub fn of_place(path: &[Place]) -> Vec<(KeyKind, String)> {
    let Some(place) = path.last() else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    let parts = if is_area(place) {
        Vec::new()
    } else {
        parts(path)
    };
    if let Some(own) = parts.last() {
        keys.push((KeyKind::Room, parts.join("-")));
        let bare = [own.clone(), parts.concat().replace('-', "")];
        keys.extend(bare.map(|key| (KeyKind::Bare, key)));
        if let [first, _, .., last] = &parts[..] {
            keys.push((KeyKind::Room, format!("{first}-{last}")));
            keys.push((KeyKind::Bare, format!("{first}{last}").replace('-', "")));
        }
    }
    let own = compact(&place.name);
    // A plain room number is no name: whoever types it means the room.
    if !own.is_ascii() || parts.is_empty() {
        keys.push((KeyKind::Name, clip(&own)));
        keys.extend(endings(&compact(&label(path))));
        keys.extend(
            initials(&place.name)
                .into_iter()
                .map(|i| (KeyKind::Initials, i)),
        );
    }
    keys
}

/// Every key of a resident.
pub fn of_resident(name: &str, phones: &[String]) -> Vec<(KeyKind, String)> {
    let folded = compact(name);
    let mut keys = endings(&folded);
    keys.push((KeyKind::Name, clip(&folded)));
    keys.extend(initials(name).into_iter().map(|i| (KeyKind::Initials, i)));
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

/// The name from its second character on, from its third, and so forth.
fn endings(name: &str) -> Vec<(KeyKind, String)> {
    let starts = name.char_indices().skip(1);
    starts
        .map(|(start, _)| (KeyKind::Part, clip(&name[start..])))
        .collect()
}
