//! A ledger's key in a file of its own: where no keyring answers, and for the terminal.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{Code, Error, Result};
use crate::ledger::file::{Key, sync_folder};

/// The key file of a ledger, where nobody names another.
pub fn beside(ledger: &Path) -> PathBuf {
    ledger.with_extension("key")
}

/// Reads it.
///
/// Errors: [`Code::KeyMissing`] where it holds no key, [`Code::FileTrouble`], [`Code::NoAccess`].
pub fn read(file: &Path) -> Result<Key> {
    let text = std::fs::read_to_string(file).map_err(|e| Error::from(e).at(file))?;
    Key::from_hex(&text).ok_or_else(|| Error::new(Code::KeyMissing))
}

/// Writes a new one, for the user alone, so that it outlasts a power cut: without it the ledger is lost.
///
/// Errors: the file is there already, or cannot be written.
pub fn write(file: &Path, key: &Key) -> Result<()> {
    let at = |e: std::io::Error| Error::from(e).at(file);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file).map_err(at)?;
    out.write_all(key.to_hex().as_bytes()).map_err(at)?;
    out.sync_all().map_err(at)?;
    sync_folder(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::file::trouble::{Asked, Trouble};

    fn key(digit: &str) -> Key {
        Key::from_hex(&digit.repeat(64)).unwrap()
    }

    #[test]
    fn a_key_file_is_for_the_user_alone_and_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let file = beside(&dir.path().join("office.ledger"));
        assert_eq!(file, dir.path().join("office.key"));
        assert!(read(&file).is_err());
        write(&file, &key("a")).unwrap();
        assert!(write(&file, &key("b")).is_err());
        assert_eq!(read(&file).unwrap(), key("a"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::write(&file, "abc").unwrap();
        assert_eq!(read(&file).unwrap_err().code, Code::KeyMissing);
    }

    #[test]
    fn a_key_that_may_not_last_is_not_said_to_be_written() {
        let dir = tempfile::tempdir().unwrap();
        let _trouble = Trouble::when(|asked, _| asked == Asked::Sync);
        assert!(write(&dir.path().join("office.key"), &key("a")).is_err());
    }
}
