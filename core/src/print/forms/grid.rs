//! A ruled form: sections of rows of cells, filling their area exactly. The grid does not depend on what is filled
//! in, so that a pile of orders looks alike and a blank form is the same form.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::print::page::{Area, PT, PrintFace};
use crate::print::sheet::{Align, Setting, Sheet};
use crate::print::wrap::LEADING;

/// Rows under one upright title.
#[derive(Debug)]
pub struct Section {
    pub title: String,
    pub rows: Vec<Row>,
}

/// Cells side by side.
#[derive(Debug)]
pub struct Row {
    /// Share of the form's height.
    pub height: f32,
    pub cells: Vec<Cell>,
}

/// A cell, with or without a label in a box of its own.
#[derive(Debug)]
pub struct Cell {
    /// Share of the row's width.
    pub width: f32,
    pub label: Option<String>,
    pub content: Content,
}

/// What a cell shows. `None` is a blank to write on.
#[derive(Debug)]
pub enum Content {
    /// Printed words, as in a table's head.
    Head(String),
    Text(Option<String>),
    /// Aligned right.
    Amount(Option<String>),
    /// A cell of a table's line. What finds no room is said elsewhere under the table's name, behind `at`, which tells
    /// line and column.
    Entry {
        text: Option<String>,
        align: Align,
        table: String,
        at: String,
    },
    /// Printed words in place of lines that are all said elsewhere.
    Further {
        words: String,
        whole: Overflow,
    },
    /// A time; blank shows `pattern` (year, month, day …).
    Time {
        at: Option<String>,
        pattern: String,
    },
    /// A text of several lines; blank shows lines to write on.
    Long(Option<String>),
    /// Boxes to tick, and a text behind them.
    Ticks {
        ticks: Vec<(String, bool)>,
        text: Option<String>,
    },
    /// Printed words above a signature, when there are any, and the date's `pattern` for a blank one.
    Signature {
        words: Option<String>,
        by: Option<FormSignature>,
        pattern: String,
    },
}

/// A signature as it stands on a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormSignature {
    /// Who signed.
    pub who: String,
    /// How, when not drawn: by PIN, on paper and seen by whom, refused, absent; a finished text.
    pub how: String,
    /// When, a finished text.
    pub when: String,
    /// Drawn strokes, each a path of points from 0 to 1; empty when the signature was not drawn.
    pub strokes: Vec<Vec<[f32; 2]>>,
    /// Width through height of the field it was drawn in.
    pub aspect: f32,
}

/// What found no room in its cell: the cell's label and the rest of the text, which stands nowhere yet.
pub type Overflow = (String, String);

/// Widths of the form's own columns, mm.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// Of the upright titles.
    pub title: f32,
    /// Of the labels.
    pub label: f32,
}

/// Draws the sections one below the other, so that they fill `area`. The rest of texts without room is returned; on the
/// form they end with `note`.
pub fn paint(
    sheet: &mut Sheet<'_>,
    area: Area,
    columns: Columns,
    sections: Vec<Section>,
    note: &str,
) -> Vec<Overflow> {
    let total: f32 = sections
        .iter()
        .flat_map(|s| &s.rows)
        .map(|r| r.height)
        .sum();
    let unit = area.h / total;
    let mut overflow = Vec::new();
    let mut rest = area;
    for (index, section) in sections.into_iter().enumerate() {
        let height: f32 = section.rows.iter().map(|row| row.height).sum();
        let (mut body, below) = rest.split_top(height * unit);
        rest = below;
        if index > 0 {
            let width = sheet.style.rule;
            sheet.line((body.x, body.y), (body.right(), body.y), width);
        }
        let (title, inner) = body.split_left(columns.title);
        let size = sheet.style.label;
        sheet.upright(title.inset(0.0, 0.8), &section.title, size);
        let hair = sheet.style.hair;
        sheet.line(
            (title.right(), title.y),
            (title.right(), title.bottom()),
            hair,
        );
        body = inner;
        for (index, row) in section.rows.into_iter().enumerate() {
            let (line, below) = body.split_top(row.height * unit);
            body = below;
            if index > 0 {
                sheet.line((line.x, line.y), (line.right(), line.y), hair);
            }
            paint_row(sheet, line, columns.label, row.cells, note, &mut overflow);
        }
    }
    sheet.frame(area, sheet.style.frame);
    overflow
}

