//! Runs one verb by name.

use std::process::ExitCode;

use repair_core::door::When;
use repair_core::{Code, Error, Result};
use serde_json::Value;

use crate::At;
use crate::office::{now, sign_in};
use crate::say::{Say, line};

pub fn call(at: &At, login: Option<&str>, verb: &str, input: &str, say: Say) -> Result<ExitCode> {
    let unreadable = |e: serde_json::Error| Error::new(Code::BadCall).with("detail", e);
    let input: Value = if input == "-" {
        serde_json::from_reader(std::io::stdin()).map_err(unreadable)?
    } else {
        serde_json::from_str(input).map_err(unreadable)?
    };
    let desk = at.open_as_can()?;
    let token = login.map(|login| sign_in(&desk, login, say)).transpose()?;
    let result = say.watch(
        || desk.progress(),
        || desk.call_by_name(token.as_deref(), When::by(now), verb, input),
    )?;
    line(&format!("{result:#}"));
    Ok(ExitCode::SUCCESS)
}
