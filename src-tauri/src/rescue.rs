//! What can be done from the window when the ledger could not be opened: try again, type its recovery key, or restore a
//! backup.

use std::path::PathBuf;
use std::sync::Arc;

use repair_core::backup::restore::{Login, restore_at_rest};
use repair_core::ledger::task::Task;
use repair_core::ledger::{Key, Ledger};
use repair_core::{Error, Result};
use serde::Deserialize;
use serde_json::json;
use tauri::State;

use crate::door::{Door, Told, in_background, seed};
use crate::{home, keys, log};

/// Tries once more to open the ledger: the other program was closed, the keyring unlocked, the disk connected.
#[tauri::command]
pub fn open_again(door: State<'_, Door>) {
    door.open_again();
}

/// A backup to restore, and who restores it.
#[derive(Debug, Deserialize)]
pub struct Rescue {
    file: PathBuf,
    login: String,
    password: String,
    /// As printed by `backup.recovery_key`, with or without blanks; empty where this computer has the key.
    recovery_key: String,
}

/// Puts a backup in the place of a ledger that could not be opened, checked first; whatever lay there is kept.
/// The answer is `{ "value": Restored, "touched": [] }`; then the ledger is opened.
#[tauri::command]
pub async fn restore_ledger(
    door: State<'_, Door>,
    rescue: Rescue,
) -> std::result::Result<Told, ()> {
    let ledger = home::ledger(door.home());
    let restored = in_background(move || {
        let (key, new) = key_for(&ledger, &rescue.recovery_key)?;
        let login = Login {
            login: &rescue.login,
            password: &rescue.password,
        };
        let task = Arc::new(Task::default());
        let file = &rescue.file;
        let restored = restore_at_rest(&ledger, &key, file, &login, log::now(), seed()?, &task)?;
        if new {
            keys::keep(&ledger, key)?;
        }
        Ok(json!({ "value": restored, "touched": [] }))
    })
    .await;
    if restored.is_ok() {
        door.open_again();
    }
    Ok(Told::of("restore_ledger", restored))
}

/// Opens the ledger that lies here with its recovery key: the one this computer kept was lost, the ledger is whole.
#[tauri::command]
pub async fn open_with_key(
    door: State<'_, Door>,
    recovery_key: String,
) -> std::result::Result<Told, ()> {
    let ledger = home::ledger(door.home());
    let kept = in_background(move || {
        let (key, _) = key_for(&ledger, &recovery_key)?;
        // Tells whether the key fits before it takes the place of another.
        drop(Ledger::open_to_read(&ledger, key.clone())?);
        keys::keep(&ledger, key)?;
        Ok(json!({ "value": null, "touched": [] }))
    })
    .await;
    if kept.is_ok() {
        door.open_again();
    }
    Ok(Told::of("open_with_key", kept))
}

/// The key that was typed, or the one this computer keeps; and whether it is new to this computer.
fn key_for(ledger: &std::path::Path, typed: &str) -> Result<(Key, bool)> {
    let typed: String = typed.split_whitespace().collect();
    if typed.is_empty() {
        return Ok((keys::find(ledger)?.key, false));
    }
    let key = Key::from_hex(&typed).ok_or_else(|| Error::invalid("recovery_key", "…"))?;
    Ok((key, true))
}
