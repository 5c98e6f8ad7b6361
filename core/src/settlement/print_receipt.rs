//! The receipt of a payment, the voucher of a refund, on paper (R22).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::{Exported, Made};
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::PaymentId;
use crate::ledger::orders::Order;
use crate::ledger::payments::{Payment, PaymentKind};
use crate::ledger::people::Person;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::requests::Request;
use crate::money::Money;
use crate::orders::balance::Balance;
use crate::print::forms::receipt::{Receipt, ReceiptKind, ReceiptLine, receipt};
use crate::quotes::paper;
use crate::text::{Locale, text, time};
use crate::text_field::{filled, optional_line};

/// Makes the PDF and records the print; from the second one on the paper says that it is a reprint (補印).
#[derive(Deserialize, TS)]
pub struct PrintReceipt {
    pub payment: PaymentId,
    pub locale: Locale,
    /// Printer's name; empty for a file.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

impl WriteVerb for PrintReceipt {
    const NAME: &'static str = "settlement.print_receipt";
    const ACTION: Action = Action::TakeMoney;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let row = Payment::get(r, self.payment)?;
        let view = view(r, &row, self.locale)?;
        let laid = receipt(&view, self.locale);
        self.made = Some(Made {
            version: row.version,
            file: Exported::pages(&view.no, laid)?,
        });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        // Printed by another desk meanwhile: this paper would pass for the first.
        let old = Payment::get_at(w, self.payment, made.version)?;
        let mut new = old.clone();
        new.printed += 1;
        w.note("printer", optional_line("printer", &self.printer)?);
        w.about(Order::TABLE, old.order_id);
        new.update(w, &old)?;
        Ok(made.file)
    }
}

/// The receipt as things stood when the money changed hands: a reprint says what the first one said. The payer's name
/// stands in full on the payer's own paper, whoever prints it.
///
/// Errors: [`Code::NoReceipt`] for what moves no money.
fn view(r: &Reader<'_>, row: &Payment, locale: Locale) -> Result<Receipt> {
    let (kind, no) = match (row.kind, &row.receipt_no) {
        (PaymentKind::Payment, Some(no)) => (ReceiptKind::Payment, no.clone()),
        (PaymentKind::Refund, Some(no)) => (ReceiptKind::Refund, no.clone()),
        _ => return Err(Error::new(Code::NoReceipt)),
    };
    let order = Order::get(r, row.order_id)?;
    let request = Request::get(r, order.request_id)?;
    let then = Then::of(r, order, row)?;
    let office = &r.settings()?.office;
    let zone = r.zone()?;
    let method = row.method.map_or("", |method| method.as_str());
    Ok(Receipt {
        office: office.name.clone(),
        office_phone: filled(&office.phone),
        kind,
        no,
        at: time::date_time(row.at, zone),
        payer: filled(&row.payer),
        order_no: then.order.no.clone(),
        request_no: request.no,
        place: filled(&request.place_text),
        lines: then.lines(locale)?,
        method: text(locale, &format!("name-pay-method-{method}"), &[]),
        reference: filled(&row.reference),
        amount: row.amount.to_string(),
        capitals: row.amount.capitals(locale),
        open: then.open(locale),
        reason: filled(&row.reason),
        refunded_no: filled(&then.receipts(locale)),
        cashier: Person::get(r, row.taken_by.unwrap_or(row.by_person))?.name,
        reprint: row.printed > 0,
        printed_by: Some(r.who()?.name.clone()),
        printed_at: Some(time::date_time(r.now(), zone)),
    })
}

/// An order's money up to one row.
struct Then {
    order: Order,
    /// What was agreed then.
    quote: Option<QuoteRow>,
    /// The row itself the last.
    rows: Vec<Payment>,
}

impl Then {
    fn of(r: &Reader<'_>, order: Order, row: &Payment) -> Result<Self> {
        let mut rows = Payment::of(r, order.id)?;
        rows.retain(|other| other.id <= row.id);
        let mut quotes = QuoteRow::of_request(r, order.request_id)?;
        quotes.retain(|q| q.order_id == Some(order.id) && q.entered_at <= row.entered_at);
        Ok(Self {
            quote: quotes.pop(),
            rows,
            order,
        })
    }

    fn refund(&self) -> bool {
        self.rows.last().map(|row| row.kind) == Some(PaymentKind::Refund)
    }

    /// The fee as it was agreed then.
    fn fee(&self) -> Money {
        let quoted = self.quote.as_ref().and_then(|q| q.total().certain());
        quoted.or(self.order.fee).unwrap_or_default()
    }

    /// What the money is for; on a receipt also what was settled before, so that fee, payment and open amount add up.
    fn lines(&self, locale: Locale) -> Result<Vec<ReceiptLine>> {
        let mut lines = match &self.quote {
            Some(quote) => items(quote, locale)?,
            None => vec![ReceiptLine {
                what: match self.order.real_item.as_str() {
                    "" => self.order.content.clone(),
                    found => found.to_owned(),
                },
                amount: self.fee().to_string(),
            }],
        };
        if !self.refund() {
            let before = self.rows.iter().take(self.rows.len() - 1);
            lines.extend(before.filter_map(|row| settled(row, locale)));
        }
        Ok(lines)
    }

    /// What was open after it; of a refund what is left to pay of what the order asks now.
    fn open(&self, locale: Locale) -> Option<String> {
        let now = Balance::of(&self.order, &self.rows);
        let agreed = if self.refund() {
            now.agreed
        } else {
            self.fee()
        };
        let open = Balance { agreed, ..now }.payable();
        if open == Money(0) {
            return None;
        }
        let open = open.to_string();
        let on_account = |row: &Payment| row.kind == PaymentKind::OnAccount;
        Some(match self.rows.iter().any(on_account) {
            true => text(
                locale,
                "forms-receipt-on-account",
                &[("amount", (&open).into())],
            ),
            false => open,
        })
    }

    /// Of a refund: the receipt of the payment that it gives back; of one that names none, all those before it.
    fn receipts(&self, locale: Locale) -> String {
        if !self.refund() {
            return String::new();
        }
        let named = self.rows.last().and_then(|row| row.gives_back);
        let paid = self.rows.iter().filter(|row| {
            row.kind == PaymentKind::Payment && named.is_none_or(|named| named == row.id)
        });
        let numbers: Vec<&str> = paid.filter_map(|row| row.receipt_no.as_deref()).collect();
        numbers.join(&text(locale, "fees-and", &[]))
    }
}

/// A quote's items with the reasons of their amounts.
fn items(quote: &QuoteRow, locale: Locale) -> Result<Vec<ReceiptLine>> {
    let lines = paper::lines(quote, locale)?.into_iter().map(|line| {
        let item = line.named();
        let args = [
            ("item", (&item).into()),
            ("reasons", (&line.reasons).into()),
        ];
        ReceiptLine {
            what: text(locale, "forms-receipt-line", &args),
            amount: line.sum,
        }
    });
    Ok(lines.collect())
}

/// A row before this one, by what it changed of the open amount.
fn settled(row: &Payment, locale: Locale) -> Option<ReceiptLine> {
    let sum = match row.kind {
        PaymentKind::Payment | PaymentKind::Waiver => Money(-row.amount.0),
        PaymentKind::Refund => row.amount,
        PaymentKind::OnAccount => return None,
    };
    let kind = text(
        locale,
        &format!("name-payment-kind-{}", row.kind.as_str()),
        &[],
    );
    let no = row.receipt_no.as_deref().unwrap_or_default();
    Some(ReceiptLine {
        what: format!("{kind} {no}").trim_end().to_owned(),
        amount: sum.to_string(),
    })
}
