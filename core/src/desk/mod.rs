//! The one door: every act of a person is a verb that passes here, with session, right, transaction and audit.

pub mod long;
pub mod many;
pub mod session;
pub mod typescript;
pub mod verbs;

use std::sync::{Arc, Mutex, RwLock};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Serialize;
use ts_rs::TS;

use crate::access::Action;
use crate::door::{Call, ReadVerb, Reader, SessionChange, WriteVerb, own_rng};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::audit::{self, Entry, Outcome};
use crate::ledger::people::Person;
use crate::ledger::settings::{SettingsRow, Versions};
use crate::ledger::task::Task;
use crate::ledger::{Ledger, locked};
use crate::moment::Moment;
use crate::office::Settings;
use crate::people::secret::{self, Tried};
use crate::places;
use session::Sessions;

/// What a verb returned, and which rows and tables (`work_order`, `work_order:12`) became stale on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Changed<T> {
    pub value: T,
    pub touched: Vec<String>,
}

/// The door to one ledger.
pub struct Desk {
    ledger: Ledger,
    sessions: Mutex<Sessions>,
    seeds: Mutex<StdRng>,
    settings: RwLock<Versions>,
    /// The long work under way.
    task: Mutex<Option<Arc<Task>>>,
}

impl Desk {
    /// Opens the door. `seed` feeds salts, tokens and secrets; the shell takes it from the operating system.
    pub fn new(ledger: Ledger, seed: [u8; 32]) -> Result<Self> {
        let desk = Self {
            ledger,
            sessions: Mutex::default(),
            seeds: Mutex::new(StdRng::from_seed(seed)),
            settings: RwLock::default(),
            task: Mutex::default(),
        };
        desk.take_up()?;
        Ok(desk)
    }

    /// Reads what the door goes by from the ledger that now lies there, and has it found by names.
    fn take_up(&self) -> Result<()> {
        if self.ledger.writes() {
            self.ledger.fill_place_keys(places::keys::all)?;
        }
        self.load_settings()
    }

    /// The ledger behind the door, for backup and verification.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Randomness of the caller's own: nobody waits for another's while a secret is hashed or a row is written.
    pub(crate) fn rng(&self) -> StdRng {
        own_rng(&self.seeds)
    }

    /// Runs a reading verb.
    pub fn read<V: ReadVerb>(&self, token: Option<&str>, now: Moment, verb: V) -> Result<V::Out> {
        let settings = self.settings_at(now);
        if V::SIGN_OF_LIFE
            && let Some(token) = token
        {
            // Checked first: a session that is already due to lock is not revived.
            self.person(token, now, settings.as_deref(), false)?;
            locked(&self.sessions).alive(token, now);
        }
        let person = self.caller(token, now, settings.as_deref(), V::ACTION)?;
        let result = self.see(now, person, settings, |r| {
            r.permit(V::ACTION)?;
            verb.run(r)
        });
        if let Err(error) = &result {
            self.record_refusal(token, now, V::NAME, None, error);
        }
        result
    }

    /// Runs a writing verb: right, transaction, audit, commit; then tells what became stale.
    pub fn call<V: WriteVerb>(
        &self,
        token: Option<&str>,
        now: Moment,
        mut verb: V,
    ) -> Result<Changed<V::Out>> {
        let guess = verb.guesses();
        if let Some(subject) = &guess {
            locked(&self.sessions).may_try(subject, now)?;
        }
        let settings = self.settings_at(now);
        let session = verb
            .takes_up()
            .map(str::to_owned)
            .or_else(|| token.map(str::to_owned));
        let taking_up = verb.takes_up().is_some();
        let person = match session.as_deref() {
            Some(token) if taking_up => Some(self.person(token, now, settings.as_deref(), true)?),
            token => self.caller(token, now, settings.as_deref(), V::ACTION)?,
        };
        let prepared = if verb.prepares() {
            let mut rng = self.rng();
            self.see(now, person, settings.clone(), |r| {
                r.pass::<V>()?;
                verb.prepare(r, &mut rng)
            })
        } else {
            Ok(())
        };
        let result = prepared.and_then(|()| {
            let call = Call {
                now,
                person,
                settings,
            };
            call.write(&self.ledger, V::NAME, &mut self.rng(), |w| {
                w.pass::<V>()?;
                verb.run(w)
            })
        });
        if let Some(subject) = &guess {
            let failed = result
                .as_ref()
                .is_err_and(|e| matches!(e.code, Code::WrongPassword | Code::WrongPin));
            if failed || result.is_ok() {
                locked(&self.sessions).tried(subject, !failed, now);
            }
        }
        match result {
            Ok((value, touched, change)) => {
                let mut sessions = locked(&self.sessions);
                if let Some(token) = session.as_deref() {
                    sessions.alive(token, now);
                }
                if let Some(change) = change {
                    sessions.apply(change, token, now);
                }
                drop(sessions);
                if touched.iter().any(|topic| topic == SettingsRow::TABLE) {
                    self.load_settings()?;
                }
                Ok(Changed { value, touched })
            }
            Err(error) => {
                self.record_refusal(session.as_deref(), now, V::NAME, guess.as_deref(), &error);
                Err(error)
            }
        }
    }

