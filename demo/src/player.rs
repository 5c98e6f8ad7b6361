//! Plays people at the desk: every call goes through the door by name, as the screen would send it, and is recorded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use repair_core::desk::{Desk, verbs};
use repair_core::error::{Error, Result};
use repair_core::moment::Moment;
use serde::Serialize;
use serde_json::{Value, json};

/// Password of every person of the demo office who signs in.
pub const PASSWORD: &str = "repair desk demo";

/// PIN of every person of the demo office.
pub const PIN: &str = "2468";

/// Minutes of silence after which a session must be unlocked, as a new office has it.
const IDLE_MINUTES: i64 = 15;

/// Fields of an input that are secrets and stay out of the record.
const SECRETS: &[&str] = &["password", "pin", "token", "secret"];

/// Field of a file in an output: only its length is recorded.
const BYTES: &str = "bytes";

/// One call as it went through the door.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    pub at: Moment,
    /// Sign-in name of who called.
    pub by: Option<String>,
    pub verb: String,
    pub input: Value,
    /// What the door answered.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What the door answered.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Ok(Value),
    Err(Error),
}

/// A record that steps act on: an order or a request, as it was last seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    pub id: i64,
    pub no: String,
    pub version: i64,
    pub state: String,
}

impl Seen {
    /// From a view that carries `id`, `no`, `version` and `state`.
    pub fn of(view: &Value) -> Result<Self> {
        let number = |key: &str| view[key].as_i64().ok_or_else(|| Error::broken(key));
        let text = |key: &str| {
            let text = view[key].as_str().ok_or_else(|| Error::broken(key))?;
            Ok::<_, Error>(text.to_owned())
        };
        Ok(Self {
            id: number("id")?,
            no: text("no")?,
            version: number("version")?,
            state: text("state")?,
        })
    }
}

struct Session {
    token: String,
    last_call: Moment,
}

/// The people at the desk, the clock on the wall, and the record of their calls.
pub struct Player<'d> {
    desk: &'d Desk,
    zone: Tz,
    day: NaiveDate,
    now: Moment,
    by: Option<String>,
    sessions: BTreeMap<String, Session>,
    /// Names of the verbs that act.
    writing: BTreeSet<&'static str>,
    calls: Vec<Call>,
}

impl<'d> Player<'d> {
    /// Begins at `now`; the calendar of the office runs in `zone`.
    pub fn new(desk: &'d Desk, zone: Tz, now: Moment) -> Self {
        Self {
            desk,
            zone,
            day: now.day(zone),
            now,
            by: None,
            sessions: BTreeMap::new(),
            writing: verbs::all()
                .into_iter()
                .filter(|verb| verb.writes)
                .map(|verb| verb.name)
                .collect(),
            calls: Vec::new(),
        }
    }

    /// The moment on the clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The office's calendar day.
    pub fn today(&self) -> NaiveDate {
        self.now.day(self.zone)
    }

    /// Every call so far, the first first.
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// Takes `day` as day 0 of what is played next.
    pub fn starts_on(&mut self, day: NaiveDate) {
        self.day = day;
    }

    /// Moves the clock to a time of day such as `09:12`, `days` after day 0. The clock never runs backwards.
    pub fn at(&mut self, days: u64, time: &str) {
        let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap_or_default();
        let day = self.day.checked_add_days(Days::new(days));
        let moment = Moment::from_local(day.unwrap_or(self.day).and_time(time), self.zone);
        self.now = moment.max(self.now);
    }

    /// A moment to come, as a person would enter it on a screen.
    pub fn later(&self, hours: i64, minutes: i64) -> String {
        self.typed(hours * 60 + minutes)
    }

    /// The clock's time moved by minutes, as typed in office time.
    pub fn typed(&self, minutes: i64) -> String {
        let moment = self.now.plus_minutes(minutes).local(self.zone);
        moment.format("%Y-%m-%d %H:%M").to_string()
    }

    /// Sets the clock to `now`.
    pub fn set(&mut self, now: Moment) {
        self.now = now;
        self.day = now.day(self.zone);
    }

