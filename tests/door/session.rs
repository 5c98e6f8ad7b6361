//! Signing in, locking, and what a denied or stale act leaves behind.

use repair_core::Code;
use repair_core::office::Role;
use serde_json::{Value, json};

use crate::support::{Office, PASSWORD};

fn sign_in(office: &Office, password: &str) -> Result<Value, Code> {
    office
        .desk
        .call_by_name(
            None,
            office.now(),
            "people.sign_in",
            json!({ "login": "clerk", "password": password }),
        )
        .map_err(|e| e.code)
}

#[test]
fn a_wrong_password_is_refused_and_guessing_is_slowed_down() {
    let office = Office::new();
    office.person(Role::Clerk);
    assert!(sign_in(&office, PASSWORD).is_ok());
    for _ in 0..5 {
        assert_eq!(sign_in(&office, "a long guess"), Err(Code::WrongPassword));
    }
    assert_eq!(sign_in(&office, PASSWORD), Err(Code::TooManyTries));
    office.minutes_pass(1);
    assert!(sign_in(&office, PASSWORD).is_ok());
}

#[test]
fn capitals_in_a_sign_in_name_do_not_matter() {
    let office = Office::new();
    office.person(Role::Clerk);
    let input = json!({ "login": " Clerk ", "password": PASSWORD });
    let signed_in = office
        .desk
        .call_by_name(None, office.now(), "people.sign_in", input);
    assert_eq!(signed_in.unwrap()["value"]["who"]["name"], "同事 clerk");
}

#[test]
fn a_silent_desk_locks_and_its_person_takes_it_up_again() {
    let office = Office::new();
    office.person(Role::Clerk);
    let token = office.session("clerk");
    let who_am_i = || {
        office
            .desk
            .call_by_name(Some(&token), office.now(), "people.who_am_i", json!({}))
            .map_err(|e| e.code)
    };
    office.minutes_pass(14);
    assert!(who_am_i().is_ok());
    office.minutes_pass(15);
    assert_eq!(who_am_i().unwrap_err(), Code::SessionLocked);
    let unlock = |secret: &str| {
        office.desk.call_by_name(
            None,
            office.now(),
            "people.unlock",
            json!({ "token": token, "secret": secret }),
        )
    };
    assert_eq!(unlock("not this one").unwrap_err().code, Code::WrongPin);
    unlock(PASSWORD).unwrap();
    assert!(who_am_i().is_ok());
}

#[test]
fn a_locked_desk_hands_over_to_a_colleague() {
    let office = Office::new();
    office.person(Role::Clerk);
    office.person(Role::Monitor);
    office.ok(Role::Clerk, "people.lock", json!({}));
    let refused = office.call(Role::Clerk, "desk.workbench", json!({}));
    assert_eq!(refused.unwrap_err().code, Code::SessionLocked);
    office.ok(Role::Monitor, "desk.workbench", json!({}));
}

#[test]
fn who_left_the_office_is_out_at_once() {
    let office = Office::new();
    let id = office.person(Role::Clerk);
    let token = office.session("clerk");
    let all = office.ok(Role::Administrator, "people.list", json!({}));
    let clerk = all
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["id"] == id)
        .unwrap();
    office.ok(
        Role::Administrator,
        "people.change",
        json!({
            "person": id, "version": clerk["version"], "name": clerk["name"], "phone": clerk["phone"],
            "department": clerk["department_id"], "roles": clerk["roles"], "login": clerk["login"], "active": false,
        }),
    );
    let refused = office
        .desk
        .call_by_name(Some(&token), office.now(), "desk.workbench", json!({}));
    assert_eq!(refused.unwrap_err().code, Code::SignInFirst);
    assert_eq!(sign_in(&office, PASSWORD), Err(Code::WrongPassword));
    let back = json!({
        "person": id, "version": clerk["version"].as_i64().unwrap() + 1, "name": clerk["name"],
        "phone": clerk["phone"], "department": clerk["department_id"], "roles": clerk["roles"],
        "login": clerk["login"], "active": true,
    });
    office.ok(Role::Administrator, "people.change", back);
    let old = office
        .desk
        .call_by_name(Some(&token), office.now(), "people.who_am_i", json!({}));
    assert_eq!(
        old.unwrap_err().code,
        Code::SignInFirst,
        "an old session does not come back with the person"
    );
}

