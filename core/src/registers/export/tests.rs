use serde_json::{Value, json};

use super::*;
use crate::desk::Desk;
use crate::desk::testing::{at, desk_with_office, sign_in};
use crate::door::Call;
use crate::error::Code;
use crate::ids::PersonId;

/// What the register holds as this person may take it out.
fn cells(desk: &Desk, person: PersonId, register: RegisterName) -> Result<Vec<String>> {
    let export = ExportRegister {
        register,
        filter: RegisterFilter::default(),
        format: ExportFormat::Csv,
        locale: Locale::ZhHant,
        made: None,
    };
    let settings = desk.settings_at(at(2));
    let call = Call {
        now: at(2),
        person: Some(person),
        settings,
    };
    let table = call.read(desk.ledger(), |r| export.table(r))?;
    let rows = table.rows.into_iter().flatten();
    Ok(rows.map(|cell| cell.shown()).collect())
}

/// Whoever may export may see contacts by the roles of today; the tables do not rely on it (R39).
#[test]
fn who_lacks_the_right_to_contacts_takes_masked_tables_out() {
    let (_dir, desk) = desk_with_office();
    let manager = sign_in(&desk, at(0));
    let call = |token: &str, verb: &str, input: Value| -> Value {
        desk.call_by_name(Some(token), at(1), verb, input).unwrap()["value"].clone()
    };
    let hire = |login: &str, role: &str| {
        let person = json!({
            "name": "同事", "phone": null, "department": 1, "roles": [role], "login": login,
            "password": "a long password",
        });
        let hired = call(&manager, "people.add", person);
        PersonId(hired["id"].as_i64().unwrap())
    };
    let (clerk, cashier) = (hire("clerk", "clerk"), hire("cashier", "cashier"));
    let worker = hire("worker", "worker");
    let secret = json!({ "login": "clerk", "password": "a long password" });
    let signed_in = desk.call_by_name(None, at(1), "people.sign_in", secret);
    let token = signed_in.unwrap()["value"]["token"].clone();
    let token = token.as_str().unwrap();
    let told = json!({
        "channel": "phone", "received_at": null, "source": "area", "place": null, "place_text": "一期中庭",
        "resident": null, "reporting_department": null, "caller": "張小梅", "relation": null,
        "phone": "0922-111-222", "phone_refused": false,
        "requests": [{
            "kind": "household", "content": "燈不亮", "urgency": "normal", "danger": "none",
            "wished_at": null, "remarks": null, "place": null,
        }],
    });
    let request = call(token, "requests.record", told)["requests"][0].clone();
    let order = json!({
        "request": request["id"], "version": request["version"], "department": 2, "worker": null,
        "appointment": null, "fee": null, "at": null, "late": null, "paper_no": null,
    });
    call(token, "orders.issue", order);
    for register in [RegisterName::Requests, RegisterName::Orders] {
        let seen = cells(&desk, clerk, register).unwrap();
        let masked = cells(&desk, cashier, register).unwrap();
        for contact in ["張小梅", "0922-111-222"] {
            assert!(seen.iter().any(|cell| cell == contact), "{register:?}");
            assert!(!masked.iter().any(|cell| cell.contains(contact)));
        }
        for left in ["張○梅", "09•••••222", "燈不亮"] {
            assert!(
                masked.iter().any(|cell| cell == left),
                "{register:?}: {masked:?}"
            );
        }
    }
    // Whoever may not see the requests gets no table of them either, whatever may be printed or exported.
    assert!(cells(&desk, worker, RegisterName::Orders).is_ok());
    let refused = cells(&desk, worker, RegisterName::Requests).unwrap_err();
    assert_eq!(refused.code, Code::Denied);
}
