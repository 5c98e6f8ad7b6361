//! Which items of the schedule a text typed at the desk may mean.
//!
//! A text is compared by its characters in twos, the rare ones counting more, so that 廚房水龍頭漏水想換一個 finds
//! 更換水龍頭; single characters only tell apart what the twos leave alike. Pinyin initials and the item's code are
//! compared from their beginning.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::fold::{fold, word_initials};
use crate::ids::FeeItemId;
use crate::pricing::item::FeeItem;

/// Most items that are proposed.
pub const MOST: usize = 8;

/// How many characters of a description are looked at.
const LONGEST: usize = 200;
/// What a character alone counts beside two together.
const ALONE: f64 = 0.25;
/// What the heading above an item counts beside its name.
const HEADING: f64 = 0.3;

/// What stands between the other names of an item.
const APART: [char; 8] = ['、', '，', ',', '；', ';', '/', ' ', '　'];

/// What an item is searched by, kept beside it: a line each for its names, its group, its initials and its code.
pub fn search_text(item: &FeeItem) -> String {
    // Folding leaves no line break within a line.
    let names = format!("{} {}", item.name, item.also);
    let also = item.also.split(APART).filter(|name| !name.is_empty());
    let initials: Vec<String> = std::iter::once(item.name.as_str())
        .chain(also)
        .flat_map(word_initials)
        .collect();
    [
        fold(names.trim_end()),
        fold(&item.group),
        initials.join(" "),
        fold(&item.code),
    ]
    .join("\n")
}

/// The items that `typed` may mean, the likeliest first, at most [`MOST`]. `items` come with their
/// [`search_text`]; those that are equally likely stay in their order.
pub fn rank(typed: &str, items: &[(FeeItemId, String)]) -> Vec<FeeItemId> {
    let short: String = typed.trim().chars().take(LONGEST).collect();
    let typed = fold(&short);
    let wanted = Wanted::of(&typed);
    let key = Key::of(&typed);
    let mut common = vec![0_u32; wanted.grams.len()];
    let mut met = Vec::new();
    for (at, (_, search)) in items.iter().enumerate() {
        let mut lines = search.split('\n');
        let mut line = || lines.next().unwrap_or("");
        let (name, group, initials, code) = (line(), line(), line(), line());
        let mut shared = Shared::default();
        wanted.meet(name, |gram| shared.name.push(gram));
        shared.length = name.chars().count();
        wanted.meet(group, |gram| shared.group.push(gram));
        shared.settle();
        for gram in shared.name.iter().chain(&shared.group) {
            common[*gram] += 1;
        }
        let keyed = key.fits(initials, code);
        if keyed > 0 || !shared.name.is_empty() || !shared.group.is_empty() {
            met.push((at, keyed, shared));
        }
    }
    let mut found: Vec<(usize, u8, f64)> = met
        .into_iter()
        .filter(|(_, keyed, shared)| *keyed > 0 || wanted.enough(shared))
        .map(|(at, keyed, shared)| (at, keyed, wanted.score(&shared, &common, items.len())))
        .collect();
    found.sort_by(|a, b| {
        let score = b.2.partial_cmp(&a.2).unwrap_or(Ordering::Equal);
        b.1.cmp(&a.1).then(score)
    });
    found.truncate(MOST);
    found.into_iter().map(|(at, ..)| items[at].0).collect()
}

/// A part of a text by which it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Gram<'a> {
    One(char),
    Two(char, char),
    /// Latin letters and digits that stand together.
    Word(&'a str),
}

/// Hands on every part of a folded text.
fn each<'a>(text: &'a str, mut with: impl FnMut(Gram<'a>)) {
    let mut before = None;
    let mut word = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            word.get_or_insert(at);
            before = None;
            continue;
        }
        if let Some(from) = word.take() {
            with(Gram::Word(&text[from..at]));
        }
        if !c.is_alphanumeric() {
            before = None;
            continue;
        }
        with(Gram::One(c));
        if let Some(before) = before.replace(c) {
            with(Gram::Two(before, c));
        }
    }
    if let Some(from) = word {
        with(Gram::Word(&text[from..]));
    }
}

/// The parts of what was typed, numbered.
struct Wanted<'a> {
    grams: HashMap<Gram<'a>, usize>,
    /// By number: whether it is a character alone.
    alone: Vec<bool>,
    /// Whether nothing but single characters was typed.
    only_alone: bool,
}

impl<'a> Wanted<'a> {
    fn of(typed: &'a str) -> Self {
        let mut grams = HashMap::new();
        let mut alone = Vec::new();
        each(typed, |gram| {
            grams.entry(gram).or_insert_with(|| {
                alone.push(matches!(gram, Gram::One(_)));
                alone.len() - 1
            });
        });
        let only_alone = alone.iter().all(|alone| *alone);
        Self {
            grams,
            alone,
            only_alone,
        }
    }

    fn meet(&self, text: &str, mut with: impl FnMut(usize)) {
        each(text, |gram| {
            if let Some(at) = self.grams.get(&gram) {
                with(*at);
            }
        });
    }

    /// One character in common says nothing where more were typed.
    fn enough(&self, shared: &Shared) -> bool {
        let mut all = shared.name.iter().chain(&shared.group);
        all.any(|gram| self.only_alone || !self.alone[*gram])
    }

