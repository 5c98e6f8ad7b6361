//! The ledger's key: in the keyring of the operating system, or, where none answers, in a file that the user alone
//! may read. The pages before sign-in then say so, for as long as it lies there.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use keyring::{Entry, Error as KeyringError};
use repair_core::ledger::{Key, key_file};
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
    look_for(ledger, system)?.ok_or_else(|| Error::new(Code::KeyMissing))
}

/// The key of a ledger that is yet to be made: one kept by an earlier attempt, or `fresh`.
pub fn find_or_keep(ledger: &Path, fresh: impl FnOnce() -> Key) -> Result<Found> {
    match look_for(ledger, system)? {
        Some(found) => Ok(found),
        None => keep(ledger, fresh()),
    }
}

/// Where a keyring keeps the key of this account.
type Place = std::result::Result<Entry, KeyringError>;

/// In the keyring of the operating system.
fn system(account: &str) -> Place {
    Entry::new(SERVICE, account)
}

fn look_for(
    ledger: &Path,
    place: impl Fn(&str) -> Place + Send + 'static,
) -> Result<Option<Found>> {
    let file = key_file::beside(ledger);
    if file.exists() {
        let key = key_file::read(&file)?;
        let file = Some(file);
        return Ok(Some(Found { key, file }));
    }
    match ask_keyring(ledger, place) {
        Answer::Is(text) => match Key::from_hex(&text) {
            Some(key) => Ok(Some(Found { key, file: None })),
            None => Err(Error::new(Code::KeyMissing)),
        },
        Answer::Nothing | Answer::Silent => Ok(None),
    }
}

/// Puts a key into the keyring, or else into a file. A key file that is there already stays, under another name.
pub fn keep(ledger: &Path, key: Key) -> Result<Found> {
    keep_in(ledger, key, system)
}

fn keep_in(
    ledger: &Path,
    key: Key,
    place: impl Fn(&str) -> Place + Clone + Send + 'static,
) -> Result<Found> {
    let (name, text, there) = (account(ledger), key.to_hex(), place.clone());
    let told = in_time(move || there(&name)?.set_password(&text));
    // Read back: some keyrings accept a secret and forget it.
    let kept = matches!(told, Answer::Is(()))
        && matches!(ask_keyring(ledger, place), Answer::Is(text) if text == key.to_hex());
    let file = key_file::beside(ledger);
    put_aside(&file)?;
    if kept {
        return Ok(Found { key, file: None });
    }
    key_file::write(&file, &key)?;
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

fn ask_keyring(ledger: &Path, place: impl Fn(&str) -> Place + Send + 'static) -> Answer<String> {
    let account = account(ledger);
    in_time(move || place(&account)?.get_password())
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

#[cfg(test)]
mod tests {
    use keyring_core::api::CredentialStoreApi as _;

    use super::*;

    fn key(digit: &str) -> Key {
        Key::from_hex(&digit.repeat(64)).unwrap()
    }

    /// A keyring in memory, which is reached as the system's is.
    fn keyring() -> impl Fn(&str) -> Place + Clone + Send + 'static {
        let store = keyring_core::mock::Store::new().unwrap();
        move |account: &str| {
            let inner = store.build(SERVICE, account, None)?;
            Ok(Entry { inner })
        }
    }

    #[test]
    fn a_key_is_kept_in_the_keyring_and_read_back_from_it() {
        let dir = tempfile::tempdir().unwrap();
        let (ledger, other) = (dir.path().join("office.ledger"), dir.path().join("other"));
        let place = keyring();
        assert!(look_for(&ledger, place.clone()).unwrap().is_none());
        // A key file of an earlier day without a keyring is put aside.
        let file = key_file::beside(&ledger);
        key_file::write(&file, &key("b")).unwrap();
        let kept = keep_in(&ledger, key("a"), place.clone()).unwrap();
        assert_eq!((kept.key, kept.file), (key("a"), None));
        assert!(!file.exists());
        let found = look_for(&ledger, place.clone()).unwrap().unwrap();
        assert_eq!((found.key, found.file), (key("a"), None));
        assert!(
            look_for(&other, place).unwrap().is_none(),
            "another ledger's"
        );
    }

    #[test]
    fn a_keyring_that_forgets_or_refuses_leaves_the_key_to_the_file() {
        let forgets = |account: &str| keyring()(account);
        let refuses = |_: &str| Err(KeyringError::NoDefaultStore);
        let dir = tempfile::tempdir().unwrap();
        for (n, place) in [forgets as fn(&str) -> Place, refuses]
            .into_iter()
            .enumerate()
        {
            let ledger = dir.path().join(format!("{n}.ledger"));
            let kept = keep_in(&ledger, key("a"), place).unwrap();
            assert_eq!(kept.file, Some(key_file::beside(&ledger)));
            let found = look_for(&ledger, place).unwrap().unwrap();
            assert_eq!((found.key, found.file), (key("a"), kept.file));
        }
    }

    #[test]
    fn an_old_key_file_stays_under_another_name() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("office.key");
        key_file::write(&file, &key("a")).unwrap();
        put_aside(&file).unwrap();
        assert!(!file.exists());
        let old = dir.path().join("office.key.old-1");
        assert_eq!(key_file::read(&old).unwrap(), key("a"));
    }

    #[test]
    fn a_key_file_that_is_there_is_taken() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("office.ledger");
        let file = key_file::beside(&ledger);
        key_file::write(&file, &key("a")).unwrap();
        let found = find_or_keep(&ledger, || key("b")).unwrap();
        assert_eq!((found.key, found.file), (key("a"), Some(file)));
    }

    #[test]
    fn a_damaged_key_file_is_not_replaced_by_a_new_key() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("office.ledger");
        std::fs::write(key_file::beside(&ledger), "abc").unwrap();
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
