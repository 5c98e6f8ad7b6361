//! What breaks, how it is mended, and how often it comes.

use rand::RngExt;
use rand::rngs::StdRng;
use repair_core::ledger::requests::Danger;
use repair_core::office::Kind;

/// A fault as it is told, and the work that mends it.
pub struct Fault {
    pub kind: Kind,
    pub content: &'static str,
    pub work: &'static str,
    pub danger: Danger,
    share: u32,
}

const fn f(kind: Kind, content: &'static str, work: &'static str, share: u32) -> Fault {
    Fault {
        kind,
        content,
        work,
        danger: Danger::None,
        share,
    }
}

const fn urgent(
    kind: Kind,
    content: &'static str,
    work: &'static str,
    danger: Danger,
    share: u32,
) -> Fault {
    Fault {
        kind,
        content,
        work,
        danger,
        share,
    }
}

use Kind::{Household as H, Maintenance as M, Public as P, Service as S};

const FAULTS: &[Fault] = &[
    f(H, "廚房水龍頭漏水", "更換陶瓷閥芯，試水不漏", 70),
    f(H, "浴室地漏排水慢", "拆洗地漏並疏通管路", 62),
    f(H, "馬桶水箱持續進水", "更換進水閥", 55),
    f(H, "客廳燈不亮", "更換 LED 驅動器", 50),
    f(H, "插座沒電", "復歸漏電斷路器，更換插座", 46),
    f(H, "洗手台下方漏水", "更換下水軟管及墊圈", 42),
    f(H, "冷氣排水滴水", "疏通冷氣排水管", 38),
    f(H, "門鎖不順", "清潔並潤滑鎖芯，調整鎖舌", 36),
    f(H, "窗戶關不緊", "調整窗扇滑輪，更換密封條", 30),
    f(H, "對講機沒聲音", "更換對講主機線路接頭", 30),
    f(H, "熱水忽冷忽熱", "清洗恆溫閥濾網", 26),
    f(H, "門鈴不響", "更換門鈴變壓器", 20),
    f(H, "紗窗破損", "更換紗網", 20),
    f(H, "天花板有水漬", "查上層管路，更換接頭並觀察", 24),
    urgent(
        H,
        "水管爆裂大量漏水",
        "關總閥，更換爆裂管段，試壓合格",
        Danger::Water,
        14,
    ),
    urgent(
        H,
        "配電箱有焦味",
        "更換過熱斷路器，緊固接線",
        Danger::Power,
        7,
    ),
    f(P, "走廊燈不亮", "更換燈管", 60),
    f(P, "大堂感應門故障", "清理地軌並調整感應器", 24),
    f(P, "樓梯間扶手鬆動", "補焊並緊固固定座", 14),
    f(P, "停車場地面積水", "疏通排水溝並抽乾", 20),
    f(P, "車道道閘不起", "更換道閘限位開關", 18),
    f(P, "監視攝影機無畫面", "更換電源供應器", 16),
    f(P, "消防栓箱門損壞", "更換門軸及玻璃", 10),
    f(P, "水泵房異音", "更換聯軸器膠墊", 10),
    urgent(P, "電梯困人", "救出乘客，復歸並檢查門鎖", Danger::Lift, 6),
    urgent(
        P,
        "停車場消防管滲水",
        "關閉區段閥，更換接頭",
        Danger::Water,
        6,
    ),
    f(M, "發電機月度試運轉", "空載三十分鐘，紀錄電壓頻率正常", 8),
    f(M, "水泵季度保養", "更換潤滑油，檢查軸封", 8),
    f(M, "配電室紅外線測溫", "測溫正常，緊固端子", 6),
    f(S, "電梯轎廂有異味", "清潔消毒", 12),
    f(S, "垃圾間溢出", "清運並沖洗地面", 12),
    f(S, "大堂玻璃有污漬", "擦拭清潔", 8),
    f(S, "走廊堆放雜物", "通知住戶並清移", 10),
];

/// One fault, by how often each comes.
pub fn any(rng: &mut StdRng) -> &'static Fault {
    let all: u32 = FAULTS.iter().map(|fault| fault.share).sum();
    let mut at = rng.random_range(0..all);
    for fault in FAULTS {
        if at < fault.share {
            return fault;
        }
        at -= fault.share;
    }
    &FAULTS[0]
}
