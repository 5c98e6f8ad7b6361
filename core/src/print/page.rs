//! Pages as placed text, lines and boxes, in millimetres from the upper left corner.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Millimetres in a point.
pub const PT: f32 = 25.4 / 72.0;

/// A finished form, ready for preview and for paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct PrintPages {
    pub pages: Vec<PrintPage>,
    /// Characters that no font has; 〓 stands in their place.
    pub missing: Vec<char>,
}

/// One side of paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PrintPage {
    /// mm
    pub width: f32,
    /// mm
    pub height: f32,
    pub items: Vec<PrintItem>,
}

/// The two typefaces of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintFace {
    /// WenQuanYi Micro Hei: the form itself.
    Body,
    /// LXGW WenKai: what was filled in.
    Filled,
}

/// Something drawn. All measures in mm; `ink` from 0 (white) to 1 (black).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "item", rename_all = "snake_case")]
pub enum PrintItem {
    /// One run of text in one typeface that has all its characters.
    Text {
        /// Left end of the base line; of turned text, its upper end.
        x: f32,
        /// Base line.
        y: f32,
        /// Points.
        size: f32,
        face: PrintFace,
        /// Length along the base line, mm.
        length: f32,
        /// Turned clockwise by a quarter, reading downwards.
        turned: bool,
        ink: f32,
        text: String,
    },
    /// A straight line.
    Line {
        x1: f32,
        y1: f32,
        x2: f32,
        y2: f32,
        /// Thickness.
        width: f32,
        dashed: bool,
        ink: f32,
    },
    /// An unfilled box.
    Frame {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        /// Thickness.
        width: f32,
    },
    /// A filled box.
    Fill {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: f32,
    },
    /// A pen's path, such as a stroke of a signature.
    Stroke { points: Vec<[f32; 2]>, width: f32 },
    /// A code to scan: dark modules as horizontal runs `[column, row, columns]` of a square of `modules` a side.
    Code {
        x: f32,
        y: f32,
        /// Side of the square.
        side: f32,
        modules: u16,
        runs: Vec<[u16; 3]>,
    },
}

impl PrintPage {
    /// An empty page, measures in mm.
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            items: Vec::new(),
        }
    }
}

/// A rectangle in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Area {
    /// From the upper left corner and the size.
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// Right edge.
    pub fn right(self) -> f32 {
        self.x + self.w
    }

    /// Lower edge.
    pub fn bottom(self) -> f32 {
        self.y + self.h
    }

    /// The area with a margin taken off all around.
    pub fn inset(self, dx: f32, dy: f32) -> Self {
        Self::new(
            self.x + dx,
            self.y + dy,
            (self.w - 2.0 * dx).max(0.0),
            (self.h - 2.0 * dy).max(0.0),
        )
    }

    /// Left part of width `w`, and the rest.
    pub fn split_left(self, w: f32) -> (Self, Self) {
        let w = w.min(self.w);
        (
            Self::new(self.x, self.y, w, self.h),
            Self::new(self.x + w, self.y, self.w - w, self.h),
        )
    }

    /// Upper part of height `h`, and the rest.
    pub fn split_top(self, h: f32) -> (Self, Self) {
        let h = h.min(self.h);
        (
            Self::new(self.x, self.y, self.w, h),
            Self::new(self.x, self.y + h, self.w, self.h - h),
        )
    }
}
