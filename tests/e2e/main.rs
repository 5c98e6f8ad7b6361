//! Window tests: the real program in a real window, worked by keyboard. `./dev test e2e` builds what they need.

mod day;
mod dialogs;
mod journey;
mod office;
mod opening;
mod rescue;
mod safe;
mod set_up;
mod tour;
