//! Orders that end before the work does (R14, R20).

use repair_core::error::{Error, Result};
use serde_json::{Value, json};

use super::site::sent;
use super::{Left, left};
use crate::office::Office;
use crate::player::Player;
use crate::steps::*;

/// The order named the wrong flat: all copies are back, it is voided, the request is open again and ordered rightly.
pub fn voided(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[10];
    p.by(o.clerk.login);
    p.at(0, "11:20");
    let mut request = calls(p, home, "門鈴沒聲音")?;
    p.wait(1);
    let mut wrong = issue(p, &request, o.cleaning)?;
    print(p, &wrong, &[])?;
    p.wait(1);
    accept(p, &mut wrong, &o.cleaner)?;
    // Printed copies are in the cleaner's hands: without them nothing is voided (R10).
    let mut reason = json!({ "reason": "部門選錯，三聯已收回", "copies_back": [1] });
    refused(
        p.step(&mut wrong, "orders.void", reason.clone()),
        "copies-out",
    )?;
    reason["copies_back"] = json!([1, 2, 3]);
    p.step(&mut wrong, "orders.void", reason)?;
    look(p, &mut request)?;
    let mut order = sent(p, o, &request, &o.workers[2])?;
    p.wait(9);
    arrive(p, &mut order)?;
    p.wait(15);
    finish(p, &mut order, "更換門鈴變壓器")?;
    p.wait(3);
    confirm(p, &mut order, home.name, "satisfied")?;
    p.wait(15);
    returned(p, &mut order)?;
    p.at(0, "17:40");
    call_back(p, &mut order, "satisfied", "")?;
    Ok((vec![request.id], vec![wrong.id, order.id]))
}

/// The owner calls back: a relative mended it. The worker had signed already and brings the copies back.
pub fn withdrawn(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[11];
    p.by(o.clerk.login);
    p.at(0, "15:10");
    let request = calls(p, home, "洗手台下水慢")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(4);
    let back = json!({ "whom": home.name, "reason": "業主來電：家人已自行疏通", "copies_back": [1, 2, 3] });
    p.step(&mut order, "orders.withdraw", back)?;
    left(&request, &order)
}

/// The owner sees the price on site and prefers to wait (R20).
pub fn declined(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[12];
    p.by(o.clerk.login);
    p.at(0, "10:50");
    let request = calls(p, home, "浴室淋浴龍頭忽冷忽熱")?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(11);
    arrive(p, &mut order)?;
    p.wait(12);
    let found = json!({ "real_item": "恆溫閥芯損壞，需整組更換", "fee": 280_000 });
    p.step(&mut order, "orders.amend", found)?;
    p.wait(5);
    let reason = "業主認為費用偏高，暫不施作，擬自行購料";
    p.step(&mut order, "orders.decline", json!({ "reason": reason }))?;
    left(&request, &order)
}

/// The gate's motor must be bought with the committee's approval: the coordination order carries it to its end.
pub fn coordinated(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "09:15");
    let call = in_public("東門崗 杜保全", "department", o.gate, "東門道閘桿抬不起來");
    let request = one(p, call)?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(9);
    arrive(p, &mut order)?;
    p.wait(40);
    let why = json!({ "reason": "馬達燒毀，需管委會核准採購", "record": "協調單 2026-032" });
    p.step(&mut order, "orders.coordinate", why)?;
    p.at(2, "15:00");
    p.step(
        &mut order,
        "orders.conclude",
        json!({ "work_done": "廠商更換馬達，測試五十次正常" }),
    )?;
    p.at(2, "16:30");
    call_back(p, &mut order, "satisfied", "道閘正常")?;
    left(&request, &order)
}

/// What the door must refuse here. Errors: what it said instead.
fn refused(answered: Result<Value>, code: &str) -> Result<()> {
    match answered {
        Err(error) if error.code.as_str() == code => Ok(()),
        Err(error) => Err(error),
        Ok(_) => Err(Error::broken(code)),
    }
}
