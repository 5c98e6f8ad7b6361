//! Puts the pieces of a flowing form on their pages.

use super::super::grid::{Cell, Content, paint_row};
use super::{Column, Line, Paper};
use crate::print::fonts::glyphs;
use crate::print::page::{Area, PT, PrintFace, PrintPage};
use crate::print::sheet::{Align, Sheet};
use crate::print::wrap::{self, LEADING};

/// What stands again at the top of each page of a table.
#[derive(Default)]
pub struct Running<'a> {
    columns: &'a [Column],
    band: Option<String>,
}

/// Where the next piece goes.
pub struct Pen<'a> {
    paper: &'a Paper,
    sheet: Sheet<'a>,
    done: Vec<PrintPage>,
    y: f32,
    /// Whether a rule closes what stands above `y`.
    closed: bool,
}

/// Room above and below the text of a cell, both together, mm.
const AIR: f32 = 1.8;

impl<'a> Pen<'a> {
    /// At the top of the first page.
    pub fn new(paper: &'a Paper, missing: &'a mut Vec<char>) -> Self {
        Self {
            paper,
            sheet: Sheet::new(paper.width, paper.height, paper.style, missing),
            done: Vec::new(),
            y: paper.body.y,
            closed: false,
        }
    }

    /// The pages, the last one included.
    pub fn pages(mut self) -> Vec<PrintPage> {
        self.done.push(self.sheet.page);
        self.done
    }

    /// Empty room of so many mm.
    pub fn gap(&mut self, gap: f32) {
        self.y += gap;
        self.closed = false;
    }

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

    /// A table's lines under its heads.
    pub fn table(&mut self, columns: &[Column], lines: Vec<Line>) {
        let mut running = Running {
            columns,
            band: None,
        };
        // Heads and headings stand on the page of the first line below them.
        let needed = self.head_height() + self.needed(columns, &lines);
        if needed > self.room() {
            self.next_page(&Running::default());
        }
        self.heads(&running);
        let mut lines = lines.into_iter();
        loop {
            let heading = matches!(lines.as_slice(), [Line::Band(_) | Line::Group(_), ..]);
            let low = heading && self.needed(columns, lines.as_slice()) > self.room();
            let Some(line) = lines.next() else {
                return;
            };
            if matches!(line, Line::Band(_)) {
                running.band = None;
            }
            if low {
                self.next_page(&running);
            }
            match line {
                Line::Band(words) => {
                    self.band(&words, 0.12);
                    running.band = Some(words);
                }
                Line::Group(words) => self.band(&words, 0.0),
                Line::Cells(texts) => self.row(cells(columns, texts), 0.0, &running),
            }
        }
    }

    /// Height of the headings that `lines` begin with and of the line below them; of a line that goes on over pages,
    /// that of its beginning.
    fn needed(&self, columns: &[Column], lines: &[Line]) -> f32 {
        let mut height = 0.0;
        for line in lines {
            let Line::Cells(texts) = line else {
                height += self.head_height();
                continue;
            };
            let texts = self.texts(&cells(columns, texts.clone()));
            let most = texts.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let whole = self.height(most);
            let fits = whole <= self.paper.body.h - 2.0 * self.head_height();
            return height + if fits { whole } else { self.height(2) };
        }
        height
    }

    /// Cells side by side; over several pages where one has no room for them.
    pub fn row(&mut self, mut cells: Vec<Cell>, least: f32, running: &Running<'_>) {
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
    pub fn note(&mut self, text: &str) {
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

/// The cells of a line.
fn cells(columns: &[Column], texts: Vec<String>) -> Vec<Cell> {
    let cell = |(text, column): (String, &Column)| {
        let text = Some(text).filter(|text| !text.is_empty());
        Cell {
            width: column.width,
            label: None,
            content: match column.align {
                Align::Right => Content::Amount(text),
                Align::Left | Align::Centre => Content::Text(text),
            },
        }
    };
    texts.into_iter().zip(columns).map(cell).collect()
}

/// Lines of at most `width` em.
fn split(text: &str, face: PrintFace, width: f32) -> Vec<String> {
    let all = glyphs(text, face, &mut Vec::new());
    let lines = wrap::lines(&all, width).into_iter();
    lines
        .map(|line| all[line].iter().map(|glyph| glyph.c).collect())
        .collect()
}
