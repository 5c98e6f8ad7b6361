//! Who sits at the desk: sessions live in memory and end with the program.

use std::collections::HashMap;

use crate::door::SessionChange;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;

struct Session {
    person: PersonId,
    last_call: Moment,
    locked: bool,
}

/// Failed tries of one person or sign-in name.
#[derive(Default)]
struct Tries {
    failed: u32,
    blocked_until: Option<Moment>,
}

/// All open sessions, and the brakes on guessing.
#[derive(Default)]
pub struct Sessions {
    open: HashMap<String, Session>,
    tries: HashMap<String, Tries>,
}

/// Failed tries before a pause.
const TRIES: u32 = 5;

impl Sessions {
    /// The session's person. `idle_minutes` of silence lock it (0 never); `unlocking` lets a locked one pass.
    ///
    /// Errors: [`Code::SignInFirst`], [`Code::SessionLocked`].
    pub fn person(
        &mut self,
        token: &str,
        now: Moment,
        idle_minutes: u32,
        unlocking: bool,
    ) -> Result<PersonId> {
        let session = self
            .open
            .get_mut(token)
            .ok_or_else(|| Error::new(Code::SignInFirst))?;
        // A clock that was put back has seen no silence yet, and would else see none for as long as it was ahead.
        session.last_call = session.last_call.min(now);
        let idle = i64::from(idle_minutes) * 60;
        if idle > 0 && now.seconds_since(session.last_call) >= idle {
            session.locked = true;
        }
        if session.locked && !unlocking {
            return Err(Error::new(Code::SessionLocked));
        }
        Ok(session.person)
    }

    /// Notes a sign of life: an act of the person, not a refresh of the screen.
    pub fn alive(&mut self, token: &str, now: Moment) {
        if let Some(session) = self.open.get_mut(token) {
            session.last_call = now;
        }
    }

    /// Applies what a verb decided.
    pub fn apply(&mut self, change: SessionChange, token: Option<&str>, now: Moment) {
        match change {
            SessionChange::Open { token, person } => {
                self.open.insert(
                    token,
                    Session {
                        person,
                        last_call: now,
                        locked: false,
                    },
                );
            }
            SessionChange::Close => {
                if let Some(token) = token {
                    self.open.remove(token);
                }
            }
            SessionChange::Lock => {
                if let Some(session) = token.and_then(|t| self.open.get_mut(t)) {
                    session.locked = true;
                }
            }
            SessionChange::Unlock { token } => {
                if let Some(session) = self.open.get_mut(&token) {
                    session.locked = false;
                    session.last_call = now;
                }
            }
            SessionChange::End { person, all } => {
                let own = token.filter(|_| !all);
                self.open
                    .retain(|held, session| session.person != person || Some(held.as_str()) == own);
            }
        }
    }

    /// Errors: [`Code::TooManyTries`] while `subject` must wait after failed tries.
    pub fn may_try(&mut self, subject: &str, now: Moment) -> Result<()> {
        let blocked = self.tries.get_mut(subject);
        let Some(until) = blocked.and_then(|t| t.blocked_until.as_mut()) else {
            return Ok(());
        };
        // By a clock that was put back no pause is longer than the longest.
        *until = (*until).min(Moment::from_millis(now.millis() + pause(u32::MAX)));
        if *until > now {
            let seconds = until.seconds_since(now) + 1;
            return Err(Error::new(Code::TooManyTries).with("seconds", seconds));
        }
        Ok(())
    }

    /// Counts a try. After five failures each further one doubles the pause, from 30 seconds up to 16 minutes.
    pub fn tried(&mut self, subject: &str, succeeded: bool, now: Moment) {
        if succeeded {
            self.tries.remove(subject);
            return;
        }
        let tries = self.tries.entry(subject.to_owned()).or_default();
        tries.failed += 1;
        if tries.failed >= TRIES {
            let until = now.millis() + pause(tries.failed - TRIES);
            tries.blocked_until = Some(Moment::from_millis(until));
        }
    }
}

/// Milliseconds of the pause after so many failures beyond those that are free.
fn pause(more: u32) -> i64 {
    30_000 << more.min(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1000)
    }

    #[test]
    fn a_silent_session_locks_and_unlocks() {
        let mut s = Sessions::default();
        s.apply(
            SessionChange::Open {
                token: "t".into(),
                person: PersonId(1),
            },
            None,
            at(0),
        );
        assert!(s.person("t", at(899), 15, false).is_ok());
        assert_eq!(
            s.person("t", at(900), 15, false).unwrap_err().code,
            Code::SessionLocked
        );
        assert_eq!(s.person("t", at(901), 15, true).unwrap(), PersonId(1));
        s.apply(SessionChange::Unlock { token: "t".into() }, None, at(902));
        assert!(s.person("t", at(903), 15, false).is_ok());
        s.apply(SessionChange::Close, Some("t"), at(904));
        assert_eq!(
            s.person("t", at(905), 15, false).unwrap_err().code,
            Code::SignInFirst
        );
    }

    #[test]
    fn guessing_is_slowed_down() {
        let mut s = Sessions::default();
        for _ in 0..5 {
            s.may_try("mei", at(0)).unwrap();
            s.tried("mei", false, at(0));
        }
        assert_eq!(
            s.may_try("mei", at(29)).unwrap_err().code,
            Code::TooManyTries
        );
        assert!(s.may_try("mei", at(30)).is_ok());
        s.tried("mei", true, at(31));
        assert!(s.may_try("mei", at(31)).is_ok());
    }

    #[test]
    fn a_clock_put_back_neither_holds_a_session_open_nor_anybody_out_for_years() {
        let years = 10 * 365 * 86_400;
        let mut s = Sessions::default();
        let open = SessionChange::Open {
            token: "t".into(),
            person: PersonId(1),
        };
        s.apply(open, None, at(years));
        for _ in 0..5 {
            s.tried("mei", false, at(years));
        }
        assert!(s.person("t", at(0), 15, false).is_ok());
        let locked = s.person("t", at(900), 15, false).unwrap_err();
        assert_eq!(locked.code, Code::SessionLocked);
        let waits = s.may_try("mei", at(0)).unwrap_err();
        assert_eq!(waits.params["seconds"], "961");
        assert!(s.may_try("mei", at(960)).is_ok());
    }
}
