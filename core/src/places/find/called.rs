//! What a resident is called on the phone: a name or part of one, a surname with a title (單先生, 單太太, Mr Chan), or
//! what a name was heard as.

use crate::door::Reader;
use crate::error::Result;
use crate::fold::{fold, sounds, surname_length};
use crate::ledger::place_keys::{self, Hit, KeyKind};
use crate::ledger::places::Resident;
use crate::places::keys::{clip, compact};

/// Titles behind a name, folded; a longer one stands before what it ends in.
const BEHIND: &[&str] = &[
    "老先生",
    "先生",
    "小姐",
    "老太太",
    "太太",
    "女士",
    "夫人",
    "老师",
    "师傅",
    "阿姨",
    "叔叔",
    "伯伯",
    "伯母",
    "爷爷",
    "奶奶",
    "大哥",
    "大姐",
    "妈妈",
    "爸爸",
    "经理",
    "主任",
    "老板",
    "医生",
    "医师",
    "教授",
    "律师",
    "警官",
    "总",
    "董",
    "太",
    "生",
    "伯",
    "姨",
    "叔",
    "哥",
    "姐",
];
/// Titles before a name; a dot may follow.
const BEFORE: &[&str] = &["mr", "mrs", "ms", "miss", "madam", "mdm", "dr"];
/// How many more are read where some of them will not fit.
const SPARE: usize = 8;

/// One way to take what was typed.
pub struct Called {
    /// Folded, without blanks.
    pub name: String,
    /// Whether a title was taken off.
    titled: bool,
}

/// What was typed as a name, and, where it holds a title, without that.
pub fn read(text: &str) -> Vec<Called> {
    let name = compact(text);
    let behind = BEHIND.iter().find_map(|title| name.strip_suffix(title));
    let folded = fold(text.trim());
    let before = folded.split_once([' ', '.']);
    let before = before.filter(|(title, _)| BEFORE.contains(title));
    let rest = behind
        .map(str::to_owned)
        .or_else(|| before.map(|(_, rest)| compact(rest.trim_start_matches('.'))))
        .filter(|rest| !rest.is_empty());
    let called = |name: &str, titled| Called {
        name: clip(name),
        titled,
    };
    let plain = called(&name, false);
    std::iter::once(plain)
        .chain(rest.map(|rest| called(&rest, true)))
        .collect()
}

impl Called {
    /// Whether it is a surname and no more.
    fn family(&self) -> bool {
        self.titled && self.name.chars().count() == 1
    }

    /// Whether someone of this name may be meant.
    pub fn fits(&self, name: &str) -> bool {
        let written = compact(name);
        if self.family() {
            written.starts_with(&self.name) && surname_length(name) == 1
        } else {
            written.contains(&self.name)
        }
    }

    /// Whether someone of this name may have been heard as it.
    pub fn sounds_like(&self, name: &str) -> bool {
        let heard = sounds(&self.name);
        let spoken = sounds(name);
        let same = |heard: &String, spoken: &String| {
            spoken == heard
                || spoken
                    .strip_prefix(heard.as_str())
                    .is_some_and(|rest| rest.starts_with(' '))
        };
        (!self.family() || surname_length(name) == 1)
            && heard.iter().any(|h| spoken.iter().any(|s| same(h, s)))
    }

    /// Residents called so by a surname or name with a title.
    pub fn titled_people(&self, r: &Reader<'_>, limit: usize) -> Result<Vec<Hit>> {
        if !self.titled {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        for kind in [KeyKind::Name, KeyKind::Part, KeyKind::Pinyin] {
            // A title behind one character makes it a surname: 林小姐 is not 王林.
            if kind != KeyKind::Name && self.name.chars().count() == 1 {
                break;
            }
            let starting = place_keys::starting(r, true, kind, &self.name, limit * SPARE)?;
            hits.extend(starting.into_iter().filter(|hit| hit.resident.is_some()));
        }
        if self.family() {
            return fitting(r, hits, limit, |name| self.fits(name));
        }
        hits.truncate(limit);
        Ok(hits)
    }

    /// Residents whose names sound as what was typed: it was heard, and an input method offered other characters.
    pub fn heard(&self, r: &Reader<'_>, limit: usize) -> Result<Vec<Hit>> {
        let mut hits = Vec::new();
        if self.name.is_ascii() {
            return Ok(hits);
        }
        for sound in sounds(&self.name) {
            let sound = clip(&sound);
            let begun = format!("{sound} ");
            if !self.family() {
                hits.extend(place_keys::equal(r, true, KeyKind::Sound, &sound, limit)?);
            }
            let longer = place_keys::starting(r, true, KeyKind::Sound, &begun, limit * SPARE)?;
            hits.extend(fitting(r, longer, limit, |name| self.sounds_like(name))?);
        }
        Ok(hits)
    }
}

/// Those of the hits whose resident's name fits.
fn fitting(
    r: &Reader<'_>,
    hits: Vec<Hit>,
    limit: usize,
    fits: impl Fn(&str) -> bool,
) -> Result<Vec<Hit>> {
    let mut fitting = Vec::new();
    for hit in hits {
        let Some(resident) = hit.resident else {
            continue;
        };
        if fits(&Resident::get(r, resident)?.name) {
            fitting.push(hit);
            if fitting.len() == limit {
                break;
            }
        }
    }
    Ok(fitting)
}
