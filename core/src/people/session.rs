//! Signing in and out, locking a shared desk and taking it over again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::access::Action;
use crate::desk::session::SessionChange;
use crate::desk::{ReadVerb, WriteVerb};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::people::Person;
use crate::ledger::{Reader, Writer, audit};
use crate::people::secret;
use crate::people::who::Who;
use rand::RngExt;

/// Signs a person in by name and password.
#[derive(Deserialize, TS)]
pub struct SignIn {
    pub login: String,
    pub password: String,
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
        Some(self.login.trim().to_lowercase())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<SignedIn> {
        w.settings()?;
        let person = Person::by_login(w, self.login.trim())?;
        // The same work is done for an unknown name, so that time does not tell which names exist.
        let stored = person.as_ref().and_then(|p| p.password.clone());
        let fits = match &stored {
            Some(hash) => secret::matches(&self.password, hash),
            None => {
                secret::hash_password("password", &format!("{:8}", self.password), w.rng)?;
                false
            }
        };
        let person = person
            .filter(|_| fits)
            .ok_or_else(|| Error::new(Code::WrongPassword))?;
        let token = audit::hex(&w.rng.random::<[u8; 24]>());
        w.about(Person::TABLE, person.id);
        w.session = Some(SessionChange::Open {
            token: token.clone(),
            person: person.id,
        });
        Ok(SignedIn {
            token,
            who: Who::load(w, &person)?,
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
    pub secret: String,
}

impl WriteVerb for Unlock {
    const NAME: &'static str = "people.unlock";
    const ACTION: Action = Action::Enter;
    type Out = Who;

    fn guesses(&self) -> Option<String> {
        Some(self.token.clone())
    }

    fn takes_up(&self) -> Option<&str> {
        Some(&self.token)
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Who> {
        let who = w.who()?.clone();
        let person = Person::get(w, who.id)?;
        let by_pin = person
            .pin
            .as_ref()
            .is_some_and(|hash| secret::matches(&self.secret, hash));
        let by_password = || {
            person
                .password
                .as_ref()
                .is_some_and(|hash| secret::matches(&self.secret, hash))
        };
        if !by_pin && !by_password() {
            return Err(Error::new(Code::WrongPin).on("secret"));
        }
        w.about(Person::TABLE, person.id);
        w.session = Some(SessionChange::Unlock { token: self.token });
        Ok(who)
    }
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
