//! Any register as a ruled table on landscape A4, with its head on every page (報事報修記錄表 and the like).

mod columns;
#[cfg(test)]
mod tests;

use crate::export::Table;
use crate::print::fonts::glyphs;
use crate::print::page::{Area, PT, PrintFace, PrintPages};
use crate::print::qr;
use crate::print::sheet::{Align, Setting, Sheet, Style};
use crate::print::wrap::{self, LEADING};
use crate::text::{Locale, text};
use columns::RecordLine;

/// What stands around the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RegisterHead {
    pub office: String,
    /// Head of the audit chain, printed so that a later change of the ledger shows from outside (R36).
    pub audit_head: Option<AuditHead>,
    pub printed_by: String,
    pub printed_at: String,
}

/// The head of the chain on paper: to be read and typed, or scanned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuditHead {
    /// The hash in groups of digits.
    pub hash: String,
    /// Number of the act whose hash it is.
    pub act: String,
    /// What the code says.
    pub code: String,
}

const WIDTH: f32 = 297.0;
const HEIGHT: f32 = 210.0;
const STYLE: Style = Style {
    label: 8.0,
    value: 8.5,
    least: 5.5,
    hair: 0.15,
    rule: 0.4,
    frame: 0.5,
    pad: 1.0,
};
/// Where the table stands, its head included.
const BODY: Area = Area {
    x: 12.0,
    y: 26.0,
    w: WIDTH - 24.0,
    h: HEIGHT - 26.0 - 16.0,
};

/// The code to scan, above the table's end. Its modules stay as large as those on an order.
const CODE: Area = Area {
    x: BODY.x + BODY.w - 16.0,
    y: 7.5,
    w: 16.0,
    h: 16.0,
};

/// A row of the table, ready to be placed.
struct Record {
    cells: Vec<String>,
    /// mm of each of its lines.
    heights: Vec<f32>,
}

/// Lays the table out. Columns are as wide as what is in them asks for; where they have no room side by side, a record
/// takes several lines, and so does the head. A line is as high as its longest cell needs, up to a part of the page;
/// text beyond that is shrunk and then shortened with `…`.
pub fn register(table: &Table, head: &RegisterHead, locale: Locale) -> PrintPages {
    let mut missing = Vec::new();
    let lines = columns::lines(table);
    let labels = table.columns.iter().map(|column| column.label.clone());
    let labels = record(
        labels.collect(),
        &lines,
        PrintFace::Body,
        STYLE.label,
        BODY.h,
    );
    let top: f32 = labels.heights.iter().sum();
    // A record, however long, leaves room for others beside it.
    let most = (BODY.h - top) / (1.0 + lines.len() as f32);
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| cell.shown()).collect();
        record(cells, &lines, PrintFace::Filled, STYLE.value, most)
    });
    let parts = paginate(rows, BODY.h - top);
    let count = parts.len();
    let mut pages = Vec::with_capacity(count);
    for (index, part) in parts.into_iter().enumerate() {
        let mut sheet = Sheet::new(WIDTH, HEIGHT, STYLE, &mut missing);
        around(&mut sheet, table, head, locale, (index + 1, count));
        let area = Area::new(BODY.x, BODY.y, BODY.w, top);
        sheet.fill(area, 0.06);
        place(
            &mut sheet,
            BODY.y,
            &lines,
            &labels,
            |sheet, cell, _, label| {
                sheet.caption(cell, label);
            },
        );
        let mut y = BODY.y + top;
        for (index, record) in part.iter().enumerate() {
            // Records of several lines are told apart by a thicker rule.
            let rule = match lines.len() {
                _ if index == 0 => STYLE.rule,
                1 => STYLE.hair,
                _ => STYLE.rule * 0.8,
            };
            sheet.line((BODY.x, y), (BODY.right(), y), rule);
            y = place(
                &mut sheet,
                y,
                &lines,
                record,
                |sheet, cell, column, text| {
                    let align = match table.columns[column].kind.is_number() {
                        true => Align::Right,
                        false => Align::Left,
                    };
                    let value = sheet.value();
                    sheet.text(cell, text, Setting { align, ..value }, "");
                },
            );
        }
        if let [line] = lines.as_slice() {
            for x in edges(line) {
                sheet.line((x, BODY.y), (x, y), STYLE.hair);
            }
        }
        sheet.frame(Area::new(BODY.x, BODY.y, BODY.w, y - BODY.y), STYLE.frame);
        pages.push(sheet.page);
    }
    PrintPages { pages, missing }
}

