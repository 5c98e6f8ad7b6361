//! The fee part of the order's form: what is due and why, what it has taken the place of, the owner's consent, the
//! material, and what was paid (R11, R19, R21, R22).

use crate::access::Action;
use crate::door::Reader;
use crate::error::Result;
use crate::ledger::orders::Order;
use crate::ledger::payments::Payment;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::requests::Request;
use crate::money::Money;
use crate::orders::balance::Balance;
use crate::pricing::amount::times;
use crate::pricing::line::{Supply, Used};
use crate::pricing::quote::Verdict;
use crate::pricing::words;
use crate::print::forms::fee::FormFee;
use crate::print::forms::work_order::{FormMaterial, WorkOrderForm};
use crate::quotes::paper;
use crate::text::{Locale, text};

/// Fills in what is known of the fee. Without a quote it is the amount alone.
pub(super) fn fill(
    r: &Reader<'_>,
    order: &Order,
    locale: Locale,
    form: &mut WorkOrderForm,
) -> Result<()> {
    form.consent = consent(r, order, locale)?;
    form.total = order.fee.map(|fee| fee.to_string());
    form.total_capitals = order.fee.and_then(|fee| fee.capitals(locale));
    form.paid = paid(r, order, locale)?;
    let Some(quote) = order.quote_id else {
        return Ok(());
    };
    let quote = QuoteRow::get(r, quote)?;
    form.in_schedule = Some(!matches!(quote.verdict.0, Verdict::Review { .. }));
    form.fees = paper::lines(&quote, locale)?;
    form.superseded = superseded(r, &quote, locale)?;
    let lines = quote.lines.0.iter();
    let used = lines.clone().flat_map(|line| &line.work.materials);
    form.materials = used.map(|u| material(u, locale)).collect::<Result<_>>()?;
    form.labour = paper::amount(paper::labour(&quote)?, locale);
    let sum: i64 = lines.map(|line| line.priced.material.0).sum();
    form.material = Some(Money(sum).to_string());
    if form.total.is_none() {
        form.total = paper::amount(quote.total(), locale);
    }
    Ok(())
}

fn consent(r: &Reader<'_>, order: &Order, locale: Locale) -> Result<Option<String>> {
    let request = Request::get(r, order.request_id)?;
    let given = paper::consent(r, &request)?;
    Ok(given.map(|given| {
        // What was found on site may cost something else.
        let amount = request.quote.map(|sum| sum.to_string()).unwrap_or_default();
        let args = [
            ("amount", (&amount).into()),
            ("when", (&given.when).into()),
            ("how", (&given.how).into()),
            ("who", (&given.who).into()),
            ("by", (&given.taken_by).into()),
        ];
        text(locale, "forms-order-consent-given", &args)
    }))
}

/// The fee as it was reported, or first agreed on site, where what was found since has taken its place: both stay (R11).
fn superseded(r: &Reader<'_>, holds: &QuoteRow, locale: Locale) -> Result<Option<FormFee>> {
    let mut before = QuoteRow::of_request(r, holds.request_id)?;
    before.retain(|quote| quote.order_id == holds.order_id && quote.id != holds.id);
    let fee = |quote: &QuoteRow| {
        Ok(FormFee {
            lines: paper::lines(quote, locale)?,
            total: paper::amount(quote.total(), locale).unwrap_or_default(),
        })
    };
    before.first().map(fee).transpose()
}

/// A material with its price, where it has one of its own.
fn material(used: &Used, locale: Locale) -> Result<FormMaterial> {
    let said = words::checked(used, locale);
    let mut line = FormMaterial {
        name: used.name.clone(),
        spec: used.spec.clone(),
        quantity: used.quantity.to_string(),
        own: used.supply == Supply::Owner,
        check: said.result,
        warning: said.warning,
        choice: said.choice,
        ..FormMaterial::default()
    };
    match used.supply {
        Supply::Listed { price } | Supply::Market { price } => {
            line.price = price.to_string();
            line.amount = times(price, used.quantity)?.to_string();
        }
        Supply::Included => line.price = text(locale, "fees-price-included", &[]),
        Supply::Owner => {}
    }
    Ok(line)
}

/// What was paid, given back and waived so far, and what is open; for those who may see it.
fn paid(r: &Reader<'_>, order: &Order, locale: Locale) -> Result<Option<String>> {
    let rows = Payment::of(r, order.id)?;
    if rows.is_empty() || !r.may(Action::SeeMoney) {
        return Ok(None);
    }
    let balance = Balance::of(order, &rows);
    let to_refund = Money(-balance.owed().0);
    let mut said: Vec<String> = [
        ("forms-order-paid-in", balance.paid),
        ("forms-order-paid-back", balance.refunded),
        ("forms-order-waived", balance.waived),
        ("forms-order-open", balance.payable()),
        ("forms-order-to-refund", to_refund),
    ]
    .into_iter()
    .filter(|(_, sum)| *sum > Money(0))
    .map(|(key, sum)| text(locale, key, &[("amount", (&sum.to_string()).into())]))
    .collect();
    if order.on_account {
        said.push(text(locale, "money-on-account", &[]));
    }
    Ok(Some(said.join(&text(locale, "fees-and", &[]))))
}
