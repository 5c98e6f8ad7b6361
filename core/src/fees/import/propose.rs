//! Columns proposed from headings and from what stands below them. A heading whose words are known is taken by them;
//! whatever rests on the cells below is marked, and a person confirms it.

use crate::error::{Code, Error, Result};
use crate::import::{Cell, Row, Sheet, column_letters};

use super::below::{self, Below, Kind};
use super::columns::{Columns, Field};
use super::heading::known;
use super::stacked::two_rows;
use super::{beside, heading};

/// How far down headings are looked for.
const DEEP: usize = 200;
/// Longest text that may be a unit: each 個.
const SHORT: usize = 8;

impl Columns {
    /// Proposes the columns of a sheet, from headings in one row or two, or without any.
    ///
    /// Errors: `sheet-one-column` where no row holds two cells, `sheet-side-by-side` where one list stands beside
    /// another, `sheet-no-heading` where nothing can be a name and a price.
    pub fn propose(sheet: &Sheet) -> Result<Self> {
        if !sheet.rows.iter().any(|row| {
            row.filled()
                .filter(|(_, cell)| !cell.merged)
                .nth(1)
                .is_some()
        }) {
            return Err(Error::new(Code::SheetOneColumn));
        }
        let columns = by_words(sheet)
            .or_else(|| by_contents(sheet))
            .ok_or_else(|| Error::new(Code::SheetNoHeading))?;
        let below = below(&columns, rows_below(sheet, columns.heading_row));
        match beside::second(&columns, &below) {
            Some(second) => {
                Err(Error::new(Code::SheetSideBySide).with("column", column_letters(second)))
            }
            None => Ok(columns),
        }
    }

    fn of(heading_row: u32, headings: &[String]) -> Self {
        let mut fields: Vec<Option<Field>> = headings.iter().map(|text| known(text)).collect();
        heading::settle(&mut fields, headings);
        Self {
            heading_row,
            fields,
            headings: headings.to_vec(),
            unsure: Vec::new(),
        }
    }
}

/// The first row, or two, whose words name an item and a price.
fn by_words(sheet: &Sheet) -> Option<Columns> {
    let rows = &sheet.rows[..sheet.rows.len().min(DEEP)];
    rows.iter().enumerate().find_map(|(at, row)| {
        let pair = || {
            let lower = rows.get(at + 1)?;
            let columns = Columns::of(lower.number, &two_rows(sheet, row, lower)?);
            // Below words that are known stand some that are not; what they are the cells tell.
            let columns = complete(columns, rows_below(sheet, lower.number));
            columns.check().is_ok().then_some(columns)
        };
        let alone = || {
            let columns = Columns::of(row.number, &one_row(row));
            let named = columns.check().is_ok();
            named.then(|| complete(columns, rows_below(sheet, row.number)))
        };
        pair().or_else(alone)
    })
}

fn rows_below(sheet: &Sheet, heading_row: u32) -> &[Row] {
    let above = sheet
        .rows
        .iter()
        .take_while(|row| row.number <= heading_row);
    &sheet.rows[above.count()..]
}

/// Above the first row with a price the row whose words say most; none where the list begins with it.
fn by_contents(sheet: &Sheet) -> Option<Columns> {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max()?;
    let kinds: Vec<Kind> = (0..width)
        .map(|column| below::look(&sheet.rows, column).kind)
        .collect();
    let priced = [Kind::Money, Kind::Figures]
        .into_iter()
        .find(|kind| kinds.contains(kind))?;
    let several = |row: &Row| row.filled().nth(1).is_some();
    let first = sheet.rows.iter().take(DEEP).position(|row| {
        let price =
            |(at, cell): (usize, &Cell)| kinds[at] == priced && below::is_amount(&cell.text);
        several(row) && row.filled().any(price)
    })?;
    let words = |row: &Row| {
        let cells = row.filled().filter(|(_, cell)| !cell.merged);
        let said = cells
            .filter(|(_, cell)| known(&cell.text).is_some() || heading::hint(&cell.text).is_some());
        said.count()
    };
    let above = sheet.rows[..first].iter().enumerate();
    let headed = above
        .filter(|(_, row)| several(row))
        .max_by_key(|(at, row)| (words(row), *at));
    let columns = match headed {
        Some((_, row)) => Columns::of(row.number, &one_row(row)),
        None => Columns {
            heading_row: sheet.rows[first].number - 1,
            ..Columns::default()
        },
    };
    let begin = headed.map_or(first, |(at, _)| at + 1);
    let columns = complete(columns, &sheet.rows[begin..]);
    columns.check().is_ok().then_some(columns)
}

