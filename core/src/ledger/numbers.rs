//! Numbers that people call records by: letters, day or year, and a running number without gaps.

use chrono::{Datelike, NaiveDate};
use rusqlite::ToSql;

use crate::error::Result;
use crate::ledger::Reader;
use crate::ledger::orders::Order;
use crate::ledger::payments::Payment;
use crate::ledger::requests::Request;

/// How the numbers of one kind of record run, and the columns they stand in. The ledger holds both the number and its
/// period with the running part to be unique (a test sees to it).
#[derive(Debug, Clone, Copy)]
pub struct Numbering {
    pub(in crate::ledger) table: &'static str,
    /// The whole number, such as `PG20261123-004`.
    pub(in crate::ledger) no: &'static str,
    pub(in crate::ledger) period: &'static str,
    pub(in crate::ledger) seq: &'static str,
    runs: Runs,
}

/// When the running part begins anew, by the day of entry.
#[derive(Debug, Clone, Copy)]
enum Runs {
    /// Every day, in three digits or more.
    ByDay,
    /// Every year, in six digits or more.
    ByYear,
}

/// A number to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    pub seq: i64,
    pub no: String,
}

impl Numbering {
    pub const REQUEST: Self = Self {
        table: Request::TABLE,
        no: "no",
        period: "entry_day",
        seq: "seq",
        runs: Runs::ByDay,
    };
    pub const ORDER: Self = Self {
        table: Order::TABLE,
        ..Self::REQUEST
    };
    /// Payments and refunds; other rows of the table have no number.
    pub const RECEIPT: Self = Self {
        table: Payment::TABLE,
        no: "receipt_no",
        period: "receipt_year",
        seq: "receipt_seq",
        runs: Runs::ByYear,
    };

    /// Every kind of number, those looked for most first. A new kind of record is a line here.
    pub const ALL: &'static [Self] = &[Self::ORDER, Self::REQUEST, Self::RECEIPT];

    /// The next number of the period that `day` belongs to, after `letters`. Without gaps: rows are never deleted, the
    /// door writes one act at a time, and a refused act leaves none.
    pub fn next(self, r: &Reader<'_>, letters: &str, day: NaiveDate) -> Result<Number> {
        let Self {
            table, period, seq, ..
        } = self;
        let of: &dyn ToSql = match self.runs {
            Runs::ByDay => &day.to_string(),
            Runs::ByYear => &day.year(),
        };
        // Said again for the index, which leaves rows without a number out.
        let sql =
            format!("SELECT max({seq}) FROM {table} WHERE {period} = ?1 AND {seq} IS NOT NULL");
        let last: Option<Option<i64>> = r.one(&sql, [of], |row| row.get(0))?;
        let seq = last.flatten().unwrap_or(0) + 1;
        let no = match self.runs {
            Runs::ByDay => format!("{letters}{}-{seq:03}", day.format("%Y%m%d")),
            Runs::ByYear => format!("{letters}{}-{seq:06}", day.year()),
        };
        Ok(Number { seq, no })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::testing::desk_with_office;

    /// Two records of one number would be one record to whoever holds the paper.
    #[test]
    fn the_ledger_refuses_a_number_given_twice() {
        let (_dir, desk) = desk_with_office();
        desk.ledger()
            .read(|r| {
                for n in Numbering::ALL {
                    let unique: Vec<String> = r.all(
                        "SELECT (SELECT group_concat(name) FROM pragma_index_info(i.name))
                         FROM pragma_index_list(?1) i WHERE i.\"unique\" = 1",
                        [n.table],
                        |row| row.get(0),
                    )?;
                    for columns in [n.no.to_owned(), format!("{},{}", n.period, n.seq)] {
                        assert!(unique.contains(&columns), "{}: {columns}", n.table);
                    }
                }
                Ok(())
            })
            .unwrap();
    }

    #[test]
    fn the_first_number_of_a_day_and_of_a_year() {
        let (_dir, desk) = desk_with_office();
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let first = |numbering: Numbering, letters: &str| {
            desk.ledger()
                .read(|r| numbering.next(r, letters, day))
                .unwrap()
                .no
        };
        assert_eq!(first(Numbering::ORDER, "PG"), "PG20261123-001");
        assert_eq!(first(Numbering::REQUEST, "BX"), "BX20261123-001");
        assert_eq!(first(Numbering::RECEIPT, "SJ"), "SJ2026-000001");
    }
}
