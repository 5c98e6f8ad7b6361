//! Which remarks may stay remarks, and which speak of money: what changes the amount, or who pays, is read or left to a
//! person and never only noted.

use crate::fold::fold;

/// Characters that a remark on money is hardly written without, folded.
const HEAVY: &str = "元块价费钱款账币¥$€%收付缴免赠送退押税票罚赔惠优折扣倍加减增降涨另额超起限满补每约视依按据计算议酌估难包含料买购\
    夜晚半连附抵带看定底首由客论洽";

/// Words of money, of more and less, of who pays, and of what the amount goes by.
const WORDS: &str = "材料|配件|耗材|零件|主材|辅材|人工|工资|工钱|工时|包工|清工|出资|资费|自备|自购|自理|自费|自负|自带|自行|自付|自己|自提|承担|负担|负责|提供|甲供|\
    乙供|供应|供货|准备|代付|垫|补贴|补差|补交|补收|补偿|押金|定金|订金|现金|支付|支出|开支|金额|违约金|促销|报销|销售|会员|浮动|上浮|下浮|翻倍|翻番|封顶|上限|下限|满额|多收|\
    少收|协商|商定|商议|面谈|情况|而定|不等|为准|最高|最低|最多|最少|至少|不低于|多于|少于|高于|低于|大于|小于|同上|同前|同左|详见|参见|参照|参考|见附|见下|见上|见表|附表|附件|\
    另见|各收|各计|业主出|住户出|客户出|用户出|不算|不足|未满|超过|以上|以下|以内|以外|左右|上下|大概|节假|假日|周末|紧急|除外|在内|之外|责任|人为|首次|头次|初次|保内|保外|过保|\
    在保|平日|工作日|工作时间|上班|下班|办公|白天|日间|加急|急修|凌晨|旺季|淡季|高峰|小时|分钟|保修|质保|保固|保用|第二|以旧换新|资金|列支|支应|房东|节庆|其余|其他|其它|如上|余同|\
    同第|见备注|我们|我方|我司|本店|本公司|物业|管委|开发商|厂家|自家|就市|不一定|月结|年结|节日|春节|凭|们出|方出|司出|主出|户出|己出|返还|退还|返现|红包|公摊|分摊|均摊|平摊|券|\
    积分|套餐|团购|拼单|预存|储值|批量|询|待定|暂定|试行|指导|市场|行情|成本|基金|保险|理赔|物业出|公司出|百分|酬|charge|fee|price|cost|free|extra|hour|\
    discount|material|warranty|night|holiday|weekend|includ|exclud|suppl|paid|pay|rate|per|from|upto|min|\
    max|double|half|surcharge|tax|owner|deposit|quote|depend|parts|less|more|about|waiv|refund|credit|\
    deduct|rebate|vat|gst|markup|premium|penalt|compensat|reimburs|subsid|provid|tbc|tba|t&m|subject|vary|\
    varies|approx|negoti|estimat|assess|discuss|enquir|inquir|actual|reduc|increas|plus";

/// Words in which such a character says nothing of money.
const PLAIN: &str = "预约|合约|节约|加固|加压|加热|加湿|加密|塑料|面料|饮料|资料|按钮|按键|按摩|设计|温度计|收口|收纳|验收|吸收|回收|一起|起重|引起|数据|电视|监视|\
    可视|视频|超声波|超市|模块|地块|建议|协议|会议|折叠|避免|以免|半自动|发票抬头|包装|购物|半圆|难闻|满意|优质|优良|优先|修补|补漆|补胶|填补|圆满|连接|连体|连续|连通|相连|附近|\
    附着|携带|胶带|皮带|生料带|地带|带走|宽带|绷带|带电|抵达|免拆|免打孔|免钉|免漆|免洗|查看|观看|看管|看护|确定方案|固定|稳定|设定|锁定|测定|鉴定|指定|定期|定位|定时|定制|规定|\
    额定|自由|由于|理由|客厅|客卧|客房|客卫|会客|无论|不论|底盒|底座|底部|底板|底漆|底阀|彻底|首饰";

/// Whether a remark that is not understood speaks of money, or of figures that may be money.
pub(super) fn of_money(clause: &str) -> bool {
    let mut folded: String = fold(clause).split_whitespace().collect();
    for word in PLAIN.split('|') {
        folded = folded.replace(word, "");
    }
    folded.contains(|c: char| c.is_numeric() || HEAVY.contains(c))
        || WORDS.split('|').any(|word| folded.contains(word))
        || counted(&folded)
}

/// Whether something that a price does not include (支架, 清運, 吊車) is a thing or a piece of work of its own, without
/// which the price stands. What belongs to every visit, labour, taxes, and whatever makes the work itself another
/// (size, height, hardship) would make it another price.
pub(super) fn apart(thing: &str) -> bool {
    let words = "安装|上门|服务|出车|车马|交通|运输|搬运|运费|检测|检查|检修|勘察|维修|工|其他|其它|别的|部分|特殊|进口|国产|复杂|品牌|规格|尺寸|面积|高|\
        低|远|近|急|厚|长|宽|重|大|小|多|少|层|楼|型|式|旧房|旧楼|旧宅|老|地区|区域|外地|郊|保险|余|剩|改|二次|损|节日|假日|周末|春节|雨|\
        transport|travel|deliver|labo|other|service|install|height|urgent|parking";
    // Such a thing's costs are those of every visit: 運(費), 車(費).
    let bare = ["运", "车", "油", "停车", "过路", "差旅"];
    !thing.is_empty()
        && !bare.contains(&thing)
        && !of_money(thing)
        && !words.split('|').any(|word| thing.contains(word))
}

