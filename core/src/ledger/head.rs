//! The head of the chain: what is printed of it, scanned or typed again, and where it stands in the chain.
//!
//! Who has the key can cut the chain's end off and go on from there, and nothing inside the file tells: only a head
//! that was kept outside does.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::ledger::verify::identity;
use crate::moment::Moment;

/// Hash of the newest act, with that act's number and the ledger's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// First digits of the ledger's name, as in the names of its backups.
    ledger: String,
    act: i64,
    hash: String,
}

/// Hex digits of a hash.
const WHOLE: usize = 64;
/// Digits that a person types at least: what nobody brings about by trying.
const LEAST: usize = 16;
/// Begins the text of the code.
const MARK: &str = "rd";

impl Head {
    /// The head as it stands; act 0 before there is any.
    pub(in crate::ledger) fn read(conn: &Connection) -> Result<Self> {
        let newest = conn
            .prepare_cached("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (act, hash) = newest.unwrap_or_else(|| (0, "0".repeat(WHOLE)));
        let name = identity::name(conn)?.unwrap_or_default();
        Ok(Self {
            ledger: name.chars().take(8).collect(),
            act,
            hash,
        })
    }

    /// What the code to scan says: letters and digits that every scanner and keyboard passes on alike.
    pub fn code(&self) -> String {
        let Self { ledger, act, hash } = self;
        format!("{MARK}-{ledger}-{act}-{hash}").to_uppercase()
    }

    /// The hash in groups of four digits, as a person reads and types it.
    pub fn shown(&self) -> String {
        let groups: Vec<&str> = (0..self.hash.len())
            .step_by(4)
            .map(|at| &self.hash[at..(at + 4).min(self.hash.len())])
            .collect();
        groups.join(" ")
    }

    /// Number of the act.
    pub fn act(&self) -> i64 {
        self.act
    }
}

/// A head that was kept, as it is looked for: scanned whole, or typed with at least its first digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    ledger: Option<String>,
    act: Option<i64>,
    /// The hash or its beginning.
    hash: String,
}

impl Sought {
    /// Reads what was typed or scanned, in any case, with blanks and dashes, full-width or not.
    ///
    /// Errors: [`Code::NotAHead`].
    pub fn read(text: &str) -> Result<Self> {
        let not_a_head = || Error::new(Code::NotAHead).on("head");
        let plain: String = text
            .chars()
            .map(half_width)
            .filter(|c| !c.is_whitespace())
            .take(4 * WHOLE)
            .collect::<String>()
            .to_lowercase();
        let hex = |text: &str| text.chars().all(|c| c.is_ascii_hexdigit());
        if let Some(code) = plain.strip_prefix(MARK) {
            let parts: Vec<&str> = code.trim_start_matches('-').split('-').collect();
            let [ledger, act, hash] = parts[..] else {
                return Err(not_a_head());
            };
            let act: i64 = act.parse().map_err(|_| not_a_head())?;
            if ledger.len() != 8 || !hex(ledger) || hash.len() != WHOLE || !hex(hash) {
                return Err(not_a_head());
            }
            return Ok(Self {
                ledger: Some(ledger.to_owned()),
                act: Some(act),
                hash: hash.to_owned(),
            });
        }
        let hash = plain.replace('-', "");
        if !(LEAST..=WHOLE).contains(&hash.len()) || !hex(&hash) {
            return Err(not_a_head());
        }
        Ok(Self {
            ledger: None,
            act: None,
            hash,
        })
    }
}

impl Sought {
    /// The hash, or as much of it as was typed.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

/// Full-width letters, digits and dashes, as an input method makes them of a scanner's keys, as their plain forms.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '—' | '–' | '−' => '-',
        _ => c,
    }
}

/// Where a head stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum HeadIs {
    /// Part of this chain.
    Here {
        act: i64,
        at: Moment,
        /// Verb of the act.
        verb: String,
        /// How many acts came after, and when the last of them.
        after: u64,
        last_at: Option<Moment>,
        /// What they were, the most frequent first.
        verbs: Vec<VerbCount>,
    },
    /// Its code names another ledger, by the first digits of that ledger's name.
    Foreign { ledger: String },
    /// Its code names an act that this chain does not reach any more: the end was cut off.
    Cut { act: i64, acts: u64 },
    /// Another hash stands at the act that its code names: the chain was made anew from there or before.
    Other { act: i64 },
    /// Not in this chain, and it does not say where it should be.
    Unknown,
}

