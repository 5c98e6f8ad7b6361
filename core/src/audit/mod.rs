//! The trail of every act, to be read (R36).

pub mod list;
pub mod show;
