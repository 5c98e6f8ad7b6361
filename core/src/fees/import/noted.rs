//! Columns that are all remarks (維修時效, 計價方式): what in them may be kept as it stands, with the heading before it.

use std::sync::LazyLock;

use regex::Regex;

use crate::fold::fold;

use super::{remark, units};

/// A span of time or a moment, folded: 約30分钟, 2-3天内, 当天.
static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    let number = "[0-9一二两三四五六七八九十半]+";
    let span = format!(
        "(?:大约|大概|预计|约|需)?{number}(?:[-~至到]{number})?个?(?:分钟|小时|钟头|工作日|天|日|周|星期|月|年)(?:之内|以内|内|左右)?"
    );
    let moment = "当天|当日|即时|即刻|随到随修|次日|隔天|隔日";
    Regex::new(&format!("{span}|{moment}")).unwrap_or_else(|e| panic!("{e}"))
});

/// Whether a text of such a column, not understood, speaks of money or of who pays, which no remark may hide. How long
/// it takes and by what it is counted do not: 24小時內, 按次, and 視乎情況 below 所需時間.
pub(super) fn of_money(heading: &str, clause: &str) -> bool {
    // 是否自備料 over 是 and 否: the heading says what the cells mean.
    let whose = [
        "料", "配件", "零件", "自备", "付", "免", "折", "含", "包", "加", "费", "价", "金", "税",
        "material", "owner",
    ];
    let heading = fold(heading);
    let folded: String = fold(clause).split_whitespace().collect();
    let counted = units::is_unit(&folded);
    let plain = ["计价", "计费", "收费"]
        .iter()
        .any(|by| heading.contains(by));
    let counts = plain && (counted || folded == "固定收取");
    let whose = !plain && whose.iter().any(|word| heading.contains(word));
    let mut bare = TIMES.replace_all(&folded, "").into_owned();
    let of_time = [
        "时", "效", "期", "天数", "日数", "多久", "time", "days", "hours",
    ];
    if of_time.iter().any(|word| heading.contains(word)) {
        for by in ["视乎", "视", "按", "依", "看"] {
            for case in ["实际情况", "现场情况", "具体情况", "情况"] {
                bare = bare.replace(&format!("{by}{case}"), "");
            }
        }
    }
    whose || !(counts || counted || bare.is_empty()) && remark::of_money(&bare)
}

/// A span of time below a heading of warranty (質保期 over 3個月) says how long the warranty runs.
pub(super) fn warranty(heading: &str, text: &str) -> Option<String> {
    let heading = fold(heading);
    let named = ["质保", "保修", "保固", "保用", "warranty"]
        .iter()
        .any(|word| heading.contains(word));
    let folded: String = fold(text).split_whitespace().collect();
    let whole = TIMES
        .find(&folded)
        .is_some_and(|found| found.as_str() == folded);
    (named && whole).then(|| format!("保修{text}"))
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
            ("師傅說", "三樓以上收50"),
            ("師傅說", "視情況"),
            ("師傅說", "看堵的地方"),
            ("是否自備料", "是"),
            ("响应时间", "加急加收50%"),
            ("維修時效", "超過30分鐘另計"),
            ("維修時效", "首小時80"),
            ("Remarks", "parts extra"),
        ] {
            assert!(of_money(heading, clause), "{heading} {clause}");
        }
        for (heading, clause) in [
            ("維修時效", "24小時內"),
            ("所需時間", "視乎情況"),
            ("所需時間", "約30分鐘"),
            ("計價方式", "按次"),
            ("計價方式", "固定收取"),
            ("施工天數", "1至2日"),
            ("质保约定", "疏通后当场试水"),
        ] {
            assert!(!of_money(heading, clause), "{heading} {clause}");
        }
    }

    #[test]
    fn a_span_below_a_heading_of_warranty_is_the_warranty() {
        assert_eq!(warranty("質保期", "3個月").as_deref(), Some("保修3個月"));
        assert_eq!(warranty("质保约定", "疏通后当场试水"), None);
        assert_eq!(warranty("維修時效", "3天"), None);
    }
}
