//! What a draft may hold: items that someone can be charged by, told apart by code and name.

use std::collections::HashSet;

use crate::error::{Code, Error, Result};
use crate::fold::fold;
use crate::money::Money;
use crate::pricing::calendar::Calendar;
use crate::pricing::item::{Change, FeeCategory, FeeItem, Price, Quantity};
use crate::pricing::labour::{charged, has_kinds, limits_agree, sound};
use crate::pricing::line::Work;
use crate::pricing::surcharge::{Extra, Surcharge, When};
use crate::text_field::{optional_line, optional_text, required_line};

/// Most days of warranty: ten years.
const WARRANTY_MAX: u16 = 3650;
/// The highest surcharge, in hundredths of a per cent: ten times the labour.
const PERCENT_MAX: u32 = 100_000;

/// The item as it is kept.
///
/// Errors: `Missing` and `TooLong` of its texts, `OutOfBounds` of its warranty, `Duplicate` of a variant's name,
/// [`Code::ItemUnsound`] of a price, on the field within the item.
pub(super) fn item(mut item: FeeItem) -> Result<FeeItem> {
    item.code = required_line("code", &item.code)?;
    item.name = required_line("name", &item.name)?;
    item.also = optional_line("also", &item.also)?;
    item.group = optional_line("group", &item.group)?;
    item.unit = optional_line("unit", &item.unit)?;
    item.remarks = optional_text("remarks", &item.remarks)?;
    // Where nothing is said there is nothing to read out.
    item.noted &= !item.remarks.is_empty();
    let unsound = |field: &str| {
        Err(Error::new(Code::ItemUnsound)
            .with("item", &item.name)
            .on(field))
    };
    if !priced(item.labour) || (item.labour == Price::ByKind && !has_kinds(&item)) {
        return unsound("labour");
    }
    if !item.minimum.into_iter().all(charged) {
        return unsound("minimum");
    }
    if !limits_agree(&item) {
        return unsound("cap");
    }
    let mut names = HashSet::new();
    for (n, variant) in item.variants.iter_mut().enumerate() {
        let at = format!("variants.{n}");
        variant.name = required_line("name", &variant.name).map_err(|e| e.within(&at))?;
        let well = match variant.change {
            Change::Instead { labour } => priced(labour) && labour != Price::ByKind,
            Change::Add { amount, .. } | Change::Further { amount } => charged(amount),
        };
        if !well || !names.insert(variant.name.clone()) {
            return unsound(&at);
        }
    }
    for (n, listed) in item.material.listed.iter_mut().enumerate() {
        let at = format!("material.listed.{n}");
        listed.name = optional_line("name", &listed.name).map_err(|e| e.within(&at))?;
        listed.unit = optional_line("unit", &listed.unit).map_err(|e| e.within(&at))?;
        if !charged(listed.price) {
            return unsound(&at);
        }
    }
    if item.warranty_days > WARRANTY_MAX {
        return Err(Error::new(Code::OutOfBounds)
            .with("value", item.warranty_days)
            .with("least", 0)
            .with("most", WARRANTY_MAX)
            .on("warranty_days"));
    }
    Ok(item)
}

/// A price that the evaluator follows, for amounts that are no slip of the hand.
fn priced(price: Price) -> bool {
    let first = match price {
        Price::FirstThen { first, .. } => (Quantity(1)..=Work::QUANTITY_MAX).contains(&first),
        _ => true,
    };
    first && sound(price)
}

/// Codes and names that are taken in a draft.
#[derive(Default)]
pub(super) struct Taken {
    codes: HashSet<String>,
    names: HashSet<(FeeCategory, [String; 3])>,
}

impl Taken {
    /// Takes the item's code, and its name among those of its category, group and unit.
    ///
    /// Errors: `Duplicate` on `code` or `name`.
    pub(super) fn take(&mut self, item: &FeeItem) -> Result<()> {
        let twice = |field: &str| Error::new(Code::Duplicate).with("what", field).on(field);
        if !self.codes.insert(item.code.clone()) {
            return Err(twice("code"));
        }
        let name = [&item.group, &item.name, &item.unit].map(|text| fold(text));
        if !self.names.insert((item.category, name)) {
            return Err(twice("name"));
        }
        Ok(())
    }
}

/// Errors: `Invalid` for an amount, a share or a time that cannot be, `Missing` without a category, on the field.
pub(super) fn surcharges(rows: &[Surcharge]) -> Result<()> {
    for (n, row) in rows.iter().enumerate() {
        let at = format!("surcharges.{n}");
        let trouble = match row.extra {
            Extra::Percent { basis_points } if !(1..=PERCENT_MAX).contains(&basis_points) => {
                Some(Error::invalid("extra", basis_points))
            }
            Extra::Line { amount } | Extra::Order { amount }
                if !charged(amount) || amount == Money(0) =>
            {
                Some(Error::invalid("extra", amount))
            }
            _ => None,
        };
        let trouble = trouble.or(match row.when {
            When::Night { from, to } if from == to => Some(Error::invalid("when", to)),
            _ => None,
        });
        let none = row.categories.is_empty();
        let trouble = trouble.or(none.then(|| Error::missing("categories")));
        if let Some(error) = trouble {
            return Err(error.within(&at));
        }
    }
    Ok(())
}

/// Errors: `Missing`, `TooLong` of a day's name, `Duplicate` for a day that stands twice, on the field.
pub(super) fn calendar(calendar: &mut Calendar) -> Result<()> {
    let mut days = HashSet::new();
    for (n, day) in calendar.days.iter_mut().enumerate() {
        let at = format!("calendar.days.{n}");
        day.name = required_line("name", &day.name).map_err(|e| e.within(&at))?;
        if !days.insert(day.day) {
            let twice = Error::new(Code::Duplicate).with("what", day.day).on("day");
            return Err(twice.within(&at));
        }
    }
    Ok(())
}
