//! The ledger after the window was closed: what the door tells of an order.

use repair_core::desk::Desk;
use repair_demo::player::PASSWORD;
use repair_tests::window::Home;
use serde_json::{Value, json};

use crate::office::now;

/// The ledger, read by the manager.
pub struct Book {
    desk: Desk,
    token: String,
}

impl Book {
    /// Opens the ledger that a window left, and finds it sound: file, schema, audit chain, every row.
    pub fn of(home: &Home) -> Self {
        let mut book = Self {
            desk: home.door(),
            token: String::new(),
        };
        let secret = json!({ "login": "manager", "password": PASSWORD });
        let signed = book
            .desk
            .call_by_name(None, now(), "people.sign_in", secret);
        let signed = signed.expect("the manager signs in");
        book.token = signed["value"]["token"].as_str().unwrap_or_default().into();
        let report = book.call("backup.check_ledger", json!({ "depth": "rows" }));
        assert_eq!(report["fault_count"], 0, "{report}");
        book
    }

    pub fn call(&self, verb: &str, input: Value) -> Value {
        let answer = self
            .desk
            .call_by_name(Some(&self.token), now(), verb, input);
        answer.unwrap_or_else(|error| panic!("{verb}: {error:?}"))["value"].clone()
    }

    /// An order with everything around it.
    pub fn order(&self, no: &str) -> Value {
        self.call("orders.show", json!({ "order": null, "no": no }))
    }
}

/// An order's state and its steps in their order.
pub fn life(order: &Value) -> (String, Vec<String>) {
    let steps = order["steps"].as_array().into_iter().flatten();
    let steps = steps.map(|step| word(&step["step"]["step"]));
    (word(&order["order"]["state"]), steps.collect())
}

/// Where the copies are, the first first.
pub fn places(order: &Value) -> Vec<String> {
    let copies = order["copies"].as_array().into_iter().flatten();
    copies.map(|copy| word(&copy["place"])).collect()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
