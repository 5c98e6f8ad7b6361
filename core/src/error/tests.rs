use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;

/// The sentences of one language, and the keys its file declares in their order.
fn sentences(language: &str) -> (FluentBundle<FluentResource>, Vec<String>) {
    let path = format!(
        "{}/../locales/{language}/errors.ftl",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&path).unwrap();
    let keys = text
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(|line| line.split(" =").next().unwrap_or(line).to_owned())
        .collect();
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle
        .add_resource(FluentResource::try_new(text).unwrap())
        .unwrap();
    (bundle, keys)
}

#[test]
fn every_code_has_its_sentence_in_three_languages_with_params_that_are_always_there() {
    for language in ["zh-Hant", "zh-Hans", "en"] {
        let (bundle, keys) = sentences(language);
        let mut wanted: Vec<String> = Code::ALL
            .iter()
            .map(|c| format!("error-{}", c.as_str()))
            .collect();
        let mut faults = Vec::new();
        for code in Code::ALL {
            let key = format!("error-{}", code.as_str());
            let Some(pattern) = bundle.get_message(&key).and_then(|m| m.value()) else {
                faults.push(format!("{language}: {key} is missing"));
                continue;
            };
            let mut args = FluentArgs::new();
            for param in code.params() {
                args.set(*param, "‹value›");
            }
            let mut errors = Vec::new();
            let sentence = bundle.format_pattern(pattern, Some(&args), &mut errors);
            if !errors.is_empty() || sentence.trim().is_empty() {
                faults.push(format!("{language}: {key}: {errors:?}"));
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
        let mut keys = keys;
        keys.sort();
        wanted.sort();
        assert_eq!(keys, wanted, "{language}: no sentence without a code");
    }
}

#[test]
fn a_failure_of_the_disk_names_what_can_be_done_about_it() {
    use std::io::{Error as Io, ErrorKind as K};
    for (kind, code) in [
        (K::StorageFull, Code::DiskFull),
        (K::QuotaExceeded, Code::DiskFull),
        (K::PermissionDenied, Code::NoAccess),
        (K::ReadOnlyFilesystem, Code::NoAccess),
        (K::NotFound, Code::FileTrouble),
    ] {
        let error = Error::from(Io::from(kind));
        assert_eq!(error.code, code, "{kind:?}");
        let given: Vec<_> = error.params.keys().map(String::as_str).collect();
        assert_eq!(given, code.params(), "{kind:?}");
    }
}