    /// What is rare among all items counts more, and a short name that fits more than a long one.
    fn score(&self, shared: &Shared, common: &[u32], items: usize) -> f64 {
        let weight = |gram: &usize| {
            let rare = (1.0 + items as f64 / f64::from(common[*gram].max(1))).ln();
            if self.alone[*gram] {
                rare * ALONE
            } else {
                rare
            }
        };
        let name: f64 = shared.name.iter().map(weight).sum();
        let group: f64 = shared.group.iter().map(weight).sum();
        (name + group * HEADING) / (4.0 + shared.length as f64).sqrt()
    }
}

/// What an item has in common with what was typed, each part once.
#[derive(Default)]
struct Shared {
    name: Vec<usize>,
    group: Vec<usize>,
    /// Characters of the name.
    length: usize,
}

impl Shared {
    fn settle(&mut self) {
        for parts in [&mut self.name, &mut self.group] {
            parts.sort_unstable();
            parts.dedup();
        }
        self.group.retain(|gram| !self.name.contains(gram));
    }
}

/// What was typed as a code or initials: one word without blanks.
struct Key<'a>(Option<&'a str>);

impl<'a> Key<'a> {
    fn of(typed: &'a str) -> Self {
        let one = !typed.is_empty() && !typed.contains(' ') && typed.is_ascii();
        Self(one.then_some(typed))
    }

    /// 3 for the very code, 2 for the beginning of a code, 1 for that of initials, 0 for neither.
    fn fits(&self, initials: &str, code: &str) -> u8 {
        let Some(key) = self.0 else { return 0 };
        if code == key {
            3
        } else if code.starts_with(key) {
            2
        } else {
            u8::from(initials.split(' ').any(|one| one.starts_with(key)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::evaluate::sample;

    fn found(typed: &str, items: &[(&str, &str, &str)]) -> Vec<String> {
        let texts: Vec<(FeeItemId, String)> = (0..)
            .zip(items)
            .map(|(id, (code, group, name))| {
                let item = FeeItem {
                    code: (*code).into(),
                    group: (*group).into(),
                    name: (*name).into(),
                    ..sample::item(crate::pricing::item::Price::Free)
                };
                (FeeItemId(id), search_text(&item))
            })
            .collect();
        rank(typed, &texts)
            .into_iter()
            .map(|id| items[usize::try_from(id.0).unwrap()].2.to_owned())
            .collect()
    }

    const LIST: &[(&str, &str, &str)] = &[
        ("A-1", "給排水", "更換水龍頭"),
        ("A-2", "給排水", "水龍頭漏水維修"),
        ("A-3", "給排水", "疏通下水道"),
        ("B-1", "電器", "更換LED燈管"),
        ("B-2", "電器", "更換單相電表"),
        ("B-12", "電器", "更換空氣開關"),
        ("C-1", "門窗", "更換門鎖"),
        ("C-2", "廚房", "抽油煙機安裝"),
    ];

    #[test]
    fn a_description_finds_the_items_that_share_its_rare_words() {
        let both = found("廚房水龍頭想換一個", LIST);
        assert_eq!(both[0], "更換水龍頭", "{both:?}");
        let leak = found("廚房水龍頭漏水想換一個", LIST);
        assert!(leak[..2].contains(&"更換水龍頭".to_owned()), "{leak:?}");
        assert!(!leak.contains(&"更換門鎖".to_owned()), "{leak:?}");
        assert_eq!(found("门锁坏了", LIST), ["更換門鎖"]);
        assert_eq!(found("客廳 led 不亮", LIST), ["更換LED燈管"]);
        assert_eq!(found("鎖", LIST), ["更換門鎖"]);
        assert_eq!(found("電器", LIST).len(), 3);
    }

    #[test]
    fn an_item_is_found_by_what_residents_call_it() {
        let item = FeeItem {
            name: "更換水龍頭".into(),
            also: "水喉、龍嘴".into(),
            ..sample::item(crate::pricing::item::Price::Free)
        };
        let items = [(FeeItemId(7), search_text(&item))];
        for typed in ["廚房水喉漏水", "龙嘴坏了", "sh", "ghslt"] {
            assert_eq!(rank(typed, &items), [FeeItemId(7)], "{typed}");
        }
    }

    #[test]
    fn initials_and_codes_are_found_by_their_beginning() {
        assert_eq!(found("ghslt", LIST), ["更換水龍頭"]);
        assert_eq!(found("GHDXDB", LIST), ["更換單相電表"]);
        assert_eq!(found("b-1", LIST), ["更換LED燈管", "更換空氣開關"]);
        assert_eq!(found("b-12", LIST), ["更換空氣開關"]);
    }

    #[test]
    fn nothing_typed_and_nothing_alike_find_nothing_and_never_more_than_eight_are_found() {
        for typed in ["", " 　", "，。", "游泳池", "xyz", "更"] {
            let count = found(typed, LIST).len();
            assert_eq!(count, if typed == "更" { 5 } else { 0 }, "{typed}");
        }
        let many: Vec<(&str, &str, &str)> = vec![("1", "", "更換水龍頭"); 20];
        assert_eq!(found("水龍頭", &many).len(), MOST);
    }
}
