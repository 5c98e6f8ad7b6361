//! A clause that is one sentence becomes one statement.

use regex::Captures;

use crate::money::Money;

use super::amount::{money, thousandths};
use super::clean::Clause;
use super::part::{Part, Per};
use super::patterns::{self, Meaning};
use super::remark;

/// Reads a clause that is one sentence. `None` where any character of it is not understood.
pub(super) fn read(clause: &Clause, whole: &str) -> Option<Part> {
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
        Meaning::Case => Part::ByCase { named: false },
        Meaning::CaseOf if remark::of_money(there.first()?) => return None,
        Meaning::CaseOf => Part::ByCase { named: true },
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
        Meaning::From => Part::From {
            amount: amount(numbers.first()?)?,
            per: last,
        },
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
            // Only of each further one it is plain that it comes on top of the price.
            let further = ["每加", "每增", "每多"]
                .iter()
                .any(|word| clause.text.starts_with(word));
            let name = name_before(clause, price, whole);
            Part::Then {
                beyond: None,
                unit: last,
                amount: amount(price)?,
                name: if further {
                    without_more(&name).to_owned()
                } else {
                    String::new()
                },
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
                name: String::new(),
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
        Meaning::KindFree => Part::Kind {
            name: words.first()?.clone(),
            amount: Money(0),
            per: None,
        },
        Meaning::RestFree => Part::Rest { amount: Money(0) },
        Meaning::Rest => only(|amount| Part::Rest { amount })?,
        Meaning::Add => Part::Add {
            name: words.first()?.clone(),
            amount: amount(numbers.last()?)?,
            each: words.get(1).cloned(),
        },
        Meaning::AddFor if marked && remark::apart(there.first()?) => Part::Add {
            name: words.first()?.clone(),
            amount: amount(numbers.last()?)?,
            each: words.get(1).cloned(),
        },
        Meaning::AddFor => return None,
        Meaning::Labour => Part::Labour {
            amount: amount(numbers.first()?)?,
            per: last,
        },
        Meaning::Parts if !marked => return None,
        Meaning::Parts => Part::Parts {
            amount: amount(numbers.first()?)?,
            per: last,
        },
        Meaning::Included => Part::Included,
        Meaning::IncludedAt => Part::IncludedAt,
        Meaning::Covers => covered(there.first()?)?,
        // 連體, 連接處 include nothing.
        Meaning::Within
            if ["连体", "连接", "连续", "连通"]
                .iter()
                .any(|word| clause.text.starts_with(word)) =>
        {
            return None;
        }
        Meaning::Within if remark::work(there.first()?) => Part::Told,
        Meaning::Within => {
            let thing = (*there.first()?).to_owned();
            remark::apart(&thing).then_some(Part::Within { thing })?
        }
        Meaning::Apart => remark::apart(there.first()?).then_some(Part::Apart)?,
        Meaning::Told => Part::Told,
        Meaning::Extra => Part::Extra,
        Meaning::Market => Part::Market,
        Meaning::MarketOf => remark::thing(there.first()?).then_some(Part::MarketThing)?,
        Meaning::Owner => Part::Owner,
        Meaning::OwnerOf => remark::thing(there.first()?).then_some(Part::OwnThing)?,
        Meaning::Nothing => Part::Nothing,
        Meaning::Warranty => {
            let (count, of) = (*there.first()?, *there.get(1)?);
            if count == "半" {
                return of.starts_with('年').then_some(Part::Warranty { days: 180 });
            }
            let count = thousandths(count)?;
            let days = match of.chars().next()? {
                '年' | 'y' => 365,
                '个' | '月' | 'm' => 30,
                _ => 1,
            };
            let days = (count % 1000 == 0).then_some(count / 1000 * days)?;
            Part::Warranty {
                days: u16::try_from(days).ok()?,
            }
        }
    })
}

/// What a price covers where it lists it: 材料+人工 material too, 設備+人工 equipment. Labour alone, and material only in
/// part, leave open who pays for the rest.
fn covered(list: &str) -> Option<Part> {
    let has = |words: &str| words.split('|').any(|word| list.contains(word));
    if has("辅料|辅材|耗材") {
        return None;
    }
    if has("材料|配件|工料|零件|主材") || list == "料" {
        return Some(Part::Included);
    }
    if has("设备|机具|机械") {
        return Some(Part::Tools);
    }
    let labour = ["人工", "工时", "安装", "施工", "上门", "费用", "费"];
    let rest = labour
        .iter()
        .fold(list.to_owned(), |rest, word| rest.replace(word, ""));
    let rest = rest.trim_matches(|c: char| "工+&和及与加".contains(c));
    (!rest.is_empty()).then_some(Part::Told)
}

/// 每加一管多 as 每加一管: the name of the further piece, without the words that say that more is due.
fn without_more(name: &str) -> &str {
    let more = [
        '多', '加', '收', '另', '再', '增', '價', '价', '費', '费', '+',
    ];
    let cut = name.trim_end_matches(more).trim();
    if cut.chars().count() < 2 {
        name.trim()
    } else {
        cut
    }
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
