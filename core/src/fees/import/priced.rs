//! The price of a row: labour and material from the cells that its columns give.

use crate::import::Row;
use crate::money::Money;
use crate::pricing::item::{Material, Price};

use super::check::Draft;
use super::columns::Field;
use super::note::{DoubtWhy, Note, What};
use super::part::Part;
use super::row::Reader;
use super::{clause, kinds, labour, material, units};

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
        let price = self.text(text);
        let stuff = self.text(material_at.map_or("", |at| row.text(at)));
        for (read, at, why) in [
            (&price, Some(main), DoubtWhy::PriceUnread),
            (&stuff, material_at, DoubtWhy::MaterialUnread),
        ] {
            for clause in &read.unread {
                draft.doubt(why, at, clause);
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
        if !text.is_empty() && price.unread.is_empty() && (price.said.iter().any(mixed) || lone) {
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
        let found = labour::read(price.parts(), added.iter().copied(), &names, unit);
        let labour = draft.settle(found, main, &draft.with_remarks(text))?;
        let others = price.parts().chain(added.iter().copied());
        let shown = material_at.map_or("", |at| row.text(at));
        let found = material::read(
            stuff.parts(),
            others,
            heading.material.as_ref(),
            &names,
            &labour.unit,
        );
        let material = draft.settle(
            found,
            material_at.unwrap_or(main),
            &draft.with_remarks(shown),
        )?;
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
}
