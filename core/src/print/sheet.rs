//! Drawing on one page: text in boxes, lines, labels, signatures.

use std::ops::Range;

use super::fonts::{Glyph, glyphs};
use super::page::{Area, PT, PrintFace, PrintItem, PrintPage};
use super::wrap::{self, LEADING};

/// Sizes of one profile of paper. Text in points, the rest in mm.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Printed words of the form.
    pub label: f32,
    /// Filled-in data.
    pub value: f32,
    /// The smallest that a text shrinks to.
    pub least: f32,
    /// Thickness between cells.
    pub hair: f32,
    /// Thickness between sections.
    pub rule: f32,
    /// Thickness around the form.
    pub frame: f32,
    /// Room between a line and text.
    pub pad: f32,
}

/// Place of text within its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// How a text stands in its box.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    pub face: PrintFace,
    /// Points.
    pub size: f32,
    /// Smallest size in points; the same as `size` forbids shrinking.
    pub least: f32,
    pub align: Align,
    /// Lines begin at the top instead of standing in the middle.
    pub top: bool,
}

/// A page being drawn.
#[derive(Debug)]
pub struct Sheet<'a> {
    pub page: PrintPage,
    pub style: Style,
    /// Characters that no font has.
    pub missing: &'a mut Vec<char>,
}

impl<'a> Sheet<'a> {
    /// A new page of `width` × `height` mm.
    pub fn new(width: f32, height: f32, style: Style, missing: &'a mut Vec<char>) -> Self {
        Self {
            page: PrintPage::new(width, height),
            style,
            missing,
        }
    }

    /// Printed words of the form, in the middle of a box.
    pub fn label(&self) -> Setting {
        Setting {
            face: PrintFace::Body,
            size: self.style.label,
            least: self.style.label * 0.5,
            align: Align::Centre,
            top: false,
        }
    }

    /// Filled-in data, from the left.
    pub fn value(&self) -> Setting {
        Setting {
            face: PrintFace::Filled,
            size: self.style.value,
            least: self.style.least,
            align: Align::Left,
            top: false,
        }
    }

