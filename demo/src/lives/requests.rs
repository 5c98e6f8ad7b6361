//! Requests that end otherwise than by a finished order, and the detours before one (R5, R6, R19, R23).

use repair_core::error::Result;
use serde_json::json;

use super::site::sent;
use super::{Left, left};
use crate::office::Office;
use crate::player::{Player, Seen};
use crate::steps::*;

/// Records a call at ten in the morning.
fn told(p: &mut Player<'_>, o: &Office, home: usize, content: &str) -> Result<Seen> {
    p.by(o.clerk.login);
    p.at(0, "10:00");
    let request = calls(p, &o.homes[home], content)?;
    p.wait(2);
    Ok(request)
}

fn only(request: &Seen) -> Result<Left> {
    Ok((vec![request.id], Vec::new()))
}

/// Carries an order to its archive in the afternoon.
fn archived(p: &mut Player<'_>, order: &mut Seen, name: &str, work_done: &str) -> Result<()> {
    p.wait(10);
    arrive(p, order)?;
    p.wait(45);
    finish(p, order, work_done)?;
    p.wait(4);
    confirm(p, order, name, "satisfied")?;
    p.wait(20);
    returned(p, order)?;
    p.wait(90);
    call_back(p, order, "satisfied", "")?;
    Ok(())
}

/// Answered on the spot.
pub fn answered(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 4, "詢問裝修時段及電梯使用規定")?;
    let answer = "平日 08:00–12:00、14:00–18:00 可施工，電梯須先申請保護板";
    p.request_step(&mut request, "requests.answer", json!({ "answer": answer }))?;
    only(&request)
}

/// Asked of the desk supervisor, then answered at once.
pub fn asked_supervisor(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 5, "鄰居裝修滲水，管理費可否緩繳")?;
    let question = json!({ "supervisor": o.supervisor.id, "question": "可否在責任釐清前緩繳一期" });
    p.request_step(&mut request, "requests.ask", question)?;
    p.wait(6);
    let reply = json!({ "supervisor": o.supervisor.id, "reply": "管理費與修繕責任分開，仍須按期；協助安排會勘" });
    p.request_step(&mut request, "requests.reply", reply)?;
    p.wait(1);
    let answer = json!({ "answer": "說明管理費仍須按期繳納，並約明日會勘" });
    p.request_step(&mut request, "requests.answer", answer)?;
    only(&request)
}

/// Gas is the gas company's; the desk itself calls, and tells the requester (R5).
pub fn helped_elsewhere(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 0, "瓦斯表數字不動")?;
    let contact = json!({ "whom": "大安瓦斯公司", "reply": "明日上午派員檢修瓦斯表" });
    p.request_step(&mut request, "requests.contact", contact)?;
    p.wait(5);
    let help = json!({ "whom": "大安瓦斯公司", "result": "瓦斯公司明日上午十點到府，已告知業主" });
    p.request_step(&mut request, "requests.help", help)?;
    only(&request)
}

/// No crew is free at the wished time: it waits, is arranged, and goes its way (R6).
pub fn waited_for_crew(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 1, "安裝浴室扶手")?;
    let explained = json!({ "explanation": "今日班組已滿，留電話，明早安排後回覆" });
    p.request_step(&mut request, "requests.wait_crew", explained)?;
    p.at(1, "09:00");
    let arranged = json!({ "wished_at": p.later(1, 0), "note": "與業主約上午十點" });
    p.request_step(&mut request, "requests.arrange", arranged)?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    archived(p, &mut order, o.homes[1].name, "安裝扶手兩支，拉力測試合格")?;
    left(&request, &order)
}

/// Not in the schedule: reviewed, quoted, accepted, done (R19).
pub fn reviewed(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 3, "陽台加裝曬衣架及防水插座")?;
    let review = json!({ "whom": o.head.name, "question": "外牆可否打孔，費用多少" });
    p.request_step(&mut request, "requests.review", review)?;
    p.wait(30);
    let plan =
        json!({ "whom": o.head.name, "plan": "室內側頂裝曬衣架，防水插座一組", "quote": 180_000 });
    p.request_step(&mut request, "requests.feasible", plan)?;
    p.wait(5);
    let consent = json!({ "whom": o.homes[3].name, "how": "電話同意方案及報價" });
    p.request_step(&mut request, "requests.consent", consent)?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(10);
    arrive(p, &mut order)?;
    p.wait(3);
    p.step(&mut order, "orders.agree", json!({ "fee": 180_000 }))?;
    p.wait(80);
    finish(p, &mut order, "安裝曬衣架及防水插座，測試正常")?;
    p.wait(5);
    confirm(p, &mut order, o.homes[3].name, "satisfied")?;
    p.wait(20);
    returned(p, &mut order)?;
    p.at(0, "17:30");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}

