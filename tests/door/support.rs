//! An office with one person per role, and words to let them act.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use chrono_tz::Asia::Taipei;
use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::ledger::{Key, Ledger};
use repair_core::office::Role;
use repair_core::{Code, Error, Moment, TimeInput};
use serde_json::{Map, Value, json};

/// Everyone's password.
pub const PASSWORD: &str = "a long password";

/// An office on a ledger of its own, at a moment that the test sets.
pub struct Office {
    _dir: tempfile::TempDir,
    pub desk: Desk,
    now: Cell<Moment>,
    people: RefCell<HashMap<String, i64>>,
    sessions: RefCell<HashMap<String, (String, Moment)>>,
}

/// A row as a verb returned it: what the next step needs.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: i64,
    pub version: i64,
    pub no: String,
    pub state: String,
}

impl Held {
    pub fn of(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().unwrap().to_owned();
        Self {
            id: value["id"].as_i64().unwrap(),
            version: value["version"].as_i64().unwrap(),
            no: text("no"),
            state: text("state"),
        }
    }
}

pub const DESK: &str = "客戶服務中心";
pub const ENGINEERING: &str = "工程維修部";

impl Office {
    /// An office at 10:00 on a Monday, with its departments and its first administrator.
    pub fn new() -> Self {
        let dir = folder();
        let mut rng = StdRng::seed_from_u64(7);
        let path = dir.path().join("desk.ledger");
        let ledger = Ledger::create(&path, Key::random(&mut rng), &mut rng).unwrap();
        let office = Self {
            _dir: dir,
            desk: Desk::new(ledger, [7; 32]).unwrap(),
            now: Cell::new(Moment::default()),
            people: RefCell::default(),
            sessions: RefCell::default(),
        };
        office.at("2026-11-23 10:00");
        let department =
            |name: &str, kind: &str| json!({ "name": name, "kind": kind, "phone": null });
        let set_up = json!({
            "office": "錦繡園物業服務中心",
            "zone": Taipei.name(),
            "departments": [department(DESK, "desk"), department(ENGINEERING, "engineering"), department("保安部", "security")],
            "administrator": { "name": "系統管理員", "login": "administrator", "password": PASSWORD, "roles": [] },
        });
        let id = office
            .desk
            .call_by_name(None, office.now(), "office.set_up", set_up)
            .unwrap();
        let id = id["value"].as_i64().unwrap();
        office
            .people
            .borrow_mut()
            .insert("administrator".into(), id);
        office
    }

    pub fn now(&self) -> Moment {
        self.now.get()
    }

    /// Sets the office's clock: `2026-11-23 10:00`.
    pub fn at(&self, local: &str) {
        self.on_to(local_time(local));
    }

    pub fn minutes_pass(&self, minutes: i64) {
        self.on_to(self.now().plus_minutes(minutes));
    }

    /// Lets time pass: in an office that works somebody signs in every few days.
    fn on_to(&self, moment: Moment) {
        let works = !self.people.borrow().is_empty();
        while works && moment.seconds_since(self.now()) > 6 * 86_400 {
            self.now.set(self.now().plus_minutes(6 * 24 * 60));
            self.session("administrator");
        }
        self.now.set(moment);
    }

    /// The clock jumps there, and nobody was at the desk in between.
    pub fn clock_jumps_to(&self, local: &str) {
        self.now.set(local_time(local));
    }

    /// The person who holds this role; hired at first mention. Those who work are in engineering, the others at the desk.
    pub fn person(&self, role: Role) -> i64 {
        self.someone(role.as_str(), &[role])
    }

    /// A person of this sign-in name with these roles; hired at first mention.
    pub fn someone(&self, login: &str, roles: &[Role]) -> i64 {
        use Role::{DepartmentHead, Foreman, WaterPowerEngineer, Worker};
        if let Some(id) = self.people.borrow().get(login) {
            return *id;
        }
        let works = roles
            .iter()
            .any(|r| matches!(r, Worker | Foreman | DepartmentHead | WaterPowerEngineer));
        let hired = self.ok(
            Role::Administrator,
            "people.add",
            json!({
                "name": format!("同事 {login}"), "phone": "0912-345-678", "login": login, "password": PASSWORD,
                "department": self.department(if works { ENGINEERING } else { DESK }),
                "roles": roles,
            }),
        );
        let id = hired["id"].as_i64().unwrap();
        self.people.borrow_mut().insert(login.into(), id);
        id
    }

