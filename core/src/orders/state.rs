//! The order's state machine, pure: from a state and a step to the next state, or the reason why not.
//!
//! ```text
//! Issued ─notify→ Issued                 Issued ─accept→ Accepted ─arrive→ OnSite
//! OnSite ─amend→ OnSite                  OnSite ─agree→ OnSite      (finish is refused while a fee is not agreed, R20)
//! OnSite ─finish→ Finished ─confirm→ Confirmed ─countersign→ Signed ─return→ Returned
//!                                        (without countersignature, R13: Confirmed ─return→ Returned)
//! Confirmed ─reject→ Accepted            OnSite ─decline→ Declined
//! Issued|Accepted|OnSite ─transfer→ Issued      Accepted|OnSite ─reassign→ Issued
//! Accepted|OnSite ─pause→ Waiting ─resume→ Accepted
//! Issued|Accepted|Waiting|OnSite ─coordinate→ Coordinated ─conclude→ Returned (R14)
//! Returned ─follow_up(satisfied|mostly)→ Archived          Returned ─follow_up(not reached)→ Returned
//! Returned ─follow_up(not satisfied)→ Redispatched + next order of the chain (R16)
//! Returned ─close_unreached→ Unreached   (three tries on two days, by the desk supervisor, R16)
//! (while an amount is open that is not on account, Returned is neither archived nor exempted nor closed, R22)
//! Returned ─exempt→ Exempted             Issued|Accepted|Waiting ─void→ Voided (every printed copy back or lost)
//! Accepted|Waiting|OnSite ─withdraw→ Withdrawn
//! ```

use crate::error::{Code, Error};
use crate::ledger::order_state::{FollowUpOutcome, OrderState, OrderStep};
use crate::money::Money;

/// What the machine must know beside the state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// The kind of order asks for the supervisor's signature (R13).
    pub countersign: bool,
    /// A fee is due and the requester has not agreed to it (R20).
    pub fee_open: bool,
    /// Printed copies that are neither at the desk nor recorded as lost.
    pub copies_out: u32,
    /// Enough calls on enough days went unanswered (R16).
    pub unreached: bool,
    /// What is owed of the fee and not on account (R22).
    pub owed: Money,
}

