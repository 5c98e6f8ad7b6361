//! Lives of orders, from the call to the seal, each played through the door on days of its own.

mod chains;
mod ends;
mod neighbours;
mod night;
mod papers;
mod plain;
mod requests;
mod signatures;
mod site;

pub use site::sent;

use chrono::Days;
use repair_core::error::{Error, Result};
use serde::Serialize;

use crate::office::Office;
use crate::player::{Player, Seen};

/// What a life left in the ledger.
#[derive(Debug, Clone, Serialize)]
pub struct Life {
    /// Short name, such as `night_leak`.
    pub key: &'static str,
    /// What it shows, in the office's words.
    pub title: &'static str,
    /// Requests, in the order they were recorded.
    pub requests: Vec<i64>,
    /// Orders, in the order they were issued.
    pub orders: Vec<i64>,
}

/// Requests and orders of a life.
type Left = (Vec<i64>, Vec<i64>);

type Play = fn(&mut Player<'_>, &Office) -> Result<Left>;

const LIVES: &[(&str, &str, Play)] = &[
    ("plain", "普通一單，一次滿意", plain::plain),
    ("night_leak", "夜間漏水，早上交接", night::night_leak),
    ("not_home", "業主不在家，改日再來", site::not_home),
    ("wrong_fault", "現場故障與報修不符", site::wrong_fault),
    ("parts", "等配件三天", site::parts),
    ("reassigned", "改派另一位維修人員", site::reassigned),
    ("transferred", "轉派其他部門", site::transferred),
    (
        "deputy_signs",
        "主管不在，代理人簽名",
        signatures::deputy_signs,
    ),
    (
        "supervisor_rejects",
        "主管不簽，返工後再簽",
        signatures::supervisor_rejects,
    ),
    (
        "refuses_to_sign",
        "報修人拒絕簽名",
        signatures::refuses_to_sign,
    ),
    ("copy_lost", "第二聯遺失，補單", papers::copy_lost),
    ("from_paper", "電腦停用後補錄", papers::from_paper),
    ("unreached", "三次回訪無人接聽", chains::unreached),
    ("exempted", "兩次不滿意，特殊情況存檔", chains::exempted),
    ("voided", "已列印的單作廢", ends::voided),
    ("withdrawn", "簽收後報修人撤回", ends::withdrawn),
    ("declined", "業主不同意費用", ends::declined),
    ("coordinated", "當日未完，轉工作協調單", ends::coordinated),
    ("two_faults", "一通電話，兩處故障", neighbours::two_faults),
    (
        "five_neighbours",
        "五戶報同一故障，一張單",
        neighbours::five_neighbours,
    ),
    (
        "by_department",
        "部門報修公共設施",
        neighbours::by_department,
    ),
    ("answered", "當場答覆", requests::answered),
    (
        "asked_supervisor",
        "請示主管後答覆",
        requests::asked_supervisor,
    ),
    (
        "helped_elsewhere",
        "協助聯繫外單位",
        requests::helped_elsewhere,
    ),
    ("waited_for_crew", "待約後派工", requests::waited_for_crew),
    ("reviewed", "標準外項目，業主同意報價", requests::reviewed),
    ("quote_refused", "業主不接受報價", requests::quote_refused),
    ("infeasible", "評估後無法施作", requests::infeasible),
    ("defect", "房屋遺留問題", requests::defect),
    (
        "not_defect",
        "非遺留問題，改為入戶維修",
        requests::not_defect,
    ),
    (
        "to_coordination",
        "報修直接轉工作協調單",
        requests::to_coordination,
    ),
    ("request_withdrawn", "派工前撤回", requests::withdrawn),
    ("request_unreached", "待約戶聯繫不上", requests::unreached),
];

/// Days that all lives take together, each beginning on the day after the one before ended.
pub const DAYS: u64 = 50;

/// Plays every life, the first beginning on the office day after the player's.
pub fn play(p: &mut Player<'_>, office: &Office) -> Result<Vec<Life>> {
    let mut lives = Vec::new();
    for (key, title, play) in LIVES {
        let tomorrow = p.today().checked_add_days(Days::new(1));
        p.starts_on(tomorrow.unwrap_or(p.today()));
        let (requests, orders) = play(p, office).map_err(|error| told(p, key, error))?;
        lives.push(Life {
            key,
            title,
            requests,
            orders,
        });
    }
    Ok(lives)
}

/// What one request and one order leave.
fn left(request: &Seen, order: &Seen) -> Result<Left> {
    Ok((vec![request.id], vec![order.id]))
}

/// An error with the life and the verb it came up in.
fn told(p: &Player<'_>, life: &str, error: Error) -> Error {
    let verb = p.calls().last().map_or("", |call| &call.verb);
    Error {
        cause: Some(format!("{life}: {verb}")),
        ..error
    }
}
