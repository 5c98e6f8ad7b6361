//! The only way into the ledger: one transaction of one verb, with everything it changed.

use std::collections::BTreeSet;
use std::ops::Deref;

use rand::rngs::StdRng;
use rusqlite::{ToSql, params_from_iter};
use serde_json::{Value, json};

use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::ledger::Reader;
use crate::ledger::audit::{self, Outcome};
use crate::ledger::due;
use crate::moment::Moment;

/// An act that is about to be done, as its audit row names it.
#[derive(Clone, Copy)]
pub struct Doing {
    /// When.
    pub at: Moment,
    /// Who does it; nobody before anyone is signed in, and where the program acts by itself.
    pub person: Option<PersonId>,
    /// Name of the verb.
    pub verb: &'static str,
}

/// Writes the ledger for one act, in its transaction.
pub struct Writer<'a> {
    reader: Reader<'a>,
    doing: Doing,
    /// Randomness for salts, tokens and secrets.
    pub rng: &'a mut StdRng,
    changes: Vec<Value>,
    notes: serde_json::Map<String, Value>,
    subject: Option<String>,
    touched: BTreeSet<String>,
    /// What became stale besides the rows that were written.
    stale: BTreeSet<String>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> AsMut<Writer<'a>> for Writer<'a> {
    fn as_mut(&mut self) -> &mut Self {
        self
    }
}

impl<'a> Writer<'a> {
    pub(in crate::ledger) fn new(reader: Reader<'a>, doing: Doing, rng: &'a mut StdRng) -> Self {
        Self {
            reader,
            doing,
            rng,
            changes: Vec::new(),
            notes: serde_json::Map::new(),
            subject: None,
            touched: BTreeSet::new(),
            stale: BTreeSet::new(),
        }
    }

    /// Puts a fact into the audit row that is no change of a table row, such as what was revealed or exported.
    pub fn note(&mut self, key: &str, value: impl serde::Serialize) {
        self.notes.insert(key.to_owned(), json!(value));
    }

    /// Names what the verb is about, where that is not the first row it changes.
    pub fn about(&mut self, table: &str, id: impl std::fmt::Display) {
        self.subject = Some(format!("{table}:{id}"));
    }

    /// Tells that what this topic stands for became stale on screen though no table row changed.
    pub fn touch(&mut self, topic: &str) {
        self.stale.insert(topic.to_owned());
    }

    /// Closes the audit row of a part of the verb under that part's own name, so that each step of a compound verb
    /// (booking in a returned order) stands in the audit trail by itself.
    pub fn audited_as(&mut self, verb: &'static str) -> Result<()> {
        self.append(verb)
    }

    /// Puts the deadlines of what was written right, appends the audit row and tells which rows and tables became stale
    /// on screen.
    pub(in crate::ledger) fn finish(mut self) -> Result<Vec<String>> {
        if !self.changes.is_empty() || !self.notes.is_empty() || self.touched.is_empty() {
            self.append(self.doing.verb)?;
        }
        due::keep(&self.reader, &self.touched)?;
        self.touched.append(&mut self.stale);
        Ok(self.touched.into_iter().collect())
    }

    fn append(&mut self, verb: &str) -> Result<()> {
        let mut body = std::mem::take(&mut self.notes);
        body.insert(
            "changes".into(),
            Value::Array(std::mem::take(&mut self.changes)),
        );
        let entry = audit::Entry {
            at: self.doing.at,
            person: self.doing.person,
            verb,
            subject: self.subject.clone(),
            outcome: Outcome::Done,
            body: Value::Object(body),
        };
        audit::append(self.reader.conn, &entry, self.rng)
    }

    /// A table declaration reports each row it wrote.
    pub(in crate::ledger) fn changed(&mut self, table: &str, id: i64, change: Value) {
        let topic = format!("{table}:{id}");
        self.subject.get_or_insert_with(|| topic.clone());
        self.changes
            .push(json!({ "row": &topic, "change": change }));
        self.touched.insert(topic);
        self.touched.insert(table.to_owned());
    }

    pub(in crate::ledger) fn insert_row(
        &mut self,
        table: &str,
        columns: &[&str],
        values: &[&dyn ToSql],
    ) -> Result<i64> {
        let marks = vec!["?"; columns.len()].join(",");
        let sql = format!(
            "INSERT INTO {table} (version,{}) VALUES (1,{marks})",
            columns.join(",")
        );
        self.reader
            .conn
            .prepare_cached(&sql)?
            .execute(params_from_iter(values))
            .map_err(|e| duplicate(table, e))?;
        Ok(self.reader.conn.last_insert_rowid())
    }

    pub(in crate::ledger) fn update_row(
        &mut self,
        table: &str,
        id: i64,
        version: i64,
        columns: &[&str],
        values: &[&dyn ToSql],
    ) -> Result<()> {
        let sets: Vec<String> = columns.iter().map(|c| format!("{c}=?")).collect();
        let sql = format!(
            "UPDATE {table} SET version=version+1,{} WHERE id=? AND version=?",
            sets.join(",")
        );
        let tail: [&dyn ToSql; 2] = [&id, &version];
        let mut statement = self.reader.conn.prepare_cached(&sql)?;
        let rows = statement
            .execute(params_from_iter(values.iter().chain(&tail)))
            .map_err(|e| duplicate(table, e))?;
        if rows == 1 {
            Ok(())
        } else {
            Err(Error::new(Code::Stale))
        }
    }
}

/// A unique index that refuses a row is a clear message, not a failure.
fn duplicate(table: &str, error: rusqlite::Error) -> Error {
    match &error {
        rusqlite::Error::SqliteFailure(failure, _)
            if failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE =>
        {
            Error::new(Code::Duplicate).with("what", table)
        }
        _ => error.into(),
    }
}
