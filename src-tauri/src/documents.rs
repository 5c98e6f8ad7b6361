//! Files that a verb hands out: shown in the window, saved where the user chose, or printed. Their bytes never
//! travel as JSON.

use std::path::{Path, PathBuf};

use repair_core::desk::Desk;
use repair_core::document::Document;
use repair_core::door::When;
use repair_core::ledger::file::write_whole;
use repair_core::{Code, Error, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::State;
use tauri::ipc::Response;

use crate::door::{Door, Told, in_background, log_error};
use crate::files::Picked;
use crate::{home, log, printers};

/// Folder of the files on their way to a printer.
const SPOOL: &str = "spool";

/// Which verb to call for the document.
#[derive(Debug, Deserialize)]
pub struct Asked {
    token: Option<String>,
    name: String,
    input: Value,
}

/// Calls the verb and takes the document out of its answer.
fn fetch(desk: &Desk, asked: Asked) -> Result<(Document, Value)> {
    let token = asked.token.as_deref();
    let mut answer = desk.call_by_name(token, When::by(log::now), &asked.name, asked.input)?;
    let document = take_document(&mut answer["value"])
        .ok_or_else(|| Error::new(Code::BadCall).with("detail", &asked.name))?;
    Ok((document, answer))
}

/// Takes the document that `value` is or holds; its name and media type stay behind.
fn take_document(value: &mut Value) -> Option<Document> {
    let part = if value.get("document").is_some() {
        &mut value["document"]
    } else {
        value
    };
    let document = serde_json::from_value(part.clone()).ok()?;
    part.as_object_mut()?.remove("bytes");
    Some(document)
}

/// The document's bytes, to be shown.
#[tauri::command]
pub async fn document(door: State<'_, Door>, asked: Asked) -> std::result::Result<Response, Error> {
    let desk = door.desk();
    let name = asked.name.clone();
    let fetched = in_background(move || fetch(&*desk()?, asked)).await;
    let (document, _) = fetched.inspect_err(|error| log_error(&name, error))?;
    Ok(Response::new(document.bytes))
}

/// Writes the document to a place that the user chose in a dialog. The answer is the verb's, without the bytes.
#[tauri::command]
pub async fn save_document(
    door: State<'_, Door>,
    picked: State<'_, Picked>,
    asked: Asked,
    path: PathBuf,
) -> std::result::Result<Told, ()> {
    let desk = door.desk();
    let (allowed, name) = (picked.holds(&path), asked.name.clone());
    let save = move || {
        if !allowed {
            return Err(Error::new(Code::BadCall).with("detail", "path"));
        }
        let (document, answer) = fetch(&*desk()?, asked)?;
        write_whole(&path, &document.bytes)?;
        Ok(answer)
    };
    Ok(Told::of(&name, in_background(save).await))
}

/// Prints the document. The answer is the verb's, without the bytes, and the job beside it:
/// `{ "value": …, "touched": […], "job": { "printer", "accepted", "job" } }`.
#[tauri::command]
pub async fn print_document(
    door: State<'_, Door>,
    asked: Asked,
    printer: String,
) -> std::result::Result<Told, ()> {
    let desk = door.desk();
    let spool = door.home().join(SPOOL);
    let name = asked.name.clone();
    let print = move || print(&*desk()?, asked, &printer, &spool);
    Ok(Told::of(&name, in_background(print).await))
}

/// Removes what an earlier run left to a printing program.
pub fn clear_spool(home: &Path) {
    // There is none at the first start.
    let _ = std::fs::remove_dir_all(home.join(SPOOL));
}

fn print(desk: &Desk, asked: Asked, printer: &str, spool: &Path) -> Result<Value> {
    // Asked before the verb runs, so that a missing printer leaves no record of a print.
    printers::must_exist(printer)?;
    let (document, mut answer) = fetch(desk, asked)?;
    home::make_private(spool)?;
    let name = Path::new(&document.name);
    let title = name.file_stem().unwrap_or_default().to_string_lossy();
    let file = spool.join(name.file_name().unwrap_or_default());
    write_whole(&file, &document.bytes)?;
    let job = printers::print(&file, printer, &title);
    // Windows' PDF program reads the file later; it is removed at the next start.
    if !cfg!(windows) {
        std::fs::remove_file(&file)?;
    }
    answer["job"] = json!(job?);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_taken_out_and_its_name_stays() {
        let form = Document::pdf("PG20261123-004.pdf", b"%PDF-".to_vec());
        let mut held = json!({ "print": 7, "document": form });
        assert_eq!(take_document(&mut held), Some(form.clone()));
        let left = json!({ "name": "PG20261123-004.pdf", "media": "application/pdf" });
        assert_eq!(held, json!({ "print": 7, "document": left }));

        let mut alone = json!(form);
        assert_eq!(take_document(&mut alone), Some(form));
        assert_eq!(alone, left);
    }

    #[test]
    fn an_answer_without_a_document_gives_none() {
        assert_eq!(take_document(&mut json!({ "id": 3 })), None);
        assert_eq!(take_document(&mut Value::Null), None);
    }
}
