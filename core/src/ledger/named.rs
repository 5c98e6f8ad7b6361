//! What people call a record: the number on its paper, its name, or that of the record it is a part of.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ledger::Reader;
use crate::ledger::numbers::Numbering;

/// A record as people call it, wherever one is mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    /// The record's table; the screen knows by it where the record is shown.
    pub table: String,
    pub id: i64,
    /// Its number, such as `PG20261123-004`, or its name.
    pub no: String,
}

/// How the rows of a table are called.
enum Naming {
    /// By the number or name in this column.
    Own(&'static str),
    /// As the record of a table that this column points to; the row is a part of it.
    Part(&'static str, &'static str),
    /// As the record that this statement gives for the row, as `table:id`.
    Row(&'static str),
}

use Naming::{Own, Part, Row};

/// Every table whose rows have a name. A new kind of record is a line here. Names of residents stay where they are
/// (R39): a resident is called by the household.
const NAMES: &[(&str, Naming)] = &[
    ("work_order", Own("no")),
    ("order_step", Part("order_id", "work_order")),
    ("order_copy", Part("order_id", "work_order")),
    ("copy_move", Part("copy_id", "order_copy")),
    ("signature", Part("order_id", "work_order")),
    ("follow_up", Part("order_id", "work_order")),
    ("order_print", Part("order_id", "work_order")),
    ("payment", Part("order_id", "work_order")),
    ("request", Own("no")),
    ("request_entry", Part("request_id", "request")),
    (
        "call",
        Row("SELECT 'request:' || min(id) FROM request WHERE call_id = ?1"),
    ),
    (
        "quote",
        Row(
            "SELECT coalesce('work_order:' || order_id, 'request:' || request_id) FROM quote WHERE id = ?1",
        ),
    ),
    (
        "correction",
        Row("SELECT subject FROM correction WHERE id = ?1"),
    ),
    ("place", Own("label")),
    ("resident", Part("place_id", "place")),
    ("party", Own("name")),
    ("person", Own("name")),
    ("deputy", Part("principal_id", "person")),
    ("department", Own("name")),
    ("fee_schedule", Own("name")),
    ("fee_item", Part("schedule_id", "fee_schedule")),
];

/// Parts of parts are as deep as this; no row is a part of itself.
const DEPTH: usize = 4;

impl Named {
    /// The record that a row, given as `table:id`, is or belongs to. `None` where its kind has no name, or no such
    /// row is there.
    pub fn of(r: &Reader<'_>, row: &str) -> Result<Option<Self>> {
        let mut row = row.to_owned();
        for _ in 0..DEPTH {
            let Some((table, id)) = row.split_once(':') else {
                return Ok(None);
            };
            let Ok(id) = id.parse::<i64>() else {
                return Ok(None);
            };
            let Some((table, naming)) = NAMES.iter().find(|(name, _)| *name == table) else {
                return Ok(None);
            };
            let owner = match naming {
                Own(column) => {
                    let sql = format!("SELECT {column} FROM {table} WHERE id = ?1");
                    let no: Option<String> = r.one(&sql, [id], |found| found.get(0))?;
                    return Ok(no.map(|no| Self {
                        table: (*table).to_owned(),
                        id,
                        no,
                    }));
                }
                Part(column, owner) => {
                    let sql = format!("SELECT '{owner}:' || {column} FROM {table} WHERE id = ?1");
                    r.one(&sql, [id], |found| found.get(0))?
                }
                Row(sql) => r.one(sql, [id], |found| found.get::<_, Option<String>>(0))?,
            };
            match owner.flatten() {
                Some(owner) => row = owner,
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The record of this number.
    pub fn by_no(r: &Reader<'_>, no: &str) -> Result<Option<Self>> {
        for Numbering {
            table, no: column, ..
        } in Numbering::ALL
        {
            let sql = format!("SELECT '{table}:' || id FROM {table} WHERE {column} = ?1");
            if let Some(row) = r.one(&sql, [no], |found| found.get::<_, String>(0))? {
                return Self::of(r, &row);
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::desk::testing::desk_with_office;

    /// Tables whose rows nobody calls by a name: they go by the number of the row.
    const NAMELESS: &[&str] = &[
        "settings",
        "handover",
        "takings",
        "backup_plan",
        "backup_run",
    ];

    #[test]
    fn every_kind_of_row_has_a_name_or_is_known_to_have_none() {
        let (_dir, desk) = desk_with_office();
        let tables: Vec<String> = desk
            .ledger()
            .read(|r| {
                r.all(
                    "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                     WHERE m.type = 'table' AND c.name = 'version'",
                    [],
                    |row| row.get(0),
                )
            })
            .unwrap();
        let tables: BTreeSet<&str> = tables.iter().map(String::as_str).collect();
        let mut told: BTreeSet<&str> = NAMES.iter().map(|(table, _)| *table).collect();
        told.extend(NAMELESS);
        assert_eq!(tables, told);
    }

    #[test]
    fn every_name_can_be_read_and_a_row_that_is_not_there_has_none() {
        let (_dir, desk) = desk_with_office();
        desk.ledger()
            .read(|r| {
                for (table, _) in NAMES {
                    assert_eq!(Named::of(r, &format!("{table}:999"))?, None, "{table}");
                }
                for row in ["", "work_order", "work_order:x", "nothing:1", "settings:1"] {
                    assert_eq!(Named::of(r, row)?, None, "{row}");
                }
                let person = Named::of(r, "person:1")?.map(|named| named.table);
                assert_eq!(person.as_deref(), Some("person"));
                assert_eq!(Named::by_no(r, "PG20261123-004")?, None);
                Ok(())
            })
            .unwrap();
    }
}