/// Draws the cells side by side, their lines between them included. Texts without room are added to `overflow`.
pub(super) fn paint_row(
    sheet: &mut Sheet<'_>,
    area: Area,
    label_width: f32,
    cells: Vec<Cell>,
    note: &str,
    overflow: &mut Vec<Overflow>,
) {
    let total: f32 = cells.iter().map(|cell| cell.width).sum();
    let hair = sheet.style.hair;
    let mut rest = area;
    for (index, cell) in cells.into_iter().enumerate() {
        let (whole, beyond) = rest.split_left(area.w * cell.width / total);
        rest = beyond;
        if index > 0 {
            sheet.line((whole.x, whole.y), (whole.x, whole.bottom()), hair);
        }
        let mut body = whole;
        if let Some(label) = &cell.label {
            let (left, right) = whole.split_left(label_width);
            sheet.caption(left.inset(sheet.style.pad * 0.7, 0.2), label);
            sheet.line((right.x, right.y), (right.x, right.bottom()), hair);
            body = right;
        }
        let cut = paint_content(sheet, body, cell.label, cell.content, note);
        overflow.extend(cut);
    }
}

/// Draws the content; what found no room is returned.
fn paint_content(
    sheet: &mut Sheet<'_>,
    cell: Area,
    label: Option<String>,
    content: Content,
    note: &str,
) -> Option<Overflow> {
    let pad = sheet.style.pad;
    let area = cell.inset(pad, 0.35);
    let named = |rest: Option<String>| rest.map(|rest| (label.clone().unwrap_or_default(), rest));
    let words = sheet.label();
    let value = sheet.value();
    let (text, area, setting) = match content {
        Content::Head(text) => {
            sheet.caption(cell.inset(pad * 0.7, 0.2), &text);
            return None;
        }
        Content::Text(text) => (text?, area, value),
        Content::Amount(text) => {
            let align = Align::Right;
            (text?, area, Setting { align, ..value })
        }
        Content::Entry {
            text,
            align,
            table,
            at,
        } => {
            let room = cell.inset(pad, 0.2);
            let rest = sheet.text(room, &text?, Setting { align, ..value }, "")?;
            return Some((table, format!("{at} …{rest}")));
        }
        Content::Further { words, whole } => {
            sheet.caption(cell.inset(pad * 0.7, 0.2), &words);
            return Some(whole);
        }
        Content::Time { at: Some(at), .. } => {
            // A time stays on one line.
            let line = value.size * PT * LEADING;
            let line = area.inset(0.0, ((area.h - line) / 2.0).max(0.0));
            (at, line, value)
        }
        Content::Time { at: None, pattern } => {
            sheet.text(area, &pattern, words, "");
            return None;
        }
        Content::Long(Some(text)) => {
            let area = cell.inset(pad, pad.min(1.2));
            (text, area, Setting { top: true, ..value })
        }
        Content::Long(None) => {
            writing_lines(sheet, cell);
            return None;
        }
        Content::Ticks { ticks, text } => {
            let rest = paint_ticks(sheet, area, &ticks);
            (text?, rest, value)
        }
        Content::Signature { words, by, pattern } => {
            return named(paint_signature(
                sheet,
                area,
                words.as_deref(),
                by.as_ref(),
                &pattern,
            ));
        }
    };
    named(continued(sheet.text(area, &text, setting, note)))
}

/// The rest of a text as it goes on elsewhere.
fn continued(rest: Option<String>) -> Option<String> {
    rest.map(|rest| format!("…{rest}"))
}