/// Proposes fields for the columns whose headings do not say them.
fn complete(mut columns: Columns, rows: &[Row]) -> Columns {
    let widest = rows.iter().map(|row| row.cells.len()).max();
    let width = widest.unwrap_or(0).max(columns.fields.len());
    columns.fields.resize(width, None);
    columns.headings.resize(width, String::new());
    columns.unsure = vec![false; width];
    let below = below(&columns, rows);
    let mut filling = Filling { columns, below };
    filling.correct();
    filling.prices();
    filling.names();
    filling.rest();
    filling.columns
}

/// What stands in each column.
fn below(columns: &Columns, rows: &[Row]) -> Vec<Below> {
    let all = 0..columns.fields.len();
    all.map(|at| below::look(rows, at)).collect()
}

/// Columns being filled, with what stands in each.
struct Filling {
    columns: Columns,
    below: Vec<Below>,
}

impl Filling {
    fn put(&mut self, at: usize, field: Field) {
        self.columns.fields[at] = Some(field);
        self.columns.unsure[at] = true;
    }

    fn has(&self, field: Field) -> bool {
        self.columns.column(field).is_some()
    }

    fn priced(&self) -> bool {
        self.has(Field::Labour) || self.has(Field::Price)
    }

    fn hint(&self, at: usize) -> Option<Field> {
        heading::hint(&self.columns.headings[at])
    }

    /// Columns that hold something and have no field yet.
    fn free(&self) -> Vec<usize> {
        let all = self.columns.fields.iter().zip(&self.below).enumerate();
        all.filter(|(_, (field, below))| field.is_none() && below.kind != Kind::Blank)
            .map(|(at, _)| at)
            .collect()
    }

    /// Known words over cells that gainsay them: sentences under 標準 beside a column of amounts, trades under 項目
    /// beside a column of names.
    fn correct(&mut self) {
        let amounts = self
            .free()
            .into_iter()
            .find(|at| self.below[*at].kind == Kind::Money);
        let stated = self.columns.column(Field::Price);
        if let (Some(price), Some(amounts)) = (stated, amounts)
            && self.below[price].kind == Kind::Words
            && !self.has(Field::Labour)
        {
            self.columns.fields[price] = None;
            self.put(amounts, Field::Price);
        }
        let Some(first) = self.columns.column(Field::Name) else {
            return;
        };
        self.contents(first);
        if self.below[first].names() || self.below[first].kind == Kind::Blank {
            return;
        }
        // Item over 1, 2, 3, and the names under Description.
        if self.below[first].kind == Kind::Running && !self.has(Field::Code) {
            let words = |at: &usize| self.below[*at].names() && self.columns.fields[*at].is_none();
            if let Some(at) = (first + 1..self.below.len()).find(words) {
                self.put(first, Field::Code);
                self.put(at, Field::Name);
            }
            return;
        }
        let better = (first + 1..self.below.len()).find(|at| {
            let named = known(&self.columns.headings[*at]) == Some(Field::Name);
            named && self.below[*at].names()
        });
        if let Some(better) = better {
            self.put(first, Field::Group);
            self.put(better, Field::Name);
        }
    }

    /// 服務內容 that tells at length what is done, beside names that need nothing to tell them apart.
    fn contents(&mut self, name: usize) {
        let (at, names) = (self.columns.column(Field::Spec), self.below[name]);
        let Some(at) = at.filter(|at| known(&self.columns.headings[*at]) == Some(Field::Name))
        else {
            return;
        };
        if names.distinct == names.filled && self.below[at].longest > names.longest {
            self.put(at, Field::Note);
        }
    }