/// How often something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerbCount {
    pub verb: String,
    pub times: u64,
}

/// The search for a head, along the acts of a chain.
pub(in crate::ledger) struct Search<'a> {
    sought: &'a Sought,
    found: Option<(i64, Moment, String)>,
    after: u64,
    last_at: Option<Moment>,
    verbs: BTreeMap<String, u64>,
}

impl<'a> Search<'a> {
    pub(in crate::ledger) fn of(sought: &'a Sought) -> Self {
        Self {
            sought,
            found: None,
            after: 0,
            last_at: None,
            verbs: BTreeMap::new(),
        }
    }

    /// Passes one act; `hash` is `None` where the act does not hold the hash that it should.
    pub(in crate::ledger) fn pass(&mut self, act: i64, at: Moment, verb: &str, hash: Option<&str>) {
        if self.found.is_some() {
            self.after += 1;
            self.last_at = Some(at);
            *self.verbs.entry(verb.to_owned()).or_default() += 1;
        } else if hash.is_some_and(|hash| hash.starts_with(&self.sought.hash)) {
            self.found = Some((act, at, verb.to_owned()));
        }
    }

    /// What came of it, in the ledger `name` with that many acts.
    pub(in crate::ledger) fn ended(self, name: &str, acts: u64) -> HeadIs {
        let Sought { ledger, act, .. } = self.sought;
        match (self.found, ledger, act) {
            (Some((act, at, verb)), _, _) => {
                let mut verbs: Vec<VerbCount> = self
                    .verbs
                    .into_iter()
                    .map(|(verb, times)| VerbCount { verb, times })
                    .collect();
                verbs.sort_by_key(|count| std::cmp::Reverse(count.times));
                HeadIs::Here {
                    act,
                    at,
                    verb,
                    after: self.after,
                    last_at: self.last_at,
                    verbs,
                }
            }
            (None, Some(ledger), _) if !name.starts_with(ledger.as_str()) => HeadIs::Foreign {
                ledger: ledger.clone(),
            },
            (None, _, Some(act)) if act.unsigned_abs() > acts => HeadIs::Cut { act: *act, acts },
            (None, _, Some(act)) => HeadIs::Other { act: *act },
            (None, _, None) => HeadIs::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head {
            ledger: "1a2b3c4d".into(),
            act: 18_204,
            hash: "9f2c4a1be07d55aa".repeat(4),
        }
    }

    #[test]
    fn what_is_printed_is_read_again_however_it_is_typed() {
        let head = head();
        let scanned = Sought {
            ledger: Some("1a2b3c4d".into()),
            act: Some(18_204),
            hash: head.hash.clone(),
        };
        let code = head.code();
        assert!(code.starts_with("RD-1A2B3C4D-18204-9F2C4A1B"));
        let wide: String = code
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap())
            .collect();
        for text in [&code, &code.to_lowercase(), &format!(" {code}\n"), &wide] {
            assert_eq!(Sought::read(text).unwrap(), scanned, "{text}");
        }
        let typed = Sought::read(&head.shown()).unwrap();
        assert_eq!((typed.hash, typed.act), (head.hash.clone(), None));
        let begun = Sought::read("9F2C-4A1B e07d 55aa").unwrap();
        assert_eq!(begun.hash, head.hash[..16]);
    }

    #[test]
    fn what_is_no_head_is_refused() {
        let code = head().code();
        for text in [
            "",
            "   ",
            "PG20261123-004",
            "9f2c4a1be07d55a",
            "9f2c4a1be07d55ag",
            &"9".repeat(65),
            &"漏".repeat(1_000_000),
            &code[..code.len() - 1],
            &code.replace("18204", "many"),
            &code.replace("1A2B3C4D", "1A2B"),
            "RD-",
        ] {
            let error = Sought::read(text).unwrap_err();
            assert_eq!(error.code, Code::NotAHead, "{:.40}", text);
            assert_eq!(error.field.as_deref(), Some("head"));
        }
    }
}
