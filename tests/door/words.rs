//! The catalogue and the program agree: every word is used somewhere, and every word that a screen asks for is there.

use std::collections::{BTreeMap, BTreeSet};

use repair_core::desk::verbs;
use repair_core::ledger::schema;

use crate::walls::{root, sources};

/// What the program's text names: whole quoted words, and beginnings that something is put behind.
#[derive(Default)]
struct Named {
    words: BTreeSet<String>,
    heads: BTreeSet<String>,
}

/// Calls and fields whose first text is the beginning of a key: `name('order-state', …)`.
const OPENERS: &[&str] = &["name(", "words: ", "word(", "choices(", "pick("];

impl Named {
    fn read(&mut self, text: &str) {
        let part = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        for (at, quote) in text.match_indices(['\'', '"', '`']) {
            let rest = &text[at + 1..];
            let word = &rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())];
            let behind = &rest[word.len()..];
            if behind.starts_with(quote) {
                self.words.insert(word.to_lowercase());
                if OPENERS.iter().any(|opener| text[..at].ends_with(opener)) {
                    self.heads.insert(word.to_owned());
                }
            } else if behind.starts_with("${") || behind.starts_with('{') {
                self.heads.insert(word.trim_end_matches('-').to_owned());
            }
        }
        // Names of fields, from which the audit trail's words are made.
        for (at, _) in text.match_indices(": ") {
            let before = text[..at].rsplit(|c| !part(c)).next().unwrap_or("");
            self.words.insert(before.to_lowercase());
        }
    }

    /// Whether the key stands in the text, or is made of a beginning and a name that both do.
    fn uses(&self, key: &str) -> bool {
        self.words.contains(key)
            || key.match_indices('-').any(|(at, _)| {
                let (head, tail) = (&key[..at], &key[at + 1..]);
                let heads = [
                    head,
                    head.strip_prefix("name-").unwrap_or(head),
                    head.strip_prefix("forms-order-").unwrap_or(head),
                ];
                let verb = tail.replacen('-', ".", 1).replace('-', "_");
                let known = tail.bytes().all(|b| b.is_ascii_digit())
                    || [tail, &tail.replace('-', "_"), &verb]
                        .iter()
                        .any(|name| self.words.contains(*name));
                known && heads.iter().any(|head| self.heads.contains(*head))
            })
    }
}

/// Keys of the first language, each with its file.
fn catalogue() -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for (path, text) in sources("locales/zh-Hant", &[".ftl"]) {
        for line in text.lines() {
            if let Some((key, _)) = line.split_once(" = ")
                && key.starts_with(|c: char| c.is_ascii_lowercase())
            {
                keys.insert(key.to_owned(), path.clone());
            }
        }
    }
    keys
}

#[test]
fn every_word_is_used() {
    let mut named = Named::default();
    for dir in ["core/src", "ctl/src", "src-tauri/src", "ui/src"] {
        for (path, text) in sources(dir, &[".rs", ".ts", ".svelte"]) {
            if !path.ends_with("tests.rs") {
                named.read(&text);
            }
        }
    }
    let unused: Vec<_> = catalogue()
        .into_iter()
        .filter(|(key, _)| !named.uses(key))
        .collect();
    assert!(unused.is_empty(), "no part of the program says {unused:#?}");
    assert!(!named.uses("common-channel-letter"), "finds nothing unused");
}

#[test]
fn every_word_that_a_screen_asks_for_is_there() {
    let keys = catalogue();
    let mut missing = Vec::new();
    for (path, text) in sources("ui/src", &[".ts", ".svelte"]) {
        for (at, opener) in text.match_indices(" t('").chain(text.match_indices("{t('")) {
            let key = text[at + opener.len()..].split('\'').next().unwrap_or("");
            if !keys.contains_key(key) {
                missing.push(format!("{path}: {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What the audit trail names: every verb that writes, its area, and every kind of row.
#[test]
fn what_the_trail_names_has_words() {
    let keys = catalogue();
    let acts = std::fs::read_to_string(root().join("ui/src/screens/settings/acts.ts")).unwrap();
    let mut missing = Vec::new();
    for verb in verbs::all().iter().filter(|verb| verb.writes) {
        let (area, step) = verb.name.split_once('.').unwrap();
        let step = step.replace('_', "-");
        let own = format!("audit-verb-{area}-{step}");
        let of_step = format!("{}-step-{step}", area.trim_end_matches('s'));
        if !keys.contains_key(&own) && !keys.contains_key(&of_step) {
            missing.push(own);
        }
        if !acts.contains(&format!("'{area}'")) {
            missing.push(format!("AREAS in acts.ts: {area}"));
        }
        missing.push(format!("audit-area-{area}"));
    }
    // Tables with a version are those whose rows people change.
    for (table, sql) in schema::objects_of(schema::KNOWN).unwrap() {
        if sql.starts_with("CREATE TABLE") && sql.contains(" version ") {
            missing.push(format!("audit-row-{}", table.replace('_', "-")));
        }
    }
    missing.retain(|key| !keys.contains_key(key));
    missing.dedup();
    assert!(missing.is_empty(), "{missing:#?}");
}
