//! A recorded word that turned out wrong: the old value stays with who, when and why (R36).

use crate::door::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::ledger::order_papers::Correction;
use crate::moment::{Moment, TimeInput};
use crate::text_field::required_text;

/// Writes a correction. Errors: `Missing` reason.
pub fn record(
    w: &mut Writer<'_>,
    subject: String,
    field: &str,
    old_value: String,
    new_value: String,
    reason: &str,
) -> Result<Correction> {
    Correction {
        id: Default::default(),
        version: 0,
        subject,
        field: field.to_owned(),
        old_value,
        new_value,
        reason: required_text("reason", reason)?,
        at: w.now(),
        by_person: w.who()?.id,
    }
    .insert(w)
}

/// The time that a fact should have been entered with: between the one before it and the one after it, so that nothing
/// changes places. To the minute, because people type minutes.
///
/// Errors: `Missing`, `TimeUnreadable`, `TimeInFuture`, `TimeTooEarly`, `TimeTooLate`, `TimeLongAgo`, all on `at`.
pub fn between(
    r: &Reader<'_>,
    typed: &TimeInput,
    earliest: Moment,
    latest: Option<Moment>,
) -> Result<Moment> {
    if typed.0.trim().is_empty() {
        return Err(Error::missing("at"));
    }
    let at = r.happened("at", Some(typed), Some(earliest))?;
    match latest.filter(|latest| at > *latest) {
        None => Ok(at),
        Some(latest) => Err(too_late(r, at, latest)?),
    }
}

/// The error of a time that lies after what followed it.
pub fn too_late(r: &Reader<'_>, at: Moment, latest: Moment) -> Result<Error> {
    let zone = r.zone()?;
    let words = |at: Moment| at.local(zone).format("%Y-%m-%d %H:%M").to_string();
    Ok(Error::new(Code::TimeTooLate)
        .with("value", words(at))
        .with("latest", words(latest))
        .on("at"))
}
