//! The way most orders go.

use repair_core::error::Result;

use super::{Left, left};
use crate::office::Office;
use crate::player::Player;
use crate::steps::*;

/// A dripping tap, mended within the hour, the requester satisfied at once.
pub fn plain(p: &mut Player<'_>, o: &Office) -> Result<Left> {
    p.by(o.clerk.login);
    p.at(0, "09:10");
    let home = &o.homes[0];
    let request = calls(p, home, "廚房水龍頭滴水，關不緊")?;
    p.at(0, "09:11");
    let mut order = issue(p, &request, o.engineering)?;
    print(p, &order, &[])?;
    p.at(0, "09:12");
    notify(p, &mut order, &o.foreman, "phone")?;
    p.at(0, "09:20");
    accept_by_pin(p, &mut order, &o.workers[0])?;
    p.at(0, "09:31");
    arrive(p, &mut order)?;
    p.at(0, "09:55");
    finish(p, &mut order, "更換水龍頭陶瓷閥芯，試水不漏")?;
    p.at(0, "09:58");
    confirm(p, &mut order, home.name, "satisfied")?;
    p.at(0, "10:20");
    returned(p, &mut order)?;
    p.at(0, "16:40");
    call_back(p, &mut order, "satisfied", "師傅準時，處理很快")?;
    left(&request, &order)
}
