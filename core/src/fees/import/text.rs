//! A cell's text as statements and leftovers.

use crate::fold::fold;

use super::clause::{self, Said};
use super::clean::{Clause, Clean, clean};
use super::part::{Currency, Part};
use super::remark;

/// What a cell says. `clauses` are the words of each of `said`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub said: Vec<Said>,
    clauses: Vec<String>,
    /// Clauses that are not understood and may speak of money, as the list writes them.
    pub unread: Vec<String>,
    /// Clauses that are told with the price, as the list writes them: they change neither the amount nor who pays.
    pub told: Vec<String>,
    /// Those of them that no sentence covers.
    pub plain: Vec<String>,
    /// Clauses that hold for the list and not for the row: 以下均不含材料費.
    pub of_list: Vec<String>,
    pub footnote: bool,
    pub currency: Option<Currency>,
}

impl Text {
    /// Every statement.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.said.iter().flat_map(|said| &said.parts)
    }

    /// 市價 and no more: the price of the material, or of all?
    pub fn market_alone(&self) -> Option<&str> {
        let mut all = self.said.iter().zip(&self.clauses);
        let found = all.find(|(said, words)| {
            said.parts == [Part::Market]
                && !words.contains('料')
                && !fold(words).contains("material")
        });
        found.map(|(_, words)| words.as_str())
    }

    /// The same with what it says the price covers (含鉸鏈): where `covers` holds, the thing is the material of the work
    /// and is included; else who pays for the rest is not clear.
    pub fn settled(&self, covers: &dyn Fn(&str) -> bool) -> Option<Text> {
        let within = |part: &Part| matches!(part, Part::Within { .. });
        if !self.parts().any(within) {
            return None;
        }
        let mut out = Text {
            said: Vec::new(),
            clauses: Vec::new(),
            ..self.clone()
        };
        for (said, words) in self.said.iter().zip(&self.clauses) {
            let mut said = said.clone();
            for part in &mut said.parts {
                match part {
                    Part::Within { thing } if covers(thing) => {
                        *part = Part::Included;
                        out.told.push(words.clone());
                    }
                    Part::Within { .. } => out.unread.push(words.clone()),
                    _ => {}
                }
            }
            said.parts.retain(|part| !within(part));
            out.said.push(said);
            out.clauses.push(words.clone());
        }
        Some(out)
    }
}

/// Reads a cell.
pub(super) fn read(text: &str) -> Text {
    let cut = clean(text);
    let mut out = Text {
        footnote: cut.footnote,
        currency: Currency::of(&fold(text)),
        ..Text::default()
    };
    if let Some(kinds) = by_bracket(&cut, text) {
        out.clauses = vec![text.to_owned(); kinds.len()];
        out.said = kinds;
        return out;
    }
    // The clause before, where it was understood.
    let mut before: Option<&str> = None;
    for clause in &cut.clauses {
        let words = clause.original(text, 0, clause.text.len());
        let last = before.take();
        // (註1) points to a note elsewhere.
        if ["注", "附注", "备注"]
            .iter()
            .any(|word| points(&clause.text, word))
        {
            out.footnote = true;
            continue;
        }
        if remark::of_list(&clause.text) && remark::of_money(&clause.text) {
            out.of_list.push(words.to_owned());
            continue;
        }
        let Some(said) = clause::read(clause, text) else {
            if remark::of_money(&clause.text) {
                out.unread.push(words.to_owned());
            } else {
                out.told.push(words.to_owned());
                out.plain.push(words.to_owned());
            }
            continue;
        };
        before = Some(words);
        // 含材料費(15元): the figure in brackets belongs to the words before it.
        let both = last
            .filter(|_| clause.bracketed)
            .zip(out.said.last().and_then(|before| before.worth(&said)));
        let (said, words) = match both {
            Some((first, both)) => {
                out.said.pop();
                out.clauses.pop();
                (both, format!("{first}（{words}）"))
            }
            None => (said, words.to_owned()),
        };
        let tells = |part: &Part| {
            matches!(
                part,
                Part::Apart
                    | Part::Tools
                    | Part::Told
                    | Part::IncludedAt
                    | Part::OwnThing
                    | Part::MarketThing
                    | Part::ByCase { named: true }
            )
        };
        if said.parts.iter().any(tells) {
            out.told.push(words.clone());
        }
        out.clauses.push(words);
        out.said.push(said);
    }
    out
}

/// 30元/扇（普通）、50元/扇（加重）: each price with its kind in brackets behind it.
fn by_bracket(cut: &Clean, text: &str) -> Option<Vec<Said>> {
    let pairs = cut.clauses.chunks(2);
    if pairs.len() < 2 {
        return None;
    }
    let kind = |pair: &[Clause]| {
        let [price, kind] = pair else {
            return None;
        };
        let rest = price.text.strip_prefix('/').unwrap_or(&price.text);
        let start = price.text.len() - rest.len();
        let said = clause::read(&price.piece(start, price.text.len()), text)?;
        let [Part::Price { amount, per }] = &said.parts[..] else {
            return None;
        };
        let named = kind.bracketed
            && !price.bracketed
            && !remark::of_money(&kind.text)
            && clause::read(kind, text).is_none();
        let name = kind.original(text, 0, kind.text.len()).to_owned();
        let (amount, per) = (*amount, per.clone());
        named.then(|| Said {
            parts: vec![Part::Kind { name, amount, per }],
            either: false,
        })
    };
    pairs.map(kind).collect()
}

fn points(clause: &str, word: &str) -> bool {
    let number = clause.strip_prefix(word);
    number.is_some_and(|n| n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// `2024-05-10`, as a cell reads that holds a day.
pub(super) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.get(..10).unwrap_or("").split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}
