//! One declaration per table: the row as a struct, read by column name, inserted and updated through the
//! [`Writer`] so that every changed field reaches the audit trail.
//!
//! [`Writer`]: crate::ledger::Writer

/// Declares a table's row. Every table has `id` and `version`; an update that does not find the version it read
/// is refused as stale (R36: nothing is silently overwritten).
macro_rules! table {
    ($(#[$doc:meta])* $name:ident, $id:ident, $table:literal {
        $($(#[$fdoc:meta])* $field:ident : $ty:ty),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize, ::ts_rs::TS)]
        pub struct $name {
            pub id: $id,
            /// Counts the changes of this row; a stale one is refused.
            pub version: i64,
            $($(#[$fdoc])* pub $field: $ty),+
        }

        $crate::ledger::column::stored_as_integer!($id);

        impl $name {
            /// Table name, as it stands in the schema, the audit trail and the refresh topics.
            pub const TABLE: &'static str = $table;

            pub(in crate::ledger) fn read(row: &::rusqlite::Row<'_>) -> ::rusqlite::Result<Self> {
                let mut columns = $crate::ledger::column::Columns::of(row);
                Ok(Self {
                    id: columns.next("id")?,
                    version: columns.next("version")?,
                    $($field: columns.next(stringify!($field))?),+
                })
            }

            /// The row with this id. Errors: `NotFound`.
            pub fn get(r: &$crate::ledger::Reader<'_>, id: $id) -> $crate::Result<Self> {
                r.one(concat!("SELECT * FROM ", $table, " WHERE id = ?1"), [id], Self::read)?
                    .ok_or_else(|| $crate::Error::not_found($table, id))
            }

            /// The row with this id if nobody changed it since `version` was read. Errors: `NotFound`, `Stale`.
            pub fn get_at(r: &$crate::ledger::Reader<'_>, id: $id, version: i64) -> $crate::Result<Self> {
                let row = Self::get(r, id)?;
                if row.version != version {
                    return Err($crate::Error::new($crate::Code::Stale));
                }
                Ok(row)
            }

            /// Writes a new row; `id` and `version` of `self` are given by the ledger.
            pub fn insert<'w>(
                mut self,
                w: &mut impl AsMut<$crate::ledger::Writer<'w>>,
            ) -> $crate::Result<Self> {
                let w = w.as_mut();
                const COLUMNS: &[&str] = &[$(stringify!($field)),+];
                self.version = 1;
                let id = w.insert_row($table, COLUMNS, &[$(&self.$field),+])?;
                self.id = $id(id);
                // What is empty needs no word: the trail is the larger part of a ledger.
                let mut new = ::serde_json::Map::new();
                $(let value = ::serde_json::json!(&self.$field);
                if !value.is_null() && value != "" {
                    new.insert(stringify!($field).into(), value);
                })+
                w.changed($table, id, ::serde_json::json!({ "new": new }));
                Ok(self)
            }

            /// Writes the fields that differ from `old`, the row as it was read. Errors: `Stale`.
            pub fn update<'w>(
                mut self,
                w: &mut impl AsMut<$crate::ledger::Writer<'w>>,
                old: &Self,
            ) -> $crate::Result<Self> {
                let w = w.as_mut();
                let mut columns: Vec<&'static str> = Vec::new();
                let mut values: Vec<&dyn ::rusqlite::ToSql> = Vec::new();
                let mut diff = ::serde_json::Map::new();
                $(if self.$field != old.$field {
                    columns.push(stringify!($field));
                    values.push(&self.$field);
                    diff.insert(stringify!($field).into(), ::serde_json::json!([&old.$field, &self.$field]));
                })+
                if columns.is_empty() {
                    return Ok(self);
                }
                w.update_row($table, old.id.0, old.version, &columns, &values)?;
                self.version = old.version + 1;
                w.changed($table, old.id.0, ::serde_json::Value::Object(diff));
                Ok(self)
            }
        }
    };
}
pub(crate) use table;