#[test]
fn a_new_password_ends_the_persons_other_sessions() {
    let office = Office::new();
    let clerk = office.person(Role::Clerk);
    let other = sign_in(&office, PASSWORD).unwrap()["value"]["token"].clone();
    let own = office.session("clerk");
    let open = |token: &str| {
        let asked =
            office
                .desk
                .call_by_name(Some(token), office.now(), "people.who_am_i", json!({}));
        asked.map(|_| ()).map_err(|e| e.code)
    };
    let other = other.as_str().unwrap();
    assert_eq!((open(other), open(&own)), (Ok(()), Ok(())));
    let new = json!({ "person": clerk, "old": PASSWORD, "new": "another long one" });
    office.ok(Role::Clerk, "people.set_password", new);
    assert_eq!(open(other), Err(Code::SignInFirst));
    assert_eq!(open(&own), Ok(()), "who changed it stays");
    let reset = json!({ "person": clerk, "old": null, "new": PASSWORD });
    office.ok(Role::Administrator, "people.set_password", reset);
    assert_eq!(open(&own), Err(Code::SignInFirst), "reset by another");
    assert!(sign_in(&office, PASSWORD).is_ok());
}

#[test]
fn a_stale_version_is_refused_and_nothing_of_it_is_written() {
    let office = Office::new();
    let before = office.accepted("household");
    let mut order = before.clone();
    office.step(Role::Clerk, &mut order, "arrive", json!({}));
    let facts = json!({ "department": 2, "reason": "木工" });
    assert_eq!(
        office.step_refused(Role::Clerk, &before, "arrive", facts),
        Code::Stale
    );
    let shown = office.order(&order);
    assert_eq!(shown["order"]["version"], order.version);
    assert_eq!(shown["order"]["state"], "on_site");
    let arrivals = shown["steps"].as_array().unwrap().iter();
    assert_eq!(
        arrivals.filter(|s| s["step"]["step"] == "arrive").count(),
        1
    );
}

#[test]
fn a_denial_is_itself_recorded() {
    let office = Office::new();
    let order = office.accepted("household");
    let facts = json!({ "reason": "弄錯了", "copies_back": [1, 2, 3] });
    assert_eq!(
        office.step_refused(Role::Cashier, &order, "void", facts),
        Code::Denied
    );
    let cashier = office.person(Role::Cashier);
    let acts = office.ok(
        Role::Manager,
        "audit.list",
        json!({ "before": null, "limit": 20 }),
    );
    let denied = acts["acts"].as_array().unwrap().iter().find(|act| {
        act["verb"] == "orders.void" && act["outcome"] == "refused" && act["person"] == cashier
    });
    assert!(denied.is_some(), "{acts}");
    assert_eq!(office.order(&order)["order"]["state"], "accepted");
}

