//! The three-part work order (派工單): what it shows, and on which paper.

mod arrange;
mod continuation;
mod dress;
mod fee_table;
mod fields;
mod materials;
#[cfg(test)]
mod once;
#[cfg(test)]
pub mod sample;
mod strip;
mod table;
#[cfg(test)]
mod tests;

use std::fmt::Display;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fee::{FormFee, FormFeeLine};
use super::grid::FormSignature;
use crate::print::page::{Area, PrintPages};
use crate::print::sheet::{Sheet, Style};
use crate::text::{Locale, has, text};

/// Everything the form prints, as finished texts. `None` is a blank to write on by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkOrderForm {
    pub office: String,
    pub office_phone: Option<String>,
    /// Order number such as `PG20261123-004`.
    pub no: String,
    /// The whole set of copies, first copy first (R10).
    pub copies: Vec<FormCopy>,
    /// Numbers of the copies to print; empty prints all.
    pub print_copies: Vec<u32>,
    /// Position in the chain of dispatches, 1 for the first (R16).
    pub chain_position: u32,
    /// Number of the chain's first order, for a later one.
    pub chain_first: Option<String>,

    pub caller: Option<String>,
    pub relation: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    pub channel: Option<String>,
    pub kind: Option<String>,
    pub urgency: Option<String>,
    pub wished: Option<String>,
    pub received: Option<String>,
    pub taken_by: Option<String>,
    /// What was reported.
    pub content: Option<String>,

    pub department: Option<String>,
    /// Crew or worker.
    pub worker: Option<String>,
    pub issued: Option<String>,
    /// The department must be notified by (R7).
    pub notify_due: Option<String>,
    /// The worker must arrive by (R9).
    pub arrive_due: Option<String>,
    /// 接單簽收.
    pub accepted: Option<FormSignature>,
    pub accepted_at: Option<String>,
    pub arrived: Option<String>,

    /// What the worker found, where it differs from what was reported (R11).
    pub real_item: Option<String>,
    /// Whether the repair is in the fee schedule (R18, R19).
    pub in_schedule: Option<bool>,
    /// The owner's consent to plan and price outside the schedule: when, how, by whom (R19).
    pub consent: Option<String>,
    /// What is due, line by line (R22).
    pub fees: Vec<FormFeeLine>,
    /// The fee as it was reported, where a change on site has taken its place (R11).
    pub superseded: Option<FormFee>,
    pub materials: Vec<FormMaterial>,
    pub labour: Option<String>,
    pub material: Option<String>,
    pub total: Option<String>,
    /// The total in capital figures (大寫).
    pub total_capitals: Option<String>,
    /// What is paid and what is open, and whether it is on account (掛賬), in short.
    pub paid: Option<String>,
    /// The owner's agreement to the fee (R20).
    pub fee_agreed: Option<FormSignature>,

    pub work_done: Option<String>,
    pub finished: Option<String>,
    pub worker_remarks: Option<String>,
    pub worker_signature: Option<FormSignature>,
    pub evaluation: Option<FormEvaluation>,
    pub evaluation_remarks: Option<String>,
    pub requester_signature: Option<FormSignature>,
    /// 主管簽名確認 (R13).
    pub supervisor_signature: Option<FormSignature>,
    pub returned: Option<String>,
    /// When, by whom and what the requester said (R15).
    pub follow_up: Option<String>,

    pub printed_by: Option<String>,
    pub printed_at: Option<String>,
}

/// One copy of the set.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormCopy {
    /// 1 for the first copy.
    pub number: u32,
    /// The office's own name for it; may be empty.
    pub label: String,
    /// Where it ends up, such as 客戶服務中心.
    pub destination: String,
    /// Why this copy's paper is not its first.
    pub mark: Option<FormMark>,
}

/// A line of material.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FormMaterial {
    pub name: String,
    pub spec: String,
    /// Quantity with its unit.
    pub quantity: String,
    pub price: String,
    pub amount: String,
    /// The owner's own material (R21).
    pub own: bool,
    /// Result of the check.
    pub check: String,
    /// What the owner was told to expect of it.
    pub warning: String,
    /// What the owner chose.
    pub choice: String,
}

/// The requester's judgement (R12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormEvaluation {
    Satisfied,
    Mostly,
    NotSatisfied,
}

