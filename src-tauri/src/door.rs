//! The way from the window to the door of the core.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::door::When;
use repair_core::ledger::{Key, Ledger};
use repair_core::{Code, Error, Result};
use serde::Serialize;
use serde_json::Value;
use tauri::State;
use tauri::async_runtime::spawn_blocking;

use crate::demo::DemoAccess;
use crate::{home, keys, log};

/// How often the program looks whether the daily backup is due; also the wait after the start, which has other work.
const BACKUP_ROUND: Duration = Duration::from_secs(3 * 60);

/// The same for window tests, which do not wait so long: seconds in an environment variable. A release build has none
/// of this.
#[cfg(debug_assertions)]
const BACKUP_SECONDS: &str = "REPAIR_DESK_BACKUP_SECONDS";

fn backup_round() -> Duration {
    #[cfg(debug_assertions)]
    if let Some(seconds) = std::env::var(BACKUP_SECONDS)
        .ok()
        .and_then(|s| s.parse().ok())
    {
        return Duration::from_secs(seconds);
    }
    BACKUP_ROUND
}

/// The door to the ledger, or why there is none. It opens while the window is being drawn.
pub struct Door {
    opened: Mutex<Arc<OnceLock<Result<Opened>>>>,
    home: PathBuf,
}

#[derive(Clone)]
struct Opened {
    desk: Arc<Desk>,
    key_file: Option<PathBuf>,
}

impl Door {
    /// Begins to open the ledger in `home`, or to make it at the first start. What goes wrong is told to every
    /// caller.
    pub fn open(home: PathBuf) -> Self {
        let opened = Mutex::new(begin_to_open(home.clone()));
        Self { opened, home }
    }

    /// Tries again where the ledger could not be opened; an open one stays open.
    pub fn open_again(&self) {
        let mut opened = self.opened.lock().unwrap_or_else(|e| e.into_inner());
        if matches!(opened.get(), Some(Err(_))) {
            *opened = begin_to_open(self.home.clone());
        }
    }

    fn opened(&self) -> Arc<OnceLock<Result<Opened>>> {
        Arc::clone(&self.opened.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// A way to wait for the desk behind the door where waiting is allowed.
    ///
    /// Errors: why it could not be opened.
    pub fn desk(&self) -> impl FnOnce() -> Result<Arc<Desk>> + Send + use<> {
        let opened = self.opened();
        move || opened.wait().clone().map(|opened| opened.desk)
    }

    /// The program's folder.
    pub fn home(&self) -> &Path {
        &self.home
    }
}

fn begin_to_open(home: PathBuf) -> Arc<OnceLock<Result<Opened>>> {
    let opened = Arc::new(OnceLock::new());
    let tell = Arc::clone(&opened);
    std::thread::spawn(move || {
        let result = catch_unwind(AssertUnwindSafe(|| open(&home)))
            .unwrap_or_else(|_| Err(Error::new(Code::Broken)));
        if let Err(error) = &result {
            log_error("start", error);
        }
        let desk = result.as_ref().ok().map(|opened| Arc::clone(&opened.desk));
        // This thread alone sets it, once.
        let _ = tell.set(result);
        if let Some(desk) = desk {
            back_up_daily(&desk);
        }
    });
    opened
}

fn open(home: &Path) -> Result<Opened> {
    let path = home::ledger(home);
    let (found, ledger) = if Ledger::is_there(&path) {
        let found = keys::find(&path)?;
        let ledger = Ledger::open(&path, found.key)?;
        (found.file, ledger)
    } else {
        let mut rng = StdRng::from_seed(seed()?);
        let found = keys::find_or_keep(&path, || Key::random(&mut rng))?;
        let ledger = Ledger::create(&path, found.key, &mut rng)?;
        (found.file, ledger)
    };
    Ok(Opened {
        desk: Arc::new(Desk::new(ledger, seed()?)?),
        key_file: found,
    })
}

/// Asks for the daily backup until the program ends; the core knows when one is due (R40).
fn back_up_daily(desk: &Desk) -> ! {
    loop {
        std::thread::sleep(backup_round());
        // After a panic, whose place the log tells, tomorrow's backup is tried all the same.
        let tried = catch_unwind(AssertUnwindSafe(|| desk.back_up_if_due(When::by(log::now))));
        if let Ok(Err(error)) = tried {
            log_error("backup.daily", &error);
        }
    }
}

/// Randomness from the operating system.
pub fn seed() -> Result<[u8; 32]> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(Error::broken)?;
    Ok(seed)
}

/// What the window is told about a call: exactly one of the two.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// `{ "value": …, "touched": […] }`
    Ok(Value),
    Err(Error),
}