    /// Whether the caller may use a verb at all, where its input could not be read; a denial is recorded.
    pub(crate) fn admit(
        &self,
        token: Option<&str>,
        now: Moment,
        verb: &str,
        action: Action,
    ) -> Result<()> {
        let settings = self.settings_at(now);
        let person = self.caller(token, now, settings.as_deref(), action)?;
        let result = self.see(now, person, settings, |r| r.permit(action));
        if let Err(error) = &result {
            self.record_refusal(token, now, verb, None, error);
        }
        result
    }

    /// Opens a session on a ledger that another process writes: what is read there leaves no trace, as the sign-in
    /// itself. Where this process writes, signing in is a verb like others.
    ///
    /// Errors: [`Code::WrongPassword`], [`Code::BadCall`].
    pub fn sign_in_to_read(&self, now: Moment, login: &str, password: &str) -> Result<String> {
        if self.ledger.writes() {
            return Err(Error::new(Code::BadCall).with("detail", "sign_in_to_read"));
        }
        let person = self.ledger.read(|r| Person::by_login(r, login.trim()))?;
        let person = person
            .filter(|p| Tried::from(password).try_on(p.password.as_ref()))
            .ok_or_else(|| Error::new(Code::WrongPassword))?;
        let token = audit::hex(&self.rng().random::<[u8; 24]>());
        let open = SessionChange::Open {
            token: token.clone(),
            person: person.id,
        };
        locked(&self.sessions).apply(open, None, now);
        Ok(token)
    }

    /// Who calls, or nobody for a verb that needs nobody.
    fn caller(
        &self,
        token: Option<&str>,
        now: Moment,
        settings: Option<&Settings>,
        action: Action,
    ) -> Result<Option<PersonId>> {
        match token {
            Some(token) => match self.person(token, now, settings, false) {
                Err(_) if action == Action::Enter => Ok(None),
                found => found.map(Some),
            },
            None if action == Action::Enter => Ok(None),
            None => Err(Error::new(Code::SignInFirst)),
        }
    }

    fn person(
        &self,
        token: &str,
        now: Moment,
        settings: Option<&Settings>,
        unlocking: bool,
    ) -> Result<PersonId> {
        let idle = settings.map_or(0, |s| s.idle_lock_minutes);
        locked(&self.sessions).person(token, now, idle, unlocking)
    }

    /// A denial or a wrong secret is itself a fact: it gets an audit row in a transaction of its own. `guess` is as of
    /// [`WriteVerb::guesses`]: the row says whose secret was tried, and never the secret.
    fn record_refusal(
        &self,
        token: Option<&str>,
        now: Moment,
        verb: &str,
        guess: Option<&str>,
        error: &Error,
    ) {
        let wrong = matches!(error.code, Code::WrongPassword | Code::WrongPin);
        if error.code != Code::Denied && !wrong {
            return;
        }
        let person = token.and_then(|t| locked(&self.sessions).person(t, now, 0, true).ok());
        let mut body = serde_json::json!({ "code": error.code });
        let mut subject = None;
        if let Some(guess) = guess.filter(|_| wrong) {
            let whose = self.ledger.read(|r| secret::whose(r, guess, person));
            // Without it the refusal is still worth its row.
            if let Ok(Some(whose)) = whose {
                body["whose"] = whose.name.into();
                subject = Some(format!("{}:{}", Person::TABLE, whose.id));
            }
        }
        let entry = Entry {
            at: now,
            person,
            verb,
            subject,
            outcome: Outcome::Refused,
            body,
        };
        // The refusal stands whether or not it could be recorded; on a full disk it cannot.
        let _ = self.ledger.append_audit(&entry, &mut self.rng());
    }

    /// The settings that hold at `now`.
    pub fn settings_at(&self, now: Moment) -> Option<Arc<Settings>> {
        let versions = self.settings.read().unwrap_or_else(|e| e.into_inner());
        versions.in_force(now)
    }

    /// Reads the ledger on behalf of that person.
    fn see<T>(
        &self,
        now: Moment,
        person: Option<PersonId>,
        settings: Option<Arc<Settings>>,
        f: impl FnOnce(&Reader<'_>) -> Result<T>,
    ) -> Result<T> {
        let call = Call {
            now,
            person,
            settings,
        };
        call.read(&self.ledger, f)
    }

    fn load_settings(&self) -> Result<()> {
        let versions = self.ledger.read(Versions::load)?;
        *self.settings.write().unwrap_or_else(|e| e.into_inner()) = versions;
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
