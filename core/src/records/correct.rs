//! A recorded word that turned out wrong: the old value stays with who, when and why (R36).

use crate::door::Writer;
use crate::error::Result;
use crate::ledger::order_papers::Correction;
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
