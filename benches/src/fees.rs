//! The fee schedule: pricing an order, taking a price list in, proposing items while a description is typed.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono_tz::Asia::Taipei;
use rand::SeedableRng;
use rand::rngs::StdRng;
use repair_core::Moment;
use repair_core::desk::Desk;
use repair_core::error::{Error, Result};
use repair_core::ledger::{Key, Ledger};
use repair_core::pricing::calendar::Calendar;
use repair_core::pricing::evaluate::evaluate;
use repair_core::pricing::item::{FeeCategory, FeeItem, Quantity};
use repair_core::pricing::line::{Line, Subject, Work};
use repair_core::pricing::surcharge::{Circumstances, Surcharge};
use serde_json::{Value, json};

use repair_benches::effort::Effort;
use repair_benches::figures::{Times, line, met, ms, table};
use repair_benches::office::Office;

/// What a price list names: each with every place in the house, so that names differ as in a real list.
const WORKS: &[&str] = &[
    "更換水龍頭",
    "水龍頭漏水維修",
    "疏通排水管",
    "馬桶水箱維修",
    "更換燈管",
    "更換插座",
    "更換空氣開關",
    "更換門鎖",
    "門窗鉸鏈調整",
    "更換玻璃",
    "紗窗換網",
    "磁磚修補",
    "牆面粉刷",
    "熱水器檢修",
    "冷氣機加冷媒",
    "抽油煙機清洗",
    "排風扇安裝",
    "洗衣機安裝",
    "對講機維修",
    "線路檢修",
];

/// What is typed at the desk, from one word to a whole sentence, initials and a code.
const TYPED: &[&str] = &[
    "水",
    "水龍頭",
    "廚房水龍頭漏水想換一個",
    "客廳燈管閃爍不亮",
    "ghslt",
    "門鎖打不開",
    "主臥冷氣不冷請加冷媒",
    "12",
    "浴室磁磚脫落",
    "马桶水箱一直流水停不下来，请师傅下午过来看一下",
];

