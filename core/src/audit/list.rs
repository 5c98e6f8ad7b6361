//! The trail of acts, with filters, page by page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{ReadVerb, Reader};
use crate::error::Result;
use crate::ids::ActId;
use crate::ledger::audit_trail::{Act, ActFilter};

/// A page of the trail, the newest act first.
#[derive(Deserialize, TS)]
pub struct ListActs {
    #[serde(default)]
    pub filter: ActFilter,
    /// `next` of the page before; empty for the first page.
    pub before: Option<ActId>,
    /// At most 500.
    pub limit: u32,
}

/// One page.
#[derive(Debug, Serialize, TS)]
pub struct ActPage {
    pub acts: Vec<Act>,
    /// Where the next page goes on. A page may be short, even empty, and still not be the last: only so many acts are
    /// looked through at a time.
    pub next: Option<ActId>,
}

impl ReadVerb for ListActs {
    const NAME: &'static str = "audit.list";
    const ACTION: Action = Action::SeeAudit;
    type Out = ActPage;

    fn run(self, r: &Reader<'_>) -> Result<ActPage> {
        let (acts, next) = Act::page(r, &self.filter, self.before, self.limit.clamp(1, 500))?;
        Ok(ActPage { acts, next })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;
    use crate::desk::Desk;
    use crate::desk::testing::{at, desk_with_office, sign_in};
    use crate::door::When;
    use crate::ledger::audit::Outcome;
    use crate::moment::Moment;
    use crate::people::session::SignIn;

    fn list(
        desk: &Desk,
        token: &str,
        filter: ActFilter,
        before: Option<ActId>,
        limit: u32,
    ) -> ActPage {
        let verb = ListActs {
            filter,
            before,
            limit,
        };
        desk.read(Some(token), at(6), verb).unwrap()
    }

    fn ids(page: &ActPage) -> Vec<i64> {
        page.acts.iter().map(|a| a.id.0).collect()
    }

    static CLOCK: AtomicI64 = AtomicI64::new(0);

    fn clock() -> Moment {
        Moment::from_millis(CLOCK.load(Ordering::Relaxed))
    }

    #[test]
    fn what_took_long_stands_behind_the_acts_of_others_and_a_day_is_found_whole() {
        let (_dir, desk) = desk_with_office();
        let set = |now: Moment| CLOCK.store(now.millis(), Ordering::Relaxed);
        set(at(10));
        let work = desk.work_unasked("backup.daily", When::by(clock), |work| {
            for minute in 20..25 {
                sign_in(&desk, at(minute));
            }
            set(at(30));
            work.record(|w| {
                w.note("made", true);
                assert_eq!(w.now(), at(30));
                Ok(())
            })
        });
        work.unwrap();
        let token = sign_in(&desk, at(40));
        let span = |from, to| {
            let filter = ActFilter {
                from: Some(at(from)),
                to: Some(at(to)),
                ..ActFilter::default()
            };
            let acts = list(&desk, &token, filter, None, 500).acts;
            acts.into_iter().map(|act| act.verb).collect::<Vec<_>>()
        };
        assert_eq!(span(25, 35), ["backup.daily"]);
        assert_eq!(span(20, 29).len(), 5);
        // Should someone put the clock back, nothing ends before it was begun.
        set(at(50));
        let work = desk.work_unasked("backup.daily", When::by(clock), |work| {
            set(at(45));
            work.record(|w| Ok(w.now()))
        });
        assert_eq!(work.unwrap().value, at(50));
    }

    #[test]
    fn pages_follow_one_another_and_filters_hold() {
        let (_dir, desk) = desk_with_office(); // act 1 at 0
        let mut token = String::new();
        for minute in 1..=5 {
            token = sign_in(&desk, at(minute)); // acts 2 to 6
        }
        let wrong = SignIn {
            login: "ming".into(),
            password: "not this one".into(),
        };
        desk.call(None, at(6), wrong).unwrap_err(); // act 7
        let all = ActFilter::default;

        let first = list(&desk, &token, all(), None, 3);
        assert_eq!(ids(&first), [7, 6, 5]);
        let second = list(&desk, &token, all(), first.next, 3);
        assert_eq!(ids(&second), [4, 3, 2]);
        let third = list(&desk, &token, all(), second.next, 3);
        assert_eq!((ids(&third), third.next), (vec![1], None));

        let filtered = |filter| ids(&list(&desk, &token, filter, None, 500));
        let refused = Some(Outcome::Refused);
        assert_eq!(
            filtered(ActFilter {
                outcome: refused,
                ..all()
            }),
            [7]
        );
        assert_eq!(
            filtered(ActFilter {
                verb: "people".into(),
                ..all()
            }),
            [7, 6, 5, 4, 3, 2]
        );
        assert_eq!(
            filtered(ActFilter {
                verb: "people.sign_in".into(),
                ..all()
            })
            .len(),
            6
        );
        assert_eq!(
            filtered(ActFilter {
                verb: "peop".into(),
                ..all()
            }),
            [0; 0]
        );
        assert_eq!(
            filtered(ActFilter {
                subject: "person:1".into(),
                ..all()
            }),
            [7, 6, 5, 4, 3, 2, 1]
        );
        assert_eq!(
            filtered(ActFilter {
                subject: "person".into(),
                ..all()
            }),
            [7, 6, 5, 4, 3, 2, 1]
        );
        assert_eq!(
            filtered(ActFilter {
                subject: "person:12".into(),
                ..all()
            }),
            [0; 0]
        );
        let span = ActFilter {
            from: Some(at(2)),
            to: Some(at(4)),
            ..all()
        };
        assert_eq!(filtered(span), [5, 4, 3]);
        let none = ActFilter {
            from: Some(at(50)),
            ..all()
        };
        assert_eq!(filtered(none), [0; 0]);
        let one = list(
            &desk,
            &token,
            ActFilter {
                from: Some(at(6)),
                ..all()
            },
            None,
            1,
        );
        assert_eq!((ids(&one), one.next), (vec![7], None));
    }
}
