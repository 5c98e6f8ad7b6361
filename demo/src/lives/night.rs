//! What the monitoring centre takes at night goes on with the desk in the morning (R1).

use repair_core::error::Result;
use serde_json::json;

use super::{Left, left};
use crate::office::Office;
use crate::player::Player;
use crate::steps::*;

/// Water through the kitchen ceiling at two in the morning: shut off at night, repaired by the day crew.
pub fn night_leak(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[13];
    let [_, day_worker, night_worker] = &o.workers;
    p.by(o.monitor.login);
    p.at(0, "02:14");
    let mut leak = request("household", "廚房天花板大量漏水，疑似樓上水管爆裂");
    leak["urgency"] = json!("urgent");
    leak["danger"] = json!("water");
    let request = one(p, by_phone(home, vec![leak]))?;
    p.wait(1);
    let mut order = issue(p, &request, o.engineering)?;
    p.wait(1);
    notify(p, &mut order, night_worker, "radio")?;
    p.at(0, "02:19");
    accept_by_pin(p, &mut order, night_worker)?;
    p.at(0, "02:27");
    arrive(p, &mut order)?;
    p.at(0, "02:50");
    p.step(
        &mut order,
        "orders.amend",
        json!({ "real_item": "1304 戶廚房給水軟管破裂，水滲至 1204 戶天花板" }),
    )?;
    p.at(0, "03:05");
    p.step(
        &mut order,
        "orders.pause",
        json!({
            "waiting_for": "other", "until": p.later(5, 30),
            "note": "已關 1304 戶給水閥，漏水停止；夜班交接：早上備料更換軟管並處理天花板",
        }),
    )?;
    p.by(o.clerk.login);
    p.at(0, "08:05");
    p.call(
        "desk.hand_over",
        json!({
            "gave": o.monitor.id, "upto": request.id,
            "remarks": "1304 戶給水閥已關，軟管待換；1204 戶天花板待處理",
        }),
    )?;
    p.at(0, "08:20");
    p.step(&mut order, "orders.resume", json!({}))?;
    p.at(0, "08:22");
    let reason = "夜班張志明下班，交接日班處理";
    p.step(
        &mut order,
        "orders.reassign",
        json!({ "worker": day_worker.id, "reason": reason }),
    )?;
    p.at(0, "08:24");
    notify(p, &mut order, day_worker, "phone")?;
    p.at(0, "08:30");
    accept_by_pin(p, &mut order, day_worker)?;
    p.at(0, "08:41");
    arrive(p, &mut order)?;
    p.at(0, "10:15");
    finish(
        p,
        &mut order,
        "更換 1304 戶廚房給水軟管；1204 戶天花板燈具斷電檢查並烘乾，試水兩次不漏",
    )?;
    p.at(0, "10:20");
    confirm(p, &mut order, home.name, "satisfied")?;
    p.at(0, "10:45");
    returned(p, &mut order)?;
    p.at(0, "17:10");
    call_back(p, &mut order, "satisfied", "天花板已乾，沒有再漏")?;
    left(&request, &order)
}
