//! What the tests share.

pub mod window;