/// Dashed lines at the height of handwriting.
fn writing_lines(sheet: &mut Sheet<'_>, cell: Area) {
    let pitch = sheet.style.value * PT * 2.1;
    let lines = (cell.h / pitch).floor().max(1.0);
    for index in 1..lines as u16 {
        let y = cell.y + cell.h * f32::from(index) / lines;
        let pad = sheet.style.pad;
        sheet.dashes((cell.x + pad, y), (cell.right() - pad, y));
    }
}

/// Boxes with their words; the room to their right is returned.
fn paint_ticks(sheet: &mut Sheet<'_>, area: Area, ticks: &[(String, bool)]) -> Area {
    let size = sheet.style.label;
    // Box, gap and the space to the next tick, in em.
    let (side, gap, next) = (0.95, 0.35, 1.1);
    let words: f32 = ticks
        .iter()
        .map(|(words, _)| sheet.measure(words, PrintFace::Body, size))
        .sum();
    let count = ticks.len() as f32;
    let wide = words + (count * (side + gap) + (count - 1.0).max(0.0) * next) * size * PT;
    let size = size * (area.w / wide).min(1.0);
    let (em, middle) = (size * PT, area.y + area.h / 2.0);
    let mut x = area.x;
    for (words, ticked) in ticks {
        sheet.tick_box(x, middle, side * em, *ticked);
        x += (side + gap) * em;
        x += sheet.word(x, middle + 0.37 * em, words, PrintFace::Body, size) + next * em;
    }
    area.split_left(x - area.x).1
}

/// A signature: drawn strokes or the name with how it was given, and when; blank, room to sign and the date. The rest
/// of what has no room is returned.
fn paint_signature(
    sheet: &mut Sheet<'_>,
    area: Area,
    words: Option<&str>,
    by: Option<&FormSignature>,
    pattern: &str,
) -> Option<String> {
    let small = sheet.style.label * 0.88;
    let foot_height = small * PT * 1.35;
    let foot_setting = Setting {
        size: small,
        least: small * 0.7,
        align: Align::Right,
        ..sheet.label()
    };
    let mut area = area;
    if let Some(words) = words {
        // Beside the signature in a low cell, above it in a tall one.
        let setting = Setting {
            align: Align::Left,
            ..sheet.label()
        };
        let (printed, rest) = if area.h < 4.0 * foot_height {
            area.split_left(area.w * 0.48)
        } else {
            area.split_top(foot_height)
        };
        sheet.text(printed, words, setting, "");
        area = rest;
    }
    // A low cell has the date beside the signature, a tall one below it.
    let low = area.h < 3.2 * foot_height;
    let dated = by.map_or(!pattern.is_empty(), |by| !by.when.is_empty());
    let (field, foot) = if low {
        area.split_left(area.w * if dated { 0.52 } else { 1.0 })
    } else {
        area.split_top(area.h - foot_height)
    };
    let Some(by) = by else {
        sheet.text(foot, pattern, foot_setting, "");
        return None;
    };
    let mut rest = Vec::new();
    if by.strokes.is_empty() {
        let align = Align::Centre;
        let name = Setting {
            align,
            ..sheet.value()
        };
        let how = Setting {
            align,
            ..foot_setting
        };
        if by.how.is_empty() {
            rest.push(sheet.text(field, &by.who, name, ""));
        } else {
            let (one, two) = if low {
                field.split_left(field.w * 0.5)
            } else {
                field.split_top(field.h * 0.58)
            };
            rest.push(sheet.text(one, &by.who, name, ""));
            rest.push(sheet.text(two.inset(0.3, 0.0), &by.how, how, ""));
        }
        rest.push(sheet.text(foot, &by.when, foot_setting, ""));
    } else {
        sheet.strokes(field.inset(0.5, 0.3), &by.strokes, by.aspect);
        let signed = format!("{} {}", by.who, by.when);
        let line = if low { &by.when } else { &signed };
        rest.push(sheet.text(foot, line.trim(), foot_setting, ""));
    }
    let rest: Vec<String> = rest.into_iter().filter_map(continued).collect();
    (!rest.is_empty()).then(|| rest.join("　"))
}
