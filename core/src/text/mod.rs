//! The words of the program: one Fluent catalogue (`locales/<locale>/<area>.ftl`) for forms, exports and the screen.
//!
//! Numbers, money and dates are handed over as finished strings, because Rust and the screen would format them
//! differently; a raw number ([`Arg::Count`]) only selects a plural.

pub mod time;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every locale file: locale, file name, content.
const FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/locale_files.rs"));

/// A language of the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Locale {
    /// Traditional Chinese, office style of Taiwan and Hong Kong.
    #[default]
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// Simplified Chinese as a mainland office writes.
    #[serde(rename = "zh-Hans")]
    ZhHans,
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// Every language, first language first.
    pub const ALL: [Locale; 3] = [Locale::ZhHant, Locale::ZhHans, Locale::En];

    /// BCP 47 tag, which is also the folder's name.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhHant => "zh-Hant",
            Locale::ZhHans => "zh-Hans",
            Locale::En => "en",
        }
    }

    /// The language with this BCP 47 tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 3] =
            [const { OnceLock::new() }; 3];
        BUNDLES[self as usize].get_or_init(|| load(self))
    }
}

/// What is filled into a message.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A finished string.
    Text(&'a str),
    /// A number that selects a plural; it is not meant to be printed.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

/// The message `key` in `locale`, with `args` filled in.
///
/// A missing key or parameter is a fault of the program: a debug build stops, a release build shows the key.
pub fn text(locale: Locale, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    match resolve(locale, key, args) {
        Ok(text) => text,
        Err(fault) => {
            debug_assert!(false, "{}: {fault}", locale.tag());
            key.to_owned()
        }
    }
}

/// The word for a value out of a list of [`names`](crate::names): `order-state` and `on_site` give `order-state-on-site`.
pub fn word(locale: Locale, list: &str, value: &str) -> String {
    text(locale, &format!("{list}-{}", value.replace('_', "-")), &[])
}

/// Whether the catalogue has a message of that name.
pub fn has(locale: Locale, key: &str) -> bool {
    locale
        .bundle()
        .get_message(key)
        .is_some_and(|message| message.value().is_some())
}

fn resolve(
    locale: Locale,
    key: &str,
    args: &[(&str, Arg<'_>)],
) -> std::result::Result<String, String> {
    let bundle = locale.bundle();
    let pattern = bundle
        .get_message(key)
        .and_then(|message| message.value())
        .ok_or_else(|| format!("no message `{key}`"))?;
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, arg)| {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Count(count) => FluentValue::from(*count),
            };
            (*name, value)
        })
        .collect();
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut faults);
    match faults.first() {
        None => Ok(text.into_owned()),
        Some(fault) => Err(format!("`{key}`: {fault}")),
    }
}

fn load(locale: Locale) -> FluentBundle<FluentResource> {
    let id = locale.tag().parse().expect("a BCP 47 tag");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for (_, name, source) in FILES.iter().filter(|file| file.0 == locale.tag()) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, e)| {
            debug_assert!(false, "{}/{name}: {e:?}", locale.tag());
            rest
        });
        if let Err(clash) = bundle.add_resource(resource) {
            debug_assert!(false, "{}/{name}: {clash:?}", locale.tag());
        }
    }
    bundle
}