    /// A straight line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.page.items.push(PrintItem::Line {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            width,
            dashed: false,
            ink: 1.0,
        });
    }

    /// A thin grey dashed line, to write on or to cut along.
    pub fn dashes(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.page.items.push(PrintItem::Line {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            width: 0.15,
            dashed: true,
            ink: 0.45,
        });
    }

    /// An unfilled box.
    pub fn frame(&mut self, area: Area, width: f32) {
        self.page.items.push(PrintItem::Frame {
            x: area.x,
            y: area.y,
            w: area.w,
            h: area.h,
            width,
        });
    }

    /// A filled box.
    pub fn fill(&mut self, area: Area, ink: f32) {
        self.page.items.push(PrintItem::Fill {
            x: area.x,
            y: area.y,
            w: area.w,
            h: area.h,
            ink,
        });
    }

    /// Text in a box, wrapped and shrunk to fit. Where even the smallest size has no room, the text ends with `…`
    /// and `note`, and the rest, which stands nowhere yet, is returned.
    pub fn text(&mut self, area: Area, text: &str, setting: Setting, note: &str) -> Option<String> {
        let all = glyphs(text, setting.face, self.missing);
        let fitted = wrap::fit(&all, area.w, area.h, setting.size, setting.least);
        let em = fitted.size * PT;
        let pitch = em * LEADING;
        let block = pitch * fitted.lines.len() as f32;
        let top = if setting.top {
            area.y
        } else {
            area.y + (area.h - block) / 2.0
        };
        let last = fitted.lines.len().saturating_sub(1);
        let mut shown = if fitted.cut { 0 } else { all.len() };
        for (index, line) in fitted.lines.iter().enumerate() {
            let base = top + pitch * (index as f32 + 0.5) + 0.37 * em;
            if fitted.cut && index == last {
                let (end, line) = self.shortened(&all, line.clone(), area.w / em, note);
                shown = end;
                self.run(area, base, fitted.size, &line, setting.align);
            } else {
                self.run(area, base, fitted.size, &all[line.clone()], setting.align);
            }
        }
        let rest: String = all[shown..].iter().map(|glyph| glyph.c).collect();
        Some(rest.trim_start().to_owned()).filter(|rest| !rest.is_empty())
    }

    /// A label in its box: on one line when a little shrinking does it, otherwise on lines of about equal length.
    pub fn caption(&mut self, area: Area, text: &str) {
        let mut setting = self.label();
        let all = glyphs(text, setting.face, self.missing);
        let wide = wrap::width(&all) * setting.size * PT;
        let shrunk = setting.size * area.w / wide.max(0.1);
        let mut inner = area;
        if wide > area.w && shrunk >= setting.size * 0.85 && !text.contains('\n') {
            setting.size = shrunk - 0.01;
            setting.least = setting.least.min(setting.size);
        } else if wide > area.w {
            let fitted = wrap::fit(&all, area.w, area.h, setting.size, setting.least);
            let em = fitted.size * PT;
            let narrow = wrap::balanced(&all, area.w / em) * em + 0.05;
            inner = area.inset(((area.w - narrow) / 2.0).max(0.0), 0.0);
        }
        self.text(inner, text, setting, "");
    }

    /// One line that is not wrapped, its base line at `y`; its width in mm is returned.
    pub fn word(&mut self, x: f32, y: f32, text: &str, face: PrintFace, size: f32) -> f32 {
        let all = glyphs(text, face, self.missing);
        let length = wrap::width(&all) * size * PT;
        self.run(Area::new(x, 0.0, length, 0.0), y, size, &all, Align::Left);
        length
    }

    /// Width of one line in mm.
    pub fn measure(&mut self, text: &str, face: PrintFace, size: f32) -> f32 {
        wrap::width(&glyphs(text, face, self.missing)) * size * PT
    }

    /// Words along a narrow upright box: Chinese characters one below the other, others turned by a quarter.
    pub fn upright(&mut self, area: Area, text: &str, size: f32) {
        let em = size * PT;
        let all = glyphs(text, PrintFace::Body, self.missing);
        if all.iter().any(|glyph| glyph.em < 0.9 && glyph.c != ' ') {
            let length = wrap::width(&all) * em;
            let size = size * (area.h / length).min(1.0);
            let em = size * PT;
            let length = wrap::width(&all) * em;
            self.page.items.push(PrintItem::Text {
                x: area.x + area.w / 2.0 - 0.35 * em,
                y: area.y + (area.h - length) / 2.0,
                size,
                face: PrintFace::Body,
                length,
                turned: true,
                ink: 1.0,
                text: all.iter().map(|glyph| glyph.c).collect(),
            });
            return;
        }
        let pitch = (em * 1.15).min(area.h / all.len().max(1) as f32);
        let top = area.y + (area.h - pitch * all.len() as f32) / 2.0;
        for (index, glyph) in all.iter().enumerate() {
            let base = top + pitch * (index as f32 + 0.5) + 0.37 * em;
            let middle = Area::new(area.x, 0.0, area.w, 0.0);
            self.run(
                middle,
                base,
                size,
                std::slice::from_ref(glyph),
                Align::Centre,
            );
        }
    }

    /// Strokes of a pen, given in a unit square that stands for `aspect` (width through height), as large as the
    /// area allows.
    pub fn strokes(&mut self, area: Area, strokes: &[Vec<[f32; 2]>], aspect: f32) {
        let aspect = if aspect.is_finite() && aspect > 0.0 {
            aspect
        } else {
            2.0
        };
        let w = area.w.min(area.h * aspect);
        let h = w / aspect;
        let (left, top) = (area.x + (area.w - w) / 2.0, area.y + (area.h - h) / 2.0);
        for stroke in strokes.iter().filter(|stroke| !stroke.is_empty()) {
            let points = stroke
                .iter()
                .map(|[x, y]| [left + x.clamp(0.0, 1.0) * w, top + y.clamp(0.0, 1.0) * h])
                .collect();
            self.page.items.push(PrintItem::Stroke {
                points,
                width: 0.35,
            });
        }
    }

    /// A small box to tick, its middle at `y`.
    pub fn tick_box(&mut self, x: f32, y: f32, side: f32, ticked: bool) {
        self.frame(Area::new(x, y - side / 2.0, side, side), 0.2);
        if ticked {
            let at = |dx: f32, dy: f32| [x + dx * side, y - side / 2.0 + dy * side];
            self.page.items.push(PrintItem::Stroke {
                points: vec![at(0.15, 0.5), at(0.42, 0.82), at(1.05, -0.1)],
                width: 0.45,
            });
        }
    }

    /// Places glyphs of one line, split where the face changes.
    fn run(&mut self, area: Area, y: f32, size: f32, line: &[Glyph], align: Align) {
        let em = size * PT;
        let length = wrap::width(line) * em;
        let mut x = match align {
            Align::Left => area.x,
            Align::Centre => area.x + (area.w - length) / 2.0,
            Align::Right => area.x + area.w - length,
        };
        for run in line.chunk_by(|a, b| a.face == b.face) {
            let length = wrap::width(run) * em;
            self.page.items.push(PrintItem::Text {
                x,
                y,
                size,
                face: run[0].face,
                length,
                turned: false,
                ink: 1.0,
                text: run.iter().map(|glyph| glyph.c).collect(),
            });
            x += length;
        }
    }

    /// Where the line ends once `…` and the note have their room, and what it shows then.
    fn shortened(
        &mut self,
        all: &[Glyph],
        line: Range<usize>,
        width: f32,
        note: &str,
    ) -> (usize, Vec<Glyph>) {
        let mark = if note.is_empty() {
            "…".to_owned()
        } else {
            format!("…[{note}]")
        };
        let tail = glyphs(&mark, PrintFace::Body, self.missing);
        let start = line.start;
        let end = wrap::cut(all, line, width - wrap::width(&tail));
        let mut kept = all[start..end].to_vec();
        kept.extend(tail);
        (end, kept)
    }
}
