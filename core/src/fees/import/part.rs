//! What a single clause of a price list can say.

use crate::money::Money;

/// What is counted, as the clause writes it; `元/個/次` has two.
pub(super) type Per = Option<String>;

/// One statement. Names and units are as the original writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// 免費.
    Free,
    /// 按實際情況定價, 面議.
    Actual,
    /// 25元/套.
    Price { amount: Money, per: Per },
    /// 20-40元.
    Range { from: Money, to: Money, per: Per },
    /// 65/70元: one for each kind that the name lists.
    Several { amounts: Vec<Money>, per: Per },
    /// 30元起.
    From { amount: Money },
    /// 最低收費30元.
    Minimum { amount: Money },
    /// 最高不超過200元.
    Cap { amount: Money },
    /// 首米50元, 2米內30元. `count` in thousandths.
    First {
        count: i64,
        unit: String,
        amount: Money,
        name: String,
    },
    /// 每增加1米加10元, 超過20米每米5元 (`beyond` in thousandths).
    Then {
        beyond: Option<i64>,
        unit: Option<String>,
        amount: Money,
    },
    /// 不足半小時按半小時計.
    Round { minutes: u16 },
    /// 超過一小時按半小時計.
    RoundAfter { after: u16, minutes: u16 },
    /// 最少一小時.
    Least { minutes: u16 },
    /// 分體式80元.
    Kind {
        name: String,
        amount: Money,
        per: Per,
    },
    /// 3米以上加收20元; `each` where the clause says for each what.
    Add {
        name: String,
        amount: Money,
        each: Per,
    },
    /// 人工50元.
    Labour { amount: Money, per: Per },
    /// 材料20元.
    Parts { amount: Money, per: Per },
    /// 含材料費.
    Included,
    /// 不含材料費, 另計材料費.
    Extra,
    /// 市價.
    Market,
    /// 業主自購.
    Owner,
    /// A dash or 無.
    Nothing,
    /// 保修30天.
    Warranty { days: u16 },
    /// Night, holiday, urgent: they belong to the schedule, not to an item.
    Surcharge,
    /// By the month or year: not a price of a repair.
    Period,
}

/// Signs of currency that a list may use; the office has one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    Renminbi,
    Taiwan,
    HongKong,
    /// `$` alone, which is written for both of the others.
    Dollar,
}

impl Currency {
    /// Whether one list may hold both.
    pub fn agrees(self, other: Currency) -> bool {
        self == other
            || (self == Currency::Dollar && other != Currency::Renminbi)
            || (other == Currency::Dollar && self != Currency::Renminbi)
    }

    /// The sign in a folded text.
    pub fn of(text: &str) -> Option<Currency> {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if has(&["nt$", "ntd", "台币"]) {
            Some(Currency::Taiwan)
        } else if has(&["hk$", "hkd", "港币", "港元"]) {
            Some(Currency::HongKong)
        } else if has(&["¥", "rmb", "cny", "人民币"]) {
            Some(Currency::Renminbi)
        } else if has(&["$"]) {
            Some(Currency::Dollar)
        } else {
            None
        }
    }
}