/// Whether it is a single thing, of which can be said who brings it or what it costs.
pub(super) fn thing(name: &str) -> bool {
    let unsure = "如|若|凡|倘|除|其他|其它|其余|部分|全部|一律|特殊";
    !name.is_empty() && !of_money(name) && !unsure.split('|').any(|word| name.contains(word))
}

/// Whether something that a price includes is a piece of work, which takes no material of its own: 調試, 開孔. Not 安裝 or
/// 運輸: whoever includes those may well mean the price of the thing itself.
pub(super) fn work(thing: &str) -> bool {
    let works = "调试|试机|拆卸|拆除|拆旧|清洗|清理|清运|垃圾清运|开孔|打孔|钻孔|检测|检查|测试|试水|试压|清场|消毒";
    !thing.is_empty()
        && thing
            .split(['和', '及', '与', '+'])
            .all(|one| works.split('|').any(|work| work == one))
}

/// Whether words beside a price only ask something of the caller: 需提前預約, 請關閉總閥. Others may name the case that the
/// price is for (普通, 高層).
pub(super) fn asks(clause: &str) -> bool {
    let folded: String = fold(clause).split_whitespace().collect();
    ["需", "须", "请", "应", "务必", "建议", "提前", "预约"]
        .iter()
        .any(|word| folded.starts_with(word))
}

/// Whether the work puts something in, so that equipment in its price may be the thing itself.
pub(super) fn puts_in(name: &str) -> bool {
    let words = "换|安装|加装|新装|新增|增设|新设|新建|改装|装修|购";
    let folded = fold(name);
    words.split('|').any(|word| folded.contains(word))
}

/// Whether a thing that the price covers is what the work puts in: 鉸鏈 of 鐵門鉸鏈更換, switch of Replace light switch.
pub(super) fn put_in(name: &str, thing: &str) -> bool {
    let folded = fold(name);
    let bare = folded
        .split(['(', '（', '[', '【'])
        .next()
        .unwrap_or_default();
    // Han and Latin may say the same beside each other.
    let (latin, han): (String, String) = bare
        .chars()
        .filter(|c| c.is_alphanumeric())
        .partition(char::is_ascii);
    let acts = [
        "更换",
        "拆换",
        "安装",
        "加装",
        "新装",
        "装设",
        "换",
        "装",
        "replace",
        "replacement",
        "install",
        "installation",
        "fit",
    ];
    let trimmed = |text: &str| {
        acts.iter()
            .find_map(|act| text.strip_suffix(act))
            .unwrap_or(text)
            .to_owned()
    };
    let several = name.contains(['、', '/', '／', '及', '和', '与', '與', '&', ',']);
    (puts_in(name) || latin.contains("replace") || latin.contains("install"))
        && !several
        && [latin, han]
            .iter()
            .any(|text| trimmed(text).ends_with(thing))
}

/// Whether a clause is about the list and not about the row that it stands in.
pub(super) fn of_list(clause: &str) -> bool {
    let folded: String = fold(clause).split_whitespace().collect();
    let scopes = "以上|以下|上述|下列|本表|所有|全部项目|各项|表内|表中";
    scopes.split('|').any(|scope| folded.starts_with(scope))
}

/// Chinese numerals before something that is counted: 二十次, 三層.
fn counted(folded: &str) -> bool {
    let numerals = "一二两三四五六七八九十百千";
    let of = "次个天日月年米层楼台只套人倍折成平方";
    let chars: Vec<char> = folded.chars().collect();
    chars
        .windows(2)
        .any(|pair| numerals.contains(pair[0]) && of.contains(pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_of_a_price_is_a_thing_of_its_own() {
        for thing in ["支架", "清运", "吊车", "总开关", "开孔", "拆除", "胶条"] {
            assert!(apart(thing), "{thing}");
        }
        for thing in ["调试", "开孔", "拆除和清运"] {
            assert!(work(thing), "{thing}");
        }
        for (name, thing) in [
            ("鐵門鉸鏈更換", "铰链"),
            ("更換門鎖(木門)", "锁"),
            ("Replace light switch 更換燈掣", "switch"),
        ] {
            assert!(put_in(name, thing), "{name} {thing}");
        }
        for (name, thing) in [
            ("更換水龍頭、軟管", "软管"),
            ("維修門鎖", "锁"),
            ("安裝熱水器", "支架"),
        ] {
            assert!(!put_in(name, thing), "{name} {thing}");
        }
        for thing in ["灯管", "支架", "材料", "安装", "拆装", "运输", ""] {
            assert!(!work(thing), "{thing}");
        }
        for thing in [
            "安装",
            "人工",
            "上门",
            "税",
            "运费",
            "高空作业",
            "大型",
            "进口",
            "其他",
            "其余",
            "超出部分",
            "夜间",
            "",
        ] {
            assert!(!apart(thing), "{thing}");
        }
    }
}
