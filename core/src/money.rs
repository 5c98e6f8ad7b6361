//! Money in integer cents of the office's one currency.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in cents. JSON carries the integer.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
pub struct Money(pub i64);

impl std::fmt::Display for Money {
    /// Plain decimal with two places, such as `-12.50`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{}.{:02}",
            self.0.unsigned_abs() / 100,
            self.0.unsigned_abs() % 100
        )
    }
}

crate::ledger::column::stored_as_integer!(Money);

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn prints_two_places_and_the_sign() {
        assert_eq!(Money(1250).to_string(), "12.50");
        assert_eq!(Money(-5).to_string(), "-0.05");
        assert_eq!(Money(0).to_string(), "0.00");
    }
}
