//! Headings of columns in the words of price lists.

use crate::fold::fold;

use super::clause;
use super::clean::{Clause, clean};
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
        "序号|编号|项目编号|收费编号|项目代码|代码|编码|号码|序|项次|序次|no|no.|#|code|itemno|itemcode|number",
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
    if let Some(heading) = named(&folded) {
        return Some(heading);
    }
    let clean = clean(text);
    let (first, rest) = clean.clauses.split_first()?;
    let mut heading = named(plain(&first.text))?;
    for clause in rest {
        heading.add(clause, text)?;
    }
    Some(heading)
}

/// The field that a heading names in words that are known.
pub(super) fn known(text: &str) -> Option<Field> {
    read(text).and_then(|heading| heading.field)
}

/// What stands in a heading besides its name, known or not: (元/次), (含材料).
pub(super) fn besides(text: &str) -> Heading {
    if let Some(heading) = read(text) {
        return heading;
    }
    let mut heading = Heading {
        material: with_material(&fold(text)).then_some(Part::Included),
        ..Heading::default()
    };
    for clause in clean(text).clauses.iter().skip(1) {
        // What is not understood was shown to the person who confirmed the column.
        let _ = heading.add(clause, text);
    }
    heading
}

/// A heading without the currency behind it: 單價/元.
fn plain(text: &str) -> &str {
    let mut plain = text;
    for currency in ["元", "rmb", "nt$", "hk$", "$"] {
        if let Some(rest) = plain.strip_suffix(currency).filter(|rest| !rest.is_empty()) {
            plain = rest.trim_end_matches(['/', '-']);
        }
    }
    plain
}

impl Heading {
    /// Takes what a clause behind the name says. `None` where it is not understood.
    fn add(&mut self, clause: &Clause, whole: &str) -> Option<()> {
        if CURRENCIES.contains(&clause.text.as_str()) {
            return Some(());
        }
        let per = ["元/", "每", "per"]
            .iter()
            .find_map(|sign| clause.text.strip_prefix(sign));
        match clause::read(clause, whole).map(|said| said.parts) {
            Some(parts) if parts == [Part::Included] || parts == [Part::Extra] => {
                self.material = parts.into_iter().next();
            }
            _ => self.per = Some(per.filter(|per| unit(per))?.to_owned()),
        }
        Some(())
    }
}

/// Word ends by which a heading that is not known points to a field; where several fit, the longest counts.
const ENDS: &[(Field, &str)] = &[
    (Field::Code, "号|序|码|项次|no|code"),
    (
        Field::Group,
        "类|类别|类型|分类|种类|工种|专业|系统|部位|category|type|group",
    ),
    (
        Field::Name,
        "项目|事项|内容|名称|品名|服务|工作|工程|item|items|description|service|work|job",
    ),
    (Field::Spec, "规格|型号|尺寸|size|model"),
    (Field::Unit, "单位|数量|计量|unit|qty|quantity|per"),
    (
        Field::Price,
        "标准|收费|价|价格|价钱|费|费用|金额|款|工资|钱|price|fee|fees|charge|charges|cost|rate|amount",
    ),
    (
        Field::Remarks,
        "注|备注|附注|备考|说明|须知|remark|remarks|note|notes|comment|comments",
    ),
    // How long, until when and by whom: figures, but neither a price nor what it is for.
    (
        Field::Note,
        "时|时效|时限|时间|用时|工时|耗时|期|期限|天数|日数|保修|质保|保固|人|电话|日期|time|hours|duration|period|warranty|tel|\
         phone|date",
    ),
];

/// What the words of a heading point to though they are none that are known: 實際收費標準 ends as prices do.
pub(super) fn hint(text: &str) -> Option<Field> {
    let clean = clean(text);
    let heading = plain(&clean.clauses.first()?.text);
    let ends = |words: &str| {
        let fitting = words.split('|').filter(|word| heading.ends_with(word));
        fitting.map(str::len).max()
    };
    let hints = ENDS.iter().map(|(field, words)| (ends(words), *field));
    let (length, field) = hints.max_by_key(|(length, _)| *length)?;
    length?;
    let speaks = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if field != Field::Price || with_material(heading) {
        return Some(field);
    }
    // 自備材料價, 師傅工資: whose money it is stands before it.
    match (
        speaks(&["料", "配件", "零件", "主材", "material", "parts"]),
        speaks(&[
            "人工", "工资", "工费", "工钱", "工价", "劳务", "labour", "labor",
        ]),
    ) {
        (true, false) => Some(Field::Material),
        (false, true) => Some(Field::Labour),
        _ => Some(Field::Price),
    }
}

/// Whether a heading says that its price is for work and material together: 連工帶料價, 工料費, 全包價.
fn with_material(folded: &str) -> bool {
    let words = [
        "工带料",
        "工包料",
        "工料",
        "含料",
        "带料",
        "包料",
        "含材料",
        "全包",
        "料工",
    ];
    words.iter().any(|word| folded.contains(word)) && !folded.contains('不')
}

/// Whether a heading says that its prices are those that are charged, beside guiding or former ones.
pub(super) fn is_charged(text: &str) -> bool {
    let folded = fold(text);
    ["实际", "实收", "执行", "现行", "actual", "current"]
        .iter()
        .any(|word| folded.contains(word))
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
    word(folded).or_else(|| {
        // No.編號, 單位unit: the same said in two languages.
        let (latin, han): (String, String) = folded.chars().partition(char::is_ascii);
        let latin = latin.trim_matches(['/', '(', ')', '-']);
        let (latin, han) = (word(latin)?, word(&han)?);
        (latin == han).then_some(han)
    })
}

fn word(folded: &str) -> Option<Heading> {
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
        if !matches!(
            field,
            Field::Group | Field::Remarks | Field::Note | Field::Ignored
        ) {
            for more in at(fields, *field).into_iter().skip(1) {
                fields[more] = None;
            }
        }
    }
}
