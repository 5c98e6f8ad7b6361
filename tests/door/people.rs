//! People, departments and deputies.

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{DESK, ENGINEERING, Office, PASSWORD};

fn view(office: &Office, id: i64) -> Value {
    let all = office.ok(Role::Clerk, "people.list", json!({}));
    let found = all.as_array().unwrap().iter().find(|p| p["id"] == id);
    found.unwrap().clone()
}

/// A change of a person that leaves everything as it is, to be altered.
fn change(office: &Office, id: i64) -> Value {
    let p = view(office, id);
    json!({
        "person": id, "version": p["version"], "name": p["name"], "phone": p["phone"],
        "department": p["department_id"], "roles": p["roles"], "login": p["login"], "active": p["active"],
    })
}

#[test]
fn nobody_ever_sees_a_password_or_a_pin() {
    let office = Office::new();
    let worker = office.person(Role::Worker);
    let pin = json!({ "person": worker, "password": PASSWORD, "pin": "4711" });
    let own = office.ok(Role::Worker, "people.set_pin", pin);
    assert_eq!(own["has_pin"], true);
    let listed = office
        .ok(Role::Administrator, "people.list", json!({}))
        .to_string();
    assert!(!listed.contains("argon2"), "{listed}");
    let acts = json!({ "before": null, "limit": 50 });
    let trail = office.ok(Role::Manager, "audit.list", acts).to_string();
    assert!(
        !trail.contains("argon2") && !trail.contains("4711"),
        "{trail}"
    );
}

#[test]
fn who_does_not_sign_in_types_his_first_pin_with_his_supervisor_looking_on() {
    let office = Office::new();
    let hire = |name: &str, login: Value| {
        let hired = json!({
            "name": name, "phone": null, "department": office.department(ENGINEERING), "roles": ["worker"],
            "login": login, "password": login.as_str().map(|_| PASSWORD),
        });
        let hired = office.ok(Role::Administrator, "people.add", hired);
        hired["id"].as_i64().unwrap()
    };
    let worker = hire("李師傅", Value::Null);
    let start = |person: i64, pin: &str| json!({ "person": person, "pin": pin });
    let verb = "people.start_pin";
    for role in [Role::Clerk, Role::Worker, Role::Manager] {
        let refused = office.refused(role, verb, start(worker, "4711"));
        assert_eq!(refused, Code::Denied, "{role:?}");
    }
    let elsewhere = office.someone("guards", &[Role::Foreman]);
    let mut guards = change(&office, elsewhere);
    guards["department"] = json!(office.department("保安部"));
    office.ok(Role::Administrator, "people.change", guards);
    let refused = office.by("guards", verb, start(worker, "4711"));
    assert_eq!(
        refused.unwrap_err().code,
        Code::Denied,
        "another department's"
    );
    assert_eq!(
        office.refused(Role::Foreman, verb, start(worker, "47")),
        Code::PinForm
    );
    let signs_in = hire("王師傅", json!("wang"));
    assert_eq!(
        office.refused(Role::Foreman, verb, start(signs_in, "4711")),
        Code::PinIsOwn
    );
    let started = office.ok(Role::Foreman, verb, start(worker, "4711"));
    assert_eq!(started["has_pin"], true);
    assert_eq!(
        office.refused(Role::Administrator, verb, start(worker, "0815")),
        Code::PinThere,
        "a PIN is cleared first"
    );

    let acts = json!({ "filter": { "verb": verb }, "before": null, "limit": 10 });
    let acts = office.ok(Role::Manager, "audit.list", acts);
    let mut done = acts["acts"].as_array().unwrap().iter();
    let act = done.find(|a| a["outcome"] == "done").unwrap();
    assert_eq!(act["person"], office.person(Role::Foreman));
    let shown = office.ok(Role::Manager, "audit.show", json!({ "id": act["id"] }));
    let shown = shown.to_string();
    assert!(shown.contains("同事 foreman"), "{shown}");
    assert!(
        !shown.contains("4711") && !shown.contains("argon2"),
        "{shown}"
    );

    let mut order = office.issue(&office.report("household", "燈不亮", json!({})), json!({}));
    let signed = json!({ "worker": worker, "how": "pin", "pin": "4711" });
    office.step(Role::Clerk, &mut order, "accept", signed);
}

#[test]
fn the_last_administrator_stays() {
    let office = Office::new();
    let first = office.person(Role::Administrator);
    for (field, value) in [
        ("active", json!(false)),
        ("roles", json!(["manager"])),
        ("login", Value::Null),
    ] {
        let mut without = change(&office, first);
        without[field] = value;
        assert_eq!(
            office.refused(Role::Administrator, "people.change", without),
            Code::LastAdministrator,
            "{field}"
        );
    }
    office.someone("second", &[Role::Administrator]);
    let mut without = change(&office, first);
    without["roles"] = json!(["manager"]);
    office.ok(Role::Administrator, "people.change", without);
}

