//! A window with one word in it, beside which the program's start and memory are measured.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!())
        .expect("the window system starts");
}
