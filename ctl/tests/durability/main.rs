//! Real files that something is wrong with, real disks that are full, and the terminal that tells of them.

mod disks;
mod files;
mod full;
mod office;
mod terminal;
