//! `repairctl`: the same door from a terminal.

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the TypeScript declarations of every verb.
    Bindings,
}

#[expect(
    clippy::print_stdout,
    reason = "a command line speaks on standard output"
)]
fn main() {
    match Cli::parse().command {
        Command::Bindings => print!("{}", repair_core::desk::typescript::bindings()),
    }
}
