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

/// Hashes a password. Errors: [`Code::PasswordShort`] on `field`.
pub fn hash_password(field: &str, password: &str, rng: &mut StdRng) -> Result<Hashed> {
    if password.chars().count() < PASSWORD_MIN {
        return Err(Error::new(Code::PasswordShort)
            .with("min", PASSWORD_MIN)
            .on(field));
    }
    hash(password, rng)
}

/// Hashes a PIN of four to eight digits. Errors: [`Code::PinForm`] on `field`.
pub fn hash_pin(field: &str, pin: &str, rng: &mut StdRng) -> Result<Hashed> {
    if !(4..=8).contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Error::new(Code::PinForm).on(field));
    }
    hash(pin, rng)
}

fn hash(secret: &str, rng: &mut StdRng) -> Result<Hashed> {
    let salt: [u8; 16] = rng.random();
    let hash = Argon2::default()
        .hash_password_with_salt(secret.as_bytes(), &salt)
        .map_err(Error::broken)?;
    Ok(Hashed(hash.to_string()))
}

/// Whether `secret` is what was hashed.
pub fn matches(secret: &str, hashed: &Hashed) -> bool {
    PasswordHash::new(&hashed.0).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(secret.as_bytes(), &hash)
            .is_ok()
    })
}

/// Checks the password that a person gives again before changing a secret of his own.
///
/// Errors: `Missing`, [`Code::WrongPassword`] on `field`.
pub fn check_password(field: &str, given: Option<&str>, person: &Person) -> Result<()> {
    let given = given
        .filter(|text| !text.is_empty())
        .ok_or_else(|| Error::missing(field))?;
    match &person.password {
        Some(hash) if matches(given, hash) => Ok(()),
        _ => Err(Error::new(Code::WrongPassword).on(field)),
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

    #[test]
    fn a_hash_matches_its_own_secret_only() {
        let mut rng = StdRng::seed_from_u64(1);
        let hashed = hash_password("password", "long enough", &mut rng).unwrap();
        assert!(matches("long enough", &hashed));
        assert!(!matches("long enougH", &hashed));
        assert!(hashed.0.starts_with("$argon2id$"));
    }

    #[test]
    fn what_was_tried_fits_that_hash_and_no_other_of_the_same_secret() {
        let mut rng = StdRng::seed_from_u64(1);
        let mut hashed = || hash_password("password", "long enough", &mut rng).unwrap();
        let (first, second) = (hashed(), hashed());
        let mut tried = Tried::from("long enough");
        assert!(!tried.fits(Some(&first)), "not tried yet");
        assert!(!tried.try_on(None) && !tried.fits(None));
        assert!(tried.try_on(Some(&first)) && tried.fits(Some(&first)));
        assert!(!tried.fits(Some(&second)), "set anew meanwhile");
        assert!(!Tried::from("long enougH").try_on(Some(&first)));
    }

    #[test]
    fn refuses_short_passwords_and_odd_pins() {
        let mut rng = StdRng::seed_from_u64(1);
        assert_eq!(
            hash_password("p", "七個字還是短", &mut rng)
                .unwrap_err()
                .code,
            Code::PasswordShort
        );
        for pin in ["123", "123456789", "12a4", ""] {
            assert_eq!(
                hash_pin("pin", pin, &mut rng).unwrap_err().code,
                Code::PinForm,
                "{pin}"
            );
        }
    }
}
