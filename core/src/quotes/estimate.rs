//! The estimate of a request: which items it takes, as read out to the caller (R18).

use crate::door::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::ids::{FeeScheduleId, QuoteId};
use crate::ledger::quotes::{QuotePurpose, QuoteRow};
use crate::ledger::requests::{Request, Urgency};
use crate::pricing::amount::Amount;
use crate::pricing::calendar::priced_at;
use crate::pricing::material_check::unseen;
use crate::pricing::quoted::{LineInput, QuotedLine};
use crate::quotes::price::{Asked, Keeping, Priced, price};

/// The request's estimate told anew for another time, by the version it was told by before; a plan stays as it was
/// accepted.
///
/// Errors: those of [`price`].
pub fn for_another_time(w: &mut Writer<'_>, request: &Request) -> Result<Option<QuoteId>> {
    match timed(w, request)? {
        Some((lines, schedule)) => Ok(Some(keep(w, request, &lines, schedule)?.id)),
        None => Ok(request.quote_id),
    }
}

/// What the request's estimate would come to at the time wished now; nothing where it has none that goes by time.
///
/// Errors: those of [`price`].
pub fn worked_out_anew(r: &Reader<'_>, request: &Request) -> Result<Option<Priced>> {
    timed(r, request)?
        .map(|(lines, schedule)| priced(r, request, &lines, schedule))
        .transpose()
}

/// The lines of an estimate whose price goes by the wished time, and the version it was told by.
fn timed(
    r: &Reader<'_>,
    request: &Request,
) -> Result<Option<(Vec<LineInput>, Option<FeeScheduleId>)>> {
    let quote = request
        .quote_id
        .map(|id| QuoteRow::get(r, id))
        .transpose()?;
    Ok(quote
        .filter(|quote| quote.purpose == QuotePurpose::Estimate)
        .map(|quote| {
            let lines = quote.lines.0.iter().map(QuotedLine::input).collect();
            (lines, quote.schedule_id)
        }))
}

/// Keeps what the lines cost as the estimate of a request; nothing where there are none. Priced for when the work is
/// wished, as [`WorkOut`](crate::quotes::work_out::WorkOut) told it.
///
/// Errors: those of [`price`] and of [`unseen`]; `FeeDiffers` on `lines` where they came to another amount when they
/// were read out, such as before the night began.
pub fn estimated(
    w: &mut Writer<'_>,
    request: &Request,
    lines: &[LineInput],
    told: Option<Amount>,
) -> Result<Option<QuoteId>> {
    if lines.is_empty() {
        return Ok(None);
    }
    unseen(lines)?;
    let quote = keep(w, request, lines, None)?;
    match told.filter(|told| *told != quote.total()) {
        None => Ok(Some(quote.id)),
        Some(told) => Err(Error::new(Code::FeeDiffers)
            .with("value", told)
            .with("amount", quote.total())
            .on("lines")),
    }
}

/// Keeps an estimate, priced by `schedule` or by the version in force at its time.
fn keep(
    w: &mut Writer<'_>,
    request: &Request,
    lines: &[LineInput],
    schedule: Option<FeeScheduleId>,
) -> Result<QuoteRow> {
    let keeping = Keeping {
        request: request.id,
        order: None,
        purpose: QuotePurpose::Estimate,
        at: priced_at(w.now(), request.wished_at),
        urgent: request.urgency == Urgency::Urgent,
        judged_by: String::new(),
        hours: String::new(),
    };
    priced(w, request, lines, schedule)?.keep(w, keeping)
}

fn priced(
    r: &Reader<'_>,
    request: &Request,
    lines: &[LineInput],
    schedule: Option<FeeScheduleId>,
) -> Result<Priced> {
    let asked = Asked {
        place: request.place_id,
        at: priced_at(r.now(), request.wished_at),
        urgent: request.urgency == Urgency::Urgent,
        earlier: &[],
        schedule,
        whole: false,
    };
    price(r, lines, asked)
}
