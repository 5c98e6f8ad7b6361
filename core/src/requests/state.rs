//! The request's state machine, pure.
//!
//! ```text
//! Recorded ─answer→ answered                        Recorded ─ask|reply|contact→ Recorded (R5)
//! Recorded ─wait_crew→ WaitingCrew ─arrange→ Recorded (R6)
//! Recorded ─review→ InReview ─feasible→ InReview ─consent→ Recorded     (R19)
//! InReview ─infeasible→ infeasible                  InReview ─refuse_quote→ quote_refused
//! Recorded ─ask_defect→ Confirming ─defect→ defect  Confirming ─not_defect→ Recorded (R23)
//! InReview|Confirming ─order→ Ordered, where there is danger (R19)
//! Recorded|WaitingCrew ─danger→ Recorded; InReview|Confirming|Ordered ─danger→ as it was (R19)
//! Recorded|WaitingCrew ─order→ Ordered              Ordered ─reopen→ Recorded (its order was voided)
//! Recorded|WaitingCrew ─help→ helped_elsewhere      Recorded|WaitingCrew ─join→ joined
//! Recorded ─coordinate→ coordinated (R14)           Recorded|WaitingCrew|InReview|Confirming ─withdraw→ withdrawn
//! WaitingCrew|InReview ─unreached→ unreached        Ordered ─close(done|exempt|declined|withdrawn|unreached)→ ended
//! ```

use crate::error::{Code, Error};
use crate::ledger::request_state::{RequestEnding, RequestState, RequestStep};
use crate::ledger::requests::{Danger, Request};

/// Where a request is after a step: still open, or ended and how.
pub type Standing = (RequestState, Option<RequestEnding>);

/// What a step depends on beside the state.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// A review found a plan that the requester can accept (R19).
    pub planned: bool,
    /// Water, fire, power or a lift: a crew goes at once to make safe, whatever is still asked (R19).
    pub danger: bool,
}

impl Facts {
    /// Of a request as it is.
    pub fn of(request: &Request) -> Self {
        Self {
            planned: !request.plan.is_empty(),
            danger: request.danger != Danger::None,
        }
    }
}

/// Where the step leads.
///
/// Errors: `RequestStepNotNow` (params `state`, `step`), `PlanFirst`.
pub fn next(state: RequestState, step: RequestStep, facts: Facts) -> Result<Standing, Error> {
    use RequestEnding as E;
    use RequestState as S;
    use RequestStep as T;
    let refuse = |code| {
        Err(Error::new(code)
            .with("state", state.as_str())
            .with("step", step.as_str()))
    };
    let ended = |how| Ok((S::Ended, Some(how)));
    match (state, step) {
        (S::Recorded, T::Answer) => ended(E::Answered),
        (S::Recorded, T::Ask | T::Reply | T::Contact) => Ok((S::Recorded, None)),
        (S::Recorded, T::WaitCrew) => Ok((S::WaitingCrew, None)),
        (S::WaitingCrew, T::Arrange) => Ok((S::Recorded, None)),
        (S::Recorded, T::Review) => Ok((S::InReview, None)),
        (S::InReview, T::Feasible) => Ok((S::InReview, None)),
        (S::InReview, T::Infeasible) => ended(E::Infeasible),
        (S::InReview, T::Consent | T::RefuseQuote) if !facts.planned => refuse(Code::PlanFirst),
        (S::InReview, T::Consent) => Ok((S::Recorded, None)),
        (S::InReview, T::RefuseQuote) => ended(E::QuoteRefused),
        (S::Recorded, T::AskDefect) => Ok((S::Confirming, None)),
        (S::Confirming, T::Defect) => ended(E::Defect),
        (S::Confirming, T::NotDefect) => Ok((S::Recorded, None)),
        (S::Recorded | S::WaitingCrew, T::Danger) => Ok((S::Recorded, None)),
        (S::InReview | S::Confirming | S::Ordered, T::Danger) => Ok((state, None)),
        (S::Recorded | S::WaitingCrew, T::Order) => Ok((S::Ordered, None)),
        (S::InReview | S::Confirming, T::Order) if facts.danger => Ok((S::Ordered, None)),
        (S::Recorded | S::WaitingCrew, T::Help) => ended(E::HelpedElsewhere),
        (S::Recorded | S::WaitingCrew, T::Join) => ended(E::Joined),
        (S::Recorded, T::Coordinate) => ended(E::Coordinated),
        (S::Recorded | S::WaitingCrew | S::InReview | S::Confirming, T::Withdraw) => {
            ended(E::Withdrawn)
        }
        (S::WaitingCrew | S::InReview, T::Unreached) => ended(E::Unreached),
        (S::Ended, T::Tell) => Ok((S::Ended, None)),
        _ => refuse(Code::RequestStepNotNow),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    const PLANNED: Facts = Facts {
        planned: true,
        danger: false,
    };

    #[test]
    fn danger_goes_at_once_whatever_is_still_asked() {
        for state in [RequestState::InReview, RequestState::Confirming] {
            let danger = Facts {
                danger: true,
                ..Facts::default()
            };
            let (to, _) = next(state, RequestStep::Order, danger).unwrap();
            assert_eq!(to, RequestState::Ordered);
            let refused = next(state, RequestStep::Order, PLANNED).unwrap_err();
            assert_eq!(refused.code, Code::RequestStepNotNow);
        }
    }

    #[test]
    fn the_whole_machine() {
        let mut table = String::new();
        for state in RequestState::ALL {
            for step in RequestStep::ALL {
                if let Ok((to, ending)) = next(*state, *step, PLANNED) {
                    let ending = ending
                        .map(|e| format!(" ({})", e.as_str()))
                        .unwrap_or_default();
                    writeln!(
                        table,
                        "{} --{}-> {}{ending}",
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
            "the state machine differs from core/src/requests/state.golden"
        );
    }

    #[test]
    fn consent_needs_a_plan() {
        for step in [RequestStep::Consent, RequestStep::RefuseQuote] {
            let refused = next(RequestState::InReview, step, Facts::default()).unwrap_err();
            assert_eq!(refused.code, Code::PlanFirst);
        }
    }
}
