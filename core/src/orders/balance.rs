//! What is due for an order and what is still owed, pure.

use serde::Serialize;
use ts_rs::TS;

use crate::ledger::order_state::OrderState;
use crate::ledger::orders::Order;
use crate::ledger::payments::{Payment, PaymentKind};
use crate::money::Money;

/// Sums of an order's money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Balance {
    /// What the requester agreed to (R20); nothing before.
    pub agreed: Money,
    /// What is to be paid by now: what was agreed, once the work is finished.
    pub due: Money,
    /// The work is not finished: nothing is owed yet, and nothing that was paid in advance is to be given back.
    pub under_way: bool,
    pub paid: Money,
    pub refunded: Money,
    pub waived: Money,
}

impl Balance {
    /// The sums of an order with these rows.
    pub fn of(order: &Order, rows: &[Payment]) -> Self {
        let sum = |kind| {
            let rows = rows.iter().filter(|row| row.kind == kind);
            Money(rows.map(|row| row.amount.0).sum())
        };
        let void = matches!(
            order.state,
            OrderState::Declined | OrderState::Voided | OrderState::Withdrawn
        );
        let agreed = order
            .fee
            .filter(|_| order.fee_agreed_at.is_some() && !void)
            .unwrap_or_default();
        let under_way = order.finished_at.is_none() && !void;
        Self {
            agreed,
            due: if under_way { Money(0) } else { agreed },
            under_way,
            paid: sum(PaymentKind::Payment),
            refunded: sum(PaymentKind::Refund),
            waived: sum(PaymentKind::Waiver),
        }
    }

    /// What is still owed; less than nothing where money is to be given back. What is waived is never given back.
    pub fn owed(&self) -> Money {
        if self.under_way {
            return Money(0);
        }
        Money((self.due.0 - self.waived.0).max(0) - self.refundable().0)
    }

    /// The most that can be taken now.
    pub fn payable(&self) -> Money {
        Money((self.agreed.0 - self.waived.0 - self.refundable().0).max(0))
    }

    /// The most that can be given back.
    pub fn refundable(&self) -> Money {
        Money(self.paid.0 - self.refunded.0)
    }
}

/// Payments of which something can be given back, with the most that can: what of them was not given back yet, and
/// never more than of all payments together. A refund that names no payment stands for the whole.
pub fn returnable(rows: &[Payment]) -> Vec<(&Payment, Money)> {
    let sum = |counts: &dyn Fn(&&Payment) -> bool| {
        let rows = rows.iter().filter(counts);
        rows.map(|row| row.amount.0).sum::<i64>()
    };
    let all =
        sum(&|row| row.kind == PaymentKind::Payment) - sum(&|row| row.kind == PaymentKind::Refund);
    let payments = rows.iter().filter(|row| row.kind == PaymentKind::Payment);
    payments
        .map(|paid| {
            let back = sum(&|row| row.gives_back == Some(paid.id));
            (paid, Money((paid.amount.0 - back).min(all)))
        })
        .filter(|(_, open)| *open > Money(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_waived_is_not_given_back_when_the_order_is_voided() {
        let voided = Balance {
            paid: Money(500),
            refunded: Money(200),
            waived: Money(700),
            ..Balance::default()
        };
        assert_eq!(voided.owed(), Money(-300));
        assert_eq!(voided.payable(), Money(0));
    }

    proptest! {
        /// Whatever was taken, given back and waived within its limits: what is owed and what was settled make up what
        /// is due, and nothing more can be taken or given back than there is.
        #[test]
        fn the_sums_of_an_order_hold_together(
            fee in 0_i64..1_000_000, finished: bool,
            acts in prop::collection::vec((0_u8..3, 1_i64..1_000_000), 0..12),
        ) {
            let mut balance = Balance {
                agreed: Money(fee),
                due: Money(if finished { fee } else { 0 }),
                under_way: !finished,
                ..Balance::default()
            };
            for (act, amount) in acts {
                match act {
                    0 => balance.paid.0 += amount.min(balance.payable().0),
                    1 => balance.refunded.0 += amount.min(balance.refundable().0),
                    _ => balance.waived.0 += amount.min(balance.owed().0.max(0)),
                }
                let settled = balance.paid.0 - balance.refunded.0 + balance.waived.0;
                prop_assert!(settled <= fee, "{:?}", balance);
                prop_assert!(!finished || balance.owed().0 + settled == fee);
                prop_assert!(finished || balance.owed() == Money(0));
                prop_assert!(balance.refundable().0 >= 0 && balance.payable().0 >= 0);
                prop_assert!(!finished || balance.owed() == balance.payable());
            }
        }
    }
}
