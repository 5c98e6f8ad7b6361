//! How the program's small types stand in a column.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Serialize, de::DeserializeOwned};
use ts_rs::TS;

use crate::error::{Code, Error};
use crate::ids::ActId;
use crate::moment::Moment;
use crate::money::Money;
use crate::office::{CopyOwner, Kind};

/// The columns of a row, read by name. A row is mostly read in the order in which it is declared: the next column is
/// looked for first where it would then stand, because a search among fifty names takes longer than reading the value.
pub struct Columns<'a> {
    row: &'a Row<'a>,
    at: usize,
}

impl<'a> Columns<'a> {
    /// Begins at the first column.
    pub fn of(row: &'a Row<'_>) -> Self {
        Self { row, at: 0 }
    }

    /// The value of the column of that name. Errors: there is none, or it holds something else.
    pub fn next<T: FromSql>(&mut self, name: &str) -> rusqlite::Result<T> {
        let there = self.row.as_ref().column_name(self.at);
        if !there.is_ok_and(|found| found == name) {
            self.at = self.row.as_ref().column_index(name)?;
        }
        let value = self.row.get(self.at)?;
        self.at += 1;
        Ok(value)
    }
}

/// Newtypes over `i64` as INTEGER columns. A table's own id is made one by its declaration.
macro_rules! stored_as_integer {
    ($($name:ty),+ $(,)?) => {$(
        impl ::rusqlite::ToSql for $name {
            fn to_sql(&self) -> ::rusqlite::Result<::rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl ::rusqlite::types::FromSql for $name {
            fn column_result(
                value: ::rusqlite::types::ValueRef<'_>,
            ) -> ::rusqlite::types::FromSqlResult<Self> {
                <i64 as ::rusqlite::types::FromSql>::column_result(value).map(Self)
            }
        }
    )+};
}
pub(crate) use stored_as_integer;

/// Enums of [`names`](crate::names) as TEXT columns; a text that is none of the names is refused.
macro_rules! stored_as_text {
    ($($name:ty),+ $(,)?) => {$(
        impl ::rusqlite::ToSql for $name {
            fn to_sql(&self) -> ::rusqlite::Result<::rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl ::rusqlite::types::FromSql for $name {
            fn column_result(
                value: ::rusqlite::types::ValueRef<'_>,
            ) -> ::rusqlite::types::FromSqlResult<Self> {
                let text = value.as_str()?;
                let found = Self::ALL.iter().find(|one| one.as_str() == text);
                found.copied().ok_or(::rusqlite::types::FromSqlError::InvalidType)
            }
        }
    )+};
}
pub(crate) use stored_as_text;

stored_as_integer!(Moment, Money, ActId);
stored_as_text!(Kind, CopyOwner);

/// A value kept as JSON text in one column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, serde::Deserialize, TS)]
#[serde(transparent)]
pub struct Json<T>(pub T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0)
            .map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
        Ok(text.into())
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(|e| FromSqlError::Other(e.into()))
    }
}

/// A password or PIN hash: stored, compared, and never shown. The audit trail holds its mark alone, by which a hash
/// that was put in its place is found.
#[derive(Clone, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct Hashed(pub String);

impl std::fmt::Debug for Hashed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hashed")
    }
}

impl Serialize for Hashed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.mark())
    }
}

impl Hashed {
    /// What stands for it in the audit trail: a digest, of which no hash can be made again.
    pub fn mark(&self) -> String {
        format!("*{}", crate::ledger::audit::digest("", &self.0))
    }
}

impl ToSql for Hashed {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Hashed {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as E;
        let code = match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                E::DiskFull => Code::DiskFull,
                E::DatabaseCorrupt => Code::LedgerDamaged,
                E::NotADatabase => Code::WrongKey,
                E::DatabaseBusy | E::DatabaseLocked => Code::LedgerLocked,
                E::ReadOnly | E::PermissionDenied => Code::NoAccess,
                E::CannotOpen | E::SystemIoFailure => Code::FileTrouble,
                E::OperationInterrupted => Code::Cancelled,
                _ => Code::Broken,
            },
            _ => Code::Broken,
        };
        let mut out = Self::new(code);
        if code.params().contains(&"path") {
            out = out.with("path", "none");
        }
        // SQLite's own message names tables and columns, never their contents.
        out.cause = Some(error.to_string());
        out
    }
}
