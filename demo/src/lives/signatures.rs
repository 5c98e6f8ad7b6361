//! Signatures that are given by another, withheld, or refused (R12, R13).

use repair_core::error::Result;
use serde_json::json;

use super::site::sent;
use super::{Left, left};
use crate::office::Office;
use crate::player::Player;
use crate::steps::*;

/// The head of engineering is away; the deputy named for these days signs.
pub fn deputy_signs(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "09:25");
    let call = in_public("一樓大堂 值班保全", "area", o.lobby, "大堂感應門關不上");
    let request = one(p, call)?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(9);
    arrive(p, &mut order)?;
    p.wait(40);
    finish(
        p,
        &mut order,
        "清理地軌異物並調整感應器靈敏度，開關二十次正常",
    )?;
    p.wait(3);
    confirm(p, &mut order, "值班保全 杜明憲", "satisfied")?;
    p.wait(20);
    countersign(p, &mut order, &o.deputy)?;
    p.wait(10);
    returned(p, &mut order)?;
    p.at(0, "16:20");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}

/// The foreman does not sign; the worker goes again, then he does.
pub fn supervisor_rejects(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "10:05");
    let call = in_public(
        "生活水泵房 巡檢",
        "area",
        o.pump_room,
        "2 號水泵運轉聲音異常",
    );
    let request = one(p, call)?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(10);
    arrive(p, &mut order)?;
    p.wait(35);
    finish(p, &mut order, "緊固泵座螺栓")?;
    p.wait(5);
    confirm(p, &mut order, "水泵房管理員 江先生", "mostly")?;
    p.wait(15);
    let reason = "只緊固螺栓，未更換磨損的聯軸器膠墊，返工";
    p.step(
        &mut order,
        "orders.reject",
        json!({ "supervisor": o.foreman.id, "reason": reason }),
    )?;
    p.wait(12);
    arrive(p, &mut order)?;
    p.wait(60);
    finish(
        p,
        &mut order,
        "更換聯軸器膠墊並校正同心度，試運轉三十分鐘無異音",
    )?;
    p.wait(5);
    confirm(p, &mut order, "水泵房管理員 江先生", "satisfied")?;
    p.wait(10);
    countersign(p, &mut order, &o.foreman)?;
    p.wait(10);
    returned(p, &mut order)?;
    p.at(0, "17:00");
    call_back(p, &mut order, "satisfied", "聲音恢復正常")?;
    left(&request, &order)
}

/// The tenant tests, is content, and will not sign: recorded with the reason, never invented.
pub fn refuses_to_sign(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[2];
    p.by(o.clerk.login);
    p.at(0, "13:40");
    let request = calls(p, home, "馬桶水箱一直進水")?;
    let mut order = sent(p, o, &request, &o.workers[2])?;
    p.wait(12);
    arrive(p, &mut order)?;
    p.wait(25);
    finish(p, &mut order, "更換水箱進水閥，水位正常")?;
    p.wait(3);
    let why = "租客稱房東未到場，不願代簽；現場試水正常";
    p.step(
        &mut order,
        "orders.confirm",
        json!({ "how": "refused", "remarks": why }),
    )?;
    p.wait(20);
    returned(p, &mut order)?;
    p.at(0, "18:00");
    call_back(p, &mut order, "satisfied", "租客電話確認已修好")?;
    left(&request, &order)
}
