//! A supervisor goes on where a time cannot be right by itself: that of the computer, or one that somebody types.

use chrono::NaiveDate;
use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::{self, Action};
use crate::door::{Reader, WriteVerb, Writer, who};
use crate::error::{Code, Error, Result};
use crate::ledger::audit_trail::{ALLOW_DAY, CONFIRM_CLOCK};
use crate::ledger::people::Person;
use crate::people::secret::{self, Tried};
use crate::text_field::required_line;

/// Who answers for the time, whoever sits at the desk, and why it is right all the same.
#[derive(Deserialize, TS)]
pub struct Answers {
    pub login: String,
    #[ts(type = "string")]
    pub password: Tried,
    pub reason: String,
}

impl Answers {
    /// Tries the password, which takes long, before the transaction.
    fn prepare(&mut self, r: &Reader<'_>) -> Result<()> {
        r.settings()?;
        required_line("reason", &self.reason)?;
        let person = Person::by_login(r, self.login.trim())?;
        let stored = person.as_ref().and_then(|p| p.password.as_ref());
        if self.password.try_on(stored) {
            Ok(())
        } else {
            Err(Error::new(Code::WrongPassword).on("password"))
        }
    }

    /// Notes who answers and why. Errors: `WrongPassword`, `Denied`.
    fn note(self, w: &mut Writer<'_>) -> Result<Person> {
        let person = Person::by_login(w, self.login.trim())?
            .filter(|p| p.active && self.password.fits(p.password.as_ref()))
            .ok_or_else(|| Error::new(Code::WrongPassword).on("password"))?;
        let who = who::load(w, &person, w.today()?)?;
        if !access::may(Some(&who), Action::AnswerForTime) {
            let right = Action::AnswerForTime.as_str();
            return Err(Error::new(Code::Denied).with("action", right));
        }
        w.note("reason", required_line("reason", &self.reason)?);
        w.note("supervisor", &person.name);
        Ok(person)
    }
}

/// Goes on by the computer's clock though it lies before the last act, or more than a week after it.
#[derive(Deserialize, TS)]
pub struct ConfirmClock {
    pub answers: Answers,
}

impl WriteVerb for ConfirmClock {
    const NAME: &'static str = CONFIRM_CLOCK;
    const ACTION: Action = Action::Enter;
    const ANY_CLOCK: bool = true;
    type Out = ();

    fn guesses(&self) -> Option<String> {
        Some(secret::login_tries_of(&self.answers.login))
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        self.answers.prepare(r)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        let last = w.last_act()?;
        let person = self.answers.note(w)?;
        w.note("last", last);
        w.about(Person::TABLE, person.id);
        Ok(())
    }
}

/// Lets what happened on a day more than a week ago be entered until the end of today.
#[derive(Deserialize, TS)]
pub struct AllowDay {
    /// ISO day in the office's zone.
    pub day: String,
    pub answers: Answers,
}

impl WriteVerb for AllowDay {
    const NAME: &'static str = ALLOW_DAY;
    const ACTION: Action = Action::BeHere;
    type Out = ();

    fn guesses(&self) -> Option<String> {
        Some(secret::login_tries_of(&self.answers.login))
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        self.answers.prepare(r)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        let day: NaiveDate = self
            .day
            .parse()
            .map_err(|_| Error::invalid("day", &self.day))?;
        if day >= w.today()? {
            return Err(Error::invalid("day", &self.day));
        }
        self.answers.note(w)?;
        w.about("day", day);
        Ok(())
    }
}