/// Right edges of the columns of a line, without the last.
fn edges(line: &RecordLine) -> impl Iterator<Item = f32> + '_ {
    let inner = &line.widths[..line.widths.len().saturating_sub(1)];
    inner.iter().scan(BODY.x, |x, width| {
        *x += width;
        Some(*x)
    })
}

/// The cells with the height of each line, at most `most` mm.
fn record(
    cells: Vec<String>,
    lines: &[RecordLine],
    face: PrintFace,
    size: f32,
    most: f32,
) -> Record {
    let em = size * PT;
    let high = |line: &RecordLine| {
        let texts = cells[line.columns.clone()].iter().zip(&line.widths);
        let rows = texts.map(|(text, width)| {
            let all = glyphs(text, face, &mut Vec::new());
            wrap::lines(&all, (width - 2.0 * STYLE.pad) / em).len()
        });
        (rows.max().unwrap_or(0).max(1) as f32 * em * LEADING + 1.8).min(most)
    };
    Record {
        heights: lines.iter().map(high).collect(),
        cells,
    }
}

/// Records as they go on pages of `room` mm; an empty table still has one page.
fn paginate(records: impl Iterator<Item = Record>, room: f32) -> Vec<Vec<Record>> {
    let mut parts = vec![Vec::new()];
    let mut used = 0.0;
    for record in records {
        let height: f32 = record.heights.iter().sum();
        if used + height > room {
            parts.push(Vec::new());
            used = 0.0;
        }
        used += height;
        if let Some(part) = parts.last_mut() {
            part.push(record);
        }
    }
    parts
}

/// Puts a record at `y`, each cell by `set`; its lower end is returned.
fn place(
    sheet: &mut Sheet<'_>,
    mut y: f32,
    lines: &[RecordLine],
    record: &Record,
    set: impl Fn(&mut Sheet<'_>, Area, usize, &str),
) -> f32 {
    for (index, (line, height)) in lines.iter().zip(&record.heights).enumerate() {
        if index > 0 {
            sheet.dashes((BODY.x, y), (BODY.right(), y));
        }
        let mut x = BODY.x;
        for (column, width) in line.columns.clone().zip(&line.widths) {
            let cell = Area::new(x, y, *width, *height).inset(STYLE.pad, 0.7);
            set(sheet, cell, column, &record.cells[column]);
            x += width;
        }
        if lines.len() > 1 {
            for x in edges(line) {
                sheet.line((x, y), (x, y + height), STYLE.hair);
            }
        }
        y += height;
    }
    y
}

/// Office, title and filter above; audit chain, printer and page below.
fn around(
    sheet: &mut Sheet<'_>,
    table: &Table,
    head: &RegisterHead,
    locale: Locale,
    (page, pages): (usize, usize),
) {
    let set = |size: f32, align| Setting {
        face: PrintFace::Body,
        size,
        least: size * 0.6,
        align,
        top: false,
    };
    let line = |y: f32, h: f32| Area::new(BODY.x, y, BODY.w, h);
    sheet.text(line(8.0, 9.0), &table.title, set(16.0, Align::Centre), "");
    let (left, _) = line(8.0, 9.0).split_left(BODY.w * 0.3);
    sheet.text(left, &head.office, set(10.0, Align::Left), "");
    let (filter, _) = line(18.5, 5.5).split_left(BODY.w - CODE.w - 3.0);
    sheet.text(filter, &table.subtitle, set(8.5, Align::Left), "");

    let (left, rest) = line(HEIGHT - 13.0, 5.0).split_left(BODY.w * 0.42);
    if let Some(audit) = &head.audit_head {
        let words = text(
            locale,
            "forms-audit-head",
            &[("head", (&audit.hash).into()), ("act", (&audit.act).into())],
        );
        sheet.text(left, &words, set(7.0, Align::Left), "");
        sheet.page.items.extend(qr::code(&audit.code, CODE));
    }
    let (middle, right) = rest.split_left(rest.w * 0.62);
    let words = text(
        locale,
        "forms-printed",
        &[
            ("who", (&head.printed_by).into()),
            ("when", (&head.printed_at).into()),
        ],
    );
    sheet.text(middle, &words, set(7.5, Align::Centre), "");
    let (page, pages) = (page.to_string(), pages.to_string());
    let words = text(
        locale,
        "forms-page-of",
        &[("page", (&page).into()), ("pages", (&pages).into())],
    );
    sheet.text(right, &words, set(7.5, Align::Right), "");
}