impl Told {
    /// The answer to `what`; an error that was not foreseen gets a line in the log.
    pub fn of(what: &str, result: Result<Value>) -> Self {
        match result {
            Ok(value) => Self::Ok(value),
            Err(error) => {
                log_error(what, &error);
                Self::Err(error)
            }
        }
    }
}

/// Calls a verb by name with the session's token.
#[tauri::command]
pub async fn call(
    door: State<'_, Door>,
    token: Option<String>,
    name: String,
    input: Value,
) -> std::result::Result<Told, ()> {
    let desk = door.desk();
    let verb = name.clone();
    let result = in_background(move || {
        desk()?.call_by_name(token.as_deref(), When::by(log::now), &name, input)
    });
    Ok(Told::of(&verb, result.await))
}

/// Runs `work` where it may block; a panic in it becomes [`Code::Broken`].
pub async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Error::new(Code::Broken)))
}

/// Only what was not foreseen is worth a line, and parameters stay out: they may quote what was typed.
pub fn log_error(what: &str, error: &Error) {
    if let Some(cause) = &error.cause {
        log::line(&format!("{what}: {} ({cause})", error.code.as_str()));
    } else if error.code == Code::Broken {
        log::line(&format!("{what}: broken"));
    }
}

/// What the window should know about this computer.
#[derive(Debug, Serialize)]
pub struct About {
    version: &'static str,
    /// Where ledger and log lie.
    home: PathBuf,
    /// The file that holds the ledger's key because no keyring answered.
    key_file: Option<PathBuf>,
    /// Whether this is a build for trying out, which offers the demo office.
    trying_out: bool,
    /// How to sign in, when the ledger is that office.
    demo: Option<DemoAccess>,
}

/// Tells the window about this computer.
#[tauri::command]
pub async fn about(door: State<'_, Door>) -> Result<About> {
    let (opened, home) = (door.opened(), door.home.clone());
    in_background(move || {
        let key_file = opened.wait().as_ref().ok().and_then(|o| o.key_file.clone());
        Ok(About {
            version: env!("CARGO_PKG_VERSION"),
            demo: DemoAccess::of(&home),
            home,
            key_file,
            trying_out: cfg!(debug_assertions),
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use repair_core::ledger::key_file;

    fn wait<T>(future: impl Future<Output = T>) -> T {
        tauri::async_runtime::block_on(future)
    }

    #[test]
    fn a_panic_becomes_an_answer() {
        let error = wait(in_background::<()>(|| panic!("on purpose"))).unwrap_err();
        assert_eq!(error.code, Code::Broken);
    }

    #[test]
    fn the_window_is_told_ok_or_err() {
        let ok = serde_json::to_value(Told::of("test", Ok(Value::from(1)))).unwrap();
        assert_eq!(ok, serde_json::json!({ "ok": 1 }));
        let err = Told::of("test", Err(Error::missing("phone")));
        let err = serde_json::to_value(err).unwrap();
        assert_eq!(err["err"]["code"], "missing");
        assert_eq!(err["err"]["field"], "phone");
    }

    #[test]
    fn a_ledger_is_made_once_and_opened_again() {
        let dir = tempfile::tempdir().unwrap();
        // With a key file in place no test touches the keyring of whoever runs it.
        let key = Key::random(&mut StdRng::from_seed([1; 32]));
        key_file::write(&key_file::beside(&home::ledger(dir.path())), &key).unwrap();
        let first = open(dir.path()).unwrap();
        assert!(first.desk.ledger().path().exists());
        let second = Door::open(dir.path().to_owned());
        assert_eq!(second.desk()().err().unwrap().code, Code::LedgerLocked);
        drop(first);
        second.open_again();
        assert!(second.desk()().is_ok());
    }

    #[test]
    fn a_ledger_whose_making_was_interrupted_is_made_anew() {
        let dir = tempfile::tempdir().unwrap();
        let path = home::ledger(dir.path());
        let key = Key::random(&mut StdRng::from_seed([1; 32]));
        key_file::write(&key_file::beside(&path), &key).unwrap();
        let unfinished = path.with_added_extension("new");
        std::fs::write(&unfinished, "half").unwrap();
        open(dir.path()).unwrap();
        assert!(path.exists() && !unfinished.exists());
    }

    #[test]
    fn a_lost_ledger_is_missed_and_not_made_anew() {
        let dir = tempfile::tempdir().unwrap();
        let key = Key::random(&mut StdRng::from_seed([1; 32]));
        let path = home::ledger(dir.path());
        key_file::write(&key_file::beside(&path), &key).unwrap();
        drop(open(dir.path()).unwrap());
        std::fs::remove_file(&path).unwrap();
        let error = open(dir.path()).err().unwrap();
        assert_eq!(error.code, Code::LedgerMissing);
        assert!(!path.exists());
    }
}
