//! Lists the verbs.

use std::process::ExitCode;

use repair_core::desk::{typescript, verbs};
use repair_core::{Code, Error, Result};

use crate::say::line;

/// One line per verb; for one verb also every type it is made of.
pub fn list(name: Option<&str>) -> Result<ExitCode> {
    let mut all = verbs::all();
    if let Some(name) = name {
        all.retain(|verb| verb.name == name);
        if all.is_empty() {
            return Err(Error::new(Code::BadCall).with("detail", name));
        }
    }
    let widest = all.iter().map(|verb| verb.name.len()).max().unwrap_or(0);
    for verb in &all {
        let does = if verb.writes { "writes" } else { "reads " };
        let right = verb.action.as_str();
        let described = typescript::describe(verb);
        line(&format!(
            "{:widest$}  {does}  {right:15}  {} -> {}",
            verb.name, described.input, described.output
        ));
        if name.is_some() {
            for declaration in described.declarations.values() {
                line(&format!("\n{declaration}"));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
