//! What a single clause of a price list can say.

use crate::money::Money;

/// What is counted, as the clause writes it; `元/個/次` has two.
pub(super) type Per = Option<String>;

/// One statement. Names and units are as the original writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// 免費.
    Free,
    /// 面議, 按實結算.
    Actual,
    /// 按實際情況定價, 依阻塞情形: what an open price goes by; `named` where the words say which case.
    ByCase { named: bool },
    /// 25元/套.
    Price { amount: Money, per: Per },
    /// 20-40元.
    Range { from: Money, to: Money, per: Per },
    /// 65/70元: one for each kind that the name lists.
    Several { amounts: Vec<Money>, per: Per },
    /// 30元起, 100元起/套.
    From { amount: Money, per: Per },
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
    /// 每增加1米加10元, 超過20米每米5元 (`beyond` in thousandths), 每加一管多200元.
    Then {
        beyond: Option<i64>,
        unit: Option<String>,
        amount: Money,
        name: String,
    },
    /// 其餘免費, 其餘10元: what none of the kinds named is.
    Rest { amount: Money },
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
    /// 含材料15元: included, and what it is worth.
    IncludedAt,
    /// 不含支架, 吊車費用另計: a thing of its own that the price does not cover.
    Apart,
    /// 設備+人工: the tools of the work, or the thing that is put in.
    Tools,
    /// Understood, and nothing to the amount: 含開孔, 提前1天預約.
    Told,
    /// 不含材料費, 另計材料費.
    Extra,
    /// 市價.
    Market,
    /// 業主自購.
    Owner,
    /// 燈管自備: the owner brings this thing.
    OwnThing,
    /// 開關依市價: this thing costs what the market says.
    MarketThing,
    /// 含鉸鏈: the price covers this thing, folded. What that means depends on the item.
    Within { thing: String },
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
