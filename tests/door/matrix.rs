//! Who may do what: every verb × every role, as the policy says and as the door really answers.

use std::fmt::Write;

use repair_core::Code;
use repair_core::access::{Action, holders};
use repair_core::desk::verbs;
use repair_core::office::Role;
use serde_json::Value;

use crate::support::Office;

/// What the policy says of a verb.
fn policy(verb: &verbs::Verb, role: Option<Role>) -> bool {
    match role {
        None => verb.action == Action::Enter,
        Some(role) => holders(verb.action).contains(&role),
    }
}

/// What the door answers to input that no verb understands: the right is judged before the input.
fn door(office: &Office, verb: &verbs::Verb, token: Option<&str>) -> bool {
    let answer = office
        .desk
        .call_by_name(token, office.now(), verb.name, Value::Null);
    match answer.unwrap_err().code {
        Code::BadCall => true,
        Code::Denied | Code::SignInFirst => false,
        other => panic!("{}: {other:?}", verb.name),
    }
}

#[test]
fn every_verb_for_every_role_is_as_the_golden_file_says() {
    let office = Office::new();
    let roles: Vec<Option<Role>> = std::iter::once(None)
        .chain(Role::ALL.iter().copied().map(Some))
        .collect();
    let mut faults = Vec::new();
    let mut table = String::from("# verb: right; who may (nobody: even before sign-in)\n");
    let mut all = verbs::all();
    all.sort_by_key(|verb| verb.name);
    for verb in &all {
        let mut may = Vec::new();
        for role in &roles {
            let name = role.map_or("nobody", Role::as_str);
            let token = role.map(|role| {
                office.person(role);
                office.session(role.as_str())
            });
            let allowed = policy(verb, *role);
            if door(&office, verb, token.as_deref()) != allowed {
                faults.push(format!(
                    "{} as {name}: policy {allowed}, door not",
                    verb.name
                ));
            }
            if allowed {
                may.push(name);
            }
        }
        let action = verb.action.as_str();
        writeln!(table, "{}: {action}; {}", verb.name, may.join(" ")).unwrap();
    }
    assert!(faults.is_empty(), "{faults:#?}");
    golden("matrix.txt", &table);
}

/// Compares with a file of `tests/golden`, or writes it anew when `REPAIR_GOLDEN` is set.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("golden")
        .join(name);
    if std::env::var_os("REPAIR_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}, line {}", line + 1);
    }
    assert_eq!(
        found.lines().count(),
        wanted.lines().count(),
        "{name}: lines; REPAIR_GOLDEN=1 writes it anew"
    );
}
