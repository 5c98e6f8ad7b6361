//! `repairctl`: the same door from a terminal.

mod call;
mod care;
mod demo;
mod office;
mod say;
mod verbs;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use repair_core::Result;
use repair_core::ledger::verify::Depth;
use repair_core::text::Locale;

use say::Say;

#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// Language of the messages: zh-Hant, zh-Hans or en.
    #[arg(long, global = true, env = "REPAIR_LANG", default_value = "zh-Hant", value_parser = locale)]
    lang: Locale,
    #[command(subcommand)]
    command: Command,
}

fn locale(tag: &str) -> std::result::Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| "zh-Hant, zh-Hans, en".to_owned())
}

/// The ledger and its key.
#[derive(Args)]
struct At {
    /// The ledger's file.
    #[arg(long, env = "REPAIR_LEDGER")]
    ledger: PathBuf,
    /// File with the ledger's key; without it, the file beside the ledger that ends in .key.
    #[arg(long, env = "REPAIR_KEY_FILE")]
    key_file: Option<PathBuf>,
}

/// Who does it. The password is asked for, or taken from the environment variable `REPAIR_PASSWORD`.
#[derive(Args)]
struct As {
    /// Sign-in name.
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

#[derive(Subcommand)]
enum Command {
    /// Lists every verb with what it needs, takes and returns.
    Verbs {
        /// Only this verb, with every type it is made of.
        name: Option<String>,
    },
    /// Runs one verb and prints its result as JSON. While another program writes the ledger, only reading verbs.
    Call {
        verb: String,
        /// The input as JSON; `-` reads it from standard input.
        #[arg(default_value = "{}")]
        input: String,
        #[command(flatten)]
        at: At,
        /// Sign-in name; not needed for verbs that are open before sign-in.
        #[arg(long = "as", value_name = "LOGIN")]
        login: Option<String>,
    },
    /// Checks a ledger or a backup: file, schema, chain of acts. Ends with 1 when faults are found.
    Verify {
        #[command(flatten)]
        at: At,
        /// Also hold every row against the acts that made it.
        #[arg(long)]
        rows: bool,
        /// A ledger check that was printed (its code, or at least 16 digits): whether it is part of this chain, at which
        /// act, and what came after. Ends with 1 when it is not.
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
    },
    /// Makes a checked backup in the office's folder for backups.
    Backup {
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        by: As,
        /// Another folder.
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Checks a backup and puts it in the ledger's place; the replaced ledger is kept beside it.
    Restore {
        /// The backup's file.
        backup: PathBuf,
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        by: As,
    },
    /// Makes a demo office in a new folder: its ledger and key, lives of orders, every refused step, forms, registers,
    /// and `journey.json` with each call and its result.
    Demo {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Prints the TypeScript declarations of every verb.
    Bindings,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let say = Say(cli.lang);
    match run(cli.command, say) {
        Ok(code) => code,
        Err(error) => {
            say.error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command, say: Say) -> Result<ExitCode> {
    match command {
        Command::Verbs { name } => verbs::list(name.as_deref()),
        Command::Call {
            verb,
            input,
            at,
            login,
        } => call::call(&at, login.as_deref(), &verb, &input, say),
        Command::Verify { at, rows, head } => {
            let depth = if rows { Depth::Rows } else { Depth::Chain };
            care::verify(&at, depth, head.as_deref(), say)
        }
        Command::Backup { at, by, to } => care::back_up(&at, &by, to.as_deref(), say),
        Command::Restore { backup, at, by } => care::restore(&at, &by, &backup, say),
        Command::Demo { out } => demo::make(&out, say),
        Command::Bindings => {
            say::line(repair_core::desk::typescript::bindings().trim_end());
            Ok(ExitCode::SUCCESS)
        }
    }
}
