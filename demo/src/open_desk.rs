//! The desk as a newcomer finds it: orders at every stage, requests that wait for someone, clocks that run.

use repair_core::error::Result;
use serde::Serialize;
use serde_json::json;

use crate::lives::sent;
use crate::office::Office;
use crate::player::{Player, Seen};
use crate::steps::*;

/// What is under way, at least one of each open state.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OpenDesk {
    pub orders: Vec<Seen>,
    pub requests: Vec<Seen>,
}

/// Minutes that the morning takes up to the moment at which the newcomer sits down.
pub const MINUTES: i64 = 240;

/// Plays the morning. The player's clock stands [`MINUTES`] before the moment that the newcomer sees.
pub fn play(p: &mut Player<'_>, o: &Office) -> Result<OpenDesk> {
    let mut desk = OpenDesk::default();
    p.by(o.clerk.login);
    for stage in [
        returned_one,
        signed_one,
        confirmed_one,
        finished_one,
        coordinated_one,
    ] {
        let order = stage(p, o)?;
        desk.orders.push(order);
    }
    for stage in [waiting_one, on_site_one, accepted_one] {
        let order = stage(p, o)?;
        desk.orders.push(order);
    }
    let request = calls(p, &o.homes[9], "浴室排水很慢，有異味")?;
    p.wait(1);
    let mut told = issue(p, &request, o.engineering)?;
    p.wait(2);
    notify(p, &mut told, &o.foreman, "phone")?;
    let ordered = look_again(p, &request)?;
    p.wait(1);
    waiting_requests(p, o, &mut desk)?;
    let request = calls(p, &o.homes[13], "天花板上次修過的地方又有水漬")?;
    p.wait(1);
    let fresh = issue(p, &request, o.engineering)?;
    desk.orders.extend([told, fresh]);
    let recorded = calls(p, &o.homes[4], "大門貓眼鬆脫")?;
    desk.requests.extend([ordered, recorded]);
    Ok(desk)
}

fn look_again(p: &mut Player<'_>, request: &Seen) -> Result<Seen> {
    let mut request = request.clone();
    look(p, &mut request)?;
    Ok(request)
}

fn returned_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let home = &o.homes[2];
    let request = calls(p, home, "餐廳吊燈不亮")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    worked(p, &mut order, "更換燈座及燈泡", home.name)?;
    p.wait(8);
    returned(p, &mut order)?;
    Ok(order)
}

fn signed_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let mut order = confirmed(p, o, o.lobby, "大堂燈帶一段不亮", "更換燈帶電源", 1)?;
    p.wait(5);
    countersign(p, &mut order, &o.head)?;
    Ok(order)
}

fn confirmed_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    confirmed(p, o, o.pump_room, "壓力表指針不動", "更換壓力表", 2)
}

fn confirmed(
    p: &mut Player<'_>,
    o: &Office,
    place: i64,
    fault: &str,
    work: &str,
    worker: usize,
) -> Result<Seen> {
    let request = one(p, in_public("巡邏崗 杜保全", "area", place, fault))?;
    let mut order = sent(p, o, &request, &o.workers[worker])?;
    worked(p, &mut order, work, "巡邏崗 杜明憲")?;
    Ok(order)
}

fn worked(p: &mut Player<'_>, order: &mut Seen, work_done: &str, name: &str) -> Result<()> {
    p.wait(8);
    arrive(p, order)?;
    p.wait(12);
    finish(p, order, work_done)?;
    p.wait(3);
    confirm(p, order, name, "satisfied")
}

fn finished_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let request = calls(p, &o.homes[5], "廚房插座鬆動")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(7);
    arrive(p, &mut order)?;
    p.wait(15);
    finish(p, &mut order, "更換插座面板並緊固接線")?;
    Ok(order)
}

fn coordinated_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let request = one(
        p,
        in_public("東門崗", "department", o.gate, "車牌辨識時好時壞"),
    )?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    let why = json!({ "reason": "需原廠更新韌體，約定後日到場", "record": "協調單 2026-041" });
    p.step(&mut order, "orders.coordinate", why)?;
    Ok(order)
}

fn waiting_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let request = calls(p, &o.homes[7], "冷氣不冷")?;
    let mut order = sent(p, o, &request, &o.workers[2])?;
    p.wait(9);
    arrive(p, &mut order)?;
    p.wait(8);
    let until =
        json!({ "waiting_for": "parts", "until": p.later(26, 0), "note": "電容缺貨，明日到" });
    p.step(&mut order, "orders.pause", until)?;
    Ok(order)
}

/// On site with a fee that the requester has not agreed to yet (R20).
fn on_site_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let request = calls(p, &o.homes[8], "熱水器點不著火")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(9);
    arrive(p, &mut order)?;
    p.wait(4);
    let found = json!({ "real_item": "水壓開關損壞", "fee": 65_000 });
    p.step(&mut order, "orders.amend", found)?;
    Ok(order)
}

fn accepted_one(p: &mut Player<'_>, o: &Office) -> Result<Seen> {
    let request = calls(p, &o.homes[6], "廚房水槽堵塞")?;
    sent(p, o, &request, &o.workers[1])
}

fn waiting_requests(p: &mut Player<'_>, o: &Office, desk: &mut OpenDesk) -> Result<()> {
    let mut waiting = calls(p, &o.homes[10], "想調整衣櫃門鉸鏈")?;
    p.wait(1);
    let explained = json!({ "explanation": "今日班組已滿，明早回電安排" });
    p.request_step(&mut waiting, "requests.wait_crew", explained)?;
    let mut review = calls(p, &o.homes[11], "陽台想裝遮雨棚")?;
    p.wait(1);
    let asked = json!({ "whom": o.head.name, "question": "外牆是否允許、費用多少" });
    p.request_step(&mut review, "requests.review", asked)?;
    let mut confirming = calls(p, &o.homes[14], "主臥窗框滲水，懷疑交屋瑕疵")?;
    p.wait(1);
    p.request_step(
        &mut confirming,
        "requests.ask_defect",
        json!({ "whom": o.head.name }),
    )?;
    desk.requests.extend([waiting, review, confirming]);
    Ok(())
}