    /// Lets minutes pass.
    pub fn wait(&mut self, minutes: i64) {
        self.now = self.now.plus_minutes(minutes);
    }

    /// The session of someone who signed in.
    pub fn token(&self, login: &str) -> Option<&str> {
        self.sessions
            .get(login)
            .map(|session| session.token.as_str())
    }

    /// Who acts from here on, by sign-in name.
    pub fn by(&mut self, login: &str) {
        self.by = Some(login.to_owned());
    }

    /// Nobody is signed in.
    pub fn by_nobody(&mut self) {
        self.by = None;
    }

    /// Calls a verb for the person at the desk: signs in first, or takes the locked session up by PIN.
    pub fn call(&mut self, verb: &str, input: Value) -> Result<Value> {
        let Some(by) = self.by.clone() else {
            return self.through_the_door(None, verb, input);
        };
        let idle = |s: &Session| self.now.seconds_since(s.last_call) >= IDLE_MINUTES * 60;
        let token = match self.sessions.get(&by) {
            Some(session) if idle(session) => {
                let token = session.token.clone();
                let secret = json!({ "token": token, "secret": PIN });
                self.through_the_door(None, "people.unlock", secret)?;
                self.present(&by, &token);
                token
            }
            Some(session) => session.token.clone(),
            None => {
                let secret = json!({ "login": by, "password": PASSWORD });
                let signed_in = self.through_the_door(None, "people.sign_in", secret)?;
                let token = signed_in["token"].as_str();
                let token = token.ok_or_else(|| Error::broken("token"))?.to_owned();
                self.present(&by, &token);
                token
            }
        };
        let answered = self.through_the_door(Some(&token), verb, input)?;
        // Only an act shows that the person is there; reading does not keep a session open.
        if self.writing.contains(verb) {
            self.present(&by, &token);
        }
        Ok(answered)
    }

    fn present(&mut self, login: &str, token: &str) {
        let session = Session {
            token: token.to_owned(),
            last_call: self.now,
        };
        self.sessions.insert(login.to_owned(), session);
    }

    fn through_the_door(&mut self, token: Option<&str>, verb: &str, input: Value) -> Result<Value> {
        let answered = self
            .desk
            .call_by_name(token, self.now, verb, input.clone())
            .map(|mut answer| answer["value"].take());
        self.calls.push(Call {
            at: self.now,
            by: self.by.clone(),
            verb: verb.to_owned(),
            input: for_the_record(input),
            outcome: match &answered {
                Ok(value) => Outcome::Ok(for_the_record(value.clone())),
                Err(error) => Outcome::Err(error.clone()),
            },
        });
        answered
    }

    /// Takes a step on an order and notes how it stands after it.
    pub fn step(&mut self, order: &mut Seen, verb: &str, input: Value) -> Result<Value> {
        let value = self.call(verb, on("order", order, input))?;
        // A follow-up returns the order beside the next one of the chain.
        *order = Seen::of(value.get("order").unwrap_or(&value))?;
        Ok(value)
    }

    /// Takes a step on a request and notes how it stands after it.
    pub fn request_step(&mut self, request: &mut Seen, verb: &str, input: Value) -> Result<()> {
        let value = self.call(verb, on("request", request, input))?;
        *request = Seen::of(&value)?;
        Ok(())
    }
}

/// The input of a step on `seen`.
pub fn on(what: &str, seen: &Seen, mut input: Value) -> Value {
    input[what] = json!(seen.id);
    input["version"] = json!(seen.version);
    input
}

fn for_the_record(mut value: Value) -> Value {
    shorten(&mut value);
    value
}

fn shorten(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if SECRETS.contains(&key.as_str()) && !field.is_null() {
                    *field = json!("*");
                } else if let (BYTES, Some(text)) = (key.as_str(), field.as_str()) {
                    *field = json!(format!("({} base64)", text.len()));
                } else {
                    shorten(field);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(shorten),
        _ => {}
    }
}
