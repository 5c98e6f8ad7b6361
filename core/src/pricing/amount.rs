//! Amounts of a quote: settled, between two limits, or not known yet; and the one rule of rounding.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::money::Money;
use crate::pricing::item::Quantity;

/// The least and the most something costs. A settled amount has both alike; nobody knows the most of what is priced
/// by the actual case before its review.
///
/// What a reason adds is such a pair too, one for each end; there a lowered end is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amount {
    pub from: Money,
    /// `None` while nobody knows.
    pub to: Option<Money>,
}

impl std::fmt::Display for Amount {
    /// Plain decimals: `30.00`, `50.00–80.00`, `20.00+` while nobody knows the most.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.to {
            Some(to) if to == self.from => self.from.fmt(f),
            Some(to) => write!(f, "{}–{to}", self.from),
            None => write!(f, "{}+", self.from),
        }
    }
}

impl Amount {
    pub const ZERO: Amount = Amount::settled(Money(0));

    /// An amount that is certain.
    pub const fn settled(amount: Money) -> Self {
        Self {
            from: amount,
            to: Some(amount),
        }
    }

    /// The amount, where it is certain.
    pub fn certain(self) -> Option<Money> {
        self.to.filter(|to| *to == self.from)
    }

    /// Both ends added up; what is unknown stays unknown.
    ///
    /// Errors: [`Code::AmountTooLarge`] beyond [`Money::MOST`].
    pub fn plus(self, other: Self) -> Result<Self> {
        let add = |a: Money, b: Money| within(a.0.checked_add(b.0));
        Ok(Self {
            from: add(self.from, other.from)?,
            to: match (self.to, other.to) {
                (Some(a), Some(b)) => Some(add(a, b)?),
                _ => None,
            },
        })
    }

    /// What `change`, which must not fall as its argument rises, adds to each end.
    pub(super) fn added(self, change: impl Fn(Money) -> Result<Money>) -> Result<Self> {
        let add = |end: Money| change(end).map(|then| Money(then.0 - end.0));
        Ok(Self {
            from: add(self.from)?,
            to: self.to.map(add).transpose()?,
        })
    }
}

/// `price` for each unit times `quantity`, rounded half up to the cent. Neither is negative.
///
/// Errors: [`Code::AmountTooLarge`].
pub(crate) fn times(price: Money, quantity: Quantity) -> Result<Money> {
    share(price, quantity.0, 1000)
}

/// `amount × part / whole`, rounded half up to the cent. Nothing is negative.
///
/// Errors: [`Code::AmountTooLarge`].
pub(super) fn share(amount: Money, part: i64, whole: i64) -> Result<Money> {
    let product = amount.0.checked_mul(part);
    within(
        product
            .and_then(|p| p.checked_add(whole / 2))
            .map(|p| p / whole),
    )
}

fn within(cents: Option<i64>) -> Result<Money> {
    match cents {
        Some(cents) if cents <= Money::MOST.0 => Ok(Money(cents)),
        _ => Err(Error::new(Code::AmountTooLarge).with("most", Money::MOST)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_cent_goes_up_and_less_goes_down() {
        for (cents, thousandths, product) in [
            (1000, 2000, 2000),
            (333, 2500, 833),
            (1, 500, 1),
            (1, 499, 0),
            (1001, 1500, 1502),
            (0, 7000, 0),
        ] {
            assert_eq!(
                times(Money(cents), Quantity(thousandths)),
                Ok(Money(product)),
                "{cents} × {thousandths}"
            );
        }
        assert_eq!(share(Money(3333), 3000, 10_000), Ok(Money(1000)));
        assert_eq!(share(Money(10_000), 50, 60), Ok(Money(8333)));
    }

    #[test]
    fn what_no_form_can_hold_is_refused() {
        let code = |amount: Result<Money>| amount.unwrap_err().code;
        assert_eq!(
            times(Money::MOST, Quantity(1000)),
            Ok(Money(99_999_999_999))
        );
        for quantity in [1001, i64::MAX] {
            let product = times(Money::MOST, Quantity(quantity));
            assert_eq!(code(product), Code::AmountTooLarge);
        }
        let most = Amount::settled(Money::MOST);
        assert_eq!(most.plus(Amount::ZERO), Ok(most));
        let more = most.plus(Amount::settled(Money(1)));
        assert_eq!(more.unwrap_err().code, Code::AmountTooLarge);
    }

    #[test]
    fn the_unknown_stays_unknown() {
        let some = Amount::settled(Money(500));
        let unknown = Amount {
            from: Money(100),
            to: None,
        };
        let sum = some.plus(unknown).unwrap();
        assert_eq!((sum.from, sum.to), (Money(600), None));
        assert_eq!((some.certain(), sum.certain()), (Some(Money(500)), None));
        let between = Amount {
            from: Money(1),
            to: Some(Money(2)),
        };
        assert_eq!(between.certain(), None);
    }
}
