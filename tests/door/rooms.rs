//! The rooms of the core: which may use which. A new kind of record is a new room and a line here; nothing below it
//! learns of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::walls::sources;

/// Every room with the rooms it uses, from the ground up: a room stands below all that use it, so that no two use each
/// other, not even by a detour.
const ROOMS: &str = "
error:
fold:
ids:
mask:
names:
import: error
moment: error
clock: moment names
office: names
text_field: error
access: ids names office
text: moment
money: text
export: error moment money
pricing: error fold ids names moment text_field text money
ledger: error ids names moment clock office money pricing
print: error text export pricing text_field
document: error print
door: error ids moment clock office access ledger
audit: error ids access ledger door
fees: error fold ids names import moment text_field access text money pricing ledger print document door
people: error fold ids office text_field access ledger door
places: error fold ids mask names text_field access ledger door
records: error fold mask moment text_field access text export ledger door
settings: error ids moment office text_field access ledger door
backup: error moment text_field access text ledger print document door people
quotes: error ids moment text_field access text pricing ledger print document door fees records
requests: error fold ids moment office text_field access text money export pricing ledger door people records quotes
orders: error ids names moment office text_field access text money export pricing ledger print document door people records quotes requests
registers: error names text_field access text export ledger print document door requests orders
settlement: error ids mask moment text_field access text money ledger print document door people quotes orders
day: error ids moment text_field access text export ledger document door people records requests orders registers
desk: error ids moment office access ledger door audit fees people places records settings backup quotes requests orders registers settlement day
";

/// Names that the core gives out at its root, and the rooms they come from.
const AT_THE_ROOT: &[(&str, &str)] = &[
    ("Code", "error"),
    ("Error", "error"),
    ("Result", "error"),
    ("Moment", "moment"),
    ("TimeInput", "moment"),
];

/// The room that a file of the core belongs to; none for the root itself.
fn room(path: &str) -> Option<&str> {
    let within = path.strip_prefix("core/src/")?;
    let first = within.split('/').next()?.trim_end_matches(".rs");
    (first != "lib").then_some(first)
}

/// The code of a file without comments and without what only tests compile, and the files that only tests compile
/// (a path within the project, without its ending).
fn compiled(path: &str, text: &str) -> (String, Vec<String>) {
    let dir = path
        .strip_suffix("/mod.rs")
        .or_else(|| path.strip_suffix(".rs"));
    let mut code = String::new();
    let mut tests = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            code += line.split("//").next().unwrap_or("");
            code.push('\n');
            continue;
        }
        let next = lines.next().unwrap_or("");
        let name = next.split("mod ").nth(1).unwrap_or("");
        if let Some(file) = name.strip_suffix(';') {
            tests.push(format!("{}/{file}", dir.unwrap_or(path)));
        } else if name.ends_with('{') {
            // Formatted: its closing brace stands where the module begins.
            lines.by_ref().find(|line| *line == "}");
        }
    }
    (code, tests)
}

/// What follows each `word` in the code.
fn after<'a>(code: &'a str, word: &str) -> Vec<&'a str> {
    let whole = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(word)
        .filter(|(at, _)| whole(*at))
        .map(|(at, _)| &code[at + word.len()..])
        .collect()
}

/// The name at the beginning of a path.
fn first(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    &path[..end.unwrap_or(path.len())]
}

/// Names directly under `crate::` in the code, those of `crate::{a, b::{c, d}}` included.
fn named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in after(code, "crate::") {
        let Some(group) = path.strip_prefix('{') else {
            found.insert(first(path).to_owned());
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    found.insert(first(&group[at..]).to_owned());
                    begins = false;
                }
                _ => {}
            }
        }
    }
    found
}

