//! Signing in and out, locking a shared desk and taking it over again.

use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::{Action, Who};
use crate::door::{ReadVerb, Reader, SessionChange, WriteVerb, Writer, who};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::audit;
use crate::ledger::column::Hashed;
use crate::ledger::people::Person;
use crate::people::secret::{self, Tried};
use rand::RngExt;

/// Signs a person in by name and password.
#[derive(Deserialize, TS)]
pub struct SignIn {
    pub login: String,
    #[ts(type = "string")]
    pub password: Tried,
}

/// A session that was opened.
#[derive(Debug, Serialize, TS)]
pub struct SignedIn {
    /// Goes with every later call.
    pub token: String,
    pub who: Who,
}

impl WriteVerb for SignIn {
    const NAME: &'static str = "people.sign_in";
    const ACTION: Action = Action::Enter;
    type Out = SignedIn;

    fn guesses(&self) -> Option<String> {
        Some(secret::login_tries_of(&self.login))
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        r.settings()?;
        let person = Person::by_login(r, self.login.trim())?;
        let stored = person.as_ref().and_then(|p| p.password.as_ref());
        // The same work is done for an unknown name, so that time does not tell which names exist.
        if !self.password.try_on(stored) {
            return Err(Error::new(Code::WrongPassword));
        }
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<SignedIn> {
        w.settings()?;
        let person = Person::by_login(w, self.login.trim())?
            .filter(|person| self.password.fits(person.password.as_ref()))
            .ok_or_else(|| Error::new(Code::WrongPassword))?;
        let token = audit::hex(&w.rng().random::<[u8; 24]>());
        w.about(Person::TABLE, person.id);
        w.session = Some(SessionChange::Open {
            token: token.clone(),
            person: person.id,
        });
        Ok(SignedIn {
            token,
            who: who::load(w, &person, w.today()?)?,
        })
    }
}

/// Ends the session.
#[derive(Deserialize, TS)]
pub struct SignOut {}

impl WriteVerb for SignOut {
    const NAME: &'static str = "people.sign_out";
    const ACTION: Action = Action::BeHere;
    type Out = ();

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        let id = w.who()?.id;
        w.about(Person::TABLE, id);
        w.session = Some(SessionChange::Close);
        Ok(())
    }
}

/// Locks the session until its person unlocks it.
#[derive(Deserialize, TS)]
pub struct Lock {}

impl WriteVerb for Lock {
    const NAME: &'static str = "people.lock";
    const ACTION: Action = Action::BeHere;
    type Out = ();

    fn run(self, w: &mut Writer<'_>) -> Result<()> {
        let id = w.who()?.id;
        w.about(Person::TABLE, id);
        w.session = Some(SessionChange::Lock);
        Ok(())
    }
}

/// Takes a locked session up again, by PIN or password: the fast switch of a shared desk.
#[derive(Deserialize, TS)]
pub struct Unlock {
    pub token: String,
    #[ts(type = "string")]
    pub secret: Tried,
}

impl WriteVerb for Unlock {
    const NAME: &'static str = "people.unlock";
    const ACTION: Action = Action::Enter;
    type Out = Who;

    fn guesses(&self) -> Option<String> {
        Some(secret::session_tries_of(&self.token))
    }

    fn takes_up(&self) -> Option<&str> {
        Some(&self.token)
    }

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let person = Person::get(r, r.who()?.id)?;
        let stored = [person.pin, person.password];
        if !stored
            .iter()
            .flatten()
            .any(|hash| self.secret.try_on(Some(hash)))
        {
            return Err(wrong_pin());
        }
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Who> {
        let who = w.who()?.clone();
        let person = Person::get(w, who.id)?;
        let fits = |hash: &Option<Hashed>| self.secret.fits(hash.as_ref());
        if !fits(&person.pin) && !fits(&person.password) {
            return Err(wrong_pin());
        }
        w.about(Person::TABLE, person.id);
        w.session = Some(SessionChange::Unlock { token: self.token });
        Ok(who)
    }
}

fn wrong_pin() -> Error {
    Error::new(Code::WrongPin).on("secret")
}

/// What the program shows before anyone is signed in.
#[derive(Deserialize, TS)]
pub struct Status {}

/// Whether there is an office, and who may sign in.
#[derive(Debug, Serialize, TS)]
pub struct DeskStatus {
    pub set_up: bool,
    pub office: Option<String>,
    /// IANA name of the office's time zone, in which the screen shows times.
    pub zone: Option<String>,
    /// Why nothing is recorded now: the computer's clock lies out of order with the last act.
    pub clock: Option<Error>,
    /// Minutes after which an unused session locks; 0 never.
    pub idle_lock_minutes: u32,
    pub people: Vec<SignInName>,
}

/// A name to pick at sign-in.
#[derive(Debug, Serialize, TS)]
pub struct SignInName {
    pub id: PersonId,
    pub name: String,
    pub login: String,
}

impl ReadVerb for Status {
    const NAME: &'static str = "desk.status";
    const ACTION: Action = Action::Enter;
    type Out = DeskStatus;

    fn run(self, r: &Reader<'_>) -> Result<DeskStatus> {
        let Ok(settings) = r.settings() else {
            return Ok(DeskStatus {
                set_up: false,
                office: None,
                zone: None,
                clock: None,
                idle_lock_minutes: 0,
                people: Vec::new(),
            });
        };
        let people = Person::all(r)?
            .into_iter()
            .filter(|p| p.active)
            .filter_map(|p| {
                Some(SignInName {
                    id: p.id,
                    name: p.name,
                    login: p.login?,
                })
            });
        Ok(DeskStatus {
            set_up: true,
            office: Some(settings.office.name.clone()),
            zone: Some(settings.office.zone.name().to_owned()),
            clock: r.in_step().err(),
            idle_lock_minutes: settings.idle_lock_minutes,
            people: people.collect(),
        })
    }
}

/// The signed-in person, with the rights of the moment.
#[derive(Deserialize, TS)]
pub struct WhoAmI {}

impl ReadVerb for WhoAmI {
    const NAME: &'static str = "people.who_am_i";
    const ACTION: Action = Action::BeHere;
    const SIGN_OF_LIFE: bool = true;
    type Out = Who;

    fn run(self, r: &Reader<'_>) -> Result<Who> {
        Ok(r.who()?.clone())
    }
}
