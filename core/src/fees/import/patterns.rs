//! The sentences that price lists write, as patterns of whole clauses. A clause that no pattern covers from its first
//! to its last character is not understood; that is what keeps the reader from guessing.

use std::sync::LazyLock;

use regex::{Captures, Regex, RegexSet, RegexSetBuilder};

use super::units;

/// What a pattern's clause means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Free,
    /// 視情況, 按實際情況定價.
    Case,
    /// 依阻塞情形, 視燈具大小.
    CaseOf,
    Actual,
    Price,
    /// The half hour's price.
    PriceOfHalfHour,
    Range,
    From,
    Minimum,
    MinimumBelow,
    Cap,
    First,
    FirstWithin,
    Then,
    ThenBeyond,
    Round,
    RoundMinutes,
    RoundAfter,
    Least,
    Kind,
    KindFree,
    RestFree,
    Rest,
    Add,
    /// 如需拆裝馬桶另加80元.
    AddFor,
    Labour,
    Parts,
    Included,
    IncludedAt,
    /// A list of what the price covers.
    Covers,
    /// A piece of work or a thing that the price covers.
    Within,
    Apart,
    Told,
    Extra,
    Market,
    /// 開關依市價.
    MarketOf,
    Owner,
    /// 燈管自備.
    OwnerOf,
    Nothing,
    Warranty,
    Period,
}

/// Beginning and end of the pieces of patterns: `{A}` an amount in one group, `{N}` a count, `{U}` a unit, `{K}` the
/// name of a kind, `{H}` an hour.
const PIECES: &[(&str, &str)] = &[
    (
        "{A}",
        r"(?:¥|rmb|cny|人民币|nt\$|ntd|新?台币|hk\$|hkd|港币|\$)?([0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+)(?:元|块钱|块|人民币|rmb|新?台币|港元|港币)?(?:整|正)?",
    ),
    ("{N}", r"([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)"),
    (
        "{K}",
        r"(?:[0-9.]+(?:-[0-9.]+)?(?:瓦|w|匹|p|英寸|寸|分|mm|cm|安|a|门|开|孔|极|头|位|级)|dn[0-9]+|(?:无|没有|未|有|带|不带|非)[\x{4e00}-\x{9fff}]{1,6}|[\x{4e00}-\x{9fff}]{1,3}(?:式|型|相|极|形|制|级|类|号|孔)|普通|特殊|特制|普|特|大|中|小|单|双|[明暗][装线管]?|国产|进口|挂机|柜机|壁挂机|窗机|木门|铁门|防盗门|玻璃门|推拉门|单门|双门|简单|复杂|一般|疑难|轻微|严重|(?:高度|高|层高|直径|口径|管径|孔径|长度|长|宽度|宽|面积|容量|重量)?(?:超过|超出|高于|大于|不足|低于)?[0-9.]+(?:米|m|公尺|cm|厘米|公分|mm|毫米|层|楼|寸|匹|p|kg|公斤|吨|升|平方米|平方|平米|坪)(?:以上|及以上|以下|及以下|以内|内|以外)?)",
    ),
    ("{T}", r"([\x{4e00}-\x{9fff}]{1,8}?|[a-z]{2,20}?)"),
    ("{W}", r"(?:业主|住户|用户|客户|屋主|住客|顾客)"),
    (
        "{S}",
        r"(?:自购|自备|自行购买|自行购置|自行采购|自行准备|自行提供|自带)",
    ),
    (
        "{C}",
        r"(?:(?:安装|作业|离地|楼层)?(?:高度|高|层高|登高)?(?:超过|超出|超|高于|大于|达|在)?[0-9.]+(?:米|m|公尺|层|楼|寸|匹|p|瓦|w|kg|公斤)(?:及以上|以上|以外|或以上)?|登高作业|高空作业|高空|登高|高层|使用(?:长|高)?梯|搭架)",
    ),
    ("{X}", r"([\x{4e00}-\x{9fff}a-z]{1,8}?)(?:费用?)?"),
    (
        "{M}",
        r"(?:人工|工时|工料|工具|工|设备|机具|机械|安装|施工|上门|开孔|打孔|材料|配件|料|零件|耗材|主材|辅料|辅材)(?:费用?)?",
    ),
    (
        "{O}",
        r"(?:(?:另计|另算|另收|另付|另购|除外|另外计算|另外收费|另外收取|另行计算|另行收费|另行计收|另行计费|另加|不含|不包)费?)",
    ),
    (
        "{L}",
        r"(?:收费标准|收费|收取|计收|实收|收|费用|价格|单价|价|为|是|按)*",
    ),
];

