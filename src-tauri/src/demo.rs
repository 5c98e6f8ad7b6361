//! The demo office that a build for trying out offers at its first start.

use std::path::{Path, PathBuf};

use repair_core::{Code, Error};
use serde::Serialize;
use serde_json::json;
use tauri::State;

use crate::door::{Door, Told, in_background};
use crate::log;

/// How to sign in to the demo office; everyone in it has the same password and PIN.
#[derive(Debug, Serialize)]
pub struct DemoAccess {
    login: &'static str,
    password: &'static str,
    pin: &'static str,
}

impl DemoAccess {
    /// Set when the ledger in `home` is the demo office.
    pub fn of(home: &Path) -> Option<Self> {
        mark(home).exists().then_some(Self {
            login: "manager",
            password: repair_demo::player::PASSWORD,
            pin: repair_demo::player::PIN,
        })
    }
}

/// Tells that the ledger beside it is the demo office.
fn mark(home: &Path) -> PathBuf {
    home.join("demo")
}

/// Plays the demo office into a ledger that has no office yet. A release build refuses.
#[tauri::command]
pub async fn play_demo(door: State<'_, Door>) -> Result<Told, ()> {
    let (desk, mark) = (door.desk(), mark(door.home()));
    let played = in_background(move || {
        if !cfg!(debug_assertions) {
            return Err(Error::new(Code::BadCall).with("detail", "demo"));
        }
        repair_demo::play(&*desk()?, log::now())?;
        std::fs::write(mark, "")?;
        Ok(json!({ "value": null, "touched": [] }))
    });
    Ok(Told::of("play_demo", played.await))
}
