//! Every business row against the acts that made it.
//!
//! The acts are read from the newest to the oldest. The first value met for a column is the last one given to it, and
//! must be what the table holds; once the act that made a row was met, its acts are counted, which is its `version`.
//! The row is done then, and only a bit of it is kept. So the check needs little memory, and rows are looked up near one
//! another.

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::ledger::column::Hashed;
use crate::ledger::due;
use crate::ledger::task::{Task, WorkStage};
use crate::ledger::verify::{FaultKind, Report};
use crate::moment::Moment;

/// A table under check.
struct Table {
    name: String,
    /// Columns that acts write, without `id` and `version`, with their default as SQL where they have one.
    columns: Vec<(String, Option<String>)>,
    select: String,
    /// Rows whose first act was not met yet.
    partial: HashMap<i64, Met>,
    /// Rows that are done, a bit each.
    done: Vec<u64>,
}

/// What was met of a row so far.
#[derive(Clone, Copy, Default)]
struct Met {
    /// Columns, a bit each.
    columns: u128,
    acts: i64,
}

pub fn check(conn: &Connection, task: &Task, report: &mut Report) -> Result<()> {
    let mut tables = tables(conn)?;
    task.begin(WorkStage::Rows, report.acts)?;
    let mut statement =
        conn.prepare("SELECT audit_id, body FROM audit_body ORDER BY audit_id DESC")?;
    let mut acts = statement.query([])?;
    let mut read = 0;
    while let Some(act) = acts.next()? {
        read += 1;
        task.at(read)?;
        let id: i64 = act.get(0)?;
        let body = act.get_ref(1)?.as_str().map_err(Error::broken)?;
        let Ok(body) = serde_json::from_str::<Value>(body) else {
            report.fault(FaultKind::Body, format!("audit:{id}"));
            continue;
        };
        let changes = body.get("changes").and_then(Value::as_array);
        for change in changes.into_iter().flatten().rev() {
            let topic = change.get("row").and_then(Value::as_str).unwrap_or("");
            let table = topic
                .split_once(':')
                .and_then(|(name, id)| Some((tables.get_mut(name)?, id.parse().ok()?)));
            match (table, change.get("change").and_then(Value::as_object)) {
                (Some((table, row)), Some(change)) => table.meet(conn, row, change, report)?,
                _ => report.fault(FaultKind::RowGone, topic),
            }
        }
    }
    for table in tables.values() {
        table.unaudited(conn, report)?;
    }
    Ok(())
}

/// The tables whose rows are written with an audit record: those that count the versions of a row.
fn tables(conn: &Connection) -> Result<HashMap<String, Table>> {
    let mut names = conn.prepare(
        "SELECT m.name FROM sqlite_master m WHERE m.type = 'table'
         AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'version')",
    )?;
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut tables = HashMap::new();
    for name in names {
        let mut columns = conn.prepare(
            // No act says when an order is due: it follows from its times, and is checked by them.
            "SELECT name, dflt_value FROM pragma_table_info(?1) WHERE name NOT IN ('id', 'version', ?2)",
        )?;
        let columns: Vec<(String, Option<String>)> = columns
            .query_map([name.as_str(), due::COLUMN], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        if columns.len() > 128 {
            return Err(Error::broken(format!("{name} has more than 128 columns")));
        }
        let table = Table {
            select: format!("SELECT * FROM {name} WHERE id = ?1"),
            name: name.clone(),
            columns,
            partial: HashMap::new(),
            done: Vec::new(),
        };
        tables.insert(name, table);
    }
    Ok(tables)
}

impl Table {
    /// Meets one change of a row, the latest not met before.
    fn meet(
        &mut self,
        conn: &Connection,
        id: i64,
        change: &serde_json::Map<String, Value>,
        report: &mut Report,
    ) -> Result<()> {
        let fault = |report: &mut Report, column: &str| {
            report.fault(FaultKind::RowUntrue, format!("{}:{id}.{column}", self.name));
        };
        if self.is_done(id) {
            // An act before the one that made the row, or one that made it twice.
            fault(report, "id");
            return Ok(());
        }
        let made = change.get("new").and_then(Value::as_object);
        let met = self.partial.get(&id).copied().unwrap_or_default();
        let mut seen = Met {
            acts: met.acts + 1,
            ..met
        };
        let mut statement = conn.prepare_cached(&self.select)?;
        let mut rows = statement.query([id])?;
        let row = rows.next()?;
        for (bit, (column, default)) in self.columns.iter().enumerate() {
            if met.columns >> bit & 1 == 1 {
                continue;
            }
            let given = match made {
                Some(new) => new.get(column),
                None => change.get(column).and_then(|both| both.get(1)),
            };
            let agrees = match (row, given) {
                (None, _) => break,
                (Some(row), Some(given)) => agrees(given, row.get_ref(column.as_str())?),
                // What was empty is not told; a column that a later schema added holds its default.
                (Some(row), None) if made.is_some() => {
                    matches!(
                        row.get_ref(column.as_str())?,
                        ValueRef::Null | ValueRef::Text(b"")
                    ) || is_default(conn, row, column, default.as_deref())?
                }
                (Some(_), None) => continue,
            };
            seen.columns |= 1 << bit;
            if !agrees {
                fault(report, column);
            }
        }
        if let Some(row) = row
            && made.is_some()
            && row.get::<_, i64>("version")? != seen.acts
        {
            fault(report, "version");
        }
        if row.is_none() {
            report.fault(FaultKind::RowGone, format!("{}:{id}", self.name));
        }
        if made.is_some() || row.is_none() {
            self.partial.remove(&id);
            self.set_done(id);
            report.rows += 1;
        } else {
            self.partial.insert(id, seen);
        }
        Ok(())
    }

