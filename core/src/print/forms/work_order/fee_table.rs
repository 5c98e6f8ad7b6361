//! The fee table of the form: what is due, and behind it what another fee has taken the place of (R11, R22).

use super::super::fee::FormFeeLine;
use super::super::flow::Column;
use super::super::grid::{Content, Row};
use super::fields::{Fields, row};
use super::table::{Table, TableRoom};
use crate::print::sheet::Align;
use crate::text::text;

impl Fields<'_> {
    /// Head and lines of the fee table, filled up with blank lines. What is due comes first, so that it stands on the
    /// form itself where there is room for one of the two only.
    pub fn fees(&self, room: TableRoom) -> Vec<Row> {
        const COLUMNS: [(f32, &str, Align); 7] = [
            (7.0, "version", Align::Centre),
            (23.0, "item", Align::Left),
            (9.0, "quantity", Align::Right),
            (31.0, "reasons", Align::Left),
            (10.0, "labour", Align::Right),
            (10.0, "material", Align::Right),
            (10.0, "sum", Align::Right),
        ];
        let columns = COLUMNS.map(|(width, key, align)| Column {
            width,
            label: self.words(&format!("fee-{key}")),
            align,
        });
        let on_form = [
            (&self.form.content, self.words("content")),
            (&self.form.real_item, self.words("real-item")),
        ];
        let line = |version: &str, line: &FormFeeLine| {
            vec![
                version.to_owned(),
                line.item(&on_form, self.locale),
                line.quantity.clone(),
                line.reasons.clone(),
                line.labour.clone(),
                line.material.clone(),
                line.sum.clone(),
            ]
        };
        let superseded = self.form.superseded.as_ref();
        let due = superseded.map_or_else(String::new, |_| self.words("fee-due"));
        let earlier = self.words("fee-superseded");
        let before = superseded.into_iter().flat_map(|fee| &fee.lines);
        let table = Table {
            name: self.words("fees"),
            columns: columns.into(),
            lines: (self.form.fees.iter().map(|fee| line(&due, fee)))
                .chain(before.map(|fee| line(&earlier, fee)))
                .collect(),
        };
        table.rows(room, self.locale)
    }

    /// What it costs, in figures and capitals, what came before, and the owner's agreement to it (R20, R22).
    pub fn fee_sums(&self, agreement: f32) -> [Row; 4] {
        let form = self.form;
        let amount =
            |key, value: &Option<String>| self.cell(1.0, key, Content::Amount(value.clone()));
        let amounts = vec![
            amount("labour", &form.labour),
            amount("material-total", &form.material),
            amount("total", &form.total),
        ];
        let capitals = self.text(1.0, "capitals", &form.total_capitals);
        let superseded = form.superseded.as_ref().map(|fee| {
            let total = [("total", (&fee.total).into())];
            text(self.locale, "forms-order-superseded-total", &total)
        });
        let before = vec![
            self.text(1.0, "superseded", &superseded),
            self.text(1.0, "paid", &form.paid),
        ];
        [
            row(1.0, amounts),
            row(1.0, vec![capitals]),
            row(1.0, before),
            row(agreement, vec![self.agreement()]),
        ]
    }
}
