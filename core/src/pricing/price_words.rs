//! Prices of the schedule in words, as it hangs on the wall: the one place in which a price becomes a sentence, for
//! screens, exports and paper alike (R22).

use std::fmt::Display;

use crate::pricing::calendar::Calendar;
use crate::pricing::item::{Change, FeeCategory, FeeItem, Listed, Material, Price, Variant};
use crate::pricing::surcharge::{Extra, Surcharge, When};
use crate::pricing::words::{per_cent, say};
use crate::text::{Locale, text};

/// What the labour of an item costs: its price, what its variants change, minimum and cap, such as
/// `10.00 元／盞；高度超過3米：每盞另加 5.00 元；最低收費 20.00 元`.
pub fn labour(item: &FeeItem, locale: Locale) -> String {
    let mut said = vec![price(item.labour, &item.unit, locale)];
    let variants = item.variants.iter();
    said.extend(variants.map(|v| variant(v, &item.unit, locale)));
    for (key, amount) in [("fees-minimum", item.minimum), ("fees-cap", item.cap)] {
        said.extend(amount.map(|amount| say(locale, key, &[("amount", &amount)])));
    }
    said.join(&text(locale, "fees-then", &[]))
}

/// A price for each `unit`, which may be empty.
pub fn price(price: Price, unit: &str, locale: Locale) -> String {
    let say = |key, args: &[(&str, &dyn Display)]| say(locale, key, args);
    match price {
        Price::Free => say("fees-free", &[]),
        Price::Each { price } => each(say("fees-money", &[("money", &price)]), unit, locale),
        Price::Range { from, to } => {
            let between = say("fees-between", &[("from", &from), ("to", &to)]);
            each(between, unit, locale)
        }
        Price::Actual => say("fees-price-actual", &[]),
        Price::ByKind => say("fees-price-by-kind", &[]),
        Price::From { price } => each(say("fees-at-least", &[("from", &price)]), unit, locale),
        Price::Hourly {
            rate,
            step,
            least: 0,
        } => say("fees-price-hourly", &[("rate", &rate), ("step", &step)]),
        Price::Hourly { rate, step, least } => say(
            "fees-price-hourly-least",
            &[("rate", &rate), ("step", &step), ("least", &least)],
        ),
        Price::FirstThen { first, price, then } => say(
            "fees-price-first-then",
            &[
                ("first", &first),
                ("unit", &unit),
                ("price", &price),
                ("then", &then),
            ],
        ),
    }
}

/// What a variant does to the price of an item that is counted in `unit`.
pub fn variant(variant: &Variant, unit: &str, locale: Locale) -> String {
    let name = ("variant", &variant.name as &dyn Display);
    match variant.change {
        Change::Instead { labour } => {
            let price = price(labour, unit, locale);
            say(locale, "fees-price-instead", &[name, ("price", &price)])
        }
        Change::Add {
            amount,
            each: false,
        } => say(locale, "fees-price-add", &[name, ("amount", &amount)]),
        Change::Further { amount } => {
            say(locale, "fees-price-further", &[name, ("amount", &amount)])
        }
        Change::Add { amount, each: true } => {
            let args = [name, ("unit", &unit), ("amount", &amount)];
            say(locale, "fees-price-add-each", &args)
        }
    }
}

/// Where the material comes from and what it costs; empty where the list says nothing of it.
pub fn material(material: &Material, locale: Locale) -> String {
    let mut ways = Vec::new();
    if material.included {
        ways.push(text(locale, "fees-price-included", &[]));
    }
    if !material.listed.is_empty() {
        let kinds = material.listed.iter().map(|kind| listed(kind, locale));
        ways.push(list(kinds, locale));
    }
    if material.market {
        ways.push(text(locale, "fees-price-market", &[]));
    }
    if material.owner {
        ways.push(text(locale, "fees-price-owner", &[]));
    }
    ways.join(&text(locale, "fees-or", &[]))
}

/// How long the same work done again carries no labour; empty where there is no such time (R16).
pub fn warranty(days: u16, locale: Locale) -> String {
    match days {
        0 => String::new(),
        days => say(locale, "fees-price-warranty", &[("days", &days)]),
    }
}

/// When more is due, how much, and of which items.
pub fn surcharge(surcharge: &Surcharge, locale: Locale) -> String {
    let when = match surcharge.when {
        When::Night { from, to } => {
            let (from, to) = (from.format("%H:%M"), to.format("%H:%M"));
            say(locale, "fees-when-night", &[("from", &from), ("to", &to)])
        }
        When::Holiday => text(locale, "fees-when-holiday", &[]),
        When::Urgent => text(locale, "fees-occasion-urgent", &[]),
    };
    let extra = match surcharge.extra {
        Extra::Percent { basis_points } => {
            let percent = per_cent(basis_points);
            say(locale, "fees-extra-percent", &[("percent", &percent)])
        }
        Extra::Line { amount } => say(locale, "fees-extra-line", &[("amount", &amount)]),
        Extra::Order { amount } => say(locale, "fees-extra-order", &[("amount", &amount)]),
    };
    let whom = FeeCategory::ALL
        .iter()
        .filter(|category| surcharge.categories.contains(category));
    let whom = list(whom.map(|c| category(*c, locale)), locale);
    let args: [(&str, &dyn Display); 3] = [("when", &when), ("extra", &extra), ("whom", &whom)];
    say(locale, "fees-surcharge", &args)
}

/// Which days are holidays, and which weekend's days are not; empty where none is.
pub fn holidays(calendar: &Calendar, locale: Locale) -> String {
    let named = |holiday| {
        let mut days: Vec<_> = calendar
            .days
            .iter()
            .filter(|day| day.holiday == holiday)
            .collect();
        days.sort_by_key(|day| day.day);
        list(
            days.iter().map(|day| format!("{} {}", day.day, day.name)),
            locale,
        )
    };
    let weekends = calendar
        .weekends
        .then(|| text(locale, "fees-weekends", &[]))
        .into_iter();
    let free = Some(named(true)).filter(|days| !days.is_empty());
    let free = list(weekends.chain(free), locale);
    if free.is_empty() {
        return free;
    }
    let mut said = say(locale, "fees-holidays", &[("days", &free)]);
    let worked = named(false);
    if !worked.is_empty() {
        said.push_str(&text(locale, "fees-then", &[]));
        said.push_str(&say(locale, "fees-worked-days", &[("days", &worked)]));
    }
    said
}

/// Whom a price is for.
pub fn category(category: FeeCategory, locale: Locale) -> String {
    let name = category.as_str().replace('_', "-");
    text(locale, &format!("name-fee-category-{name}"), &[])
}

/// A material's kind with its price.
fn listed(listed: &Listed, locale: Locale) -> String {
    let price = say(locale, "fees-money", &[("money", &listed.price)]);
    let price = each(price, &listed.unit, locale);
    format!("{} {price}", listed.name).trim().to_owned()
}

fn each(money: String, unit: &str, locale: Locale) -> String {
    if unit.is_empty() {
        return money;
    }
    say(
        locale,
        "fees-price-each",
        &[("money", &money), ("unit", &unit)],
    )
}

fn list(parts: impl Iterator<Item = String>, locale: Locale) -> String {
    let parts: Vec<String> = parts.collect();
    parts.join(&text(locale, "fees-and", &[]))
}

#[cfg(test)]
mod tests;
