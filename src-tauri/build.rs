//! Checks the configuration and capability, and names the commands that the window may use.

fn main() {
    // The pages are built by npm (`./dev` does it first); a check of the Rust alone needs only their folder.
    std::fs::create_dir_all("../ui/dist").expect("ui/dist can be made");
    // New pages are embedded anew.
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(&[
        "about",
        "call",
        "document",
        "open_again",
        "open_with_key",
        "pick",
        "play_demo",
        "print_document",
        "print_done",
        "printers",
        "restore_ledger",
        "save_document",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
        .expect("the shell's configuration is sound");
}
