//! Reasons and amounts in words, for people: made only when someone reads them.

use std::fmt::Display;

use crate::money::Money;
use crate::pricing::amount::Amount;
use crate::pricing::line::{Supply, Used};
use crate::pricing::material_check::{MaterialCheck, OwnerChoice};
use crate::pricing::quote::{Reason, Why};
use crate::pricing::surcharge::{Extra, Occasion};
use crate::pricing::warranty::Warranty;
use crate::text::{Locale, text};

/// How an amount came about, such as `2 盞 × 10.00 元；高度超過3米：加 20.00 元`.
pub fn reasons(reasons: &[Reason], locale: Locale) -> String {
    let said: Vec<String> = reasons.iter().map(|r| words(r, locale)).collect();
    said.join(&text(locale, "fees-then", &[]))
}

/// Reasons with what the list says besides, where the price does not hold it: `2 盞 × 10.00 元；備註：材料自備`.
pub fn with_remark(mut reasons: String, remark: &str, locale: Locale) -> String {
    if !remark.is_empty() {
        reasons.push_str(&text(locale, "fees-then", &[]));
        reasons.push_str(&say(locale, "fees-remark", &[("remark", &remark)]));
    }
    reasons
}

/// An amount as it is read out: `30.00 元`, `50.00–80.00 元`, `20.00 元起`, or that nobody knows yet.
pub fn amount(amount: Amount, locale: Locale) -> String {
    let Amount { from, to } = amount;
    match to {
        Some(to) if to == from => say(locale, "fees-money", &[("money", &from)]),
        Some(to) => say(locale, "fees-between", &[("from", &from), ("to", &to)]),
        None if from == Money(0) => say(locale, "fees-unknown", &[]),
        None => say(locale, "fees-at-least", &[("from", &from)]),
    }
}

/// One step in words.
pub fn words(reason: &Reason, locale: Locale) -> String {
    let say = |key, args: &[(&str, &dyn Display)]| say(locale, key, args);
    let sum = || amount(reason.adds, locale);
    match &reason.why {
        Why::Warranty { warranty } => match warranty {
            Warranty::Redone => say("fees-warranty-redone", &[]),
            Warranty::Within { until } => say("fees-warranty-within", &[("until", until)]),
        },
        Why::Instead { variant } => say("fees-instead", &[("variant", variant)]),
        Why::Free => say("fees-free", &[]),
        Why::Each {
            quantity,
            unit,
            price,
        } => say(
            "fees-each",
            &[("quantity", quantity), ("unit", unit), ("price", price)],
        ),
        Why::Range {
            quantity,
            unit,
            from,
            to,
        } => say(
            "fees-range",
            &[
                ("quantity", quantity),
                ("unit", unit),
                ("from", from),
                ("to", to),
            ],
        ),
        Why::Agreed {
            quantity,
            unit,
            from,
            to,
            price,
        } => say(
            "fees-agreed",
            &[
                ("quantity", quantity),
                ("unit", unit),
                ("from", from),
                ("to", to),
                ("price", price),
            ],
        ),
        Why::Actual { agreed: None } => say("fees-actual", &[]),
        Why::Actual { agreed: Some(sum) } => say("fees-actual-agreed", &[("amount", sum)]),
        Why::From {
            quantity,
            unit,
            price,
            agreed,
        } => {
            let args: [(&str, &dyn Display); 3] =
                [("quantity", quantity), ("unit", unit), ("price", price)];
            match agreed {
                None => say("fees-from-open", &args),
                Some(sum) => say(
                    "fees-from-agreed",
                    &[args[0], args[1], args[2], ("amount", sum)],
                ),
            }
        }
        Why::ByKind {
            quantity,
            unit,
            each,
        } => {
            let each = amount(*each, locale);
            let args: [(&str, &dyn Display); 3] =
                [("quantity", quantity), ("unit", unit), ("price", &each)];
            say("fees-by-kind", &args)
        }
        Why::Outside { agreed: None } => say("fees-outside", &[]),
        Why::Outside { agreed: Some(sum) } => say("fees-outside-agreed", &[("amount", sum)]),
        Why::Hourly {
            minutes,
            charged,
            rate,
        } => say(
            "fees-hourly",
            &[("minutes", minutes), ("charged", charged), ("rate", rate)],
        ),
        Why::First { first, unit, price } => say(
            "fees-first",
            &[("first", first), ("unit", unit), ("price", price)],
        ),
        Why::Beyond {
            quantity,
            unit,
            price,
        } => say(
            "fees-beyond",
            &[("quantity", quantity), ("unit", unit), ("price", price)],
        ),
        Why::Add {
            variant,
            amount,
            quantity,
        } => {
            let (variant, amount) = (
                ("variant", variant as &dyn Display),
                ("amount", amount as _),
            );
            match quantity {
                None => say("fees-add", &[variant, amount]),
                Some(quantity) => say(
                    "fees-add-each",
                    &[variant, ("quantity", quantity), amount, ("sum", &sum())],
                ),
            }
        }
        Why::Minimum { amount } => say("fees-minimum", &[("amount", amount)]),
        Why::Cap { amount } => say("fees-cap", &[("amount", amount)]),
        Why::Surcharge { occasion, extra } => {
            let occasion = match occasion {
                Occasion::Night => say("fees-occasion-night", &[]),
                Occasion::Holiday { name } => say("fees-occasion-holiday", &[("name", name)]),
                Occasion::Weekend => say("fees-occasion-weekend", &[]),
                Occasion::Urgent => say("fees-occasion-urgent", &[]),
            };
            let args: [(&str, &dyn Display); 2] = [("occasion", &occasion), ("sum", &sum())];
            match extra {
                Extra::Percent { basis_points } => {
                    let percent = per_cent(*basis_points);
                    say(
                        "fees-surcharge-percent",
                        &[args[0], ("percent", &percent), args[1]],
                    )
                }
                Extra::Line { .. } => say("fees-surcharge-line", &args),
                Extra::Order { .. } => say("fees-surcharge-order", &args),
            }
        }
        Why::Material {
            name,
            spec,
            quantity,
            supply,
        } => {
            let name = format!("{name} {spec}");
            let args: [(&str, &dyn Display); 2] = [("name", &name.trim()), ("quantity", quantity)];
            let priced = |key, price| say(key, &[args[0], args[1], ("price", price)]);
            match supply {
                Supply::Listed { price } => priced("fees-material-listed", price),
                Supply::Market { price } => priced("fees-material-market", price),
                Supply::Included => say("fees-material-included", &args),
                Supply::Owner => say("fees-material-owner", &args),
            }
        }
    }
}