#[test]
fn a_change_made_from_an_old_view_is_refused() {
    let office = Office::new();
    let clerk = office.person(Role::Clerk);
    let (mut first, mut second) = (change(&office, clerk), change(&office, clerk));
    first["phone"] = json!("0933-000-111");
    second["name"] = json!("林某");
    office.ok(Role::Administrator, "people.change", first);
    assert_eq!(
        office.refused(Role::Administrator, "people.change", second),
        Code::Stale
    );
    assert_eq!(view(&office, clerk)["phone"], "0933-000-111");
}

#[test]
fn sign_in_names_are_never_shared_even_with_other_capitals() {
    let office = Office::new();
    let clerk = office.person(Role::Clerk);
    let mut other = change(&office, clerk);
    other["login"] = json!("Administrator");
    let error = office
        .call(Role::Administrator, "people.change", other)
        .unwrap_err();
    assert_eq!(error.code, Code::Duplicate);
    assert_eq!(error.field.as_deref(), Some("login"));
}

#[test]
fn one_changes_ones_own_password_with_the_old_one_and_the_administrator_anyones() {
    let office = Office::new();
    let clerk = office.person(Role::Clerk);
    let monitor = office.person(Role::Monitor);
    let set =
        |person: i64, old: Value, new: &str| json!({ "person": person, "old": old, "new": new });
    let verb = "people.set_password";
    let new = "another long one";
    assert_eq!(
        office.refused(Role::Clerk, verb, set(clerk, Value::Null, new)),
        Code::Missing
    );
    assert_eq!(
        office.refused(Role::Clerk, verb, set(clerk, json!("wrong guess"), new)),
        Code::WrongPassword
    );
    assert_eq!(
        office.refused(Role::Clerk, verb, set(monitor, Value::Null, new)),
        Code::Denied
    );
    assert_eq!(
        office.refused(Role::Clerk, verb, set(clerk, json!(PASSWORD), "short")),
        Code::PasswordShort
    );
    office.ok(Role::Clerk, verb, set(clerk, json!(PASSWORD), new));
    office.ok(Role::Administrator, verb, set(monitor, Value::Null, new));
    for login in ["clerk", "monitor"] {
        let sign_in = |password: &str| {
            let input = json!({ "login": login, "password": password });
            office
                .desk
                .call_by_name(None, office.now(), "people.sign_in", input)
        };
        assert_eq!(
            sign_in(PASSWORD).unwrap_err().code,
            Code::WrongPassword,
            "{login}"
        );
        assert!(sign_in(new).is_ok(), "{login}");
    }
}

#[test]
fn a_pin_is_chosen_by_its_own_person_only() {
    let office = Office::new();
    let worker = office.person(Role::Worker);
    let set =
        |password: Value, pin: Value| json!({ "person": worker, "password": password, "pin": pin });
    let verb = "people.set_pin";
    assert_eq!(
        office.refused(Role::Worker, verb, set(Value::Null, json!("4711"))),
        Code::Missing
    );
    assert_eq!(
        office.refused(Role::Worker, verb, set(json!("wrong guess"), json!("4711"))),
        Code::WrongPassword
    );
    assert_eq!(
        office.refused(Role::Worker, verb, set(json!(PASSWORD), json!("12"))),
        Code::PinForm
    );
    office.ok(Role::Worker, verb, set(json!(PASSWORD), json!("4711")));
    assert_eq!(
        office.refused(Role::Clerk, verb, set(Value::Null, Value::Null)),
        Code::Denied
    );
    assert_eq!(
        office.refused(Role::Administrator, verb, set(Value::Null, json!("0000"))),
        Code::PinIsOwn
    );
    let cleared = office.ok(Role::Administrator, verb, set(Value::Null, Value::Null));
    assert_eq!(cleared["has_pin"], false);
}

#[test]
fn a_department_with_open_orders_is_not_closed() {
    let office = Office::new();
    let mut order = office.accepted("household");
    let engineering = office.department(ENGINEERING);
    let close = |version: i64| {
        json!({
            "department": engineering, "version": version, "name": ENGINEERING, "kind": "engineering",
            "phone": null, "active": false,
        })
    };
    let verb = "departments.change";
    let error = office
        .call(Role::Administrator, verb, close(1))
        .unwrap_err();
    assert_eq!(error.code, Code::DepartmentBusy);
    assert_eq!(error.params["count"], "1");
    let withdraw = json!({ "reason": "不用了", "whom": "張小梅", "copies_back": [1, 2, 3] });
    office.step(Role::Clerk, &mut order, "withdraw", withdraw);
    office.ok(Role::Administrator, verb, close(1));
    let request = office.report("household", "水管漏水", json!({}));
    assert_eq!(
        office.refused(
            Role::Clerk,
            "orders.issue",
            office.issuing(&request, json!({}))
        ),
        Code::Invalid,
        "a closed department takes no orders"
    );
}

