//! Words for what is counted.

use std::sync::LazyLock;

use regex::Regex;

/// Units that a price may name, folded. Whatever else stands behind a price is not taken for a unit.
const UNITS: &str = "个|只|支|盏|台|套|把|条|块|片|扇|樘|组|根|户|间|层|付|副|对|张|件|位|处|项|门|窗|点|孔|座|瓶|桶|包|枚|\
    粒|盘|卷|节|段|口|颗|具|管|开|插|幅|面|道|迴|路|回路|线|株|棵|平方米|平方|平米|m2|延长米|延米|米|m|公尺|英尺|尺|坪|立方米|立方|m3|吨|公斤|kg|升|l|\
    次|趟|回|单|单相|三相|相|车|车次|台次|人次|人|工|工日|天|日|梯|each|pcs?|sets?|units?|times?|visits?|jobs?|items?|metres?|\
    meters?|sqm|sqft|ft";

/// A pattern of a single unit of time.
pub(super) const HOUR: &str =
    "半个?小时|30分钟|个?小时|个?钟头|工时|hours?|hr|h|halfhour|30min(?:ute)?s?";

/// Further words for time, folded.
const TIMES: [&str; 13] = [
    "天",
    "日",
    "周",
    "星期",
    "礼拜",
    "分",
    "分钟",
    "半小时",
    "day",
    "days",
    "min",
    "mins",
    "minutes",
];

/// A pattern of one unit: `U` in the patterns of clauses.
pub(super) fn pattern() -> String {
    format!("{HOUR}|{UNITS}")
}

/// One word for units that mean the same, folded.
fn canonical(unit: &str) -> String {
    let folded = crate::fold::fold(unit.trim());
    let plain = folded.trim_start_matches('每').trim_start_matches("per ");
    let same = match plain {
        "m2" | "m²" | "㎡" | "平方" | "平米" | "sqm" => "平方米",
        "m" | "公尺" | "延米" | "延长米" | "metre" | "meter" => "米",
        "m3" | "m³" | "立方" => "立方米",
        "kg" => "公斤",
        "hour" | "hr" | "h" | "时" | "钟头" | "个小时" | "个钟头" | "工时" | "hours" => {
            "小时"
        }
        "pc" | "pcs" | "each" | "ea" => "件",
        "sets" => "set",
        "units" => "unit",
        "visit" | "visits" | "time" | "times" | "job" | "jobs" | "趟" | "回" => "次",
        "付" => "副",
        other => other,
    };
    same.replace('²', "2")
}

/// Whether a price for one `per` can be counted in `unit`: the same word, or one of those in 個/次.
pub(super) fn fits(per: &str, unit: &str) -> bool {
    let slash = |text: &str| -> Vec<String> {
        text.split(['/', '／', '、', '或']).map(canonical).collect()
    };
    let (per, unit) = (slash(per), slash(unit));
    per.iter().all(|one| unit.contains(one))
}

/// Whether it is a unit of time; 人/小時 is one too.
pub(super) fn is_hour(unit: &str) -> bool {
    unit.split(['/', '／'])
        .any(|part| canonical(part) == "小时")
}

/// Whether it is a month, a quarter or a year.
pub(super) fn is_period(unit: &str) -> bool {
    let periods = ["月", "个月", "季", "季度", "年", "半年", "month", "year"];
    unit.split(['/', '／'])
        .any(|part| periods.contains(&canonical(part).as_str()))
}

/// The unit of a cell that writes 元/次; empty for 元 alone, which is no unit.
pub(super) fn without_currency(unit: &str) -> &str {
    let unit = unit.trim();
    let rest = ["元", "圓", "圆", "NT$", "HK$", "$", "¥"]
        .iter()
        .find_map(|sign| unit.strip_prefix(sign));
    match rest {
        Some("") => "",
        Some(rest) => rest.strip_prefix(['/', '／']).unwrap_or(unit).trim(),
        None => unit,
    }
}

/// Whether it only counts jobs, whatever is done in them: 次, 項, visit.
pub(super) fn counts_job(unit: &str) -> bool {
    ["次", "项", "单", "宗"].contains(&canonical(unit).as_str())
}

/// Whether a cell is a unit and no more: 個, 元/次, 每米, 按次計價; behind a count any short word is one (1具), but for
/// time: 2小時 and 3個月 say how long.
pub(super) fn is_unit(cell: &str) -> bool {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        let unit = format!("(?:{}|月|年|季)", pattern());
        let whole = format!("^{unit}(?:[/、或]{unit})*$");
        Regex::new(&whole).unwrap_or_else(|e| panic!("{e}"))
    });
    let folded: String = crate::fold::fold(cell).split_whitespace().collect();
    let Some((_, unit)) = counted(&folded) else {
        return UNIT.is_match(shown(&folded));
    };
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let short = (1..=2).contains(&unit.chars().count()) && unit.chars().all(han);
    let time = is_hour(unit) || is_period(unit) || TIMES.contains(&unit);
    !time && (UNIT.is_match(unit) || (short && !"元圆块".contains(unit)))
}

/// The unit of a cell as the list writes it, without what stands around it: the currency, a count of one, 每, 按次計價.
pub(super) fn shown(cell: &str) -> &str {
    let unit = without_currency(cell);
    let unit = match counted(unit) {
        Some(("1", rest)) => rest,
        _ => unit,
    };
    let Some(by) = unit.strip_prefix(['按', '每']) else {
        return unit.trim();
    };
    let ends = ["計價", "计价", "計費", "计费", "收費", "收费", "計", "计"];
    ends.iter()
        .find_map(|end| by.strip_suffix(end))
        .unwrap_or(by)
        .trim()
}

/// How many a cell of quantities counts: `1` of 1只 and of 1; `None` where it counts nothing.
pub(super) fn count(cell: &str) -> Option<&str> {
    counted(cell.trim()).map(|(count, _)| count)
}

/// Count and unit of 1只, 2 個, 3.
fn counted(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    (end > 0).then(|| (&text[..end], text[end..].trim()))
}

/// Whether a price by the hour may stand in a row that counts this: jobs, or hours.
pub(super) fn counts_work(unit: &str) -> bool {
    ["", "小时", "次", "项"].contains(&canonical(unit).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_unit_however_it_is_written() {
        for (per, unit) in [
            ("次", "個/次"),
            ("個/次", "個/次"),
            ("個", "个"),
            ("㎡", "平方米"),
            ("m2", "平米"),
            ("m", "米"),
            ("小時", "工時"),
            ("每次", "次"),
        ] {
            assert!(fits(per, unit), "{per} {unit}");
        }
        for (per, unit) in [
            ("米", "項"),
            ("個/次", "個"),
            ("米", "平方米"),
            ("套", "個"),
        ] {
            assert!(!fits(per, unit), "{per} {unit}");
        }
        assert_eq!(
            ["元/次", "元", "圓／個", "元件"].map(without_currency),
            ["次", "", "個", "元件"]
        );
        for unit in ["個", "元/次", "每米", "按次計價", "1具", "2只", "10 個"] {
            assert!(is_unit(unit), "{unit}");
        }
        for other in [
            "2小時", "30分鐘", "3个月", "15天", "1 hr", "當天", "80元", "換燈",
        ] {
            assert!(!is_unit(other), "{other}");
        }
        assert!(is_period("元/月") && is_period("年") && !is_period("次"));
        assert!(is_hour("人/小時") && is_hour("時") && !is_hour("次"));
        assert!(counts_job("項") && counts_job("visit") && !counts_job("台") && !counts_job(""));
        assert!(counts_work("次") && counts_work("") && !counts_work("台"));
    }
}