/// Measures on a ledger of its own.
pub fn measure(effort: Effort) -> Result<()> {
    let folder = effort.folder().join("fees");
    if folder.exists() {
        // Of a run that was broken off.
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("fees.ledger");
    let measured = open(&file).and_then(|office| on(&office, &folder, effort));
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn open(file: &Path) -> Result<Office> {
    let mut rng = StdRng::seed_from_u64(4);
    let ledger = Ledger::create(file, Key::random(&mut rng), &mut rng)?;
    let desk = Desk::new(ledger, [4; 32])?;
    let now = Moment::parse("2026-10-31T01:00:00Z").unwrap_or_default();
    repair_demo::play(&desk, now)?;
    Office::at(desk, "manager")
}

fn on(office: &Office, folder: &Path, effort: Effort) -> Result<()> {
    table("Fees", &["", "measured", "aim", ""]);
    let evaluated = evaluating(office, effort.tries(2000))?;
    let figure = |what: &str, time: Duration, said: &str, aim: Duration| {
        let time_said = if time < Duration::from_millis(1) {
            format!("{:.0} µs", time.as_secs_f64() * 1e6)
        } else {
            ms(time)
        };
        let judged = if said.is_empty() {
            ""
        } else {
            met(time <= aim)
        };
        line(&[what, &time_said, said, judged]);
    };
    let most = Duration::from_micros(50);
    figure(
        "evaluate 100 lines, median",
        evaluated.median(),
        "50 µs",
        most,
    );
    let list = folder.join("list.csv");
    let (read, taken) = importing(office, &list, effort.tries(10_000))?;
    figure("read 10 000 rows of a price list", read, "", Duration::MAX);
    figure("take them into a draft", taken, "", Duration::MAX);
    figure("both together", read + taken, "1 s", Duration::from_secs(1));
    let candidates = proposing(office, &list, effort)?;
    let most = Duration::from_millis(5);
    figure(
        "candidates among 2 000 items, median",
        candidates.median(),
        "5 ms",
        most,
    );
    figure(
        "candidates among 2 000 items, p99",
        candidates.p99(),
        "5 ms",
        most,
    );
    Ok(())
}

/// 100 lines over the items of the demo's schedule whose price is known, on a holiday's night.
fn evaluating(office: &Office, times: usize) -> Result<Times> {
    let shown = office.ask("fees.show", json!({ "schedule": null }))?;
    let broken = |_| Error::broken("schedule");
    let rows = shown["items"].as_array().cloned().unwrap_or_default();
    let items: Vec<FeeItem> = rows
        .into_iter()
        .map(|row| serde_json::from_value(row["item"].clone()).map_err(broken))
        .collect::<Result<_>>()?;
    let schedule = &shown["version"]["schedule"];
    let surcharges: Vec<Surcharge> =
        serde_json::from_value(schedule["surcharges"].clone()).map_err(broken)?;
    let calendar: Calendar =
        serde_json::from_value(schedule["calendar"].clone()).map_err(broken)?;
    let works: Vec<Work> = items
        .iter()
        .map(|item| Work {
            quantity: Quantity(2500),
            minutes: Some(95),
            variants: item
                .variants
                .first()
                .map(|v| v.name.clone())
                .into_iter()
                .collect(),
            ..Work::default()
        })
        .collect();
    let lines: Vec<Line<'_>> = items
        .iter()
        .zip(&works)
        .cycle()
        .take(100)
        .map(|(item, work)| Line {
            subject: Subject::Item(item),
            work,
            warranty: None,
        })
        .collect();
    let at = Moment::parse("2026-10-09T15:30:00Z").unwrap_or_default();
    let circumstances = Circumstances {
        at: at.local(Taipei),
        urgent: true,
        category: FeeCategory::Household,
        surcharges: &surcharges,
        calendar: &calendar,
    };
    let mut all = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        let quote = evaluate(&lines, &circumstances)?;
        all.push(begun.elapsed());
        std::hint::black_box(quote);
    }
    Ok(Times::new(all))
}

/// Reads a list of so many rows as the wizard does, and takes it into a new draft.
fn importing(office: &Office, list: &Path, rows: usize) -> Result<(Duration, Duration)> {
    std::fs::write(list, sheet(rows))?;
    let draft = office.ask(
        "fees.draft",
        json!({ "name": format!("{rows}"), "copy_of": null }),
    )?;
    let asked = json!({ "path": list, "sheet": 0, "columns": null, "category": "household" });
    let begun = Instant::now();
    let read = office.ask("fees.read_sheet", asked)?;
    let reading = begun.elapsed();
    let input = json!({
        "schedule": draft["id"], "version": draft["version"], "path": list, "digest": read["digest"], "sheet": 0,
        "columns": read["columns"], "category": "household", "prefix": "", "decisions": [],
    });
    let begun = Instant::now();
    let taken = office.ask("fees.import", input)?;
    let taking = begun.elapsed();
    if taken["items"] != json!(rows) {
        return Err(Error::broken("fees.import"));
    }
    Ok((reading, taking))
}

/// Publishes a list of 2 000 items and types descriptions.
fn proposing(office: &Office, list: &Path, effort: Effort) -> Result<Times> {
    importing(office, list, effort.tries(2000))?;
    let versions = office.ask("fees.list", json!({}))?;
    let version = &versions[0];
    office.ask(
        "fees.publish",
        json!({
            "schedule": version["schedule"]["id"], "version": version["schedule"]["version"], "edits": version["edits"],
            "approved_by": "業主委員會", "approval": "第1次會議", "valid_from": "2026-11-01",
        }),
    )?;
    let mut times = Vec::new();
    for n in 0..effort.tries(200).max(TYPED.len()) {
        let asked = json!({ "text": TYPED[n % TYPED.len()], "locale": "zh-Hant" });
        let begun = Instant::now();
        let found = office.ask("fees.candidates", asked)?;
        times.push(begun.elapsed());
        if n % TYPED.len() == 2 && found == Value::Array(Vec::new()) {
            return Err(Error::broken("fees.candidates"));
        }
    }
    Ok(Times::new(times))
}

/// A list as an office writes it, with prices in many forms.
fn sheet(rows: usize) -> String {
    let mut list = String::from("編號,類別,項目,單位,人工費（元）,材料,備註\n");
    for n in 0..rows {
        let work = WORKS[n % WORKS.len()];
        let price = match n % 5 {
            0 => format!("{}元/次", 10 + n % 90),
            1 => format!("{}--{}元", 10 + n % 50, 70 + n % 50),
            2 => "按實際情況定價".to_owned(),
            3 => "免費".to_owned(),
            _ => format!("{}", 5 + n % 200),
        };
        let material = ["按市價", "業主自購", "含材料費", ""][n % 4];
        let _ = writeln!(
            list,
            "{},第{}類,{work}（{n}型）,次,{price},{material},",
            n + 1,
            n / 200 + 1
        );
    }
    list
}
