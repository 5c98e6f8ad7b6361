//! A form as long as its content: rows, tables and notes one below the other, on as many pages as they need. A row is
//! as high as its texts need; nothing is shortened. The head of a table stands on each of its pages.

use super::grid::{Cell, Content, paint_row};
use crate::print::fonts::glyphs;
use crate::print::page::{Area, PT, PrintFace, PrintPage};
use crate::print::sheet::{Align, Sheet, Style};
use crate::print::wrap::{self, LEADING};

/// The paper of a flowing form. Measures in mm.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    pub width: f32,
    pub height: f32,
    /// Where the content stands; above and below it is room for head and foot.
    pub body: Area,
    /// Width of the labels.
    pub label: f32,
    pub style: Style,
}

impl Paper {
    /// A4 upright.
    pub const A4: Paper = Paper {
        width: 210.0,
        height: 297.0,
        body: Area {
            x: 15.0,
            y: 28.0,
            w: 180.0,
            h: 255.0,
        },
        label: 24.0,
        style: STYLE,
    };
}

/// Sizes on A4.
const STYLE: Style = Style {
    label: 9.0,
    value: 10.5,
    least: 7.0,
    hair: 0.15,
    rule: 0.4,
    frame: 0.55,
    pad: 1.4,
};

/// A piece of a flowing form.
#[derive(Debug)]
pub enum Block {
    /// Cells side by side, at least so many mm high.
    Row { cells: Vec<Cell>, least: f32 },
    Table {
        columns: Vec<Column>,
        lines: Vec<Line>,
    },
    /// Printed words without a frame.
    Note(String),
    /// mm
    Gap(f32),
}

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    /// Share of the form's width.
    pub width: f32,
    pub label: String,
    pub align: Align,
}

/// A line of a table.
#[derive(Debug)]
pub enum Line {
    /// A heading; stands again on each page on which its lines go on.
    Band(String),
    /// A heading below that; never the last of a page.
    Group(String),
    /// One text for each column.
    Cells(Vec<String>),
}

/// Pages with the blocks on them, without head and foot.
pub fn flow(paper: &Paper, blocks: Vec<Block>, missing: &mut Vec<char>) -> Vec<PrintPage> {
    let mut pen = Pen {
        paper,
        sheet: Sheet::new(paper.width, paper.height, paper.style, missing),
        done: Vec::new(),
        y: paper.body.y,
        closed: false,
    };
    for block in blocks {
        match block {
            Block::Row { cells, least } => pen.row(cells, least, &Running::default()),
            Block::Table { columns, lines } => pen.table(&columns, lines),
            Block::Note(text) => pen.note(&text),
            Block::Gap(gap) => {
                pen.y += gap;
                pen.closed = false;
            }
        }
    }
    let mut done = pen.done;
    done.push(pen.sheet.page);
    done
}

/// What stands again at the top of each page of a table.
#[derive(Default)]
struct Running<'a> {
    columns: &'a [Column],
    band: Option<String>,
}

/// Where the next piece goes.
struct Pen<'a> {
    paper: &'a Paper,
    sheet: Sheet<'a>,
    done: Vec<PrintPage>,
    y: f32,
    /// Whether a rule closes what stands above `y`.
    closed: bool,
}

/// Room above and below the text of a cell, both together, mm.
const AIR: f32 = 1.8;

