//! The fee schedule as it hangs on the wall (維修項目收費標準), on A4 across (R18, R22).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::Around;
use super::cells::Printed;
use super::fee::FormSchedule;
use super::flow::{Block, Line, Paper, flow};
use crate::pricing::item::{FeeCategory, FeeItem};
use crate::pricing::price_words;
use crate::print::page::{Area, PrintPages};
use crate::print::sheet::{Align, Style};
use crate::text::{Locale, text};

/// What the schedule prints, as finished texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FeeSchedule {
    pub office: String,
    pub office_phone: Option<String>,
    pub version: FormSchedule,
    /// Not approved yet (草稿).
    pub draft: bool,
    pub sections: Vec<FeeSection>,
    /// When more is due, one sentence each.
    pub surcharges: Vec<String>,
    /// Which days are holidays; empty where none is.
    pub holidays: String,
    pub printed_by: Option<String>,
    pub printed_at: Option<String>,
}

/// The items for one kind of customer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FeeSection {
    pub category: String,
    pub groups: Vec<FeeGroup>,
}

/// Items under one heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FeeGroup {
    /// Such as 安裝類; may be empty.
    pub name: String,
    pub items: Vec<FeeRow>,
}

/// An item in words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct FeeRow {
    pub code: String,
    pub name: String,
    pub unit: String,
    pub labour: String,
    pub material: String,
    pub warranty: String,
    pub remarks: String,
}

impl FeeSection {
    /// The items in words, by category and group. Groups and items stay in the order of the list.
    pub fn of(items: &[FeeItem], locale: Locale) -> Vec<FeeSection> {
        let mut out = Vec::new();
        for category in FeeCategory::ALL {
            let mut groups: Vec<FeeGroup> = Vec::new();
            for item in items.iter().filter(|item| item.category == *category) {
                let row = FeeRow::of(item, locale);
                match groups.iter_mut().find(|group| group.name == item.group) {
                    Some(group) => group.items.push(row),
                    None => groups.push(FeeGroup {
                        name: item.group.clone(),
                        items: vec![row],
                    }),
                }
            }
            if !groups.is_empty() {
                out.push(FeeSection {
                    category: price_words::category(*category, locale),
                    groups,
                });
            }
        }
        out
    }
}

impl FeeRow {
    fn of(item: &FeeItem, locale: Locale) -> Self {
        Self {
            code: item.code.clone(),
            name: item.name.clone(),
            unit: item.unit.clone(),
            labour: price_words::labour(item, locale),
            material: price_words::material(&item.material, locale),
            warranty: price_words::warranty(item.warranty_days, locale),
            remarks: item.remarks.clone(),
        }
    }
}

/// A4 across.
const PAPER: Paper = Paper {
    width: 297.0,
    height: 210.0,
    body: Area {
        x: 13.0,
        y: 28.0,
        w: 271.0,
        h: 168.0,
    },
    label: 24.0,
    style: Style {
        label: 9.5,
        value: 10.0,
        least: 7.0,
        hair: 0.15,
        rule: 0.4,
        frame: 0.5,
        pad: 1.2,
    },
};

/// Lays the schedule out, with its heads on every page.
pub fn fee_schedule(view: &FeeSchedule, locale: Locale) -> PrintPages {
    let words = Printed {
        words: "forms-fee-schedule",
        locale,
    };
    let mut missing = Vec::new();
    let mut lines = Vec::new();
    for section in &view.sections {
        lines.push(Line::Band(section.category.clone()));
        for group in &section.groups {
            if !group.name.is_empty() {
                lines.push(Line::Group(group.name.clone()));
            }
            lines.extend(group.items.iter().map(cells));
        }
    }
    let columns = vec![
        words.column(6.0, "code", Align::Left),
        words.column(19.0, "item", Align::Left),
        words.column(6.0, "unit", Align::Left),
        words.column(30.0, "labour", Align::Left),
        words.column(17.0, "material", Align::Left),
        words.column(7.0, "warranty", Align::Left),
        words.column(15.0, "remarks", Align::Left),
    ];
    let mut blocks = vec![Block::Table { columns, lines }];
    blocks.push(Block::Gap(2.0));
    if !view.surcharges.is_empty() {
        blocks.push(Block::Note(words.say("surcharges")));
        blocks.extend(view.surcharges.iter().cloned().map(Block::Note));
    }
    if !view.holidays.is_empty() {
        blocks.push(Block::Note(view.holidays.clone()));
    }
    let pages = flow(&PAPER, blocks, &mut missing);
    let title = words.say("title");
    let version = view.version.words(&title, locale);
    let subtitle = if view.draft {
        let args = [("version", (&version).into())];
        text(locale, "forms-fee-schedule-not-approved", &args)
    } else {
        version
    };
    let around = Around {
        office: &view.office,
        office_phone: view.office_phone.as_deref(),
        title,
        subtitle,
        no: None,
        mark: view.draft.then(|| words.say("draft")),
        printed: view.printed_by.as_deref().zip(view.printed_at.as_deref()),
    };
    around.pages(&PAPER, pages, missing, locale)
}

fn cells(row: &FeeRow) -> Line {
    let cells = [
        &row.code,
        &row.name,
        &row.unit,
        &row.labour,
        &row.material,
        &row.warranty,
        &row.remarks,
    ];
    Line::Cells(cells.map(String::clone).into())
}

#[cfg(test)]
pub mod tests;
