//! The material table of the form, and where its lines go when they are too many.

use super::super::grid::{Cell, Content, Overflow, Row};
use super::FormMaterial;
use super::fields::{Fields, row};
use crate::text::text;

impl Fields<'_> {
    /// Head and lines of the material table, filled up with blank lines.
    pub fn materials(&self, rows: usize, height: f32) -> Vec<Row> {
        const WIDTHS: [(f32, &str); 7] = [
            (27.0, "name"),
            (19.0, "spec"),
            (11.0, "quantity"),
            (12.0, "price"),
            (13.0, "amount"),
            (9.0, "own"),
            (9.0, "check"),
        ];
        let cell = |index: usize, content| Cell {
            width: WIDTHS[index].0,
            label: None,
            content,
        };
        let head = WIDTHS.iter().enumerate().map(|(index, (_, key))| {
            cell(index, Content::Head(self.words(&format!("material-{key}"))))
        });
        let mut out = vec![row(height, head.collect())];
        let lines = self.materials_shown(rows);
        for line in 0..lines {
            let material = self.form.materials.get(line);
            let shown = |read: fn(&FormMaterial) -> &str| {
                material
                    .map(read)
                    .filter(|t| !t.is_empty())
                    .map(str::to_owned)
            };
            let own = material.filter(|m| m.own).map(|_| "✓".to_owned());
            out.push(row(
                height,
                vec![
                    cell(0, Content::Text(shown(|m| &m.name))),
                    cell(1, Content::Text(shown(|m| &m.spec))),
                    cell(2, Content::Amount(shown(|m| &m.quantity))),
                    cell(3, Content::Amount(shown(|m| &m.price))),
                    cell(4, Content::Amount(shown(|m| &m.amount))),
                    cell(5, Content::Text(own)),
                    cell(6, Content::Text(shown(|m| &m.check))),
                ],
            ));
        }
        if lines < rows {
            let words = text(self.locale, "forms-continued", &[]);
            out.push(row(
                height,
                vec![Cell {
                    width: 1.0,
                    label: None,
                    content: Content::Head(words),
                }],
            ));
        }
        out
    }

    /// Lines of the table that show material; where there are more, the last one points to the continuation.
    fn materials_shown(&self, rows: usize) -> usize {
        if self.form.materials.len() > rows {
            rows - 1
        } else {
            rows
        }
    }

    /// Material lines beyond the table's.
    pub fn material_overflow(&self, rows: usize) -> Option<Overflow> {
        let shown = self.materials_shown(rows);
        let beyond = self.form.materials.get(shown..).filter(|m| !m.is_empty())?;
        let lines: Vec<String> = beyond
            .iter()
            .enumerate()
            .map(|(index, m)| {
                let own = if m.own {
                    self.words("material-own")
                } else {
                    String::new()
                };
                let parts = [
                    &m.name,
                    &m.spec,
                    &m.quantity,
                    &m.price,
                    &m.amount,
                    &own,
                    &m.check,
                ];
                let parts: Vec<&str> = parts
                    .into_iter()
                    .map(String::as_str)
                    .filter(|part| !part.is_empty())
                    .collect();
                format!("{}. {}", shown + index + 1, parts.join("  "))
            })
            .collect();
        Some((self.words("materials"), lines.join("\n")))
    }

    /// Cells of the material table have no label of their own.
    pub fn name_materials(&self, overflow: &mut [Overflow]) {
        for (label, _) in overflow.iter_mut().filter(|(label, _)| label.is_empty()) {
            *label = self.words("materials");
        }
    }
}