/// Every sentence, the more special one before the more general.
const SENTENCES: &[(Meaning, &str)] = &[
    (
        Meaning::Free,
        r"免费|全免|免|免收(?:人工|服务|维修|上门)?费?|免(?:人工|工费)|免人工费|不收费|不收(?:人工)?费|free(?:ofcharge)?|nocharge|foc",
    ),
    (
        Meaning::Case,
        r"(?:按|依|视乎?|据|根据|以)(?:现场|工程|维修|施工|工作)?(?:实际|具体|现场|实)?(?:情况|工作量|工程量|难度|难易|难易程度|损坏程度|程度|需要)(?:而)?(?:定价?|计价|收费|计算?|确定|估价)|视(?:情况|实际情况)|subjectto(?:site)?conditions?|dependingon(?:site)?conditions?",
    ),
    (
        Meaning::CaseOf,
        r"(?:按|依照?|依据|视乎?|看|据|根据)([\x{4e00}-\x{9fff}]{0,8}?)(?:情况|情形|状况|地方|部位|位置|大小|多少|程度|难度|难易|复杂性|尺寸|规格|面积|长度|数量|材质|型号|工作量|工程量)(?:而|来)?(?:定价?|决定|确定|计价|估价|收费|计算)?",
    ),
    (
        Meaning::Actual,
        r"(?:按|依|视|据|根据|以)(?:现场|工程|维修|施工|工作)?(?:实际|具体|现场|实)?(?:情况|工作量|工程量|难度|难易|难易程度|损坏程度|程度|需要)?(?:另行|另|而|双方|酌情)?(?:定价?|计价|收费|报价|议价|结算|计算?|收取|协商|面议|商定|确定|估价)|(?:价格|费用|收费|工资|工钱|人工费?|报价)?(?:面议|面谈|另议|议价|协商|另行协商|双方协商|双方议价|协商定价|协商确定|现场报价|现场定价|现场估价|现场议价|另行报价|另报价|报价|估价|据实结算|实报实销)|(?:by|on)?(?:quotation|quote)|asquoted|poa|priceonapplication|tobequoted|negotiable|bytheactualcase|actualcase|quotedonsite",
    ),
    (
        Meaning::Period,
        r".*(?:每月|每年|每季|/月|/年|/季|/半年|permonth|peryear|/month|/year|包月|包年|月费|年费|每个月).*",
    ),
    (
        Meaning::PriceOfHalfHour,
        r"{L}{A}(?:/|每|per)(?:半个?小时|30分钟|halfhour|30min(?:ute)?s?)|{L}每(?:半个?小时|30分钟){L}{A}",
    ),
    (
        Meaning::Price,
        r"{L}{A}(?:(?:/每?|每|per|a)({U}(?:/{U})?)|(each))?|每({U}(?:/{U})?){L}{A}",
    ),
    (
        Meaning::Range,
        r"{L}{A}(?:-{1,3}|~{1,2}|至|到|to){A}(?:之间)?(?:(?:/每?|每|per)({U}(?:/{U})?))?|每({U}){L}{A}(?:-{1,3}|~{1,2}|至|到){A}",
    ),
    (
        Meaning::From,
        r"from{A}(?:per({U}))?|{A}(?:/({U}))?(?:up|andup|upwards)|(?:低至|最低)?{A}(?:/每?({U}))?(?:起收|起步|起价|起|以上|及以上|\+)(?:/每?({U}))?|(?:起步价|起步|起价|起收|低至){L}{A}(?:/每?({U}))?|每({U}){L}{A}起",
    ),
    (
        Meaning::MinimumBelow,
        r"不足{A}的?(?:按|以|收){A}(?:计|计算|计收|收费|收取|收)?",
    ),
    (
        Meaning::Minimum,
        r"(?:每次|单次)?(?:最低消费|最低收费|最低|最少|至少|不低于|不少于|低消|minimum(?:charge)?|min){L}{A}(?:/次)?(?:起|计|计算)?",
    ),
    (
        Meaning::Cap,
        r"(?:每次|单次|合计|总价|总额|累计)?(?:最高不超过|最高可收费|最高可收|最高收费|最高|最多不超过|最多|上限|封顶价?|不超过|不高于|maximum(?:charge)?|max|upto|cap){L}{A}(?:/次)?(?:封顶|为限|为止)?|{A}(?:封顶|为上限|为限)",
    ),
    (
        Meaning::First,
        r"(?:首|头|前){N}?个?({U})(?:以内|之内|内)?(?:一共|合计|共计|共)?{L}{A}",
    ),
    (
        Meaning::FirstWithin,
        r"{N}个?({U})(?:以内|之内|内|及以下|以下|及以内){L}{A}",
    ),
    (
        Meaning::ThenBeyond,
        r"(?:超过|超出|超|多于){N}({U})(?:以上|以外|部分|的|后|时|之后)*(?:按|另)?每(?:增加|增|加)?{N}?个?({U}){L}(?:加收|另加|另收|增收|增加|加)?{L}{A}",
    ),
    (
        Meaning::Then,
        r"(?:超出|超过|超|以外|以上|其后|其余|之后|以后|此后|往后|续|每增加|每增|每加|每多|每超过|每超出|每超)(?:部分|的|后)*每?(?:增加|增|加)?{N}?个?({U}){L}(?:加收|另加|另收|增收|增加|多收|加|多)?{L}{A}|(?:超出|超过|超|以外|其后|其余|之后|以后|此后|往后)(?:部分|的|后)*{L}{A}(?:/|每)({U})",
    ),
    (
        Meaning::Round,
        r"(?:不足|不满|未满|未足)(半个?|一个?|1个?)(?:小时|钟头|工时)(?:者|的|部分)*(?:均|也|都)?(?:按|以|作|算)(半个?|一个?|1个?)(?:小时|钟头|工时)(?:计算|计费|计收|收费|计价|计|算)?",
    ),
    (
        Meaning::RoundMinutes,
        r"(?:不足|不满|未满|未足)([0-9]+)分钟?(?:者|的|部分)*(?:均|也|都)?(?:按|以|作|算)([0-9]+)分钟?(?:计算|计费|计收|收费|计价|计|算)?",
    ),
    (
        Meaning::RoundAfter,
        r"(?:超过|超出)(半个?|一个?|1个?)(?:小时|钟头)(?:的|后|部分|以上|以后)*(?:不足半个?小时|每半个?小时)?(?:按|以)(半个?)(?:小时|钟头)(?:计算|计费|计收|收费|计|算)?",
    ),
    (
        Meaning::Least,
        r"(?:最少|最低|至少|起码|不少于|minimum|min)(?:按|收|收取|收费|计)*(半个?|一个?|两个?|二个?|[12]个?)(?:小时|钟头|工时|hours?|hr)(?:计|计算|计收|计费|收费|起)?",
    ),
    (
        Meaning::Add,
        r"({C}|{K})(?:的|时|者|部分|以上|需|须)*(?:另|再)?(?:每({U}(?:/{U})?))?(?:需|须|另|再)*(?:加收|增收|增加|加价|另加|另收|加){L}{A}(?:(?:/|每)({U}(?:/{U})?))?",
    ),
    (
        Meaning::Labour,
        r"(?:人工(?:费用?)?|检修|工资|工钱|工价|工时费?|工费|手工费|技术费|服务费|安装费|维修费|修理费|检修费|疏通费|清洗费|拆装费|更换费|拆卸费|labou?r)(?:为|按|收)*(?:每({U}))?(?:为|收)*{A}(?:(?:/|每)({U}(?:/{U})?))?",
    ),
    (
        Meaning::Parts,
        r"(?:另计|另收|另加)?(?:材料|配件|零件|料)(?:费用?|价格?)?(?:为|收|另计|另收)?{A}(?:(?:/|每)({U}(?:/{U})?))?{O}?|{A}(?:的)?(?:材料|配件|零件|料)(?:费用?|价格?)?{O}|(?:materials?|parts){A}",
    ),
    (
        Meaning::Kind,
        r"({K})(?:的|者|收费|收|为|每({U}))*{A}(?:(?:/|每)({U}(?:/{U})?))?",
    ),
    (
        Meaning::KindFree,
        r"({K})(?:的|者|均|都)*(?:免费|不收费|免收费用?|不收)",
    ),
    (
        Meaning::RestFree,
        r"(?:其余|其他|其它|余下|余者|否则)(?:的|者|均|都|情况)*(?:免费|不收费|免收费用?|不收)",
    ),
    (
        Meaning::Rest,
        r"(?:其余|其他|其它|余下|余者|否则)(?:的|者|均|都)*{L}{A}",
    ),
    (
        Meaning::Included,
        r"全包(?:价)?|费用全包|工料全含|全含|包料|料工全包|人工材料全包|连工带料|含工含料|包工带料|(?:价格|已|均|都)*(?:含|包|包含|包括|内含)(?:人工费?(?:及|和|与|加)?)?(?:全部|所有)?(?:材料|料|配件|材)(?:费|费用|价)?(?:在内)?|包工包料|连工包料|工料全包|(?:含|包)工料费?|(?:含|包)人工(?:材料|料)费?|(?:materials?|parts)(?:included|incl)|incl(?:uding|uded|udes)?(?:materials?|parts)",
    ),
    (
        Meaning::IncludedAt,
        r"(?:价格|已|均|都)*(?:含|包|包含|包括|内含)(?:材料|料|配件|零件)(?:费用?)?{A}(?:在内)?",
    ),
    (
        Meaning::Covers,
        r"(?:价格|工资|工钱|收费|费用|此价|已|均|都)*(?:含|包含|包括|内含)(?:全部|所有)?({M}(?:[+&和及与加]?{M})*)(?:在内)?|({M}(?:[+&和及与]{M})+)",
    ),
    (
        Meaning::Extra,
        r"(?:纯|只|仅|净)人工(?:费|价)?|(?:包)?清工|(?:价格|均|都|此)*(?:不含|不包含|不包括|不包|未含|未包)(?:更换)?(?:材料|料|配件|材|零件|零配件|主材|主料|耗材)(?:费|费用|价)?(?:另计|除外|在内)?|(?:如?需?更?换(?:的|新)?)?(?:材料|配件|料|零件|零配件|主材|主料|耗材)(?:费|费用)?(?:用)?(?:另计|另算|另收|另付|另购|自理|除外|另外算|另外计算|另行计算|另行收费|另行计收|不含|另议|按实计算|按实收取|按实结算|据实结算|据实收取|另加)|(?:另计|另收|另加|外加|另付)(?:材料|配件|料)费?|如?需?更?换(?:材料|配件|零件|零配件)(?:的|时|者)*(?:另计|另收|加收|收取)(?:材料|配件|零件)?(?:费用?)?|(?:只|仅)(?:收|含)人工费?|materials?(?:excluded|extra|notincluded)|exclud(?:ing|es)?(?:materials?|parts)|partsextra|labou?ronly",
    ),
    (
        Meaning::Market,
        r"(?:材料)?(?:按|依)?(?:当时|当日)?(?:市价|市场价格?|时价)(?:计算|计|收取|收费)?|marketprice|atmarketprice",
    ),
    (
        Meaning::MarketOf,
        r"{T}(?:费|价)?(?:按|依)(?:当时|当日)?(?:市价|市场价格?|时价)(?:计算|计|收取|收费)?",
    ),
    (
        Meaning::Owner,
        r"(?:可|或)?(?:由)?(?:业主|住户|用户|客户|屋主|住客|顾客)?(?:自购|自备|自行购买|自行购置|自行采购|自行准备|自行提供|自带)(?:材料|配件)?|(?:材料|配件)(?:费)?(?:可)?(?:由)?(?:业主|住户|用户|客户|屋主)?(?:自购|自备|自行购买|自行采购|自带|提供)|(?:零件|零配件|主材)(?:由)?{W}?{S}|(?:业主|住户|用户|客户|屋主)(?:提供|购买)(?:材料|配件)?|(?:by)?owner(?:'s)?(?:supplies|supplied|buys|supply|own)?(?:materials?)?|suppliedbyowner",
    ),
    (
        Meaning::OwnerOf,
        r"{T}(?:可|请|须|需|均|都)*(?:由)?{W}(?:{S}|提供|购买)|{T}(?:可|请|须|需|均|都)*{S}|(?:请|须|需)*(?:由)?(?:{W}(?:{S}|提供)|{S}){T}|{T}(?:tobe)?(?:supplied|provided)?by(?:the)?(?:owner|client|customer|resident)",
    ),
    (
        Meaning::Nothing,
        r"-{1,4}|/|无|没有|n/a|na|none|nil|无需|不需|无需材料|不需材料|无材料",
    ),
    (
        Meaning::Warranty,
        r"(?:免费)?(?:质保|保修|保固|保用|warranty)(?:期)?(?:为|限)?([0-9]+|[一两二三四五六七八九十]+|半)(天|日|个月|月|年|days?|months?|years?)",
    ),
    (
        Meaning::Within,
        r"(?:价格|工资|工钱|收费|费用|此价|已|均|都)*(?:含|包含|包括|内含|连同?){X}(?:在内)?|incl(?:udes?|uding)?{T}|{T}included",
    ),
    (
        Meaning::AddFor,
        r"(?:如需?|若需?|需要?|遇)?([\x{4e00}-\x{9fff}]{2,10}?)(?:的|时|者|需|须)*(?:另外|另|再)?(?:加收|增收|另收|加价|另加|加){L}{A}(?:(?:/|每)({U}(?:/{U})?))?",
    ),
    // What a price does not cover, after every sentence of material.
    (
        Meaning::Apart,
        r"(?:价格|工资|工钱|收费|费用|均|都|此价)*(?:不含|不包含|不包括|不包|未含|未包)([\x{4e00}-\x{9fff}]{1,6}?)(?:材料|配件|零件)(?:费用?)?|([\x{4e00}-\x{9fff}]{1,6}?)(?:材料|配件|零件)(?:费用?)?{O}|(?:价格|工资|工钱|收费|费用|均|都|此价)*(?:不含|不包含|不包括|不包|未含|未包){X}|{X}{O}|{T}(?:is|are)?(?:notincluded|excluded|notsupplied|extra)|exclud(?:es|ing){T}",
    ),
    (
        Meaning::Told,
        r"(?:施工期?|工期|需时|耗时|所需时间|维修时间|施工时间|时效|约需)(?:为|约)?{N}(?:[-~至到]{N})?个?(?:分钟|小时|天|日|工作日)(?:之内|以内|内|左右|完成)*|(?:需|请|须|要)*(?:业主|住户|用户|客户)?(?:提前|预先)(?:[0-9一二两三]+个?(?:天|日|小时|工作日))(?:以上)?(?:电话)?(?:预约|通知|联系|报修|申请)|(?:接单|接报|报修|预约)后?[0-9一二两三]+(?:-[0-9]+)?个?(?:分钟|小时|天|日|工作日)(?:之内|以内|内)(?:上门|到达|到场|到位|完成|修复|处理|解决)+|[0-9一二两三]+(?:-[0-9]+)?个?(?:分钟|小时|天|日|工作日)(?:之内|以内|内)(?:上门|到达|到场|到位|完成|修复|处理|解决)+",
    ),
];

