//! Enums of plain names: what people choose from a short list.

/// An enum of plain names: the same snake_case text in JSON, in TypeScript, in the locale keys and in the ledger.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
                 ::serde::Serialize, ::serde::Deserialize, ::ts_rs::TS)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order of the menu.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name in JSON, the ledger and the locale keys.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }
    };
}
pub(crate) use names;
