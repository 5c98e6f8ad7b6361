//! Cells of the flowing forms, their words from the catalogue.

use super::flow::{Block, Column};
use super::grid::{Cell, Content, FormSignature};
use crate::print::sheet::Align;
use crate::text::{Locale, text};

/// The printed words of one form.
#[derive(Debug, Clone, Copy)]
pub struct Printed {
    /// How their names in the catalogue begin, such as `forms-receipt`.
    pub words: &'static str,
    pub locale: Locale,
}

impl Printed {
    /// The words of that name.
    pub fn say(&self, key: &str) -> String {
        text(self.locale, &format!("{}-{key}", self.words), &[])
    }

    /// A labelled cell.
    pub fn cell(&self, width: f32, key: &str, value: &str) -> Cell {
        Cell {
            width,
            label: Some(self.say(key)),
            content: Content::Text(Some(value.to_owned()).filter(|value| !value.is_empty())),
        }
    }

    /// A labelled cell, blank while nobody knows.
    pub fn filled(&self, width: f32, key: &str, value: &Option<String>) -> Cell {
        self.cell(width, key, value.as_deref().unwrap_or(""))
    }

    /// A labelled cell to write or stamp on.
    pub fn blank(&self, width: f32, key: &str) -> Cell {
        self.cell(width, key, "")
    }

    /// A labelled signature with its date.
    pub fn sign(&self, width: f32, key: &str, by: &Option<FormSignature>) -> Cell {
        let content = Content::Signature {
            words: None,
            by: by.clone(),
            pattern: text(self.locale, "forms-date-time-blank", &[]),
        };
        Cell {
            content,
            ..self.blank(width, key)
        }
    }

    /// A row as high as a hand writes.
    pub fn row(&self, cells: Vec<Cell>) -> Block {
        Block::Row { cells, least: 8.0 }
    }

    /// A column under its printed words.
    pub fn column(&self, width: f32, key: &str, align: Align) -> Column {
        Column {
            width,
            label: self.say(key),
            align,
        }
    }
}
