//! Makes what the window's context needs.

fn main() {
    tauri_build::build();
}
