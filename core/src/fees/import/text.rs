//! A cell's text as statements and leftovers.

use crate::fold::fold;

use super::clause::{self, Said};
use super::clean::clean;
use super::part::{Currency, Part};

/// What a cell says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub said: Vec<Said>,
    /// Clauses that are not understood, as the list writes them.
    pub unread: Vec<String>,
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
    for clause in &cut.clauses {
        // (註1) points to a note elsewhere.
        if ["注", "附注", "备注"]
            .iter()
            .any(|word| points(&clause.text, word))
        {
            out.footnote = true;
            continue;
        }
        match clause::read(clause, text) {
            Some(said) => out.said.push(said),
            None => out
                .unread
                .push(clause.original(text, 0, clause.text.len()).to_owned()),
        }
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

/// Whether a remark may stay a remark though it is not understood: it speaks neither of figures nor of money.
pub(super) fn harmless(clause: &str) -> bool {
    let heavy = "元圆块价费钱收免折倍加减半夜晚%¥$按计算料罚补贴退押税票付款另议购";
    let words = [
        "节假", "假日", "周末", "紧急", "保修", "质保", "保固", "小时", "分钟", "每", "起步",
        "最低", "最高", "封顶", "优惠", "会员", "charge", "fee", "price", "cost", "free", "extra",
        "hour", "discount", "material", "warranty", "night", "holiday",
    ];
    let folded: String = fold(clause).split_whitespace().collect();
    !folded.contains(|c: char| c.is_numeric() || heavy.contains(c))
        && !words.iter().any(|word| folded.contains(word))
        && !counted(&folded)
}

/// Chinese numerals before something that is counted: 二十次, 三層.
fn counted(folded: &str) -> bool {
    let numerals = "一二两三四五六七八九十百千";
    let of = "次个天日月年米层楼台只套人倍折平方";
    let chars: Vec<char> = folded.chars().collect();
    chars
        .windows(2)
        .any(|pair| numerals.contains(pair[0]) && of.contains(pair[1]))
}
