//! Opens a ledger for the terminal: key, lock and session.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger, key_file};
use repair_core::people::session::SignIn;
use repair_core::{Code, Error, Moment, Result};

use crate::At;
use crate::say::Say;

/// The moment of this call.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.map_or(0, |d| d.as_millis());
    Moment::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}

/// Randomness from the operating system.
pub fn seed() -> Result<[u8; 32]> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(Error::broken)?;
    Ok(seed)
}

impl At {
    /// The ledger's key. Errors: [`Code::KeyMissing`], [`Code::FileTrouble`], [`Code::NoAccess`].
    pub fn key(&self) -> Result<Key> {
        if let Some(named) = &self.key_file {
            return key_file::read(named);
        }
        let file = key_file::beside(&self.ledger);
        if !file.exists() {
            return Err(Error::new(Code::KeyMissing));
        }
        key_file::read(&file)
    }

    /// The ledger's path in full, as the program itself would name it.
    pub fn path(&self) -> PathBuf {
        std::path::absolute(&self.ledger).unwrap_or_else(|_| self.ledger.clone())
    }

    /// Opens it for writing. Errors: as [`Ledger::open`].
    pub fn open(&self) -> Result<Desk> {
        Desk::new(Ledger::open(&self.path(), self.key()?)?, seed()?)
    }

    /// Opens it for writing, or, while another program writes it, for reading.
    pub fn open_as_can(&self) -> Result<Desk> {
        let path: &Path = &self.path();
        let key = self.key()?;
        let ledger = match Ledger::open(path, key.clone()) {
            Err(error) if error.code == Code::LedgerLocked => Ledger::open_to_read(path, key),
            opened => opened,
        };
        Desk::new(ledger?, seed()?)
    }
}

/// The password of `login`: from the environment, or asked for.
pub fn password(login: &str, say: Say) -> Result<String> {
    match std::env::var("REPAIR_PASSWORD") {
        Ok(password) => Ok(password),
        Err(_) => {
            let ask = say.text("ctl-password", &[("login", login)]);
            Ok(rpassword::prompt_password(ask)?)
        }
    }
}

/// Signs in and returns the session.
pub fn sign_in(desk: &Desk, login: &str, say: Say) -> Result<String> {
    let password = password(login, say)?;
    if !desk.ledger().writes() {
        return desk.sign_in_to_read(now(), login, &password);
    }
    let verb = SignIn {
        login: login.to_owned(),
        password: password.into(),
    };
    let signed_in = desk.call(None, now(), verb)?;
    Ok(signed_in.value.token)
}