    /// Amounts of money; figures alone where the heading speaks of money, or where nothing else can be the price.
    fn prices(&mut self) {
        let mut found: Vec<(bool, bool, usize)> = Vec::new();
        for at in self.free() {
            let of_money = matches!(
                self.hint(at),
                Some(Field::Price | Field::Labour | Field::Material)
            );
            let taken = match self.below[at].kind {
                Kind::Money => true,
                Kind::Figures => of_money,
                _ => false,
            };
            if taken {
                let labour = self.hint(at) == Some(Field::Labour);
                let charged = heading::is_charged(&self.columns.headings[at]);
                found.push((!labour, !charged, at));
            }
        }
        // Labour before a price of both, those that are charged before those that guide.
        found.sort_unstable();
        for (.., at) in found {
            match self.hint(at) {
                Some(field @ (Field::Labour | Field::Material)) if !self.has(field) => {
                    self.put(at, field);
                }
                _ if !self.priced() => self.put(at, Field::Price),
                _ => {}
            }
        }
        if self.priced() {
            return;
        }
        let mut all = 0..self.below.len();
        let amounts = all.find(|at| {
            self.below[*at].kind == Kind::Money && self.columns.fields[*at] != Some(Field::Name)
        });
        let mut figures: Vec<usize> = self.free();
        figures.retain(|at| {
            let below = &self.below[*at];
            // Hours and years are no money.
            below.kind == Kind::Figures && !below.ones && self.hint(*at) != Some(Field::Note)
        });
        // Quantities last.
        figures.sort_by_key(|at| self.hint(*at) == Some(Field::Unit));
        let figures = figures.first().copied();
        if let Some(at) = amounts.or(figures) {
            self.put(at, Field::Price);
        }
    }

    /// The texts that tell the rows apart.
    fn names(&mut self) {
        if self.has(Field::Name) {
            return;
        }
        let words = |at: &usize| self.below[*at].kind == Kind::Words;
        let best = self.free().into_iter().filter(words).max_by_key(|at| {
            let below = &self.below[*at];
            let named = self.hint(*at) == Some(Field::Name);
            // Of two alike the left one.
            (below.names(), named, below.distinct, usize::MAX - at)
        });
        if let Some(at) = best {
            self.put(at, Field::Name);
        }
    }

    fn rest(&mut self) {
        let name = self.columns.column(Field::Name).unwrap_or_default();
        for at in self.free() {
            let below = self.below[at];
            let (code, unit) = (self.has(Field::Code), self.has(Field::Unit));
            let headed = !self.columns.headings[at].is_empty();
            let fewer = below.distinct < self.below[name].distinct;
            let field = match (below.kind, self.hint(at)) {
                (kind, Some(Field::Note)) if kind != Kind::Money => Field::Note,
                (Kind::Running, _) if !code => Field::Code,
                (Kind::Running, _) => Field::Ignored,
                (Kind::Units, _) if !unit => Field::Unit,
                (Kind::Units | Kind::Figures, _) if below.ones => Field::Ignored,
                (Kind::Words, Some(Field::Unit)) if !unit && below.longest <= SHORT => Field::Unit,
                (Kind::Words, Some(Field::Code)) if !code && below.names() => Field::Code,
                (Kind::Words, Some(Field::Group)) => Field::Group,
                (Kind::Words, Some(Field::Spec)) if !self.has(Field::Spec) => Field::Spec,
                (Kind::Words, Some(Field::Remarks)) => Field::Remarks,
                (Kind::Words, _) if at < name && !below.names() => Field::Group,
                (Kind::Words, hint) if at < name && fewer && hint.is_none() => Field::Group,
                (Kind::Words, _) if at > name && headed => Field::Note,
                (Kind::Words, _) if at > name => Field::Remarks,
                _ => continue,
            };
            self.put(at, field);
        }
    }
}

fn one_row(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text.clone()).collect()
}
