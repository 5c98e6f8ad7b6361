//! The receipt (收據) for a payment and the voucher (退款憑證) for a refund, on A5 across (R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::Around;
use super::cells::Printed;
use super::flow::{Block, Line, Paper, flow};
use crate::print::page::{Area, PrintPages};
use crate::print::sheet::{Align, Style};
use crate::text::{Locale, text};

/// What a receipt or voucher prints, as finished texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Receipt {
    pub office: String,
    pub office_phone: Option<String>,
    pub kind: ReceiptKind,
    /// The receipt's own number.
    pub no: String,
    /// Day and time of the payment.
    pub at: String,
    /// Who paid, or was paid back.
    pub payer: Option<String>,
    pub order_no: String,
    pub request_no: String,
    pub place: Option<String>,
    /// What it is for, in short.
    pub lines: Vec<ReceiptLine>,
    /// 現金, 轉賬, 行動支付.
    pub method: String,
    /// Number of the transfer or of the mobile payment.
    pub reference: Option<String>,
    pub amount: String,
    /// The amount in capital figures (大寫).
    pub capitals: Option<String>,
    /// What is open on the order after it; `None` when nothing is.
    pub open: Option<String>,
    /// Of a refund: why.
    pub reason: Option<String>,
    /// Of a refund: number of the receipt whose payment goes back.
    pub refunded_no: Option<String>,
    /// Who took the money, or paid it back.
    pub cashier: String,
    /// Printed before (補印).
    pub reprint: bool,
    pub printed_by: Option<String>,
    pub printed_at: Option<String>,
}

/// Which way the money went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    #[default]
    Payment,
    Refund,
}

/// A line of what a receipt is for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ReceiptLine {
    pub what: String,
    pub amount: String,
}

/// A5 across.
const PAPER: Paper = Paper {
    width: 210.0,
    height: 148.0,
    body: Area {
        x: 14.0,
        y: 27.0,
        w: 182.0,
        h: 109.0,
    },
    label: 22.0,
    style: Style {
        label: 8.8,
        value: 10.5,
        least: 7.0,
        hair: 0.15,
        rule: 0.35,
        frame: 0.5,
        pad: 1.4,
    },
};

/// Lays the receipt out; on a second page where its lines need one.
pub fn receipt(view: &Receipt, locale: Locale) -> PrintPages {
    let refund = view.kind == ReceiptKind::Refund;
    let words = Printed {
        words: "forms-receipt",
        locale,
    };
    // The words that differ.
    let of = |payment, refunded| if refund { refunded } else { payment };
    let mut missing = Vec::new();
    let mut blocks = vec![
        words.row(vec![
            words.cell(1.0, "at", &view.at),
            words.cell(1.0, "order-no", &view.order_no),
            words.cell(1.0, "request-no", &view.request_no),
        ]),
        words.row(vec![
            words.filled(1.0, of("payer", "payee"), &view.payer),
            words.filled(2.0, "place", &view.place),
        ]),
    ];
    if refund {
        blocks.push(words.row(vec![
            words.filled(1.0, "refunded-no", &view.refunded_no),
            words.filled(2.0, "reason", &view.reason),
        ]));
    }
    let line = |line: &ReceiptLine| Line::Cells(vec![line.what.clone(), line.amount.clone()]);
    blocks.push(Block::Table {
        columns: vec![
            words.column(75.0, "what", Align::Left),
            words.column(25.0, "line-amount", Align::Right),
        ],
        lines: view.lines.iter().map(line).collect(),
    });
    let mut amount = vec![words.cell(1.0, of("amount", "refund-amount"), &view.amount)];
    if view.capitals.is_some() {
        amount.push(words.filled(2.0, "capitals", &view.capitals));
    }
    let open = match &view.open {
        Some(open) => open.clone(),
        None => words.say("nothing-open"),
    };
    blocks.extend([
        words.row(amount),
        words.row(vec![
            words.cell(0.85, of("method", "refund-method"), &view.method),
            words.filled(1.3, "reference", &view.reference),
            words.cell(0.95, "open", &open),
        ]),
        Block::Row {
            cells: vec![
                words.cell(1.0, of("cashier", "refund-cashier"), &view.cashier),
                words.blank(1.0, of("payer-signature", "payee-signature")),
                words.blank(1.0, "stamp"),
            ],
            least: 20.0,
        },
    ]);
    let pages = flow(&PAPER, blocks, &mut missing);
    let printed = view.printed_by.as_deref().zip(view.printed_at.as_deref());
    let around = Around {
        office: &view.office,
        office_phone: view.office_phone.as_deref(),
        title: words.say(of("title", "refund-title")),
        subtitle: String::new(),
        no: Some((words.say("no"), &view.no)),
        mark: (view.reprint).then(|| text(locale, "forms-mark-reprint", &[])),
        printed,
    };
    around.pages(&PAPER, pages, missing, locale)
}

#[cfg(test)]
pub mod tests;