/// Arrows between the rooms as the sources have them, each with a file that draws it; and what leaves its room by
/// `super`.
fn drawn() -> (BTreeMap<(String, String), String>, Vec<String>) {
    let files = sources("core/src", &[".rs"]);
    let tests: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| compiled(path, text).1)
        .collect();
    let only_tests = |path: &str| {
        let name = path.trim_end_matches(".rs");
        tests
            .iter()
            .any(|test| name == test || name.starts_with(&format!("{test}/")))
    };
    let (mut arrows, mut out) = (BTreeMap::new(), Vec::new());
    for (path, text) in &files {
        let Some(room) = room(path).filter(|_| !only_tests(path)) else {
            continue;
        };
        let code = compiled(path, text).0;
        let depth = path.trim_end_matches("/mod.rs").matches('/').count() - 1;
        if code.contains(&"super::".repeat(depth)) {
            out.push(format!("{path} leaves its room by super"));
        }
        for name in named(&code) {
            let root = AT_THE_ROOT.iter().find(|(given, _)| *given == name);
            let used = root.map_or(name.as_str(), |(_, room)| room);
            if used != room {
                let arrow = (room.to_owned(), used.to_owned());
                arrows.entry(arrow).or_insert_with(|| path.clone());
            }
        }
    }
    (arrows, out)
}

/// The table, line by line.
fn rooms() -> Vec<(&'static str, Vec<&'static str>)> {
    let lines = ROOMS.trim().lines();
    lines
        .map(|line| {
            let (room, uses) = line.split_once(':').unwrap();
            (room, uses.split_whitespace().collect())
        })
        .collect()
}

#[test]
fn no_two_rooms_of_the_core_use_each_other() {
    let mut faults = Vec::new();
    let mut below = BTreeSet::new();
    let mut allowed = BTreeSet::new();
    for (room, uses) in rooms() {
        for used in uses {
            if !below.contains(used) {
                faults.push(format!("{room} -> {used}: {used} stands no lower"));
            }
            allowed.insert((room.to_owned(), used.to_owned()));
        }
        assert!(below.insert(room), "{room} stands here twice");
    }
    let (arrows, mut out) = drawn();
    faults.append(&mut out);
    for ((room, used), path) in &arrows {
        if !allowed.contains(&(room.clone(), used.clone())) {
            faults.push(format!("{room} -> {used} is not allowed: {path}"));
        }
    }
    for (room, used) in allowed.iter().filter(|arrow| !arrows.contains_key(*arrow)) {
        faults.push(format!("{room} -> {used} is drawn by nothing"));
    }
    let files = sources("core/src", &[".rs"]);
    let there: BTreeSet<&str> = files.iter().filter_map(|(path, _)| room(path)).collect();
    assert!(there.len() > 20, "too little was looked at");
    faults.extend(
        there
            .difference(&below)
            .map(|room| format!("{room} has no line")),
    );
    faults.extend(
        below
            .difference(&there)
            .map(|room| format!("{room} is no room")),
    );
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn an_arrow_is_seen_however_it_is_written() {
    let text = "use crate::ids::{OrderId, PersonId};
// use crate::comments;
use crate::{money::Money, orders::{self, step}, Error};
fn f(code: crate::people::Person) { crate::office::day(); my_crate::other::f() }
#[cfg(test)]
mod tests {
    use crate::desk::Desk;
}
#[cfg(test)]
mod more;
fn g() { $crate::text::text() }
";
    let (code, tests) = compiled("core/src/places/find.rs", text);
    let names = named(&code);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Error", "ids", "money", "office", "orders", "people", "text"
        ]
    );
    assert_eq!(tests, ["core/src/places/find/more"]);
    assert_eq!(
        compiled("core/src/places/mod.rs", "#[cfg(test)]\nmod tests;").1,
        ["core/src/places/tests"]
    );
    assert_eq!(room("core/src/money.rs"), Some("money"));
    assert_eq!(room("core/src/orders/form/fees.rs"), Some("orders"));
    assert_eq!(room("core/src/lib.rs"), None);
}