/// The owner hears the price and refuses.
pub fn quote_refused(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 6, "更換客廳整面地磚")?;
    let review = json!({ "whom": o.head.name, "question": "可否施作及費用" });
    p.request_step(&mut request, "requests.review", review)?;
    p.wait(40);
    let plan = json!({ "whom": o.head.name, "plan": "拆除重鋪 18 平方公尺", "quote": 4_860_000 });
    p.request_step(&mut request, "requests.feasible", plan)?;
    p.wait(10);
    let refused = json!({ "whom": o.homes[6].name, "reason": "自行找裝修公司" });
    p.request_step(&mut request, "requests.refuse_quote", refused)?;
    only(&request)
}

/// Engineering finds that it cannot be done; the requester is told.
pub fn infeasible(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 7, "要求移動消防灑水頭")?;
    let review = json!({ "whom": o.head.name, "question": "消防設備可否移位" });
    p.request_step(&mut request, "requests.review", review)?;
    p.wait(15);
    let reason =
        json!({ "whom": o.head.name, "reason": "消防設備不得擅自移位，須由消防廠商申請變更" });
    p.request_step(&mut request, "requests.infeasible", reason)?;
    p.wait(4);
    let told = json!({ "whom": o.homes[7].name, "note": "已說明法規並提供消防廠商電話" });
    p.request_step(&mut request, "requests.tell", told)?;
    only(&request)
}

/// A cracked slab is the developer's: confirmed within five minutes and put in the defect list (R23).
pub fn defect(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 14, "客廳樓板裂縫，交屋時已有")?;
    p.request_step(
        &mut request,
        "requests.ask_defect",
        json!({ "whom": o.head.name }),
    )?;
    p.wait(4);
    let confirmed = json!({ "whom": o.head.name, "record": "遺留問題 2026-021" });
    p.request_step(&mut request, "requests.defect", confirmed)?;
    p.wait(3);
    let told = json!({ "whom": o.homes[14].name, "note": "已登記遺留問題並通知建商" });
    p.request_step(&mut request, "requests.tell", told)?;
    only(&request)
}

/// Not the developer's after all: an ordinary household repair.
pub fn not_defect(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 14, "浴室門下緣腐爛，懷疑材料不良")?;
    p.request_step(
        &mut request,
        "requests.ask_defect",
        json!({ "whom": o.head.name }),
    )?;
    p.wait(4);
    let reason = json!({ "whom": o.head.name, "reason": "長期淋浴潑水所致，非交屋瑕疵" });
    p.request_step(&mut request, "requests.not_defect", reason)?;
    let mut order = sent(p, o, &request, &o.workers[2])?;
    archived(p, &mut order, o.homes[14].name, "門下緣切除並加裝防水壓條")?;
    left(&request, &order)
}

/// Too large for one order from the start.
pub fn to_coordination(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "10:00");
    let call = in_public("社區管委會", "outsider", o.garage, "停車場地坪大面積起砂");
    let mut request = one(p, call)?;
    p.wait(3);
    let why = json!({ "record": "協調單 2026-035", "reason": "須分區封閉施工，轉工程與清潔協調" });
    p.request_step(&mut request, "requests.coordinate", why)?;
    p.wait(5);
    let told = json!({ "whom": "管委會 主任委員", "note": "已說明分區施工時程" });
    p.request_step(&mut request, "requests.tell", told)?;
    only(&request)
}

/// The requester withdraws before anyone was sent.
pub fn withdrawn(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 8, "遙控器按不動，門禁打不開")?;
    let reason = json!({ "whom": o.homes[8].name, "reason": "換電池後正常" });
    p.request_step(&mut request, "requests.withdraw", reason)?;
    only(&request)
}

/// A waiting requester cannot be reached any more; the desk supervisor closes.
pub fn unreached(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let mut request = told(p, o, 11, "請師傅看一下紗窗")?;
    let explained = json!({ "explanation": "非急修，明日起安排" });
    p.request_step(&mut request, "requests.wait_crew", explained)?;
    p.by(o.supervisor.login);
    p.at(2, "17:00");
    let tries = json!({ "tries": "第一日 16:00、第二日 10:00、15:00 均無人接聽，已留言" });
    p.request_step(&mut request, "requests.unreached", tries)?;
    only(&request)
}
