//! One call with two faults, one fault with five callers, and a department that reports.

use repair_core::error::Result;
use serde_json::json;

use super::site::sent;
use super::{Left, left};
use crate::office::Office;
use crate::player::Player;
use crate::steps::*;

/// A tap at home and a lamp on the stairs in one call: two requests, two orders, one call row (R2).
pub fn two_faults(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[12];
    p.by(o.clerk.login);
    p.at(0, "09:40");
    let mut lamp = request("public", "走廊燈不亮");
    lamp["place"] = json!(o.corridor);
    let call = by_phone(home, vec![request("household", "廚房水槽下方漏水"), lamp]);
    let requests = several(p, call)?;
    let mut orders = Vec::new();
    p.wait(1);
    for request in &requests {
        orders.push(issue(p, request, o.engineering)?);
    }
    p.wait(1);
    for order in &mut orders {
        notify(p, order, &o.foreman, "phone")?;
    }
    p.wait(5);
    for (order, worker) in orders.iter_mut().zip(&o.workers) {
        accept(p, order, worker)?;
    }
    for order in &mut orders {
        p.wait(6);
        arrive(p, order)?;
    }
    let work = ["更換水槽下水軟管，試水不漏", "更換走廊燈管兩支及啟動器"];
    for (order, work_done) in orders.iter_mut().zip(work) {
        p.wait(20);
        finish(p, order, work_done)?;
        p.wait(3);
        confirm(p, order, home.name, "satisfied")?;
    }
    p.wait(10);
    countersign(p, &mut orders[1], &o.head)?;
    for order in &mut orders {
        p.wait(5);
        returned(p, order)?;
    }
    p.at(0, "17:15");
    for order in &mut orders {
        call_back(p, order, "satisfied", "")?;
    }
    Ok((
        requests.iter().map(|r| r.id).collect(),
        orders.iter().map(|o| o.id).collect(),
    ))
}

/// No water in a whole riser: five calls, one order, every caller told.
pub fn five_neighbours(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "18:30");
    let mut first = request("public", "家裡突然停水");
    first["urgency"] = json!("urgent");
    let main = one(p, by_phone(&o.homes[9], vec![first]))?;
    let mut order = sent(p, o, &main, &o.workers[0])?;
    let mut all = vec![main.id];
    for home in &o.homes[10..14] {
        p.wait(2);
        let mut neighbour = one(
            p,
            by_phone(home, vec![request("public", "沒有水，是不是停水")]),
        )?;
        let note = "與 3 棟 402 同一故障，已告知搶修中";
        p.request_step(
            &mut neighbour,
            "requests.join",
            json!({ "to": main.id, "note": note }),
        )?;
        all.push(neighbour.id);
    }
    p.wait(3);
    arrive(p, &mut order)?;
    p.wait(35);
    finish(p, &mut order, "3 棟給水立管減壓閥卡死，拆洗後恢復供水")?;
    p.wait(4);
    confirm(p, &mut order, o.homes[9].name, "satisfied")?;
    p.wait(6);
    countersign(p, &mut order, &o.foreman)?;
    p.wait(10);
    returned(p, &mut order)?;
    for neighbour in &all[1..] {
        p.wait(2);
        let call = json!({
            "reporter": neighbour, "outcome": "satisfied", "message_left": false, "remarks": "水壓正常",
        });
        p.step(&mut order, "orders.follow_up", call)?;
    }
    p.wait(2);
    call_back(p, &mut order, "satisfied", "恢復很快")?;
    Ok((all, vec![order.id]))
}

/// Security reports a camera in the garage.
pub fn by_department(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "08:50");
    let mut call = in_public(
        o.monitor.name,
        "department",
        o.garage,
        "地下一層 12 號攝影機無畫面",
    );
    call["reporting_department"] = json!(o.security);
    call["relation"] = json!("監控中心");
    let request = one(p, call)?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(8);
    arrive(p, &mut order)?;
    p.wait(30);
    finish(p, &mut order, "電源供應器老化，更換後畫面恢復")?;
    p.wait(2);
    confirm(p, &mut order, o.monitor.name, "satisfied")?;
    p.wait(15);
    countersign(p, &mut order, &o.head)?;
    p.wait(10);
    returned(p, &mut order)?;
    p.at(0, "14:00");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}
