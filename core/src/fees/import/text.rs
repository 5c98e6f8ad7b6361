//! A cell's text as statements and leftovers.

use crate::fold::fold;

use super::clause::{self, Said};
use super::clean::clean;
use super::part::{Currency, Part};
use super::remark;

/// What a cell says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub said: Vec<Said>,
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
}

/// Reads a cell.
pub(super) fn read(text: &str) -> Text {
    let cut = clean(text);
    let mut out = Text {
        footnote: cut.footnote,
        currency: Currency::of(&fold(text)),
        ..Text::default()
    };
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
                (both, format!("{first}（{words}）"))
            }
            None => (said, words.to_owned()),
        };
        let tells = |part: &Part| {
            matches!(
                part,
                Part::Apart | Part::Tools | Part::Told | Part::IncludedAt
            )
        };
        if said.parts.iter().any(tells) {
            out.told.push(words);
        }
        out.said.push(said);
    }
    out
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
