//! From a key to painted rows: through the page, the shell, the door, the ledger and back onto the screen.

use std::time::Duration;

use repair_benches::figures::{Times, line, met, ms, table};
use repair_benches::office::{Office, text};
use repair_benches::samples::Samples;
use repair_core::error::Result;
use repair_core::text::{Locale, text as word};
use repair_tests::window::Window;
use serde_json::json;

use crate::Stage;
use crate::start::sign_in;

/// One way of asking, with several things to ask for.
pub struct Case {
    name: &'static str,
    /// Where the person is before.
    from: &'static str,
    /// The field that is typed into; nothing where a screen is gone to.
    field: Option<&'static str>,
    /// The part of the page that shows the answer.
    place: &'static str,
    asks: Vec<Ask>,
}

/// What is typed or gone to, and words that the answer must show.
struct Ask {
    what: String,
    shown: String,
}

/// A screen that shows none of the lists.
const ELSEWHERE: &str = "people";

/// What will be asked for, with the answers that the door gives now.
pub fn cases(office: &Office, samples: Samples) -> Result<Vec<Case>> {
    let went = |name, place, asks| Case {
        name,
        from: ELSEWHERE,
        field: None,
        place,
        asks,
    };
    let typed = |name, from, field, place, asks| Case {
        name,
        from,
        field: Some(field),
        place,
        asks,
    };

    let mut queues = Vec::new();
    for state in ["issued", "accepted", "on_site", "waiting", "returned"] {
        let page = json!({ "state": state, "after": null, "limit": 1 });
        let page = office.ask("orders.queue", page)?;
        queues.push(Ask {
            what: format!("queue/{state}"),
            shown: text(&page["rows"][0]["no"]),
        });
    }
    let bench = Ask {
        what: "workbench".to_owned(),
        shown: String::new(),
    };
    let by_number = |no: String| Ask {
        what: format!("find/{no}"),
        shown: no,
    };
    let numbers = samples.numbers.into_iter().map(by_number).collect();
    let residents = |texts: Vec<String>| -> Result<Vec<Ask>> {
        texts
            .into_iter()
            .map(|what| {
                let found = office.ask("places.find", json!({ "text": what, "limit": 1 }))?;
                let shown = text(&found[0]["place"]["label"]);
                Ok(Ask { what, shown })
            })
            .collect()
    };
    let orders = |texts: &[String]| searched(office, "orders.list", texts);
    let requests = |texts: &[String]| searched(office, "requests.list", texts);
    const FINDER: &str = "[data-key=intake]";
    const FOUND: &str = "main [role=listbox]";
    const SEARCH: &str = "main input[type=search]";
    const TABLE: &str = "main .table";
    Ok(vec![
        went("first page of a queue", TABLE, queues),
        went("workbench", "main .strip", vec![bench]),
        went("order by number", "main h1", numbers),
        typed(
            "resident by room",
            "workbench",
            FINDER,
            FOUND,
            residents(samples.rooms)?,
        ),
        typed(
            "resident by phone",
            "workbench",
            FINDER,
            FOUND,
            residents(samples.phones)?,
        ),
        typed(
            "resident by initials",
            "workbench",
            FINDER,
            FOUND,
            residents(samples.initials)?,
        ),
        typed(
            "orders: two characters",
            "orders",
            SEARCH,
            TABLE,
            orders(&samples.two)?,
        ),
        typed(
            "orders: eight characters",
            "orders",
            SEARCH,
            TABLE,
            orders(&samples.eight)?,
        ),
        typed(
            "requests: two characters",
            "requests",
            SEARCH,
            TABLE,
            requests(&samples.two)?,
        ),
        typed(
            "requests: eight characters",
            "requests",
            SEARCH,
            TABLE,
            requests(&samples.eight)?,
        ),
        typed(
            "requests: an absent word",
            "requests",
            SEARCH,
            TABLE,
            requests(&samples.absent)?,
        ),
    ])
}

/// Searches of a register, with the number of the first row, or what an empty register says.
fn searched(office: &Office, verb: &str, texts: &[String]) -> Result<Vec<Ask>> {
    let mut asks = Vec::new();
    for what in texts {
        let input = json!({ "filter": { "text": what }, "before": null, "limit": 1 });
        let page = office.ask(verb, input)?;
        let shown = match page["rows"].get(0) {
            Some(row) => text(&row["no"]),
            None => word(Locale::ZhHant, "register-empty", &[]),
        };
        asks.push(Ask {
            what: what.clone(),
            shown,
        });
    }
    Ok(asks)
}

pub fn measure(stage: &Stage, cases: &[Case], calls: usize) {
    let window = stage.program();
    sign_in(&window);
    table(
        "From a key to painted rows",
        &["", "p50", "p99", "aim: 30 ms, 60 ms"],
    );
    for case in cases {
        let times = Times::new(times(&window, case, calls));
        let kept =
            times.median() < Duration::from_millis(30) && times.p99() < Duration::from_millis(60);
        line(&[case.name, &ms(times.median()), &ms(times.p99()), met(kept)]);
    }
}

fn times(window: &Window, case: &Case, calls: usize) -> Vec<Duration> {
    window.go(case.from);
    let mut all = Vec::new();
    let mut typed = "";
    for ask in case.asks.iter().cycle().take(calls) {
        match case.field {
            None => window.go(case.from),
            // The same words typed twice ask nothing anew.
            Some(_) if ask.what == typed => continue,
            Some(_) => typed = &ask.what,
        }
        let args = [
            json!(case.field),
            json!(ask.what),
            json!(case.place),
            json!(ask.shown),
        ];
        let took = window.script_async(include_str!("painted.js"), args.to_vec());
        let Some(took) = took.as_f64() else {
            window.fail(&format!("{}: {took}", case.name));
        };
        all.push(Duration::from_secs_f64(took / 1000.0));
    }
    all
}