/// How the owner's material was found, what he was told and what he chose: `燈管：檢查合格` (R21).
pub fn check(used: &Used, locale: Locale) -> Option<String> {
    let name = format!("{} {}", used.name, used.spec);
    let name = ("name", &name.trim() as &dyn Display);
    Some(match used.check.as_ref()? {
        MaterialCheck::Fit => say(locale, "fees-check-fit", &[name]),
        MaterialCheck::NotFit { warning, choice } => {
            let choice = choice_words(*choice, locale);
            let args = [name, ("warning", warning), ("choice", &choice)];
            say(locale, "fees-check-not-fit", &args)
        }
    })
}

/// The check of the owner's material in its three parts, as a form has them; empty where nobody checked (R21).
#[derive(Debug, Default)]
pub struct Checked {
    pub result: String,
    pub warning: String,
    pub choice: String,
}

/// Says the check of a material part by part.
pub fn checked(used: &Used, locale: Locale) -> Checked {
    match &used.check {
        None => Checked::default(),
        Some(MaterialCheck::Fit) => Checked {
            result: say(locale, "fees-checked-fit", &[]),
            ..Checked::default()
        },
        Some(MaterialCheck::NotFit { warning, choice }) => Checked {
            result: say(locale, "fees-checked-not-fit", &[]),
            warning: warning.clone(),
            choice: choice_words(*choice, locale),
        },
    }
}

/// What the owner chose when told that his material will not do.
pub fn choice_words(choice: OwnerChoice, locale: Locale) -> String {
    let key = choice.as_str().replace('_', "-");
    say(locale, &format!("fees-choice-{key}"), &[])
}

/// The message with its finished values.
pub(super) fn say(locale: Locale, key: &str, args: &[(&str, &dyn Display)]) -> String {
    let said: Vec<String> = args.iter().map(|(_, value)| value.to_string()).collect();
    let args: Vec<_> = args
        .iter()
        .zip(&said)
        .map(|((name, _), said)| (*name, said.into()))
        .collect();
    text(locale, key, &args)
}

/// Hundredths of a per cent as per cent: `30`, `12.5`.
pub(super) fn per_cent(basis_points: u32) -> String {
    let said = format!("{}.{:02}", basis_points / 100, basis_points % 100);
    said.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