    fn is_done(&self, id: i64) -> bool {
        let (word, bit) = place(id);
        self.done.get(word).is_some_and(|w| w >> bit & 1 == 1)
    }

    fn set_done(&mut self, id: i64) {
        let (word, bit) = place(id);
        if self.done.len() <= word {
            self.done.resize(word + 1, 0);
        }
        self.done[word] |= 1 << bit;
    }

    /// Reports every row whose making was never met.
    fn unaudited(&self, conn: &Connection, report: &mut Report) -> Result<()> {
        let mut statement = conn.prepare(&format!("SELECT id FROM {} ORDER BY id", self.name))?;
        let mut ids = statement.query([])?;
        while let Some(row) = ids.next()? {
            let id: i64 = row.get(0)?;
            if !self.is_done(id) {
                report.fault(FaultKind::RowUnaudited, format!("{}:{id}", self.name));
            }
        }
        Ok(())
    }
}

/// Word and bit of a row. Ids are given by the ledger, from 1 and without gaps.
fn place(id: i64) -> (usize, u32) {
    let id = usize::try_from(id).unwrap_or(0).min(1 << 30);
    (id / 64, (id % 64) as u32)
}

fn is_default(
    conn: &Connection,
    row: &Row<'_>,
    column: &str,
    default: Option<&str>,
) -> Result<bool> {
    let default = default.unwrap_or("NULL");
    Ok(conn
        .prepare_cached(&format!("SELECT ?1 IS ({default})"))?
        .query_row(
            [rusqlite::types::Value::try_from(row.get_ref(column)?).map_err(Error::broken)?],
            |r| r.get(0),
        )?)
}

/// Whether a column holds what the act says, whichever of the program's types it is.
fn agrees(given: &Value, held: ValueRef<'_>) -> bool {
    match (given, held) {
        (Value::Null, ValueRef::Null) => true,
        (Value::Bool(given), ValueRef::Integer(held)) => i64::from(*given) == held,
        (Value::Number(given), ValueRef::Integer(held)) => given.as_i64() == Some(held),
        (Value::Number(given), ValueRef::Real(held)) => {
            given.as_f64().is_some_and(|given| near(given, held))
        }
        // A moment is RFC 3339 text in the trail and milliseconds in the table.
        (Value::String(given), ValueRef::Integer(held)) => {
            Moment::from_millis(held).to_string() == *given
        }
        (given, ValueRef::Text(held)) => {
            let Ok(held) = std::str::from_utf8(held) else {
                return false;
            };
            let as_text = given.as_str().is_some_and(|given| {
                // The trail shows the mark of a password's or PIN's hash.
                given == held || given == Hashed(held.to_owned()).mark()
            });
            as_text || serde_json::from_str(held).is_ok_and(|held| same(given, &held))
        }
        _ => false,
    }
}

/// Whether two JSON values say the same; numbers may have passed through 32-bit floats on one of the ways.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            a == b || a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| near(a, b))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, a)| b.get(k).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the point is to compare at 32 bits"
)]
fn near(a: f64, b: f64) -> bool {
    a == b || (a as f32) == (b as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_agree_across_the_types_of_trail_and_table() {
        let mark = Hashed("$argon2id$v=19$x".to_owned()).mark();
        let yes: &[(Value, ValueRef<'_>)] = &[
            (json!(null), ValueRef::Null),
            (json!(true), ValueRef::Integer(1)),
            (json!(12), ValueRef::Integer(12)),
            (json!("1970-01-01T00:00:01Z"), ValueRef::Integer(1000)),
            (json!("漏水"), ValueRef::Text("漏水".as_bytes())),
            (json!("12"), ValueRef::Text(b"12")),
            (json!(mark), ValueRef::Text(b"$argon2id$v=19$x")),
            (json!(["a", 1]), ValueRef::Text(b"[\"a\", 1]")),
            (json!([[0.1_f32]]), ValueRef::Text(b"[[0.1]]")),
        ];
        for (given, held) in yes {
            assert!(agrees(given, *held), "{given} {held:?}");
        }
        let no: &[(Value, ValueRef<'_>)] = &[
            (json!(null), ValueRef::Text(b"")),
            (json!(""), ValueRef::Null),
            (json!(true), ValueRef::Integer(0)),
            (json!("1970-01-01T00:00:01Z"), ValueRef::Integer(1001)),
            (json!("漏水"), ValueRef::Text("漏電".as_bytes())),
            (json!(mark), ValueRef::Text(b"$argon2id$v=19$y")),
            (json!({"a": 1}), ValueRef::Text(b"{\"a\": 2}")),
            (
                json!(9_007_199_254_740_993_i64),
                ValueRef::Integer(9_007_199_254_740_992),
            ),
        ];
        for (given, held) in no {
            assert!(!agrees(given, *held), "{given} {held:?}");
        }
    }
}
