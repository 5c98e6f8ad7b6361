//! Reads the audit trail, the newest act first.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::{ActId, PersonId};
use crate::ledger::Reader;
use crate::ledger::audit::Outcome;
use crate::ledger::named::Named;
use crate::moment::Moment;

/// One act as a list shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Act {
    pub id: ActId,
    pub at: Moment,
    pub person: Option<PersonId>,
    pub person_name: Option<String>,
    pub verb: String,
    /// What it was about, as `table:id`.
    pub subject: Option<String>,
    /// The record that the subject is, or belongs to.
    pub record: Option<Named>,
    pub outcome: Outcome,
    /// The act's link in the chain.
    pub hash: String,
}

/// What the trail is filtered by. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ActFilter {
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    pub person: Option<PersonId>,
    /// A verb such as `orders.accept`, or an area such as `orders`.
    pub verb: String,
    /// A row such as `work_order:12`, a table such as `work_order`, or a number such as `PG20261123-004`.
    pub subject: String,
    pub outcome: Option<Outcome>,
}

/// Verb that puts a backup in the ledger's place.
pub const RESTORE: &str = "backup.restore";

/// Verb by which a supervisor goes on though the computer's clock lies out of order.
pub const CONFIRM_CLOCK: &str = "clock.confirm";

/// Verb by which a supervisor lets a day long ago be entered.
pub const ALLOW_DAY: &str = "clock.allow_day";

/// Acts looked through for one page, so that a rare one in a long trail does not hold up the screen.
const LOOKED_THROUGH: i64 = 20_000;

const ACT: &str =
    "SELECT a.*, p.name AS person_name FROM audit a LEFT JOIN person p ON p.id = a.person_id";

fn act(row: &rusqlite::Row<'_>) -> rusqlite::Result<Act> {
    Ok(Act {
        id: row.get("id")?,
        at: row.get("at")?,
        person: row.get("person_id")?,
        person_name: row.get("person_name")?,
        verb: row.get("verb")?,
        subject: row.get("subject")?,
        record: None,
        outcome: row.get("outcome")?,
        hash: row.get("hash")?,
    })
}

impl Act {
    /// The act. Errors: `NotFound`.
    pub fn get(r: &Reader<'_>, id: ActId) -> Result<Self> {
        r.one(&format!("{ACT} WHERE a.id = ?1"), [id], act)?
            .ok_or_else(|| Error::not_found("audit", id))?
            .named(r)
    }

    fn named(mut self, r: &Reader<'_>) -> Result<Self> {
        if let Some(subject) = &self.subject {
            self.record = Named::of(r, subject)?;
        }
        Ok(self)
    }

    /// What the act changed and noted.
    pub fn body(&self, r: &Reader<'_>) -> Result<Value> {
        let text: Option<String> = r.one(
            "SELECT body FROM audit_body WHERE audit_id = ?1",
            [self.id],
            |row| row.get(0),
        )?;
        text.map_or(Ok(Value::Null), |text| {
            serde_json::from_str(&text).map_err(Error::broken)
        })
    }

    /// At most `limit` acts that pass the filter, older than `before`; and from where the next page goes on, if it may
    /// hold more. A page may be short, even empty, and still not be the last.
    pub fn page(
        r: &Reader<'_>,
        filter: &ActFilter,
        before: Option<ActId>,
        limit: u32,
    ) -> Result<(Vec<Self>, Option<ActId>)> {
        let newest: i64 = r
            .one("SELECT coalesce(max(id), 0) FROM audit", [], |row| {
                row.get(0)
            })?
            .unwrap_or(0);
        let mut last = before.map_or(newest, |id| id.0 - 1).min(newest);
        if let Some(to) = filter.to {
            last = last.min(first_after(r, newest, |at| at > to)? - 1);
        }
        let first = match filter.from {
            Some(from) => first_after(r, newest, |at| at >= from)?,
            None => 1,
        };
        let subject = match Named::by_no(r, filter.subject.trim())? {
            Some(record) => format!("{}:{}", record.table, record.id),
            None => filter.subject.trim().to_owned(),
        };
        // The acts of one row are found by an index, however far apart they lie.
        let exact = subject.contains(':');
        let since = if exact {
            first
        } else {
            first.max(last - LOOKED_THROUGH + 1)
        };
        let by_subject = if exact {
            "a.subject = ?6"
        } else {
            "(?6 = '' OR substr(a.subject, 1, length(?6) + 1) = ?6 || ':')"
        };
        let sql = format!(
            "{ACT} WHERE a.id BETWEEN ?1 AND ?2 AND (?3 IS NULL OR a.person_id = ?3)
             AND (?4 IS NULL OR a.outcome = ?4)
             AND (?5 = '' OR a.verb = ?5 OR substr(a.verb, 1, length(?5) + 1) = ?5 || '.')
             AND {by_subject} ORDER BY a.id DESC LIMIT ?7"
        );
        let acts = r.all(
            &sql,
            (
                since,
                last,
                filter.person,
                filter.outcome,
                filter.verb.trim(),
                subject,
                limit,
            ),
            act,
        )?;
        let next = match acts.last() {
            Some(act) if acts.len() == limit as usize => (act.id.0 > first).then_some(act.id),
            _ => (since > first).then_some(ActId(since)),
        };
        let acts = acts.into_iter().map(|act| act.named(r));
        Ok((acts.collect::<Result<_>>()?, next))
    }
}

impl Reader<'_> {
    /// When the last act was done by which the door measures time: a refusal and a restore stand in the trail with
    /// whatever the clock said.
    pub fn last_act(&self) -> Result<Option<Moment>> {
        let sql = format!(
            "SELECT at FROM audit WHERE outcome = 'done' AND verb <> '{RESTORE}' ORDER BY id DESC LIMIT 1"
        );
        self.one(&sql, [], |row| row.get(0))
    }

    /// When a supervisor last let be entered what happened on that day.
    pub fn day_allowed(&self, day: NaiveDate) -> Result<Option<Moment>> {
        self.one(
            "SELECT at FROM audit WHERE subject = ?1 AND verb = ?2 AND outcome = 'done' ORDER BY id DESC LIMIT 1",
            (format!("day:{day}"), ALLOW_DAY),
            |row| row.get(0),
        )
    }
}

/// The first act whose time passes, by halves: acts are entered in the order of time, but for a clock that was put
/// back. One behind the newest when none does.
fn first_after(r: &Reader<'_>, newest: i64, passes: impl Fn(Moment) -> bool) -> Result<i64> {
    let (mut low, mut high) = (1, newest + 1);
    while low < high {
        let middle = (low + high) / 2;
        let at = r.one("SELECT at FROM audit WHERE id = ?1", [middle], |row| {
            row.get(0)
        })?;
        if at.is_some_and(&passes) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}
