//! The generated office on whose ledger everything is measured, and a person signed in to it.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use repair_core::desk::Desk;
use repair_core::error::Result;
use repair_core::moment::Moment;
use repair_demo::generate::{Size, cached};
use repair_demo::player::PASSWORD;
use serde_json::{Value, json};

/// A desk, who sits at it, and when.
pub struct Office {
    pub desk: Desk,
    pub now: Moment,
    token: String,
}

impl Office {
    /// The office of so many requests over two years that is kept in `folder`; made if it is not there.
    pub fn of(folder: &Path, requests: u32) -> Result<Self> {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
        let size = Size {
            requests,
            ..Size::of_days(1)
        };
        let (first, last) = (day(2024, 11, 1), day(2026, 10, 31));
        let desk = cached(folder, 1, size, first, last)?;
        Self::at(desk, "manager")
    }

    /// A person at this desk, on the morning after the last day.
    pub fn at(desk: Desk, login: &str) -> Result<Self> {
        let mut office = Self {
            desk,
            now: Moment::parse("2026-11-01T01:00:00Z").unwrap_or_default(),
            token: String::new(),
        };
        answer_for_time(&office.desk, office.now)?;
        let signed = office.ask(
            "people.sign_in",
            json!({ "login": login, "password": PASSWORD }),
        )?;
        office.token = text(&signed["token"]);
        Ok(office)
    }

    /// What a verb returns, called by name as the window does.
    pub fn ask(&self, verb: &str, input: Value) -> Result<Value> {
        let token = (!self.token.is_empty()).then_some(self.token.as_str());
        let mut answer = self.desk.call_by_name(token, self.now, verb, input)?;
        Ok(answer["value"].take())
    }

    /// What a reading verb needs to know of the caller.
    pub fn token(&self) -> Option<&str> {
        Some(&self.token)
    }

    pub fn file(&self) -> PathBuf {
        self.desk.ledger().path().to_owned()
    }

    /// The newest order's and request's ids: they run from 1 without gaps.
    pub fn newest(&self) -> Result<(i64, i64)> {
        let page = json!({ "before": null, "limit": 1 });
        let order = self.ask("orders.list", page.clone())?;
        let request = self.ask("requests.list", page)?;
        Ok((
            order["rows"][0]["id"].as_i64().unwrap_or(1),
            request["rows"][0]["id"].as_i64().unwrap_or(1),
        ))
    }
}

/// Lets the manager go on where the ledger was last used at quite another time: these ledgers are kept from one
/// measurement to the next, and the door's clock stands still while the window's does not.
pub fn answer_for_time(desk: &Desk, now: Moment) -> Result<()> {
    let status = desk.call_by_name(None, now, "desk.status", json!({}))?;
    if status["value"]["clock"].is_null() {
        return Ok(());
    }
    let answers = json!({ "login": "manager", "password": PASSWORD, "reason": "量測" });
    desk.call_by_name(None, now, "clock.confirm", json!({ "answers": answers }))?;
    Ok(())
}

/// A JSON text, or nothing.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
