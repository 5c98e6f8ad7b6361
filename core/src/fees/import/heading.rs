//! Headings of columns in the words of price lists.

use crate::fold::fold;

use super::clause;
use super::clean::clean;
use super::columns::Field;
use super::part::Part;

/// What a heading says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heading {
    pub field: Option<Field>,
    /// A sum of labour and material, which is a price only where those have columns.
    pub total: bool,
    /// For what the prices of the column are, where the heading says so: 單價(元/次).
    pub per: Option<String>,
    /// 含材料, 不含材料.
    pub material: Option<Part>,
}

/// Words of headings, folded and without blanks.
const WORDS: &[(Field, &str)] = &[
    (
        Field::Code,
        "序号|编号|项目编号|收费编号|项目代码|代码|编码|号码|序|项次|序次|no|#|code|itemno|itemcode|number",
    ),
    (Field::Category, "对象|适用对象|收费对象|服务对象|客户类别"),
    (
        Field::Group,
        "类别|分类|大类|小类|类型|项目类别|维修类别|服务类别|项目分类|工种|专业|category|group|type|class|section",
    ),
    (
        Field::Name,
        "项目|维修项目|项目名称|服务项目|收费项目|维修内容|服务内容|内容|品名|名称|工作内容|项目内容|有偿服务项目|维修服务项目|\
         有偿维修项目|服务名称|维修名称|维修项目名称|安装项目|item|items|itemname|description|service|work|job|name|repairitem",
    ),
    (
        Field::Spec,
        "规格|型号|规格型号|规格/型号|尺寸|spec|specification|model|size",
    ),
    (
        Field::Unit,
        "单位|计价单位|计量单位|收费单位|计费单位|unit|units|uom",
    ),
    (
        Field::Labour,
        "人工费|人工|人工价|人工价格|人工单价|人工收费|人工费用|人工费标准|工费|工时费|安装费|劳务费|手工费|服务费|人工收费标准|\
         labour|labor|labourcost|labourfee|labourcharge|laborcost|labourprice",
    ),
    (
        Field::Material,
        "材料费|材料|维修材料|材料价格|材料单价|材料费用|材料收费|材料费标准|材料价|主材|配件|配件费|零件费|料费|material|materials|\
         materialcost|materialprice|parts",
    ),
    (
        Field::Price,
        "收费标准|收费标准价|价格|单价|收费|费用|金额|收费价格|收费单价|收费价|服务价格|收费金额|维修价格|维修费用|标准|价目|定价|价钱|\
         维修收费标准|服务收费标准|price|fee|charge|unitprice|rate|cost|charges|fees",
    ),
    (
        Field::Remarks,
        "备注|说明|附注|备考|注|备注说明|收费说明|服务说明|remarks|remark|notes|note|comment|comments",
    ),
];

/// What stands beside a column of names and says more of each.
const CONTENTS: &[&str] = &["内容", "服务内容", "维修内容", "工作内容", "项目内容"];

const TOTALS: &[&str] = &["合计", "总价", "小计", "总计", "total"];

const CURRENCIES: &[&str] = &[
    "元",
    "单位元",
    "人民币",
    "人民币元",
    "元人民币",
    "rmb",
    "cny",
    "¥",
    "nt$",
    "ntd",
    "新台币",
    "台币",
    "新台币元",
    "hk$",
    "hkd",
    "港币",
    "港元",
    "$",
];

/// Reads a heading. `None` where any of it is not understood.
pub(super) fn read(text: &str) -> Option<Heading> {
    let folded: String = fold(text).split_whitespace().collect();
    let mut heading = named(&folded).unwrap_or_default();
    if heading.field.is_some() {
        return Some(heading);
    }
    let clean = clean(text);
    let (first, rest) = clean.clauses.split_first()?;
    let plain = first.text.trim_end_matches('元').trim_end_matches('/');
    heading = named(&first.text).or_else(|| named(plain))?;
    for clause in rest {
        if CURRENCIES.contains(&clause.text.as_str()) {
            continue;
        }
        let per = clause
            .text
            .strip_prefix("元/")
            .or_else(|| clause.text.strip_prefix("每"));
        let per = per.or_else(|| clause.text.strip_prefix("per"));
        match clause::read(clause, text).map(|said| said.parts) {
            Some(parts) if parts == [Part::Included] || parts == [Part::Extra] => {
                heading.material = parts.into_iter().next();
            }
            _ => heading.per = Some(per.filter(|per| unit(per))?.to_owned()),
        }
    }
    Some(heading)
}

/// Whether prices may be for one of these.
fn unit(text: &str) -> bool {
    let probe = format!("1元/{text}");
    let clean = clean(&probe);
    let said = clean
        .clauses
        .first()
        .and_then(|clause| clause::read(clause, &probe));
    said.is_some_and(|said| matches!(said.parts[..], [Part::Price { per: Some(_), .. }]))
}

/// Whether it is the name of a sum.
pub(super) fn is_total(text: &str) -> bool {
    TOTALS.contains(&fold(text).as_str())
}

fn named(folded: &str) -> Option<Heading> {
    if is_total(folded) {
        return Some(Heading {
            field: Some(Field::Price),
            total: true,
            ..Heading::default()
        });
    }
    let (field, _) = WORDS
        .iter()
        .find(|(_, words)| words.split('|').any(|word| word == folded))?;
    Some(Heading {
        field: Some(*field),
        ..Heading::default()
    })
}

/// Two columns of one kind: a running number gives way to a real one, a total counts only beside its parts, and
/// otherwise the first is proposed and the other left for a person.
pub(super) fn settle(fields: &mut [Option<Field>], headings: &[String]) {
    let running = |text: &str| ["序号", "序", "序次", "项次"].contains(&fold(text).as_str());
    let total = |text: &str| read(text).is_some_and(|heading| heading.total);
    let at = |fields: &[Option<Field>], field: Field| -> Vec<usize> {
        let all = fields.iter().enumerate();
        all.filter_map(|(at, of)| (*of == Some(field)).then_some(at))
            .collect()
    };
    let codes = at(fields, Field::Code);
    if codes.len() > 1 && codes.iter().any(|code| !running(&headings[*code])) {
        for code in codes.iter().filter(|code| running(&headings[**code])) {
            fields[*code] = Some(Field::Ignored);
        }
    }
    // 項目 beside 內容: the second one tells the items of a name apart.
    if let [_, second] = at(fields, Field::Name)[..]
        && at(fields, Field::Spec).is_empty()
        && CONTENTS.contains(&fold(&headings[second]).as_str())
    {
        fields[second] = Some(Field::Spec);
    }
    for price in at(fields, Field::Price) {
        let parts = at(fields, Field::Labour).len();
        if total(&headings[price]) && (parts == 0 || at(fields, Field::Price).len() > 1) {
            fields[price] = None;
        }
    }
    for field in Field::ALL {
        if !matches!(field, Field::Group | Field::Remarks | Field::Ignored) {
            for more in at(fields, *field).into_iter().skip(1) {
                fields[more] = None;
            }
        }
    }
}