#[test]
fn an_office_keeps_a_desk() {
    let office = Office::new();
    let close = json!({
        "department": office.department(DESK), "version": 1, "name": DESK, "kind": "desk", "phone": null,
        "active": false,
    });
    assert_eq!(
        office.refused(Role::Administrator, "departments.change", close),
        Code::DepartmentNeeded
    );
}

fn name_deputy(office: &Office, from: &str, to: &str) -> Result<Value, repair_core::Error> {
    let input = json!({
        "principal": office.person(Role::DepartmentHead), "deputy": office.person(Role::WaterPowerEngineer),
        "from_day": from, "to_day": to, "reason": "休假",
    });
    office.call(Role::Administrator, "people.add_deputy", input)
}

#[test]
fn deputations_have_their_days_in_order_and_do_not_overlap() {
    let office = Office::new();
    let code = |from: &str, to: &str| name_deputy(&office, from, to).unwrap_err().code;
    assert_eq!(code("2026-11-25", "2026-11-24"), Code::Invalid);
    assert_eq!(code("tomorrow", "2026-11-24"), Code::Invalid);
    assert_eq!(code("", "2026-11-24"), Code::Missing);
    name_deputy(&office, "2026-11-24", "2026-11-26").unwrap();
    for (from, to) in [
        ("2026-11-20", "2026-11-24"),
        ("2026-11-26", "2026-11-30"),
        ("2026-11-25", "2026-11-25"),
        ("2026-11-01", "2026-12-31"),
    ] {
        assert_eq!(code(from, to), Code::DeputyOverlaps, "{from} to {to}");
    }
    name_deputy(&office, "2026-11-27", "2026-11-28").unwrap();
    let head = office.person(Role::DepartmentHead);
    let oneself = json!({
        "principal": head, "deputy": head, "from_day": "2026-12-01", "to_day": "2026-12-02", "reason": "休假",
    });
    assert_eq!(
        office.refused(Role::Administrator, "people.add_deputy", oneself),
        Code::Invalid
    );
}

#[test]
fn a_deputy_signs_on_his_days_and_on_no_other() {
    let office = Office::new();
    let deputy = office.person(Role::WaterPowerEngineer);
    let deputation = name_deputy(&office, "2026-11-24", "2026-11-25").unwrap();
    let countersign = |day: &str| {
        office.at(&format!("{day} 10:00"));
        let mut order = office.confirmed("public");
        let facts = json!({ "supervisor": deputy });
        office
            .try_step(Role::Clerk, &mut order, "countersign", facts)
            .map(|_| order.state)
            .map_err(|e| e.code)
    };
    assert_eq!(countersign("2026-11-23"), Err(Code::NotTheSupervisor));
    assert_eq!(countersign("2026-11-24"), Ok("signed".into()));
    // Ended on the second day before its last: what was signed stays, the rest of its days fall away.
    office.at("2026-11-25 09:00");
    let end = json!({ "deputation": deputation, "version": 1, "last_day": null });
    office.ok(Role::Administrator, "people.end_deputy", end.clone());
    assert_eq!(
        office.refused(Role::Administrator, "people.end_deputy", end),
        Code::Stale
    );
    assert_eq!(countersign("2026-11-25"), Err(Code::NotTheSupervisor));
}

#[test]
fn a_deputy_holds_the_principals_rights_while_it_lasts_but_never_administration() {
    let office = Office::new();
    let stand_in = office.someone("stand_in", &[Role::Worker]);
    let principal = office.someone("chief", &[Role::Manager, Role::Administrator]);
    let input = json!({
        "principal": principal, "deputy": stand_in, "from_day": "2026-11-24", "to_day": "2026-11-24",
        "reason": "出差",
    });
    office.ok(Role::Administrator, "people.add_deputy", input);
    let rights = || {
        let who = office.by("stand_in", "people.who_am_i", json!({})).unwrap();
        let has = |right: &str| who["rights"].as_array().unwrap().contains(&json!(right));
        (has("exempt"), has("manage_people"))
    };
    assert_eq!(rights(), (false, false));
    office.at("2026-11-24 00:01");
    assert_eq!(rights(), (true, false));
    office.at("2026-11-25 00:01");
    assert_eq!(rights(), (false, false));
}
