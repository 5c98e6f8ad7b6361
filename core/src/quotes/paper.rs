//! What forms say of a quote: its lines with the reason of every amount, the version it was priced by, and the owner's
//! consent, as finished texts (R19, R22).

use crate::door::Reader;
use crate::error::Result;
use crate::fees::schedules::print::named;
use crate::ids::FeeScheduleId;
use crate::ledger::fees::FeeSchedule;
use crate::ledger::people::Person;
use crate::ledger::quotes::QuoteRow;
use crate::ledger::request_state::RequestStep;
use crate::ledger::requests::{Request, RequestEntry};
use crate::pricing::amount::Amount;
use crate::pricing::words;
use crate::print::forms::estimate::EstimateConsent;
use crate::print::forms::fee::{FormFeeLine, FormSchedule};
use crate::records::seen;
use crate::text::{Locale, text, time};

/// The quote line by line; what the order bears as a whole is a line at the end.
pub fn lines(quote: &QuoteRow, locale: Locale) -> Result<Vec<FormFeeLine>> {
    let said = |sum| amount(sum, locale).unwrap_or_default();
    let line = |line: &crate::pricing::quoted::QuotedLine| FormFeeLine {
        code: line.code.clone(),
        name: line.name.clone(),
        variants: line.work.variants.join(&text(locale, "fees-and", &[])),
        quantity: format!("{} {}", line.work.quantity, line.unit)
            .trim_end()
            .to_owned(),
        reasons: words::with_remark(
            words::reasons(&line.priced.reasons, locale),
            &line.remark,
            locale,
        ),
        labour: said(line.priced.labour),
        material: line.priced.material.to_string(),
        sum: said(line.priced.total),
    };
    let mut lines: Vec<FormFeeLine> = quote.lines.0.iter().map(line).collect();
    if !quote.order_adds.0.is_empty() {
        let adds = said(whole(quote)?);
        lines.push(FormFeeLine {
            name: text(locale, "forms-fee-whole", &[]),
            reasons: words::reasons(&quote.order_adds.0, locale),
            labour: adds.clone(),
            sum: adds,
            ..FormFeeLine::default()
        });
    }
    Ok(lines)
}

/// All labour of a quote, with what the order bears as a whole.
pub fn labour(quote: &QuoteRow) -> Result<Amount> {
    let lines = quote.lines.0.iter().map(|line| line.priced.labour);
    lines
        .chain([whole(quote)?])
        .try_fold(Amount::ZERO, Amount::plus)
}

/// What the order bears as a whole.
fn whole(quote: &QuoteRow) -> Result<Amount> {
    let adds = quote.order_adds.0.iter().map(|reason| reason.adds);
    adds.into_iter().try_fold(Amount::ZERO, Amount::plus)
}

/// An amount in a column of figures; a blank to write on while nobody knows it.
pub fn amount(amount: Amount, locale: Locale) -> Option<String> {
    match amount.to {
        Some(_) => Some(amount.to_string()),
        None if amount.from.0 == 0 => None,
        None => Some(words::amount(amount, locale)),
    }
}

/// A version of the schedule as forms name it; nothing where the office had none.
pub fn schedule(r: &Reader<'_>, id: Option<FeeScheduleId>) -> Result<FormSchedule> {
    let version = id.map(|id| FeeSchedule::get(r, id)).transpose()?;
    Ok(version.as_ref().map(named).unwrap_or_default())
}

/// The owner's consent to the plan of a request: how, when, by whom, and who of the office took it down (R19).
pub fn consent(r: &Reader<'_>, request: &Request) -> Result<Option<EstimateConsent>> {
    if request.consent_at.is_none() {
        return Ok(None);
    }
    let entries = RequestEntry::of(r, request.id)?.into_iter();
    let Some(entry) = entries.rev().find(|e| e.step == RequestStep::Consent) else {
        return Ok(None);
    };
    let entry = seen::entry(r, entry);
    Ok(Some(EstimateConsent {
        how: entry.content,
        when: time::date_time(entry.at, r.zone()?),
        who: entry.whom,
        taken_by: Person::get(r, entry.by_person)?.name,
    }))
}
