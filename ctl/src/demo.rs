//! Makes a demo office in a folder: ledger with key, forms, registers, and every call with its result.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::desk::Desk;
use repair_core::document::Document;
use repair_core::ledger::{Key, Ledger, key_file};
use repair_core::{Error, Result};
use repair_demo::Played;
use repair_demo::player::PASSWORD;
use repair_demo::refusals::{self, Refusal, Samples};
use serde_json::{Value, json};

use crate::office::{now, seed};
use crate::say::{Say, line};

/// Plays office, lives and refused steps into a new ledger in `dir` and writes what came of it beside the ledger.
///
/// Errors: `Duplicate` when a demo lies there already; otherwise what a life met.
pub fn make(dir: &Path, say: Say) -> Result<ExitCode> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| Error::from(error).at(&path)
    };
    let forms = dir.join("forms");
    fs::create_dir_all(&forms).map_err(at(&forms))?;
    let ledger = dir.join("demo.ledger");
    let mut rng = StdRng::from_seed(seed()?);
    let key = Key::random(&mut rng);
    let made = Ledger::create(&ledger, key.clone(), &mut rng)?;
    key_file::write(&key_file::beside(&ledger), &key)?;
    let desk = Desk::new(made, seed()?)?;

    let mut played = repair_demo::play(&desk, now())?;
    let p = &mut played.player;
    p.set(now());
    let samples = Samples::gather(p, &played.office, &played.lives, &played.open_desk)?;
    let tried = refusals::play(p, &played.office, &samples)?;
    let ends = ends(&mut played)?;
    for order in played.lives.iter().flat_map(|life| &life.orders) {
        let form = json!({
            "order": order, "locale": say.0, "profile": "a4", "copies": [], "printer": "",
        });
        let printed = played.player.call("orders.print", form)?;
        save(&forms, &printed["document"])?;
    }
    for register in ["requests", "orders"] {
        let export =
            json!({ "register": register, "filter": {}, "format": "pdf", "locale": say.0 });
        let exported = played.player.call("registers.export", export)?;
        save(dir, &exported["document"])?;
    }
    let journey = json!({
        "lives": played.lives, "refusals": tried, "calls": played.player.calls(),
    });
    let text = serde_json::to_vec_pretty(&journey).map_err(Error::broken)?;
    let file = dir.join("journey.json");
    fs::write(&file, text).map_err(at(&file))?;
    tell(&ends, &tried, played.player.calls().len(), say);
    let login = ("login", played.office.clerk.login);
    let ledger = ledger.display().to_string();
    say.result(
        "ctl-demo-open",
        &[("ledger", &ledger), login, ("password", PASSWORD)],
    );
    let passed = tried.iter().all(as_expected);
    Ok(if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn as_expected(refusal: &Refusal) -> bool {
    refusal.got.as_deref() == Some(refusal.expected)
}

/// A life's title, and each of its orders (or requests, where it has none) with the key of how it ended.
struct End {
    title: &'static str,
    lines: Vec<(String, String)>,
}

fn ends(played: &mut Played<'_>) -> Result<Vec<End>> {
    let mut ends = Vec::new();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for life in &played.lives {
        let mut lines = Vec::new();
        for order in &life.orders {
            let view = played
                .player
                .call("orders.show", json!({ "order": order }))?;
            let state = format!("order-state-{}", text(&view["order"]["state"]));
            lines.push((text(&view["order"]["no"]), state));
        }
        for request in life.requests.iter().filter(|_| life.orders.is_empty()) {
            let view = played
                .player
                .call("requests.show", json!({ "request": request }))?;
            let ending = format!("request-ending-{}", text(&view["request"]["ending"]));
            lines.push((text(&view["request"]["no"]), ending));
        }
        let title = life.title;
        ends.push(End { title, lines });
    }
    Ok(ends)
}

fn tell(ends: &[End], tried: &[Refusal], calls: usize, say: Say) {
    for End { title, lines } in ends {
        let words: Vec<String> = lines
            .iter()
            .map(|(no, key)| format!("{no} {}", say.text(&key.replace('_', "-"), &[])))
            .collect();
        line(&format!("{title}  {}", words.join("  ")));
    }
    let refused = tried.iter().filter(|t| as_expected(t)).count();
    let counts = [
        ("calls", calls.to_string()),
        ("tried", tried.len().to_string()),
        ("refused", refused.to_string()),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(k, v)| (*k, v.as_str())).collect();
    say.result("ctl-demo-counts", &counts);
    for wrong in tried.iter().filter(|t| !as_expected(t)) {
        line(&format!("{} {}: {:?}", wrong.what, wrong.verb, wrong.got));
    }
}

fn save(dir: &Path, document: &Value) -> Result<()> {
    let document: Document = serde_json::from_value(document.clone()).map_err(Error::broken)?;
    let file = dir.join(&document.name);
    fs::write(&file, &document.bytes).map_err(|e| Error::from(e).at(&file))
}
