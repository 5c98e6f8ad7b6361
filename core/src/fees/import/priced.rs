//! The price of a row: labour and material from the cells that its columns give.

use std::rc::Rc;

use crate::import::Row;
use crate::money::Money;
use crate::pricing::item::{Material, Price};

use super::check::Draft;
use super::columns::Field;
use super::note::{DoubtWhy, Note, What};
use super::part::Part;
use super::row::Reader;
use super::{clause, kinds, labour, material, remark, units};

impl Reader<'_> {
    /// Labour and material, or the doubts that stand in the way.
    pub(super) fn priced(
        &mut self,
        row: &Row,
        draft: &mut Draft,
        name: &str,
        unit: &str,
        added: &[&Part],
    ) -> Option<(labour::Labour, Material)> {
        let labour_at = self.columns.column(Field::Labour);
        let price_at = self.columns.column(Field::Price);
        let material_at = self.columns.column(Field::Material);
        let main = labour_at.or(price_at)?;
        let text = row.text(main);
        let price = self.text_of(text, name);
        let clear = price.parts().any(is_price);
        let unread = price.unread.iter().chain(&price.of_list);
        let strange = |words: &&String| !remark::asks(words);
        for clause in unread.chain(price.plain.iter().filter(strange)) {
            if clear {
                draft.aside(DoubtWhy::PriceUnread, main, clause);
                draft.told.push(clause.clone());
            } else {
                draft.doubt(DoubtWhy::PriceUnread, Some(main), clause);
            }
        }
        for words in &price.told {
            if !draft.told.contains(words) {
                draft.told.push(words.clone());
            }
        }
        // 2元/業主自購 in a column of prices: is that labour or material?
        let mixed = |said: &clause::Said| {
            said.either
                && said
                    .parts
                    .iter()
                    .any(|part| matches!(part, Part::Owner | Part::Market))
        };
        let lone = price
            .parts()
            .all(|part| matches!(part, Part::Owner | Part::Market | Part::Nothing));
        if !text.is_empty() && draft.doubts.is_empty() && (price.said.iter().any(mixed) || lone) {
            draft.doubt(DoubtWhy::PriceUnread, Some(main), text);
        } else if text.is_empty() {
            draft.doubt(DoubtWhy::NoPrice, Some(main), "");
        }
        if !draft.doubts.is_empty() {
            return None;
        }
        let heading = self.columns.heading(main);
        let names = |count: usize| kinds::in_name(name, count);
        let from_heading = unit.is_empty() && heading.per.is_some();
        let unit = heading
            .per
            .as_deref()
            .filter(|_| unit.is_empty())
            .unwrap_or(unit);
        if heading
            .per
            .as_deref()
            .is_some_and(|per| !units::fits(per, unit))
        {
            draft.doubt(
                DoubtWhy::UnitDiffers,
                Some(main),
                &self.columns.headings[main],
            );
            return None;
        }
        let labour = self.labour(row, draft, main, (name, added), &names, unit)?;
        let others = [price.parts().collect(), added.to_vec()];
        // 更換水泵 800元 設備+人工: the pump, or what it takes to change it?
        let tools = others.iter().flatten().any(|part| **part == Part::Tools);
        if tools && remark::puts_in(name) {
            let text = draft.with_remarks(text);
            draft.aside(DoubtWhy::MaterialUnread, main, &text);
        }
        let shown = material_at.map_or("", |at| row.text(at));
        let material = self.material(draft, shown, main, &others, &names, &labour.unit);
        let listed = &material.material.listed;
        if labour_at.is_none() && material_at.is_some() && !listed.is_empty() {
            draft.doubt(DoubtWhy::PriceMeaning, Some(main), text);
        }
        if let (Some(_), Some(total)) = (labour_at, price_at.filter(|at| !row.text(*at).is_empty()))
        {
            let sum = match (labour.price, listed.as_slice()) {
                (Price::Each { price }, []) => Some(price),
                (Price::Each { price }, [one]) if one.unit.is_empty() => {
                    Some(Money(price.0 + one.price.0))
                }
                (Price::Free, [one]) if one.unit.is_empty() => Some(one.price),
                _ => None,
            };
            let shown = self.text(row.text(total));
            let same = shown.unread.is_empty()
                && shown.told.is_empty()
                && matches!(shown.parts().collect::<Vec<_>>()[..], [Part::Price { amount, .. }] if Some(*amount) == sum);
            if same {
                draft.note(Note::at(What::Total, total, row.text(total)));
            } else {
                draft.doubt(DoubtWhy::TotalDiffers, Some(total), row.text(total));
            }
        }
        if from_heading {
            draft.note(Note::at(What::UnitFromHeading, main, unit));
        }
        draft.note(Note::at(What::Labour, main, text));
        draft.reasons(&labour.reasons, main);
        if let Some(at) = material_at.filter(|_| !shown.is_empty()) {
            draft.note(Note::at(What::Material, at, shown));
        }
        draft.reasons(&material.reasons, material_at.unwrap_or(main));
        Some((labour, material.material))
    }

    /// The price of labour. Where the remarks make it another one, a foreign unit or the want of a rule for begun hours
    /// stands in the way, the price as its cell says it is kept beside the doubt.
    fn labour(
        &mut self,
        row: &Row,
        draft: &mut Draft,
        main: usize,
        (name, added): (&str, &[&Part]),
        names: Names<'_>,
        unit: &str,
    ) -> Option<labour::Labour> {
        let price = self.text_of(row.text(main), name);
        let found = labour::read(price.parts(), added.iter().copied(), names, unit);
        let why = match found {
            Ok(labour) => return Some(labour),
            Err(why) => why,
        };
        let alone = |unit| labour::read(price.parts(), std::iter::empty(), names, unit);
        let by_cell = alone(unit);
        let of_unit = by_cell.as_ref().err() == Some(&DoubtWhy::UnitDiffers) && !unit.is_empty();
        let kept = match by_cell {
            Ok(labour) => Some(labour),
            Err(DoubtWhy::UnitDiffers) => alone("").ok(),
            Err(DoubtWhy::HourRounding) => labour::each_hour(price.parts(), unit),
            Err(_) => None,
        };
        let text = draft.with_remarks(row.text(main));
        if kept.is_none() {
            draft.doubt(why, Some(main), &text);
            return None;
        }
        draft.aside(why, main, &text);
        if let (true, Some(at)) = (of_unit, self.columns.column(Field::Unit)) {
            draft.told.push(self.under_heading(at, unit));
        }
        kept
    }

    /// The material of a row. What is not clear of it is kept as words beside the doubt. `others` is what the price
    /// says, and then the remarks.
    fn material(
        &mut self,
        draft: &mut Draft,
        shown: &str,
        main: usize,
        others: &[Vec<&Part>; 2],
        names: Names<'_>,
        unit: &str,
    ) -> material::Said {
        let at = self.columns.column(Field::Material);
        // 含掛鉤 in a column of material is the material, whatever the work is.
        let read = self.text(shown);
        let stuff = read.settled(&|_| true).map_or(read, Rc::new);
        let strange = || {
            stuff
                .unread
                .iter()
                .chain(&stuff.of_list)
                .chain(&stuff.plain)
        };
        let heading = self.columns.heading(main).material;
        let read = |cell: Vec<&Part>, others: &[Vec<&Part>]| {
            let others = others.iter().flatten().copied();
            material::read(cell.into_iter(), others, heading.as_ref(), names, unit)
        };
        let words = at.map(|at| self.under_heading(at, shown));
        if let (Some(at), true) = (at, strange().next().is_some()) {
            for clause in strange() {
                draft.aside(DoubtWhy::MaterialUnread, at, clause);
            }
            draft.told.extend(words);
            return read(Vec::new(), others).unwrap_or_default();
        }
        let cell: Vec<&Part> = stuff.parts().collect();
        let why = match read(cell.clone(), others) {
            Ok(said) => {
                draft.told.extend(stuff.told.iter().cloned());
                return said;
            }
            Err(why) => why,
        };
        let text = draft.with_remarks(shown);
        draft.aside(why, at.unwrap_or(main), &text);
        read(cell, &others[..1]).unwrap_or_else(|_| {
            draft.told.extend(words.filter(|_| !shown.is_empty()));
            read(Vec::new(), &others[..1]).unwrap_or_default()
        })
    }

    /// Words of a cell with the heading of their column: 材料費：約20元.
    fn under_heading(&self, column: usize, text: &str) -> String {
        match self
            .columns
            .headings
            .get(column)
            .map(|heading| heading.trim())
        {
            Some(heading) if !heading.is_empty() => format!("{heading}：{text}"),
            _ => text.to_owned(),
        }
    }
}

/// As many kinds as asked, where the item's name lists them.
type Names<'a> = &'a dyn Fn(usize) -> Option<Vec<String>>;

/// Whether a statement is a price of the work, whatever else is said beside it.
fn is_price(part: &Part) -> bool {
    matches!(
        part,
        Part::Price { .. }
            | Part::Range { .. }
            | Part::From { .. }
            | Part::Several { .. }
            | Part::Labour { .. }
            | Part::Actual
            | Part::ByCase { .. }
            | Part::Free
            | Part::First { .. }
            | Part::Minimum { .. }
            | Part::Kind { .. }
    )
}
