//! The ledger's key: in the keyring of the operating system, or, where none answers, in a file that the user alone
//! may read. The window then shows a notice for as long as it lies there.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use keyring::{Entry, Error as KeyringError};
use repair_core::ledger::Key;
use repair_core::{Code, Error, Result};

/// A keyring that asks its owner for a password may wait forever; the program does not.
const PATIENCE: Duration = Duration::from_secs(3);

const SERVICE: &str = "repair-desk";

/// A key and where it lies.
pub struct Found {
    pub key: Key,
    /// Set when no keyring answered and the key lies in this file.
    pub file: Option<PathBuf>,
}

/// What a keyring said.
#[derive(Debug)]
enum Answer<T> {
    Is(T),
    /// It answered and holds no such key.
    Nothing,
    /// It is not there, refused, or did not answer in time.
    Silent,
}

/// Finds the key of `ledger`.
///
/// Errors: [`Code::KeyMissing`] when it is not to be had now; [`Code::FileTrouble`].
pub fn find(ledger: &Path) -> Result<Found> {
    look_for(ledger)?.ok_or_else(|| Error::new(Code::KeyMissing))
}

/// The key of a ledger that is yet to be made: one kept by an earlier attempt, or `fresh`.
pub fn find_or_keep(ledger: &Path, fresh: impl FnOnce() -> Key) -> Result<Found> {
    match look_for(ledger)? {
        Some(found) => Ok(found),
        None => keep(ledger, fresh()),
    }
}

fn look_for(ledger: &Path) -> Result<Option<Found>> {
    let file = file_beside(ledger);
    if file.exists() {
        let key = read_file(&file)?;
        let file = Some(file);
        return Ok(Some(Found { key, file }));
    }
    match ask_keyring(&account(ledger)) {
        Answer::Is(text) => match Key::from_hex(&text) {
            Some(key) => Ok(Some(Found { key, file: None })),
            None => Err(Error::new(Code::KeyMissing)),
        },
        Answer::Nothing | Answer::Silent => Ok(None),
    }
}

/// Puts a key into the keyring, or else into a file. A key file that is there already stays, under another name.
pub fn keep(ledger: &Path, key: Key) -> Result<Found> {
    let (name, text) = (account(ledger), key.to_hex());
    let told = in_time(move || Entry::new(SERVICE, &name)?.set_password(&text));
    // Read back: some keyrings accept a secret and forget it.
    let kept = matches!(told, Answer::Is(()))
        && matches!(ask_keyring(&account(ledger)), Answer::Is(text) if text == key.to_hex());
    let file = file_beside(ledger);
    put_aside(&file)?;
    if kept {
        return Ok(Found { key, file: None });
    }
    write_file(&file, &key)?;
    let file = Some(file);
    Ok(Found { key, file })
}

/// A ledger's name in the keyring.
fn account(ledger: &Path) -> String {
    ledger.display().to_string()
}

/// An old key may be all that opens an old ledger: it is never overwritten.
fn put_aside(file: &Path) -> io::Result<()> {
    if !file.exists() {
        return Ok(());
    }
    let free = (1..).map(|n| file.with_added_extension(format!("old-{n}")));
    let free = free.into_iter().find(|path| !path.exists());
    std::fs::rename(file, free.unwrap_or_else(|| file.to_owned()))
}

fn ask_keyring(account: &str) -> Answer<String> {
    let account = account.to_owned();
    in_time(move || Entry::new(SERVICE, &account)?.get_password())
}

/// Asks on a thread of its own, which is left to itself if it does not answer.
fn in_time<T: Send + 'static>(
    ask: impl FnOnce() -> std::result::Result<T, KeyringError> + Send + 'static,
) -> Answer<T> {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens any more when the answer is late.
        let _ = tell.send(ask());
    });
    match told.recv_timeout(PATIENCE) {
        Ok(Ok(value)) => Answer::Is(value),
        Ok(Err(KeyringError::NoEntry)) => Answer::Nothing,
        Ok(Err(_)) | Err(_) => Answer::Silent,
    }
}

/// The key file of a ledger.
pub fn file_beside(ledger: &Path) -> PathBuf {
    ledger.with_extension("key")
}

fn read_file(file: &Path) -> Result<Key> {
    let text = std::fs::read_to_string(file)?;
    Key::from_hex(&text).ok_or_else(|| Error::new(Code::KeyMissing))
}

/// Writes a new key file for the user alone. Errors: the file is there already, or cannot be written.
pub fn write_file(file: &Path, key: &Key) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file)?;
    out.write_all(key.to_hex().as_bytes())?;
    out.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(digit: &str) -> Key {
        Key::from_hex(&digit.repeat(64)).unwrap()
    }

    #[test]
    fn a_key_file_is_for_the_user_alone_and_read_back() {
        let dir = tempfile::tempdir().unwrap();
        let file = file_beside(&dir.path().join("office.ledger"));
        write_file(&file, &key("a")).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let found = find_or_keep(&dir.path().join("office.ledger"), || key("b")).unwrap();
        assert_eq!(found.key, key("a"));
        assert_eq!(found.file, Some(file));
    }

    #[test]
    fn a_key_file_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("office.key");
        write_file(&file, &key("a")).unwrap();
        assert!(write_file(&file, &key("b")).is_err());
        assert_eq!(read_file(&file).unwrap(), key("a"));
        put_aside(&file).unwrap();
        assert!(!file.exists());
        let old = dir.path().join("office.key.old-1");
        assert_eq!(read_file(&old).unwrap(), key("a"));
    }

    #[test]
    fn a_damaged_key_file_is_not_replaced_by_a_new_key() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("office.ledger");
        std::fs::write(file_beside(&ledger), "abc").unwrap();
        let error = find_or_keep(&ledger, || key("b")).err().unwrap();
        assert_eq!(error.code, Code::KeyMissing);
        assert_eq!(find(&ledger).err().unwrap().code, Code::KeyMissing);
    }

    #[test]
    fn a_silent_keyring_is_not_waited_for() {
        let begun = std::time::Instant::now();
        let answer = in_time(|| {
            std::thread::sleep(Duration::from_secs(60));
            Ok(())
        });
        assert!(matches!(answer, Answer::Silent));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}