/// Why this paper is not the first print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormMark {
    /// 補印: printed again.
    Reprint,
    /// 補單: replaces a lost copy (R10).
    Replacement,
}

/// Paper and arrangement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormProfile {
    /// Each copy on an A4 page.
    #[default]
    A4,
    /// Three copies on one A4 page, with lines to cut along.
    A4Sheet,
    /// Each copy on an A5 page.
    A5,
}

impl FormProfile {
    /// Every profile.
    pub const ALL: [FormProfile; 3] = [FormProfile::A4, FormProfile::A4Sheet, FormProfile::A5];

    /// Paper, mm.
    fn paper(self) -> (f32, f32) {
        match self {
            FormProfile::A4 | FormProfile::A4Sheet => (210.0, 297.0),
            FormProfile::A5 => (148.0, 210.0),
        }
    }

    fn style(self) -> Style {
        let (label, value, least) = match self {
            FormProfile::A4 => (8.8, 10.5, 6.5),
            FormProfile::A4Sheet => (6.2, 7.5, 5.0),
            FormProfile::A5 => (7.0, 8.5, 5.5),
        };
        let (hair, rule, frame) = match self {
            FormProfile::A4 => (0.15, 0.4, 0.55),
            FormProfile::A4Sheet | FormProfile::A5 => (0.13, 0.3, 0.42),
        };
        Style {
            label,
            value,
            least,
            hair,
            rule,
            frame,
            pad: value * 0.13,
        }
    }
}

/// Lays the form out: the chosen copies in order, and after them a continuation page for the rest of texts that found no
/// room. No text stands twice on one copy.
pub fn work_order(form: &WorkOrderForm, profile: FormProfile, locale: Locale) -> PrintPages {
    let mut missing = Vec::new();
    let chosen: Vec<&FormCopy> = form
        .copies
        .iter()
        .filter(|copy| form.print_copies.is_empty() || form.print_copies.contains(&copy.number))
        .collect();
    let (width, height) = profile.paper();
    let mut pages = Vec::new();
    if profile == FormProfile::A4Sheet {
        for three in chosen.chunks(3) {
            let mut sheet = Sheet::new(width, height, profile.style(), &mut missing);
            let part = height / 3.0;
            let mut overflow = Vec::new();
            for (index, copy) in three.iter().enumerate() {
                let area = Area::new(0.0, part * index as f32, width, part);
                if index > 0 {
                    dress::cut_line(&mut sheet, area.y, locale);
                }
                overflow = strip::strip(&mut sheet, area, form, copy, locale);
            }
            pages.push(sheet.page);
            pages.extend(continuation::pages(
                form,
                three,
                profile,
                locale,
                overflow,
                &mut missing,
            ));
        }
    } else {
        let style = profile.style();
        let mut sheet = Sheet::new(width, height, style, &mut missing);
        let overflow = arrange::page(&mut sheet, profile, form, locale);
        let common = sheet.page;
        for copy in chosen {
            let mut sheet = Sheet {
                page: common.clone(),
                style,
                missing: &mut missing,
            };
            arrange::page_copy(&mut sheet, profile, form, copy, locale);
            pages.push(sheet.page);
            let further = overflow.clone();
            pages.extend(continuation::pages(
                form,
                &[copy],
                profile,
                locale,
                further,
                &mut missing,
            ));
        }
    }
    PrintPages { pages, missing }
}

/// What a copy is called: 第一聯, and behind it the office's own name where it has one (R10).
pub fn copy_name(number: impl Display, label: &str, locale: Locale) -> String {
    let key = format!("forms-copy-{number}");
    let copy = if has(locale, &key) {
        text(locale, &key, &[])
    } else {
        let number = number.to_string();
        text(locale, "forms-copy-n", &[("n", (&number).into())])
    };
    match label {
        "" => copy,
        _ => format!("{copy} {label}"),
    }
}

impl FormCopy {
    fn name(&self, locale: Locale) -> String {
        copy_name(self.number, &self.label, locale)
    }
}

/// An empty page for the continuation.
fn blank_page(profile: FormProfile, missing: &mut Vec<char>) -> Sheet<'_> {
    let (width, height) = profile.paper();
    let style = match profile {
        FormProfile::A4Sheet => FormProfile::A4.style(),
        other => other.style(),
    };
    Sheet::new(width, height, style, missing)
}
