//! One clause becomes statements, or nothing at all.

use super::clean::Clause;
use super::part::Part;
use super::sentence;

/// What a clause says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub parts: Vec<Part>,
    /// The parts stand for each other: 2元/業主自購.
    pub either: bool,
}

impl Said {
    /// What is said where `figure` stands in brackets behind it: 含材料費(15元), 材料費另計(50元).
    pub fn worth(&self, figure: &Said) -> Option<Said> {
        let [Part::Price { amount, per: None }] = figure.parts[..] else {
            return None;
        };
        match self.parts[..] {
            [Part::Included] => one(Part::IncludedAt),
            [Part::Extra] => one(Part::Parts { amount, per: None }),
            _ => None,
        }
    }
}

/// Words before a price that cover material and labour alike, the longer before the shorter.
const WHOLE: &[&str] = &[
    "包工包料",
    "连工包料",
    "连工带料",
    "包工带料",
    "含工含料",
    "工料全包",
    "料工全包",
    "费用全包",
    "人工材料全包",
    "全包价",
    "全包",
    "含工料",
    "工料费",
    "工料",
];

/// Reads a whole clause of the text `whole`. `None` where any character of it is not understood.
pub(super) fn read(clause: &Clause, whole: &str) -> Option<Said> {
    let text = clause.text.as_str();
    for word in ["或者", "或", "并且", "并", "且", "以及", "及"] {
        if let Some(rest) = text.strip_prefix(word) {
            return read(&clause.piece(text.len() - rest.len(), text.len()), whole);
        }
    }
    if surcharge(text) {
        return one(Part::Surcharge);
    }
    if let Some(part) = sentence::read(clause, whole) {
        return one(part);
    }
    if let Some(part) = several(text, clause, whole) {
        return one(part);
    }
    if let Some(said) = covering(text, clause, whole).or_else(|| behind(text, clause, whole)) {
        return Some(said);
    }
    if let Some((amount, extra)) = text.split_once('+') {
        let mut said = read(&clause.piece(0, amount.len()), whole)?;
        let material = [
            "材料费",
            "材料",
            "料费",
            "配件费",
            "配件",
            "料",
            "parts",
            "material",
            "materials",
        ];
        let more = if material.contains(&extra) {
            Part::Extra
        } else {
            let rest = clause.piece(amount.len() + 1, text.len());
            sentence::read(&rest, whole).filter(|part| matches!(part, Part::Parts { .. }))?
        };
        if said.either || !said.parts.iter().all(priced) {
            return None;
        }
        said.parts.push(more);
        return Some(said);
    }
    ["或", "/"].iter().find_map(|mark| {
        let mut parts = Vec::new();
        let mut start = 0;
        for piece in text.split(mark) {
            let end = start + piece.len();
            if end - start == text.len() {
                return None;
            }
            parts.extend(read(&clause.piece(start, end), whole)?.parts);
            start = end + mark.len();
        }
        // 15元/單相7 is no choice between things of one sort.
        let sort = |part: &Part| match part {
            Part::Owner | Part::Market => None,
            other => Some(std::mem::discriminant(other)),
        };
        let mut sorts = parts.iter().filter_map(sort);
        let first = sorts.next();
        sorts.all(|sort| Some(sort) == first).then_some(Said {
            parts,
            either: true,
        })
    })
}

/// 工料80元, 全包80元: the price covers the material too.
fn covering(text: &str, clause: &Clause, whole: &str) -> Option<Said> {
    let rest = WHOLE.iter().find_map(|word| text.strip_prefix(word))?;
    let part = sentence::read(&clause.piece(text.len() - rest.len(), text.len()), whole)?;
    let price = matches!(
        part,
        Part::Price { .. } | Part::Range { .. } | Part::From { .. }
    );
    price.then(|| Said {
        parts: vec![part, Part::Included],
        either: false,
    })
}

/// 80元全包, 100元起不含材料: a price, and right behind it what it covers.
fn behind(text: &str, clause: &Clause, whole: &str) -> Option<Said> {
    let words = [
        "全包", "包工", "连工", "工料", "含", "不含", "未含", "不包", "材料", "配件",
    ];
    let at = words.iter().filter_map(|word| text.find(word)).min()?;
    let price = sentence::read(&clause.piece(0, at), whole).filter(priced)?;
    let about = sentence::read(&clause.piece(at, text.len()), whole)?;
    let tells = matches!(
        about,
        Part::Included
            | Part::IncludedAt
            | Part::Extra
            | Part::Apart
            | Part::Tools
            | Part::Told
            | Part::Within { .. }
    );
    tells.then(|| Said {
        parts: vec![price, about],
        either: false,
    })
}

/// Whether it is a price of the work.
fn priced(part: &Part) -> bool {
    matches!(
        part,
        Part::Price { .. } | Part::Range { .. } | Part::From { .. } | Part::Labour { .. }
    )
}

fn one(part: Part) -> Option<Said> {
    Some(Said {
        parts: vec![part],
        either: false,
    })
}

/// Night, holiday and urgent work are surcharges of the whole schedule.
fn surcharge(text: &str) -> bool {
    let when = [
        "夜",
        "晚上",
        "晚间",
        "凌晨",
        "节假",
        "假日",
        "节日",
        "周末",
        "周六",
        "周日",
        "双休",
        "春节",
        "法定",
        "加急",
        "紧急",
        "急修",
        "非工作时间",
        "非办公时间",
        "下班",
        "公休",
        "night",
        "holiday",
        "weekend",
        "urgent",
    ];
    let money = [
        "加",
        "倍",
        "折",
        "%",
        "元",
        "收",
        "费",
        "extra",
        "surcharge",
        "+",
    ];
    let priced =
        text.contains(|c: char| c.is_ascii_digit()) || money.iter().any(|m| text.contains(m));
    priced && when.iter().any(|word| text.contains(word))
}

/// `65/70元`, `65元/70元`, `85/120`.
fn several(text: &str, clause: &Clause, whole: &str) -> Option<Part> {
    if !text.contains('/') {
        return None;
    }
    let mut amounts = Vec::new();
    let mut unit = None;
    let mut start = 0;
    for piece in text.split('/') {
        let end = start + piece.len();
        match sentence::read(&clause.piece(start, end), whole) {
            Some(Part::Price { amount, per: None }) if unit.is_none() => amounts.push(amount),
            // The unit may stand behind the last amount.
            None if end == text.len() && amounts.len() > 1 => {
                let probe = super::clean::clean(&format!("1/{piece}")).clauses.pop()?;
                let Some(Part::Price { per: Some(_), .. }) = sentence::read(&probe, &probe.text)
                else {
                    return None;
                };
                unit = Some(clause.original(whole, start, end).to_owned());
            }
            _ => return None,
        }
        start = end + 1;
    }
    (amounts.len() > 1).then_some(Part::Several { amounts, per: unit })
}