/// The patterns, made once: all of them as one set, which finds in a single pass the few that fit, and each alone for
/// its groups.
struct Patterns {
    all: RegexSet,
    each: Vec<(Meaning, Regex)>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let unit = format!("(?:{})", units::pattern());
    let whole = |sentence: &str| {
        let mut pattern = format!("^(?:{sentence})$");
        for (name, piece) in PIECES {
            pattern = pattern.replace(name, piece);
        }
        pattern.replace("{U}", &unit)
    };
    let texts: Vec<String> = SENTENCES
        .iter()
        .map(|(_, sentence)| whole(sentence))
        .collect();
    let each = SENTENCES.iter().zip(&texts).map(|((meaning, _), text)| {
        let regex = Regex::new(text).unwrap_or_else(|e| panic!("{meaning:?}: {e}"));
        (*meaning, regex)
    });
    Patterns {
        each: each.collect(),
        all: RegexSetBuilder::new(&texts)
            .dfa_size_limit(16 << 20)
            .size_limit(32 << 20)
            .build()
            .unwrap_or_else(|e| panic!("{e}")),
    }
});

/// Tries the sentences in their order on a whole clause; `take` may decline one.
pub(super) fn first<'t, T>(
    clause: &'t str,
    mut take: impl FnMut(Meaning, &Captures<'t>) -> Option<T>,
) -> Option<T> {
    PATTERNS.all.matches(clause).iter().find_map(|at| {
        let (meaning, regex) = &PATTERNS.each[at];
        take(*meaning, &regex.captures(clause)?)
    })
}
