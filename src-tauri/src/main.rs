//! The desktop shell: one window, one command to the door, native dialogs and printers. No rule of the business.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod demo;
mod documents;
mod door;
mod files;
mod home;
mod keys;
mod log;
mod printers;
mod rescue;

use tauri::{AppHandle, Manager};

fn main() {
    settle_environment();
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            raise_window(app);
        }))
        .setup(|app| {
            let home = home::folder(app.path())?;
            log::start(&home);
            documents::clear_spool(&home);
            app.manage(files::Picked::default());
            app.manage(door::Door::open(home));
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            demo::play_demo,
            documents::document,
            documents::print_document,
            documents::save_document,
            door::about,
            door::call,
            files::pick,
            printers::print_done,
            printers::printers,
            rescue::open_again,
            rescue::open_with_key,
            rescue::restore_ledger
        ])
        .run(tauri::generate_context!())
        .expect("the window system starts");
}

/// WebKit's DMA-BUF renderer leaves the window blank on some graphics drivers; must be said before GTK starts.
#[cfg(target_os = "linux")]
fn settle_environment() {
    // Fails only for a name with '=' in it.
    let _ = glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    if !cfg!(debug_assertions) {
        glib::unsetenv("TAURI_WEBVIEW_AUTOMATION");
    }
}

#[cfg(not(target_os = "linux"))]
fn settle_environment() {}

/// A second start shows the first one's window.
fn raise_window(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
