//! What people do, through the door on a real encrypted ledger; and the walls of the house.

mod clocks;
mod contacts;
mod copies;
mod day;
mod estimates;
mod fees;
mod follow_up;
mod journey;
mod lateness;
mod matrix;
mod owner_material;
mod pages;
mod people;
mod price_lists;
mod prints;
mod quotes;
mod records;
mod registers;
mod rules;
mod schedules;
mod session;
mod settlement;
mod signatures;
mod support;
mod walls;
mod words;
