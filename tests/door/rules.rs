//! `docs/rules.md` tells the truth: every rule stands there once, and what it names exists.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use repair_core::desk::verbs;

use crate::walls::{root, sources};

/// How many rules the procedures have.
const RULES: usize = 42;

/// One rule's lines by their heading.
type Lines = BTreeMap<&'static str, String>;

fn rules() -> Vec<(usize, Lines)> {
    let text = std::fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let mut rules: Vec<(usize, Lines)> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## R") {
            let number = title.split(' ').next().unwrap().parse().unwrap();
            rules.push((number, Lines::new()));
        }
        for heading in ["Verbs", "Screens", "Tests", "Open"] {
            if let Some(rest) = line.strip_prefix(&format!("- {heading}: ")) {
                let rule = &mut rules.last_mut().unwrap().1;
                let twice = rule.insert(heading, rest.to_owned());
                assert!(twice.is_none(), "two lines of one kind: {line}");
            }
        }
    }
    rules
}

/// What stands between backticks.
fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Every function marked as a test.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for dir in ["core", "ctl", "src-tauri", "tests"] {
        for (_, text) in sources(dir, &[".rs"]) {
            let mut marked = false;
            for line in text.lines().map(str::trim) {
                marked |= line == "#[test]";
                if let Some(rest) = line.split("fn ").nth(1).filter(|_| marked) {
                    found.insert(rest.split('(').next().unwrap().to_owned());
                    marked = false;
                }
            }
        }
    }
    found
}

#[test]
fn every_rule_stands_once_and_in_order() {
    let numbers: Vec<usize> = rules().iter().map(|(number, _)| *number).collect();
    let wanted: Vec<usize> = (1..=RULES).collect();
    assert_eq!(numbers, wanted);
}

#[test]
fn every_verb_screen_and_test_named_exists_and_what_has_no_test_is_open() {
    let verbs: BTreeSet<&str> = verbs::all().iter().map(|verb| verb.name).collect();
    let tests = tests();
    let mut faults = Vec::new();
    for (number, lines) in rules() {
        let named = |heading: &str| lines.get(heading).map_or("", String::as_str).to_owned();
        for verb in names(&named("Verbs")) {
            if !verbs.contains(verb) {
                faults.push(format!("R{number}: no verb {verb}"));
            }
        }
        for screen in names(&named("Screens")) {
            let path = Path::new("ui/src/screens").join(format!("{screen}.svelte"));
            if !root().join(path).exists() {
                faults.push(format!("R{number}: no screen {screen}"));
            }
        }
        for test in names(&named("Tests")) {
            if !tests.contains(test) {
                faults.push(format!("R{number}: no test {test}"));
            }
        }
        if names(&named("Tests")).next().is_none() && named("Open").is_empty() {
            faults.push(format!("R{number}: neither a test nor open"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
