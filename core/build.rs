//! Lists the locale files, so that a new `locales/<locale>/<area>.ftl` is part of the catalogue without being
//! named anywhere.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("set by cargo"))
        .parent()
        .expect("core/ lies in the workspace")
        .join("locales");
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut list = String::from("&[\n");
    for locale in ["zh-Hant", "zh-Hans", "en"] {
        let folder = locales.join(locale);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.expect("a readable folder").path())
            .filter(|path| path.extension().is_some_and(|ext| ext == "ftl"))
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().expect("a file").to_string_lossy();
            writeln!(list, "    ({locale:?}, {name:?}, include_str!({file:?})),").expect("memory");
        }
    }
    list.push_str("]\n");
    let out = Path::new(&env::var("OUT_DIR").expect("set by cargo")).join("locale_files.rs");
    fs::write(out, list).expect("a writable OUT_DIR");
}
