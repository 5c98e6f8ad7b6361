//! What the night duty received and the day desk has not taken over yet (R1).

use chrono::{Days, NaiveTime};

use crate::door::Reader;
use crate::error::Result;
use crate::ledger::handovers::Handover;
use crate::ledger::requests::{Duty, Request};
use crate::moment::Moment;
use crate::records::seen;
use crate::requests::record::duty;

/// Most entries of one handover; what is beyond waits for the next.
const ENTRIES: u32 = 200;

/// Days that are looked back on: what was received before is history, whoever took it up.
const DAYS: u64 = 7;

/// The entries that wait for the day desk; none while the night is still on duty.
pub fn in_the_morning(r: &Reader<'_>) -> Result<Vec<Request>> {
    match duty(r, r.now())? {
        Duty::Desk => Ok(seen::requests(r, waiting(r)?)),
        Duty::Monitor => Ok(Vec::new()),
    }
}

/// The same, whoever is on duty; the oldest first.
pub fn waiting(r: &Reader<'_>) -> Result<Vec<Request>> {
    let after = Handover::latest(r, 1)?.first().map(|last| last.upto);
    let begin = (r.today()? - Days::new(DAYS)).and_time(NaiveTime::MIN);
    let from = Moment::from_local(begin, r.zone()?);
    Request::of_the_night(r, after.unwrap_or_default(), from, ENTRIES)
}
