//! The real lists and a corpus of texts, each against what a person reads in them.

use super::*;
use crate::import;
use crate::money::Money;
use crate::pricing::item::{Change, Price};

mod corpus;
mod headings;
mod kinds;
mod lists;
mod remarks;
mod shapes;
mod show;

/// A sheet of rows that are written with a stroke between cells; the first is the headings.
fn sheet(rows: &[&str]) -> Sheet {
    let text: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            cells.join("\t")
        })
        .collect();
    import::read(text.join("\n").as_bytes(), "list.tsv")
        .and_then(|mut book| book.sheet(0))
        .unwrap()
}

/// A list of another office.
fn office_list(name: &str) -> Sheet {
    let path = format!(
        "{}/../tests/data/price-lists/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    let bytes = std::fs::read(&path).unwrap();
    let mut book = import::read(&bytes, name).unwrap();
    book.sheet(0).unwrap()
}

fn read(sheet: &Sheet) -> Vec<Row> {
    let columns = Columns::propose(sheet).unwrap();
    understand(sheet, &columns, FeeCategory::Household).unwrap()
}

/// Plain amounts, as the expectations write them.
fn yuan(money: Money) -> String {
    money.to_string().trim_end_matches(".00").to_owned()
}

fn price(price: &Price) -> String {
    match *price {
        Price::Free => "free".to_owned(),
        Price::Each { price } => yuan(price),
        Price::Range { from, to } => format!("{}~{}", yuan(from), yuan(to)),
        Price::Actual => "actual".to_owned(),
        Price::ByKind => "by kind".to_owned(),
        Price::From { price } => format!("from {}", yuan(price)),
        Price::Hourly { rate, step, least } => {
            format!("{}/h step {step} least {least}", yuan(rate))
        }
        Price::FirstThen { first, price, then } => {
            assert_eq!(first.0 % 1000, 0);
            format!(
                "first {}: {} then {}",
                first.0 / 1000,
                yuan(price),
                yuan(then)
            )
        }
    }
}

/// Minimum, cap, variants and warranty.
fn besides(item: &FeeItem) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(item.minimum.map(|money| format!("min {}", yuan(money))));
    out.extend(item.cap.map(|money| format!("cap {}", yuan(money))));
    for variant in &item.variants {
        out.push(match &variant.change {
            Change::Instead { labour } => format!("{}={}", variant.name, price(labour)),
            Change::Further { amount } => format!("{}+{} further", variant.name, yuan(*amount)),
            Change::Add { amount, each } => {
                let each = if *each { " each" } else { "" };
                format!("{}+{}{each}", variant.name, yuan(*amount))
            }
        });
    }
    if item.warranty_days > 0 {
        out.push(format!("warranty {}", item.warranty_days));
    }
    out
}

fn material(item: &FeeItem) -> Vec<String> {
    let mut out = Vec::new();
    let says = &item.material;
    out.extend(says.included.then(|| "included".to_owned()));
    for listed in &says.listed {
        let mut text = format!("{} {}", listed.name, yuan(listed.price));
        if !listed.unit.is_empty() {
            text = format!("{text} per {}", listed.unit);
        }
        out.push(text.trim().to_owned());
    }
    out.extend(says.market.then(|| "market".to_owned()));
    out.extend(says.owner.then(|| "owner".to_owned()));
    out
}

/// Doubts by their names.
fn left(doubts: &[Doubt]) -> String {
    let mut names: Vec<&str> = doubts.iter().map(|doubt| doubt.why.as_str()).collect();
    names.dedup();
    format!("LEFT {}", names.join(", "))
}
