//! The office's rules, shown and changed by approval (R35); [`office`](crate::office) says what they hold.

pub mod change;
pub mod show;
