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
    pub fn may_try(&self, subject: &str, now: Moment) -> Result<()> {
        match self.tries.get(subject).and_then(|t| t.blocked_until) {
            Some(until) if until > now => {
                Err(Error::new(Code::TooManyTries).with("seconds", until.seconds_since(now) + 1))
            }
            _ => Ok(()),
        }
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
            let pause = 30_000_i64 << (tries.failed - TRIES).min(5);
            tries.blocked_until = Some(Moment::from_millis(now.millis() + pause));
        }
    }
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
}
