//! Surnames that are read otherwise than their characters are. Simplified; a Traditional form comes here folded.

/// Surnames of one character whose reading, or readings, as a surname differ from the character's usual one.
const SINGLE: &[(char, &str)] = &[
    ('单', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('查', "zha"),
    ('朴', "piao"),
    ('区', "ou"),
    ('任', "ren"),
    ('覃', "qin tan"),
    ('乐', "yue le"),
    ('盖', "ge"),
    ('员', "yun"),
    ('贲', "ben"),
    ('繁', "po"),
    ('折', "she zhe"),
    ('么', "yao"),
    ('乜', "nie mie"),
    ('种', "chong"),
    ('重', "chong"),
    ('翟', "zhai di"),
    ('隗', "wei kui"),
    ('秘', "bi"),
    ('召', "shao zhao"),
    ('祭', "zhai ji"),
    ('佴', "nai"),
    ('谌', "chen shen"),
    ('郗', "xi chi"),
    ('莘', "xin shen"),
    ('句', "gou"),
    ('洗', "xian"),
    ('长', "chang zhang"),
    ('车', "che"),
    ('尉', "wei yu"),
    ('宿', "su"),
    ('相', "xiang"),
    ('郇', "xun huan"),
    ('叶', "ye"),
    ('沈', "shen"),
];

/// Surnames of two characters.
const DOUBLE: &[(&str, &str)] = &[
    ("尉迟", "yu chi"),
    ("长孙", "zhang sun"),
    ("万俟", "mo qi"),
    ("单于", "chan yu"),
    ("澹台", "tan tai"),
    ("乐正", "yue zheng"),
    ("夹谷", "jia gu"),
    ("欧阳", "ou yang"),
    ("司马", "si ma"),
    ("上官", "shang guan"),
    ("诸葛", "zhu ge"),
    ("夏侯", "xia hou"),
    ("东方", "dong fang"),
    ("皇甫", "huang fu"),
    ("公孙", "gong sun"),
    ("慕容", "mu rong"),
    ("宇文", "yu wen"),
    ("司徒", "si tu"),
    ("司空", "si kong"),
    ("令狐", "ling hu"),
    ("轩辕", "xuan yuan"),
    ("赫连", "he lian"),
    ("钟离", "zhong li"),
    ("淳于", "chun yu"),
    ("鲜于", "xian yu"),
    ("呼延", "hu yan"),
    ("端木", "duan mu"),
    ("南宫", "nan gong"),
    ("西门", "xi men"),
    ("独孤", "du gu"),
    ("申屠", "shen tu"),
    ("太叔", "tai shu"),
    ("公冶", "gong ye"),
    ("濮阳", "pu yang"),
    ("闾丘", "lv qiu"),
    ("拓跋", "tuo ba"),
    ("百里", "bai li"),
    ("东郭", "dong guo"),
    ("亓官", "qi guan"),
    ("巫马", "wu ma"),
    ("漆雕", "qi diao"),
    ("宰父", "zai fu"),
    ("谷梁", "gu liang"),
    ("段干", "duan gan"),
];

/// Readings of a character as a surname, where they are not its usual one.
pub(super) fn single(folded: char) -> impl Iterator<Item = &'static str> {
    let found = SINGLE.iter().find(|(name, _)| *name == folded);
    found
        .into_iter()
        .flat_map(|(_, readings)| readings.split(' '))
}

/// The reading of each character of the two-character surname that a name begins with. With nothing behind it, 單于 is
/// someone called 于 of the family 單.
pub(super) fn double(folded: &[char]) -> Option<impl Iterator<Item = &'static str>> {
    let [first, second, _, ..] = folded else {
        return None;
    };
    let found = DOUBLE
        .iter()
        .find(|(name, _)| name.chars().eq([*first, *second]));
    found.map(|(_, readings)| readings.split(' '))
}
