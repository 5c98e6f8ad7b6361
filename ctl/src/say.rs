//! What the terminal is told: results on standard output, sentences and progress on standard error.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use repair_core::Error;
use repair_core::ledger::task::Progress;
use repair_core::text::{Arg, Locale, text};

/// Prints a line of the result.
#[expect(
    clippy::print_stdout,
    reason = "a command line speaks on standard output"
)]
pub fn line(text: &str) {
    println!("{text}");
}

/// Speaks one language.
#[derive(Clone, Copy)]
pub struct Say(pub Locale);

impl Say {
    /// The sentence `key` with its params.
    pub fn text(self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(k, v)| (*k, Arg::Text(v))).collect();
        text(self.0, key, &args)
    }

    /// Prints the sentence as part of the result.
    pub fn result(self, key: &str, args: &[(&str, &str)]) {
        line(&self.text(key, args));
    }

    /// Prints an error's sentence, its code, the field it belongs to, and the cause.
    pub fn error(self, error: &Error) {
        let args: Vec<(&str, &str)> = error
            .params
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        let code = error.code.as_str();
        let mut out = std::io::stderr().lock();
        // Nobody is left to tell when standard error itself is closed.
        let _ = writeln!(out, "{}", self.text(&format!("error-{code}"), &args));
        let field = error.field.as_deref().map(|f| format!(" {f}"));
        let cause = error.cause.as_deref().map(|c| format!(": {c}"));
        let _ = writeln!(
            out,
            "  [{code}{}{}]",
            field.unwrap_or_default(),
            cause.unwrap_or_default()
        );
    }

    /// Runs `f` while `look` tells how far it is, shown on a terminal only.
    pub fn watch<T>(self, look: impl Fn() -> Option<Progress> + Sync, f: impl FnOnce() -> T) -> T {
        if !std::io::stderr().is_terminal() {
            return f();
        }
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    if let Some(progress) = look() {
                        self.show(progress);
                    }
                    std::thread::sleep(Duration::from_millis(150));
                }
                let _ = write!(std::io::stderr(), "\r\x1b[K");
            });
            let value = f();
            over.store(true, Ordering::Relaxed);
            value
        })
    }

    fn show(self, progress: Progress) {
        let stage = self.text(&format!("ctl-stage-{}", progress.stage.as_str()), &[]);
        let how_far = (progress.done * 100)
            .checked_div(progress.total)
            .map_or_else(String::new, |percent| format!(" {}%", percent.min(100)));
        let _ = write!(std::io::stderr(), "\r\x1b[K{stage}{how_far}");
    }
}
