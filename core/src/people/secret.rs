//! Passwords and PINs: argon2id hashes with a salt of their own.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use rand::RngExt;
use rand::rngs::StdRng;
use serde::Deserialize;

use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::Reader;
use crate::ledger::column::Hashed;
use crate::ledger::people::Person;

/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 8;

/// Whether `secret` is what was hashed.
fn matches(secret: &str, hashed: &Hashed) -> bool {
    PasswordHash::new(&hashed.0).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(secret.as_bytes(), &hash)
            .is_ok()
    })
}

/// Checks the password that a person gives again before changing a secret of his own; it was tried before.
///
/// Errors: `Missing`, [`Code::WrongPassword`] on `field`.
pub fn check_password(field: &str, given: Option<&Tried>, person: &Person) -> Result<()> {
    let given = given
        .filter(|given| !given.typed.is_empty())
        .ok_or_else(|| Error::missing(field))?;
    if given.fits(person.password.as_ref()) {
        Ok(())
    } else {
        Err(Error::new(Code::WrongPassword).on(field))
    }
}

/// A password or PIN that a person chooses. Hashing takes long on purpose, so it is done before the transaction in
/// which no one else can write; within it the form is judged and the hash taken.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Chosen {
    typed: String,
    hashed: Option<Hashed>,
}

impl<T: Into<String>> From<T> for Chosen {
    fn from(typed: T) -> Self {
        Self {
            typed: typed.into(),
            hashed: None,
        }
    }
}

impl Chosen {
    /// Hashes it with a salt of its own.
    pub fn hash(&mut self, rng: &mut StdRng) -> Result<()> {
        let salt: [u8; 16] = rng.random();
        let hash = Argon2::default()
            .hash_password_with_salt(self.typed.as_bytes(), &salt)
            .map_err(Error::broken)?;
        self.hashed = Some(Hashed(hash.to_string()));
        Ok(())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// The hash of a password. Errors: [`Code::PasswordShort`] on `field`.
    pub fn password(self, field: &str) -> Result<Hashed> {
        if self.typed.chars().count() < PASSWORD_MIN {
            return Err(Error::new(Code::PasswordShort)
                .with("min", PASSWORD_MIN)
                .on(field));
        }
        self.made()
    }

    /// The hash of a PIN of four to eight digits. Errors: [`Code::PinForm`] on `field`.
    pub fn pin(self, field: &str) -> Result<Hashed> {
        let digits = self.typed.bytes().all(|b| b.is_ascii_digit());
        if !(4..=8).contains(&self.typed.len()) || !digits {
            return Err(Error::new(Code::PinForm).on(field));
        }
        self.made()
    }

    fn made(self) -> Result<Hashed> {
        self.hashed
            .ok_or_else(|| Error::broken("a secret that was not hashed before"))
    }
}

/// A secret as it was typed, and the hash it was found to fit. Trying takes long on purpose, so it is done before the
/// transaction in which no one else can write; within it, only whether the hash is still the same is looked at.
#[derive(Clone, Deserialize)]
#[serde(from = "String")]
pub struct Tried {
    typed: String,
    fitted: Option<Hashed>,
}

impl<T: Into<String>> From<T> for Tried {
    fn from(typed: T) -> Self {
        Self {
            typed: typed.into(),
            fitted: None,
        }
    }
}

impl std::fmt::Debug for Tried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tried")
    }
}

impl Tried {
    /// Tries the secret on a hash and keeps in mind that it fits. Where there is none, as long is spent for nothing, so
    /// that time does not tell it.
    pub fn try_on(&mut self, hashed: Option<&Hashed>) -> bool {
        let Some(hashed) = hashed else {
            let spent = Argon2::default().hash_password_with_salt(self.typed.as_bytes(), &[0; 16]);
            std::hint::black_box(spent.is_ok());
            return false;
        };
        let fits = matches(&self.typed, hashed);
        if fits {
            self.fitted = Some(hashed.clone());
        }
        fits
    }

    /// Whether it was found to fit just this hash.
    pub fn fits(&self, hashed: Option<&Hashed>) -> bool {
        hashed.is_some() && self.fitted.as_ref() == hashed
    }
}

/// Under which name the tries of a person's password are counted once he is signed in.
pub fn tries_of(person: PersonId) -> String {
    format!("{PASSWORD_TRIES}:{person}")
}

/// Under which name the tries of a person's PIN are counted.
pub fn pin_tries_of(person: PersonId) -> String {
    format!("{PIN_TRIES}:{person}")
}

/// Under which name the tries of a sign-in name are counted.
pub fn login_tries_of(login: &str) -> String {
    format!("{LOGIN_TRIES}:{}", login.trim().to_lowercase())
}

const PASSWORD_TRIES: &str = "password";
const PIN_TRIES: &str = "pin";
const LOGIN_TRIES: &str = "login";
const SESSION_TRIES: &str = "session";

/// Under which name the tries of a locked session are counted.
pub fn session_tries_of(token: &str) -> String {
    format!("{SESSION_TRIES}:{token}")
}

/// Whose secret was tried under such a name; `seated` is the person of the session. Nobody's, where no active person
/// signs in by the name: what was typed there may be a password in the wrong field.
pub fn whose(r: &Reader<'_>, tries: &str, seated: Option<PersonId>) -> Result<Option<Person>> {
    let id = match tries.split_once(':') {
        Some((LOGIN_TRIES, login)) => return Person::by_login(r, login),
        Some((SESSION_TRIES, _)) => seated,
        Some((PASSWORD_TRIES | PIN_TRIES, id)) => id.parse().ok().map(PersonId),
        _ => None,
    };
    id.map(|id| Person::get(r, id)).transpose()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn hashed(typed: &str, seed: u64) -> Chosen {
        let mut chosen = Chosen::from(typed);
        chosen.hash(&mut StdRng::seed_from_u64(seed)).unwrap();
        chosen
    }

    #[test]
    fn a_hash_matches_its_own_secret_only() {
        let hashed = hashed("long enough", 1).password("password").unwrap();
        assert!(matches("long enough", &hashed));
        assert!(!matches("long enougH", &hashed));
        assert!(hashed.0.starts_with("$argon2id$"));
    }

    #[test]
    fn what_was_tried_fits_that_hash_and_no_other_of_the_same_secret() {
        let of = |seed| hashed("long enough", seed).password("password").unwrap();
        let (first, second) = (of(1), of(2));
        let mut tried = Tried::from("long enough");
        assert!(!tried.fits(Some(&first)), "not tried yet");
        assert!(!tried.try_on(None) && !tried.fits(None));
        assert!(tried.try_on(Some(&first)) && tried.fits(Some(&first)));
        assert!(!tried.fits(Some(&second)), "set anew meanwhile");
        assert!(!Tried::from("long enougH").try_on(Some(&first)));
    }

    #[test]
    fn refuses_short_passwords_and_odd_pins() {
        let code = |error: Error| error.code;
        let short = hashed("七個字還是短", 1).password("p");
        assert_eq!(short.map_err(code), Err(Code::PasswordShort));
        for pin in ["123", "123456789", "12a4", ""] {
            let refused = hashed(pin, 1).pin("pin");
            assert_eq!(refused.map_err(code), Err(Code::PinForm), "{pin}");
        }
    }

    #[test]
    fn what_was_not_hashed_beforehand_is_never_hashed_late() {
        let late = Chosen::from("long enough").password("password");
        assert_eq!(late.unwrap_err().code, Code::Broken);
    }
}