    pub fn department(&self, name: &str) -> i64 {
        let all = self.ok(Role::Administrator, "departments.list", json!({}));
        let found = all.as_array().unwrap().iter().find(|d| d["name"] == name);
        found.unwrap()["id"].as_i64().unwrap()
    }

    /// An unlocked session of the person of this sign-in name.
    pub fn session(&self, login: &str) -> String {
        let now = self.now();
        if let Some((token, last)) = self.sessions.borrow_mut().get_mut(login)
            && (0..10 * 60).contains(&now.seconds_since(*last))
        {
            *last = now;
            return token.clone();
        }
        let input = json!({ "login": login, "password": PASSWORD });
        let signed_in = self.desk.call_by_name(None, now, "people.sign_in", input);
        let token = signed_in.unwrap()["value"]["token"]
            .as_str()
            .unwrap()
            .to_owned();
        self.sessions
            .borrow_mut()
            .insert(login.into(), (token.clone(), now));
        token
    }

    /// Lets the person of this sign-in name do something.
    pub fn by(&self, login: &str, verb: &str, input: Value) -> Result<Value, Error> {
        let token = self.session(login);
        let done = self
            .desk
            .call_by_name(Some(&token), self.now(), verb, input)?;
        Ok(done["value"].clone())
    }

    /// Lets the holder of a role do something that may be refused.
    pub fn call(&self, role: Role, verb: &str, input: Value) -> Result<Value, Error> {
        self.person(role);
        self.by(role.as_str(), verb, input)
    }

    /// Lets the holder of a role do something that must succeed.
    #[track_caller]
    pub fn ok(&self, role: Role, verb: &str, input: Value) -> Value {
        match self.call(role, verb, input) {
            Ok(value) => value,
            Err(error) => panic!("{verb}: {error}"),
        }
    }

    /// Lets the holder of a role try something that must be refused, and tells why it was.
    #[track_caller]
    pub fn refused(&self, role: Role, verb: &str, input: Value) -> Code {
        match self.call(role, verb, input) {
            Ok(value) => panic!("{verb} was done: {value}"),
            Err(error) => error.code,
        }
    }

    /// A report by phone for a public area, of this kind, with these fields of call or request set otherwise.
    pub fn call_in(&self, kind: &str, content: &str, otherwise: Value) -> Value {
        let mut request = object(json!({
            "kind": kind, "content": content, "urgency": "normal", "danger": "none",
            "wished_at": null, "remarks": null, "place": null,
        }));
        let mut call = object(json!({
            "channel": "phone", "received_at": null, "source": "area", "place": null,
            "place_text": "一期中庭", "resident": null, "reporting_department": null, "caller": "張小梅",
            "relation": null, "phone": "0922-111-222", "phone_refused": false,
        }));
        for (key, value) in object(otherwise) {
            let target = if call.contains_key(&key) {
                &mut call
            } else {
                &mut request
            };
            target.insert(key, value);
        }
        call.insert("requests".into(), json!([request]));
        Value::Object(call)
    }

    /// Records a report as [`Office::call_in`] describes it.
    pub fn report(&self, kind: &str, content: &str, otherwise: Value) -> Held {
        let input = self.call_in(kind, content, otherwise);
        let recorded = self.ok(Role::Clerk, "requests.record", input);
        Held::of(&recorded["requests"][0])
    }

    /// Issues an order for a request.
    pub fn issue(&self, request: &Held, otherwise: Value) -> Held {
        Held::of(&self.ok(
            Role::Clerk,
            "orders.issue",
            self.issuing(request, otherwise),
        ))
    }

    /// What issuing an order for a request takes.
    pub fn issuing(&self, request: &Held, otherwise: Value) -> Value {
        let mut input = object(json!({
            "request": request.id, "version": request.version,
            "department": self.department(ENGINEERING), "worker": null, "appointment": null, "fee": null,
            "at": null, "late": null, "paper_no": null,
        }));
        input.extend(object(otherwise));
        Value::Object(input)
    }