#[test]
fn the_administrator_is_reminded_of_the_recovery_key_until_it_is_put_away() {
    let office = Office::new();
    let kept = || office.ok(Role::Administrator, "backup.key_kept", json!({}));
    let shown = office.ok(Role::Administrator, "backup.recovery_key", json!({}));
    assert_eq!(kept(), false, "seen is not put away");
    let sheet = json!({ "locale": "zh-Hant" });
    let sheet = office.ok(Role::Administrator, "backup.key_sheet", sheet);
    assert_eq!(
        sheet["name"],
        format!("recovery-key-{}.pdf", shown["ledger"].as_str().unwrap())
    );
    for role in [Role::Manager, Role::Clerk] {
        let refused = office.refused(role, "backup.keep_key", json!({}));
        assert_eq!(refused, Code::Denied, "{role:?}");
    }
    let administrator = office.session("administrator");
    let keep = office.desk.call_by_name(
        Some(&administrator),
        office.now(),
        "backup.keep_key",
        json!({}),
    );
    let touched = keep.unwrap()["touched"].to_string();
    assert!(
        touched.contains("recovery_key"),
        "whoever reminds of it asks again: {touched}"
    );
    assert_eq!(kept(), true);
    let acts = json!({ "filter": { "verb": "backup" }, "before": null, "limit": 20 });
    let acts = office.ok(Role::Manager, "audit.list", acts).to_string();
    let key = shown["key"].as_str().unwrap();
    assert!(!acts.contains(&key[..9]), "no key in the trail");
    for verb in ["backup.recovery_key", "backup.key_sheet", "backup.keep_key"] {
        assert!(acts.contains(verb), "{verb}");
    }
}

/// Whose secret was tried stands in the trail; what was typed does not (R36, R39).
#[test]
fn a_wrong_secret_is_recorded_with_whose_it_was() {
    let office = Office::new();
    let clerk = office.person(Role::Clerk);
    let worker = office.person(Role::Worker);
    let token = office.session("clerk");
    let request = office.report("household", "燈不亮", json!({}));
    let order = office.issue(&request, json!({}));
    let now = office.now();
    let tried = |token: Option<&str>, verb: &str, input: Value| {
        let refused = office.desk.call_by_name(token, now, verb, input);
        let code = refused.unwrap_err().code;
        let acts = json!({ "filter": { "outcome": "refused" }, "before": null, "limit": 1 });
        let act = office.ok(Role::Manager, "audit.list", acts)["acts"][0].clone();
        let id = json!({ "id": act["id"] });
        let view = office.ok(Role::Manager, "audit.show", id);
        let notes = view["notes"].as_array().unwrap().iter();
        let whose = notes.filter(|note| note["name"] == "whose");
        let whose: Vec<_> = whose.map(|note| note["value"].clone()).collect();
        assert_eq!(act["verb"], verb);
        let told = format!("{} {} {}", view["notes"], view["changes"], act["subject"]);
        for secret in ["guess", "4711", "my own pass", token.unwrap_or("guess")] {
            assert!(!told.contains(secret), "{secret} in {told}");
        }
        (code, act["person"].clone(), act["subject"].clone(), whose)
    };
    let own = |id: i64| json!(format!("person:{id}"));
    let secret = json!({ "login": "Clerk", "password": "a long guess" });
    assert_eq!(
        tried(None, "people.sign_in", secret),
        (
            Code::WrongPassword,
            Value::Null,
            own(clerk),
            vec![json!("同事 clerk")]
        )
    );
    // The password in the field of the name.
    let slip = json!({ "login": "my own pass", "password": "a long guess" });
    assert_eq!(
        tried(None, "people.sign_in", slip),
        (Code::WrongPassword, Value::Null, Value::Null, vec![])
    );
    let unlock = json!({ "token": token, "secret": "a long guess" });
    assert_eq!(
        tried(None, "people.unlock", unlock),
        (
            Code::WrongPin,
            json!(clerk),
            own(clerk),
            vec![json!("同事 clerk")]
        )
    );
    let pin = json!({
        "order": order.id, "version": order.version, "at": null, "late": null,
        "worker": worker, "how": "pin", "pin": "4711",
    });
    assert_eq!(
        tried(Some(&token), "orders.accept", pin),
        (
            Code::WrongPin,
            json!(clerk),
            own(worker),
            vec![json!("同事 worker")]
        )
    );
    let new = json!({ "person": clerk, "old": "a long guess", "new": "another long one" });
    assert_eq!(
        tried(Some(&token), "people.set_password", new),
        (
            Code::WrongPassword,
            json!(clerk),
            own(clerk),
            vec![json!("同事 clerk")]
        )
    );
}
