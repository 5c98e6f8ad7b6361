//! Columns that are all remarks (維修時效, 計價方式): what in them may be kept as it stands, with the heading before it.

use crate::fold::fold;

/// Whether a text of such a column, not understood, speaks of money or of who pays, which no remark may hide. Figures
/// and times alone do not: 24小時內 says nothing of the price.
pub(super) fn of_money(heading: &str, clause: &str) -> bool {
    let signs = "元圆块钱费免折倍%¥$料罚补退税付购另算谈议";
    let words = [
        "自备", "自带", "自理", "提供", "配件", "零件", "加收", "加价", "价格", "优惠", "会员",
        "charge", "fee", "price", "cost", "free", "extra", "discount", "material", "parts",
        "supplied", "owner",
    ];
    // 是否自備料 over 是 and 否: the heading says what the cells mean.
    let whose = [
        "料", "配件", "零件", "自备", "付", "免", "折", "含", "包", "material", "owner",
    ];
    let heading = fold(heading);
    let folded: String = fold(clause).split_whitespace().collect();
    folded.contains(|c: char| signs.contains(c))
        || words.iter().any(|word| folded.contains(word))
        || whose.iter().any(|word| heading.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_the_price_is_never_only_noted() {
        for (heading, clause) in [
            ("師傅說", "零件另外算"),
            ("師傅說", "樓梯搬另談"),
            ("師傅說", "鎖自備"),
            ("是否自備料", "是"),
            ("响应时间", "加急加收50%"),
            ("Remarks", "parts extra"),
        ] {
            assert!(of_money(heading, clause), "{heading} {clause}");
        }
        for (heading, clause) in [
            ("維修時效", "24小時內"),
            ("計價方式", "按次"),
            ("施工天數", "3天"),
            ("质保约定", "疏通后当场试水"),
        ] {
            assert!(!of_money(heading, clause), "{heading} {clause}");
        }
    }
}
