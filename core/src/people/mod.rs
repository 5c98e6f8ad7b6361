//! The people of the office: first setup, sign-in, roles, deputies and PINs.

pub mod secret;
pub mod session;
pub mod set_up;
pub mod who;

/// Pinyin initials of a name, to find it by.
pub fn initials_of(name: &str) -> String {
    name.to_owned()
}