/// Where the step leads. A follow-up's outcome is given; other steps ignore it.
///
/// Errors: `StepNotNow` (params `state`, `step`), `AgreeFeeFirst`, `CountersignFirst`, `CopiesOut`,
/// `UnreachedTooEarly`, `OpenAmount`.
pub fn next(
    state: OrderState,
    step: OrderStep,
    outcome: Option<FollowUpOutcome>,
    facts: Facts,
) -> Result<OrderState, Error> {
    use OrderState as S;
    use OrderStep as T;
    let refuse = |code| {
        Err(Error::new(code)
            .with("state", state.as_str())
            .with("step", step.as_str()))
    };
    let archives = match step {
        T::CloseUnreached | T::Exempt => true,
        T::FollowUp => matches!(
            outcome,
            Some(FollowUpOutcome::Satisfied | FollowUpOutcome::Mostly)
        ),
        _ => false,
    };
    if archives && state == S::Returned && facts.owed > Money(0) {
        return refuse(Code::OpenAmount).map_err(|e: Error| e.with("amount", facts.owed));
    }
    match (state, step) {
        (S::Issued, T::Notify) => Ok(S::Issued),
        (S::Issued, T::Accept) => Ok(S::Accepted),
        (S::Accepted, T::Arrive) => Ok(S::OnSite),
        (S::OnSite, T::Amend | T::Agree) => Ok(S::OnSite),
        (S::OnSite, T::Finish) if facts.fee_open => refuse(Code::AgreeFeeFirst),
        (S::OnSite, T::Finish) => Ok(S::Finished),
        (S::Finished, T::Confirm) => Ok(S::Confirmed),
        (S::Confirmed, T::Countersign) if facts.countersign => Ok(S::Signed),
        (S::Confirmed, T::Return) if facts.countersign => refuse(Code::CountersignFirst),
        (S::Confirmed | S::Signed, T::Return) => Ok(S::Returned),
        (S::Confirmed, T::Reject) => Ok(S::Accepted),
        (S::OnSite, T::Decline) => Ok(S::Declined),
        (S::Issued | S::Accepted | S::OnSite, T::Transfer) => Ok(S::Issued),
        (S::Accepted | S::OnSite, T::Reassign) => Ok(S::Issued),
        (S::Accepted | S::OnSite, T::Pause) => Ok(S::Waiting),
        (S::Waiting, T::Resume) => Ok(S::Accepted),
        (S::Issued | S::Accepted | S::Waiting | S::OnSite, T::Coordinate) => Ok(S::Coordinated),
        (S::Coordinated, T::Conclude) => Ok(S::Returned),
        (S::Returned, T::FollowUp) => Ok(match outcome {
            Some(FollowUpOutcome::Satisfied | FollowUpOutcome::Mostly) => S::Archived,
            Some(FollowUpOutcome::NotSatisfied) => S::Redispatched,
            Some(FollowUpOutcome::NotReached) | None => S::Returned,
        }),
        (S::Returned, T::CloseUnreached) if !facts.unreached => refuse(Code::UnreachedTooEarly),
        (S::Returned, T::CloseUnreached) => Ok(S::Unreached),
        (S::Returned, T::Exempt) => Ok(S::Exempted),
        (S::Issued | S::Accepted | S::Waiting, T::Void) if facts.copies_out > 0 => {
            refuse(Code::CopiesOut)
        }
        (S::Issued | S::Accepted | S::Waiting, T::Void) => Ok(S::Voided),
        (S::Accepted | S::Waiting | S::OnSite, T::Withdraw) => Ok(S::Withdrawn),
        _ => refuse(Code::StepNotNow),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// Every state × step, so that a change to the machine shows as a change to this table.
    #[test]
    fn the_whole_machine() {
        let mut table = String::new();
        for state in OrderState::ALL {
            for step in OrderStep::ALL {
                if let Ok(to) = next(
                    *state,
                    *step,
                    Some(FollowUpOutcome::Satisfied),
                    Facts::default(),
                ) {
                    writeln!(
                        table,
                        "{} --{}-> {}",
                        state.as_str(),
                        step.as_str(),
                        to.as_str()
                    )
                    .unwrap();
                }
            }
        }
        let golden = include_str!("state.golden");
        assert_eq!(
            table, golden,
            "the state machine differs from core/src/orders/state.golden"
        );
    }

    #[test]
    fn final_states_take_no_step() {
        for state in OrderState::ALL.iter().filter(|s| s.is_final()) {
            for step in OrderStep::ALL {
                let refused = next(*state, *step, None, Facts::default()).unwrap_err();
                assert_eq!(refused.code, Code::StepNotNow);
            }
        }
    }

    #[test]
    fn conditions_hold_steps_back() {
        use OrderState as S;
        use OrderStep as T;
        let code = |state, step, facts| next(state, step, None, facts).unwrap_err().code;
        assert_eq!(
            code(
                S::OnSite,
                T::Finish,
                Facts {
                    fee_open: true,
                    ..Facts::default()
                }
            ),
            Code::AgreeFeeFirst
        );
        let countersign = Facts {
            countersign: true,
            ..Facts::default()
        };
        assert_eq!(
            code(S::Confirmed, T::Return, countersign),
            Code::CountersignFirst
        );
        assert_eq!(
            next(S::Confirmed, T::Countersign, None, countersign).unwrap(),
            S::Signed
        );
        assert_eq!(
            code(S::Confirmed, T::Countersign, Facts::default()),
            Code::StepNotNow
        );
        assert_eq!(
            code(
                S::Issued,
                T::Void,
                Facts {
                    copies_out: 1,
                    ..Facts::default()
                }
            ),
            Code::CopiesOut
        );
        assert_eq!(
            code(S::Returned, T::CloseUnreached, Facts::default()),
            Code::UnreachedTooEarly
        );
        let unreached = Facts {
            unreached: true,
            ..Facts::default()
        };
        assert_eq!(
            next(S::Returned, T::CloseUnreached, None, unreached).unwrap(),
            S::Unreached
        );
        let owing = Facts {
            owed: Money(1),
            unreached: true,
            ..Facts::default()
        };
        for (step, outcome) in [
            (T::FollowUp, Some(FollowUpOutcome::Satisfied)),
            (T::FollowUp, Some(FollowUpOutcome::Mostly)),
            (T::CloseUnreached, None),
            (T::Exempt, None),
        ] {
            let refused = next(S::Returned, step, outcome, owing).unwrap_err();
            assert_eq!(refused.code, Code::OpenAmount);
        }
        let again = Some(FollowUpOutcome::NotSatisfied);
        assert_eq!(
            next(S::Returned, T::FollowUp, again, owing).unwrap(),
            S::Redispatched
        );
        let not = Some(FollowUpOutcome::NotSatisfied);
        assert_eq!(
            next(S::Returned, T::FollowUp, not, Facts::default()).unwrap(),
            S::Redispatched
        );
    }
}
