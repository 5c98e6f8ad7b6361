//! Paper that goes missing, and paper that comes before the computer (R2, R10).

use repair_core::error::Result;
use serde_json::json;

use super::site::sent;
use super::{Left, left};
use crate::office::Office;
use crate::player::{Player, on};
use crate::steps::*;

/// The worker loses copy 2; the desk supervisor records it and a replacement is made.
pub fn copy_lost(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[6];
    p.by(o.clerk.login);
    p.at(0, "09:05");
    let request = calls(p, home, "陽台落水管堵塞，雨水倒灌")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(10);
    arrive(p, &mut order)?;
    p.wait(50);
    finish(p, &mut order, "疏通落水管，清出塑膠袋，放水順暢")?;
    p.wait(4);
    confirm(p, &mut order, home.name, "satisfied")?;
    p.by(o.supervisor.login);
    p.wait(25);
    let reason = "維修人員途中淋雨遺失第二聯";
    let lost = json!({
        "order": order.id, "copy_no": 2, "copy_version": copy_version(p, &order, 2)?,
        "place": "lost", "reason": reason,
    });
    p.call("orders.move_copy", lost)?;
    p.wait(2);
    let replaced = json!({
        "order": order.id, "copy_no": 2, "copy_version": copy_version(p, &order, 2)?,
        "reason": "補單交工程維修部存查",
    });
    p.call("orders.replace_copy", replaced)?;
    print(p, &order, &[2])?;
    p.by(o.clerk.login);
    p.wait(5);
    returned(p, &mut order)?;
    p.at(0, "16:50");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}

/// The computer was down for an afternoon; the pad's order is entered the next morning with the times on it.
pub fn from_paper(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[7];
    p.by(o.clerk.login);
    p.at(0, "14:20");
    let received = p.typed(0);
    let times = |p: &Player<'_>, minutes: i64| p.typed(minutes);
    let [issued, accepted, arrived] = [times(p, 3), times(p, 8), times(p, 20)];
    let [finished, confirmed, back] = [times(p, 55), times(p, 60), times(p, 90)];
    p.at(1, "08:40");
    let mut call = by_phone(home, vec![request("household", "臥室冷氣排水管滴水到樓下")]);
    call["channel"] = json!("paper");
    call["received_at"] = json!(received);
    let request = one(p, call)?;
    p.wait(1);
    let late = json!({ "reason": "computer_down", "note": "昨日下午停電，先開紙本單" });
    let entered = json!({ "at": issued, "late": late, "paper_no": "紙 000317" });
    let mut order = issue_with(p, &request, o.engineering, entered)?;
    p.wait(2);
    let booked = json!({
        "worker": o.workers[1].id, "accepted_at": accepted, "arrived_at": arrived, "finished_at": finished,
        "work_done": "重接冷氣排水管並加束帶，試水不漏", "confirmation": "signed", "evaluation": "satisfied",
        "signed_by": home.name, "confirmed_at": confirmed, "returned_at": back, "late": late,
    });
    let booked = p.call("orders.book_in", on("order", &order, booked))?;
    order = crate::player::Seen::of(&booked["order"])?;
    p.at(1, "10:10");
    let call = json!({
        "outcome": "satisfied", "message_left": false, "remarks": "", "late": late,
    });
    p.step(&mut order, "orders.follow_up", call)?;
    left(&request, &order)
}
