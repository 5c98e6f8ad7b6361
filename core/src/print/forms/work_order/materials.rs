//! The material table of the form.

use super::super::flow::Column;
use super::super::grid::Row;
use super::FormMaterial;
use super::fields::Fields;
use super::table::{Table, TableRoom};
use crate::print::sheet::Align;
use crate::text::text;

impl Fields<'_> {
    /// Head and lines of the material table, filled up with blank lines.
    pub fn materials(&self, room: TableRoom) -> Vec<Row> {
        const COLUMNS: [(f32, &str, Align); 7] = [
            (23.0, "name", Align::Left),
            (15.0, "spec", Align::Left),
            (9.0, "quantity", Align::Right),
            (10.0, "price", Align::Right),
            (11.0, "amount", Align::Right),
            (7.0, "own", Align::Centre),
            (25.0, "check", Align::Left),
        ];
        let columns = COLUMNS.map(|(width, key, align)| Column {
            width,
            label: self.words(&format!("material-{key}")),
            align,
        });
        let table = Table {
            name: self.words("materials"),
            columns: columns.into(),
            lines: self.form.materials.iter().map(|m| self.line(m)).collect(),
        };
        table.rows(room, self.locale)
    }

    fn line(&self, material: &FormMaterial) -> Vec<String> {
        let own = if material.own { "✓" } else { "" };
        // Of the owner's own: what the check found, what the owner was told, what the owner chose (R21).
        let checked: Vec<&str> = [&material.check, &material.warning, &material.choice]
            .into_iter()
            .map(String::as_str)
            .filter(|said| !said.is_empty())
            .collect();
        vec![
            material.name.clone(),
            material.spec.clone(),
            material.quantity.clone(),
            material.price.clone(),
            material.amount.clone(),
            own.to_owned(),
            checked.join(&text(self.locale, "fees-then", &[])),
        ]
    }
}
