//! Passwords and PINs: argon2id hashes with a salt of their own.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use rand::RngExt;
use rand::rngs::StdRng;

use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
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

/// Under which name the tries of a person's password are counted once he is signed in.
pub fn tries_of(person: PersonId) -> String {
    format!("password:{person}")
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
