//! The walls of the house: what is named where, held as a test.

use std::fs;
use std::path::{Path, PathBuf};

/// The project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// Every file under `dir` of the project with one of these endings, as path within the project and text.
pub fn sources(dir: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut dirs = vec![root().join(dir)];
    while let Some(dir) = dirs.pop() {
        let Ok(entries) = fs::read_dir(&dir) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), "node_modules" | "target" | "dist" | "gen") {
                    dirs.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let within = path.strip_prefix(root()).unwrap();
                let text = fs::read_to_string(&path).unwrap();
                found.push((within.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// Files that name one of `words` outside comments, except where `allowed` says so.
fn named(dirs: &[&str], words: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for dir in dirs {
        let files = sources(dir, &[".rs"]);
        assert!(!files.is_empty(), "nothing to look at in {dir}");
        for (path, text) in files {
            if allowed(&path) {
                continue;
            }
            for (at, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or("");
                for word in words.iter().filter(|word| code.contains(**word)) {
                    faults.push(format!("{path}:{} names {word}", at + 1));
                }
            }
        }
    }
    faults
}

#[test]
fn only_the_ledger_speaks_sql() {
    let faults = named(
        &["core/src", "ctl/src", "src-tauri/src"],
        &["rusqlite"],
        |path| {
            // Tests may make a file that is no ledger, to see it refused.
            path.starts_with("core/src/ledger/") || path.ends_with("/tests.rs")
        },
    );
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn only_one_file_makes_pdf() {
    let faults = named(
        &["core/src", "ctl/src", "src-tauri/src"],
        &["printpdf"],
        |path| path == "core/src/print/pdf.rs",
    );
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_core_has_no_window_no_clock_and_no_chance_of_its_own() {
    let words = [
        "tauri",
        "tokio",
        "async fn",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "rand::rng(",
        "rand::random",
        "from_os_rng",
        "TcpStream",
    ];
    // Tests may measure how long something takes.
    let faults = named(&["core/src"], &words, |path| path.ends_with("/tests.rs"));
    assert!(faults.is_empty(), "{faults:#?}");
    let manifest = fs::read_to_string(root().join("core/Cargo.toml")).unwrap();
    for word in ["tauri", "tokio", "reqwest"] {
        assert!(!manifest.contains(word), "core/Cargo.toml names {word}");
    }
}

#[test]
fn the_shell_holds_no_rule_of_the_business() {
    let rooms = [
        "orders", "requests", "people", "places", "settings", "access",
    ];
    let words: Vec<String> = rooms
        .iter()
        .map(|room| format!("repair_core::{room}"))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let faults = named(&["src-tauri/src"], &words, |_| false);
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Argon2 takes long on purpose: it is done where a verb prepares itself, never while it alone may write.
#[test]
fn secrets_are_hashed_and_tried_before_the_transaction_only() {
    let places = ["prepare", "try_pin", "sign_in_to_read", "restore_at_rest"];
    let (mut faults, mut found) = (Vec::new(), 0);
    for (path, text) in sources("core/src", &[".rs"]) {
        if path == "core/src/people/secret.rs" || path.ends_with("tests.rs") {
            continue;
        }
        let mut within = "";
        for (at, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            // The form of a kept hash may be named, the library not.
            let named = code.replace("$argon2id", "").to_lowercase();
            if named.contains("argon2") {
                faults.push(format!("{path}:{} names argon2", at + 1));
            }
            if let Some((_, rest)) = code.split_once("fn ") {
                within = rest.split(['(', '<']).next().unwrap_or("");
                continue;
            }
            let calls = [".try_on(", ".hash(rng)", "try_pin("];
            if calls.iter().any(|call| code.contains(call)) {
                found += 1;
                if !places.contains(&within) {
                    faults.push(format!("{path}:{} in {within}", at + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(found >= 15, "only {found} places were looked at");
}

#[test]
fn forms_and_exports_never_open_the_ledger() {
    for dir in ["core/src/print", "core/src/export"] {
        for (path, text) in sources(dir, &[".rs"]) {
            for word in [
                "ledger::Reader",
                "ledger::Writer",
                "ledger::Ledger",
                "&Reader<",
                "&mut Writer<",
            ] {
                assert!(!text.contains(word), "{path} names {word}");
            }
        }
    }
}

#[test]
fn files_stay_small() {
    let mut faults = Vec::new();
    for dir in [
        "core",
        "ctl",
        "src-tauri",
        "tests",
        "benches",
        "demo",
        "ui/src",
    ] {
        for (path, text) in sources(dir, &[".rs", ".ts", ".svelte", ".css"]) {
            let lines = text.lines().count();
            if lines > 400 && !path.starts_with("ui/src/bindings/") {
                faults.push(format!("{path}: {lines} lines"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_typescript_types_are_those_of_the_rust() {
    let committed = fs::read_to_string(root().join("ui/src/bindings/verbs.ts")).unwrap();
    assert!(
        committed == repair_core::desk::typescript::bindings(),
        "run ./dev bindings and commit what it writes"
    );
}

#[test]
fn nothing_reaches_outside_the_repository() {
    // How often a path climbs, against how deep its file lies: a plain clone has nothing beside it.
    let mut faults = Vec::new();
    let mut seen = 0;
    for dir in ["core", "ctl", "demo", "src-tauri", "tests", "benches", "ui"] {
        for (path, text) in sources(
            dir,
            &[".rs", ".ts", ".svelte", ".css", ".toml", ".json", ".sh"],
        ) {
            let depth = path.matches('/').count();
            // What is compiled goes by its own folder, what is opened at run time by that of its package.
            let package = (1..=depth)
                .rev()
                .map(|up| {
                    path.splitn(up + 1, '/')
                        .take(up)
                        .collect::<Vec<_>>()
                        .join("/")
                })
                .find(|dir| root().join(dir).join("Cargo.toml").exists());
            let package = package.map_or(0, |dir| dir.matches('/').count() + 1);
            for (at, line) in text.lines().enumerate() {
                seen += 1;
                let climbs = line.split("../").count() - 1;
                let ups =
                    line.match_indices("../")
                        .fold((0, 0, None), |(run, most, last), (i, _)| {
                            let run = if last == Some(i) { run + 1 } else { 1 };
                            (run, most.max(run), Some(i + 3))
                        });
                let climbs_from_root = concat!("root().join(", '"', "..");
                let from = if line.contains(climbs_from_root) {
                    0
                } else if line.contains("CARGO_MANIFEST_DIR") || line.contains("{}/../") {
                    package
                } else {
                    depth
                };
                if climbs > 0 && ups.1 > from {
                    faults.push(format!(
                        "{path}:{} leaves the repository: {}",
                        at + 1,
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(seen > 10_000, "too little was looked at");
    let dev = fs::read_to_string(root().join("dev")).unwrap();
    assert!(!dev.contains("../"), "./dev leaves the repository");
    assert!(faults.is_empty(), "{faults:#?}");
}
