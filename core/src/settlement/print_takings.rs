//! The takings slip on paper: what a person has taken and is to hand over, or what was received of it (R22).

use rand::rngs::StdRng;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::Action;
use crate::document::Exported;
use crate::door::{Reader, WriteVerb, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, TakingsId};
use crate::ledger::orders::Order;
use crate::ledger::payments::{ByMethod, PayMethod, Payment, PaymentKind, Takings};
use crate::ledger::people::Person;
use crate::money::Money;
use crate::print::forms::grid::FormSignature;
use crate::print::forms::takings::{self, TakingsLine, TakingsSum};
use crate::settlement::show::PaymentView;
use crate::text::{Locale, text, time};
use crate::text_field::{filled, optional_line};

/// Which takings.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum WhichTakings {
    /// All that this person has taken and not handed over: the slip has blanks to count and sign.
    Open { person: PersonId },
    /// What was received.
    Received { takings: TakingsId },
}

/// Makes the slip's PDF and records the print.
#[derive(Deserialize, TS)]
pub struct PrintTakings {
    pub which: WhichTakings,
    pub locale: Locale,
    /// Printer's name; empty for a file.
    pub printer: String,
    #[serde(skip)]
    #[ts(skip)]
    pub made: Option<Made>,
}

/// The finished slip, not yet recorded, and the receipts that stand on it.
pub struct Made {
    rows: Vec<Payment>,
    file: Exported,
}

impl WriteVerb for PrintTakings {
    const NAME: &'static str = "settlement.print_takings";
    const ACTION: Action = Action::SeeMoney;
    type Out = Exported;

    fn prepares(&self) -> bool {
        true
    }

    fn prepare(&mut self, r: &Reader<'_>, _rng: &mut StdRng) -> Result<()> {
        let rows = rows(r, self.which)?;
        let view = view(r, self.which, &rows, self.locale)?;
        let laid = takings::takings(&view, self.locale);
        let file = Exported::pages(&format!("takings-{}", r.today()?), laid)?;
        self.made = Some(Made { rows, file });
        Ok(())
    }

    fn run(self, w: &mut Writer<'_>) -> Result<Exported> {
        let made = self.made.ok_or_else(|| Error::broken("print"))?;
        if rows(w, self.which)? != made.rows {
            // Money came in or was handed over meanwhile: the paper would say something else.
            return Err(Error::new(Code::Stale));
        }
        w.note("printer", optional_line("printer", &self.printer)?);
        w.note("receipts", made.rows.len());
        match self.which {
            WhichTakings::Open { person } => w.about(Person::TABLE, person),
            WhichTakings::Received { takings } => w.about(Takings::TABLE, takings),
        }
        Ok(made.file)
    }
}

/// The receipts, by number. Errors: [`Code::NothingToHandOver`], `NotFound`.
fn rows(r: &Reader<'_>, which: WhichTakings) -> Result<Vec<Payment>> {
    match which {
        WhichTakings::Open { person } => {
            let mut rows = Payment::not_handed_over(r)?;
            rows.retain(|row| row.taken_by == Some(person));
            match rows.is_empty() {
                true => Err(Error::new(Code::NothingToHandOver)),
                false => Ok(rows),
            }
        }
        WhichTakings::Received { takings } => Payment::of_takings(r, Takings::get(r, takings)?.id),
    }
}

fn view(
    r: &Reader<'_>,
    which: WhichTakings,
    rows: &[Payment],
    locale: Locale,
) -> Result<takings::Takings> {
    let zone = r.zone()?;
    let mut sums = ByMethod::default();
    for row in rows {
        sums.add(row);
    }
    let person = match which {
        WhichTakings::Open { person } => person,
        WhichTakings::Received { takings } => Takings::get(r, takings)?.person_id,
    };
    let days = rows.iter().map(|row| time::date(row.at, zone));
    let day = match (days.clone().min(), days.max()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (first, _) => first.unwrap_or_default(),
    };
    let office = &r.settings()?.office;
    let mut slip = takings::Takings {
        office: office.name.clone(),
        office_phone: filled(&office.phone),
        person: Person::get(r, person)?.name,
        day,
        lines: rows
            .iter()
            .map(|row| line(r, row, rows, locale))
            .collect::<Result<_>>()?,
        sums: by_method(rows, &sums, locale),
        total: Money(sums.cash.0 + sums.transfer.0 + sums.mobile.0).to_string(),
        cash_due: sums.cash.to_string(),
        printed_by: Some(r.who()?.name.clone()),
        printed_at: Some(time::date_time(r.now(), zone)),
        ..takings::Takings::default()
    };
    if let WhichTakings::Received { takings } = which {
        let received = Takings::get(r, takings)?;
        slip.cash_counted = Some(received.counted.to_string());
        slip.difference = Some(Money(received.counted.0 - sums.cash.0).to_string());
        slip.reason = filled(&received.note);
        slip.received = Some(FormSignature {
            who: Person::get(r, received.received_by)?.name,
            how: text(locale, "forms-takings-recorded", &[]),
            when: time::date_time(received.at, zone),
            ..FormSignature::default()
        });
    }
    Ok(slip)
}

/// A receipt; its time needs no date on the day of the last one.
fn line(r: &Reader<'_>, row: &Payment, rows: &[Payment], locale: Locale) -> Result<TakingsLine> {
    let row = PaymentView::of(r, row.clone())?.payment;
    let last = rows.last().map_or(row.at, |last| last.at);
    Ok(TakingsLine {
        time: time::time_near(row.at, last, r.zone()?),
        order_no: Order::get(r, row.order_id)?.no,
        method: row.method.map(|m| method(m, locale)).unwrap_or_default(),
        amount: signed(&row).to_string(),
        no: row.receipt_no.unwrap_or_default(),
        payer: row.payer,
    })
}

fn by_method(rows: &[Payment], sums: &ByMethod, locale: Locale) -> Vec<TakingsSum> {
    let of = |way: &PayMethod| {
        let count = rows.iter().filter(|row| row.method == Some(*way)).count();
        let sum = match way {
            PayMethod::Cash => sums.cash,
            PayMethod::Transfer => sums.transfer,
            PayMethod::Mobile => sums.mobile,
        };
        TakingsSum {
            method: method(*way, locale),
            count: count.to_string(),
            amount: sum.to_string(),
        }
    };
    PayMethod::ALL.iter().map(of).collect()
}

/// Less than nothing where money was given back.
fn signed(row: &Payment) -> Money {
    match row.kind {
        PaymentKind::Refund => Money(-row.amount.0),
        _ => row.amount,
    }
}

fn method(method: PayMethod, locale: Locale) -> String {
    let key = format!("name-pay-method-{}", method.as_str());
    text(locale, &key, &[])
}
