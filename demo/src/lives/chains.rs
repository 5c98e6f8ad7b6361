//! Chains that end without satisfaction, in the only ways in which they may (R16).

use repair_core::error::Result;
use serde_json::json;

use super::site::sent;
use super::{Left, left};
use crate::office::{Home, Office, Staff};
use crate::player::{PIN, Player, Seen};
use crate::steps::*;

/// Three calls on two days stay unanswered, a message is left; the desk supervisor closes.
pub fn unreached(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[8];
    p.by(o.clerk.login);
    p.at(0, "10:00");
    let request = calls(p, home, "廚房排油煙機止回閥異響")?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    carried_out(p, &mut order, home, "更換止回閥葉片並緊固")?;
    p.at(0, "16:00");
    call_back(p, &mut order, "not_reached", "響鈴無人接聽，已留語音")?;
    p.at(0, "19:00");
    call_back(p, &mut order, "not_reached", "仍無人接聽")?;
    p.at(1, "10:30");
    let third = json!({
        "outcome": "not_reached", "message_left": true, "remarks": "關機，已傳簡訊請業主回電",
        "late": { "reason": "requester_delayed" },
    });
    p.step(&mut order, "orders.follow_up", third)?;
    p.by(o.supervisor.login);
    p.at(1, "17:30");
    p.step(&mut order, "orders.close_unreached", json!({}))?;
    left(&request, &order)
}

/// A damp wall comes back twice; the cause is the developer's, the defect stays open.
pub fn exempted(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[9];
    p.by(o.clerk.login);
    p.at(0, "09:00");
    let request = calls(p, home, "次臥外牆內側滲水發霉")?;
    let mut first = sent(p, o, &request, &o.workers[0])?;
    carried_out(p, &mut first, home, "牆面除霉，窗框補打矽利康")?;
    p.at(0, "16:15");
    let again = call_back(
        p,
        &mut first,
        "not_satisfied",
        "下午下雨又滲水，位置在窗台下方",
    )?;
    let mut second = again.ok_or_else(|| repair_core::Error::broken("next"))?;
    p.at(1, "09:00");
    told_and_signed(p, o, &mut second, &o.workers[1])?;
    carried_out(p, &mut second, home, "窗台下方外牆裂縫灌注防水膠")?;
    p.at(1, "17:05");
    let again = call_back(p, &mut second, "not_satisfied", "晚上大雨仍滲，範圍擴大")?;
    let mut third = again.ok_or_else(|| repair_core::Error::broken("next"))?;
    p.at(2, "09:00");
    told_and_signed(p, o, &mut third, &o.workers[0])?;
    carried_out(
        p,
        &mut third,
        home,
        "打開牆面檢查，外牆防水層施工缺漏，非維修可根治",
    )?;
    p.by(o.supervisor.login);
    p.at(2, "16:00");
    let cause = json!({ "cause": "建商外牆防水層施工缺漏，待建商修繕", "record": "遺留問題 2026-017",
        "supervisor": o.supervisor.id, "how": "pin", "pin": PIN });
    p.step(&mut third, "orders.exempt", cause)?;
    Ok((vec![request.id], vec![first.id, second.id, third.id]))
}

/// Told anew and signed for.
fn told_and_signed(p: &mut Player<'_>, o: &Office, order: &mut Seen, worker: &Staff) -> Result<()> {
    p.step(
        order,
        "orders.notify",
        json!({
            "whom": o.foreman.name, "how": "phone",
            "late": { "reason": "requester_delayed", "note": "與業主約定次日上午再修" },
        }),
    )?;
    p.wait(5);
    accept(p, order, worker)
}

/// From arrival to return, for a household.
fn carried_out(p: &mut Player<'_>, order: &mut Seen, home: &Home, work_done: &str) -> Result<()> {
    p.wait(12);
    arrive(p, order)?;
    p.wait(40);
    finish(p, order, work_done)?;
    p.wait(4);
    confirm(p, order, home.name, "mostly")?;
    p.wait(25);
    returned(p, order)
}
