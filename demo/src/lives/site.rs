//! What happens on site: nobody in, another fault, missing parts, another worker, another department.

use repair_core::error::Result;
use serde_json::json;

use super::{Left, left};
use crate::office::{Office, Staff};
use crate::player::{Player, Seen};
use crate::steps::*;

/// Nobody opens; a new day is agreed and kept.
pub fn not_home(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[1];
    p.by(o.clerk.login);
    p.at(0, "14:02");
    let request = calls(p, home, "浴室抽風機不轉")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(10);
    arrive(p, &mut order)?;
    p.wait(10);
    let note = "按鈴十分鐘無人應門，電話聯繫業主臨時外出，改約明日上午十點";
    p.step(
        &mut order,
        "orders.pause",
        json!({ "waiting_for": "no_access", "until": p.later(19, 30), "note": note }),
    )?;
    p.at(1, "09:45");
    p.step(&mut order, "orders.resume", json!({}))?;
    p.at(1, "09:54");
    arrive(p, &mut order)?;
    p.at(1, "10:40");
    finish(p, &mut order, "抽風機電容老化，更換電容後運轉正常")?;
    p.at(1, "10:44");
    confirm(p, &mut order, home.name, "mostly")?;
    p.at(1, "11:15");
    returned(p, &mut order)?;
    p.at(1, "16:05");
    call_back(p, &mut order, "mostly", "風量正常，聲音稍大，可接受")?;
    left(&request, &order)
}

/// The dead socket is a water heater that leaks current; the real item and its fee are agreed first (R11, R20).
pub fn wrong_fault(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[3];
    p.by(o.clerk.login);
    p.at(0, "10:30");
    let request = calls(p, home, "浴室插座沒電")?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(12);
    arrive(p, &mut order)?;
    p.wait(15);
    let found =
        json!({ "real_item": "電熱水器漏電導致漏電斷路器跳脫，插座本身正常", "fee": 35000 });
    p.step(&mut order, "orders.amend", found)?;
    p.wait(4);
    let agreed = json!({ "fee": 35000, "signature": { "how": "paper", "name": home.name } });
    p.step(&mut order, "orders.agree", agreed)?;
    p.wait(50);
    finish(
        p,
        &mut order,
        "更換電熱水器加熱管及密封圈，測絕緣合格，恢復供電",
    )?;
    p.wait(5);
    confirm(p, &mut order, home.name, "satisfied")?;
    p.wait(20);
    returned(p, &mut order)?;
    p.at(0, "17:20");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}

/// The lock cylinder must be ordered: three days.
pub fn parts(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[4];
    p.by(o.clerk.login);
    p.at(0, "11:08");
    let request = calls(p, home, "入戶門鎖打不開，鑰匙轉不動")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(13);
    arrive(p, &mut order)?;
    p.wait(20);
    let note = "鎖芯損壞需換同型號，供應商三天後到貨；已先協助開門並裝臨時鎖";
    p.step(
        &mut order,
        "orders.pause",
        json!({ "waiting_for": "parts", "until": p.later(72, 0), "note": note }),
    )?;
    p.at(3, "10:30");
    p.step(&mut order, "orders.resume", json!({}))?;
    p.at(3, "10:42");
    arrive(p, &mut order)?;
    p.at(3, "11:20");
    finish(p, &mut order, "更換同型號鎖芯，交付鑰匙五把")?;
    p.at(3, "11:24");
    confirm(p, &mut order, home.name, "satisfied")?;
    p.at(3, "11:50");
    returned(p, &mut order)?;
    p.at(3, "16:30");
    call_back(p, &mut order, "satisfied", "新鎖順暢")?;
    left(&request, &order)
}

/// The first worker is called to an emergency; another signs for the order anew.
pub fn reassigned(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    let home = &o.homes[5];
    p.by(o.clerk.login);
    p.at(0, "15:00");
    let request = calls(p, home, "客廳吸頂燈閃爍")?;
    let mut order = sent(p, o, &request, &o.workers[0])?;
    p.wait(5);
    let reason = "李建宏支援 2 棟電梯困人，改派黃俊傑";
    p.step(
        &mut order,
        "orders.reassign",
        json!({ "worker": o.workers[1].id, "reason": reason }),
    )?;
    p.wait(2);
    notify(p, &mut order, &o.workers[1], "radio")?;
    p.wait(3);
    accept_by_pin(p, &mut order, &o.workers[1])?;
    p.wait(14);
    arrive(p, &mut order)?;
    p.wait(25);
    finish(p, &mut order, "更換 LED 驅動器，亮燈三十分鐘不閃")?;
    p.wait(4);
    confirm(p, &mut order, home.name, "satisfied")?;
    p.wait(30);
    returned(p, &mut order)?;
    p.at(0, "18:10");
    call_back(p, &mut order, "satisfied", "")?;
    left(&request, &order)
}

/// Water in the garage is no burst pipe but a blocked drain: cleaning takes the order under the same number.
pub fn transferred(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "08:35");
    let call = in_public(
        "巡邏崗 杜保全",
        "area",
        o.garage,
        "地下一層 B 區地面積水，疑似水管漏水",
    );
    let request = one(p, call)?;
    let mut order = sent(p, o, &request, &o.workers[1])?;
    p.wait(8);
    arrive(p, &mut order)?;
    p.wait(12);
    let reason = "管路正常，為排水溝落葉堵塞，屬清潔清理範圍";
    p.step(
        &mut order,
        "orders.transfer",
        json!({ "department": o.cleaning, "reason": reason }),
    )?;
    p.wait(2);
    notify(p, &mut order, &o.cleaning_head, "phone")?;
    p.wait(4);
    accept(p, &mut order, &o.cleaner)?;
    p.wait(10);
    arrive(p, &mut order)?;
    p.wait(45);
    finish(p, &mut order, "清除排水溝落葉並抽乾積水，地面已拖乾")?;
    p.wait(5);
    confirm(p, &mut order, "停車場管理員 羅先生", "satisfied")?;
    p.wait(10);
    countersign(p, &mut order, &o.cleaning_head)?;
    p.wait(10);
    returned(p, &mut order)?;
    p.at(0, "15:30");
    call_back(p, &mut order, "satisfied", "積水已退")?;
    left(&request, &order)
}

/// Issued, told and signed for within ten minutes of the call.
pub fn sent(p: &mut Player<'_>, o: &Office, request: &Seen, worker: &Staff) -> Result<Seen> {
    p.wait(1);
    let mut order = issue(p, request, o.engineering)?;
    p.wait(1);
    notify(p, &mut order, &o.foreman, "phone")?;
    p.wait(6);
    accept(p, &mut order, worker)?;
    Ok(order)
}