    /// A recorded report with its order, signed for by the worker.
    pub fn accepted(&self, kind: &str) -> Held {
        let request = self.report(kind, "燈不亮", json!({}));
        let mut order = self.issue(&request, json!({}));
        let worker = self.person(Role::Worker);
        self.step(
            Role::Clerk,
            &mut order,
            "accept",
            json!({ "worker": worker }),
        );
        order
    }

    /// An order whose work is done and confirmed by the requester.
    pub fn confirmed(&self, kind: &str) -> Held {
        let mut order = self.accepted(kind);
        self.step(Role::Clerk, &mut order, "arrive", json!({}));
        self.step(
            Role::Clerk,
            &mut order,
            "finish",
            json!({ "work_done": "更換燈管" }),
        );
        self.step(Role::Clerk, &mut order, "confirm", signed());
        order
    }

    /// An order of a kind without countersignature that came back to the desk.
    pub fn returned(&self) -> Held {
        let mut order = self.confirmed("household");
        self.step(Role::Clerk, &mut order, "return", json!({}));
        order
    }

    /// Takes a step of an order; it must succeed.
    #[track_caller]
    pub fn step(&self, role: Role, order: &mut Held, step: &str, facts: Value) {
        if let Err(error) = self.try_step(role, order, step, facts) {
            panic!("{step}: {error}");
        }
    }

    /// Takes a step of an order that may be refused.
    pub fn try_step(
        &self,
        role: Role,
        order: &mut Held,
        step: &str,
        facts: Value,
    ) -> Result<Value, Error> {
        let mut input = object(facts);
        input.insert("order".into(), json!(order.id));
        input.insert("version".into(), json!(order.version));
        let value = self.call(role, &format!("orders.{step}"), Value::Object(input))?;
        let stepped = if value["order"].is_object() {
            &value["order"]
        } else {
            &value
        };
        *order = Held::of(stepped);
        Ok(value)
    }

    /// Takes a step of an order that must be refused, and tells why it was.
    #[track_caller]
    pub fn step_refused(&self, role: Role, order: &Held, step: &str, facts: Value) -> Code {
        match self.try_step(role, &mut order.clone(), step, facts) {
            Ok(value) => panic!("{step} was done: {value}"),
            Err(error) => error.code,
        }
    }

    /// Where a copy of an order is put by hand, or `replace`d: with the version that the screen would show.
    pub fn copy(&self, order: &Held, copy_no: i64, facts: Value) -> Value {
        let copies = &self.order(order)["copies"];
        let shown = copies.as_array().unwrap().iter();
        let version = shown
            .filter(|copy| copy["copy_no"] == copy_no)
            .map(|copy| copy["version"].clone())
            .next();
        let mut input = object(facts);
        input.insert("order".into(), json!(order.id));
        input.insert("copy_no".into(), json!(copy_no));
        input.insert("copy_version".into(), version.unwrap());
        Value::Object(input)
    }

    /// Takes a step of a request; it must succeed.
    #[track_caller]
    pub fn handle(&self, request: &mut Held, step: &str, facts: Value) {
        let mut input = object(facts);
        input.insert("request".into(), json!(request.id));
        input.insert("version".into(), json!(request.version));
        let verb = format!("requests.{step}");
        *request = Held::of(&self.ok(Role::Clerk, &verb, Value::Object(input)));
    }

    /// The whole order, as the desk sees it.
    pub fn order(&self, order: &Held) -> Value {
        self.ok(Role::Clerk, "orders.show", json!({ "order": order.id }))
    }

    /// The whole request, as the desk sees it.
    pub fn request(&self, request: &Held) -> Value {
        self.ok(
            Role::Clerk,
            "requests.show",
            json!({ "request": request.id }),
        )
    }
}

fn local_time(local: &str) -> Moment {
    let moment = TimeInput(local.into()).resolve(Moment::default(), Taipei, false);
    moment.unwrap()
}

/// The requester signed on paper, satisfied.
pub fn signed() -> Value {
    json!({
        "how": "signed", "evaluation": "satisfied",
        "signature": { "how": "paper", "name": "張小梅" },
    })
}

/// A follow-up call with this outcome.
pub fn called(outcome: &str) -> Value {
    json!({ "outcome": outcome, "message_left": false, "remarks": "還是不亮" })
}

/// A folder of its own; in memory where the system has such a place, because these tests ask what was written and
/// not whether a disk keeps it.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("not an object: {other}"),
    }
}
