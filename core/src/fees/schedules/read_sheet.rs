//! Reads a price list from a file and shows what was understood of it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::access::Action;
use crate::door::{LongVerb, Work};
use crate::error::{Code, Error, Result};
use crate::fees::import::{Columns, Row, understand};
use crate::import::limits::FILE_BYTES;
use crate::import::{self, Sheet};
use crate::ledger::audit;
use crate::pricing::item::FeeCategory;

/// How many rows are shown as they stand, to choose the columns by; where headings stand further down, so many below.
const TOP: usize = 40;
const BELOW: usize = 10;

/// Reads a sheet of a file row by row; nothing is written (R18, R35).
#[derive(Deserialize, TS)]
pub struct ReadSheet {
    pub path: String,
    /// Which sheet, counted from 0.
    pub sheet: usize,
    /// Which column holds what; none to have it proposed from the headings.
    pub columns: Option<Columns>,
    /// For rows without a category of their own.
    pub category: FeeCategory,
}

/// What was understood of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetRead {
    /// Names of the sheets in their order.
    pub sheets: Vec<String>,
    /// Digest of the file, by which the import knows it again.
    pub digest: String,
    /// As given or proposed; none where no headings were found and a person assigns them.
    pub columns: Option<Columns>,
    /// Columns counted from 0 that a person must decide on before anything comes in.
    pub open: Vec<usize>,
    /// The first rows as they stand, some below the headings among them.
    pub top: Vec<TopRow>,
    /// Every row and what came of it; none without a column for the name and one for the price.
    pub rows: Vec<Row>,
}

/// A row as it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TopRow {
    /// As the spreadsheet counts.
    pub number: u32,
    pub cells: Vec<String>,
}

impl LongVerb for ReadSheet {
    const NAME: &'static str = "fees.read_sheet";
    const ACTION: Action = Action::EditFees;
    const ALONE: bool = false;
    const RECORDS: bool = false;
    type Out = SheetRead;

    fn run(self, _work: &Work<'_>) -> Result<SheetRead> {
        let file = PriceFile::open(&self.path)?;
        let mut book = import::read(&file.bytes, &file.name)?;
        let sheets = book.names().to_vec();
        let sheet = book.sheet(self.sheet)?;
        let columns = match self.columns {
            Some(columns) => Some(columns),
            None => match Columns::propose(&sheet) {
                Ok(columns) => Some(columns),
                Err(error) if error.code == Code::SheetNoHeading => None,
                Err(error) => return Err(error),
            },
        };
        let rows = match &columns {
            // Half assigned: a person goes on assigning, and nothing is read by it.
            Some(columns) if columns.check().is_err() => Vec::new(),
            Some(columns) => understand(&sheet, columns, self.category)?,
            None => Vec::new(),
        };
        Ok(SheetRead {
            sheets,
            digest: file.digest(),
            open: columns
                .as_ref()
                .map_or_else(Vec::new, |columns| columns.open(&sheet)),
            top: top(&sheet, columns.as_ref()),
            columns,
            rows,
        })
    }
}

fn top(sheet: &Sheet, columns: Option<&Columns>) -> Vec<TopRow> {
    let headed = columns.map_or(0, |columns| columns.heading_row);
    let above = sheet.rows.iter().filter(|row| row.number <= headed);
    let shown = TOP.max(above.count() + BELOW);
    let rows = sheet.rows.iter().take(shown).map(|row| TopRow {
        number: row.number,
        cells: row.cells.iter().map(|cell| cell.text.clone()).collect(),
    });
    rows.collect()
}

/// A file with a price list.
pub(super) struct PriceFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl PriceFile {
    /// Reads it; of one that is too large no more than shows that.
    ///
    /// Errors: [`Code::FileTrouble`], [`Code::NoAccess`] with the path.
    pub(super) fn open(path: &str) -> Result<Self> {
        let path = Path::new(path);
        let trouble = |error: io::Error| Error::from(error).at(path);
        let about = std::fs::metadata(path).map_err(trouble)?;
        if !about.is_file() {
            // A folder has no rows, and a pipe might never end.
            return Err(trouble(io::ErrorKind::InvalidInput.into()));
        }
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes))
            .map_err(trouble)?;
        let name = path.file_name().unwrap_or_default();
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            bytes,
        })
    }

    pub(super) fn digest(&self) -> String {
        audit::hex(&Sha256::digest(&self.bytes))
    }
}
