//! The people of the office: first setup, sign-in, roles, departments, deputies and PINs.

pub mod add;
pub mod change;
pub mod departments;
pub mod deputies;
pub mod list;
pub mod secret;
pub mod session;
pub mod set_password;
pub mod set_pin;
pub mod set_up;
pub mod start_pin;
pub mod who;

/// Pinyin initials of a name, to find it by; where a name has several readings, each of them, set apart by blanks.
pub fn initials_of(name: &str) -> String {
    crate::fold::initials(name).join(" ")
}
