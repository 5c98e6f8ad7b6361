//! The form's fields as cells.

use super::super::grid::{Cell, Content, FormSignature, Row, Section};
use super::{FormEvaluation, WorkOrderForm};
use crate::text::{Locale, text};

/// A form whose fields are asked for one by one.
pub struct Fields<'a> {
    pub form: &'a WorkOrderForm,
    pub locale: Locale,
}

impl Fields<'_> {
    /// The printed words of a field.
    pub fn words(&self, key: &str) -> String {
        text(self.locale, &format!("forms-order-{key}"), &[])
    }

    /// A labelled cell.
    pub fn cell(&self, width: f32, key: &str, content: Content) -> Cell {
        Cell {
            width,
            label: Some(self.words(key)),
            content,
        }
    }

    /// A short text.
    pub fn text(&self, width: f32, key: &str, value: &Option<String>) -> Cell {
        self.cell(width, key, Content::Text(value.clone()))
    }

    /// A row of short texts of one width.
    pub fn texts(&self, fields: Vec<(&str, &Option<String>)>) -> Row {
        let cells = fields
            .into_iter()
            .map(|(key, value)| self.text(1.0, key, value));
        row(1.0, cells.collect())
    }

    /// A time, or the blank to write one.
    pub fn time(&self, width: f32, key: &str, value: &Option<String>) -> Cell {
        let pattern = self.pattern();
        let at = value.clone();
        self.cell(width, key, Content::Time { at, pattern })
    }

    /// A text of several lines, as wide as the form.
    pub fn long(&self, key: &str, value: &Option<String>) -> Cell {
        self.cell(1.0, key, Content::Long(value.clone()))
    }

    /// A signature with its date.
    pub fn sign(&self, width: f32, key: &str, by: &Option<FormSignature>) -> Cell {
        let content = Content::Signature {
            words: None,
            by: by.clone(),
            pattern: self.pattern(),
        };
        self.cell(width, key, content)
    }

    /// The one who took the order; the time has a cell of its own.
    pub fn accepted(&self, width: f32) -> Cell {
        let by = self.form.accepted.clone().map(|by| FormSignature {
            when: String::new(),
            ..by
        });
        let content = Content::Signature {
            words: None,
            by,
            pattern: String::new(),
        };
        self.cell(width, "accepted", content)
    }

    /// What a blank time shows.
    pub fn pattern(&self) -> String {
        text(self.locale, "forms-date-time-blank", &[])
    }

    /// Rows under one upright title.
    pub fn section(&self, key: &str, rows: Vec<Row>) -> Section {
        Section {
            title: self.words(&format!("section-{key}")),
            rows,
        }
    }

    /// In the fee schedule or not (R18, R19).
    pub fn schedule(&self, width: f32) -> Cell {
        let ticks = vec![
            (
                self.words("in-schedule"),
                self.form.in_schedule == Some(true),
            ),
            (
                self.words("out-of-schedule"),
                self.form.in_schedule == Some(false),
            ),
        ];
        self.cell(width, "schedule", Content::Ticks { ticks, text: None })
    }

    /// The requester's judgement and remarks (R12).
    pub fn evaluation(&self) -> Cell {
        let tick = |key: &str, value| {
            let words = text(self.locale, &format!("common-evaluation-{key}"), &[]);
            (words, self.form.evaluation == Some(value))
        };
        let ticks = vec![
            tick("satisfied", FormEvaluation::Satisfied),
            tick("mostly", FormEvaluation::Mostly),
            tick("not-satisfied", FormEvaluation::NotSatisfied),
        ];
        let text = self.form.evaluation_remarks.clone();
        self.cell(1.0, "evaluation", Content::Ticks { ticks, text })
    }

    /// The owner's agreement to the fee (R20).
    pub fn agreement(&self) -> Cell {
        let content = Content::Signature {
            words: Some(self.words("agreement-text")),
            by: self.form.fee_agreed.clone(),
            pattern: self.pattern(),
        };
        self.cell(1.0, "agreement", content)
    }
}

/// Cells side by side; `height` is a share of the form's.
pub fn row(height: f32, cells: Vec<Cell>) -> Row {
    Row { height, cells }
}
