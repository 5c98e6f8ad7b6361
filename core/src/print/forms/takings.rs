//! The takings slip (收款交款單): what a person took on a day, handed over against the receipts (R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::Around;
use super::cells::Printed;
use super::flow::{Block, Line, Paper, flow};
use super::grid::FormSignature;
use crate::print::page::PrintPages;
use crate::print::sheet::Align;
use crate::text::Locale;

/// What a takings slip prints, as finished texts. `None` is a blank to write on by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Takings {
    pub office: String,
    pub office_phone: Option<String>,
    /// Whose takings.
    pub person: String,
    pub day: String,
    /// Every receipt and voucher of the day, in the order of their numbers.
    pub lines: Vec<TakingsLine>,
    /// One for each method of payment.
    pub sums: Vec<TakingsSum>,
    /// All methods together.
    pub total: String,
    /// Cash that the receipts make up.
    pub cash_due: String,
    pub cash_counted: Option<String>,
    /// Counted less due; negative where cash is missing.
    pub difference: Option<String>,
    /// Why there is a difference.
    pub reason: Option<String>,
    pub handed_over: Option<FormSignature>,
    pub received: Option<FormSignature>,
    pub printed_by: Option<String>,
    pub printed_at: Option<String>,
}

/// A receipt, or a voucher with a negative amount.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct TakingsLine {
    pub no: String,
    pub time: String,
    pub order_no: String,
    pub payer: String,
    pub method: String,
    pub amount: String,
}

/// What came in by one method.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct TakingsSum {
    pub method: String,
    /// How many receipts and vouchers.
    pub count: String,
    /// Refunds taken off.
    pub amount: String,
}

/// Lays the slip out on A4.
pub fn takings(view: &Takings, locale: Locale) -> PrintPages {
    let words = Printed {
        words: "forms-takings",
        locale,
    };
    let mut missing = Vec::new();
    let pages = flow(&Paper::A4, blocks(view, &words), &mut missing);
    let around = Around {
        office: &view.office,
        office_phone: view.office_phone.as_deref(),
        title: words.say("title"),
        subtitle: format!(
            "{} {}　{} {}",
            words.say("person"),
            view.person,
            words.say("day"),
            view.day
        ),
        printed: view.printed_by.as_deref().zip(view.printed_at.as_deref()),
        ..Around::default()
    };
    around.pages(&Paper::A4, pages, missing, locale)
}

fn blocks(view: &Takings, words: &Printed) -> Vec<Block> {
    let line = |line: &TakingsLine| {
        Line::Cells(vec![
            line.no.clone(),
            line.time.clone(),
            line.order_no.clone(),
            line.payer.clone(),
            line.method.clone(),
            line.amount.clone(),
        ])
    };
    let sum = |sum: &TakingsSum| {
        Line::Cells(vec![
            sum.method.clone(),
            sum.count.clone(),
            sum.amount.clone(),
        ])
    };
    let all = Line::Cells(vec![
        words.say("total"),
        view.lines.len().to_string(),
        view.total.clone(),
    ]);
    vec![
        Block::Table {
            columns: vec![
                words.column(20.0, "no", Align::Left),
                words.column(14.0, "time", Align::Left),
                words.column(21.0, "order-no", Align::Left),
                words.column(16.0, "payer", Align::Left),
                words.column(14.0, "method", Align::Left),
                words.column(15.0, "amount", Align::Right),
            ],
            lines: view.lines.iter().map(line).collect(),
        },
        Block::Gap(3.0),
        Block::Table {
            columns: vec![
                words.column(50.0, "method", Align::Left),
                words.column(20.0, "count", Align::Right),
                words.column(30.0, "amount", Align::Right),
            ],
            lines: view.sums.iter().map(sum).chain([all]).collect(),
        },
        Block::Gap(3.0),
        words.row(vec![
            words.cell(1.0, "cash-due", &view.cash_due),
            words.filled(1.0, "cash-counted", &view.cash_counted),
            words.filled(1.0, "difference", &view.difference),
        ]),
        words.row(vec![words.filled(1.0, "reason", &view.reason)]),
        Block::Row {
            cells: vec![
                words.sign(1.0, "handed-over", &view.handed_over),
                words.sign(1.0, "received", &view.received),
            ],
            least: 22.0,
        },
        Block::Note(words.say("refunds")),
    ]
}

#[cfg(test)]
pub mod tests;
