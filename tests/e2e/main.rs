//! Window tests: the real program in a real window, worked by keyboard. `./dev test e2e` builds what they need.

mod after_the_call;
mod book;
mod book_in;
mod corrections;
mod day;
mod dialogs;
mod fees;
mod heads;
mod intake;
mod journey;
mod keeping;
mod late;
mod lives;
mod money;
mod office;
mod one_key;
mod opening;
mod papers;
mod prices;
mod rail;
mod rescue;
mod safe;
mod safekeeping;
mod set_up;
mod stale;
mod tour;
