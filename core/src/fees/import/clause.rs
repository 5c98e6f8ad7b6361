//! One clause becomes statements, or nothing at all.

use regex::Captures;

use crate::money::Money;

use super::amount::{money, thousandths};
use super::clean::Clause;
use super::part::{Part, Per};
use super::patterns::{self, Meaning};

/// What a clause says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub parts: Vec<Part>,
    /// The parts stand for each other: 2元/業主自購.
    pub either: bool,
}

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
    if let Some(part) = sentence(clause, whole) {
        return one(part);
    }
    if let Some(part) = several(text, clause, whole) {
        return one(part);
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
        ]
        .contains(&extra);
        if said.either || !material {
            return None;
        }
        said.parts.push(Part::Extra);
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
        match sentence(&clause.piece(start, end), whole) {
            Some(Part::Price { amount, per: None }) if unit.is_none() => amounts.push(amount),
            // The unit may stand behind the last amount.
            None if end == text.len() && amounts.len() > 1 => {
                let probe = super::clean::clean(&format!("1/{piece}")).clauses.pop()?;
                let Some(Part::Price { per: Some(_), .. }) = sentence(&probe, &probe.text) else {
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

fn sentence(clause: &Clause, whole: &str) -> Option<Part> {
    patterns::first(&clause.text, |meaning, found| {
        part(meaning, found, clause, whole)
    })
}

/// The statement of a sentence; `None` where the sentence fits and its amounts do not.
fn part(meaning: Meaning, found: &Captures<'_>, clause: &Clause, whole: &str) -> Option<Part> {
    let groups: Vec<Option<(&str, usize, usize)>> = found
        .iter()
        .skip(1)
        .map(|group| group.map(|g| (g.as_str(), g.start(), g.end())))
        .collect();
    let there: Vec<&str> = groups.iter().flatten().map(|group| group.0).collect();
    let marked = ["元", "块", "¥", "$", "rmb", "ntd", "hkd", "人民币", "台币"]
        .iter()
        .any(|mark| clause.text.contains(mark));
    let amount = |text: &str| {
        // A bare 十 or 一 need not be money.
        let figures = text.starts_with(|c: char| c.is_ascii_digit());
        (figures || marked).then(|| money(text)).flatten()
    };
    let original =
        |(_, start, end): (&str, usize, usize)| clause.original(whole, start, end).to_owned();
    let is_number = |text: &str| thousandths(text).is_some();
    let numbers: Vec<&str> = there
        .iter()
        .copied()
        .filter(|text| is_number(text))
        .collect();
    let words: Vec<String> = groups
        .iter()
        .flatten()
        .filter(|group| !is_number(group.0))
        .map(|group| original(*group))
        .collect();
    let last: Per = words.last().cloned();
    let only = |make: fn(Money) -> Part| amount(numbers.first()?).map(make);
    Some(match meaning {
        Meaning::Free => Part::Free,
        Meaning::Actual => Part::Actual,
        // 每月一次 says how often, and nothing of money.
        Meaning::Period if marked || clause.text.contains(['费', '包', '/']) => Part::Period,
        Meaning::Period => return None,
        Meaning::Price => Part::Price {
            amount: amount(numbers.first()?)?,
            per: last,
        },
        Meaning::PriceOfHalfHour => Part::Price {
            amount: amount(numbers.first()?)?,
            per: Some(HALF_HOUR.to_owned()),
        },
        Meaning::Range => Part::Range {
            from: amount(numbers.first()?)?,
            to: amount(numbers.get(1)?)?,
            per: last,
        },
        Meaning::From => only(|amount| Part::From { amount })?,
        Meaning::Minimum if marked || clause.text.contains("min") => {
            only(|amount| Part::Minimum { amount })?
        }
        Meaning::MinimumBelow if marked && numbers.first() == numbers.get(1) => {
            only(|amount| Part::Minimum { amount })?
        }
        Meaning::Cap if marked || clause.text.contains("max") || clause.text.contains("upto") => {
            only(|amount| Part::Cap { amount })?
        }
        Meaning::Minimum | Meaning::MinimumBelow | Meaning::Cap => return None,
        Meaning::First | Meaning::FirstWithin => {
            let (count, price) = match numbers.as_slice() {
                [price] => (1000, *price),
                [count, price] => (thousandths(count)?, *price),
                _ => return None,
            };
            Part::First {
                count,
                unit: words.first()?.clone(),
                amount: amount(price)?,
                name: name_before(clause, price, whole),
            }
        }
        Meaning::Then => {
            let price = match numbers.as_slice() {
                [price] => *price,
                // For each further one; a step of several units is rounded, which no form can hold.
                [count, price] if thousandths(count) == Some(1000) => *price,
                _ => return None,
            };
            Part::Then {
                beyond: None,
                unit: last,
                amount: amount(price)?,
            }
        }
        Meaning::ThenBeyond => {
            let [limit, each @ .., price] = numbers.as_slice() else {
                return None;
            };
            let [of, per] = words.as_slice() else {
                return None;
            };
            if !super::units::fits(per, of) || each.iter().any(|n| thousandths(n) != Some(1000)) {
                return None;
            }
            Part::Then {
                beyond: Some(thousandths(limit)?),
                unit: Some(per.clone()),
                amount: amount(price)?,
            }
        }
        Meaning::Round => {
            let (below, counted) = (minutes(there.first()?)?, minutes(there.get(1)?)?);
            (below == counted).then_some(Part::Round { minutes: below })?
        }
        Meaning::RoundMinutes => {
            let minutes: u16 = there.first()?.parse().ok()?;
            let same = there.first() == there.get(1) && (1..=240).contains(&minutes);
            same.then_some(Part::Round { minutes })?
        }
        Meaning::RoundAfter => Part::RoundAfter {
            after: minutes(there.first()?)?,
            minutes: minutes(there.get(1)?)?,
        },
        Meaning::Least => Part::Least {
            minutes: minutes(there.first()?)?,
        },
        Meaning::Kind => Part::Kind {
            name: words.first()?.clone(),
            amount: amount(numbers.last()?)?,
            per: words.get(1).cloned(),
        },
        Meaning::Add => Part::Add {
            name: words.first()?.clone(),
            amount: amount(numbers.last()?)?,
            each: words.get(1).cloned(),
        },
        Meaning::Labour => Part::Labour {
            amount: amount(numbers.first()?)?,
            per: last,
        },
        Meaning::Parts => Part::Parts {
            amount: amount(numbers.first()?)?,
            per: last,
        },
        Meaning::Included => Part::Included,
        Meaning::Extra => Part::Extra,
        Meaning::Market => Part::Market,
        Meaning::Owner => Part::Owner,
        Meaning::Nothing => Part::Nothing,
        Meaning::Warranty => Part::Warranty {
            days: there.first()?.parse().ok()?,
        },
    })
}

/// The unit of a price by the half hour, as [`Part::Price`] carries it.
pub(super) const HALF_HOUR: &str = "半小時";

/// What stands before the price: 3米以內 of 3米以內50元.
fn name_before(clause: &Clause, price: &str, whole: &str) -> String {
    let end = clause.text.rfind(price).unwrap_or(clause.text.len());
    clause.original(whole, 0, end).to_owned()
}

fn minutes(text: &str) -> Option<u16> {
    match text.chars().next()? {
        '半' => Some(30),
        '一' | '1' => Some(60),
        '两' | '二' | '2' => Some(120),
        _ => None,
    }
}
