//! Names and phones as they stand on residents' lists.

use rand::RngExt;
use rand::rngs::StdRng;

/// Surnames by how common they are, some of them read otherwise than elsewhere (單 曾 解 仇 查).
const SURNAMES: &[(&str, u32)] = &[
    ("陳", 110),
    ("林", 83),
    ("黃", 60),
    ("張", 53),
    ("李", 51),
    ("王", 41),
    ("吳", 40),
    ("劉", 32),
    ("蔡", 29),
    ("楊", 26),
    ("許", 23),
    ("鄭", 19),
    ("謝", 18),
    ("郭", 15),
    ("洪", 15),
    ("曾", 14),
    ("邱", 14),
    ("廖", 13),
    ("賴", 13),
    ("徐", 13),
    ("周", 12),
    ("葉", 12),
    ("蘇", 11),
    ("莊", 9),
    ("呂", 9),
    ("江", 9),
    ("何", 8),
    ("蕭", 8),
    ("羅", 8),
    ("高", 7),
    ("潘", 7),
    ("簡", 7),
    ("朱", 7),
    ("鍾", 7),
    ("彭", 6),
    ("游", 6),
    ("詹", 6),
    ("胡", 6),
    ("施", 6),
    ("沈", 6),
    ("歐陽", 2),
    ("單", 2),
    ("解", 1),
    ("仇", 1),
    ("查", 1),
    ("區", 1),
    ("樂", 1),
    ("任", 2),
];

const FIRST: &str =
    "志家俊建文明宗信冠彥柏承宏國正美淑雅怡佩惠秀麗玉靜欣詩宜婉慧芳玲瑞嘉育政士世永金子品思若";
const SECOND: &str =
    "豪偉傑宏賢銘成翰廷宇軒霖哲維昌雄義榮安華玲芬娟君婷雯芳珍萍潔蓉儀如敏真瑜倩慈妤軍平輝";

/// A person's name.
pub fn name(rng: &mut StdRng) -> String {
    let all: u32 = SURNAMES.iter().map(|(_, share)| share).sum();
    let mut at = rng.random_range(0..all);
    let mut surname = SURNAMES[0].0;
    for (candidate, share) in SURNAMES {
        if at < *share {
            surname = candidate;
            break;
        }
        at -= share;
    }
    let mut name = surname.to_owned();
    name.push(one_of(FIRST, rng));
    // About one name in twelve has a single given character.
    if rng.random_range(0..12) > 0 {
        name.push(one_of(SECOND, rng));
    }
    name
}

fn one_of(chars: &str, rng: &mut StdRng) -> char {
    let at = rng.random_range(0..chars.chars().count());
    chars.chars().nth(at).unwrap_or('明')
}

/// A mobile number.
pub fn phone(rng: &mut StdRng) -> String {
    let n: u32 = rng.random_range(10_000_000..99_999_999);
    format!("09{}-{:03}-{:03}", n / 1_000_000, n / 1000 % 1000, n % 1000)
}