impl Pen<'_> {
    fn next_page(&mut self, running: &Running<'_>) {
        let empty = PrintPage::new(self.paper.width, self.paper.height);
        let full = std::mem::replace(&mut self.sheet.page, empty);
        self.done.push(full);
        self.y = self.paper.body.y;
        self.closed = false;
        self.heads(running);
    }

    /// The heads of a table.
    fn heads(&mut self, running: &Running<'_>) {
        if running.columns.is_empty() {
            return;
        }
        let cells = running.columns.iter().map(|column| Cell {
            width: column.width,
            label: None,
            content: Content::Head(column.label.clone()),
        });
        let height = self.head_height();
        self.shade(height, 0.06);
        self.paint(cells.collect(), height);
        if let Some(band) = &running.band {
            self.band(band, 0.12);
        }
    }

    fn head_height(&self) -> f32 {
        self.paper.style.label * PT * LEADING * 1.2 + AIR
    }

    fn table(&mut self, columns: &[Column], lines: Vec<Line>) {
        let mut running = Running {
            columns,
            band: None,
        };
        // A head is never the last of a page.
        if self.room() < 3.0 * self.head_height() {
            self.next_page(&Running::default());
        }
        self.heads(&running);
        for line in lines {
            match line {
                Line::Band(words) => {
                    running.band = None;
                    if self.room() < 4.0 * self.head_height() {
                        self.next_page(&running);
                    }
                    self.band(&words, 0.12);
                    running.band = Some(words);
                }
                Line::Group(words) => {
                    if self.room() < 3.0 * self.head_height() {
                        self.next_page(&running);
                    }
                    self.band(&words, 0.0);
                }
                Line::Cells(texts) => {
                    let cells = texts.into_iter().zip(columns).map(|(text, column)| {
                        let text = Some(text).filter(|text| !text.is_empty());
                        Cell {
                            width: column.width,
                            label: None,
                            content: match column.align {
                                Align::Right => Content::Amount(text),
                                Align::Left | Align::Centre => Content::Text(text),
                            },
                        }
                    });
                    self.row(cells.collect(), 0.0, &running);
                }
            }
        }
    }

    /// Cells side by side; over several pages where one has no room for them.
    fn row(&mut self, mut cells: Vec<Cell>, least: f32, running: &Running<'_>) {
        let mut texts = self.texts(&cells);
        loop {
            let most = texts.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let height = self.height(most).max(least);
            if height <= self.room() {
                return self.paint(cells, height);
            }
            if height <= self.full_room(running) {
                self.next_page(running);
                return self.paint(cells, height);
            }
            let pitch = self.paper.style.value * PT * LEADING;
            let fits = ((self.room() - AIR) / pitch).floor().max(0.0) as usize;
            if fits < 2 {
                self.next_page(running);
                continue;
            }
            // What is no text stands in the first part.
            let rest = cells.iter_mut().zip(&mut texts).map(|(cell, lines)| {
                let further = lines.split_off(fits.min(lines.len()));
                let text = |lines: &[String]| Some(lines.join("\n"));
                let content = match cell.content {
                    Content::Text(Some(_)) => {
                        cell.content = Content::Text(text(lines));
                        Content::Text(text(&further))
                    }
                    Content::Amount(Some(_)) => {
                        cell.content = Content::Amount(text(lines));
                        Content::Amount(text(&further))
                    }
                    _ => Content::Text(None),
                };
                *lines = further;
                Cell {
                    width: cell.width,
                    label: cell.label.clone(),
                    content,
                }
            });
            let rest: Vec<Cell> = rest.collect();
            let first = std::mem::replace(&mut cells, rest);
            self.paint(first, self.height(fits));
            self.next_page(running);
        }
    }

    /// The lines of each cell's text.
    fn texts(&self, cells: &[Cell]) -> Vec<Vec<String>> {
        let style = self.paper.style;
        let total: f32 = cells.iter().map(|cell| cell.width).sum();
        let lines = |cell: &Cell| {
            let (Content::Text(Some(text)) | Content::Amount(Some(text))) = &cell.content else {
                return Vec::new();
            };
            let label = cell.label.as_ref().map_or(0.0, |_| self.paper.label);
            let width = self.paper.body.w * cell.width / total - label - 2.0 * style.pad;
            split(text, PrintFace::Filled, width / (style.value * PT))
        };
        cells.iter().map(lines).collect()
    }

    fn height(&self, lines: usize) -> f32 {
        lines as f32 * self.paper.style.value * PT * LEADING + AIR
    }

    fn room(&self) -> f32 {
        self.paper.body.bottom() - self.y
    }

    /// Room of an empty page below the heads.
    fn full_room(&self, running: &Running<'_>) -> f32 {
        let heads = f32::from(u8::from(!running.columns.is_empty()))
            + f32::from(u8::from(running.band.is_some()));
        self.paper.body.h - heads * self.head_height()
    }

    /// A framed heading over the whole width.
    fn band(&mut self, words: &str, ink: f32) {
        let height = self.head_height();
        if ink > 0.0 {
            self.shade(height, ink);
        }
        let body = self.paper.body;
        let area = Area::new(body.x, self.y, body.w, height);
        let mut setting = self.sheet.label();
        setting.align = Align::Left;
        self.sheet
            .text(area.inset(self.paper.style.pad, 0.2), words, setting, "");
        self.paint(Vec::new(), height);
    }

    fn shade(&mut self, height: f32, ink: f32) {
        let body = self.paper.body;
        // The rule above stays as thick as the others.
        let hair = self.paper.style.hair;
        let area = Area::new(body.x, self.y + hair, body.w, height - hair);
        self.sheet.fill(area, ink);
    }

    /// Cells and their frame at `y`.
    fn paint(&mut self, cells: Vec<Cell>, height: f32) {
        let body = self.paper.body;
        let area = Area::new(body.x, self.y, body.w, height);
        // As high as its texts need, a row has none to give back.
        paint_row(
            &mut self.sheet,
            area,
            self.paper.label,
            cells,
            "",
            &mut Vec::new(),
        );
        let (left, right, low) = (area.x, area.right(), area.bottom());
        let width = self.paper.style.hair;
        if !self.closed {
            self.sheet.line((left, area.y), (right, area.y), width);
        }
        self.sheet.line((left, area.y), (left, low), width);
        self.sheet.line((right, area.y), (right, low), width);
        self.sheet.line((left, low), (right, low), width);
        self.y = low;
        self.closed = true;
    }

    /// Printed words, line by line.
    fn note(&mut self, text: &str) {
        let body = self.paper.body;
        let size = self.paper.style.label;
        let pitch = size * PT * LEADING;
        self.y += 1.0;
        for line in split(text, PrintFace::Body, body.w / (size * PT)) {
            if self.room() < pitch {
                self.next_page(&Running::default());
            }
            let base = self.y + 0.75 * pitch;
            self.sheet.word(body.x, base, &line, PrintFace::Body, size);
            self.y += pitch;
        }
        self.y += 1.0;
        self.closed = false;
    }
}

/// Lines of at most `width` em.
fn split(text: &str, face: PrintFace, width: f32) -> Vec<String> {
    let all = glyphs(text, face, &mut Vec::new());
    let lines = wrap::lines(&all, width).into_iter();
    lines
        .map(|line| all[line].iter().map(|glyph| glyph.c).collect())
        .collect()
}
